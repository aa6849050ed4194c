"""Questions as they are put, one by one, made from the questions of an answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from lifejourney.errors import Words
from lifejourney.explanation import words

Json = Mapping[str, Any]
Type = Literal[
    "boolean", "choice", "integer", "money", "date", "text", "region", "papers", "paper", "result"
]
DOCUMENT: Final = "document:"
PERSONS: Final = "persons:"
CHOICE: Final = "choice:"
WHICH_PAPERS: Final = Words("Surat mana yang sudah ada?", "Which of these papers are at hand?")
ONE_PAPER: Final = Words("Apakah {paper} ada pada Anda?", "Do you have: {paper}?")
WHY_PAPERS: Final = Words(
    "Surat yang sudah ada tidak perlu diurus lagi.",
    "A paper that you have need not be applied for.",
)
WHY_RESULT: Final = Words(
    "Hukum memberi lebih dari satu jalan. Anda yang memilih, dan boleh memilih nanti.",
    "The law offers more than one way. The choice is yours, and it can wait.",
)


@dataclass(frozen=True)
class Option:
    """Offer one answer: its value, what it is called, what follows from it.

    `question`: of a paper on a list, what is asked about it.
    """

    value: str
    label: str
    note: str = ""
    question: str = ""


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
class AskedReader:
    """Read the questions of an answer; `counts` are the numbers of people told so far."""

    lang: str
    counts: Mapping[str, object]

    def read(self, questions: Sequence[Json]) -> Iterator[Asked]:
        """Yield the questions of a page, one by one, in their order."""
        for question in questions:
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

    def paper(self, paper: Option, topic: str = "", decides: int = 0) -> Asked:
        """Return the question whether one paper is at hand."""
        title = ONE_PAPER.in_language(self.lang).format(paper=paper.label)
        ways = (
            Option("held", words.HELD.in_language(self.lang)),
            Option("lacking", words.LACKING.in_language(self.lang)),
        )
        why = WHY_PAPERS.in_language(self.lang)
        return Asked((f"{DOCUMENT}{paper.value}",), "paper", title, why, topic, decides, ways)

    def _fact(self, question: Json, asked: Json) -> Asked:
        least, most = asked["minimum"], asked["maximum"]
        return Asked(
            (str(asked["fact"]),),
            "region" if asked["regions"] else asked["type"],
            asked["title"],
            asked["why"],
            question["topic_title"],
            question["decides"],
            tuple(Option(one["value"], one["label"]) for one in asked["options"]),
            None if least is None or most is None else (least, most),
            tuple(asked.get("accepts", ())),
            asked.get("so_far") or "",
        )

    def _papers(self, question: Json) -> Asked:
        papers = tuple(
            Option(one["document"], _with_person(one), question=one["question"])
            for one in question["ask"]
        )
        return Asked(
            tuple(f"{DOCUMENT}{one.value}" for one in papers),
            "papers",
            WHICH_PAPERS.in_language(self.lang),
            WHY_PAPERS.in_language(self.lang),
            question["topic_title"],
            question["decides"],
            papers,
        )

    def _result(self, question: Json) -> Asked:
        choice = question["choice"]
        of = choice["of"]
        return Asked(
            (f"{CHOICE}{choice['document']}@{of}",),
            "result",
            question["title"],
            WHY_RESULT.in_language(self.lang),
            question["topic_title"],
            question["decides"],
            tuple(
                Option(f"{one['document']}@{of}", one["title"], one["consequence"] or "")
                for one in choice["options"]
            ),
        )

    def _persons(self, question: Json) -> Asked:
        persons = question["persons"]
        people = [wider for one in persons["options"] for wider in self._members(one)]
        return Asked(
            (f"{PERSONS}{persons['role']}",),
            "choice" if people else "integer",
            question["title"],
            question["why"] or "",
            question["topic_title"],
            question["decides"],
            tuple(people),
            None if people else (persons["minimum"], persons["maximum"]),
        )

    def _members(self, one: Json) -> Iterator[Option]:
        """Yield each member of a role of whom there are several."""
        count = str(self.counts.get(one["value"], 1))
        number = int(count) if count.isdigit() else 1
        if number <= 1:
            yield Option(one["value"], one["label"])
            return
        for which in range(1, number + 1):
            label = words.NUMBERED.in_language(self.lang).format(title=one["label"], number=which)
            yield Option(f"{one['value']}-{which}", label)


def _with_person(paper: Json) -> str:
    title, person = str(paper["title"]), str(paper["person_title"])
    return title if person in title else f"{title} ({person})"
