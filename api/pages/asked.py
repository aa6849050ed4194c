"""Questions as they stand on a page, made from the questions of an advice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from babel.dates import get_month_names

from ..look import Speech
from ..session import CHOICE, DOCUMENT, PERSONS, Session, Value

Json = Mapping[str, Any]
Kind = Literal["choice", "number", "money", "date", "place", "text", "papers"]
MOST_PAPERS: Final = 8
FEW: Final = 7
"""Up to so many numbers are shown to choose from."""
LATER: Final = "later"
_TYPES: Final[Mapping[str, Kind]] = {
    "boolean": "choice",
    "choice": "choice",
    "integer": "number",
    "money": "money",
    "date": "date",
}


@dataclass(frozen=True)
class Option:
    """Offer one answer: what is sent, what it is called, and what follows from it."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Asked:
    """Hold one question on a page; `name` begins the names of its fields.

    `ids`: what is asked for, several for a list of papers, which then are the `options`.
    `typed`: what stands in the fields; `faults`: what was wrong with it.
    """

    name: str
    ids: tuple[str, ...]
    kind: Kind
    title: str
    why: str = ""
    topic: str = ""
    options: tuple[Option, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    accepts: tuple[str, ...] = ()
    typed: Mapping[str, str] = ()  # type: ignore[assignment]
    faults: tuple[str, ...] = ()

    def at(self, field: str) -> str:
        """Return what stands in one of its fields."""
        return dict(self.typed).get(field, "")


@dataclass(frozen=True)
class Asking:
    """Make questions for a page, in its language."""

    say: Speech
    session: Session

    def read(self, questions: Sequence[Json], *, one: bool) -> list[Asked]:
        """Return the first question of a list, or all of them; papers only so many at a time."""
        found = [
            replace(asked, name=f"q{number}")
            for number, asked in enumerate(
                each for question in questions for each in self._read(question)
            )
        ]
        return found[:1] if one else found

    def _read(self, question: Json) -> Iterator[Asked]:
        match question["kind"]:
            case "facts":
                for asked in question["ask"]:
                    yield self._fact(question, asked)
            case "documents":
                yield self._papers(question)
            case "choice":
                yield self._result(question)
            case _:
                yield self._persons(question)

    def _fact(self, question: Json, asked: Json) -> Asked:
        return Asked(
            "",
            (asked["fact"],),
            "place" if asked["regions"] else _TYPES.get(asked["type"], "text"),
            asked["title"],
            asked["why"] or "",
            question["topic_title"] or "",
            tuple(Option(one["value"], one["label"]) for one in asked["options"]),
            asked["minimum"],
            asked["maximum"],
            tuple(asked.get("accepts", ())),
        )

    def _papers(self, question: Json) -> Asked:
        papers = question["ask"][:MOST_PAPERS]
        options = tuple(Option(one["document"], one["question"]) for one in papers)
        return Asked(
            "",
            tuple(f"{DOCUMENT}{one.value}" for one in options),
            "papers",
            self.say("Surat mana yang sudah ada?", "Which of these papers are at hand?"),
            self.say(
                "Surat yang sudah ada tidak perlu diurus lagi.",
                "A paper that you have need not be applied for.",
            ),
            question["topic_title"] or "",
            options,
        )

    def _result(self, question: Json) -> Asked:
        choice = question["choice"]
        options = tuple(
            Option(f"{one['document']}@{choice['of']}", one["title"], one["consequence"] or "")
            for one in choice["options"]
        )
        return Asked(
            "",
            (f"{CHOICE}{choice['document']}@{choice['of']}",),
            "choice",
            question["title"],
            self.say(
                "Hukum memberi lebih dari satu jalan. Anda yang memilih, dan boleh memilih nanti.",
                "The law offers more than one way. The choice is yours, and it can wait.",
            ),
            question["topic_title"] or "",
            options,
        )

    def _persons(self, question: Json) -> Asked:
        persons = question["persons"]
        least, most = persons["minimum"], persons["maximum"]
        told = [wider for one in persons["options"] for wider in self._members(one)]
        if not persons["may_be"] and most - least < FEW:
            told = [Option(str(number), str(number)) for number in range(least, most + 1)]
        return Asked(
            "",
            (f"{PERSONS}{persons['role']}",),
            "choice" if told else "number",
            question["title"] or persons["role"],
            question["why"] or "",
            question["topic_title"] or "",
            tuple(told),
            least,
            most,
        )

    def _members(self, one: Json) -> Iterator[Option]:
        """Yield each member of a role of whom several were counted."""
        count = self.session.body().get("persons", {}).get(one["value"], 1)
        if not isinstance(count, int) or count <= 1:
            yield Option(one["value"], one["label"])
            return
        for which in range(1, count + 1):
            label = self.say(f"{one['label']} ke-{which}", f"{one['label']} {which}")
            yield Option(f"{one['value']}-{which}", label)


def typed_before(asked: Asked, step: Mapping[str, Value]) -> dict[str, str]:
    """Return the fields of a question as an earlier answer would fill them."""
    if not step:
        return {}
    if asked.kind == "papers":
        told = {id_: step.get(id_) for id_ in asked.ids}
        return {f"p{at}": str(told[id_] or "unsure") for at, id_ in enumerate(asked.ids)}
    value = step.get(asked.ids[0])
    if value is None:
        return {}
    if asked.kind == "date":
        return _date_fields(str(value))
    return {"v": str(value).lower() if isinstance(value, bool) else str(value)}


def _date_fields(value: str) -> dict[str, str]:
    if value.startswith("age "):
        return {"age": value.removeprefix("age ")}
    year, _, rest = value.partition("-")
    month, _, day = rest.partition("-")
    return {"y": year, "m": month.lstrip("0"), "d": day.lstrip("0")}


def months(lang: str) -> list[Option]:
    """Return the months by name."""
    names = get_month_names("wide", locale=lang)
    return [Option(str(number), names[number]) for number in range(1, 13)]
