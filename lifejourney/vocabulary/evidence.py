"""How sure a figure is: as sure as its source, verified only where the quotation shows it."""

import re
from collections.abc import Iterator
from typing import Final

from lifejourney.vocabulary.due import Due
from lifejourney.vocabulary.figures import (
    Benefit,
    Cost,
    Deadline,
    Opening,
    Repeat,
    Span,
    Time,
)
from lifejourney.vocabulary.scalars import LegalBasis, Source, Status
from lifejourney.vocabulary.service import SuppliedLater

_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]{3})*")
_FREE: Final = re.compile(
    r"gratis|tidak (?:di(?:pungut|kenakan)|ada) biaya|tanpa (?:dipungut )?biaya|bebas biaya|free"
    r"|rp\.? ?0\b|nol rupiah",
    re.IGNORECASE,
)
_WORDS: Final = {
    1: r"satu|se(?:bulan|minggu|tahun|hari|jam)|one",
    2: "dua|two",
    3: "tiga|three",
    4: "empat|four",
    5: "lima|five",
    6: "enam|six",
    7: "tujuh|seven|seminggu",
    8: "delapan|eight",
    9: "sembilan|nine",
    10: "sepuluh|ten",
    12: "dua belas|twelve",
    14: "empat belas|fourteen",
    15: "lima belas|fifteen",
    30: "tiga puluh|thirty",
    60: "enam puluh|sixty",
    90: "sembilan puluh|ninety",
}


def status_of(figure: object, source: Source | None) -> Status:
    """Return how sure a figure is: `unverified` without a source, else as sure as that.

    A source that was verified makes those figures `verified` that its quotation shows, and others
    `secondary`. `unverified` is a figure whose source has no quotation, since nobody can check it
    again, and an article that neither quotation nor title names, since summaries of a regulation
    are often wrong by an article.
    """
    if source is None:
        return "unverified"
    if isinstance(figure, LegalBasis):
        checkable = _names_article(source, figure)
    else:
        checkable = source.quote is not None or not any(True for _ in _numbers(figure))
    if not checkable:
        return "unverified"
    if source.status == "verified" and not shows(source.quote or "", figure):
        return "secondary"
    return source.status


def _names_article(source: Source, basis: LegalBasis) -> bool:
    """Tell whether a page names every article of a legal basis, if it has any."""
    named = re.findall(r"[0-9]+", f"{source.title or ''} {source.quote or ''}")
    return set(re.findall(r"[0-9]+", basis.article or "")) <= set(named)


def shows(quote: str, figure: object) -> bool:
    """Tell whether every number of a figure stands in a quotation, in digits or in words."""
    digits = {int(one.replace(".", "")) for one in _NUMBER.findall(quote)}
    for number in _numbers(figure):
        if number == 0 and isinstance(figure, Cost) and _FREE.search(quote):
            continue
        words = _WORDS.get(number)
        in_words = words and re.search(rf"\b(?:{words})\b", quote, re.IGNORECASE)
        if number not in digits and not in_words:
            return False
    return bool(quote)


def _numbers(figure: object) -> Iterator[int]:
    """Yield the numbers of a figure."""
    match figure:
        case Time(min=low, max=high) | Cost(min=low, max=high):
            yield from _known(low, high)
        case Benefit(min=low, max=high, claim_within=span):
            yield from _known(low, high, *_of(span))
        case Due(at_age=age, within=span, before_expiry=notice, on=day):
            yield from _known(age, *_of(span), *_of(notice), None if day is None else day.day)
        case Deadline(within=number, by=yearly, on=day):
            # Of a day of the year the quotation shows the day; it may name the month.
            yield from _known(number, _day_in(yearly))
            yield from _known(None if day is None else day.day)
        case Span(value=number):
            # Nothing shows a period that is left out.
            yield from _known(number or None, _day_in(getattr(figure, "until", None)))
        case SuppliedLater(within=span):
            yield span.value
        case Opening(not_before=span, from_day=start, until_day=end):
            yield from _known(*_of(span), *(day.day for day in (start, end) if day is not None))
        case Repeat(every=span, until_age=age, times=times):
            yield from _known(span.value, age, times)
        case LegalBasis(act=act, article=article):
            yield from (int(one) for one in re.findall(r"[0-9]+", f"{act} {article or ''}"))
        case _:
            return


def _of(span: Span | None) -> tuple[int, ...]:
    return () if span is None else (span.value,)


def _day_in(yearly: str | None) -> int | None:
    return None if yearly is None else int(yearly[-2:])


def _known(*numbers: int | None) -> Iterator[int]:
    yield from (number for number in numbers if number is not None)
