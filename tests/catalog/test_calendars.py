"""Compare the shipped calendars with an independent list, and with days counted by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import holidays
import pytest

from lifejourney.catalog import Catalog
from lifejourney.days import Calendar, Duration, add, is_estimate
from lifejourney.loading import open_catalog
from lifejourney.vocabulary import Text

ROOT = Path(__file__).resolve().parents[2] / "catalog"
YEARS = ("2025", "2026", "2027")
# Days on which the package `holidays` differs from the joint decrees, each with the reason: none.
DIFFERENT: Mapping[str, frozenset[date]] = {year: frozenset() for year in YEARS}


@cache
def catalog() -> Catalog:
    """Return the shipped catalog, read once."""
    return open_catalog(ROOT)


def calendar(*, joint_leave_counts: bool) -> Calendar:
    """Return the shipped calendar with the switch in one position."""
    return replace(catalog().calendar, joint_leave_counts=joint_leave_counts)


def listed(year: str, category: str) -> set[date]:
    """Return the days that the package `holidays` lists."""
    return set(holidays.country_holidays("ID", years=int(year), categories=(category,)))


@pytest.mark.parametrize("year", YEARS)
def test_holidays_agree_with_an_independent_list(year: str) -> None:
    """National holidays, and joint leave, are on the days that a second list has as well."""
    own = catalog().calendars[year]
    assert set(own.holidays) ^ listed(year, "public") == DIFFERENT[year]
    assert set(own.joint_leave) ^ listed(year, "government") == DIFFERENT[year]


@pytest.mark.parametrize(
    ("year", "public", "leave"), [("2025", 17, 11), ("2026", 17, 8), ("2027", 18, 8)]
)
def test_as_many_days_as_the_decrees_say(year: str, public: int, leave: int) -> None:
    """The decree of 2025 gave 10 days of joint leave, its amendment one more."""
    own = catalog().calendars[year]
    assert (len(own.holidays), len(own.joint_leave)) == (public, leave)


def test_calendars_are_whole() -> None:
    """Every year names its decree, signed before the year began or amended within it."""
    assert tuple(catalog().calendars) == YEARS
    for year, own in catalog().calendars.items():
        assert own.decrees[0].day < date(int(year), 1, 1)
        assert all(len(decree.numbers) == 3 for decree in own.decrees)
        names: list[Text] = [*own.holidays.values(), *own.joint_leave.values()]
        assert all(name.en for name in names)


@pytest.mark.parametrize(
    ("year", "off", "counted"), [(2025, 237, 248), (2026, 240, 248), (2027, 242, 250)]
)
def test_working_days_of_a_year(year: int, off: int, counted: int) -> None:
    """As many as in the year's weekdays without the days off, joint leave off or counted."""
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    for counts, expected in ((False, off), (True, counted)):
        own = calendar(joint_leave_counts=counts)
        assert sum(own.is_working_day(day) for day in days) == expected


@pytest.mark.parametrize(
    ("start", "value", "off", "counted"),
    [
        # Nyepi 8, Idulfitri 10 and 11, joint leave 9, 12 and 15 March 2027.
        ("2027-03-05", 5, "2027-03-22", "2027-03-17"),
        ("2027-03-05", 1, "2027-03-16", "2027-03-09"),
        ("2027-03-16", -1, "2027-03-05", "2027-03-15"),
        # 18 August 2025: joint leave by the amendment alone.
        ("2025-08-15", 1, "2025-08-19", "2025-08-18"),
        # Idulfitri 2026: joint leave 20, 23 and 24 March.
        ("2026-03-17", 2, "2026-03-26", "2026-03-20"),
        # From one year into the next, over Christmas and New Year.
        ("2026-12-23", 2, "2026-12-29", "2026-12-28"),
        ("2026-12-31", 1, "2027-01-04", "2027-01-04"),
    ],
)
def test_working_days_over_holidays(start: str, value: int, off: str, counted: str) -> None:
    """Days counted by hand, joint leave off or counted."""
    day, period = date.fromisoformat(start), Duration(value, "working_day")
    for counts, expected in ((False, off), (True, counted)):
        own = calendar(joint_leave_counts=counts)
        assert add(day, period, own).isoformat() == expected
        assert not is_estimate(day, period, own)


def test_past_the_last_calendar_is_an_estimate() -> None:
    """What is beyond the years that are known is not claimed."""
    period = Duration(5, "working_day")
    assert not is_estimate(date(2027, 12, 17), period, catalog().calendar)
    assert is_estimate(date(2027, 12, 28), period, catalog().calendar)
    assert is_estimate(date(2024, 12, 30), period, catalog().calendar)


def test_joint_leave_is_no_working_day() -> None:
    """The switch of the shipped catalog, and why it stands so."""
    assert not catalog().calendar.joint_leave_counts
    assert catalog().calendar_rules.note is not None
