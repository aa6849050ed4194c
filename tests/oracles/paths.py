"""Reckon the dates of a plan by walking every path of it, with other people's calendars.

networkx names the paths, numpy counts working days, dateutil months: nothing of the engine's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

import networkx as nx
import numpy as np
from dateutil.relativedelta import relativedelta

from lifejourney.days import Calendar, Duration
from lifejourney.schedule import Task

Roll = Literal["backward", "forward"]


def later(day: date, takes: Duration, calendar: Calendar) -> date:
    """Return the day a duration later."""
    match takes.unit:
        case "working_day":
            return _working(day, takes.value, calendar) if takes.value else day
        case "month":
            return day + relativedelta(months=takes.value)
        case "hour":
            return day + timedelta(days=takes.value // 24)
        case unit:
            return day + timedelta(days=takes.value * {"calendar_day": 1, "week": 7}[unit])


def _working(day: date, value: int, calendar: Calendar, roll: Roll = "backward") -> date:
    found = np.busday_offset(
        np.datetime64(day),
        value,
        roll=roll,
        weekmask=[number not in calendar.weekend for number in range(7)],
        holidays=[np.datetime64(one) for one in calendar.holidays | calendar.joint_leave],
    )
    return date.fromisoformat(str(found))


def attended(task: Task, day: date) -> date:
    """Return the day on which a task can begin: at a counter, one on which it works."""
    return _working(day, 0, task.calendar, "forward") if task.attended else day


class Paths:
    """Walk all paths of the tasks that are not done."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self.tasks = {task.id: task for task in tasks if not task.done}
        self.graph: nx.DiGraph[str] = nx.DiGraph()
        self.graph.add_nodes_from(self.tasks)
        self.graph.add_edges_from(
            (a, task.id) for task in self.tasks.values() for a in task.after if a in self.tasks
        )

    def _from(self, begin: str, end: str) -> Iterator[list[str]]:
        if begin == end:
            yield [begin]
        else:
            yield from nx.all_simple_paths(self.graph, begin, end)

    def walk(self, path: list[str], day: date, *, longest: bool, opened: bool = True) -> date:
        """Return when the last task of a path begins; `opened`: windows are waited for."""
        for place, id_ in enumerate(path):
            task = self.tasks[id_]
            if opened and task.not_before is not None:
                day = max(day, task.not_before)
            day = attended(task, day)
            takes = task.longest if longest else task.shortest
            if place < len(path) - 1 and takes is not None:
                day = later(day, takes, task.calendar)
        return day

    def starts(self, id_: str, day: date, *, longest: bool = False) -> date:
        """Return when a task begins: the latest over all paths that lead to it."""
        return max(
            self.walk(path, day, longest=longest)
            for begin in self.tasks
            for path in self._from(begin, id_)
        )

    def unknown(self, id_: str) -> bool:
        """Tell whether something before a task takes nobody knows how long, at most."""
        earlier = nx.ancestors(self.graph, id_)
        opened = all(self.tasks[one].sure_to_open for one in {id_, *earlier})
        return not opened or any(self.tasks[one].longest is None for one in earlier)

    def last_safe(self, id_: str, day: date, span: int) -> date | None:
        """Return the last of the next days on which a task may begin and miss no limit after it.

        Limits that cannot be met even if all takes the shortest do not count.
        """
        bounds: Mapping[str, date] = {
            one: min(days)
            for one, task in self.tasks.items()
            if (days := [d for d, _ in task.limits if d >= self.starts(one, day)])
        }
        paths = [(path, bound) for one, bound in bounds.items() for path in self._from(id_, one)]
        if not paths:
            return None
        good = [
            begin
            for begin in (day + timedelta(days=n) for n in range(-span, span))
            if attended(self.tasks[id_], begin) == begin
            and all(
                self.walk(path, begin, longest=True, opened=False) <= bound for path, bound in paths
            )
        ]
        return max(good)
