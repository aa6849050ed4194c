"""Check declared contradictions: `never`, and facts that must compare."""

from datetime import timedelta

import pytest

from lifejourney.planning import Layout
from lifejourney.planning.constraints import Ordered
from lifejourney.vocabulary import AllOf, Call, Constraint, Person
from tests.unit.planning.tiny import DAY, Looking, catalog, event, fact, is_, look, service


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        (">=", [True, True, False]),
        (">", [True, False, False]),
        ("<=", [False, True, True]),
        ("<", [False, False, True]),
    ],
)
def test_classes_that_can_compare(operator: str, expected: list[bool]) -> None:
    """Two classes compare if some values of theirs do."""
    ordered = Ordered(("a", "x"), operator, ("b", "x"))
    found = [ordered.possible((one, one), (2, 2)) for one in (3, 2, 1)]
    assert expected == found


def two_facts(constraint: Constraint) -> Looking:
    """Return the outlook over two services that apply by one fact each."""
    facts = [fact("a", likelihood={"true": 9, "false": 1}), fact("b", likelihood={"true": 8})]
    calls = [
        Call("child", "duty", document="p", when=is_("child", "a")),
        Call("child", "duty", document="q", when=is_("child", "b")),
    ]
    services = [service(1, ["p"]), service(2, ["q"])]
    return look(catalog(event(calls), services, ["p", "q"], facts, constraints=(constraint,)))


BOTH = AllOf((is_("child", "a"), is_("child", "b")))


def test_never_both() -> None:
    """Where a constraint breaks, the next likely value of the last fact is taken."""
    found = two_facts(Constraint(never=BOTH))
    assert found.steps() == ["LJ-0001@child"]
    assert found.outlook.assumed == {0: 0, 1: 1}
    assert found.standing("LJ-0002@child") == "possible"


def test_nothing_declared() -> None:
    """A constraint that says nothing forbids nothing."""
    assert two_facts(Constraint()).steps() == ["LJ-0001@child", "LJ-0002@child"]


def test_a_contradiction_about_what_nobody_asks() -> None:
    """A constraint on facts that no goal depends on is left alone."""
    facts = [fact("a", likelihood={"true": 9}), fact("c")]
    small = catalog(
        event([Call("child", "duty", document="p", when=is_("child", "a"))]),
        [service(1, ["p"])],
        ["p"],
        facts,
        constraints=(Constraint(never=AllOf((is_("child", "a"), is_("child", "c")))),),
    )
    assert look(small).standing("LJ-0001@child") == "possible"
    told = look(small, {("child", "a"): True})
    assert told.standing("LJ-0001@child") == "certain"


@pytest.mark.parametrize(("years", "expected"), [(1, "never"), (40, "certain")])
def test_what_must_compare(years: int, expected: str) -> None:
    """A child is not older than the mother: her age settles what the child's could be."""
    old = is_("child", "born", '< date("2020-01-01")')
    small = catalog(
        event([Call("child", "duty", document="p", when=old)], mother=Person()),
        [service(1, ["p"])],
        ["p"],
        [fact("born", "date"), fact("born", "date", "mother", likely=9000)],
        constraints=(Constraint(compare="child.born >= mother.born"),),
    )
    born = DAY - timedelta(days=366 * years)
    if expected == "certain":
        found = look(small, {("child", "born"): born, ("mother", "born"): born})
    else:
        found = look(small, {("mother", "born"): born})
    assert expected == found.standing("LJ-0001@child")
    assert isinstance(found.outlook.layout, Layout)


def test_what_must_compare_with_an_unknown_that_does_not_matter() -> None:
    """A fact that is neither known nor asked orders nothing."""
    old = is_("child", "born", '< date("2020-01-01")')
    small = catalog(
        event([Call("child", "duty", document="p", when=old)], mother=Person()),
        [service(1, ["p"])],
        ["p"],
        [fact("born", "date"), fact("born", "date", "mother")],
        constraints=(
            Constraint(compare="child.born >= mother.born"),
            Constraint(compare="child.born above mother.born"),
        ),
    )
    assert look(small).standing("LJ-0001@child") == "possible"
