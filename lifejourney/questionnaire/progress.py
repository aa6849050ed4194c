"""How many questions are left."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from lifejourney.questionnaire.choosing import next_question
from lifejourney.questionnaire.optimum import optimum
from lifejourney.questionnaire.relevance import may_become_relevant, relevant
from lifejourney.questionnaire.table import Table, answered


@dataclass(frozen=True)
class Remaining:
    """Say how many questions are left: expected, and at most."""

    expected: float
    at_most: int


def remaining(
    table: Table, askable: Collection[int], *, walks: int = 16, seed: int = 0
) -> Remaining:
    """Return how many questions are left when each next one is the chosen one.

    A small remainder is counted exactly. Otherwise `expected` is the mean over so many people,
    drawn by their weight with this seed; for a sample it is a lower estimate, as its few rows
    settle sooner than all completions would. `at_most` always holds (for a sample, if `askable`
    holds all that can become relevant).
    """
    if table.exact:
        if best := optimum(table, relevant(table, askable)):
            return Remaining(best[0].questions, best[0].at_most)
        at_most = len(may_become_relevant(table, askable))
    else:
        at_most = len(askable)
    if not at_most or table.settled():
        return Remaining(0.0, 0)
    draw = np.random.default_rng(seed).random()
    places = (np.arange(walks) + draw) / walks
    rows = np.searchsorted(np.cumsum(table.weight), places).clip(max=len(table.weight) - 1)
    walk = _Walk(table, frozenset(askable))
    return Remaining(float(np.mean([walk.questions(int(row)) for row in rows])), at_most)


class _Walk:
    """Answer as one person of the table would, question after question."""

    def __init__(self, table: Table, askable: frozenset[int]) -> None:
        self._table = table
        self._askable = askable
        self._chosen: dict[tuple[tuple[int, int], ...], tuple[Table, int | None]] = {}

    def questions(self, row: int) -> int:
        """Return how many questions the person of this row is asked."""
        table = self._table
        answers: tuple[tuple[int, int], ...] = ()
        while True:
            if answers not in self._chosen:
                left = self._askable - {unknown for unknown, _ in answers}
                if answers:
                    table = answered(table, *answers[-1])
                chosen = None if table.settled() else next_question(table, left)
                self._chosen[answers] = table, chosen
            table, unknown = self._chosen[answers]
            if unknown is None:
                return len(answers)
            answers = (*answers, (unknown, int(self._table.branches[row, unknown])))
