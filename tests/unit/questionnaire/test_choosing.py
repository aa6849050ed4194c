"""Hold the choice of the next question to what it measures, and to its shortcuts."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifejourney.questionnaire import Table, next_question, ranked, relevant, remaining
from lifejourney.questionnaire.optimum import optimum
from lifejourney.questionnaire.relevance import alone
from lifejourney.questionnaire.scores import Cells
from lifejourney.questionnaire.table import answered
from tests.unit.questionnaire.tables import draw_table, least_effort, table_of

CHANCE = st.randoms(use_true_random=True)


def sample(table: Table) -> Table:
    """Return the table as if it were a sample."""
    return replace(table, exact=False, matters=alone(table))


def test_nothing_to_ask() -> None:
    """A settled advice has no question left, nor has one that nobody may ask about."""
    settled = table_of([2, 2], lambda _: 0)
    assert next_question(settled, {0, 1}) is None
    assert remaining(settled, {0, 1}).at_most == 0
    assert next_question(table_of([2], lambda row: row), ()) is None
    assert next_question(sample(table_of([2], lambda row: row)), ()) is None
    assert remaining(sample(settled), {0, 1}).expected == 0


def test_the_question_that_settles_most_comes_first() -> None:
    """A gate of everything is asked before what matters behind it."""
    table = table_of([2, 2, 2], lambda row: row[1] and row[0] and row[2])
    assert next_question(table, {0, 1, 2}) == 0
    table = table_of([2, 2, 2], lambda row: row[1] and (row[0] or row[2]))
    for shortcut in (True, False):
        assert next_question(table, {0, 1, 2}, optimum=shortcut) == 1


@pytest.mark.parametrize("shortcut", [True, False])
def test_a_dear_question_waits(shortcut: bool) -> None:  # noqa: FBT001
    """Of two like questions the one that costs less effort comes first."""
    table = replace(table_of([2, 2], lambda row: row[0] and row[1]), effort=(3.0, 1.0))
    assert ranked(table, {0, 1}, optimum=shortcut) == (1, 0)


@given(CHANCE)
def test_the_shortcut_finds_the_least_effort(chance: Random) -> None:
    """A small remainder is solved as trying every order would."""
    table = draw_table(chance, constrained=False)
    table = replace(table, effort=tuple(float(chance.randint(1, 3)) for _ in table.sizes))
    askable = frozenset(range(len(table.sizes)))
    best = optimum(table, relevant(table, askable))
    if best:
        assert best[0].effort == pytest.approx(least_effort(table, askable))
    assert ranked(table, askable) == tuple(one.unknown for one in best) or not best


@given(CHANCE)
def test_what_does_not_matter_does_not_move_the_choice(chance: Random) -> None:
    """An unknown without effect, however likely its values, changes no choice."""
    table = draw_table(chance, constrained=False)
    idle = np.repeat([0, 1], len(table.outcome))
    wider = Table(
        values=np.column_stack([np.vstack([table.values] * 2), idle]),
        applies=np.column_stack([np.vstack([table.applies] * 2), np.ones_like(idle, np.bool_)]),
        outcome=np.tile(table.outcome, 2),
        weight=np.concatenate([table.weight * 0.25, table.weight * 0.75]),
        sizes=(*table.sizes, 2),
        effort=(*table.effort, 1.0),
        exact=True,
    )
    askable = range(len(wider.sizes))
    for shortcut in (True, False):
        assert ranked(wider, askable, optimum=shortcut) == ranked(
            table, askable[:-1], optimum=shortcut
        )


@given(CHANCE)
def test_what_people_need_is_that_of_its_definition(chance: Random) -> None:
    """What has to be asked after each answer agrees with plain loops over the rows."""
    table = draw_table(chance)
    weight = np.array([0.01 + chance.random() for _ in table.outcome])
    table, matters = replace(table, weight=weight / weight.sum()), alone(table)
    columns = list(range(len(table.sizes)))
    cells = Cells.of(table, columns, matters)
    count = len(columns) * cells.width
    found = cells.needed(cells.one(), count, matters).reshape(len(columns), cells.width)
    for column in columns:
        others = [one for one in columns if one != column]
        for branch in range(cells.width):
            rows = np.flatnonzero(table.branches[:, column] == branch)
            needed = sum(table.weight[row] * matters[row, others].sum() for row in rows)
            assert found[column, branch] == pytest.approx(needed, abs=1e-9)


def test_a_sample_cannot_tell_relevance() -> None:
    """Relevance of a sample is refused; its questions are those that the caller found relevant."""
    table = sample(table_of([2, 2, 2], lambda row: row[0] and row[1]))
    with pytest.raises(ValueError, match="all completions"):
        relevant(table, {0, 1})
    assert ranked(table, {0, 1}) == (0, 1)


def test_what_only_some_need_waits() -> None:
    """A question that everybody has to be asked comes before one that it may make needless."""
    both = table_of([2, 2], lambda row: row[1] and row[0])
    for table in (both, sample(both)):
        likely = replace(table, weight=np.array([0.1, 0.7, 0.1, 0.1]))
        assert next_question(likely, {0, 1}, optimum=False) == 0


@given(CHANCE)
def test_a_sample_of_everybody_ranks_as_all_completions_do(chance: Random) -> None:
    """With what matters to each row told, a sample that holds all rows gives the same order."""
    table = draw_table(chance, constrained=False)
    askable = relevant(table, range(len(table.sizes)))
    assert ranked(sample(table), askable) == ranked(table, askable, optimum=False)


def test_an_answer_that_opens_a_gate_is_followed_by_what_is_behind() -> None:
    """What may not apply is ranked only when the answer before it is known."""
    table = table_of([2, 2, 3], lambda row: row, gates=[None, 0, 1])
    assert ranked(table, {0, 1, 2}) == (0,)
    assert ranked(table, {0, 1, 2}, optimum=False) == (0,)
    assert ranked(answered(table, 0, 1), {1, 2}) == (1,)
    assert ranked(answered(table, 0, 0), {1, 2}) == ()


def test_a_question_whose_gate_decides_nothing() -> None:
    """Where a constraint leaves only the question behind the gate, that one is asked."""
    table = table_of([2, 2], lambda row: row[1] == 1, lambda row: row != (0, 1), gates=[None, 0])
    assert relevant(table, {0, 1}) == {1}
    assert ranked(table, {0, 1}) == (1,)
