"""Straight-line code for one person says what plain evaluation of each atom says."""

from datetime import date
from itertools import product
from random import Random

import pytest
from hypothesis import given

from lifejourney.days import Days
from lifejourney.feel import parse_test
from lifejourney.planning.left import known_atom
from lifejourney.program import Count, FactAtom, Formulas, Program, Verdicts, three_valued
from tests.laws.test_dates_less_exact import draw_case
from tests.oracles.catalogs import CASES, RANDOM, Case, law
from tests.oracles.ours import compiled
from tests.unit.planning.tiny import DAY

LANES = {False: 0, None: 2, True: 3}
VALUES = {
    "< 5": (None, 4, 5, 6, -1),
    "[2..4)": (None, 1, 2, 3, 4),
    "-": (None, 7),
    "red, blue": (None, "red", "blue", "green"),
    "not(red)": (None, "red", "green"),
    "true": (None, True, False),
    '>= date("2026-03-01")': (
        None,
        date(2026, 2, 28),
        date(2026, 3, 1),
        Days(date(2026, 1, 1), date(2026, 2, 1)),
        Days(date(2026, 1, 1), date(2026, 12, 31)),
    ),
}


@pytest.mark.parametrize(("test", "value"), [(t, v) for t, vs in VALUES.items() for v in vs])
def test_a_fact_is_looked_up(test: str, value: object) -> None:
    """A literal and its opposite, whatever the value."""
    formulas = Formulas()
    atom = FactAtom("self", "fact", parse_test(test))
    literal = formulas.literal(atom)
    verdicts = Verdicts(formulas, [literal, formulas.opposite(literal)], DAY)
    facts = {} if value is None else {("self", "fact"): value}
    told = None if value is None else atom.known(value, DAY)
    opposite = None if told is None else not told
    assert verdicts.of(facts) == (LANES[told], LANES[opposite])


@pytest.mark.parametrize("since", ["years", "days"])
def test_the_time_since_a_day(since: str) -> None:
    """From which day on somebody is old enough depends on the day of the advice."""
    atom = FactAtom("self", "birth", parse_test(">= 17"), since)  # type: ignore[arg-type]
    formulas = Formulas()
    verdicts = Verdicts(formulas, [formulas.literal(atom)], DAY)
    for year, month, day in product((2008, 2009, 2010, 2026), (10, 11), (1, 5, 6, 22, 23)):
        born = date(year, month, day)
        assert verdicts.of({("self", "birth"): born}) == (LANES[atom.holds(born, DAY)],)


def test_how_many_there_are_is_no_fact() -> None:
    formulas = Formulas()
    many = formulas.literal(Count("child", 2))
    own = formulas.literal(FactAtom("self", "fact", parse_test("true")))
    either = formulas.any_of([many, own])
    verdicts = Verdicts(formulas, [many, either, 0, 1], DAY)
    assert verdicts.of({("self", "fact"): True}) == (2, 3, 0, 3)
    assert verdicts.of({}) == (2, 2, 0, 3)


def _agree(case: Case) -> None:
    ground = compiled(case.catalog, case.situation).ground
    outputs = [instance.applies for instance in ground.instances]
    program = Program(ground.formulas, sorted(set(outputs)))
    told = three_valued(program, [known_atom(atom, case.situation) for atom in program.atoms])
    found = Verdicts(ground.formulas, outputs, case.situation.day).of(case.situation.facts)
    assert [LANES[told[output]] for output in outputs] == list(found)


@law(80)
@given(CASES)
def test_verdicts_of_one_person_are_those_of_a_column(case: Case) -> None:
    _agree(case)


@law(40)
@given(RANDOM)
def test_also_where_days_are_less_exact(chance: Random) -> None:
    _agree(draw_case(chance))
