"""Papers that lapse before they are used, and from when to get them so that they do not.

The order never changes: a paper that would wait too long is got as late as is safe, if that
delays nothing else; else the plan can only say so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from lifejourney.days import Calendar, Duration, add, comparable
from lifejourney.graph import before
from lifejourney.schedule.dues import last_day
from lifejourney.schedule.times import Task, Timing, schedule

SHORT_LIVED: Final = comparable(Duration(6, "month"))
"""A paper that holds longer is not warned about for a wait of unknown length."""
_AT_ONCE: Final = Duration(0, "minute")
# Counting back over months and weekends may miss by some days.
_MARGIN: Final = timedelta(days=10)
_YEAR: Final = timedelta(days=376)


@dataclass(frozen=True, slots=True)
class Used:
    """Say that a step uses a paper that lapses.

    It is made by the step `maker` and `valid_for` so long, with `up_to` up to that day of the year,
    or (no maker) at hand and valid `until` that day, the last one included.
    """

    paper: tuple[str, str]
    user: str
    maker: str | None = None
    valid_for: Duration | None = None
    until: date | None = None
    up_to: str | None = None

    def last_day(self, made: date, calendar: Calendar) -> date:
        """Return the last day of the paper if it is made on a day."""
        return last_day(made, self.valid_for or _AT_ONCE, self.up_to, calendar)


@dataclass(frozen=True, slots=True)
class Lapse:
    """Say that a paper may lapse before its use.

    `until`: its last day, got as early as can be; None if that day is not known. `surely`: it
    lapses even if every step is fast. `not_before`: its maker is to begin on that day at the
    earliest, and the dates are made so; None where it cannot wait.
    """

    use: Used
    until: date | None
    surely: bool
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold the dates in which papers are got in time, and which may lapse all the same."""

    timings: Mapping[str, Timing]
    lapses: tuple[Lapse, ...]


def keep_valid(tasks: Iterable[Task], uses: Iterable[Used], day: date) -> Kept:
    """Return the dates of the tasks, each paper got as late as is safe where it would lapse."""
    return _Keeping({task.id: task for task in tasks}, day).keep(list(uses))


class _Keeping:
    """Put off the makers of papers that would lapse, the last use first."""

    def __init__(self, tasks: dict[str, Task], day: date) -> None:
        self.tasks = tasks
        self.day = day
        self.timings = schedule(tasks.values(), day)
        edges = [(a, task.id) for task in tasks.values() for a in task.after if a in tasks]
        self.before = before(tasks, edges)

    def keep(self, uses: list[Used]) -> Kept:
        # What is put off for a later use may itself use papers, so these come after.
        uses.sort(key=lambda use: (-len(self.before[use.user]), use.user, use.paper))
        found: list[Lapse] = []
        for use in uses:
            if use.user not in self.timings:
                continue
            if use.maker is None:
                found += self._at_hand(use)
            elif use.maker in self.timings:
                found += self._made(use, use.maker)
        return Kept(self.timings, tuple(found))

    def _at_hand(self, use: Used) -> Iterable[Lapse]:
        """Yield that a paper at hand lapses before the step that uses it."""
        used = self.timings[use.user]
        if use.until is not None and use.until < max(used.start, used.start_latest or used.start):
            yield Lapse(use, use.until, surely=use.until < used.start)

    def _made(self, use: Used, maker: str) -> Iterable[Lapse]:
        """Yield that a paper lapses between the step that makes it and the one that uses it."""
        made, used = self.timings[maker], self.timings[use.user]
        until = use.last_day(made.finish, self.tasks[maker].calendar)
        needed = self._needed(use.user, maker)
        if needed is None and comparable(_held(use, made.finish, until)) > SHORT_LIVED:
            return
        if needed is not None and max(needed, used.start) <= until:
            return
        surely = made.finish_known and until < used.start
        told = until if made.finish_known else None
        begin = self._begin(use, maker, max(needed or used.start, used.start))
        yield Lapse(use, told, surely, self._put_off(maker, begin))

    def _needed(self, user: str, maker: str) -> date | None:
        """Return when a paper is needed at the latest if it is got at the earliest.

        All that leads to the paper takes the shortest, all else the longest; None if unknown.
        """
        fast = {maker, *self.before[maker]}
        apart = [
            replace(task, longest=task.shortest or _AT_ONCE, sure_to_open=True)
            if task.id in fast
            else task
            for task in self.tasks.values()
        ]
        return schedule(apart, self.day)[user].start_latest

    def _begin(self, use: Used, maker: str, needed: date) -> date:
        """Return the first day on which to begin with a paper for it to be valid when needed."""
        task, start = self.tasks[maker], self.timings[maker].start
        takes, holds = task.shortest or _AT_ONCE, use.valid_for or _AT_ONCE
        day = add(needed, Duration(-holds.value, holds.unit), task.calendar)
        day = add(day, Duration(-takes.value, takes.unit), task.calendar)
        day = max(start, day - (_MARGIN if use.up_to is None else _YEAR))
        while use.last_day(add(day, takes, task.calendar), task.calendar) < needed:
            day += timedelta(days=1)
        return day

    def _put_off(self, maker: str, begin: date) -> date | None:
        """Put a maker off, if nothing else is delayed and no limit is missed; return its start."""
        tasks = {**self.tasks, maker: replace(self.tasks[maker], not_before=begin)}
        timings = schedule(tasks.values(), self.day)
        start, limit = timings[maker].start, self.timings[maker].limit
        others = (id_ for id_ in timings if id_ != maker)
        if (
            start <= self.timings[maker].start
            or (limit is not None and start > limit.day)
            or any(_is_delayed(self.timings[id_], timings[id_]) for id_ in others)
        ):
            return None
        self.tasks, self.timings = tasks, timings
        return start


def _held(use: Used, made: date, until: date) -> Duration:
    """Return how long a paper holds: one that ends on a day of the year from when it is made."""
    if use.up_to is None:
        return use.valid_for or _AT_ONCE
    return Duration((until - made).days, "calendar_day")


def _is_delayed(before: Timing, after: Timing) -> bool:
    """Tell whether a step begins later than before, at the earliest or if all takes longest."""
    if before.start_latest is not None and after.start_latest is not None:
        return after.start > before.start or after.start_latest > before.start_latest
    return after.start > before.start
