"""What people of the shipped events have answered, as a frontend would post it."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from lifejourney import Request, read_request
from lifejourney.proofs.walking import answers_of
from tests.benchmarks.personas import DAY, EVENTS, Persona, advisor, people

Body = dict[str, Any]


def bodies(known: float = 1.0) -> list[Body]:
    """Return the bodies of all people of the shipped events; `known`: the share of the answers."""
    return [body_of(person, known) for event in EVENTS for person in people(event)]


def body_of(person: Persona, known: float = 1.0) -> Body:
    """Return what a person has answered: facts, papers, and which result, one by one in turn."""
    answers: Body = {}
    papers: dict[str, list[str]] = {"held": [], "lacking": []}
    wanted: list[str] = []
    for number, (id_, value) in enumerate(answers_of(person.world, person.values).items()):
        kind, _, thing = id_.rpartition(":")
        if int((number + 1) * known) == int(number * known):
            continue
        if kind == "document" and _can_have(person, thing):
            papers["held" if value else "lacking"].append(thing)
        elif kind == "choice":
            wanted.append("@".join(value))
        elif not kind:
            answers[thing] = value.isoformat() if isinstance(value, date) else value
    return {
        "events": [person.event],
        "answers": answers,
        "persons": dict(person.persons),
        "documents": papers,
        "wanted": wanted,
        "date": DAY.isoformat(),
        "include": ["verdicts", "plan"],
    }


@cache
def days_of(person: Persona) -> frozenset[str]:
    """Return the ids of the days that each way has to ask for: the plan's dates count from them."""
    body = body_of(person)
    told = {id_: value for id_, value in body["answers"].items() if not _is_day(value)}
    advice = advisor().advise(read_request(advisor().catalog, {**body, "answers": told}, DAY))
    asked = (question for question in advice.questions if question.precision)
    return frozenset(id_ for question in asked for id_ in question.ids)


def with_days(person: Persona, asked: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Add the days that the plan's dates count from, where they were not asked for before."""
    ids = {id_ for one in asked for id_ in one}
    return [*asked, *((day,) for day in sorted(days_of(person) - ids))]


def _is_day(answer: object) -> bool:
    return isinstance(answer, str) and answer[4:5] == "-"


def _can_have(person: Persona, paper: str) -> bool:
    """Tell whether somebody may say of a paper that it is theirs."""
    slug, _, member = paper.partition("@")
    catalog, cast = advisor().catalog, person.world.cast
    holders = catalog.documents[slug].of
    return any(catalog.covers(holders, role) for role in cast.members[member].roles)


def requests() -> list[Request]:
    """Return the same as the door lets it in."""
    return [read_request(advisor().catalog, body, DAY) for body in bodies()]
