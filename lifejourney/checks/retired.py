"""Check that no text uses a name that was retired, but where history is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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


def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name as a word of its own; capitals matter only where it has them."""
    flags = re.NOFLAG if any(letter.isupper() for letter in name) else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of these names, and now and then what only looks like one."""
    either = "|".join(map(re.escape, names))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


class Retirement:
    """Find the names that a country has retired."""

    def __init__(self, retired: RetiredNames) -> None:
        """Prepare what to look for."""
        self._either = _any_of(retired.names)
        self._names = [(name, one, _pattern(name)) for name, one in retired.names.items()]
        self._history = [_pattern(word) for word in retired.history]

    def check(self, noun: object, places: Places) -> Iterator[Problem]:
        """Yield retired names in the texts of a noun.

        They may stand in `also_called`, in what a law or a source is called, and in a sentence
        that one of the words of history marks as such.
        """
        if not self._names or not isinstance(noun, _READ):
            return
        for path, part in parts(noun):
            if isinstance(part, Text):
                for name, one, way in self._found(part, in_title="title" in path):
                    yield _problem(name, one, places(noun, (*path, *way)))

    def _found(self, text: Text, *, in_title: bool) -> Iterator[tuple[str, Retired, Path]]:
        """Yield each name that a text uses as if it were in force, with the way to it."""
        others: dict[Path, str] = {("others", lang): words for lang, words in text.others.items()}
        languages: dict[Path, str] = {("id",): text.id, ("en",): text.en or "", **others}
        for way, words in languages.items():
            if not self._either.search(words):
                continue
            sentences = re.split(r"[.!?;]\s", words)
            now = [one for one in sentences if not any(old.search(one) for old in self._history)]
            for name, retired, pattern in self._names:
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
