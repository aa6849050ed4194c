"""One expectation that does not hold, and when two names mean the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lifejourney.answers import as_member
from lifejourney.errors import Problem, Words

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Failure:
    """Name one expectation that does not hold: which, what was expected, what was found.

    `refused`: why what the scenario says was not let in, where that is what was found.
    """

    expectation: str
    expected: str
    found: str
    refused: Problem | None = None

    def in_language(self, lang: str) -> str:
        """Print it on one line."""
        if self.refused is not None:
            return self.refused.in_language(lang)
        words = Words(
            f"{self.expectation}: diharapkan {self.expected}, ternyata {self.found}",
            f"{self.expectation}: expected {self.expected}, found {self.found}",
        )
        return words.in_language(lang)

    def as_json(self, lang: str) -> Json:
        """Return what the terminal gives to programs."""
        found = self.found if self.refused is None else self.refused.in_language(lang)
        return {"expectation": self.expectation, "expected": self.expected, "found": found}


def same_name(expected: str, found: str) -> bool:
    """Tell whether two names `slug@person` mean the same; `child` means the one child.

    `slug@person#2` is the earlier time of a step that is taken twice.
    """
    slug, _, person = expected.partition("@")
    slug2, _, person2 = found.partition("@")
    person, _, time = person.partition("#")
    person2, _, time2 = person2.partition("#")
    same = person2 in (person, f"{person}-1", as_member(person))
    return same and (slug, time) == (slug2, time2)


def asked_in(questions: Iterable[Json]) -> Iterator[str]:
    """Yield what is asked: facts, `document@person`, roles, and outcomes of a choice."""
    for question in questions:
        yield from question["facts"]
        yield from question["documents"]
        if question["persons"]:
            yield question["persons"]["role"]
        if question["choice"]:
            yield f"{question['choice']['document']}@{question['choice']['of']}"


def plain(value: object) -> object:
    """Return an expected value as it stands in the answer."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def same_question(expected: str, found: str) -> bool:
    """Tell whether two questions are the same, `child` meaning the one child.

    What is asked about may be written as in an answer: `choice:akta-kelahiran@child`.
    """
    expected = expected.rpartition(":")[2]
    before, dot, name = expected.partition(".")
    bare = as_member(found)
    return bare in (as_member(expected), f"{before}-1{dot}{name}", f"{expected}-1")
