"""When each step can begin and end, by when it must begin, and which have no time to lose.

The critical path method (Kelley and Walker 1959) on civil dates: forwards the earliest days,
backwards from each limit the latest safe ones. What an office takes is added in the working days
of that office. A length of time that is not known is never 0: what waits for it begins "at least"
then, and the chain with the most of them is the one that decides when everything is done.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from lifejourney.days import Calendar, Duration, add, is_estimate
from lifejourney.graph import waves

LimitKind = Literal["deadline", "window", "paper"]
Trouble = Literal["closed", "overdue", "infeasible"]
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Task:
    """Say of one step what its dates follow from.

    `after`: the steps before it; one that is not among the tasks is not waited for. `shortest`,
    `longest`: how long its result takes, None where that is not known. `not_before` and `until`:
    the window in which it can begin; `sure_to_open` tells that nothing unknown can move it. It is
    to begin by the `deadline` (the law means the day of the application, not of the result) and
    by `use_by`, as long as its papers are valid. `attended`: it begins only on a working day.
    """

    id: str
    after: tuple[str, ...]
    shortest: Duration | None
    longest: Duration | None
    calendar: Calendar
    not_before: date | None = None
    until: date | None = None
    deadline: date | None = None
    use_by: date | None = None
    done: bool = False
    attended: bool = False
    sure_to_open: bool = True

    @property
    def limits(self) -> Iterator[tuple[date, LimitKind]]:
        """Yield the days by which it is to begin."""
        if self.deadline is not None:
            yield self.deadline, "deadline"
        if self.until is not None:
            yield self.until, "window"
        if self.use_by is not None:
            yield self.use_by, "paper"


@dataclass(frozen=True, slots=True)
class Limit:
    """Hold the latest safe day to begin, and whose limit of which kind makes it so.

    `known` is false where a step on the way takes nobody knows how long: sooner is safer.
    """

    day: date
    of: str
    kind: LimitKind
    known: bool = True


@dataclass(frozen=True, slots=True)
class Timing:
    """Hold the dates of one step: at the earliest, and `_latest` if every step takes longest.

    Where `start_known` or `finish_known` is false the day is a lower bound, and the latest is
    None. `slack`: days from the earliest to the latest safe start, below 0 if the safe day is
    gone. `critical`: a day lost here delays the whole. `trouble`: the window has `closed`, the
    deadline is past (`overdue`), or no way leads to it in time (`infeasible`). `estimate`: days
    were counted for which there is no calendar.
    """

    start: date
    start_known: bool
    start_latest: date | None
    finish: date
    finish_known: bool
    finish_latest: date | None
    limit: Limit | None
    critical: bool
    trouble: Trouble | None
    estimate: bool

    @property
    def slack(self) -> int | None:
        """Return the days between the earliest and the latest safe start, None without limit."""
        return None if self.limit is None else (self.limit.day - self.start).days


@dataclass(frozen=True, slots=True)
class _Span:
    """Hold when a task begins and ends, and whether these are more than lower bounds."""

    start: date
    start_known: bool
    finish: date
    finish_known: bool
    estimate: bool


class _Network:
    """Go through the tasks of one plan forwards and backwards."""

    def __init__(self, tasks: Iterable[Task], day: date) -> None:
        self.day = day
        todo = {task.id: task for task in tasks if not task.done}
        self.before = {id_: tuple(a for a in task.after if a in todo) for id_, task in todo.items()}
        edges = [(a, b) for b, earlier in self.before.items() for a in earlier]
        wave = waves(todo, edges)
        self.tasks = {id_: todo[id_] for id_ in sorted(todo, key=lambda id_: (wave[id_], id_))}
        self.following: dict[str, list[str]] = {id_: [] for id_ in self.tasks}
        for a, b in edges:
            self.following[a].append(b)

    def spans(self, *, longest: bool) -> dict[str, _Span]:
        """Return for each task its dates, if all take the shortest or all the longest."""
        found: dict[str, _Span] = {}
        for id_, task in self.tasks.items():
            earlier = [found[one] for one in self.before[id_]]
            opened = max([self.day, task.not_before or self.day, *(one.finish for one in earlier)])
            start = _next_attended(task, opened)
            known = task.sure_to_open and all(one.finish_known for one in earlier)
            takes = task.longest if longest else task.shortest
            unsure = task.attended and not task.calendar.covers(start)
            unsure |= any(one.estimate for one in earlier)
            if takes is None:
                found[id_] = _Span(start, known, start, finish_known=False, estimate=unsure)
            else:
                finish = add(start, takes, task.calendar)
                unsure |= is_estimate(start, takes, task.calendar)
                found[id_] = _Span(start, known, finish, known, unsure)
        return found

    def limits(self, spans: Mapping[str, _Span]) -> dict[str, Limit]:
        """Return for each task the latest safe start by its own limits and those after it.

        A limit that is past, or that no way leads to in time, binds nobody any more.
        """
        found: dict[str, Limit] = {}
        for id_, task in reversed(self.tasks.items()):
            binding = [
                Limit(_last_attended(task, day), id_, kind)
                for day, kind in task.limits
                if day >= spans[id_].start
            ]
            takes = task.longest or task.shortest
            for later in (found[one] for one in self.following[id_] if one in found):
                day = _last_attended(task, _begin_by(later.day, takes, task.calendar))
                known = later.known and task.longest is not None
                binding.append(Limit(day, later.of, later.kind, known))
            if binding:
                found[id_] = min(binding, key=lambda one: (one.day, one.known, one.of))
        return found

    def critical(self) -> frozenset[str]:
        """Return the tasks without slack towards the finish of the whole.

        Of the chains with the most steps of unknown length, those that are the longest in days.
        """
        chains = _Network(self._least_known(), self.day)
        spans, unknown = chains.spans(longest=False), chains.unknown()
        whole = max((span.finish for span in spans.values()), default=self.day)
        begin: dict[str, date] = {}
        for id_, task in reversed(chains.tasks.items()):
            start, later = spans[id_].start, chains.following[id_]
            if unknown[id_]:
                # It may take longer than any window or weekend: only chains like it compare.
                last = not later and spans[id_].finish == whole
                last |= any(
                    begin[one] <= spans[one].start
                    and spans[id_].finish == max(spans[a].finish for a in chains.before[one])
                    for one in later
                )
                begin[id_] = start if last else start + _DAY
            else:
                end = min((begin[one] for one in later), default=whole)
                begin[id_] = _last_attended(task, _begin_by(end, task.shortest, task.calendar))
        return frozenset(id_ for id_, day in begin.items() if day <= spans[id_].start)

    def unknown(self) -> dict[str, int]:
        """Return how many steps of unknown length there are at most up to each task."""
        found: dict[str, int] = {}
        for id_, task in self.tasks.items():
            earlier = max((found[one] for one in self.before[id_]), default=0)
            found[id_] = earlier + (task.shortest is None)
        return found

    def _least_known(self) -> Iterator[Task]:
        """Yield the tasks on the chains with the most steps of unknown length, with these alone."""
        into, after = self.unknown(), dict.fromkeys(self.tasks, 0)
        for id_, task in reversed(self.tasks.items()):
            for one in self.before[id_]:
                after[one] = max(after[one], after[id_] + (task.shortest is None))
        most = max(into.values(), default=0)
        for id_, task in self.tasks.items():
            if into[id_] + after[id_] == most:
                own = after[id_] + (task.shortest is None)
                chained = tuple(one for one in self.before[id_] if into[one] + own == most)
                yield replace(task, after=chained)


def schedule(tasks: Iterable[Task], day: date) -> Mapping[str, Timing]:
    """Return for each task that is not done when it begins and ends, counted from `day`.

    The tasks must hold no circle.
    """
    network = _Network(tasks, day)
    earliest, latest = network.spans(longest=False), network.spans(longest=True)
    limits, critical = network.limits(earliest), network.critical()
    return {
        id_: Timing(
            soon.start,
            soon.start_known,
            late.start if late.start_known else None,
            soon.finish,
            soon.finish_known,
            late.finish if late.finish_known else None,
            limits.get(id_),
            id_ in critical,
            _trouble(network.tasks[id_], soon.start, day),
            soon.estimate,
        )
        for id_, soon in earliest.items()
        for late in (latest[id_],)
    }


def _trouble(task: Task, start: date, day: date) -> Trouble | None:
    """Return why a task is too late, the gravest first."""
    if task.until is not None and task.until < start:
        return "closed"
    if task.deadline is None or task.deadline >= start:
        return None
    return "overdue" if task.deadline < day else "infeasible"


def _next_attended(task: Task, day: date) -> date:
    """Return the first day from `day` on which a task can begin."""
    while task.attended and not task.calendar.is_working_day(day):
        day += _DAY
    return day


def _last_attended(task: Task, day: date) -> date:
    """Return the last day up to `day` on which a task can begin."""
    while task.attended and not task.calendar.is_working_day(day):
        day -= _DAY
    return day


def _begin_by(end: date, takes: Duration | None, calendar: Calendar) -> date:
    """Return the last day on which something may begin to end by `end`; unknown takes nothing."""
    if takes is None:
        return end
    day = add(end, Duration(-takes.value, takes.unit), calendar)
    # Counting back may land days off, as months have no fixed length and weekends count nothing.
    while add(day, takes, calendar) > end:
        day -= _DAY
    while add(day + _DAY, takes, calendar) <= end:
        day += _DAY
    return day
