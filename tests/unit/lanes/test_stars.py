"""Completions in stars say what the diagram of all completions says, as far as they go."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from lifejourney.lanes import Diagram, Node, Stars

SIZES = st.lists(st.integers(1, 3), min_size=1, max_size=4)


@st.composite
def functions(draw: st.DrawFn) -> tuple[list[int], set[tuple[int, ...]]]:
    """Return the sizes of some unknowns, and the completions in which something holds."""
    sizes = draw(SIZES)
    everything = list(product(*(range(size) for size in sizes)))
    return sizes, draw(st.sets(st.sampled_from(everything)))


def _both(sizes: list[int], holds: set[tuple[int, ...]]) -> tuple[Diagram, Node, Stars, int]:
    """Return the same mask over all completions, and over stars of which each is a centre."""
    diagram = Diagram(sizes)
    stars = Stars(sizes, list(product(*(range(size) for size in sizes))))
    node, mask = diagram.column.none, stars.column.none
    for point in holds:
        one, bits = diagram.column.all, stars.column.all
        for unknown, value in enumerate(point):
            one = one & diagram.is_value(unknown, value)
            bits &= stars.is_value(unknown, value)
        node, mask = node | one, mask | bits
    return diagram, node, stars, mask


@given(functions())
def test_each_value_is_that_of_the_completion(case: tuple[list[int], set[tuple[int, ...]]]) -> None:
    """Every completion has one value of each unknown."""
    sizes, _ = case
    _, _, stars, _ = _both(sizes, set())
    for unknown, size in enumerate(sizes):
        masks = [stars.is_value(unknown, value) for value in range(size)]
        assert stars.any_of(masks) == stars.column.all
        assert sum(masks) == stars.column.all


@given(functions())
def test_what_a_mask_depends_on(case: tuple[list[int], set[tuple[int, ...]]]) -> None:
    """Where everybody is a centre, it is seen exactly."""
    diagram, node, stars, mask = _both(*case)
    assert stars.depends_on(mask) == diagram.depends_on(node)


@given(functions(), st.data())
def test_what_is_forgotten(
    case: tuple[list[int], set[tuple[int, ...]]], data: st.DataObject
) -> None:
    """One unknown is forgotten exactly."""
    diagram, node, stars, mask = _both(*case)
    unknown = data.draw(st.integers(0, len(case[0]) - 1))
    left, known = stars.forget(mask, [unknown]), diagram.forget(node, [unknown])
    for point in product(*(range(size) for size in case[0])):
        here = stars.column.all
        for one, value in enumerate(point):
            here &= stars.is_value(one, value)
        holds = diagram.given(known, dict(enumerate(point)))
        assert stars.column.some(left & here) == diagram.column.some(holds)


@given(functions(), st.data())
def test_what_is_given(case: tuple[list[int], set[tuple[int, ...]]], data: st.DataObject) -> None:
    """With one more answer known the mask depends on what it depends on in the diagram."""
    diagram, node, stars, mask = _both(*case)
    unknown = data.draw(st.integers(0, len(case[0]) - 1))
    value = data.draw(st.integers(0, case[0][unknown] - 1))
    left, known = stars.given(mask, {unknown: value}), diagram.given(node, {unknown: value})
    assert stars.depends_on(left) == diagram.depends_on(known)
    assert stars.column.some(left) == diagram.column.some(known)
    assert (left == stars.given(stars.column.all, {unknown: value})) == (
        known == diagram.column.all
    )


@given(functions(), st.data())
def test_at_which_unknowns_a_centre_turns(
    case: tuple[list[int], set[tuple[int, ...]]], data: st.DataObject
) -> None:
    """A centre turns where one other value, with which it stays among everybody, changes a mask."""
    sizes, holds = case
    _, _, stars, mask = _both(sizes, holds)
    unknown = data.draw(st.integers(0, len(sizes) - 1))
    value = data.draw(st.integers(0, sizes[unknown] - 1))
    everybody = {point for point in product(*map(range, sizes)) if point[unknown] != value}
    found = stars.turned(_both(sizes, everybody)[3], [mask, stars.column.none])
    for row, centre in zip(found.tolist(), product(*map(range, sizes)), strict=True):
        for one, turns in enumerate(row):
            others = {(*centre[:one], other, *centre[one + 1 :]) for other in range(sizes[one])}
            assert turns == any((at in holds) != (centre in holds) for at in others & everybody)


@given(functions(), st.data())
def test_everything_given_tells_whether_it_holds(
    case: tuple[list[int], set[tuple[int, ...]]], data: st.DataObject
) -> None:
    """One completion is found as a centre, and beside one."""
    sizes, holds = case
    point = data.draw(st.tuples(*(st.integers(0, size - 1) for size in sizes)))
    everybody = list(product(*(range(size) for size in sizes)))
    centre = data.draw(st.sampled_from(everybody))
    stars = Stars(sizes, [centre])
    mask = 0
    for one in holds:
        bits = stars.column.all
        for unknown, value in enumerate(one):
            bits &= stars.is_value(unknown, value)
        mask |= bits
    apart = sum(a != b for a, b in zip(centre, point, strict=True))
    found = stars.column.some(stars.given(mask, dict(enumerate(point))))
    assert found == (apart <= 1 and point in holds)
