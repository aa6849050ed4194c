"""What a plan may be preferred for, beside its finish: what it costs, or how often one must go."""

from collections.abc import Hashable
from typing import Protocol

from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Instance

Edges = frozenset[tuple[int, int]]
"""Which instance comes right before which."""


class Objective(Protocol):
    """Say what is to be as small as possible: a sum over steps, or over what steps share."""

    def cost(self, instance: Instance) -> int:
        """Return what a step costs by itself."""

    def shared(self, instance: Instance) -> Hashable:
        """Return what steps share that costs 1 once, as a counter one goes to; None: nothing."""

    def total(self, ground: Ground, steps: frozenset[int], edges: Edges) -> int:
        """Return what a whole plan costs, never less than its parts."""


class LeastFees:
    """Prefer the plan whose fees are least; an unknown one is dearer than anything known."""

    def cost(self, instance: Instance) -> int:
        """Return the fee of a step."""
        return instance.fee

    def shared(self, instance: Instance) -> Hashable:  # noqa: ARG002 - as every objective
        """Return None: each step is paid by itself."""
        return None

    def total(self, ground: Ground, steps: frozenset[int], edges: Edges) -> int:  # noqa: ARG002
        """Return the sum of the fees."""
        return sum(ground.instances[number].fee for number in steps)
