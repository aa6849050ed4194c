"""What is asked of a set of completions, whether it holds all of them or only some."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from lifejourney.lanes.columns import Column

Node = Any


class Completions(Protocol):
    """Hold completions of what is unknown; a mask says in which of them something holds."""

    column: Column[Node]

    def is_value(self, unknown: int, value: int) -> Node:
        """Return the completions in which an unknown has one of its values."""

    def any_of(self, masks: Iterable[Node]) -> Node:
        """Return where any of these holds."""

    def forget(self, mask: Node, unknowns: Iterable[int]) -> Node:
        """Return where `mask` can hold for some value of these unknowns."""

    def given(self, mask: Node, values: Mapping[int, int]) -> Node:
        """Return what `mask` becomes once these unknowns have these values."""

    def bound_by(self, mask: Node) -> Sequence[int]:
        """Return the unknowns, in their order, of which a mask may leave out some values."""

    def depends_on(self, mask: Node) -> tuple[int, ...]:
        """Return the unknowns on which `mask` depends, in their order."""
