"""What is still open after some answers, read off the diagrams of the first outlook.

A few milliseconds for each answer, where the engine takes a new request each time. So other ways
to ask can be walked by thousands.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lifejourney.advice.world import World
from lifejourney.lanes.completions import Completions, Node
from lifejourney.planning.parts import asked_for
from lifejourney.planning.relevance import Relevance
from tests.benchmarks.personas import Persona

Ask = tuple[int, ...]
"""The unknowns of one question: one, or all papers of the checklist."""
KEPT = 4000
"""States that are kept."""
Choose = Callable[["Knowledge", tuple[Ask, ...]], Ask]


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Hold what is answered, and the parts of the advice that it leaves open.

    `services`: of each goal and step, in which completions it is called for or taken.
    """

    world: World
    diagram: Completions
    everybody: Node
    parts: tuple[Node, ...]
    services: tuple[Node, ...]
    answers: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World) -> "Knowledge":
        """Return what is open before any question."""
        outlook = world.outlook
        relevance = outlook.relevance
        goals = range(len(outlook.ground.goals))
        services = [asked_for(outlook.ground, outlook.given, goal) for goal in goals]
        services += outlook.chosen.steps.values()
        everybody = relevance.everybody
        return cls(world, outlook.diagram, everybody, relevance.told, tuple(services))

    def after(self, values: Mapping[int, int]) -> "Knowledge":
        """Return what is open after these answers."""
        said = dict(values)
        everybody = self.diagram.given(self.everybody, said)
        none = self.diagram.column.none
        parts = dict.fromkeys(self.diagram.given(mask, said) for mask in self.parts)
        services = (self.diagram.given(mask, said) for mask in self.services)
        return Knowledge(
            self.world,
            self.diagram,
            everybody,
            tuple(mask for mask in parts if mask not in (everybody, none)),
            tuple(mask for mask in services if mask not in (everybody, none)),
            {**self.answers, **said},
        )

    @cached_property
    def questions(self) -> tuple[Ask, ...]:
        """Return the questions on which the advice depends, in the catalog's order."""
        found = sorted(Relevance(self.diagram, self.everybody, self.parts, (), ()).unknowns())
        return tuple(self.as_asked(found))

    def as_asked(self, numbers: Sequence[int]) -> list[Ask]:
        """Return unknowns as they are asked for: each by itself, all papers as one checklist."""
        unknowns = self.world.outlook.layout.unknowns
        papers = tuple(number for number in numbers if unknowns[number].kind == "paper")
        alone: list[Ask] = [(number,) for number in numbers if number not in papers]
        return [*alone, papers] if papers else alone

    def missing(self, ask: Ask) -> int:
        """Return for how many services the answer is missing."""
        return max((self._missing.get(number, 0) for number in ask), default=0)

    @cached_property
    def _missing(self) -> Mapping[int, int]:
        times: dict[int, int] = {}
        for mask in self.services:
            for number in self.diagram.depends_on(mask):
                times[number] = times.get(number, 0) + 1
        return times


def applying(person: Persona, questions: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """Return the questions that apply to a person; only if there is none, all of them."""
    return tuple(a for a in questions if all(person.applies[n] for n in a)) or questions


class Walks:
    """Walk questionnaires; what is known after the same answers is worked out once."""

    def __init__(self, world: World) -> None:
        self.start = Knowledge.of(world)
        self._known: OrderedDict[frozenset[tuple[int, int]], Knowledge] = OrderedDict()

    def after(self, known: Knowledge, person: Persona, ask: Ask) -> Knowledge:
        """Return what is known after this person has answered."""
        values = {number: person.values[number] for number in ask}
        key = frozenset({**known.answers, **values}.items())
        if key not in self._known:
            self._known[key] = known.after(values)
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return self._known[key]

    def walked(self, person: Persona, choose: Choose, known: Knowledge | None = None) -> list[Ask]:
        """Return the questions that a person is asked from here on."""
        known, asked = known or self.start, []
        while known.questions:
            ask = choose(known, applying(person, known.questions))
            asked.append(ask)
            known = self.after(known, person, ask)
        return asked

    def indispensable(self, person: Persona) -> list[Ask]:
        """Return the questions that no order can leave out for a person, however it asks.

        The advice still depends on each of them when all others are answered.
        """
        values = dict(enumerate(person.values))
        everything = tuple((number,) for number in values)
        found = [
            number
            for (number,) in applying(person, everything)
            if self.start.after({n: v for n, v in values.items() if n != number}).questions
        ]
        return self.start.as_asked(found)


def fixed(_: Knowledge, open_: tuple[Ask, ...]) -> Ask:
    """Ask in the order of the catalog."""
    return open_[0]


def most_missing(known: Knowledge, open_: tuple[Ask, ...]) -> Ask:
    """Ask what is missing for most services (publicodes)."""
    return max(open_, key=known.missing)
