"""All completions of what is unknown, as a column: masks are reduced ordered decision diagrams.

A mask is a Boolean function of the unknowns. Reduced ordered binary decision diagrams (Bryant
1986) are canonical: equal functions are one node, so "holds in every completion" is a comparison.
The diagrams come from the package dd: CUDD in C where it is there, pure Python elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence

from lifejourney.lanes.columns import Column
from lifejourney.lanes.completions import Node

try:
    from dd import cudd as _engine

    # Most advices need few nodes: a table that starts small is laid out at once, and grows.
    _SMALL: dict[str, int] = {"initial_cache_size": 1 << 14, "memory_estimate": 1 << 22}
    _LIMITS: dict[str, int] = {"loose_up_to": 1 << 22}
except ImportError:  # pragma: no cover - CUDD wheels exist for Linux on x86-64 only
    from dd import autoref as _engine

    _SMALL = _LIMITS = {}


class Diagram:
    """Hold the unknowns of one advice as variables, each with a number of values.

    A value is coded in binary; codes beyond the last value mean the last one, so that every
    assignment of the bits is a completion. `order` lists the unknowns as the diagram asks for
    them: those that matter together had better stand together.
    """

    def __init__(self, sizes: Sequence[int], order: Sequence[int] | None = None) -> None:
        self._manager = _engine.BDD(**_SMALL)
        self._manager.configure(reordering=True, **_LIMITS)
        self._bits: list[tuple[str, ...]] = []
        for unknown, size in enumerate(sizes):
            width = (size - 1).bit_length()
            self._bits.append(tuple(f"u{unknown}_{bit}" for bit in range(width)))
        self._owner = {name: one for one, names in enumerate(self._bits) for name in names}
        for unknown in order if order is not None else range(len(sizes)):
            for name in self._bits[unknown]:
                self._manager.declare(name)
        self._sizes = tuple(sizes)
        false = self._manager.false
        self.column: Column[Node] = Column(
            self._manager.true, false, lambda mask: bool(mask != false), len
        )
        self._values: dict[tuple[int, int], Node] = {}

    def _code(self, unknown: int, value: int) -> Node:
        names = self._bits[unknown]
        if value and value == self._sizes[unknown] - 1:
            return ~self.any_of(self.is_value(unknown, other) for other in range(value))
        return self._manager.cube({name: bool(value >> bit & 1) for bit, name in enumerate(names)})

    def is_value(self, unknown: int, value: int) -> Node:
        """Return the completions in which an unknown has one of its values."""
        mask = self._values.get((unknown, value))
        if mask is None:
            mask = self._values[unknown, value] = self._code(unknown, value)
        return mask

    def any_of(self, masks: Iterable[Node]) -> Node:
        """Return where any of these holds."""
        result = self._manager.false
        for mask in masks:
            result = result | mask
        return result

    def forget(self, mask: Node, unknowns: Iterable[int]) -> Node:
        """Return where `mask` can hold for some value of these unknowns."""
        names = [name for unknown in unknowns for name in self._bits[unknown]]
        return self._manager.exist(names, mask)

    def given(self, mask: Node, values: Mapping[int, int]) -> Node:
        """Return what `mask` becomes once these unknowns have these values."""
        assignment = {
            name: bool(value >> bit & 1)
            for unknown, value in values.items()
            for bit, name in enumerate(self._bits[unknown])
        }
        return self._manager.let(assignment, mask) if assignment else mask

    def depends_on(self, mask: Node) -> tuple[int, ...]:
        """Return the unknowns on which `mask` depends, in their order."""
        return tuple(sorted({self._owner[name] for name in self._manager.support(mask)}))

    bound_by = depends_on
    """What a mask does not depend on it leaves every value."""
