"""Find questions that are hard to answer by the way they are put."""

import re
from collections.abc import Iterator
from typing import Final

from lifejourney.checks import Places
from lifejourney.errors import Problem, Words
from lifejourney.proofs.worlds import Worlds
from lifejourney.vocabulary import Fact

LONGEST: Final = 15
"""Words that a question has at most."""
_REMARK: Final = re.compile(r"\([^)]*\)")
_TWO: Final = re.compile(
    r"\?.*\?|\b(?:dan|atau) apakah\b|\b(?:and|or) (?:is|are|was|were|do|does|did)\b"
)
_NO: Final = {
    "id": re.compile(r"\b(?:tidak|bukan|belum|jangan|tanpa)\b"),
    "en": re.compile(r"\b(?:not|no|never|without|\w+n't)\b"),
}
_LONG: Final = Words(
    "pendekkan; keterangan tambahan taruh di 'why' atau 'note'",
    "shorten it; what explains it belongs in 'why' or 'note'",
)
_ONE_EACH: Final = Words("pecah menjadi dua fakta", "make two facts of it")
_PLAINLY: Final = Words("tanyakan hal yang benar, bukan yang tidak", "ask for what is so")


def prove_wording(worlds: Worlds, places: Places) -> Iterator[Problem]:
    """Yield hints about the questions of facts, in both languages."""
    for fact in worlds.catalog.facts:
        if fact.derived is not None:
            continue
        for language in ("id", "en"):
            text = getattr(fact.title, language)
            if text is not None:
                yield from _hints(fact, language, text, places)


def _hints(fact: Fact, language: str, text: str, places: Places) -> Iterator[Problem]:
    plain = _REMARK.sub("", text).lower()
    words = len(plain.split())
    where = places(fact, ("title", language))
    if words > LONGEST:
        what = Words(
            f"pertanyaan ini {words} kata, lebih dari {LONGEST}",
            f"this question has {words} words, more than {LONGEST}",
        )
        yield Problem("question-long", where, what, _LONG, "hint")
    if _TWO.search(plain):
        what = Words("pertanyaan ini menanyakan dua hal", "this question asks two things")
        yield Problem("question-double", where, what, _ONE_EACH, "hint")
    if len(_NO[language].findall(plain)) > 1:
        what = Words("pertanyaan ini menyangkal dua kali", "this question says no twice")
        yield Problem("question-negated", where, what, _PLAINLY, "hint")
