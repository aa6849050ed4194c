"""The outline of a plan: its steps in order by visit, its days, and what stands beside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal

from lifejourney import Beside, Reading, Words, by_holder

Json = Mapping[str, Any]


VISIT = Words("Kunjungan {number}: {office}", "Visit {number}: {office}")
TODAY = Words("Hari ini, dari rumah", "Today, from home")
FROM = Words("Mulai {day}, dari rumah", "From {day}, from home")
HOME = Words("Dari rumah", "From home")
THEN = Words("Kemudian, dari rumah", "Then, from home")
OTHERS = Words("Diurus pihak lain; Anda cukup memastikan", "Done by others; you only make sure")
LAST_DAY: Final = "9999-12-31"
"""Sorts what knows no day behind all that does."""
Place = Literal["visit", "today", "home", "others"]
"""Where steps are taken: at an office, without going anywhere (today or later), or by others."""


@dataclass(frozen=True)
class Group:
    """Hold steps that are taken together: at one visit, or without going anywhere."""

    place: Place
    steps: Sequence[Json]
    visit: Json | None = None
    number: int = 0

    @property
    def start(self) -> str | None:
        """Return the first day of what is taken without a visit, if it is known."""
        days = [step["start"] for step in self.steps]
        return None if None in days else min(days, default=None)


@dataclass(frozen=True)
class Due:
    """Name the last day of one step."""

    day: str
    step: Json
    number: int


@dataclass(frozen=True)
class Outline:
    """Lay out the answer of `present`."""

    answer: Json

    @cached_property
    def arranged(self) -> Json:
        """Return the answer with its steps in the order in which the page shows them."""
        shown = [step for group in self.groups for step in group.steps]
        steps = [*shown, *self.done, *self.blocked]
        return {**self.answer, "plan": {**self.plan, "steps": steps}}

    @cached_property
    def reading(self) -> Reading:
        """Return the reader of the answer, by whose numbers everything is named."""
        return Reading(self.arranged)

    @property
    def plan(self) -> Json:
        """Return the plan."""
        plan: Json = self.answer["plan"]
        return plan

    @property
    def numbers(self) -> Mapping[str, int]:
        """Return the number of each step by its id."""
        return self.reading.numbers

    @property
    def count(self) -> int:
        """Return how many steps are left to take."""
        return sum(len(group.steps) for group in self.groups)

    @property
    def done(self) -> list[Json]:
        """Return the steps that are done."""
        return [step for step in self.plan["steps"] if step["status"] == "done"]

    @property
    def blocked(self) -> list[Json]:
        """Return the goals that cannot be reached."""
        return [step for step in self.plan["steps"] if step["wave"] is None]

    # Steps by visit.

    @cached_property
    def groups(self) -> list[Group]:
        """Return the steps to take, in an order in which every group can follow those before it."""
        waiting = {
            step["id"]: step
            for step in self.plan["steps"]
            if step["wave"] is not None and step["status"] != "done"
        }
        found: list[Group] = []
        while waiting:
            group = self._next(waiting, is_first=not found)
            for step in group.steps:
                del waiting[step["id"]]
            found.append(group)
        return found

    def _next(self, waiting: Mapping[str, Json], *, is_first: bool) -> Group:
        """Return the group to show next: one's own steps first, then what others do meanwhile."""
        others = Group("others", self._ready(waiting, lambda one: one["acts"] != "citizen"))
        soonest = dict(sorted(waiting.items(), key=lambda one: one[1]["start"] or LAST_DAY))
        home = Group("home", self._ready(soonest, lambda one: one["acts"] == "citizen"))
        visit = self._visit(waiting)
        if is_first:
            urgent = dict(
                sorted(waiting.items(), key=lambda one: one[1]["latest_start"] or LAST_DAY)
            )
            today = Group("today", self._ready(urgent, self._is_for_today))
            order = [today, visit, home, others]
        else:
            order = [others, home, visit]
        for group in order:
            if group is not None and group.steps:
                return group
        # What is left waits for each other, or goes nowhere together.
        return next(self._visits(waiting), Group("home", tuple(waiting.values())))

    def _is_for_today(self, step: Json) -> bool:
        """Tell whether one can begin oneself, today: nothing before it may still take long."""
        is_sure = step["start"] is not None and not step["start_open"]
        return is_sure and step["acts"] == "citizen" and step["start"] <= self.answer["date"]

    @staticmethod
    def _ready(waiting: Mapping[str, Json], fits: Callable[[Json], bool]) -> tuple[Json, ...]:
        """Return the steps without a visit that fit, and wait for nothing else that is left."""
        left = set(waiting)
        ready: list[Json] = []
        for step in waiting.values():
            if step["visit"] is None and fits(step) and not left.intersection(step["after"]):
                ready.append(step)
                left.discard(step["id"])
        return tuple(ready)

    def heading(self, group: Group) -> str:
        """Return what stands above a group."""
        if group.visit is not None:
            office = group.visit["authority_title"]
            return self.reading.say(VISIT, number=group.number, office=office)
        if group.place == "others":
            return self.reading.say(OTHERS)
        if group.place == "today":
            return self.reading.say(TODAY)
        if group is not self.groups[0]:
            return self.reading.say(THEN)
        if group.start is None:
            return self.reading.say(HOME)
        return self.reading.say(FROM, day=self.reading.day(date.fromisoformat(group.start)))

    def _visits(self, waiting: Mapping[str, Json]) -> Iterator[Group]:
        """Yield the visits with a step that is left."""
        for number, visit in enumerate(self.plan["visits"], start=1):
            if steps := tuple(waiting[id_] for id_ in visit["steps"] if id_ in waiting):
                yield Group("visit", steps, visit, number)

    def _visit(self, waiting: Mapping[str, Json]) -> Group | None:
        """Return the next visit: the first one that waits for nothing else."""
        for group in self._visits(waiting):
            others = set(waiting).difference(step["id"] for step in group.steps)
            if not any(others.intersection(step["after"]) for step in group.steps):
                return group
        return None

    # Days.

    @cached_property
    def due(self) -> list[Due]:
        """Return the last days that are still to come, the next one first."""
        return [one for one in self._dues if not one.step["deadline"]["overdue"]]

    @cached_property
    def late(self) -> list[Due]:
        """Return the last days that are past, the oldest first."""
        return [one for one in self._past if not one.step["deadline"]["lapses"]]

    @cached_property
    def lapsed(self) -> list[Due]:
        """Return the last days that are past and after which nothing may be had any more."""
        return [one for one in self._past if one.step["deadline"]["lapses"]]

    @cached_property
    def _past(self) -> list[Due]:
        return [one for one in self._dues if one.step["deadline"]["overdue"]]

    @cached_property
    def _dues(self) -> list[Due]:
        numbers = self.numbers
        found = [
            Due(day, step, numbers[step["id"]])
            for group in self.groups
            for step in group.steps
            if (day := (step["deadline"] or {}).get("earliest")) is not None
        ]
        return sorted(found, key=lambda one: (one.day, one.number))

    @cached_property
    def critical(self) -> str:
        """Return the numbers of the steps that decide the last day; empty if all or none do."""
        deciding = [step["id"] for step in self.plan["steps"] if step["critical"]]
        return self.reading.listed(deciding) if len(deciding) < self.count else ""

    # Papers.

    @cached_property
    def papers(self) -> Mapping[str, list[Json]]:
        """Return what to look out and bring, by whose it is."""
        return by_holder(paper for paper in self._brought if paper["from"] != "step")

    @cached_property
    def made(self) -> list[Json]:
        """Return what a step makes and a later one asks for."""
        return [paper for paper in self._brought if paper["from"] == "step"]

    @property
    def has_online(self) -> bool:
        """Tell whether some step is taken online, to which papers are sent as pictures."""
        return any(step["visit_label"] for group in self.groups for step in group.steps)

    @property
    def _brought(self) -> list[Json]:
        return [one for one in self.plan["documents"] if one["original"] or one["copies"]]

    @cached_property
    def beside(self) -> Beside:
        """Return what stands beside the plan."""
        return Beside(self.answer)
