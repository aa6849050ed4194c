"""The goals that are called for and cannot be reached, here or where somebody else is who.

A goal that several events call for stands in the advice once.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from lifejourney.advice.model import BlockedGoal, Status
from lifejourney.advice.reasons import blockers_of, verdict_reasons
from lifejourney.advice.world import World
from lifejourney.planning import Plan

_STRONGEST: Final = ("duty", "right", "advice")


@dataclass(frozen=True)
class Blocking:
    """Find the goals that cannot be reached in the likeliest world, and beside it in others.

    `plan` is the one that is shown, `identities` the questions who is who that are open,
    `unspoken` the grave questions that were declined: nothing is said under them.
    """

    worlds: Sequence[World]
    plan: Plan
    identities: tuple[str, ...]
    unspoken: frozenset[str]

    @cached_property
    def shown(self) -> tuple[BlockedGoal, ...]:
        """Return the goals that the plan that is shown cannot reach."""
        return each_once(goal for goal in self._here if goal.status == "blocked")

    @cached_property
    def beside(self) -> tuple[BlockedGoal, ...]:
        """Return the goals that some completion cannot reach, in whatever world."""
        ids = {goal.id for goal in self.shown}
        found = (*self._here, *self._elsewhere())
        return each_once(
            goal
            for goal in found
            if goal.id not in ids and not self.unspoken & set(goal.depends_on)
        )

    @cached_property
    def _here(self) -> tuple[BlockedGoal, ...]:
        return tuple(self._in(self.worlds[0], self.worlds[0].outlook.shown_blocked))

    def _elsewhere(self) -> Iterator[BlockedGoal]:
        known = {key for key, status in self.worlds[0].blocked.items() if status != "never"}
        for world in self.worlds[1:]:
            yield from self._in(world, known=known)
            known |= {key for key, status in world.blocked.items() if status != "never"}

    def _in(
        self,
        world: World,
        shown: AbstractSet[int] = frozenset(),
        known: AbstractSet[tuple[str, ...]] = frozenset(),
    ) -> Iterator[BlockedGoal]:
        """Yield the goals that a world cannot reach, without those `known` from others."""
        out = [
            number
            for number, goal in enumerate(world.ground.goals)
            if world.goal_key(goal) not in known and world.outlook.blocked(number).status != "never"
        ]
        elsewhere = [n for n in out if world is not self.worlds[0] or n not in self.plan.blocked]
        plans = dict(zip(elsewhere, world.outlook.plans_blocking(elsewhere), strict=True))
        for number in out:
            at = plans.get(number, self.plan)
            yield self._blocked(world, number, at, "blocked" if number in shown else "possible")

    def _blocked(self, world: World, number: int, at: Plan, status: Status) -> BlockedGoal:
        goal = world.ground.goals[number]
        own = None if goal.instance is None else world.ground.instances[goal.instance].id
        return BlockedGoal(
            f"document:{goal.id}" if own is None else own,
            goal.call,
            goal.event,
            goal.member,
            status,
            blockers_of(world, number, at.truth, at.had),
            self._deciding(world, number),
            verdict_reasons(world, number, sure=True),
        )

    def _deciding(self, world: World, number: int) -> tuple[str, ...]:
        """Return the unknowns on which it depends that a goal cannot be reached."""
        goal = world.ground.goals[number]
        own = world.ids(world.outlook.blocked(number).depends_on)
        standings = [one.blocked.get(world.goal_key(goal), "never") for one in self.worlds]
        bounded = len(standings) == 1 and world.touches(goal)
        who = self.identities if bounded or len(set(standings)) > 1 else ()
        return tuple(dict.fromkeys((*who, *own) if standings[0] == "never" else (*own, *who)))


def each_once(goals: Iterable[BlockedGoal]) -> tuple[BlockedGoal, ...]:
    """Return each goal once: called for as strongly as any event does, with all reasons."""
    found: dict[str, BlockedGoal] = {}
    for goal in goals:
        known = found.get(goal.id, goal)
        first = min(known, goal, key=lambda one: _STRONGEST.index(one.call.kind))
        reasons = tuple(dict.fromkeys((*known.reasons, *goal.reasons)))
        found[goal.id] = replace(first, reasons=reasons)
    return tuple(found.values())
