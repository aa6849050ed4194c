"""Check into which classes numbers, dates and other answers are cut."""

from datetime import date

import pytest

from lifejourney.days import Days
from lifejourney.feel import parse_test
from lifejourney.planning.unknowns import candidates
from lifejourney.program import FactAtom
from lifejourney.vocabulary import AllOf, Call, Derived, EventTest, Fact
from tests.unit.planning.tiny import DAY, Looking, catalog, event, fact, is_, look, service


def atom(test: str, since: str | None = None) -> FactAtom:
    """Return a test on a fact of the child."""
    return FactAtom("child", "x", parse_test(test), since)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "tests", "expected"),
    [
        (fact("x", likelihood={"true": 9, "false": 1}), [], [True, False]),
        (fact("x", likelihood={"true": 1, "false": 9}), [], [False, True]),
        (fact("x"), [], [False, True]),
        (fact("x", "choice", likelihoods={"a": 1, "b": 5}), [], ["b", "a"]),
        (fact("x", "text"), [atom('"34.71"'), atom('"34.71", "34.04"')], ["", "34.71", "34.04"]),
        (fact("x", "integer", likely=7), [atom("< 5")], [7, 0, 4, 5, 6, 1 << 40]),
        (fact("x", "money"), [], [0, 0, 1 << 40]),
    ],
)
def test_candidates(one: Fact, tests: list[FactAtom], expected: list[object]) -> None:
    """The likeliest value goes first, then enough to tell all tests apart."""
    assert expected == candidates(one, tests, DAY)


@pytest.mark.parametrize(
    ("test", "since"),
    [(">= 17", "years"), ("< 60", "days"), ('> date("2020-05-01")', None), ("0", "years")],
)
def test_candidates_of_a_date(test: str, since: str | None) -> None:
    """Both answers to a test on a day have a representative; the likeliest day goes first."""
    tests = [atom(test, since)]
    found = candidates(fact("x", "date", likely=10), tests, DAY)
    assert found[0] == date(2026, 11, 12)
    assert {one.holds(value, DAY) for value in found for one in tests} == {True, False}


def test_what_has_no_neighbours() -> None:
    """A word has nothing just below or above it."""
    assert atom('"word"').turns(DAY) == ("word",)


def classes(one: Fact, *tests: str) -> Looking:
    """Return the outlook over a goal for each test on one fact."""
    papers = [f"p{number}" for number in range(len(tests))]
    calls = [
        Call("child", "duty", document=slug, when=is_("child", "x", test))
        for slug, test in zip(papers, tests, strict=True)
    ]
    services = [service(n, [slug]) for n, slug in enumerate(papers)]
    return look(catalog(event(calls), services, papers, [one]))


def test_one_value_for_each_class() -> None:
    """Values that no test tells apart are one class, with its least and its greatest."""
    found = classes(fact("x", "integer", likely=7, minimum="0", maximum="100"), "< 5", "> 50")
    (unknown,) = found.outlook.layout.unknowns
    assert unknown.values == (7, 0, 51)
    assert unknown.ranges == ((5, 50), (0, 4), (51, 100))


def test_no_value_beyond_the_bounds() -> None:
    """What cannot be answered is no completion."""
    found = classes(fact("x", "integer", minimum="1", maximum="4"), "< 1", "> 9")
    assert found.standing("LJ-0000@child") == "never"
    assert found.standing("LJ-0001@child") == "never"


def test_facts_that_decide_go_first() -> None:
    """A fact comes after those that decide whether it applies."""
    facts = [
        fact("c", applies_when=is_("it", "b")),
        fact("b", applies_when=is_("it", "a")),
        fact("a", likelihood={"true": 3, "false": 1}),
        fact("age", "integer", derived=Derived(years_since="born")),
        fact("born", "date"),
    ]
    calls = [
        Call("child", "duty", document="p", when=is_("child", name)) for name in ("c", "b", "a")
    ]
    calls.append(Call("child", "duty", document="p", when=is_("child", "age", "> 3")))
    found = look(catalog(event(calls), [service(1, ["p"])], ["p"], facts))
    names = [unknown.key[1] for unknown in found.outlook.layout.unknowns]
    assert names.index("a") < names.index("b") < names.index("c")


def test_a_gate_that_asks_of_events() -> None:
    """A gate may ask of events too."""
    gate = AllOf((EventTest(("birth",)), is_("child", "b")))
    facts = [fact("x", applies_when=gate), fact("b")]
    call = Call("child", "duty", document="p", when=is_("child", "x"))
    small = catalog(event([call]), [service(1, ["p"])], ["p"], facts)
    names = [unknown.key[1] for unknown in look(small).outlook.layout.unknowns]
    assert names == ["b", "x"]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (fact("x", likelihood={"true": 9, "false": 1}), 0.1),
        (fact("x", "choice", likelihoods={"a": 1, "b": 3}), 0.25),
        (fact("x", "integer"), 0.1),
    ],
)
def test_doubt(one: Fact, expected: float) -> None:
    """How likely something else than the usual answer is."""
    tests = {"choice": "a", "integer": "> 3"}
    (unknown,) = classes(one, tests.get(one.type, "true")).outlook.layout.unknowns
    assert expected == pytest.approx(1 - unknown.likelihoods[0])


def test_what_is_open_of_a_date_told_less_exactly() -> None:
    """One class for each answer that some of the days give, the one with most days first."""
    facts = [fact("x", "integer", derived=Derived(days_since="born")), fact("born", "date")]
    calls = [Call("child", "duty", document="p", when=is_("child", "x", "> 60"))]
    small = catalog(event(calls), [service(1, ["p"])], ["p"], facts)
    september = Days(date(2026, 9, 1), date(2026, 9, 30))
    (unknown,) = look(small, facts={("child", "born"): september}).outlook.layout.unknowns
    assert unknown.ranges == (
        (date(2026, 9, 1), date(2026, 9, 22)),
        (date(2026, 9, 23), date(2026, 9, 30)),
    )
    assert unknown.likelihoods == pytest.approx((22 / 30, 8 / 30))
    august = Days(date(2026, 8, 1), date(2026, 8, 31))
    found = look(small, facts={("child", "born"): august})
    assert found.outlook.layout.unknowns == ()
    assert found.standing("LJ-0001@child") == "certain"


def test_a_word_is_none_of_several_days() -> None:
    """A test on a word says nothing about days."""
    assert atom('"word"').known(Days(DAY, DAY), DAY) is False
