"""What would have to change: the smallest change of answers that brings a step in or takes it out.

Each change is tried as one hypothetical person, and all of them are one column of the resolver.
All that the person did not answer stays as the shown plan supposes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from itertools import combinations, product
from math import prod
from typing import Any, Literal

from lifejourney.advice.world import World
from lifejourney.days import Days
from lifejourney.lanes.columns import bits
from lifejourney.lanes.completions import Node
from lifejourney.lanes.diagram import Diagram
from lifejourney.planning import Layout
from lifejourney.planning.choice import choose, settle
from lifejourney.planning.constraints import ends_of
from lifejourney.planning.left import known_atom
from lifejourney.planning.unknowns import Unknown
from lifejourney.program import TRUE, FactAtom, Formulas, Grounder, Trace
from lifejourney.situation import Situation, identities
from lifejourney.vocabulary import Fact

SHOWN = 3
"""How many equally small changes are told; of the others their number."""
TOGETHER = 2
"""How many answers may have to change at once."""
WIDTH = 1024
"""How many hypothetical people one column holds."""
UNUSUAL = 0.1
"""How a number, a date or a text counts beside options, of which the likelihood is known."""
ALIVE = "alive"
FactKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """Let one answer of the person be another one."""

    member: str
    fact: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Smallest:
    """Hold the smallest changes that would `add` or `remove` a step, the likeliest first.

    Each is one or two answers; `others` counts those, just as small, that are not listed.
    """

    would: Literal["add", "remove"]
    ways: tuple[tuple[Change, ...], ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class _Turn:
    """Name one other answer: unknown and class in the layout, the change, how likely it is."""

    unknown: int
    value: int
    change: Change
    likelihood: float


_Way = tuple[_Turn, ...]


class WhatIf:
    """Try the changes of the answers that can change, in one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        free = frozenset(changeable_facts(world))
        layout = self._without(free)
        # What no plan depends on stays as it was told: it may contradict another answer.
        bearing = {unknown.key for unknown in layout.unknowns if unknown.kind == "fact"}
        self.layout = layout if free <= bearing else self._without(free & bearing)
        self.own: dict[int, int] = {}
        for number, unknown in enumerate(self.layout.unknowns):
            if unknown.kind == "fact" and (unknown.key[0], unknown.key[1]) in free:
                self.own[number] = self._class_of(unknown, self._told(*unknown.key))

    def _without(self, facts: frozenset[FactKey]) -> Layout:
        """Return what is unknown without the answers to these.

        That one of them contradicts another is known also where no plan depends on it.
        """
        told = self.world.situation.facts.items()
        kept = {key: value for key, value in told if key not in facts}
        situation = replace(self.world.situation, facts=kept)
        compiled = self.world.outlook.layout.compiled
        bound = frozenset(one.formula for one in compiled.ground.never if one.facts & facts)
        return Layout(compiled, situation, exact=True, further=bound)

    def smallest(self, instance: int) -> Smallest:
        """Return the smallest changes by which a step comes in, or goes out if it is in."""
        is_in = any(step.instance.number == instance for step in self.world.outlook.plan.steps)
        would: Literal["add", "remove"] = "remove" if is_in else "add"
        for together in range(1, TOGETHER + 1):
            found = [
                way
                for ways, steps in self._tried(together)
                for person, way in enumerate(ways)
                if bool(steps.get(instance, 0) >> person & 1) != is_in and self._applies(way)
            ]
            if found:
                found.sort(key=_likelihood, reverse=True)
                shown = tuple(tuple(turn.change for turn in way) for way in found[:SHOWN])
                return Smallest(would, shown, len(found) - len(shown))
        return Smallest(would)

    # The other answers that are tried.

    @cached_property
    def _turns(self) -> Mapping[int, tuple[_Turn, ...]]:
        """Return for each answer that can change what it could be instead."""
        return {number: tuple(self._other_answers(number)) for number in self.own}

    def _other_answers(self, number: int) -> Iterator[_Turn]:
        unknown = self.layout.unknowns[number]
        member, name = unknown.key
        told = self.world.situation.facts[member, name]
        fact = self.world.definition(member, name)
        if fact is None:  # pragma: no cover - it was found when the answer was
            return
        old = self._told(member, name)
        for new in _answers_to(fact, unknown, old):
            if fact.forward and not _is_further(fact, old, new):
                continue
            value = self._class_of(unknown, new)
            # What the answer leaves open is asked, not to be otherwise.
            if value != self.own[number] and not _is_left_open(told, new):
                change = Change(member, name, told, new)
                yield _Turn(number, value, change, _how_likely(fact, new))

    def _told(self, member: str, name: str) -> object:
        """Return an answer; of a date by month, year or age the day that the plan supposes."""
        told = self.world.situation.facts[member, name]
        if not isinstance(told, Days):
            return told
        outlook = self.world.outlook
        for number, unknown in enumerate(outlook.layout.unknowns):
            if unknown.kind == "fact" and unknown.key == (member, name):
                return unknown.values[outlook.assumed.get(number, 0)]
        return told.first

    def _class_of(self, unknown: Unknown, answer: object) -> int:
        """Return which of the classes of a fact, that tests can tell apart, an answer is in."""
        atoms, day = self.layout.left.atoms, self.world.situation.day
        makes = frozenset(
            number
            for number, atom in atoms.items()
            if isinstance(atom, FactAtom)
            and (atom.member, atom.name) == unknown.key
            and atom.holds(answer, day)
        )
        return unknown.makes.index(makes)

    def _ways(self, together: int) -> Iterator[_Way]:
        for numbers in combinations(self.own, together):
            yield from product(*(self._turns[number] for number in numbers))

    def _tried(self, together: int) -> list[tuple[list[_Way], Mapping[int, int]]]:
        """Return the changes of so many answers that break no constraint, and who takes steps."""
        if together not in self._runs:
            points = [(way, self._point(way)) for way in self._ways(together)]
            allowed = [(way, point) for way, point in points if point is not None]
            self._runs[together] = [
                ([way for way, _ in part], self._steps([point for _, point in part]))
                for start in range(0, len(allowed), WIDTH)
                if (part := allowed[start : start + WIDTH])
            ]
        return self._runs[together]

    @cached_property
    def _runs(self) -> dict[int, list[tuple[list[_Way], Mapping[int, int]]]]:
        return {}

    def _steps(self, points: Sequence[tuple[int, ...]]) -> Mapping[int, int]:
        """Return which of these people take each step: one run of the resolver."""
        usual = points[0]
        column = bits(len(points))
        masks: dict[tuple[int, int], int] = {}
        for person, point in enumerate(points):
            for unknown, value in enumerate(point):
                if value != usual[unknown]:
                    mask = masks.get((unknown, value), 0)
                    masks[unknown, value] = mask | 1 << person
        for unknown, value in enumerate(usual):
            others = [mask for (u, _), mask in masks.items() if u == unknown]
            masks[unknown, value] = column.without(sum(others))
        compiled = self.layout.compiled
        given = self.layout.given(column, lambda u, v: masks.get((u, v), 0))
        settled = settle(compiled.ground, given)
        return choose(compiled.ground, settled, compiled.competing).steps

    # What else holds for them: as the shown plan supposes it, with the changed answers.

    def _point(self, way: _Way) -> tuple[int, ...] | None:
        """Return the class of each unknown for a hypothetical person, None if that cannot be.

        What is bound by a constraint gets its likeliest value that is left, as in `Outlook`.
        """
        values = [0] * len(self.layout.unknowns)
        for number, value in (*self.own.items(), *((turn.unknown, turn.value) for turn in way)):
            values[number] = value
        diagram, within, bound = self._allowed
        for number in bound:
            if number in self.own:
                within = within & diagram.is_value(number, values[number])
        unknowns = self.layout.unknowns
        free = [number for number in bound if number not in self.own]
        for number in sorted(free, key=lambda one: unknowns[one].never_assumed):
            for value in range(len(unknowns[number].values)):
                left = within & diagram.is_value(number, value)
                if diagram.column.some(left):
                    within, values[number] = left, value
                    break
        return tuple(values) if diagram.column.some(within) else None

    @cached_property
    def _allowed(self) -> tuple[Diagram, Node, tuple[int, ...]]:
        """Return the completions that break no constraint, and what constraints bind."""
        ground = self.layout.compiled.ground
        if not ground.never and not ground.ordered:
            diagram = Diagram(())
            return diagram, diagram.column.all, ()
        diagram, given = self.layout.completions()
        return diagram, given.column.all, diagram.depends_on(given.column.all)

    def _applies(self, way: _Way) -> bool:
        """Tell whether every changed answer applies to its person after the change."""
        facts = dict(self.world.situation.facts)
        facts.update({(t.change.member, t.change.fact): t.change.new for t in way})
        situation = replace(self.world.situation, facts=facts)
        grounder = self._grounder
        trace = Trace(grounder.formulas, partial(known_atom, situation=situation))
        keys = [(turn.change.member, turn.change.fact) for turn in way]
        formulas = [grounder.applies(member, name) for member, name in keys]
        formulas += [grounder.exists(member) for member, _ in keys]
        applying = all(trace.value(formula) is not False for formula in formulas)
        return applying and self._is_in_order(situation)

    def _is_in_order(self, situation: Situation) -> bool:
        """Tell whether answers compare as declared: by themselves, not by the class they are in."""
        ground, facts = self.world.ground, situation.facts
        trace = Trace(ground.formulas, partial(known_atom, situation=situation))
        return not any(
            one.first in facts
            and one.second in facts
            and not one.possible(ends_of(facts[one.first]), ends_of(facts[one.second]))
            and trace.value(one.formula)
            and all(trace.value(self._gate(fact)) is not False for fact in (one.first, one.second))
            for one in ground.ordered
        )

    def _gate(self, fact: FactKey) -> int:
        """Return the formula that a fact applies."""
        return self.world.outlook.layout.compiled.gates.get(fact, TRUE)

    @cached_property
    def _grounder(self) -> Grounder:
        return Grounder(self.world.ground.catalog, self.world.cast, Formulas())


