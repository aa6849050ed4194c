"""The best order of few questions, by dynamic programming over what may be answered."""

import math
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from lifejourney.questionnaire.relevance import alone
from lifejourney.questionnaire.table import Table, Truth

_STATES = 256  # so many partial answers at most: about five questions of two options
_ROWS = 1024


@dataclass(frozen=True)
class Best:
    """Say what is expected when this question comes first and the best ones follow."""

    effort: float
    questions: float
    at_most: int
    unknown: int


class Optimum:
    """Weigh every order of the questions; rows are bits of one integer."""

    def __init__(self, table: Table, columns: Collection[int], single: Truth) -> None:
        self._weight = table.weight
        self._effort = table.effort
        self._branches = {
            unknown: [
                _bits(table.branches[:, unknown] == branch)
                for branch in np.unique(table.branches[:, unknown])
            ]
            for unknown in sorted(columns)
        }
        self._applies = {unknown: _bits(table.applies[:, unknown]) for unknown in columns}
        self._matters = {unknown: _bits(single[:, unknown]) for unknown in columns}
        self._known: dict[int, Best | None] = {}
        self._masses: dict[int, float] = {}
        self._all = (1 << len(table.outcome)) - 1

    def first(self) -> list[Best]:
        """Return the questions, the best to begin with first."""
        return sorted(self._choices(self._all), key=_by_effort)

    def _mass(self, rows: int) -> float:
        if rows not in self._masses:
            raw = np.frombuffer(rows.to_bytes((len(self._weight) + 7) // 8, "little"), np.uint8)
            held = np.unpackbits(raw, count=len(self._weight), bitorder="little")
            self._masses[rows] = float(self._weight @ held)
        return self._masses[rows]

    def _choices(self, rows: int) -> list[Best]:
        """Return what each question worth asking leads to."""
        worth = [
            unknown
            for unknown, branches in self._branches.items()
            if self._matters[unknown] & rows and all(rows & ~branch for branch in branches)
        ]
        now = [unknown for unknown in worth if not rows & ~self._applies[unknown]]
        return [self._asked(rows, unknown) for unknown in now or worth]

    def _asked(self, rows: int, unknown: int) -> Best:
        effort, questions, at_most = self._effort[unknown], 1.0, 1
        whole = self._mass(rows)
        for branch in self._branches[unknown]:
            after = self._after(rows & branch) if rows & branch else None
            if after is not None:
                share = self._mass(rows & branch) / whole if whole > 0 else 0.0
                effort += share * after.effort
                questions += share * after.questions
                at_most = max(at_most, 1 + after.at_most)
        return Best(effort, questions, at_most, unknown)

    def _after(self, rows: int) -> Best | None:
        if rows not in self._known:
            self._known[rows] = min(self._choices(rows), key=_by_effort, default=None)
        return self._known[rows]


def _by_effort(best: Best) -> tuple[float, int]:
    return (round(best.effort, 9), best.unknown)


def _bits(rows: Truth) -> int:
    return int.from_bytes(np.packbits(rows, bitorder="little").tobytes(), "little")


def optimum(table: Table, columns: Collection[int], single: Truth | None = None) -> list[Best]:
    """Return the questions, best first, if the remainder is small; else nothing.

    Small are tables that no constraint narrows, with so few answers that every order can be tried.
    `single` is `alone` of the table, where it is known.
    """
    if not columns or not table.full or len(table.outcome) > _ROWS:
        return []
    if math.prod(int(table.present[u]) + 1 for u in columns) > _STATES:
        return []
    return Optimum(table, columns, alone(table) if single is None else single).first()
