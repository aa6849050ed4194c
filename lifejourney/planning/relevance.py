"""Which unknowns matter: alone or, where declared constraints hold them together, in small sets.

Section 5 of the design: of all pairs of completions with different advice, take those that differ
in a set of unknowns that contains no smaller such set. Read off the decision diagrams, exactly.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import combinations

from lifejourney.lanes.completions import Completions, Node

MOST_TOGETHER = 3
"""Unknowns that are tried together; beyond, all that constraints hold together matter."""


class Relevance:
    """Find the unknowns on which an advice depends.

    `masks`: in which completions each part of the advice holds. `silent`: the unknowns that
    nobody will answer; of what depends on them the advice says only whether it holds for every
    answer, and whether for some. Of what depends on the `unspoken` ones, declined and too grave
    to be supposed, it says only what holds for every answer.
    """

    def __init__(
        self,
        diagram: Completions,
        everybody: Node,
        masks: Iterable[Node],
        silent: Collection[int],
        unspoken: Collection[int],
    ) -> None:
        self.diagram = diagram
        everybody, masks = self._without(everybody, list(masks), unspoken)
        self.everybody = diagram.forget(everybody, silent)
        self.bound = frozenset(diagram.depends_on(self.everybody))
        told: dict[Node, None] = {}
        for mask in masks:
            if set(silent) & set(diagram.depends_on(mask)):
                told[diagram.forget(mask, silent)] = None
                outside = diagram.forget(everybody & ~mask, silent)
                told[self.everybody & ~outside] = None
            else:
                told[mask & self.everybody] = None
        self.told = tuple(told)

    def _without(
        self, everybody: Node, masks: list[Node], unspoken: Collection[int]
    ) -> tuple[Node, list[Node]]:
        """Keep of each part where it holds for every answer to what is left unspoken."""
        if not unspoken:
            return everybody, masks
        everybody_else = self.diagram.forget(everybody, unspoken)
        outside = (self.diagram.forget(everybody & ~mask, unspoken) for mask in masks)
        return everybody_else, [everybody_else & ~out for out in outside]

    def unknowns(self) -> frozenset[int]:
        """Return every unknown that matters."""
        found = set(self.alone)
        left = sorted(self.bound - self.alone)
        smaller: list[set[int]] = []
        for size in range(2, min(len(left), MOST_TOGETHER) + 1):
            for together in combinations(left, size):
                if any(one <= set(together) for one in smaller):
                    continue
                if any(self._can_change(mask, together) for mask in self._about(together)):
                    smaller.append(set(together))
                    found.update(together)
        rest = tuple(unknown for unknown in left if unknown not in found)
        if len(rest) > MOST_TOGETHER and any(self._can_change(one, rest) for one in self.told):
            # More are held together than were tried: all of them, rather than none.
            found.update(rest)
        return frozenset(found)

    @cached_property
    def alone(self) -> frozenset[int]:
        """Return the unknowns of which another value alone can change a part of the advice."""
        found: set[int] = set()
        for mask in self.told:
            for unknown in self._support(mask):
                if unknown in found:
                    continue
                if unknown not in self.bound or self._can_change(mask, (unknown,)):
                    found.add(unknown)
        return frozenset(found)

    def _support(self, mask: Node) -> tuple[int, ...]:
        """Return on what a part depends; nothing where it holds for everybody."""
        return () if mask == self.everybody else self.diagram.depends_on(mask)

    def _about(self, together: Iterable[int]) -> Iterator[Node]:
        return (mask for mask in self.told if set(together) & set(self._support(mask)))

    def _can_change(self, mask: Node, together: tuple[int, ...]) -> bool:
        """Tell whether other values of these unknowns can bring a part of the advice in."""
        inside = self.diagram.forget(mask, together)
        outside = self.diagram.forget(self.everybody & ~mask, together)
        return bool(inside & outside != self.diagram.column.none)