def changeable_facts(world: World) -> tuple[FactKey, ...]:
    """Return the answered facts that can come to be otherwise, and may be spoken of so.

    Never what is too grave to suppose, nor who lives, nor what decides who is who: these would be
    other people. Of somebody who has died only what the catalog asks about the dead alone, such
    as a burial that is still to come.
    """
    grounder = Grounder(world.ground.catalog, world.cast, Formulas())
    trace = Trace(grounder.formulas, partial(known_atom, situation=world.situation))
    fixed = _deciding_who(world, grounder)
    found: list[FactKey] = []
    for member, name in world.situation.facts:
        fact = world.definition(member, name)
        if fact is None or not fact.changeable or fact.never_assumed or name == ALIVE:
            continue
        lives = trace.value(grounder.alive(member)) is not False
        if (member, name) not in fixed and (lives or _is_of_the_dead(world, member, fact)):
            found.append((member, name))
    return tuple(found)


def _is_of_the_dead(world: World, member: str, fact: Fact) -> bool:
    """Tell whether a fact belongs to a role that only the dead play."""
    parts = [part for role in fact.of for part in world.cast.parts.get(role, ())]
    return any(part.dead and part.member == member for part in parts)


def _deciding_who(world: World, grounder: Grounder) -> frozenset[FactKey]:
    """Return the facts on which it depends who plays a role."""
    plays = [
        grounder.plays(part, one.role)
        for one in identities(world.ground.catalog, world.cast.events)
        for part in world.cast.parts.get(one.role, ())
    ]
    atoms = grounder.formulas.atoms_in(plays)
    return frozenset((atom.member, atom.name) for atom in atoms if isinstance(atom, FactAtom))


