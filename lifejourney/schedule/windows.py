"""From when and until when a service can be used, and when it comes again."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice, takewhile
from typing import Final

from lifejourney.days import Calendar, Duration, add, birthday
from lifejourney.schedule.dues import Ahead, each_year
from lifejourney.vocabulary import Opening, Repeat

NEXT_TIMES: Final = 3
"""So many further times are told, if they come soon."""
SOON: Final = Duration(2, "year")


@dataclass(frozen=True, slots=True)
class Window:
    """Hold the first and the last day on which a service can be used.

    `known` is false where the first hangs on a day not told, or is yet to be announced.
    """

    not_before: date | None = None
    until: date | None = None
    known: bool = True


def window(
    opening: Opening | None, counts_from: date | None, calendar: Calendar, day: date
) -> Window:
    """Return the window of a service; `counts_from` is the day of the fact that opens it.

    Of a window that opens each year it is the first that has not passed by `day`.
    """
    if opening is None:
        return Window()
    first, until = _in_year(opening, day)
    days = [first] if first is not None else []
    if opening.not_before is not None and counts_from is not None:
        days.append(add(counts_from, opening.not_before.duration, calendar))
    told = opening.not_before is None or counts_from is not None
    return Window(max(days, default=None), until, told and opening.announced is None)


def _in_year(opening: Opening, day: date) -> tuple[date | None, date | None]:
    """Return the first and last day of an opening, of a yearly one that which ends next."""
    first, until = opening.from_day, opening.until_day
    if not opening.each_year or first is None or until is None:
        return first, until
    years = max(0, day.year - until.year)
    if birthday(until, years) < day:
        years += 1
    return birthday(first, years), birthday(until, years)


def next_times(
    repeat: Repeat, first: date, birth: date | None, calendar: Calendar
) -> tuple[date, ...]:
    """Return on which days a service comes again after the first time: three at most, in two years.

    A service for people up to an age ends on that birthday; without a day of birth nothing is said.
    """
    if repeat.until_age is not None and birth is None:
        return ()
    last = add(first, SOON, calendar)
    if repeat.until_age is not None and birth is not None:
        last = min(last, birthday(birth, repeat.until_age) - timedelta(days=1))
    times = NEXT_TIMES if repeat.times is None else min(NEXT_TIMES, max(repeat.times - 1, 0))
    if repeat.by:
        later = Ahead(first + timedelta(days=1), last)
        return tuple(islice(each_year(repeat.by, later), times))
    every = repeat.every.duration
    # Each counts from the first, so that the end of a month does not wander.
    days = (add(first, Duration(every.value * n, every.unit), calendar) for n in count(1))
    return tuple(islice(takewhile(lambda day: day <= last, days), times))
