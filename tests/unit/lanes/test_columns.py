"""Check the columns of people: integers, NumPy arrays and decision diagrams."""

import numpy as np
import pytest

from lifejourney.lanes import Diagram, bits, words


def test_bits() -> None:
    """Person 0 stands in the lowest bit."""
    column = bits(3)
    assert (column.all, column.none) == (0b111, 0)
    assert column.without(0b010) == 0b101
    assert column.some(0b100)
    assert not column.some(column.none)


@pytest.mark.parametrize(("people", "last"), [(64, 2**64 - 1), (65, 1), (3, 7)])
def test_words(people: int, last: int) -> None:
    """The last word holds no bit beyond the last person."""
    column = words(people)
    assert last == int(column.all[-1])
    assert not column.some(column.none)
    assert column.some(column.without(column.none))
    assert np.array_equal(column.none, column.without(column.all))


def test_codes_beyond_the_last_value_mean_the_last() -> None:
    """Of three values one has always exactly one, though two bits could hold four."""
    diagram = Diagram([3])
    values = [diagram.is_value(0, value) for value in range(3)]
    assert diagram.column.all == diagram.any_of(values)
    assert diagram.column.none == values[0] & values[1]
    assert diagram.column.none == values[1] & values[2]


def test_an_unknown_of_one_value_needs_no_bit() -> None:
    """Whatever has only one value always has it."""
    diagram = Diagram([1, 2])
    assert diagram.column.all == diagram.is_value(0, 0)
    assert diagram.given(diagram.column.all, {0: 0}) == diagram.column.all


def test_forget_and_given() -> None:
    """Forgetting leaves where something can hold, a given value what it becomes."""
    diagram = Diagram([2, 2], [1, 0])
    both = diagram.is_value(0, 1) & diagram.is_value(1, 1)
    assert diagram.is_value(1, 1) == diagram.forget(both, [0])
    assert diagram.is_value(1, 1) == diagram.given(both, {0: 1})
    assert diagram.column.none == diagram.given(both, {0: 0})


def test_depends_on() -> None:
    """The unknowns come in their own order, whatever the order of the diagram."""
    diagram = Diagram([2, 2, 4], [2, 1, 0])
    assert diagram.depends_on(diagram.is_value(2, 3) | diagram.is_value(0, 1)) == (0, 2)
    assert diagram.depends_on(diagram.column.all) == ()
