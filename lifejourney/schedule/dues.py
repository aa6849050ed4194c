"""On which days something falls due: a birthday, a day of each year, a period after another day.

Each takes the days of which one is meant and returns those on which it then falls due; whatever
counts from an earlier day is due no later, so that the ends are enough.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lifejourney.days import Calendar, Days, Duration, add, birthday


@dataclass(frozen=True, slots=True)
class Ahead:
    """Hold the days that are looked at, both included."""

    first: date
    last: date

    def meets(self, days: Days) -> tuple[Days | None, bool]:
        """Return which of the days are in it, None for none of them, and whether all are."""
        return days.within(self.first, self.last), (
            self.first <= days.first and days.last <= self.last
        )


def look_ahead_to(day: date, months: int, calendar: Calendar) -> Ahead:
    """Return the window from a day on; its last day is the same day of the month."""
    return Ahead(day, add(day, Duration(months, "month"), calendar))


def of_age(birth: Days, age: int, by: str | None = None) -> Days:
    """Return when somebody reaches an age: on that birthday, or the first `by` of a year with it.

    Raises OverflowError outside the years 1 to 9999.
    """
    days = birthday(birth.first, age), birthday(birth.last, age)
    first, last = days if by is None else (next_of(day, (by,)) for day in days)
    return Days(first, last)


def some_time_after(start: Days, period: Duration, calendar: Calendar) -> Days:
    """Return the day a period after another; raises OverflowError as `of_age` does."""
    return Days(add(start.first, period, calendar), add(start.last, period, calendar))


def last_day(made: date, holds: Duration, up_to: str | None, calendar: Calendar) -> date:
    """Return the last day of a paper: after a period, and then up to a day of the year."""
    end = add(made, holds, calendar)
    return end if up_to is None else next_of(end, (up_to,))


def each_year(by: Sequence[str], ahead: Ahead) -> Iterator[date]:
    """Yield the days of each year (`03-31`) that are in the window, in their order."""
    years = range(ahead.first.year, ahead.last.year + 1)
    days = sorted(_in_year(year, one) for year in years for one in by)
    yield from (day for day in days if ahead.first <= day <= ahead.last)


def next_of(day: date, by: Sequence[str]) -> date:
    """Return the first of the days of each year that is not before a day."""
    return next(each_year(by, Ahead(day, _in_year(day.year + 1, max(by)))))


def _in_year(year: int, by: str) -> date:
    month, day = by.split("-")
    return date(year, int(month), int(day))
