"""The outline of a plan: its steps in order by visit, its days, and what stands beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lifejourney import Reading, deadline_text

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
    text: str


@dataclass(frozen=True)
class Outline:
    """Lay out the answer of `present`; `grave` are facts that are never guessed."""

    answer: Json
    grave: frozenset[str] = frozenset()

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
        """Return the last days of what is to be done, the next one first."""
        numbers = self.numbers
        found = [
            Due(day, step, numbers[step["id"]], deadline_text(step["deadline"], self.reading.lang))
            for group in self.groups
            for step in group.steps
            if (day := (step["deadline"] or {}).get("earliest")) is not None
        ]
        return sorted(found, key=lambda one: (one.day, one.number))

    # Papers.

    @cached_property
    def papers(self) -> Mapping[str, list[Json]]:
        """Return what to bring, by whose it is; what a step makes comes last."""
        found: dict[str, list[Json]] = {}
        for paper in sorted(self.plan["documents"], key=lambda one: one["from"] == "step"):
            if paper["original"] or paper["copies"]:
                found.setdefault(paper["person_title"], []).append(paper)
        return found

    # What stands beside the plan.

    @cached_property
    def branches(self) -> Mapping[str, list[tuple[Json, list[Json]]]]:
        """Return the steps under each answer to a question too grave to be guessed."""
        steps = {step["id"]: step for step in (*self.plan["steps"], *self.plan["possible"])}
        found: dict[str, list[tuple[Json, list[Json]]]] = {}
        for branch in self.plan["branches"]:
            shown = [steps[id_] for id_ in branch["steps"] if id_ in steps]
            if shown:
                found.setdefault(branch["title"], []).append((branch, shown))
        for branches in found.values():
            branches.sort(key=lambda one: not any(step["tone"] == "joy" for step in one[1]))
        return found

    @cached_property
    def conditional(self) -> list[tuple[str, list[Json]]]:
        """Return the steps that wait for an answer, each once, under the question that decides."""
        waiting = {s["id"]: s for s in self.plan["possible"] if not self._is_grave(s)}
        groups: list[tuple[str, list[Json]]] = []
        for group in sorted(self.plan["alternatives"], key=self._is_remote):
            steps = [waiting.pop(id_) for id_ in group["steps"] if id_ in waiting]
            if steps and not self._is_tactless(group):
                groups.append((group["title"], steps))
        return groups

    @cached_property
    def not_applying(self) -> list[Json]:
        """Return the verdicts on what does not apply; no joy is named where none came."""
        found = [v for v in self.answer["verdicts"] if v["verdict"] == "does_not_apply"]
        return [v for v in found if not (self._is_without_joy and v["tone"] == "joy")]

    def _is_grave(self, step: Json) -> bool:
        return any(self._spoken(key) in self.grave for key in step["depends_on"])

    def _spoken(self, key: str) -> str:
        """Return a fact by its role: `child-1.condition` is `child.condition`."""
        member, dot, name = key.partition(".")
        return f"{member.rstrip('0123456789').rstrip('-')}{dot}{name}"

    def _is_remote(self, group: Json) -> bool:
        """Tell whether steps are needed only if a paper is lost, or for people nobody spoke of."""
        unknown = str(group["depends_on"])
        nobody = {one["fact"] for one in self.answer["assumed"] if one["value"] == 0}
        return unknown.startswith("document:") or unknown in nobody

    def _is_tactless(self, group: Json) -> bool:
        return self._is_without_joy and str(group["depends_on"]).startswith("persons:")

    @cached_property
    def _is_without_joy(self) -> bool:
        """Tell whether what was hoped for does not come."""
        told = {step["id"] for step in self.plan["steps"]}
        told |= {id_ for branch in self.plan["branches"] for id_ in branch["steps"]}
        steps: Iterator[Json] = iter((*self.plan["steps"], *self.plan["possible"]))
        joy = any(step["id"] in told and step["tone"] == "joy" for step in steps)
        return not joy and any(verdict["tone"] == "joy" for verdict in self.answer["verdicts"])
