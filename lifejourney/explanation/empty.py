"""Why a plan has no step: nothing applies, everything is at hand, or nothing can be said yet."""

from collections.abc import Iterable, Iterator
from typing import Final

from lifejourney.advice import Verdict
from lifejourney.errors import Words
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.telling import reason_text

MOST: Final = 4
"""So many answers are named."""
NOTHING: Final = Words(
    "Menurut jawaban Anda tidak ada yang perlu diurus: {event}. {answers}",
    "By your answers there is nothing to be done: {event}. {answers}",
)
ALL_HELD: Final = Words(
    "Semua yang diperlukan sudah ada pada Anda: {papers}. Tidak ada langkah yang perlu dikerjakan.",
    "You have everything that is needed: {papers}. There is no step to take.",
)
OUTSIDE: Final = Words(
    "Yang diperlukan tidak memerlukan langkah di layanan mana pun.",
    "What is needed takes no step at any service.",
)
TO_ASK: Final = Words(
    "Belum ada langkah yang dapat disebut sebelum satu dua hal diketahui. "
    "Jawab satu pertanyaan; satu jawaban saja sudah membantu.",
    "No step can be named before a few things are known. "
    "Answer a question; one answer helps already.",
)
UNSAID: Final = Words(
    "Menurut yang Anda katakan tidak ada langkah yang pasti. Anda boleh menjawab kapan "
    "saja; petugas di loket juga dapat membantu.",
    "By what you said no step is certain. You may answer at any time; "
    "the staff at the counter can help too.",
)


def empty_text(naming: Naming) -> str | None:
    """Return why no step is named and none is blocked; None where there is one."""
    advice = naming.advice
    if advice.steps or advice.blocked or advice.branches:
        return None
    truths = {verdict.truth for verdict in advice.verdicts}
    if advice.possible or "unknown" in truths:
        return naming.say(TO_ASK if advice.page else UNSAID)
    if "applies" in truths:
        held = list(_held(naming))
        return naming.say(ALL_HELD, papers=naming.listed(held)) if held else naming.say(OUTSIDE)
    events = naming.listed(map(naming.event, advice.cast.events))
    return naming.say(NOTHING, event=events, answers=_answers(naming, advice.verdicts)).strip()


def _held(naming: Naming) -> Iterator[str]:
    """Yield what is held of what the events call for, in the order of the catalog, each once."""
    catalog = naming.advice.catalog
    called: set[str] = set()
    for verdict in naming.advice.verdicts:
        if verdict.truth == "applies" and verdict.call.document is not None:
            called |= set(catalog.kinds(verdict.call.document))
        elif verdict.truth == "applies" and verdict.call.service is not None:
            made = catalog.services[verdict.call.service].produces
            called |= {kind for result in made for kind in catalog.kinds(result.document)}
    held = {slug for (slug, _), held in naming.advice.situation.papers.items() if held}
    return (naming.target(slug) for slug in catalog.documents if slug in called & held)


def _answers(naming: Naming, verdicts: Iterable[Verdict]) -> str:
    """Return the answers by which what the events call for falls away, each once."""
    reasons = (r for verdict in verdicts for r in verdict.reasons if r.kind == "answer")
    told = dict.fromkeys(reason_text(naming, reason) for reason in reasons)
    return " ".join(list(told)[:MOST])
