"""Walk the questionnaire as the engine orders it, anew after each answer."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lifejourney.advice.asking import Asking
from lifejourney.advice.model import Question
from lifejourney.advice.questions import Gathering
from lifejourney.advice.world import World
from lifejourney.answers import Request
from lifejourney.situation import Cast, paper_id

Way = Callable[[Asking], Sequence[Question]]
"""How the questions of a page are ordered."""
Values = Mapping[str, Any]
"""What somebody would answer, by the ids of the unknowns."""
KEPT = 32
"""Orders that are kept whole; of the others only what is open and which question comes next."""


def as_shipped(asking: Asking) -> Sequence[Question]:
    """Return the next page as everybody is asked."""
    return asking.in_order()[0]


def asking_in(world: World) -> Asking:
    """Return the order of all questions of a world.

    Days that only a shown deadline is counted from are left out: every way asks for them alike.
    """
    return Asking(world, Gathering((world,), (), ()).questions)


@dataclass(frozen=True)
class Stop:
    """Hold the ids of all that is open after something was said, and of whom."""

    cast: Cast
    open: frozenset[str]

    @classmethod
    def of(cls, asking: Asking) -> "Stop":
        """Return what these questions leave open."""
        open_ = frozenset(id_ for question in asking.questions for id_ in question.ids)
        return cls(asking.world.cast, open_)


@dataclass(frozen=True)
class Walk:
    """Hold what somebody has said, and the questions that were asked."""

    request: Request
    asked: tuple[Question, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of what was asked."""
        return frozenset(id_ for question in self.asked for id_ in question.ids)


@dataclass
class Order:
    """Know which question comes next after what was said; each is worked out once."""

    world_of: Callable[[Request], World]
    _askings: OrderedDict[object, Asking] = field(default_factory=OrderedDict)
    _stops: dict[object, Stop] = field(default_factory=dict)
    _next: dict[object, Question | None] = field(default_factory=dict)

    def asking(self, request: Request) -> Asking:
        """Return the order of the questions after a request."""
        key = _key(request)
        if key not in self._askings:
            self._askings[key] = asking_in(self.world_of(request))
            if len(self._askings) > KEPT:
                self._askings.popitem(last=False)
        return self._askings[key]

    def at(self, request: Request) -> Stop:
        """Return what is open after a request."""
        key = _key(request)
        if key not in self._stops:
            self._stops[key] = Stop.of(self.asking(request))
        return self._stops[key]

    def next(self, request: Request, way: Way = as_shipped) -> Question | None:
        """Return the next question after a request, None at the end."""
        key = way, _key(request)
        if key not in self._next:
            page = way(self.asking(request))
            self._next[key] = page[0] if page else None
        return self._next[key]

    def walked(self, walk: Walk, values: Values, way: Way = as_shipped) -> Walk:
        """Return the whole walk of somebody who has these values."""
        while (after := self.stepped(walk, values, way)) is not walk:
            walk = after
        return walk

    def stepped(self, walk: Walk, values: Values, way: Way = as_shipped) -> Walk:
        """Return a walk after its next question, at the end the walk itself.

        What `values` does not hold, as of somebody who was not shown before, is as is likeliest.
        """
        question = self.next(walk.request, way)
        if question is None:
            return walk
        if question in walk.asked:
            raise RuntimeError(f"asked twice: {question.ids}")
        if not values.keys() >= set(question.ids):
            values = {**answers_of(self.asking(walk.request).world), **values}
        return Walk(say(walk.request, question, values), (*walk.asked, question))


def _key(request: Request) -> object:
    said = (request.persons, request.facts, request.papers)
    return request.events, request.wanted, *(frozenset(one.items()) for one in said)


def say(request: Request, question: Question, values: Values) -> Request:
    """Add what somebody answers to a request."""
    persons, facts, papers = dict(request.persons), dict(request.facts), dict(request.papers)
    wanted = set(request.wanted)
    if question.fact is not None:
        facts[question.fact] = values[question.ids[0]]
    papers.update({paper: values[paper_id(paper)] for paper in question.papers})
    if question.choice is not None:
        wanted.add(values[question.ids[0]])
    if question.role is not None:
        persons[question.role] = values[question.ids[0]]
    return replace(request, persons=persons, facts=facts, papers=papers, wanted=frozenset(wanted))


def answers_of(world: World, numbers: Sequence[int] = ()) -> dict[str, Any]:
    """Return what is answered to each question by who has these values, else the likeliest."""
    found: dict[str, Any] = {}
    for number, unknown in enumerate(world.outlook.layout.unknowns):
        value = unknown.values[numbers[number] if numbers else 0]
        if unknown.kind == "rivals":
            goal = world.ground.goals[value]
            value = (goal.call.target, goal.member)
        if unknown.kind not in ("speed", "rest"):
            found[world.ids((number,))[0]] = value
    return found
