"""Count days, months and working days between civil dates without time of day.

The day of the event is day 0. Months and years go to the same day of the month, or to
its last day where there is no such day; a birthday on 29 February is kept on 1 March in
common years. Minutes and hours count only by the whole days (24 hours) in them.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, Literal

__all__ = [
    "UNKNOWN_TICKS",
    "Calendar",
    "Days",
    "Duration",
    "Form",
    "Unit",
    "add",
    "aged",
    "birthday",
    "born_by",
    "comparable",
    "days_since",
    "is_estimate",
    "years_since",
]

Form = Literal["day", "month", "year", "age"]
Unit = Literal["minute", "hour", "calendar_day", "working_day", "week", "month", "year"]

# Minutes, for comparison only: a working day is 1.4 days, a month 30 and a year 365.
_TICKS: Final[dict[Unit, int]] = {
    "minute": 1,
    "hour": 60,
    "calendar_day": 1440,
    "working_day": 2016,
    "week": 7 * 1440,
    "month": 30 * 1440,
    "year": 365 * 1440,
}

UNKNOWN_TICKS: Final = 1 << 40
# Some 2,000 years: a thousand of these added up stay below what is unknown.
_LONGEST_KNOWN: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Duration:
    """Hold a length of time in the unit in which it was given; below 0 it counts back."""

    value: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Days:
    """Hold the first and the last of the days of which one is meant, nobody knows which.

    `form`: how it was told, in `ages` between which ages; both without effect on equality.
    """

    first: date
    last: date
    form: Form | None = field(default=None, compare=False)
    ages: tuple[int, int] | None = field(default=None, compare=False)

    def __contains__(self, day: date) -> bool:
        """Say whether a day is one of them."""
        return self.first <= day <= self.last

    def within(self, low: date, high: date) -> Days | None:
        """Leave out the days before `low` and after `high`; None if no day is left."""
        first, last = max(self.first, low), min(self.last, high)
        return replace(self, first=first, last=last) if first <= last else None

    def __str__(self) -> str:
        """Write it as in an answer: `2026-11`, `2026`, `age 34`, `age 30..39`."""
        match self.form, self.ages:
            case "month", _:
                return self.first.isoformat()[:7]
            case "year", _:
                return self.first.isoformat()[:4]
            case "age", (low, high):
                return f"age {low}" if low == high else f"age {low}..{high}"
            case _:
                return f"{self.first}..{self.last}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Know the days off between two dates, both included.

    `weekend` counts from Monday = 0. Without `first` or `last` no day is covered.
    `joint_leave_counts`: joint leave is a working day.
    """

    holidays: frozenset[date]
    joint_leave: frozenset[date]
    first: date | None
    last: date | None
    joint_leave_counts: bool = False
    weekend: tuple[int, ...] = (5, 6)

    def is_working_day(self, day: date) -> bool:
        """Say whether offices work on a day; outside the calendar only weekends are off."""
        if day.weekday() in self.weekend or day in self.holidays:
            return False
        return self.joint_leave_counts or day not in self.joint_leave

    def covers(self, day: date) -> bool:
        """Say whether the days off around a day are known."""
        if self.first is None or self.last is None:
            return False
        return self.first <= day <= self.last


def add(day: date, duration: Duration, calendar: Calendar) -> date:
    """Find the day that lies a duration after a day (day 0).

    Raises OverflowError outside the years 1 to 9999.
    """
    value = duration.value
    match duration.unit:
        case "month":
            return _add_months(day, value)
        case "year":
            return _add_months(day, 12 * value)
        case "working_day":
            return _add_working_days(day, value, calendar)
        case unit:
            whole_days = abs(value) * _TICKS[unit] // _TICKS["calendar_day"]
            return day + timedelta(days=whole_days if value >= 0 else -whole_days)


def is_estimate(start: date, duration: Duration, calendar: Calendar) -> bool:
    """Say whether `add` had to count working days that the calendar does not cover.

    Raises OverflowError as `add` does.
    """
    if duration.unit != "working_day" or duration.value == 0:
        return False
    first_counted = start + timedelta(days=1 if duration.value > 0 else -1)
    last_counted = add(start, duration, calendar)
    return not (calendar.covers(first_counted) and calendar.covers(last_counted))


def birthday(birth: date, age: int) -> date:
    """Find the day on which somebody reaches an age in years.

    Born on 29 February: 1 March in common years. Raises OverflowError as `add` does.
    """
    year = _checked_year(birth.year + age)
    if (birth.month, birth.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return birth.replace(year=year)


def born_by(day: date, age: int) -> date:
    """Find the last day of birth of those who have reached an age on a day.

    Raises OverflowError as `add` does.
    """
    birth = birthday(day, -age)
    # Seen from 29 February, 1 March of a common year is a day too late.
    return birth - timedelta(days=years_since(birth, day) < age)


def aged(low: int, high: int, day: date) -> Days:
    """Find the days of birth of those who are `low` to `high` years old on a day.

    Raises OverflowError as `add` does.
    """
    # The day after the last birthday of those who are older.
    first = born_by(day, high + 1) + timedelta(days=1)
    return Days(first, born_by(day, low), "age", (low, high))


def years_since(birth: date, day: date) -> int:
    """Count the birthdays up to and including a day; below 0 before the birth."""
    # In common years 28 February is before and 1 March after 29 February, as it must be.
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def days_since(start: date, day: date) -> int:
    """Count the days from a day (day 0) to another; below 0 if that is earlier."""
    return (day - start).days


def comparable(duration: Duration | None) -> int:
    """Turn a duration into minutes, for comparison only.

    Unknown (None) is `UNKNOWN_TICKS`, more than any sum of a thousand known ones: a known
    duration counts for 2,000 years at most.
    """
    if duration is None:
        return UNKNOWN_TICKS
    return min(duration.value * _TICKS[duration.unit], _LONGEST_KNOWN)


def _add_months(day: date, months: int) -> date:
    """Go to the same day of a later month, or to its last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = _checked_year(day.year + years)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _add_working_days(day: date, value: int, calendar: Calendar) -> date:
    """Step day by day, counting the working days only."""
    step = timedelta(days=1 if value > 0 else -1)
    left = abs(value)
    while left:
        day += step
        left -= calendar.is_working_day(day)
    return day


def _checked_year(year: int) -> int:
    """Pass a year that a civil date can have on; raises OverflowError."""
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError("date value out of range")
    return year
