"""A goal that several events call for and nobody can reach stands in the advice once."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lifejourney.advice.model import BlockedGoal

_STRONGEST: Final = ("duty", "right", "advice")


def each_once(goals: Iterable[BlockedGoal]) -> tuple[BlockedGoal, ...]:
    """Return each goal once: called for as strongly as any event does, with all reasons."""
    found: dict[str, BlockedGoal] = {}
    for goal in goals:
        known = found.get(goal.id, goal)
        first = min(known, goal, key=lambda one: _STRONGEST.index(one.call.kind))
        reasons = tuple(dict.fromkeys((*known.reasons, *goal.reasons)))
        found[goal.id] = replace(first, reasons=reasons)
    return tuple(found.values())
