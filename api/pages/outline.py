"""The outline of a plan: its steps in order by visit, its days, and what stands beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lifejourney import Beside, Reading, by_holder

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Group:
    """Hold steps that are taken together: at one visit, or without going anywhere."""

    steps: Sequence[Json]
    visit: Json | None = None
    number: int = 0


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
        visits = list(enumerate(self.plan["visits"], start=1))
        found: list[Group] = []
        while waiting:
            group = self._home(waiting) or self._visit(waiting, visits)
            if group is None:  # what is left goes nowhere together
                group = Group(tuple(waiting.values()))
            for step in group.steps:
                del waiting[step["id"]]
            found.append(group)
        return found

    def _home(self, waiting: Mapping[str, Json]) -> Group | None:
        """Return the steps that need no visit and wait for nothing else that is left."""
        left = set(waiting)
        ready: list[Json] = []
        for step in waiting.values():
            if step["visit"] is None and not left.intersection(step["after"]):
                ready.append(step)
                left.discard(step["id"])
        return Group(tuple(ready)) if ready else None

    def _visit(self, waiting: Mapping[str, Json], visits: list[tuple[int, Json]]) -> Group | None:
        """Return the next visit: the first one that waits for nothing else, else the first."""
        for number, visit in visits:
            steps = [waiting[id_] for id_ in visit["steps"] if id_ in waiting]
            others = set(waiting).difference(visit["steps"])
            if steps and not any(others.intersection(step["after"]) for step in steps):
                return Group(tuple(steps), visit, number)
        for number, visit in visits:
            steps = [waiting[id_] for id_ in visit["steps"] if id_ in waiting]
            if steps:
                return Group(tuple(steps), visit, number)
        return None

    # Days.

    @cached_property
    def due(self) -> list[Due]:
        """Return the last days that are still to come, the next one first."""
        return [one for one in self._dues if not one.step["deadline"]["overdue"]]

    @cached_property
    def late(self) -> list[Due]:
        """Return the last days that are past, the oldest first."""
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
    def _brought(self) -> list[Json]:
        return [one for one in self.plan["documents"] if one["original"] or one["copies"]]

    @cached_property
    def beside(self) -> Beside:
        """Return what stands beside the plan."""
        return Beside(self.answer)
