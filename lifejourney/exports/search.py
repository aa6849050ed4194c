"""Find nouns by everyday words, forgiving case and small typing mistakes."""

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import Final, TypeAlias, TypeVar

NEAR: Final = 0.8
LONG: Final = 4
"""Letters from which on a word may be mistyped."""
_WORD: Final = re.compile(r"\w+")

Texts: TypeAlias = "Iterable[str | None]"
N = TypeVar("N")


def search(
    nouns: Iterable[N], text: str, names: Callable[[N], Texts], more: Callable[[N], Texts]
) -> list[N]:
    """Return the nouns that every word of a text fits, best first; all for an empty text.

    A word that fits a name counts twice one that fits only what `more` tells; nouns that fit
    alike stay in the order given.
    """
    wanted = _words([text])
    scored = [
        (_score(wanted, _words(names(noun)), _words(more(noun))), noun)
        for noun in (nouns if wanted else ())
    ]
    found = sorted((one for one in scored if one[0] > 0), key=lambda one: -one[0])
    return [noun for _, noun in found] if wanted else list(nouns)


def _words(texts: Texts) -> list[str]:
    return _WORD.findall(" ".join(filter(None, texts)).casefold())


def _score(wanted: list[str], names: list[str], more: list[str]) -> float:
    """Return how well a noun fits; 0 if a word fits nowhere."""
    total = 0.0
    for word in wanted:
        best = max(2 * _nearness(word, names), _nearness(word, more))
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
        if min(len(word), len(other)) < LONG:
            continue
        matcher = SequenceMatcher(None, word, other)
        # From the cheapest bound to the ratio itself.
        if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR:
            ratio = matcher.ratio()
            best = max(best, ratio if ratio >= NEAR else 0)
    return best
