"""Completions of what is unknown, as columns."""

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]
Real = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Table:
    """Hold the completions of what is unknown, or a sample of them, one per row.

    `values`, (rows, unknowns), is the number of each value, from 0 and below the unknown's size;
    `applies`, of the same shape, whether the unknown applies (where not, its value has no effect).
    Equal numbers in `outcome`, (rows,), are the same advice; `weight`, (rows,), sums to 1.
    `effort` is per unknown, 1 for an ordinary question. An `exact` table holds every completion
    once, also with each value of what does not apply. A sample cannot tell by itself where an
    unknown alone changes the outcome of a row: `matters`, of the shape of `values`, says it.
    """

    values: Whole
    applies: Truth
    outcome: Whole
    weight: Real
    sizes: tuple[int, ...]
    effort: tuple[float, ...]
    exact: bool
    matters: Truth | None = None

    def select(self, rows: Truth | Whole) -> "Table":
        """Return the table of these rows, their weights brought to the sum 1."""
        weight = self.weight[rows]
        total = weight.sum()
        return replace(
            self,
            values=self.values[rows],
            applies=self.applies[rows],
            outcome=self.outcome[rows],
            weight=weight / total if total > 0 else weight,
            matters=None if self.matters is None else self.matters[rows],
        )

    @cached_property
    def needed(self) -> Truth:
        """Return `matters`; where it is not said, everything that applies matters."""
        return self.applies if self.matters is None else self.matters

    @cached_property
    def branches(self) -> Whole:
        """Return what would be answered: the value, or the unknown's size where it has none."""
        return np.where(self.applies, self.values, np.array(self.sizes, dtype=np.int64))

    @cached_property
    def present(self) -> Whole:
        """Return for each unknown how many of its values occur."""
        unknowns, width = len(self.sizes), max(self.sizes, default=0)
        cells = self.values + np.arange(unknowns) * width
        counts = np.bincount(cells.ravel(), minlength=unknowns * width)
        present: Whole = (counts.reshape(unknowns, width) > 0).sum(axis=1)
        return present

    @cached_property
    def full(self) -> bool:
        """Tell whether every combination of the values that occur is a row: nothing forbids one."""
        return self.exact and len(self.outcome) == math.prod(self.present.tolist())

    def settled(self) -> bool:
        """Tell whether all rows have the same outcome."""
        return bool((self.outcome == self.outcome[:1]).all())


def answered(table: Table, unknown: int, branch: int) -> Table:
    """Return what is left of the table when the unknown is answered so."""
    return table.select(table.branches[:, unknown] == branch)
