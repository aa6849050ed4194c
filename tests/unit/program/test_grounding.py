"""Check how conditions are read for the members of a cast."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest

from lifejourney.catalog import Catalog
from lifejourney.planning.left import known_atom
from lifejourney.program import FALSE, TRUE, Formulas, Grounder, Rest, Trace
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import (
    ALWAYS,
    AnyOf,
    Condition,
    Derived,
    EventTest,
    Every,
    Not,
    Person,
    Same,
    Some,
)
from tests.unit.planning.tiny import DAY, catalog, event, fact, is_, text

ILL = is_("child", "ill")
FACTS = (
    fact("well"),
    fact("ill", applies_when=is_("it", "well", "false")),
    fact("birth_date", "date", "person"),
    fact("age", "integer", "person", derived=Derived(years_since="birth_date")),
    fact("days", "integer", "person", derived=Derived(days_since="birth_date")),
    fact("minor", of="person", derived=Derived(condition=is_("it", "age", "< 18"))),
    fact("alive", of="mother", applies_when=is_("mother", "known")),
    fact("known", of="mother"),
)


@pytest.fixture(scope="module")
def small() -> Catalog:
    """Return a catalog of a birth with children and a death."""
    birth = event(
        [],
        child=Person(text("child"), many=True, minimum=1, maximum=4),
        mother=Person(),
        father=Person(when=is_("mother", "known")),
        family=Person(group=True),
    )
    death = event(
        [], "death", child=Person(), deceased=Person(dead=True), family=Person(group=True)
    )
    return catalog([birth, death], facts=FACTS)


def value(  # noqa: PLR0913, PLR0917
    small: Catalog,
    condition: Condition,
    facts: Mapping[tuple[str, str], object] | None = None,
    bound: dict[str, str] | None = None,
    said: dict[str, int | str] | None = None,
    events: tuple[str, ...] = ("birth",),
) -> bool | None:
    """Return what a condition is, by what is known."""
    cast = build_cast(small, events, said or {})
    grounder = Grounder(small, cast, Formulas())
    situation = Situation(cast, DAY, facts or {})
    trace = Trace(grounder.formulas, partial(known_atom, situation=situation))
    return trace.value(grounder.ground(condition, bound or {}))


ONE = {"child": "child-1"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, (None, None)),
        ({"ill": True}, (None, None)),
        ({"well": True, "ill": True}, (False, True)),
        ({"well": False, "ill": True}, (True, False)),
        ({"well": False, "ill": False}, (False, True)),
    ],
)
def test_what_does_not_apply(
    small: Catalog, facts: dict[str, bool], expected: tuple[Any, Any]
) -> None:
    """A test on a fact that does not apply is false, and `not` around it true."""
    said = {("child-1", name): told for name, told in facts.items()}
    found = value(small, ILL, said, ONE), value(small, Not(ILL), said, ONE)
    assert expected == found


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ALWAYS, True),
        (AnyOf(()), False),
        (EventTest(("birth", "move")), True),
        (EventTest(("death",)), False),
        (Same(("mother", "mother")), True),
        (Same(("mother", "child")), False),
        (is_("child", "nothing"), False),
        (is_("aunt", "known"), False),
    ],
)
def test_what_needs_no_answer(small: Catalog, condition: Condition, expected: bool) -> None:  # noqa: FBT001
    """Events, identities and what nobody has are known."""
    assert expected is value(small, condition)


def test_no_condition_holds(small: Catalog) -> None:
    """Where nothing is said nothing stands in the way."""
    grounder = Grounder(small, build_cast(small, ("birth",), {}), Formulas())
    assert grounder.ground(None, {}) == TRUE


def test_events_of_a_group(small: Catalog) -> None:
    """For a group `event` means the events in which it takes part."""
    condition, events = EventTest(("death",)), ("birth", "death")
    assert value(small, condition, bound={"it": "family"}, events=events) is False
    assert value(small, condition, bound={"it": "mother"}, events=events) is True


@pytest.mark.parametrize(
    ("first", "second", "some", "every"),
    [
        (True, False, True, False),
        (True, True, True, True),
        (False, False, False, False),
        (True, None, True, None),
        (None, False, None, False),
    ],
)
def test_some_and_every(
    small: Catalog,
    first: bool | None,  # noqa: FBT001
    second: bool | None,  # noqa: FBT001
    some: bool | None,  # noqa: FBT001
    every: bool | None,  # noqa: FBT001
) -> None:
    """One is enough for `some`; `every` asks each."""
    told = {"child-1": first, "child-2": second}
    facts: dict[tuple[str, str], object] = {
        (who, "well"): one for who, one in told.items() if one is not None
    }
    well = is_("child", "well")
    two: dict[str, int | str] = {"child": 2}
    assert some is value(small, Some("child", well), facts, said=two)
    assert every is value(small, Every("child", well), facts, said=two)


def test_some_over_nobody(small: Catalog) -> None:
    """Over nobody `some` is false and `every` true."""
    well, none = is_("child", "well"), {"child": 0}
    assert value(small, Some("child", well), said={"child": 0}) is False
    assert value(small, Every("child", well), said=dict(none)) is True


def test_some_while_the_number_is_unknown(small: Catalog) -> None:
    """It is false only when the number is known."""
    well = Some("child", is_("child", "well"))
    assert value(small, well, {("child-1", "well"): False}) is None
    assert value(small, well, {("child-1", "well"): True}) is True
    grounder = Grounder(small, build_cast(small, ("birth",), {}), Formulas())
    grounder.ground(well, {})
    assert any(isinstance(atom, Rest) for atom in grounder.formulas.atoms)


@pytest.mark.parametrize(
    ("number", "test", "expected"),
    [(2, ">= 2", True), (2, "1", False), (None, ">= 2", None), (None, ">= 0", True)],
)
def test_a_number_of_members(
    small: Catalog,
    number: int | None,
    test: str,
    expected: bool | None,  # noqa: FBT001
) -> None:
    """The number of a role's members is tested as a fact."""
    said: dict[str, int | str] = {} if number is None else {"child": number}
    assert expected is value(small, is_("child", "count", test), said=said)
    assert value(small, is_("aunt", "count", "0"), said=said) is True


