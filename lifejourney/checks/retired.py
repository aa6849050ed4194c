"""Check that no text uses a name that was retired, but where history is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lifejourney.checks.places import Places
from lifejourney.errors import Place, Problem, Words
from lifejourney.vocabulary import (
    Authority,
    Constraint,
    Document,
    Fact,
    LifeEvent,
    Path,
    Retired,
    RetiredNames,
    Scenario,
    Service,
    Text,
    Topic,
    Unit,
    parts,
)

_READ: Final = (
    *(LifeEvent, Service, Document, Fact, Constraint, Authority, Unit, Topic, Scenario),
)


def check_retired(
    nouns: Iterable[object], retired: RetiredNames, places: Places
) -> Iterator[Problem]:
    """Yield retired names in the texts of these nouns.

    They may stand in `also_called`, in what a law or a source is called, and in a sentence that
    one of the words of history marks as such.
    """
    if not retired.names:
        return
    finder = _Finder(
        tuple((name, one, _pattern(name)) for name, one in retired.names.items()),
        tuple(_pattern(word) for word in retired.history),
    )
    for noun in nouns:
        if not isinstance(noun, _READ):
            continue
        for path, part in parts(noun):
            if isinstance(part, Text):
                for name, one, way in finder.found(part, in_title="title" in path):
                    yield _problem(name, one, places(noun, (*path, *way)))


def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name as a word of its own; capitals matter only where it has them."""
    flags = re.NOFLAG if any(letter.isupper() for letter in name) else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Find retired names in texts."""

    names: tuple[tuple[str, Retired, re.Pattern[str]], ...]
    history: tuple[re.Pattern[str], ...]

    def found(self, text: Text, *, in_title: bool) -> Iterator[tuple[str, Retired, Path]]:
        """Yield each name that a text uses as if it were in force, with the way to it."""
        others: dict[Path, str] = {("others", lang): words for lang, words in text.others.items()}
        languages: dict[Path, str] = {("id",): text.id, ("en",): text.en or "", **others}
        for way, words in languages.items():
            sentences = re.split(r"[.!?;]\s", words)
            now = [one for one in sentences if not any(old.search(one) for old in self.history)]
            for name, retired, pattern in self.names:
                if (in_title or not retired.in_titles_only) and any(map(pattern.search, now)):
                    yield name, retired, way


def _problem(name: str, retired: Retired, where: Place) -> Problem:
    """Say what took the place of a name."""
    what = Words(f"'{name}' sudah tidak dipakai", f"'{name}' is no longer in use")
    better = retired.instead
    remedy = Words(
        f"tulis {better.id}; nama lama boleh di also_called, atau dalam kalimat riwayat",
        f"write {better.in_language('en')}; the old name may stand in also_called, "
        "or in a sentence of history",
    )
    return Problem("retired-name", where, what, remedy)
