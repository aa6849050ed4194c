"""One question as it stands on the screen, made from the questions of an advice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from lifejourney.cli.desk import Desk

Json = Mapping[str, Any]
Type = Literal[
    "boolean", "choice", "integer", "money", "date", "text", "region", "papers", "paper", "result"
]
MOST_PAPERS: Final = 10
DOCUMENT: Final = "document:"
HELD: Final = "held"
LACKING: Final = "lacking"


@dataclass(frozen=True)
class Option:
    """Offer one answer: its value, what it is called, and what follows from it."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Asked:
    """Hold one question; `ids` are those of a request's `declined`, several for a checklist.

    `options` of a checklist are the papers. `bounds`: least and greatest number, where known. Of
    a date `accepts` names the ways to tell it; `so_far` is what was told less exactly.
    """

    ids: tuple[str, ...]
    type: Type
    title: str
    why: str = ""
    topic: str = ""
    decides: int = 0
    options: tuple[Option, ...] = ()
    bounds: tuple[int, int] | None = None
    accepts: tuple[str, ...] = ()
    so_far: str = ""

    @property
    def is_checklist(self) -> bool:
        """Tell whether several papers are asked for at once."""
        return self.type == "papers"

    @property
    def is_result(self) -> bool:
        """Tell whether it asks for the result that is wanted."""
        return self.type == "result"


@dataclass(frozen=True)
class Reader:
    """Read the questions of an advice; `counts` are the numbers of people told so far."""

    desk: Desk
    counts: Mapping[str, object]

    def read(self, questions: list[Json]) -> Iterator[Asked]:
        """Yield the questions of a page, one by one, in their order."""
        for question in questions:
            match question["kind"]:
                case "facts":
                    for asked in question.get("ask", ()):
                        yield self._fact(question, asked)
                case "documents":
                    yield self._papers(question, question["ask"])
                case "choice":
                    yield self._result(question)
                case _:
                    yield self._persons(question)

    def without(self, asked: Asked, hidden: frozenset[str]) -> Asked | None:
        """Return a question without what was dealt with; a long checklist only in part."""
        if not asked.is_checklist:
            return None if asked.ids[0] in hidden else asked
        left = self._left(asked, hidden)[:MOST_PAPERS]
        return self.checklist(left, asked.topic, asked.decides) if left else None

    def screens(self, asked: Asked, hidden: frozenset[str]) -> int:
        """Return how often a question is put: 0 if dealt with, a long checklist in parts."""
        if not asked.is_checklist:
            return int(asked.ids[0] not in hidden)
        return -(-len(self._left(asked, hidden)) // MOST_PAPERS)

    def _left(self, asked: Asked, hidden: frozenset[str]) -> list[Option]:
        return [one for one in asked.options if f"{DOCUMENT}{one.value}" not in hidden]

    def checklist(self, papers: list[Option], topic: str = "", decides: int = 0) -> Asked:
        """Return the question for some papers; for a single one it is put directly."""
        desk = self.desk
        why = desk.words(
            "Surat yang sudah ada tidak perlu diurus lagi.",
            "A paper that you have need not be applied for.",
        )
        ids = tuple(f"{DOCUMENT}{one.value}" for one in papers)
        if len(papers) == 1:
            title = desk.words(
                f"Apakah {papers[0].label} ada pada Anda?", f"Do you have: {papers[0].label}?"
            )
            ways = (Option(HELD, held(desk, HELD)), Option(LACKING, held(desk, LACKING)))
            return Asked(ids, "paper", title, why, topic, decides, ways)
        title = desk.words("Surat mana yang sudah ada?", "Which of these papers are at hand?")
        return Asked(ids, "papers", title, why, topic, decides, tuple(papers))

    def _fact(self, question: Json, asked: Json) -> Asked:
        fact = self.desk.fact(asked["fact"])
        type_: Type = asked["type"]
        return Asked(
            (str(asked["fact"]),),
            "region" if fact is not None and fact.regions else type_,
            asked["title"],
            asked.get("why") or "",
            question.get("topic_title") or "",
            question["decides"],
            tuple(
                Option(one["value"], one["label"], one.get("note") or "")
                for one in asked["options"]
            ),
            accepts=tuple(asked.get("accepts", ())),
            so_far=asked.get("so_far") or "",
        )

    def _papers(self, question: Json, asked: list[Json]) -> Asked:
        papers = tuple(
            Option(one["document"], _with_person(one["title"], one.get("person_title")))
            for one in asked
        )
        ids = tuple(f"{DOCUMENT}{one.value}" for one in papers)
        topic = question.get("topic_title") or ""
        return Asked(ids, "papers", "", "", topic, question["decides"], papers)

    def _result(self, question: Json) -> Asked:
        choice = question["choice"]
        of, desk = choice["of"], self.desk
        why = desk.words(
            "Hukum memberi lebih dari satu jalan. Anda yang memilih, dan boleh memilih nanti.",
            "The law offers more than one way. The choice is yours, and it can wait.",
        )
        options = tuple(
            Option(f"{one['document']}@{of}", one["title"], one.get("consequence") or "")
            for one in choice["options"]
        )
        id_ = f"choice:{choice['document']}@{of}"
        topic = question.get("topic_title") or ""
        title = question.get("title") or choice["document"]
        return Asked((id_,), "result", title, why, topic, question["decides"], options)

    def _persons(self, question: Json) -> Asked:
        persons = question["persons"]
        options = [
            wider
            for one in persons.get("options", ())
            for wider in self._members(Option(one["value"], one["label"]))
        ]
        return Asked(
            (f"persons:{persons['role']}",),
            "choice" if persons["may_be"] else "integer",
            question.get("title") or persons["role"],
            question.get("why") or "",
            question.get("topic_title") or "",
            question["decides"],
            tuple(options),
            None if persons["may_be"] else (persons["minimum"], persons["maximum"]),
        )

    def _members(self, one: Option) -> Iterator[Option]:
        """Yield each member of a role of whom there are several."""
        count = str(self.counts.get(one.value, 1))
        number = int(count) if count.isdigit() else 1
        if number <= 1:
            yield one
            return
        for which in range(1, number + 1):
            label = self.desk.words(f"{one.label} ke-{which}", f"{one.label} {which}")
            yield Option(f"{one.value}-{which}", label)


def held(desk: Desk, value: str | None) -> str:
    """Return whether a paper is at hand, in words."""
    if value is None:
        return desk.words("tidak yakin", "not sure")
    return desk.words("ada", "at hand") if value == HELD else desk.words("tidak ada", "not at hand")


def _with_person(title: str, person: str | None) -> str:
    return title if not person or person in title else f"{title} ({person})"