def _answers_to(fact: Fact, unknown: Unknown, old: object) -> Iterable[object]:
    """Return the answers that a question can have: of numbers the nearest of each class."""
    if fact.type == "boolean":
        return (True, False)
    if fact.type == "choice":
        return tuple(fact.options)
    if fact.type == "text":
        return tuple(value for value in unknown.values if value)
    return tuple(
        _nearest(old, value, ends)
        for value, ends in zip(unknown.values, unknown.ranges, strict=True)
    )


def _is_further(fact: Fact, old: Any, new: Any) -> bool:  # noqa: ANN401 - answers of one type
    """Tell whether an answer is more or later than another, or an option further down."""
    order = list(fact.options)
    return bool(order.index(new) > order.index(old)) if order else bool(new > old)


def _nearest(old: Any, usual: object, ends: tuple[Any, Any]) -> object:  # noqa: ANN401 - a number or a day
    """Return the end of a class that is nearest to an answer; amid the class its usual value."""
    least, greatest = ends
    return greatest if old > greatest else least if old < least else usual


def _how_likely(fact: Fact, answer: object) -> float:
    """Return how likely an answer is, by what the catalog says of options."""
    weights = {slug: float(option.likelihood) for slug, option in fact.options.items()}
    weights |= {key: float(weight) for key, weight in fact.likelihood.items()}
    key = str(answer).lower() if isinstance(answer, bool) else str(answer)
    total = sum(weights.values())
    return weights.get(key, 0.0) / total if total else UNUSUAL


def _likelihood(way: _Way) -> float:
    return prod(turn.likelihood for turn in way)


def _is_left_open(told: object, new: object) -> bool:
    """Tell whether an answer leaves open that it is one of several days."""
    return isinstance(told, Days) and isinstance(new, date) and new in told
