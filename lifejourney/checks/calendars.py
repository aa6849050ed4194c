"""Check calendars: days of their own year, none of two kinds, no year left out, weeks with work."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from lifejourney.catalog import Catalog
from lifejourney.checks.places import Places
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import WEEKDAYS, Authority, CalendarYear


def check_calendars(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the days off of years, and with the weeks of authorities."""
    calendars = sorted(catalog.calendars.values(), key=lambda one: one.year)
    for calendar in calendars:
        yield from _components(calendar, places, abroad=catalog.country.is_abroad)
        yield from _days(calendar, places)
    for before, after in pairwise(calendars):
        for year in range(before.year + 1, after.year):
            what = Words(f"kalender {year} belum ada", f"there is no calendar of {year}")
            remedy = Words(
                f"buat catalog/calendars/{year}.yaml", f"create catalog/calendars/{year}.yaml"
            )
            yield Problem("year-missing", places(after), what, remedy)
    for authority in catalog.authorities.values():
        yield from _week(authority, places)


def _components(calendar: CalendarYear, places: Places, *, abroad: bool) -> Iterator[Problem]:
    """Report a year without holidays, or that rests on no decree: elsewhere there is none."""
    for key in ("holidays",) if abroad else ("decrees", "holidays"):
        if not getattr(calendar, key):
            what = Words(f"'{key}' kosong", f"'{key}' is empty")
            remedy = Words(
                "salin dari keputusan yang menetapkannya, atau hapus berkas ini",
                "copy it from the decree that sets it, or remove this file",
            )
            severity: Literal["error", "hint"] = "hint" if key == "decrees" else "error"
            where = places(calendar, (key,))
            yield Problem("missing-component", where, what, remedy, severity)


def _days(calendar: CalendarYear, places: Places) -> Iterator[Problem]:
    """Report days of another year, and holidays that are joint leave too."""
    for key in ("holidays", "joint_leave"):
        for day in getattr(calendar, key):
            where = places(calendar, (key, day.isoformat(), "[key]"))
            if day.year != calendar.year:
                what = Words(
                    f"{day} bukan hari tahun {calendar.slug}", f"{day} is no day of {calendar.slug}"
                )
                remedy = Words(
                    f"tulis di catalog/calendars/{day.year}.yaml, atau perbaiki tahunnya",
                    f"put it into catalog/calendars/{day.year}.yaml, or correct the year",
                )
                yield Problem("other-year", where, what, remedy)
            if key == "joint_leave" and day in calendar.holidays:
                what = Words(f"{day} sudah hari libur", f"{day} is a holiday already")
                remedy = Words(
                    "hapus salah satu menurut keputusan bersama",
                    "remove one of them, as the joint decree has it",
                )
                yield Problem("holiday-on-leave", where, what, remedy)


def _week(authority: Authority, places: Places) -> Iterator[Problem]:
    """Report a week without a working day, and weekdays that stand there twice."""
    week = authority.working_week
    if not week:
        what = Words("tidak ada hari kerja", "there is no working day")
        listed = ", ".join(WEEKDAYS[:5])
        remedy = Words(
            f"tulis hari kerjanya: {listed}; atau hapus kuncinya",
            f"write its days: {listed}; or remove the key",
        )
        yield Problem("no-working-day", places(authority, ("working_week",)), what, remedy)
    for at, day in enumerate(week):
        if day in week[:at]:
            what = Words(f"'{day}' tertulis dua kali", f"'{day}' stands there twice")
            where = places(authority, ("working_week", at))
            yield Problem("weekday-twice", where, what, Words("hapus satu", "remove one"))
