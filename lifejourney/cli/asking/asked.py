"""The questions of an advice as they are put on the screen: a long list of papers in parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from lifejourney.cli.desk import Desk
from lifejourney.explanation import Asked, AskedReader, Option

Json = Mapping[str, Any]
MOST_PAPERS: Final = 10
DOCUMENT: Final = "document:"
HELD: Final = "held"
LACKING: Final = "lacking"


@dataclass(frozen=True)
class Reader:
    """Read the questions of an advice; `counts` are the numbers of people told so far."""

    desk: Desk
    counts: Mapping[str, object]

    def read(self, questions: list[Json]) -> Iterator[Asked]:
        """Yield the questions of a page, one by one, in their order."""
        return AskedReader(self.desk.lang, self.counts).read(questions)

    def without(self, asked: Asked, hidden: frozenset[str]) -> Asked | None:
        """Return a question without what was dealt with; a long checklist only in part."""
        if not asked.is_checklist:
            return None if asked.ids[0] in hidden else asked
        left = self._left(asked, hidden)[:MOST_PAPERS]
        return self._part(left, asked) if left else None

    def screens(self, asked: Asked, hidden: frozenset[str]) -> int:
        """Return how often a question is put: 0 if dealt with, a long checklist in parts."""
        if not asked.is_checklist:
            return int(asked.ids[0] not in hidden)
        return -(-len(self._left(asked, hidden)) // MOST_PAPERS)

    def _left(self, asked: Asked, hidden: frozenset[str]) -> list[Option]:
        return [one for one in asked.options if f"{DOCUMENT}{one.value}" not in hidden]

    def _part(self, papers: list[Option], asked: Asked) -> Asked:
        """Return the question for some papers of a list; for a single one it is put directly."""
        if len(papers) == 1:
            reader = AskedReader(self.desk.lang, self.counts)
            return reader.paper(papers[0], asked.topic, asked.decides)
        ids = tuple(f"{DOCUMENT}{one.value}" for one in papers)
        return replace(asked, ids=ids, options=tuple(papers))


def held(desk: Desk, value: str | None) -> str:
    """Return whether a paper is at hand, in words."""
    if value is None:
        return desk.words("tidak yakin", "not sure")
    return desk.words("ada", "at hand") if value == HELD else desk.words("tidak ada", "not at hand")
