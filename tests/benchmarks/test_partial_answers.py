"""Hold what the benchmark measures with to plain loops."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifejourney.questionnaire import next_question
from tests.benchmarks.condition_sets import ConditionSet, Group, OneOf, draw, open_tests
from tests.benchmarks.partial_answers import PartialAnswers
from tests.benchmarks.ratio import Ratio
from tests.unit.questionnaire.tables import least_effort

BOTH = Group(every=True, parts=(OneOf(0, frozenset({1})), OneOf(1, frozenset({0, 2}))))
EITHER = Group(every=False, parts=BOTH.parts)


@given(st.integers(0, 1 << 32))
def test_the_optimum_is_the_least_of_all_orders(seed: int) -> None:
    """Equal remainders solved once give what trying every order gives."""
    drawn = draw(seed, services=1, facts=range(1, 5))
    table = drawn.table()
    answers = PartialAnswers(table, drawn.likely)
    least = least_effort(table, frozenset(range(len(table.sizes))))
    assert answers.optimum() == pytest.approx(least)


@given(st.integers(0, 1 << 32))
def test_a_way_costs_the_same_walked_or_summed(seed: int) -> None:
    """No way is better than the optimum; merging equal remainders changes nothing."""
    drawn = draw(seed, services=2, facts=range(3, 7))
    answers = PartialAnswers(drawn.table(), drawn.likely)
    summed = answers.expected(lambda rest: rest.facts[-1])
    assert summed == pytest.approx(answers.walked(lambda rest, _: rest.facts[-1]))
    assert summed >= answers.optimum() - 1e-9


def test_two_conditions_joined() -> None:
    """The rarer part is asked first."""
    drawn = ConditionSet((BOTH,), ((0.5, 0.5), (0.1, 0.8, 0.1)))
    answers = PartialAnswers(drawn.table(), drawn.likely)
    assert answers.optimum() == pytest.approx(1.2)
    assert next_question(answers.completions(answers.start), {0, 1}) == 1


def test_a_condition_is_open_until_its_parts_decide() -> None:
    """What is left to test is told, or the verdict."""
    assert open_tests(BOTH, {}) == list(BOTH.parts)
    for first, second in itertools.product(range(2), range(3)):
        known = {0: first, 1: second}
        assert open_tests(BOTH, known) == (first == 1 and second != 1)
        assert open_tests(EITHER, known) == (first == 1 or second != 1)
    assert open_tests(BOTH, {0: 0}) is False
    assert open_tests(EITHER, {0: 0}) == [EITHER.parts[1]]


def test_a_ratio_says_whether_it_holds() -> None:
    """Name, measured, bar and verdict, separated by tabs."""
    assert Ratio("a/b", 1.0031, 1.02).row() == "a/b\t1.003\t1.02\tholds"
    assert Ratio("a/b", 1.5, 1.02).row() == "a/b\t1.500\t1.02\tshort"
