"""Check how days are counted: periods, birthdays, working days, comparison."""

from dataclasses import replace
from datetime import date

import pytest

from lifejourney import days
from lifejourney.days import (
    UNKNOWN_TICKS,
    Calendar,
    Days,
    Duration,
    Unit,
    add,
    birthday,
    born_by,
    comparable,
    days_since,
    is_estimate,
    years_since,
)

# Thursday 24 December is joint leave, Friday 25 a holiday, Saturday 26 weekend.
CHRISTMAS = Calendar(
    holidays=frozenset({date(2026, 12, 25)}),
    joint_leave=frozenset({date(2026, 12, 24)}),
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
)
LEAVE_COUNTS = Calendar(
    CHRISTMAS.holidays,
    CHRISTMAS.joint_leave,
    CHRISTMAS.first,
    CHRISTMAS.last,
    True,  # noqa: FBT003
)
NONE_KNOWN = Calendar(frozenset(), frozenset(), None, None)
FRIDAYS_OFF = Calendar(frozenset(), frozenset(), None, None, weekend=(4,))


class TestAdd:
    @pytest.mark.parametrize(
        ("start", "value", "unit", "end"),
        [
            ("2026-11-01", 0, "calendar_day", "2026-11-01"),
            ("2026-11-01", 60, "calendar_day", "2026-12-31"),
            ("2026-11-01", -1, "calendar_day", "2026-10-31"),
            ("2026-11-01", 2, "week", "2026-11-15"),
            ("2026-11-01", 23, "hour", "2026-11-01"),
            ("2026-11-01", 24, "hour", "2026-11-02"),
            ("2026-11-01", 48, "hour", "2026-11-03"),
            ("2026-11-01", -24, "hour", "2026-10-31"),
            ("2026-11-01", -23, "hour", "2026-11-01"),
            ("2026-11-01", 1439, "minute", "2026-11-01"),
            ("2026-11-01", 1440, "minute", "2026-11-02"),
            ("2026-01-31", 1, "month", "2026-02-28"),
            ("2024-01-31", 1, "month", "2024-02-29"),
            ("2026-01-31", 3, "month", "2026-04-30"),
            ("2026-12-15", 1, "month", "2027-01-15"),
            ("2026-01-15", -1, "month", "2025-12-15"),
            ("2026-11-15", 1, "month", "2026-12-15"),
            ("2024-02-29", 1, "year", "2025-02-28"),
            ("2024-02-29", 4, "year", "2028-02-29"),
            ("2026-11-01", -1, "year", "2025-11-01"),
            ("2026-12-26", 0, "working_day", "2026-12-26"),
            ("2026-12-23", 1, "working_day", "2026-12-28"),
            ("2026-12-28", -1, "working_day", "2026-12-23"),
            ("2026-12-31", 2, "working_day", "2027-01-04"),
        ],
    )
    def test_table(self, start: str, value: int, unit: Unit, end: str) -> None:
        """A period ends on the day that the rules say."""
        found = add(date.fromisoformat(start), Duration(value, unit), CHRISTMAS)
        assert found == date.fromisoformat(end)

    @pytest.mark.parametrize("unit", ["calendar_day", "working_day", "month", "year"])
    @pytest.mark.parametrize(("start", "sign"), [(date.max, 1), (date.min, -1)])
    def test_beyond_all_dates(self, start: date, sign: int, unit: Unit) -> None:
        """Outside the years 1 to 9999 there is no day."""
        with pytest.raises(OverflowError):
            add(start, Duration(sign, unit), NONE_KNOWN)


class TestCalendar:
    @pytest.mark.parametrize(
        ("calendar", "working"),
        [
            (CHRISTMAS, [23, 28]),
            (LEAVE_COUNTS, [23, 24, 28]),
            (NONE_KNOWN, [23, 24, 25, 28]),
            (FRIDAYS_OFF, [23, 24, 26, 27, 28]),
        ],
    )
    def test_working_days(self, calendar: Calendar, working: list[int]) -> None:
        """Weekends, holidays and, as the switch says, joint leave are off."""
        around = range(23, 29)
        assert [n for n in around if calendar.is_working_day(date(2026, 12, n))] == working

    @pytest.mark.parametrize(
        ("first", "last", "covered"),
        [
            (date(2026, 1, 1), date(2026, 12, 31), True),
            (date(2026, 6, 1), date(2026, 6, 1), True),
            (date(2026, 6, 2), date(2026, 12, 31), False),
            (date(2026, 1, 1), date(2026, 5, 31), False),
            (None, date(2026, 12, 31), False),
            (date(2026, 1, 1), None, False),
        ],
    )
    def test_covers(self, first: date | None, last: date | None, *, covered: bool) -> None:
        """A day is covered between both ends, themselves included."""
        calendar = Calendar(frozenset(), frozenset(), first, last)
        assert calendar.covers(date(2026, 6, 1)) is covered

    @pytest.mark.parametrize(
        ("start", "value", "unit", "estimate"),
        [
            ("2026-12-23", 1, "working_day", False),
            ("2026-12-30", 1, "working_day", False),
            ("2026-12-30", 2, "working_day", True),
            ("2025-12-31", 2, "working_day", False),
            ("2025-12-30", 2, "working_day", True),
            ("2026-01-05", -1, "working_day", False),
            ("2026-01-01", -1, "working_day", True),
            ("2030-01-01", 0, "working_day", False),
            ("2030-01-01", 5, "calendar_day", False),
        ],
    )
    def test_estimates(self, start: str, value: int, unit: Unit, *, estimate: bool) -> None:
        """Working days counted outside the calendar are an estimate."""
        day = date.fromisoformat(start)
        assert is_estimate(day, Duration(value, unit), CHRISTMAS) is estimate


