"""Check the few questions about directed graphs."""

import pytest

from lifejourney.graph import before, circles, order, waves


def test_circles() -> None:
    """A circle is a part whose nodes lead to each other, or one that leads to itself."""
    edges = [(1, 2), (2, 1), (2, 3), (4, 4)]
    assert {frozenset({1, 2}), frozenset({4})} == set(circles([1, 2, 3, 4, 5], edges))


def test_waves() -> None:
    """A node stands one wave after the last of what comes before it."""
    assert waves([1, 2, 3, 4], [(1, 2), (2, 3), (1, 3)]) == {1: 1, 2: 2, 3: 3, 4: 1}


def test_before() -> None:
    """What comes before is gathered over every way."""
    expected = {1: frozenset(), 2: frozenset({1}), 3: frozenset({1, 2})}
    assert expected == before([1, 2, 3], [(1, 2), (2, 3)])


def test_a_circle_has_no_order() -> None:
    """What waits for nothing in it has a wave all the same, until somebody asks for all."""
    edges = [(1, 2), (2, 3), (3, 2)]
    assert order([1, 2, 3], edges) is None
    with pytest.raises(ValueError, match="circle"):
        waves([1, 2, 3], edges)
    assert circles([1, 2, 3], edges) == [frozenset({2, 3})]
