"""Check figures and where they come from: sources named, quoted, fresh, and numbers in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Final

from lifejourney.checks.facts import reversed_range
from lifejourney.checks.names import unknown
from lifejourney.checks.places import Places
from lifejourney.days import Duration, comparable
from lifejourney.errors import Place, Problem, Words
from lifejourney.vocabulary import (
    Authority,
    Benefit,
    CalendarYear,
    Cost,
    Country,
    Deadline,
    Document,
    LifeEvent,
    Path,
    RegionalRules,
    RetiredNames,
    Service,
    Source,
    Span,
    Time,
    Unit,
    parts,
)

# Nothing that people wait for, or an age, is longer: days are reckoned from all of them.
_LIFE: Final = Duration(150, "year")
# No fee of any country is greater, and every program still counts it exactly.
_AMOUNT: Final = 10**15
_SHEETS: Final = 100
# Eighteen months: by then an office's page or fee has often changed.
OLD_AFTER_DAYS: Final = 548

_Sourced = (
    LifeEvent
    | Service
    | Document
    | Authority
    | Unit
    | RegionalRules
    | CalendarYear
    | RetiredNames
    | Country
)
_Where = Callable[[], Place]
"""Looks a place up: only for what is reported."""


def check_sources(noun: object, places: Places, today: date | None) -> Iterator[Problem]:
    """Yield what is wrong with the sources and figures of a noun.

    Old sources only where `today` is known.
    """
    if not isinstance(noun, _Sourced):
        return
    for path, part in parts(noun):
        yield from _named_source(part, noun, places, path)
        where = partial(places, noun, path)
        yield from _figures(part, where)
        yield from _too_long(part, where)
    for name, source in noun.sources.items():
        yield from _source(name, source, partial(places, noun, ("sources", name)), today)


def _named_source(part: object, noun: _Sourced, places: Places, path: Path) -> Iterator[Problem]:
    """Report a source that the file does not hold."""
    name = getattr(part, "source", None)
    if name is not None and name not in _all_sources(noun):
        yield unknown("source", name, _all_sources(noun), places(noun, (*path, "source")))


def _all_sources(noun: _Sourced) -> set[str]:
    """Return the sources of a file, those that come with its changes among them."""
    changes = noun.changes if isinstance(noun, Service) else ()
    later = [change.set.get("sources") for change in changes]
    return {*noun.sources, *(name for one in later if isinstance(one, dict) for name in one)}


def _figures(part: object, where: _Where) -> Iterator[Problem]:
    """Report figures without a unit, below zero, or out of order."""
    if isinstance(part, Time | Cost | Benefit):
        low, high = part.min, part.max
        if low is not None and high is not None and low > high:
            yield reversed_range(where())
    if isinstance(part, Time) and part.unit is None and (part.min, part.max) != (None, None):
        what = Words("angka ini tanpa satuan", "this figure has no unit")
        remedy = Words("tambahkan unit: working_day", "add unit: working_day")
        yield Problem("missing-unit", where(), what, remedy)
    for name in ("min", "max", "value", "within", "copies", "stamps", "until_age", "times"):
        number = getattr(part, name, None)
        if isinstance(number, int) and number < 0:
            what = Words(f"'{name}' di bawah nol", f"'{name}' is below zero")
            remedy = Words("tulis 0 atau lebih", "write 0 or more")
            yield Problem("below-zero", where(), what, remedy)
        most = _SHEETS if name in {"copies", "stamps"} else _AMOUNT
        if isinstance(number, int) and number > most:
            what = Words("angka ini terlalu besar", "this figure is too large")
            remedy = Words(f"tulis paling banyak {most}", f"write {most} at most")
            yield Problem("too-large", where(), what, remedy)


def _too_long(part: object, where: _Where) -> Iterator[Problem]:
    """Report periods and ages that no human being lives through: days are reckoned from them."""
    periods = [
        Duration(value, part.unit)
        for name in ("min", "max", "value", "within")
        if isinstance(part, Time | Span | Deadline) and part.unit is not None
        if isinstance(value := getattr(part, name, None), int)
    ]
    ages = (getattr(part, name, None) for name in ("at_age", "until_age"))
    periods += [Duration(age, "year") for age in ages if isinstance(age, int)]
    if any(comparable(one) > comparable(_LIFE) for one in periods):
        what = Words("masa ini terlalu lama", "this period is too long")
        most = _LIFE.value
        remedy = Words(f"tulis paling lama {most} tahun", f"write {most} years at most")
        yield Problem("too-long", where(), what, remedy)


def _source(name: str, source: Source, where: _Where, today: date | None) -> Iterator[Problem]:
    """Check one source: quoted where verified, and not too old."""
    if source.status == "verified" and source.quote is None:
        what = Words(
            f"sumber '{name}' terverifikasi tanpa kutipan", f"'{name}' is verified without a quote"
        )
        remedy = Words(
            "tambahkan quote: …, atau status: secondary", "add quote: …, or status: secondary"
        )
        yield Problem("verified-without-quote", where(), what, remedy)
    if today is None:
        return
    age = (today - source.checked).days
    if age < 0:
        what = Words(f"'{name}' dicek di masa depan", f"'{name}' was checked in the future")
        remedy = Words("perbaiki 'checked'", "correct 'checked'")
        yield Problem("checked-in-future", where(), what, remedy)
    elif age > OLD_AFTER_DAYS:
        what = Words(
            f"sumber '{name}' terakhir dicek {source.checked}",
            f"'{name}' was last checked on {source.checked}",
        )
        remedy = Words("cek lagi, lalu perbarui 'checked'", "check it again, update 'checked'")
        yield Problem("old-source", where(), what, remedy, "hint")
