"""Hold the number of questions left to what is asked indeed."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifejourney.questionnaire import Table, next_question, progress, remaining
from lifejourney.questionnaire.table import answered
from tests.unit.questionnaire.tables import draw_table, table_of

CHANCE = st.randoms(use_true_random=True)


def asked(table: Table, askable: frozenset[int]) -> float:
    """Return the expected number of questions, every answer followed."""
    unknown = next_question(table, askable)
    if unknown is None:
        return 0.0
    total = 1.0
    for branch in np.unique(table.branches[:, unknown]).tolist():
        share = float(table.weight[table.branches[:, unknown] == branch].sum())
        total += share * asked(answered(table, unknown, branch), askable - {unknown})
    return total


def test_a_small_remainder_is_counted_exactly() -> None:
    """Two conditions joined: one question, and half the time a second."""
    left = remaining(table_of([2, 2], lambda row: row[0] and row[1]), {0, 1})
    assert (left.expected, left.at_most) == (1.5, 2)


@given(CHANCE)
def test_expected_is_the_mean_over_all_answers(chance: Random) -> None:
    """One walk per row finds the mean over all rows, however large the table is."""
    table = draw_table(chance)
    askable = frozenset(range(len(table.sizes)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(progress, "optimum", lambda *_: [])
        walked = remaining(table, askable, walks=len(table.outcome), seed=chance.randrange(9))
    assert walked.expected == pytest.approx(asked(table, askable))
    assert walked.expected <= walked.at_most
    assert remaining(table, askable).expected == pytest.approx(asked(table, askable), abs=1)


def test_the_seed_decides() -> None:
    """The same seed gives the same figure."""
    table = table_of([3] * 7, lambda row: tuple(sorted(row))[2:4])
    first = remaining(table, range(7), walks=4, seed=1)
    assert first == remaining(table, range(7), walks=4, seed=1)
    assert 0 < first.expected <= first.at_most == 7


def test_a_sample_counts_what_is_relevant() -> None:
    """For a sample the bound is what the caller found relevant."""
    table = replace(table_of([2] * 4, sum), exact=False)
    left = remaining(table, {0, 1, 2})
    assert left.at_most == 3
    assert 0 < left.expected <= 3
