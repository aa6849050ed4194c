"""Which completions stand for all where too much is unknown to hold all of them.

Everybody who differs from the likeliest person in up to two answers, and people drawn at random,
each with all who differ from them in one answer.
"""

from collections.abc import Iterator
from random import Random

from lifejourney.lanes.completions import Node
from lifejourney.lanes.diagram import Diagram
from lifejourney.lanes.stars import Stars
from lifejourney.planning.columns import Layout
from lifejourney.planning.pursuing import plans_of
from lifejourney.planning.state import Given
from lifejourney.planning.unknowns import Unknown, likeliest, turning_out

DRAWN = 200
SEED = 23
TRIES = 64
"""Draws of what constraints hold together, before the likeliest is taken."""


def draw_completions(
    layout: Layout, diagram: Diagram, given: Given[Node]
) -> tuple[Stars, Given[int]]:
    """Return completions to stand for all of those in `given`, and what is given in them."""
    return layout.around([*_Drawing(layout, diagram, given).centres()])


class _Drawing:
    """Choose the centres of the stars, none of which breaks a declared constraint."""

    def __init__(self, layout: Layout, diagram: Diagram, given: Given[Node]) -> None:
        self.unknowns = layout.unknowns
        self.diagram = diagram
        self.everybody = given.column.all
        self.none = given.column.none
        self.bound = diagram.depends_on(self.everybody)
        every = range(len(layout.unknowns))
        usual = likeliest(layout.unknowns, diagram, self.everybody, every)
        point = tuple(one.values[usual[n]] for n, one in enumerate(layout.unknowns))
        (plan,) = plans_of(layout, [point])
        # Which of two is faster is no guess for the likeliest person: their plan is the shown one.
        self.usual = [
            turning_out(one, usual[n], plan.makings) for n, one in enumerate(self.unknowns)
        ]

    def centres(self) -> Iterator[list[int]]:
        yield self.usual
        for number, unknown in enumerate(self.unknowns):
            for value in range(len(unknown.values)):
                near = [*self.usual[:number], value, *self.usual[number + 1 :]]
                if value != self.usual[number] and self._is_allowed(near):
                    yield near
        chance = Random(SEED)  # noqa: S311 - hypothetical people, no secret
        for person in range(DRAWN):
            # Half of them as people are, half of them whoever could be.
            yield self._drawn(chance, as_likely=person % 2 == 0)

    def _drawn(self, chance: Random, *, as_likely: bool) -> list[int]:
        person = [_draw(one, chance, as_likely=as_likely) for one in self.unknowns]
        for _ in range(TRIES):
            if self._is_allowed(person):
                return person
            for number in self.bound:
                person[number] = _draw(self.unknowns[number], chance, as_likely=as_likely)
        for number in self.bound:
            person[number] = self.usual[number]
        return person

    def _is_allowed(self, person: list[int]) -> bool:
        bound = {number: person[number] for number in self.bound}
        return bool(self.diagram.given(self.everybody, bound) != self.none)


def _draw(unknown: Unknown, chance: Random, *, as_likely: bool) -> int:
    weights = unknown.likelihoods if as_likely else None
    return chance.choices(range(len(unknown.values)), weights)[0]
