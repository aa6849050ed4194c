"""Formulas over atoms in negation normal form, each distinct one kept once.

A formula is a number in the table of its `Formulas`; 0 is false, 1 is true. There is no node
"not": the negation of a formula goes down into its literals (De Morgan).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lifejourney.program.atoms import Atom

FALSE = 0
TRUE = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """Hold an atom, or its opposite."""

    atom: int
    positive: bool


@dataclass(frozen=True, slots=True)
class Join:
    """Hold "all of" or "any of" several formulas."""

    how: Literal["all", "any"]
    of: tuple[int, ...]


class Formulas:
    """Keep every formula once; parts always come before the wholes made of them."""

    def __init__(self) -> None:
        self.atoms: list[Atom] = []
        self._atom_numbers: dict[Atom, int] = {}
        self.nodes: list[Leaf | Join] = [Join("any", ()), Join("all", ())]
        self._numbers: dict[Leaf | Join, int] = {self.nodes[0]: FALSE, self.nodes[1]: TRUE}
        self._opposite: dict[int, int] = {FALSE: TRUE, TRUE: FALSE}
        self._below: dict[int, frozenset[int]] = {}

    def _keep(self, node: Leaf | Join) -> int:
        number = self._numbers.setdefault(node, len(self.nodes))
        if number == len(self.nodes):
            self.nodes.append(node)
        return number

    def literal(self, atom: Atom) -> int:
        """Return the formula that holds when the atom does."""
        number = self._atom_numbers.setdefault(atom, len(self.atoms))
        if number == len(self.atoms):
            self.atoms.append(atom)
        return self._keep(Leaf(number, positive=True))

    def all_of(self, parts: Iterable[int]) -> int:
        """Return the formula that holds when all parts do."""
        return self._join("all", parts, FALSE, TRUE)

    def any_of(self, parts: Iterable[int]) -> int:
        """Return the formula that holds when any part does."""
        return self._join("any", parts, TRUE, FALSE)

    def _join(
        self, how: Literal["all", "any"], parts: Iterable[int], absorbing: int, neutral: int
    ) -> int:
        flat: dict[int, None] = {}
        for part in parts:
            node = self.nodes[part]
            inner = node.of if isinstance(node, Join) and node.how == how else (part,)
            flat.update(dict.fromkeys(inner))
        flat.pop(neutral, None)
        if absorbing in flat or any(self._opposite.get(part) in flat for part in flat):
            return absorbing
        if len(flat) == 1:
            return next(iter(flat))
        return self._keep(Join(how, tuple(flat))) if flat else neutral

    def opposite(self, formula: int) -> int:
        """Return the formula that holds when this one does not."""
        known = self._opposite.get(formula)
        if known is not None:
            return known
        node = self.nodes[formula]
        if isinstance(node, Leaf):
            result = self._keep(Leaf(node.atom, not node.positive))
        elif node.how == "all":
            result = self.any_of([self.opposite(part) for part in node.of])
        else:
            result = self.all_of([self.opposite(part) for part in node.of])
        self._opposite[formula] = result
        self._opposite[result] = formula
        return result

    def below(self, formulas: Iterable[int]) -> list[int]:
        """Return every formula that these are made of, parts before wholes."""
        found: set[int] = set()
        todo = list(formulas)
        while todo:
            number = todo.pop()
            if number in found:
                continue
            found.add(number)
            node = self.nodes[number]
            if isinstance(node, Join):
                todo.extend(node.of)
        return sorted(found)

    def atoms_of(self, formulas: Iterable[int]) -> frozenset[int]:
        """Return the number of every atom that these formulas speak of."""
        return frozenset[int]().union(*map(self._atoms_below, formulas))

    def _atoms_below(self, formula: int) -> frozenset[int]:
        known = self._below.get(formula)
        if known is None:
            node = self.nodes[formula]
            known = frozenset((node.atom,)) if isinstance(node, Leaf) else self.atoms_of(node.of)
            self._below[formula] = known
        return known

    def atoms_in(self, formulas: Iterable[int]) -> list[Atom]:
        """Return every atom that these formulas speak of, once for each side it stands on."""
        nodes = (self.nodes[number] for number in self.below(formulas))
        return [self.atoms[node.atom] for node in nodes if isinstance(node, Leaf)]
