"""Choose the question after which the fewest are left, per unit of effort."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from lifejourney.questionnaire.optimum import optimum as best_order
from lifejourney.questionnaire.relevance import alone, relevant_by
from lifejourney.questionnaire.scores import Cells, left
from lifejourney.questionnaire.table import Real, Table, Truth, Whole

_FEW = 8  # second questions that are looked at
_BEST = 4  # first questions for which a second one is looked at


def next_question(table: Table, askable: Collection[int], *, optimum: bool = True) -> int | None:
    """Return the unknown to ask next, or None when no question is relevant.

    The parameters are those of `ranked`.
    """
    return next(iter(ranked(table, askable, optimum=optimum)), None)


def ranked(table: Table, askable: Collection[int], *, optimum: bool = True) -> tuple[int, ...]:
    """Return the relevant unknowns that can be asked now, best first.

    What is left after an answer lies between what people need to be asked, whatever comes first,
    and all that is still relevant; it is measured by `left` of both, one question ahead for the
    best few. A small remainder is solved exactly unless `optimum` is off. Unknowns that may turn
    out not to apply wait for the answer that decides it. Of a sample, which cannot tell relevance,
    `askable` holds the relevant unknowns.
    """
    if not table.exact:
        columns = sorted(askable)
        return _ordered(_Chooser(table, columns, table.needed)) if columns else ()
    single = alone(table)
    table, single = _merged(table, single)
    columns = sorted(relevant_by(table, askable, single))
    if not columns:
        return ()
    if optimum and (best := best_order(table, columns, single)):
        return tuple(one.unknown for one in best)
    return _ordered(_Chooser(table, columns, single))


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

    def __init__(self, table: Table, columns: list[int], single: Truth) -> None:
        self.columns = columns
        self._cells = cells = Cells.of(table, columns, single)
        self._applies = table.applies[:, columns]
        self._effort = np.array([table.effort[unknown] for unknown in columns])
        self._price = float(self._effort.mean())
        everywhere = np.flatnonzero(self._applies.all(axis=0)).tolist()
        self.now: list[int] = everywhere or list(range(len(columns)))
        shape = (len(columns), cells.width)
        one, count = cells.one(), len(columns) * cells.width
        self._mass = cells.mass(one, count).reshape(shape)
        needed = cells.needed(one, count, cells.matters).reshape(shape)
        found = cells.relevant(one, count).reshape(-1, *shape)
        same = np.arange(len(columns))
        found[same, same] = False
        self._after: Whole = found.sum(axis=0)
        self._left = left(needed, self._mass * self._after)
        self.one: Real = self._effort + self._price * self._left.sum(axis=1)
        self._few: Whole = np.argsort(self.one, kind="stable")[:_FEW]

    def ahead(self, column: int) -> float:
        """Return the effort expected when this question and the best second one are asked."""
        others = self._few[self._few != column]
        then = self._left_by_two(column, others).sum(axis=2)
        second = self._effort[others][:, None] * self._mass[column] + self._price * then
        second = np.where(self._can_follow(column, others), second, np.inf).min(axis=0)
        second = np.where(np.isinf(second), self._price * self._left[column], second)
        second = np.where(self._after[column] > 0, second, 0.0)
        return float(self._effort[column] + second.sum())

    def _left_by_two(self, column: int, others: Whole) -> Real:
        """Return what is left after two answers, (others, answer, second answer)."""
        matters, width = self._cells.matters, self._cells.width
        cells = self._cells.two(column, others)
        count, shape = len(others) * width * width, (len(others), width, width)
        mass = self._cells.mass(cells, count).reshape(shape)
        asked = matters[:, [column]].astype(np.int64) + matters[:, others]
        needed = self._cells.needed(cells, count, asked).reshape(shape)
        found = self._cells.relevant(cells, count).reshape(-1, *shape)
        found[column] = False
        found[others, np.arange(len(others))] = False
        return left(needed, mass * found.sum(axis=0))

    def _can_follow(self, column: int, others: Whole) -> Truth:
        """Return, (others, answer), whether the other question applies after that answer."""
        width = self._cells.width
        lacking = ~self._applies[:, others]
        can = np.ones((len(others), width), dtype=np.bool_)
        for place in np.flatnonzero(lacking.any(axis=0)):
            can[place, self._cells.answers[lacking[:, place], column]] = False
        return can
