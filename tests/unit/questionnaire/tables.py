"""Small random tables of completions, and relevance and expected questions by plain loops."""

import itertools
from collections.abc import Callable, Collection, Sequence
from random import Random

import numpy as np

from lifejourney.questionnaire import Table, relevant
from lifejourney.questionnaire.table import answered


def table_of(
    sizes: Sequence[int],
    outcome: Callable[[tuple[int, ...]], object],
    allowed: Callable[[tuple[int, ...]], bool] = lambda _: True,
    gates: Sequence[int | None] = (),
) -> Table:
    """Return the exact table of all allowed completions, equally likely.

    `gates` names for each unknown the one that must have value 1 for it to apply, if any; the
    outcome is told -1 for what does not apply.
    """
    gates = gates or [None] * len(sizes)
    rows = [row for row in itertools.product(*map(range, sizes)) if allowed(row)]
    applies = [_applying(row, gates) for row in rows]
    told = [
        outcome(tuple(v if a else -1 for v, a in zip(row, own, strict=True)))
        for row, own in zip(rows, applies, strict=True)
    ]
    kinds = list(dict.fromkeys(told))
    return Table(
        values=np.array(rows, dtype=np.int64).reshape(len(rows), len(sizes)),
        applies=np.array(applies, dtype=np.bool_).reshape(len(rows), len(sizes)),
        outcome=np.array([kinds.index(one) for one in told], dtype=np.int64),
        weight=np.full(len(rows), 1 / len(rows)),
        sizes=tuple(sizes),
        effort=(1.0,) * len(sizes),
        exact=True,
    )


def _applying(row: tuple[int, ...], gates: Sequence[int | None]) -> list[bool]:
    """Return which unknowns apply; a gate comes before what it opens."""
    applies: list[bool] = []
    for gate in gates:
        applies.append(gate is None or (applies[gate] and row[gate] == 1))
    return applies


def draw_table(chance: Random, *, constrained: bool = True) -> Table:
    """Return a random table with gates, declined unknowns and, if wanted, constraints."""
    count = chance.randint(1, 5)
    sizes = [chance.randint(2, 3) for _ in range(count)]
    gates = [
        chance.randrange(number) if number and chance.random() < 0.3 else None
        for number in range(count)
    ]
    kept = 0.3 + 0.7 * chance.random() if constrained and chance.random() < 0.7 else 1.0
    banned = {row for row in itertools.product(*map(range, sizes)) if chance.random() >= kept} - {
        (0,) * count
    }
    read = [chance.random() < 0.7 for _ in range(count)]
    declined = 2 if chance.random() < 0.3 else 1  # options of one declined unknown
    kinds = chance.choice([2, 2, 3, 6])
    known: dict[tuple[object, ...], int] = {}

    def advice(row: tuple[int, ...]) -> object:
        used = tuple(value for value, reads in zip(row, read, strict=True) if reads)
        found = set()
        for option in range(declined):
            key = (option, *used)
            if key not in known:
                known[key] = chance.randrange(kinds)
            found.add(known[key])
        return frozenset(found)

    return table_of(sizes, advice, lambda row: row not in banned, gates)


def relevant_by_pairs(table: Table, askable: Collection[int]) -> frozenset[int]:
    """Return the relevant unknowns by looking at every pair of rows."""
    pairs = []
    for one, other in itertools.combinations(range(len(table.outcome)), 2):
        if table.outcome[one] != table.outcome[other]:
            differ = np.flatnonzero(table.values[one] != table.values[other])
            pairs.append((frozenset(differ.tolist()), one, other))
    sets = {differ for differ, _, _ in pairs}
    return frozenset(
        unknown
        for differ, one, other in pairs
        if not any(smaller < differ for smaller in sets)
        for unknown in differ
        if unknown in askable and (table.applies[one, unknown] or table.applies[other, unknown])
    )


def least_effort(table: Table, askable: frozenset[int]) -> float:
    """Return the least expected effort of any order of relevant questions that apply."""
    worth = relevant(table, askable)
    if not worth:
        return 0.0
    now = [unknown for unknown in worth if table.applies[:, unknown].all()] or worth
    return min(_effort(table, askable, unknown) for unknown in now)


def _effort(table: Table, askable: frozenset[int], unknown: int) -> float:
    total = table.effort[unknown]
    for branch in np.unique(table.branches[:, unknown]):
        share = float(table.weight[table.branches[:, unknown] == branch].sum())
        total += share * least_effort(answered(table, unknown, int(branch)), askable - {unknown})
    return total
