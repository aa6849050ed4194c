"""Hold relevance where constraints let nothing change alone."""

import pytest

from lifejourney.questionnaire import Table, next_question, relevant
from lifejourney.questionnaire.relevance import Groups, may_become_relevant
from lifejourney.questionnaire.table import answered
from tests.unit.questionnaire.tables import relevant_by_pairs, table_of

MOTHER, FATHER = 0, 1


def one_of_each(row: tuple[int, ...]) -> bool:
    """Allow one value 1 in each three unknowns."""
    return all(sum(row[start : start + 3]) == 1 for start in range(0, len(row), 3))


def citizens() -> Table:
    """Return two parents of whom one at least is a citizen; advice: exactly one is."""
    return table_of([2, 2], lambda row: row[0] != row[1], any)


def test_exactly_one_parent_is_a_citizen() -> None:
    """Both are asked to the end: a first citizen leaves the second open, a foreigner does not."""
    table = citizens()
    assert relevant(table, {MOTHER, FATHER}) == {MOTHER, FATHER}
    assert next_question(answered(table, MOTHER, 1), {FATHER}) == FATHER
    assert next_question(answered(table, MOTHER, 0), {FATHER}) is None


def test_what_decides_only_together_is_relevant() -> None:
    """Where one of three holds, no unknown changes alone; two exchange their values."""
    table = table_of([2] * 9, lambda row: row[0] and row[4], one_of_each)
    assert relevant(table, range(9)) == relevant_by_pairs(table, range(9)) == set(range(6))
    assert relevant(table, {0, 8}) == {0}
    assert relevant(table, {8}) == frozenset()
    assert may_become_relevant(table, range(9)) == set(range(9))


def test_the_search_goes_on_past_what_it_found() -> None:
    """Sets that share no member are all found."""
    table = table_of([2] * 6, lambda row: (row[0], row[4]), one_of_each)
    assert relevant(table, range(6)) == set(range(6))
    table = table_of([2] * 6, lambda row: (row[0], row[4]), one_of_each, [None] * 5 + [3])
    assert relevant(table, range(6)) == relevant_by_pairs(table, range(6))


@pytest.mark.parametrize("free", [(), (0,), (0, 1)])
def test_groups_differ_in_what_is_free(free: tuple[int, ...]) -> None:
    """Rows of one group are equal in all other unknowns."""
    table = table_of([2, 3, 2], lambda row: row)
    keys, bound = Groups(table).keys(free)
    kept = [unknown for unknown in range(3) if unknown not in free]
    assert len(set(keys.tolist())) == len({tuple(row) for row in table.values[:, kept].tolist()})
    assert keys.max() < bound
