"""How much is left to settle after one or two more answers."""

from dataclasses import dataclass

import numpy as np

from lifejourney.questionnaire.table import Real, Table, Truth, Whole

_PER_RELEVANT = 0.5  # what a question still relevant adds to the bits of the joint entropy


@dataclass(frozen=True, eq=False)
class Cells:
    """Hold columns of answers, (rows, columns), each value below `width`.

    `shared` are the rows whose outcome another row has too, `outcome` the numbers of theirs; a row
    that is alone with its outcome adds the same bits to any cell, held in `lone`, (rows,).
    """

    answers: Whole
    width: int
    weight: Real
    shared: Whole
    outcome: Whole
    outcomes: int
    lone: Real

    @classmethod
    def of(cls, table: Table, columns: list[int]) -> "Cells":
        """Return the answers of these unknowns in the table."""
        numbers, counts = np.unique(table.outcome, return_inverse=True, return_counts=True)[1:]
        among = counts[numbers] > 1
        outcome = (np.cumsum(counts > 1) - 1)[numbers[among]]
        answers = table.branches[:, columns]
        lone = np.where(among, 0.0, _logarithmic(table.weight))
        shared = np.flatnonzero(among)
        count = int((counts > 1).sum())
        width = int(answers.max()) + 1
        return cls(answers, width, table.weight, shared, outcome, count, lone)

    def one(self) -> Whole:
        """Return the cell of each row by (column, answer)."""
        return np.arange(self.answers.shape[1]) * self.width + self.answers

    def two(self, column: int, others: Whole) -> Whole:
        """Return the cell of each row by (other column, answer to `column`, answer to other)."""
        first = np.arange(len(others)) * self.width + self.answers[:, column, None]
        return first * self.width + self.answers[:, others]

    def mass(self, cells: Whole, count: int) -> Real:
        """Return the weight of each of `count` cells."""
        return _sums(cells, self.weight, count)

    def entropy(self, cells: Whole, mass: Real) -> Real:
        """Return for each cell its weight times the entropy of the outcome in it, in bits."""
        bits = _logarithmic(mass)
        if len(self.shared) < len(cells):
            bits -= _sums(cells, self.lone, len(mass))
        if self.outcomes:
            joint = cells[self.shared] * self.outcomes + self.outcome[:, None]
            parts = _sums(joint, self.weight[self.shared], len(mass) * self.outcomes)
            some = np.flatnonzero(parts)
            inside = parts[some]
            inside *= np.log2(inside)
            bits -= np.bincount(some // self.outcomes, inside, len(mass))
        return np.maximum(bits, 0.0)

    def relevant(self, cells: Whole, count: int, single: Truth) -> Truth:
        """Return, (columns, cells), whether the column matters alone to some row of the cell."""
        found = np.zeros((single.shape[1], count), dtype=np.bool_)
        for column, rows in enumerate(single.T):
            found[column, cells[rows].ravel()] = True
        return found


def _sums(cells: Whole, weight: Real, count: int) -> Real:
    """Return the weight in each cell; `cells` is (rows, columns), `weight` per row."""
    weights = np.repeat(weight, cells.shape[1])
    return np.bincount(cells.ravel(), weights, count).astype(np.float64, copy=False)


def _logarithmic(mass: Real) -> Real:
    return mass * np.log2(np.where(mass > 0, mass, 1.0))


def left(entropy: Real, relevant: Real) -> Real:
    """Return the measure of what is left, in questions: half the relevant ones, and the bits."""
    return entropy + _PER_RELEVANT * relevant
