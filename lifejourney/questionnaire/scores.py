"""How many questions are left after one or two more answers."""

from dataclasses import dataclass

import numpy as np

from lifejourney.questionnaire.table import Real, Table, Truth, Whole

_CAUTION = 0.25  # how much of what may still turn out to matter is counted as if it did


@dataclass(frozen=True, eq=False)
class Cells:
    """Hold columns of answers, (rows, columns), each value below `width`.

    `matters`, of the same shape, tells where the question changes by itself what the row is
    advised: these people have to be asked it, whatever is asked before.
    """

    answers: Whole
    width: int
    weight: Real
    matters: Truth

    @classmethod
    def of(cls, table: Table, columns: list[int], matters: Truth) -> "Cells":
        """Return the answers to these unknowns in the table."""
        answers = table.branches[:, columns]
        return cls(answers, int(answers.max()) + 1, table.weight, matters[:, columns])

    def one(self) -> Whole:
        """Return the cell of each row by (column, answer)."""
        return np.arange(self.answers.shape[1]) * self.width + self.answers

    def two(self, column: int, others: Whole) -> Whole:
        """Return the cell of each row by (other column, answer to `column`, answer to other)."""
        first = np.arange(len(others)) * self.width + self.answers[:, column, None]
        return first * self.width + self.answers[:, others]

    def mass(self, cells: Whole, count: int) -> Real:
        """Return the weight of each of `count` cells; `cells` is (rows, columns)."""
        return _sums(cells, np.repeat(self.weight, cells.shape[1]), count)

    def needed(self, cells: Whole, count: int, asked: Truth | Whole) -> Real:
        """Return for each cell its weight times how many questions its people have to be asked.

        `asked`, of the shape of `cells`: how many of these were asked to get there.
        """
        left = self.matters.sum(axis=1)[:, None] - asked
        return _sums(cells, (self.weight[:, None] * left).ravel(), count)

    def relevant(self, cells: Whole, count: int) -> Truth:
        """Return, (columns, cells), whether the column matters to some row of the cell."""
        found = np.zeros((self.matters.shape[1], count), dtype=np.bool_)
        for column, rows in enumerate(self.matters.T):
            found[column, cells[rows].ravel()] = True
        return found


def _sums(cells: Whole, weights: Real, count: int) -> Real:
    return np.bincount(cells.ravel(), weights, count).astype(np.float64, copy=False)


def left(needed: Real, relevant: Real) -> Real:
    """Return how many questions are expected to be left, between the least and the most.

    Nobody is spared what they need to be asked; of what is merely still relevant, some will be.
    """
    return (1 - _CAUTION) * needed + _CAUTION * relevant
