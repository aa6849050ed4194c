"""Why a condition came out as it did: the atoms that decided it."""

from collections.abc import Callable

from lifejourney.program.atoms import Atom
from lifejourney.program.formulas import Formulas, Leaf

Known = Callable[[Atom], bool | None]


class Trace:
    """Evaluate formulas for one person and tell which atoms decided the outcome."""

    def __init__(self, formulas: Formulas, known: Known) -> None:
        self.formulas = formulas
        self.known = known
        self._values: dict[int, bool | None] = {}

    def value(self, formula: int) -> bool | None:
        """Return what a formula is: true, false, or None for unknown."""
        if formula not in self._values:
            node = self.formulas.nodes[formula]
            if isinstance(node, Leaf):
                told = self.known(self.formulas.atoms[node.atom])
                self._values[formula] = None if told is None else told is node.positive
            else:
                parts = [self.value(part) for part in node.of]
                absorbing = node.how == "any"
                self._values[formula] = (
                    absorbing if absorbing in parts else None if None in parts else not absorbing
                )
        return self._values[formula]

    def deciding(self, formula: int) -> tuple[Atom, ...]:
        """Return the atoms that made a formula what it is, or that leave it open."""
        found: dict[Atom, None] = {}
        self._collect(formula, found)
        return tuple(found)

    def met(self, formula: int) -> tuple[Atom, ...]:
        """Return the atoms known to hold on which a formula rests that holds, or is supposed to.

        Of several ways to meet it the first that is known to; none where it is open by which.
        """
        found: dict[Atom, None] = {}
        self._rests_on(formula, found)
        return tuple(found)

    def _rests_on(self, formula: int, found: dict[Atom, None]) -> None:
        node = self.formulas.nodes[formula]
        if isinstance(node, Leaf):
            if self.value(formula):
                found[self.formulas.atoms[node.atom]] = None
            return
        parts = [part for part in node.of if self.value(part) is not False]
        if node.how == "any":
            sure = [part for part in parts if self.value(part)]
            parts = sure[:1] or (parts if len(parts) == 1 else [])
        for part in parts:
            self._rests_on(part, found)

    def _collect(self, formula: int, found: dict[Atom, None]) -> None:
        node = self.formulas.nodes[formula]
        if isinstance(node, Leaf):
            found[self.formulas.atoms[node.atom]] = None
            return
        value = self.value(formula)
        same = [part for part in node.of if self.value(part) is value]
        one_is_enough = value is (node.how == "any")
        for part in same[:1] if one_is_enough else same:
            self._collect(part, found)