@pytest.mark.parametrize("test", ["0", "[1..2]", "> 2", "< 1"])
def test_an_open_number_is_cut_at_the_ends(small: Catalog, test: str) -> None:
    """Whatever an open number is compared with, it stays open."""
    assert value(small, is_("child", "count", test)) is None


BORN = {("child-1", "birth_date"): DAY.replace(year=DAY.year - 10)}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (is_("child", "age", "10"), True),
        (is_("child", "age", "> 10"), False),
        (is_("child", "days", "> 3000"), True),
        (is_("child", "minor"), True),
        (is_("child", "minor", "false"), False),
        (is_("it", "minor"), True),
        (is_("mother", "minor"), None),
    ],
)
def test_derived_facts(small: Catalog, condition: Condition, expected: bool | None) -> None:  # noqa: FBT001
    """Years, days and named conditions follow from other facts."""
    bound = {"child": "child-1", "it": "child-1"}
    assert expected is value(small, condition, dict(BORN), bound)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, None),
        ({"known": False}, True),
        ({"known": True, "alive": False}, False),
        ({"known": True, "alive": True}, True),
    ],
)
def test_alive_where_it_is_asked(
    small: Catalog,
    facts: dict[str, bool],
    expected: bool | None,  # noqa: FBT001
) -> None:
    """A fact `alive` counts where it applies."""
    said = {("mother", name): told for name, told in facts.items()}
    assert expected is value(small, is_("mother", "alive"), said)


def test_alive_where_it_is_not_asked(small: Catalog) -> None:
    """The deceased is dead, who asks lives."""
    events = ("birth", "death")
    assert value(small, is_("deceased", "alive"), events=events) is False
    assert value(small, is_("deceased", "alive", "false"), events=events) is True
    assert value(small, is_("self", "alive"), events=events) is True


def test_a_person_who_may_not_exist(small: Catalog) -> None:
    """A test on somebody holds only if there is such a person."""
    born = {("father", "birth_date"): DAY.replace(year=1990)}
    adult = is_("father", "age", ">= 18")
    assert value(small, adult, dict(born)) is None
    assert value(small, adult, {**born, ("mother", "known"): False}) is False
    assert value(small, adult, {**born, ("mother", "known"): True}) is True


def test_a_condition_on_oneself() -> None:
    """Whether a person exists may depend on that very person's answers."""
    small = catalog(
        event([], guest=Person(when=is_("guest", "came"))), facts=[fact("came", of="guest")]
    )
    cast = build_cast(small, ("birth",), {})
    grounder = Grounder(small, cast, Formulas())
    assert grounder.exists("guest") not in (TRUE, FALSE)
    assert grounder.definition("guest", "nothing") is None


@pytest.mark.parametrize(
    ("number", "known", "expected"),
    [("3", True, True), ("2", False, True), ("3", None, None), ("> 1", None, True)],
)
def test_members_of_another_role_are_counted_too(
    number: str,
    known: bool | None,  # noqa: FBT001
    expected: bool | None,  # noqa: FBT001
) -> None:
    """Besides its own members, those of another role under their condition."""
    heir = Person(many=True, minimum=0, maximum=4, also={"mother": is_("mother", "known")})
    derived = fact("relation", "choice", "mother", derived=Derived(value="child"))
    small = catalog(
        event([], heir=heir, mother=Person()), facts=(fact("known", of="mother"), derived)
    )
    facts = {} if known is None else {("mother", "known"): known}
    count = is_("heir", "count", number)
    assert value(small, count, facts, said={"heir": 2}) is expected
    met = Some("heir", is_("heir", "relation", "child"))
    assert value(small, met, facts, said={"heir": 0}) is known
    assert value(small, is_("mother", "relation", "aunt")) is False


def test_further_members_are_beside_those_of_another_role() -> None:
    """That there may be more of them is open, however many play the role by another one."""
    heir = Person(many=True, minimum=0, maximum=4, also={"mother": None})
    small = catalog(event([], heir=heir, mother=Person()), facts=(fact("known", of="mother"),))
    facts = {("mother", "known"): False}
    assert value(small, Some("heir", is_("heir", "known")), facts) is None
