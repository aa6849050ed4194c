"""What people of the shipped events have answered, as a frontend would post it."""

from datetime import date
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


def _can_have(person: Persona, paper: str) -> bool:
    """Tell whether somebody may say of a paper that it is theirs."""
    slug, _, member = paper.partition("@")
    catalog, cast = advisor().catalog, person.world.cast
    holders = catalog.documents[slug].of
    return any(catalog.covers(holders, role) for role in cast.members[member].roles)


def requests() -> list[Request]:
    """Return the same as the door lets it in."""
    return [read_request(advisor().catalog, body, DAY) for body in bodies()]
