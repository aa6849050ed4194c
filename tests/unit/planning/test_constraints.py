"""Check declared contradictions: `never`, and facts that must compare."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lifejourney.catalog import Catalog
from lifejourney.days import Days
from lifejourney.planning import Layout
from lifejourney.planning.constraints import Ordered
from lifejourney.program import TRUE
from lifejourney.vocabulary import AllOf, Call, Condition, Constraint, Every, Person, Some
from tests.unit.planning.tiny import (
    DAY,
    Looking,
    catalog,
    event,
    fact,
    is_,
    look,
    paper,
    service,
    text,
)


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
    ordered = Ordered(("a", "x"), operator, ("b", "x"), TRUE, frozenset())
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


def family_of_three(constraint: Constraint) -> Catalog:
    """Return a birth where the child may be the deceased, and some children may be heirs.

    The child is `small`, the mother is a `mourner`: each asks for a paper; so does a death.
    """
    persons = {
        "mother": Person(text("mother")),
        "deceased": Person(text("deceased"), dead=True, is_role={"child": is_("child", "died")}),
        "heir": Person(text("heir"), many=True, minimum=0, maximum=2, likely=1),
    }
    calls = [
        Call("child", "duty", document="p", when=is_("child", "small")),
        Call("mother", "duty", document="q", when=is_("mother", "mourner")),
        Call("deceased", "duty", document="r"),
    ]
    facts = [
        fact("small", likelihood={"true": 9, "false": 1}),
        fact("died", likelihood={"true": 1, "false": 9}),
        fact("mourner", of="mother", likelihood={"true": 9, "false": 1}),
        fact("young", of="heir", likelihood={"true": 9, "false": 1}),
        fact("size", "integer", minimum="0", maximum="9", likely=3),
        fact("size", "integer", "mother", minimum="0", maximum="9", likely=3),
    ]
    services = [service(1, ["p"]), service(2, ["q"], of="mother"), service(3, ["r"])]
    papers = ["p", paper("q", "mother"), "r"]
    return catalog(event(calls, **persons), services, papers, facts, constraints=(constraint,))


SMALL = AllOf((is_("deceased", "small"), is_("mother", "mourner")))
"""A small one who has died has no mother who mourns: a constraint over an identity role."""


@pytest.mark.parametrize(
    ("died", "expected"), [(False, "possible"), (True, "never"), (None, "possible")]
)
def test_a_constraint_binds_whoever_plays_the_role(died: bool | None, expected: str) -> None:  # noqa: FBT001
    """What is said of the deceased is not held against a child that lives."""
    facts: dict[tuple[str, str], object] = {("child", "small"): True}
    if died is not None:
        facts["child", "died"] = died
    found = look(family_of_three(Constraint(never=SMALL)), facts)
    assert expected == found.standing("LJ-0002@mother")


def test_a_mourner_tells_that_the_child_lives() -> None:
    """Where the rest of a constraint is known, it tells that nobody plays the role."""
    facts = {("child", "small"): True, ("mother", "mourner"): True}
    found = look(family_of_three(Constraint(never=SMALL)), facts)
    assert found.standing("LJ-0003@child") == "never"


@pytest.mark.parametrize(("died", "expected"), [(False, "possible"), (True, "never")])
def test_an_order_binds_whoever_plays_the_role(died: bool, expected: str) -> None:  # noqa: FBT001
    """Facts of two roles compare only while both are played."""
    small = family_of_three(Constraint(compare="deceased.size >= mother.size"))
    (birth,) = small.events.values()
    call = Call("mother", "duty", document="q", when=is_("mother", "size", "> 4"))
    small = replace(small, events={"birth": replace(birth, calls_for=(call,))})
    found = look(small, {("child", "died"): died, ("child", "size"): 2})
    assert expected == found.standing("LJ-0002@mother")


MOURNER = is_("mother", "mourner")


@pytest.mark.parametrize(
    ("never", "heirs", "young", "expected"),
    [
        (Every("heir", is_("heir", "young")), 0, None, "never"),
        (Every("heir", is_("heir", "young")), 1, False, "possible"),
        (Some("heir", is_("heir", "young")), 0, None, "possible"),
        (Some("heir", is_("heir", "young")), 1, True, "never"),
        (is_("heir", "count", "0"), 0, None, "never"),
        (is_("heir", "count", "0"), 1, None, "possible"),
        (is_("heir", "young"), 0, None, "possible"),
        (is_("heir", "young"), 1, True, "never"),
    ],
)
def test_whom_a_constraint_is_about(
    never: Condition,
    heirs: int,
    young: bool | None,  # noqa: FBT001
    expected: str,
) -> None:
    """Members are meant one by one where no `some`, `every` or `count` speaks of all of them."""
    small = family_of_three(Constraint(never=AllOf((never, MOURNER))))
    facts = {} if young is None else {("heir-1", "young"): young}
    found = look(small, facts, persons={"heir": heirs})
    assert expected == found.standing("LJ-0002@mother")


@pytest.mark.parametrize(("year", "standing"), [(2019, "certain"), (2020, "possible")])
def test_a_date_told_less_exactly_is_any_of_its_days(year: int, standing: str) -> None:
    """A class breaks a constraint only if it does so with every day that was told."""
    call = Call("child", "duty", document="p", when=is_("child", "born", '< date("2020-07-01")'))
    small = catalog(
        event([call], mother=Person()),
        [service(1, ["p"])],
        ["p"],
        [fact("born", "date", "person")],
        constraints=(Constraint(compare="child.born <= mother.born"),),
    )
    told = Days(date(year, 1, 1), date(year, 12, 31), "year")
    assert look(small, facts={("mother", "born"): told}).standing("LJ-0001@child") == standing
