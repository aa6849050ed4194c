"""What stands beside a plan, and how much of it is told: with tact where a hope did not come true.

The one place where the screen and the page decide it. Each reads the answer of `present`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from lifejourney.answers import as_member

Json = Mapping[str, Any]
PERSONS: Final = "persons:"
DOCUMENT: Final = "document:"


@dataclass(frozen=True)
class Waiting:
    """Hold the steps that wait for one answer; without a title those of no single question."""

    title: str
    steps: Sequence[Json]


@dataclass(frozen=True)
class Turn:
    """Hold what there is to do under one answer to a question that is never guessed."""

    label: str
    steps: Sequence[Json]

    @property
    def is_joyful(self) -> bool:
        """Tell whether a joy is among it."""
        return any(step["tone"] == "joy" for step in self.steps)


@dataclass(frozen=True)
class Fork:
    """Hold a question that is never guessed, of whom it is asked, and what follows from it."""

    title: str
    member: str
    turns: Sequence[Turn]


@dataclass(frozen=True)
class Stuck:
    """Hold the goals that cannot be reached for one and the same cause."""

    goals: Sequence[Json]

    @property
    def causes(self) -> Sequence[Json]:
        """Return what they wait for."""
        causes: Sequence[Json] = self.goals[0]["blocked_by"]
        return causes


def none_supposed(answer: Json) -> frozenset[str]:
    """Return the roles of which the plan supposes that there is nobody."""
    return frozenset(
        str(one["fact"]).removeprefix(PERSONS)
        for one in answer["assumed"]
        if str(one["fact"]).startswith(PERSONS) and one["value"] == 0
    )


@dataclass(frozen=True)
class Beside:
    """Read what stands beside the plan of one answer; `everything`: nothing is held back."""

    answer: Json
    everything: bool = False

    @property
    def _plan(self) -> Json:
        plan: Json = self.answer["plan"]
        return plan

    @cached_property
    def forks(self) -> list[Fork]:
        """Return each question that is never guessed, with its answers; those without joy last."""
        steps = {step["id"]: step for step in (*self._plan["steps"], *self._plan["possible"])}
        asked: dict[tuple[str, str], list[Turn]] = {}
        for branch in self._plan["branches"]:
            member = as_member(branch["depends_on"].partition(".")[0])
            turns = asked.setdefault((branch["title"], member), [])
            shown = [steps[id_] for id_ in branch["steps"] if id_ in steps]
            if shown:
                turns.append(Turn(str(branch["label"]), shown))
        # Sorting keeps the order of the catalog otherwise.
        return [
            Fork(title, member, sorted(turns, key=lambda turn: not turn.is_joyful))
            for (title, member), turns in asked.items()
            if turns
        ]

    @cached_property
    def grave(self) -> list[Waiting]:
        """Return the steps that wait for a grave answer, unless the forks have told them."""
        if self._plan["branches"] and not self.everything:
            return []
        found: dict[str, list[Json]] = {}
        for step in self._plan["possible"]:
            if self._is_grave(step):
                found.setdefault(self._grave_title(step), []).append(step)
        return [Waiting(title, steps) for title, steps in found.items()]

    @cached_property
    def waiting(self) -> list[Waiting]:
        """Return the other steps, each once, under the question that decides; remote ones last."""
        # Of what may be taken and may be blocked the step is told: steps come before goals.
        left: dict[str, Json] = {}
        for step in self._plan["possible"]:
            if not self._is_grave(step) and not self._is_made(step):
                left.setdefault(step["id"], step)
        found: list[Waiting] = []
        for group in sorted(self._plan["alternatives"], key=self._is_remote):
            steps = [left.pop(id_) for id_ in group["steps"] if id_ in left]
            if steps and (self.everything or not self._is_tactless(group)):
                found.append(Waiting(group["title"], steps))
        return [*found, Waiting("", [*left.values()])] if left else found

    def _is_made(self, goal: Json) -> bool:
        """Tell whether a goal that may be blocked is a paper that some step would make."""
        return goal["service"] is None and (goal["slug"], goal["person"]) in self._made

    @cached_property
    def _made(self) -> frozenset[tuple[str, str]]:
        steps = (*self._plan["steps"], *self._plan["possible"])
        return frozenset((one["document"], one["of"]) for s in steps for one in s["produces"])

    @cached_property
    def stuck(self) -> list[Stuck]:
        """Return the goals that cannot be reached, a cause that several share told once."""
        found: dict[tuple[str, ...], list[Json]] = {}
        for goal in self._plan["steps"]:
            if goal["status"] == "blocked":
                causes = tuple(str(one["text"]) for one in goal["blocked_by"])
                found.setdefault(causes, []).append(goal)
        return [Stuck(goals) for goals in found.values()]

    @cached_property
    def not_applying(self) -> list[Json]:
        """Return the verdicts on what does not apply; no joy is named where none came."""
        found = [v for v in self.answer["verdicts"] if v["verdict"] == "does_not_apply"]
        return [v for v in found if not (self._is_without_joy and v["tone"] == "joy")]

    def _is_grave(self, step: Json) -> bool:
        """Tell whether a step depends on what is too grave to be guessed at."""
        return any(key in self._plan["never_assumed"] for key in step["depends_on"])

    def _grave_title(self, step: Json) -> str:
        named = zip(step["depends_on"], step["depends_on_titles"], strict=True)
        return next(str(title) for key, title in named if key in self._plan["never_assumed"])

    def _is_remote(self, group: Json) -> bool:
        """Tell whether steps are needed only if a paper is lost, or for people nobody spoke of."""
        unknown = str(group["depends_on"])
        role = unknown.removeprefix(PERSONS)
        return unknown.startswith(DOCUMENT) or (role != unknown and role in self._nobody)

    def _is_tactless(self, group: Json) -> bool:
        """Tell whether steps are for people nobody spoke of, where a joy did not come."""
        return self._is_without_joy and str(group["depends_on"]).startswith(PERSONS)

    @cached_property
    def _nobody(self) -> frozenset[str]:
        return none_supposed(self.answer)

    @cached_property
    def _is_without_joy(self) -> bool:
        """Tell whether what was hoped for does not come."""
        told = {step["id"] for step in self._plan["steps"]}
        told |= {id_ for branch in self._plan["branches"] for id_ in branch["steps"]}
        steps: Iterator[Json] = iter((*self._plan["steps"], *self._plan["possible"]))
        joy = any(step["id"] in told and step["tone"] == "joy" for step in steps)
        return not joy and any(verdict["tone"] == "joy" for verdict in self.answer["verdicts"])
