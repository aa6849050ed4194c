"""Find questions that are hard to answer by the way they are put."""

import re
from collections.abc import Iterator
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks import Places
from lifejourney.checks.places import Path
from lifejourney.errors import Place, Problem, Words
from lifejourney.proofs.worlds import Worlds
from lifejourney.vocabulary import Text

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
    """Yield hints about questions on facts, people and papers, in both languages."""
    for noun, path, asked in _questions(worlds.catalog):
        for language in ("id", "en"):
            text = getattr(asked, language)
            if text is not None:
                yield from _hints(language, text, places(noun, (*path, language)))


def _questions(catalog: Catalog) -> Iterator[tuple[object, Path, Text]]:
    """Yield every question with the noun that holds it and the path to it."""
    for fact in catalog.facts:
        if fact.derived is None:
            yield fact, ("title",), fact.title
        for at, other in enumerate(fact.worded):
            yield fact, ("worded", at, "title"), other.title
    for event in catalog.events.values():
        for role, person in event.persons.items():
            if person.ask is not None:
                yield event, ("persons", role, "ask"), person.ask
    for document in catalog.documents.values():
        if document.ask is not None:
            yield document, ("ask",), document.ask


def _hints(language: str, text: str, where: Place) -> Iterator[Problem]:
    plain = _REMARK.sub("", text).lower()
    words = len(plain.split())
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