class TestAges:
    @pytest.mark.parametrize(
        ("birth", "age", "day"),
        [
            ("2009-11-22", 17, "2026-11-22"),
            ("2008-02-29", 17, "2025-03-01"),
            ("2008-02-29", 16, "2024-02-29"),
            ("2008-02-28", 17, "2025-02-28"),
            ("2000-02-29", 100, "2100-03-01"),
        ],
    )
    def test_birthday(self, birth: str, age: int, day: str) -> None:
        """Who is born on 29 February has a birthday on 1 March in common years."""
        assert birthday(date.fromisoformat(birth), age) == date.fromisoformat(day)

    @pytest.mark.parametrize(
        ("birth", "day", "years"),
        [
            ("2009-11-22", "2026-11-21", 16),
            ("2009-11-22", "2026-11-22", 17),
            ("2008-02-29", "2025-02-28", 16),
            ("2008-02-29", "2025-03-01", 17),
            ("2008-02-29", "2024-02-29", 16),
            ("2026-11-22", "2026-11-22", 0),
            ("2026-11-22", "2026-11-21", -1),
        ],
    )
    def test_years_since(self, birth: str, day: str, years: int) -> None:
        """Age goes up on the birthday itself."""
        assert years_since(date.fromisoformat(birth), date.fromisoformat(day)) == years

    @pytest.mark.parametrize("age", [8000, -3000])
    def test_no_such_birthday(self, age: int) -> None:
        """Outside the years 1 to 9999 there is no birthday."""
        with pytest.raises(OverflowError):
            birthday(date(2026, 11, 22), age)

    def test_days_since(self) -> None:
        """The day itself is day 0."""
        assert days_since(date(2026, 11, 1), date(2026, 11, 1)) == 0
        assert days_since(date(2026, 11, 1), date(2026, 12, 31)) == 60
        assert days_since(date(2026, 11, 2), date(2026, 11, 1)) == -1


@pytest.mark.parametrize(
    ("duration", "ticks"),
    [
        (Duration(90, "minute"), 90),
        (Duration(24, "hour"), 1440),
        (Duration(1, "calendar_day"), 1440),
        (Duration(5, "working_day"), 7 * 1440),
        (Duration(1, "week"), 7 * 1440),
        (Duration(1, "month"), 30 * 1440),
        (Duration(1, "year"), 365 * 1440),
        (Duration(10**9, "year"), 1 << 30),
        (None, UNKNOWN_TICKS),
    ],
)
def test_comparable(duration: Duration | None, ticks: int) -> None:
    """Five working days are a week; unknown is longest."""
    assert comparable(duration) == ticks


def test_the_public_names() -> None:
    """The module exports what it names."""
    assert all(hasattr(days, name) for name in days.__all__)


MARCH = Days(date(2026, 3, 1), date(2026, 3, 31), "month")


@pytest.mark.parametrize(
    ("low", "high", "left"),
    [
        (date.min, date.max, MARCH),
        (date(2026, 3, 5), date.max, Days(date(2026, 3, 5), date(2026, 3, 31))),
        (date.min, date(2026, 3, 1), Days(date(2026, 3, 1), date(2026, 3, 1))),
        (date(2026, 4, 1), date.max, None),
    ],
)
def test_days_within(low: date, high: date, left: Days | None) -> None:
    assert MARCH.within(low, high) == left


def test_days_hold_both_ends() -> None:
    assert MARCH.first in MARCH
    assert MARCH.last in MARCH
    assert date(2026, 4, 1) not in MARCH


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (MARCH, "2026-03"),
        (replace(MARCH, form="year"), "2026"),
        (replace(MARCH, form="age", ages=(3, 3)), "age 3"),
        (replace(MARCH, form="age", ages=(3, 9)), "age 3..9"),
        (replace(MARCH, form=None), "2026-03-01..2026-03-31"),
    ],
)
def test_days_as_an_answer_writes_them(days: Days, text: str) -> None:
    assert str(days) == text


@pytest.mark.parametrize(
    ("day", "age", "born"),
    [
        (date(2026, 11, 22), 17, date(2009, 11, 22)),
        (date(2028, 2, 29), 17, date(2011, 2, 28)),
        (date(2026, 2, 28), 18, date(2008, 2, 28)),
        (date(2026, 3, 1), 18, date(2008, 3, 1)),
    ],
)
def test_born_by(day: date, age: int, born: date) -> None:
    """Who is born on 29 February has the birthday on 1 March."""
    assert born_by(day, age) == born
