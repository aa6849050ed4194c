"""Make tasks and calendars that are quickly read."""

from datetime import date
from typing import Any

from lifejourney.days import Calendar, Duration, Unit
from lifejourney.schedule import Task

DAY = date(2027, 3, 1)
"""A Monday."""
HOLIDAYS = {date(2027, 3, day) for day in (8, 10, 11)}
LEAVE = {date(2027, 3, day) for day in (9, 12, 15)}
# Nyepi and Idulfitri: after Friday the 5th offices work again on Tuesday the 16th.
OFFICE = Calendar(frozenset(HOLIDAYS), frozenset(LEAVE), date(2027, 1, 1), date(2027, 12, 31))
ALWAYS = Calendar(frozenset(), frozenset(), None, None, weekend=())


def days(value: int, unit: Unit = "calendar_day") -> Duration:
    """Return a duration, in days unless another unit is named."""
    return Duration(value, unit)


def task(id_: str, *after: str, takes: Any = 0, **more: Any) -> Task:  # noqa: ANN401
    """Return a task that takes so many days, `(least, most)`, or None: nobody knows."""
    least, most = takes if isinstance(takes, tuple) else (takes, takes)
    unit = more.pop("unit", "calendar_day")
    more.setdefault("calendar", OFFICE)
    return Task(
        id_,
        after,
        None if least is None else days(least, unit),
        None if most is None else days(most, unit),
        **more,
    )


def march(day: int) -> date:
    """Return a day of March 2027."""
    return date(2027, 3, day)
