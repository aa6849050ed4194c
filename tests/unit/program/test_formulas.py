"""Check the normal form without `not`, and the code that is made of it."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest

from lifejourney.feel import parse_test
from lifejourney.lanes import Diagram, bits, words
from lifejourney.program import (
    FALSE,
    TRUE,
    Atom,
    Count,
    FactAtom,
    Formulas,
    Program,
    Trace,
    three_valued,
)
from lifejourney.program.formulas import Join, Leaf
from tests.unit.planning.tiny import DAY

YES = parse_test("true")
A, B, C = (FactAtom("child", name, YES) for name in "abc")


@pytest.fixture
def table() -> Formulas:
    """Return an empty table of formulas."""
    return Formulas()


def test_each_formula_is_kept_once(table: Formulas) -> None:
    """The same parts make the same number."""
    a, b = table.literal(A), table.literal(B)
    assert table.literal(A) == a
    assert table.all_of([a, b]) == table.all_of([a, b, a])
    assert table.atoms == [A, B]


def test_joins_are_flat_and_short(table: Formulas) -> None:
    """What is neutral goes, what absorbs wins, one part needs no join."""
    a, b, c = table.literal(A), table.literal(B), table.literal(C)
    assert table.all_of([]) == TRUE
    assert table.any_of([]) == FALSE
    assert table.all_of([a, TRUE]) == a
    assert table.any_of([a, FALSE]) == a
    assert table.all_of([a, FALSE]) == FALSE
    assert table.any_of([a, TRUE]) == TRUE
    assert table.nodes[table.all_of([table.all_of([a, b]), c])] == Join("all", (a, b, c))


def test_opposites(table: Formulas) -> None:
    """A negation goes down to the literals, and twice is none."""
    a, b = table.literal(A), table.literal(B)
    neither = table.opposite(table.any_of([a, b]))
    node = table.nodes[neither]
    assert isinstance(node, Join)
    assert node.how == "all"
    assert [Leaf(0, positive=False), Leaf(1, positive=False)] == [table.nodes[n] for n in node.of]
    assert table.opposite(neither) == table.any_of([a, b])
    assert table.opposite(table.opposite(table.all_of([a, b]))) == table.all_of([a, b])
    assert table.opposite(TRUE) == FALSE


def test_what_contradicts_itself(table: Formulas) -> None:
    """A formula beside its opposite is settled at once."""
    a = table.literal(A)
    assert table.all_of([a, table.opposite(a)]) == FALSE
    assert table.any_of([a, table.opposite(a)]) == TRUE


def test_below(table: Formulas) -> None:
    """Parts come before wholes, each once."""
    a, b = table.literal(A), table.literal(B)
    both = table.all_of([a, b])
    assert table.below([both, a]) == [a, b, both]


def some_formula(table: Formulas) -> int:
    """Return (a and b) or not c."""
    a, b, c = table.literal(A), table.literal(B), table.literal(C)
    return table.any_of([table.all_of([a, b]), table.opposite(c)])


def plain(values: tuple[bool, ...]) -> bool:
    """Return the same by hand."""
    a, b, c = values
    return (a and b) or not c


def knowing(known: tuple[bool | None, ...]) -> Callable[[Atom], bool | None]:
    """Return what is known of each atom."""
    told: dict[Atom, bool | None] = dict(zip((A, B, C), known, strict=True))
    return told.__getitem__


ALL = tuple(product((False, True), repeat=3))


def test_code_over_integers(table: Formulas) -> None:
    """Eight people at once get what each would get alone."""
    formula = some_formula(table)
    program = Program(table, [formula, TRUE, FALSE])
    column = bits(len(ALL))
    holds = [sum(1 << n for n, row in enumerate(ALL) if row[atom]) for atom in range(3)]
    found = program.run(holds, [column.without(h) for h in holds], column.all, column.none)
    expected = sum(1 << n for n, row in enumerate(ALL) if plain(row))
    assert found == {formula: expected, TRUE: column.all, FALSE: column.none}


def test_code_over_arrays(table: Formulas) -> None:
    """Seventy people in two words get the same."""
    formula = some_formula(table)
    column = words(70)
    people = [ALL[n % 8] for n in range(70)]

    def mask(chosen: list[bool]) -> np.ndarray:
        found = np.zeros(2, dtype=np.uint64)
        for n, one in enumerate(chosen):
            found[n // 64] |= np.uint64(int(one) << n % 64)
        return found

    holds = [mask([row[atom] for row in people]) for atom in range(3)]
    fails = [column.without(one) for one in holds]
    found = Program(table, [formula]).run(holds, fails, column.all, column.none)
    assert np.array_equal(mask([plain(row) for row in people]), found[formula])


def test_code_over_diagrams(table: Formulas) -> None:
    """Over all completions at once the formula is that function of the unknowns."""
    formula = some_formula(table)
    diagram = Diagram([2, 2, 2])
    holds = [diagram.is_value(atom, 1) for atom in range(3)]
    fails = [diagram.is_value(atom, 0) for atom in range(3)]
    program = Program(table, [formula])
    found = program.run(holds, fails, diagram.column.all, diagram.column.none)[formula]
    for row in ALL:
        told = diagram.given(found, {atom: int(row[atom]) for atom in range(3)})
        assert (told == diagram.column.all) is plain(row)


@pytest.mark.parametrize("known", list(product((True, False, None), repeat=3)))
def test_two_lanes_and_the_trace_agree(table: Formulas, known: tuple[bool | None, ...]) -> None:
    """Unknown means possible and not true; the trace says the same."""
    formula = some_formula(table)
    lanes = three_valued(Program(table, [formula]), known)
    trace = Trace(table, knowing(known))
    assert lanes[formula] is trace.value(formula)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((True, True, None), [A, B]),
        ((False, True, True), [A, C]),
        ((None, True, True), [A]),
        ((False, None, False), [C]),
    ],
)
def test_what_decided(
    table: Formulas, known: tuple[bool | None, ...], expected: list[FactAtom]
) -> None:
    """Named are the answers that made it so, or that leave it open."""
    formula = some_formula(table)
    trace = Trace(table, knowing(known))
    assert expected == list(trace.deciding(formula))


def test_the_source_holds_numbers_alone(table: Formulas) -> None:
    """No text of the catalog reaches the generated code."""
    formula = table.literal(FactAtom("child", "__import__('os')", YES))
    assert Program(table, [formula]).run([1], [0], 1, 0) == {formula: 1}


def test_years_and_days_since() -> None:
    """A test on the time since a day reckons from it; what is no day passes none."""
    adult = FactAtom("child", "birth_date", parse_test(">= 18"), "years")
    assert adult.holds(DAY.replace(year=DAY.year - 18), DAY)
    assert not adult.holds("long ago", DAY)
    assert FactAtom("child", "birth_date", parse_test("1"), "days").holds(
        DAY.replace(day=DAY.day - 1), DAY
    )
    assert Count("child", 2) == Count("child", 2)
