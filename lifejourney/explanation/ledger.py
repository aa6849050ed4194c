"""Every figure of a catalog with where it was seen, how long ago, and how sure that makes it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, Final

from lifejourney.catalog import Catalog
from lifejourney.explanation import ledger_words as told
from lifejourney.explanation.amounts import cost_text
from lifejourney.explanation.figure_text import figure_text
from lifejourney.vocabulary import (
    Authority,
    CalendarYear,
    Cost,
    Country,
    Document,
    LifeEvent,
    Path,
    Service,
    Source,
    Time,
    Unit,
    parts,
    status_of,
)

Json = dict[str, Any]
_Sourced = LifeEvent | Service | Document | Authority | Unit | CalendarYear
UNSETTLED: Final = ("unknown", "unverified")
"""The statuses of figures that are still to be looked for."""
_KINDS: Final[Mapping[type, str]] = {
    LifeEvent: "event",
    Service: "service",
    Document: "document",
    Authority: "authority",
    Unit: "unit",
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
        *catalog.units.values(),
        *catalog.calendars.values(),
    )
    blank = _Sheet({}, lang, today, catalog.country)
    found = [row for noun in nouns for row in _of_noun(noun, blank)]
    for code, services in sorted(catalog.regional.items()):
        for slug, service in services.items():
            there = _of_noun(service, blank, code)
            here = list(_of_noun(catalog.services[slug], blank))
            found += [row for row in there if {**row, "region": None} not in here]
    sheet = replace(blank, sources=catalog.retired.sources)
    for name, one in catalog.retired.names.items():
        head = {"noun": "retired", "slug": name, "code": None, "title": name, "region": None}
        found.append({**head, **sheet.row(one, ("names", name))})
    return found


def only_about(rows: Sequence[Json], slugs: Collection[str]) -> list[Json]:
    """Return the figures of some nouns."""
    return [row for row in rows if row["slug"] in slugs]


def draw(rows: Sequence[Json], number: int, seed: int) -> list[Json]:
    """Return so many figures that have a source, drawn by chance, in the order of the list.

    The same number and seed draw the same figures, also when others have come or gone: a figure
    that was drawn and checked stays in the draw unless a newcomer's lot is lower.
    """
    sourced = [at for at, row in enumerate(rows) if row["url"] is not None]
    drawn = sorted(sourced, key=lambda at: _lot(rows[at], seed))[:number]
    return [rows[at] for at in sorted(drawn)]


def _lot(row: Json, seed: int) -> bytes:
    """Return the lot of a figure in the draw of a seed, by its name alone."""
    name = (seed, row["noun"], row["slug"], row["region"], row["field"])
    return sha256(repr(name).encode()).digest()


def count_by_status(rows: Sequence[Json]) -> dict[str, int]:
    """Return how many figures there are of each status."""
    return {status: sum(row["status"] == status for row in rows) for status in told.STATUS}


def _of_noun(noun: _Sourced, blank: _Sheet, region: str | None = None) -> Iterator[Json]:
    """Yield the figures of one noun, or as they read in a region."""
    title = noun.slug if isinstance(noun, CalendarYear) else noun.title.in_language(blank.lang)
    head = {
        "noun": _KINDS[type(noun)],
        "slug": noun.slug,
        "code": noun.code if isinstance(noun, Service) else None,
        "title": title,
        "region": region,
    }
    main = noun.source if isinstance(noun, Unit) else None
    sheet = replace(blank, sources=noun.sources, main=main)
    for path, part in parts(noun):
        if figure_text(part, blank.lang) is not None:
            yield {**head, **sheet.row(part, path)}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Write down the figures of one file; `main` is the source of what names none of its own."""

    sources: Mapping[str, Source]
    lang: str
    today: date
    country: Country
    main: str | None = None

    def _value(self, part: object) -> str | None:
        """Return a figure in words."""
        if isinstance(part, Cost):
            return cost_text(part, self.lang, self.country)
        return figure_text(part, self.lang)

    def row(self, part: Any, path: Path) -> Json:  # noqa: ANN401 - any figure
        """Return one figure with its source."""
        name = part.source or self.main
        source = self.sources.get(name or "")
        status: str = status_of(part, source)
        if isinstance(part, Time | Cost) and _is_unknown(part):
            status = "unknown"
        return {
            "field": _field(path),
            "label": told.LABEL[type(part).__name__].in_language(self.lang),
            "value": self._value(part),
            "status": status,
            "status_label": told.STATUS[status].in_language(self.lang),
            **self._source(name),
            "conflicts": [
                {"says": one.says.in_language(self.lang), **self._source(one.source)}
                for one in getattr(part, "conflicts", ())
            ],
        }

    def _source(self, name: str | None) -> Json:
        """Return a source as far as there is one."""
        source = self.sources.get(name or "")
        return {
            "source": name,
            "url": None if source is None else source.url,
            "source_title": None if source is None else source.title,
            "checked": None if source is None else source.checked.isoformat(),
            "age_days": None if source is None else (self.today - source.checked).days,
            "quote": None if source is None else source.quote,
        }


def _is_unknown(figure: Time | Cost) -> bool:
    """Tell whether nothing is known, not even that a regional rule sets it."""
    by_region = isinstance(figure, Cost) and figure.by_region
    return figure.known is None and not by_region


def _field(path: Path) -> str:
    """Return a path as `produces[0].requires[1]`."""
    return "".join(f"[{one}]" if isinstance(one, int) else f".{one}" for one in path).lstrip(".")
