"""Law 4: only questions that matter, and all of them: compared with every pair of completions.

The tables are random: with constraints, with gates, with a declined unknown whose every value is
left open in the advice.
"""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifejourney.questionnaire import Table, next_question, relevance, relevant, remaining
from lifejourney.questionnaire.table import answered
from tests.unit.questionnaire.tables import draw_table, relevant_by_pairs

CHANCE = st.randoms(use_true_random=True)


@given(CHANCE)
def test_relevance_is_that_of_all_pairs(chance: Random) -> None:
    """What is relevant is in a smallest difference of two completions, and nothing else is."""
    table = draw_table(chance)
    askable = {unknown for unknown in range(len(table.sizes)) if chance.random() < 0.8}
    assert relevant(table, askable) == relevant_by_pairs(table, askable)


@given(CHANCE)
def test_numbered_groups_tell_the_same(chance: Random) -> None:
    """The way for many unknowns, where groups are numbered anew, gives the same answer."""
    table = draw_table(chance)
    askable = range(len(table.sizes))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(relevance, "_SPAN", chance.choice([1, 4, 12]))
        assert relevant(table, askable) == relevant_by_pairs(table, askable)
        found = relevance.may_become_relevant(table, askable)
    assert found == relevance.may_become_relevant(table, askable)


@given(CHANCE)
def test_something_is_relevant_while_two_advices_differ(chance: Random) -> None:
    """The questionnaire is over only when the advice is settled."""
    table = draw_table(chance)
    assert bool(relevant(table, range(len(table.sizes)))) == (not table.settled())


@given(CHANCE)
def test_something_is_found_however_few_sets_are_tried(chance: Random) -> None:
    """Where too many sets of unknowns would have to be tried, what is found is relevant."""
    table = draw_table(chance)
    askable = range(len(table.sizes))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(relevance, "_TRIES", 1)
        found = relevant(table, askable)
    assert found <= relevant_by_pairs(table, askable)
    assert bool(found) == (not table.settled())


@given(CHANCE, st.booleans())
def test_the_questionnaire_settles_the_advice(chance: Random, optimum: bool) -> None:  # noqa: FBT001
    """Whoever answers what is asked is asked relevant questions only, until all is settled."""
    table = draw_table(chance)
    person = chance.randrange(len(table.outcome))
    left = frozenset(range(len(table.sizes)))
    bound = relevance.may_become_relevant(table, left)
    most = remaining(table, left).at_most if optimum else len(bound)
    rest, row, count = table, person, 0
    while (unknown := next_question(rest, left, optimum=optimum)) is not None:
        assert unknown in relevant_by_pairs(rest, left)
        branch = int(rest.branches[row, unknown])
        row = int((rest.branches[:row, unknown] == branch).sum())
        rest, left, count = answered(rest, unknown, branch), left - {unknown}, count + 1
    assert rest.settled()
    assert rest.outcome[row] == table.outcome[person]
    assert count <= most <= len(bound)


@given(CHANCE)
def test_what_does_not_apply_is_not_asked(chance: Random) -> None:
    """Without constraints a question waits until it is known to apply."""
    table, left = draw_table(chance, constrained=False), frozenset(range(5))
    while (unknown := next_question(table, left)) is not None:
        assert table.applies[:, unknown].all()
        branch = chance.choice(np.unique(table.branches[:, unknown]).tolist())
        table, left = answered(table, unknown, branch), left - {unknown}


@given(CHANCE)
def test_no_answer_goes_beyond_what_may_become_relevant(chance: Random) -> None:
    """The bound on what is left holds after any answers, and without constraints is relevance."""
    table = draw_table(chance)
    askable = frozenset(range(len(table.sizes)))
    bound = relevance.may_become_relevant(table, askable)
    if table.full:
        assert bound == relevant(table, askable)
    part = some_answers(chance, table)
    assert relevant(part, askable) <= bound


def some_answers(chance: Random, table: Table) -> Table:
    """Return what is left of the table after some random answers."""
    for unknown in range(len(table.sizes)):
        if chance.random() < 0.5:
            branch = chance.choice(np.unique(table.branches[:, unknown]).tolist())
            table = answered(table, unknown, branch)
    return table
