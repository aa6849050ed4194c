"""Law 11: one person alone, as one bit, in a NumPy column and as a completion get the same."""

# ruff: noqa: ANN401 - a mask is whatever a column is made of

from random import Random
from typing import Any

import numpy as np
from hypothesis import given

from lifejourney.lanes import bits, words
from lifejourney.planning import Layout, Outlook, look_ahead
from lifejourney.planning.choice import choose, settle
from lifejourney.planning.columns import Point
from lifejourney.planning.state import Chosen, Given
from tests.oracles.catalogs import CASES, RANDOM, Case, law
from tests.oracles.engine import bit, differences, result_of
from tests.oracles.ours import compiled
from tests.oracles.plain_result import Result


def _chosen(layout: Layout, given: Given[Any]) -> tuple[Given[Any], Chosen[Any]]:
    ground = layout.compiled.ground
    settled = settle(ground, given)
    return settled, choose(ground, settled, layout.compiled.competing)


def _as_words(layout: Layout, points: list[Point]) -> Given[Any]:
    """Lay people out as a NumPy column."""
    column = words(len(points))

    def is_value(unknown: int, value: int) -> Any:
        wanted = layout.unknowns[unknown].values[value]
        flags = np.zeros(len(column.all) * 64, dtype=np.uint8)
        flags[: len(points)] = [point[unknown] == wanted for point in points]
        return np.packbits(flags, bitorder="little").view(np.uint64)

    return layout.given(column, is_value)


def _word_bit(person: int) -> Any:
    return lambda mask: bool(int(mask[person // 64]) >> (person % 64) & 1)


def _points(chance: Random, outlook: Outlook, many: int) -> list[Point]:
    unknowns = outlook.layout.unknowns
    drawn = [tuple(chance.choice(u.values) for u in unknowns) for _ in range(many)]
    return [point for point in drawn if outlook.is_allowed(point)]


def _completion(outlook: Outlook, point: Point) -> Any:
    here = outlook.given.column.all
    for number, unknown in enumerate(outlook.layout.unknowns):
        here = here & outlook.diagram.is_value(number, unknown.values.index(point[number]))
    return lambda mask: outlook.given.column.some(mask & here)


@law(60)
@given(CASES, RANDOM)
def test_the_columns_agree(case: Case, chance: Random) -> None:
    """Same verdicts, chosen papers and steps, whatever the people stand in."""
    layout = Layout(compiled(case.catalog, case.situation), case.situation)
    outlook = look_ahead(layout)
    ground = layout.compiled.ground
    points = _points(chance, outlook, 70)
    if not points:
        return
    crowd = _chosen(layout, layout.people(points))
    array = _chosen(layout, _as_words(layout, points))
    for person in {0, len(points) // 2, len(points) - 1}:
        alone: Result = result_of(ground, *_chosen(layout, layout.people([points[person]])), bit(0))
        assert not differences(alone, result_of(ground, *crowd, bit(person)))
        assert not differences(alone, result_of(ground, *array, _word_bit(person)))
        among_all = result_of(
            ground, outlook.given, outlook.chosen, _completion(outlook, points[person])
        )
        assert not differences(alone, among_all)


@law(20)
@given(RANDOM)
def test_masks_are_the_same_algebra(chance: Random) -> None:
    """The two columns of people know the same constants."""
    people = chance.randrange(1, 200)
    whole, array = bits(people), words(people)
    assert sum(int(word).bit_count() for word in array.all) == whole.all.bit_count() == people
    assert not array.some(array.none)
