"""Choose the question that settles most of the advice per unit of effort."""

from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np

from lifejourney.questionnaire.optimum import optimum as best_order
from lifejourney.questionnaire.relevance import alone, relevant_by
from lifejourney.questionnaire.scores import Cells, left
from lifejourney.questionnaire.table import Real, Table, Truth, Whole

RelevantAfter = Callable[[int, int], int]

_FEW = 8  # second questions, and candidates of a sample, that are looked at
_BEST = 4  # first questions for which a second one is looked at


def next_question(
    table: Table,
    askable: Collection[int],
    relevant_after: RelevantAfter | None = None,
    *,
    optimum: bool = True,
) -> int | None:
    """Return the unknown to ask next, or None when no question is relevant.

    The parameters are those of `ranked`.
    """
    return next(iter(ranked(table, askable, relevant_after, optimum=optimum)), None)


def ranked(
    table: Table,
    askable: Collection[int],
    relevant_after: RelevantAfter | None = None,
    *,
    optimum: bool = True,
) -> tuple[int, ...]:
    """Return the relevant unknowns that can be asked now, best first.

    What is left after an answer is measured by the joint entropy of the outcome and half the
    number of unknowns still relevant (section 5 of the design), one question ahead for the best
    few; a small remainder is solved exactly unless `optimum` is off. Unknowns that may turn out
    not to apply wait for the answer that decides it. Of a sample, which cannot tell relevance,
    `askable` holds the relevant unknowns and `relevant_after` returns for an unknown and its value
    how many others stay relevant.
    """
    if not table.exact:
        columns = sorted(askable)
        return _ordered(_Chooser(table, columns, None, relevant_after)) if columns else ()
    single = alone(table)
    table, single = _merged(table, single)
    columns = sorted(relevant_by(table, askable, single))
    if not columns:
        return ()
    if optimum and (best := best_order(table, columns, single)):
        return tuple(one.unknown for one in best)
    return _ordered(_Chooser(table, columns, single[:, columns], None))


def _merged(table: Table, single: Truth) -> tuple[Table, Truth]:
    """Return a full table with one value of each unknown that does not matter."""
    idle = (table.present > 1) & ~single.any(axis=0)
    if not table.full or not idle.any():
        return table, single
    matter = np.flatnonzero(single.any(axis=0))
    keys = np.zeros(len(table.outcome), dtype=np.int64)
    for unknown in matter:
        keys = keys * table.sizes[unknown] + table.values[:, unknown]
    rows = np.flatnonzero((table.values[:, idle] == table.values[0, idle]).all(axis=1))
    numbers = np.unique(keys, return_inverse=True)[1]
    weight = np.bincount(numbers, table.weight).astype(np.float64)
    return replace(table.select(rows), weight=weight[numbers[rows]]), single[rows]


def _ordered(chooser: "_Chooser") -> tuple[int, ...]:
    """Return the unknowns of the chooser that can be asked now, best first."""
    now = chooser.now
    first = sorted(now, key=lambda column: (round(float(chooser.one[column]), 9), column))
    ahead = first[:_BEST]
    if len(ahead) > 1:
        second = {column: chooser.ahead(column) for column in ahead}
        ahead.sort(key=lambda column: (round(second[column], 9), column))
    return tuple(chooser.columns[column] for column in [*ahead, *first[_BEST:]])


class _Chooser:
    """Expect the effort left by first questions, and by first and second ones."""

    def __init__(
        self,
        table: Table,
        columns: list[int],
        single: Truth | None,
        relevant_after: RelevantAfter | None,
    ) -> None:
        self.columns = columns
        self._single = single
        self._cells = cells = Cells.of(table, columns)
        self._applies = table.applies[:, columns]
        self._effort = np.array([table.effort[unknown] for unknown in columns])
        self._price = float(self._effort.mean())
        everywhere = np.flatnonzero(self._applies.all(axis=0)).tolist()
        self.now: list[int] = everywhere or list(range(len(columns)))
        shape = (len(columns), cells.width)
        one = cells.one()
        mass = cells.mass(one, len(columns) * cells.width)
        self._mass = mass.reshape(shape)
        self._entropy = cells.entropy(one, mass).reshape(shape)
        if single is not None:
            self._after = self._count(one, shape, single)
        else:
            self._after = self._told(relevant_after)
        self._left = left(self._entropy, self._mass * self._after)
        self.one: Real = self._effort + self._price * self._left.sum(axis=1)
        likely = np.argsort(self.one, kind="stable")
        self._few: Whole = likely[:_FEW]

    def _told(self, relevant_after: RelevantAfter | None) -> Real:
        """Return how many stay relevant after each answer, for the few with the best entropy."""
        after = np.full(self._mass.shape, float(len(self.columns) - 1))
        if relevant_after is None:
            return after
        bits = self._effort + self._price * self._entropy.sum(axis=1)
        for column in np.argsort(bits, kind="stable")[:_FEW].tolist():
            for value in np.flatnonzero(self._mass[column]).tolist():
                after[column, value] = relevant_after(self.columns[column], value)
        return after

    def _count(self, one: Whole, shape: tuple[int, int], single: Truth) -> Real:
        """Return how many others stay relevant after each answer."""
        found = self._cells.relevant(one, shape[0] * shape[1], single).reshape(-1, *shape)
        same = np.arange(shape[0])
        found[same, same] = False
        return np.asarray(found.sum(axis=0), dtype=np.float64)

    def _count_second(self, column: int, others: Whole, cells: Whole) -> Real:
        """Return how many stay relevant after two answers, (others, answer, second answer)."""
        width = self._cells.width
        shape = (len(others), width, width)
        if self._single is None:
            # Told one answer at a time: as if each answer left its share of the others.
            share = self._after / (len(self.columns) - 1)
            both: Real = share[column][None, :, None] * share[others][:, None, :]
            return both * (len(self.columns) - 2)
        found = self._cells.relevant(cells, len(others) * width * width, self._single)
        found = found.reshape(-1, *shape)
        found[column] = False
        found[others, np.arange(len(others))] = False
        return np.asarray(found.sum(axis=0), dtype=np.float64)

    def ahead(self, column: int) -> float:
        """Return the effort expected when this question and the best second one are asked."""
        width = self._cells.width
        others = self._few[self._few != column]
        cells = self._cells.two(column, others)
        mass = self._cells.mass(cells, len(others) * width * width)
        shape = (len(others), width, width)
        entropy = self._cells.entropy(cells, mass).reshape(shape)
        relevant = self._count_second(column, others, cells)
        then = left(entropy, mass.reshape(shape) * relevant).sum(axis=2)
        second = self._effort[others][:, None] * self._mass[column] + self._price * then
        second = np.where(self._can_follow(column, others), second, np.inf).min(axis=0)
        second = np.where(np.isinf(second), self._price * self._left[column], second)
        second = np.where(self._after[column] > 0, second, 0.0)
        return float(self._effort[column] + second.sum())

    def _can_follow(self, column: int, others: Whole) -> Truth:
        """Return, (others, answer), whether the other question applies after that answer."""
        width = self._cells.width
        lacking = ~self._applies[:, others]
        can = np.ones((len(others), width), dtype=np.bool_)
        for place in np.flatnonzero(lacking.any(axis=0)):
            can[place, self._cells.answers[lacking[:, place], column]] = False
        return can
