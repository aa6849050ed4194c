"""What falls due, found by going through the window day by day: slow, plain, and no code of ours.

Ages are counted by birthdays lived, months by dateutil, working days one after another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

DAY = timedelta(days=1)
YEAR = 366 * DAY


@dataclass(frozen=True)
class Birthday:
    """Fall due on the first day on which somebody is so old, and it is that day of a year."""

    born: date
    age: int
    by: str | None = None

    def falls_on(self, day: date) -> bool:
        """Tell whether it falls due on a day."""
        return self._is_met(day) and not any(self._is_met(one) for one in _days_of(day - YEAR, day))

    def _is_met(self, day: date) -> bool:
        lived = sum(
            (day.month, day.day) >= (self.born.month, self.born.day) if year == day.year else 1
            for year in range(self.born.year + 1, day.year + 1)
        )
        return lived == self.age and (self.by is None or f"{day:%m-%d}" == self.by)


@dataclass(frozen=True)
class Later:
    """Fall due a number of months, weeks or days after a day."""

    start: date
    value: int
    unit: str

    def falls_on(self, day: date) -> bool:
        """Tell whether it falls due on a day."""
        periods = {"month": {"months": self.value}, "week": {"weeks": self.value}}
        return self.start + relativedelta(**periods.get(self.unit, {"days": self.value})) == day  # type: ignore[arg-type]


@dataclass(frozen=True)
class EachYear:
    """Fall due on days of each year."""

    by: tuple[str, ...]

    def falls_on(self, day: date) -> bool:
        """Tell whether it falls due on a day."""
        return f"{day:%m-%d}" in self.by


@dataclass(frozen=True)
class LastDay:
    """Fall due on the last day of a paper."""

    until: date

    def falls_on(self, day: date) -> bool:
        """Tell whether it falls due on a day."""
        return day == self.until


Rule = Birthday | Later | EachYear | LastDay


def days_ahead(rule: Rule, first: date, months: int) -> list[date]:
    """Return on which days a rule falls due from a day on, for so many months."""
    last = first + relativedelta(months=months)
    return [day for day in (*_days_of(first, last), last) if rule.falls_on(day)]


def _days_of(first: date, before: date) -> Iterator[date]:
    while first < before:
        yield first
        first += DAY


def all_ahead(rules: Iterable[Rule], first: date, months: int) -> list[date]:
    """Return the days of several rules, in their order."""
    return sorted(day for rule in rules for day in days_ahead(rule, first, months))
