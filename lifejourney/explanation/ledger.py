"""Every figure of a catalog with where it was seen, how long ago, and how sure that makes it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any, Final

from babel.dates import format_date

from lifejourney.catalog import Catalog
from lifejourney.errors import Words
from lifejourney.explanation import ledger_words as told
from lifejourney.explanation import words
from lifejourney.explanation.amounts import cost_text, span_text, time_text
from lifejourney.vocabulary import (
    Authority,
    Benefit,
    CalendarYear,
    Change,
    Complaint,
    Cost,
    Deadline,
    Decree,
    Document,
    LegalBasis,
    LifeEvent,
    Opening,
    Path,
    Repeat,
    Retired,
    Service,
    Source,
    SuppliedLater,
    Time,
    Treatment,
    Validity,
    parts,
    status_of,
)

Json = dict[str, Any]
_Sourced = LifeEvent | Service | Document | Authority | CalendarYear
UNSETTLED: Final = ("unknown", "unverified")
"""The statuses of figures that are still to be looked for."""
_KINDS: Final[Mapping[type, str]] = {
    LifeEvent: "event",
    Service: "service",
    Document: "document",
    Authority: "authority",
    CalendarYear: "calendar",
}


def list_figures(catalog: Catalog, lang: str, today: date) -> list[Json]:
    """Return every figure: of which noun, what it says, its source, its age in days, its status.

    `status` is that of the source: `unverified` without one, `unknown` where there is no figure
    at all. Services come first, by code.
    """
    nouns: tuple[_Sourced, ...] = (
        *sorted(catalog.services.values(), key=lambda one: one.code),
        *catalog.events.values(),
        *catalog.documents.values(),
        *catalog.authorities.values(),
        *catalog.calendars.values(),
    )
    found = [row for noun in nouns for row in _of_noun(noun, lang, today)]
    retired = catalog.retired
    for name, one in retired.names.items():
        row = _row(one, ("names", name), retired.sources, lang, today)
        found.append({"noun": "retired", "slug": name, "code": None, "title": name, **row})
    return found


def only_about(rows: Sequence[Json], slugs: Collection[str]) -> list[Json]:
    """Return the figures of some nouns."""
    return [row for row in rows if row["slug"] in slugs]


def draw(rows: Sequence[Json], number: int, seed: int) -> list[Json]:
    """Return so many figures that have a source, drawn by chance, in the order of the list.

    The same list, number and seed draw the same figures.
    """
    sourced = [at for at, row in enumerate(rows) if row["url"] is not None]
    chance = Random(seed)  # noqa: S311 - a draw to be repeated, not a secret
    drawn = chance.sample(sourced, min(number, len(sourced)))
    return [rows[at] for at in sorted(drawn)]


def count_by_status(rows: Sequence[Json]) -> dict[str, int]:
    """Return how many figures there are of each status."""
    return {status: sum(row["status"] == status for row in rows) for status in told.STATUS}


def _of_noun(noun: _Sourced, lang: str, today: date) -> Iterator[Json]:
    """Yield the figures of one noun."""
    title = noun.slug if isinstance(noun, CalendarYear) else noun.title.in_language(lang)
    head = {
        "noun": _KINDS[type(noun)],
        "slug": noun.slug,
        "code": noun.code if isinstance(noun, Service) else None,
        "title": title,
    }
    for path, part in parts(noun):
        if _text(part, lang) is not None:
            yield {**head, **_row(part, path, noun.sources, lang, today)}


def _row(
    part: Any,  # noqa: ANN401 - any part that `_text` knows
    path: Path,
    sources: Mapping[str, Source],
    lang: str,
    today: date,
) -> Json:
    """Return one figure with its source."""
    source = sources.get(part.source or "")
    status: str = status_of(part, source)
    if isinstance(part, Time | Cost) and _is_unknown(part):
        status = "unknown"
    return {
        "field": _field(path),
        "label": told.LABEL[type(part).__name__].in_language(lang),
        "value": _text(part, lang),
        "status": status,
        "status_label": told.STATUS[status].in_language(lang),
        **_source(part.source, source, today),
        "conflicts": [
            {
                "says": one.says.in_language(lang),
                **_source(one.source, sources.get(one.source), today),
            }
            for one in getattr(part, "conflicts", ())
        ],
    }


def _source(name: str | None, source: Source | None, today: date) -> Json:
    """Return a source as far as there is one."""
    return {
        "source": name,
        "url": None if source is None else source.url,
        "source_title": None if source is None else source.title,
        "checked": None if source is None else source.checked.isoformat(),
        "age_days": None if source is None else (today - source.checked).days,
        "quote": None if source is None else source.quote,
    }


def _is_unknown(figure: Time | Cost) -> bool:
    """Tell whether nothing is known, not even that a regional rule sets it."""
    by_region = isinstance(figure, Cost) and figure.by_region
    return figure.known is None and not by_region


def _field(path: Path) -> str:
    """Return a path as `produces[0].requires[1]`."""
    return "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in path).lstrip(".")


def _say(phrase: Words, lang: str, **values: object) -> str:
    return phrase.in_language(lang).format(**values)


def _text(part: object, lang: str) -> str | None:
    """Return what a figure says; None for what is no figure."""
    match part:
        case Time():
            return time_text(part, lang)
        case Cost():
            return cost_text(part, lang)
        case Deadline() | SuppliedLater() | Opening() | Repeat() | Validity() | Change():
            return _when(part, lang)
        case Benefit() | Complaint() | Treatment() | Decree() | Retired():
            return _what(part, lang)
        case LegalBasis(act, article):
            return act if article is None else _say(words.ARTICLE, lang, act=act, article=article)
        case _:
            return None


def _when(part: Deadline | SuppliedLater | Opening | Repeat | Validity | Change, lang: str) -> str:
    """Return what a figure about days says."""
    match part:
        case Deadline(within, unit, after):
            span = span_text(Validity(within, unit), lang)
            return _say(told.AFTER, lang, span=span, after=after)
        case SuppliedLater(within, after):
            return _say(told.AFTER, lang, span=span_text(within, lang), after=after)
        case Opening():
            return _opening(part, lang)
        case Repeat(every, until_age, times):
            found = [_say(told.EVERY, lang, span=span_text(every, lang))]
            found += [_say(told.TIMES, lang, times=times)] if times is not None else []
            found += [_say(told.UNTIL_AGE, lang, age=until_age)] if until_age is not None else []
            return ", ".join(found)
        case Validity():
            return _say(told.VALID, lang, span=span_text(part, lang))
        case Change(day, changed):
            return _say(told.SINCE, lang, day=_day(day, lang), keys=", ".join(changed))


def _what(part: Benefit | Complaint | Treatment | Decree | Retired, lang: str) -> str:
    """Return what a figure in words says."""
    match part:
        case Benefit():
            what = part.what.in_language(lang)
            if part.claim_within is None:
                return what
            span = span_text(part.claim_within, lang)
            return _say(told.CLAIM, lang, what=what, span=span, after=part.claim_after)
        case Complaint():
            found = (part.channel.in_language(lang), part.phone, part.url)
            return "; ".join(one for one in found if one)
        case Treatment():
            asked = [words.ACCOMMODATION[one].in_language(lang) for one in part.accommodations]
            return f"{part.who.in_language(lang)}: {', '.join(asked)}"
        case Decree():
            return f"{part.title.in_language(lang)}: {', '.join(part.numbers)}"
        case Retired():
            return f"→ {part.instead.in_language(lang)}"


def _opening(opening: Opening, lang: str) -> str:
    """Return from when, or between which days, a service can be used."""
    found: list[str] = []
    if opening.from_day is not None:
        found.append(_say(told.FROM_DAY, lang, day=_day(opening.from_day, lang)))
    if opening.until_day is not None:
        found.append(_say(told.UNTIL_DAY, lang, day=_day(opening.until_day, lang)))
    if opening.not_before is not None:
        span = span_text(opening.not_before, lang)
        found.append(_say(told.NOT_BEFORE, lang, span=span, after=opening.after))
    return ", ".join(found)


def _day(day: date, lang: str) -> str:
    return format_date(day, "d MMMM yyyy", locale=lang)
