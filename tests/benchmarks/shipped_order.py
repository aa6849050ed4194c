"""Walk the shipped questionnaire as the engine orders it, a new request after each answer."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lifejourney.advice.asking import Asking
from lifejourney.advice.model import Question
from lifejourney.advice.questions import Gathering
from lifejourney.advice.world import World
from lifejourney.situation import paper_id
from tests.benchmarks.personas import Persona, empty, worlds


class WithoutTopics(Asking):
    """Rank all questions by what they settle: no topic, no pinned order, none first by gravity."""

    def _place(self, topic: str) -> int:  # noqa: ARG002
        return 0

    def _pinned(self, measured: Sequence[Question]) -> tuple[int, ...]:  # noqa: ARG002
        return ()

    def _preferred(self, measured: Sequence[Question]) -> tuple[int, ...]:  # noqa: ARG002
        return ()

    def _is_grave(self, question: Question) -> bool:  # noqa: ARG002
        return False


@dataclass
class Order:
    """Know which question comes next after what was said; each is worked out once.

    Days that only a shown deadline is counted from are left out: every way asks for them alike.
    """

    way: type[Asking]
    _next: dict[str, Question | None] = field(default_factory=dict)

    def next(self, body: dict[str, Any]) -> Question | None:
        """Return the next question, None at the end."""
        key = json.dumps(body, sort_keys=True)
        if key not in self._next:
            found = worlds(body)
            questions = Gathering(found, (), ()).questions
            page, _ = self.way(found[0], questions).in_order()
            self._next[key] = page[0] if page else None
        return self._next[key]

    def walked(self, persona: Persona) -> list[Question]:
        """Return the questions that a person is asked."""
        body = empty(persona.event, persona.persons)
        values = answered(persona.world, persona.values)
        asked: list[Question] = []
        while (question := self.next(body)) is not None:
            if question in asked:
                raise RuntimeError(f"asked twice: {question.ids}")
            asked.append(question)
            say(body, question, values)
        return asked


def say(body: dict[str, Any], question: Question, values: Mapping[str, Any]) -> None:
    """Add what somebody answers, by the ids of the unknowns, to the body of the request."""
    if question.fact is not None:
        value = values[question.ids[0]]
        body["answers"][question.ids[0]] = value.isoformat() if isinstance(value, date) else value
    for paper in question.papers:
        state = "held" if values[paper_id(paper)] else "lacking"
        body["documents"][state] = sorted([*body["documents"][state], "@".join(paper)])
    if question.choice is not None:
        body["wanted"] = sorted([*body["wanted"], "@".join(values[question.ids[0]])])
    if question.role is not None:
        body["persons"][question.role] = values[question.ids[0]]


def answered(world: World, numbers: Sequence[int] = ()) -> dict[str, Any]:
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
