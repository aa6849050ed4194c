"""Find nouns by everyday words, forgiving case and small typing mistakes."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, Generic, TypeAlias, TypeVar

NEAR: Final = 0.8
LONG: Final = 4
"""Letters from which on a word may be mistyped."""
_WORD: Final = re.compile(r"\w+")

Texts: TypeAlias = "Iterable[str | None]"
N = TypeVar("N")
Words = frozenset[str]


@dataclass(frozen=True)
class Index(Generic[N]):
    """Hold nouns, each with the words of its names and of what else it is looked for by."""

    entries: tuple[tuple[N, Words, Words], ...]

    @cached_property
    def words(self) -> Words:
        """Return every word once: many nouns share theirs."""
        return frozenset().union(*(names | more for _, names, more in self.entries))

    def find(self, text: str) -> list[N]:
        """Return the nouns that every word of a text fits, best first; all for an empty text.

        A word that fits a name counts twice one that fits only what else is told; nouns that fit
        alike stay in their order.
        """
        wanted = [self._near(word) for word in _words([text])]
        scored = [(_score(wanted, names, more), noun) for noun, names, more in self.entries]
        found = sorted((one for one in scored if one[0] > 0), key=lambda one: -one[0])
        return [noun for _, noun in (found if wanted else scored)]

    def _near(self, word: str) -> Mapping[str, float]:
        """Return the words that one fits, with how well."""
        found = ((other, _nearness(word, other)) for other in self.words)
        return {other: nearness for other, nearness in found if nearness}


def index(nouns: Iterable[N], names: Callable[[N], Texts], more: Callable[[N], Texts]) -> Index[N]:
    """Return nouns in their order, to be found by their names and by what `more` tells."""
    return Index(
        tuple(
            (noun, frozenset(_words(names(noun))), frozenset(_words(more(noun)))) for noun in nouns
        )
    )


def search(
    nouns: Iterable[N], text: str, names: Callable[[N], Texts], more: Callable[[N], Texts]
) -> list[N]:
    """Return what is found among nouns that are looked through once."""
    return index(nouns, names, more).find(text)


def _words(texts: Texts) -> list[str]:
    return _WORD.findall(" ".join(filter(None, texts)).casefold())


def _score(wanted: list[Mapping[str, float]], names: Words, more: Words) -> float:
    """Return how well a noun fits; 0 if a word fits nowhere."""
    total = 0.0
    for near in wanted:
        named = max((near[word] for word in names & near.keys()), default=0.0)
        told = max((near[word] for word in more & near.keys()), default=0.0)
        best = max(2 * named, told)
        if best == 0:
            return 0
        total += best
    return total


def _nearness(word: str, other: str) -> float:
    """Return 1 for a word or its beginning, less for a near one, 0 for another."""
    if other.startswith(word):
        return 1
    if min(len(word), len(other)) < LONG:
        return 0
    matcher = SequenceMatcher(None, word, other)
    # From the cheapest bound to the ratio itself.
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= NEAR else 0
