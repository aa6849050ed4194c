"""Which unknowns can still change the advice."""

from collections.abc import Collection

import numpy as np

from lifejourney.questionnaire.table import Table, Truth, Whole

_SPAN = 1 << 22  # beyond so many possible keys they are numbered anew
_TRIES = 4096  # sets of unknowns that are tried at most
_WORK = 1 << 27  # values that are read for them at most


class Groups:
    """Group the rows of a table by all unknowns but some."""

    def __init__(self, table: Table) -> None:
        low = table.values.min(axis=0)
        self._values = table.values - low
        self._sizes = (self._values.max(axis=0) + 1).tolist()
        self._outcome = table.outcome
        self._keys: Whole | None = None
        self._span = 1
        self._strides = []
        for size in self._sizes:
            self._strides.append(self._span)
            self._span *= size
        if self._span <= _SPAN:
            self._keys = self._values @ np.array(self._strides, dtype=np.int64)

    def keys(self, free: Collection[int]) -> tuple[Whole, int]:
        """Return for each row the number of its group, and a bound on these numbers.

        Rows of one group differ in unknowns of `free` only.
        """
        if self._keys is not None:
            keys = self._keys
            for unknown in free:
                keys = keys - self._values[:, unknown] * self._strides[unknown]
            return keys, self._span
        keys, span = np.zeros(len(self._outcome), dtype=np.int64), 1
        for unknown, size in enumerate(self._sizes):
            if unknown in free or size == 1:
                continue
            if span * size > _SPAN:
                known, keys = np.unique(keys, return_inverse=True)
                span = len(known)
            keys, span = keys * size + self._values[:, unknown], span * size
        return keys, span

    def mixed(self, free: Collection[int]) -> Truth:
        """Return which rows have, within their group, a row with another outcome."""
        keys, span = self.keys(free)
        if span > _SPAN:
            known, keys = np.unique(keys, return_inverse=True)
            span = len(known)
        last = np.empty(span, dtype=np.int64)
        last[keys] = self._outcome
        other = last[keys] != self._outcome
        found = np.zeros(span, dtype=np.bool_)
        found[keys[other]] = True
        return found[keys]

    def complete(self, unknown: int) -> bool:
        """Tell whether each row exists with every value of this unknown that occurs."""
        keys, span = self.keys((unknown,))
        if span > _SPAN:
            keys = np.unique(keys, return_inverse=True)[1]
        counts = np.bincount(keys)
        values = len(np.unique(self._values[:, unknown]))
        return bool((counts[counts > 0] == values).all())


def alone(table: Table) -> Truth:
    """Return, (rows, unknowns), where changing this unknown alone can change the outcome.

    The table must be exact. It holds for every selection by answers, too: a row and the rows that
    differ from it in one unknown share all other answers.
    """
    found = np.zeros(table.values.shape, dtype=np.bool_)
    if table.settled():
        return found
    groups = Groups(table)
    for unknown in np.flatnonzero(table.present > 1):
        found[:, unknown] = groups.mixed((int(unknown),))
    return found


def relevant(table: Table, askable: Collection[int]) -> frozenset[int]:
    """Return the unknowns worth asking, of those that can be asked.

    Among the pairs of rows with different outcomes, those count whose set of differing unknowns
    contains no smaller such set; every unknown in one that applies in one of its two rows is
    relevant. While two outcomes exist some smallest set is found; where constraints make more sets
    than can be tried, the rest is found after the next answers. A sample cannot tell: `ValueError`.
    """
    if not table.exact:
        raise ValueError("relevance needs all completions; ask the diagrams about a sample")
    return relevant_by(table, askable, alone(table))


def relevant_by(table: Table, askable: Collection[int], single: Truth) -> frozenset[int]:
    """Return the same as `relevant` where `alone` of the table is known."""
    found = set(np.flatnonzero((single & table.applies).any(axis=0)).tolist())
    if not table.full and not table.settled():
        rest = set(np.flatnonzero((table.present > 1) & ~single.any(axis=0)).tolist())
        rows = np.flatnonzero(Groups(table).mixed(rest)) if rest else np.empty(0, np.int64)
        if len(rows):
            found |= _Sets(table.select(rows), askable).relevant(frozenset(rest))
    return frozenset(found.intersection(askable))


class _Sets:
    """Find the smallest sets of two or more unknowns that decide together."""

    def __init__(self, table: Table, askable: Collection[int]) -> None:
        self._table = table
        self._groups = Groups(table)
        self._open = set(askable).intersection(np.flatnonzero(table.applies.any(axis=0)).tolist())
        self._tries = min(_TRIES, _WORK // table.values.size + 16)

    def relevant(self, every: frozenset[int]) -> set[int]:
        """Return the unknowns that are in a smallest set and apply in a row that it decides.

        Every other such set misses a member of each one found, so the search goes on without each
        member in turn (Reiter 1987), where something is left to find.
        """
        found: list[frozenset[int]] = []
        worth: set[int] = set()
        seen: set[frozenset[int]] = set()
        left = [every]
        while left and self._tries > 0:
            within = left.pop()
            if within in seen or not within & (self._open - worth):
                continue
            seen.add(within)
            known = next((one for one in found if one <= within), None)
            if known is None:
                if not self._mixed(within).any():
                    continue
                known = self._shrunk(within)
                found.append(known)
                rows = self._mixed(known)
                worth.update(u for u in known if self._table.applies[rows, u].any())
            left.extend(within - {member} for member in sorted(known))
        return worth

    def _mixed(self, within: frozenset[int]) -> Truth:
        self._tries -= 1
        return self._groups.mixed(within)

    def _shrunk(self, within: frozenset[int]) -> frozenset[int]:
        """Return a smallest mixed set within a mixed one."""
        for member in sorted(within):
            fewer = within - {member}
            if fewer and self._mixed(fewer).any():
                within = fewer
        return within


def may_become_relevant(table: Table, askable: Collection[int]) -> frozenset[int]:
    """Return the unknowns that some further answers could make relevant.

    What is bound by no constraint and does not matter alone never will: in any pair of rows its
    value can be exchanged, which leaves a smaller set of differences.
    """
    single = alone(table)
    found = set(np.flatnonzero(single.any(axis=0)).tolist())
    if not table.full and not table.settled():
        groups = Groups(table)
        others = set(np.flatnonzero(table.present > 1).tolist()) - found
        found.update(unknown for unknown in others if not groups.complete(unknown))
    return frozenset(u for u in found.intersection(askable) if table.applies[:, u].any())
