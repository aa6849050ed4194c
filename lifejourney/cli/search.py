"""Find nouns by everyday words, forgiving case and small typing mistakes."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final, Protocol, TypeVar

from lifejourney.vocabulary import Text

NEAR: Final = 0.8
LONG: Final = 4
"""Letters from which on a word may be mistyped."""
_WORD: Final = re.compile(r"\w+")


class Searchable(Protocol):
    """Have a slug, a title, other names and a plain description."""

    @property
    def slug(self) -> str:
        """Return the slug."""

    @property
    def title(self) -> Text:
        """Return the title."""

    @property
    def also_called(self) -> tuple[str, ...]:
        """Return everyday names."""

    @property
    def plain(self) -> Text | None:
        """Return a plain description."""


N = TypeVar("N", bound=Searchable)


def search(nouns: Iterable[N], text: str) -> list[N]:
    """Return the nouns that every word of a text fits, best first; all for an empty text."""
    wanted = _words(text)
    scored = [(_score(noun, wanted), noun) for noun in nouns]
    found = [(score, noun) for score, noun in scored if score > 0 or not wanted]
    return [noun for _, noun in sorted(found, key=lambda one: (-one[0], one[1].slug))]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _score(noun: Searchable, wanted: list[str]) -> float:
    """Return how well a noun fits: names count more than its description; 0 if a word fits not."""
    names = _words(" ".join([noun.slug, noun.title.id, noun.title.en or "", *noun.also_called]))
    plain = _words(f"{noun.plain.id} {noun.plain.en or ''}") if noun.plain is not None else []
    total = 0.0
    for word in wanted:
        best = max(2 * _nearness(word, names), _nearness(word, plain))
        if best == 0:
            return 0
        total += best
    return total


def _nearness(word: str, words: list[str]) -> float:
    """Return 1 for a word or its beginning, less for a near one, 0 for none."""
    best = 0.0
    for other in words:
        if other.startswith(word):
            return 1
        matcher = SequenceMatcher(None, word, other)
        if min(len(word), len(other)) >= LONG and matcher.quick_ratio() >= NEAR:
            best = max(best, matcher.ratio() if matcher.ratio() >= NEAR else 0)
    return best
