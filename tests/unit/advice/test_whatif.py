"""What is open of a service, and the smallest change of answers that would add or remove it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lifejourney.advice import Change
from lifejourney.days import Days
from lifejourney.vocabulary import AllOf, Call, Constraint, Person
from tests.unit.advice.explain import POOR, explain, right
from tests.unit.planning.tiny import (
    catalog,
    event,
    fact,
    is_,
    service,
    text,
)


def test_the_deciding_answer_and_its_change() -> None:
    left_out = explain(right(), "s1", facts={POOR: False})
    assert left_out.status == "does_not_apply"
    assert [(g.kind, g.fact, g.value) for g in left_out.why_not] == [("answer", "poor", False)]
    assert left_out.changes is not None
    assert left_out.changes.would == "add"
    assert left_out.changes.ways == ((Change("child", "poor", old=False, new=True),),)
    inside = explain(right(), "s1", facts={POOR: True})
    assert inside.status == "certain"
    assert [ground.kind for ground in inside.why] == ["event", "answer"]
    assert inside.changes is not None
    assert inside.changes.ways == ((Change("child", "poor", old=True, new=False),),)
    assert inside.changes.would == "remove"


def test_what_is_open() -> None:
    one = explain(right(), "s1")
    assert (one.status, one.open_) == ("possible", ("child.poor",))


def test_done() -> None:
    one = explain(right(), "s1", facts={POOR: True}, done=["LJ-0001@child"])
    assert (one.status, one.changes) == ("done", None)


@pytest.mark.parametrize(
    "fixed",
    [{"never_assumed": True}, {"changeable": False}, {"name": "alive"}],
    ids=["grave", "fixed", "alive"],
)
def test_what_cannot_change_is_never_suggested(fixed: dict[str, Any]) -> None:
    poor = replace(fact("poor", changeable=True), **fixed)
    one = service(1, applies=is_("child", poor.name))
    made = catalog(event([Call("child", "right", service="s1")]), [one], [], [poor])
    found = explain(made, "s1", facts={("child", poor.name): False})
    assert found.changes is not None
    assert (found.changes.ways, found.changes.others) == ((), 0)


def test_nothing_is_suggested_about_the_dead_but_what_only_they_have() -> None:
    facts = [
        fact("poor", of="person", changeable=True),
        fact("burial", of="deceased", changeable=True),
    ]
    calls = [Call("deceased", "right", service=slug) for slug in ("s1", "s2")]
    services = [
        service(1, of="deceased", applies=is_("deceased", "poor")),
        service(2, of="deceased", applies=is_("deceased", "burial")),
    ]
    death = event(calls, "death", child=None, deceased=Person(text("deceased"), dead=True))
    one = catalog(death, services, [], facts)
    said = {("deceased", "poor"): False, ("deceased", "burial"): False}
    for slug, ways in (("s1", 0), ("s2", 1)):
        found = explain(one, slug, "death", facts=said)
        assert found.changes is not None
        assert len(found.changes.ways) == ways


def test_who_is_who_is_not_changed() -> None:
    """A fact on which it depends who plays a role is left as it is."""
    ill = fact("ill", changeable=True)
    birth = event(
        [Call("child", "right", service="s1")],
        deceased=Person(text("dead"), is_role={"child": is_("child", "ill")}, dead=True),
    )
    dead = Person(text("dead"), may_be=("child", "other"), dead=True)
    death = event([], "death", child=None, deceased=dead)
    one = service(1, applies=is_("child", "ill", "false"))
    made = catalog([birth, death], [one], [], [ill])
    found = explain(made, "s1", "birth", "death", facts={("child", "ill"): True})
    assert found.status == "does_not_apply"
    assert found.changes is not None
    assert found.changes.ways == ()


def test_two_answers_where_one_is_not_enough() -> None:
    ill = fact("ill", changeable=True)
    one = right(ill)
    both = replace(one.services["s1"], applies=None)
    calls = (Call("child", "right", service="s1", when=is_("child", "ill")),)
    made = replace(
        one,
        services={"s1": replace(both, applies=is_("child", "poor"))},
        events={"birth": replace(one.events["birth"], calls_for=calls)},
    )
    found = explain(made, "s1", facts={POOR: False, ("child", "ill"): False})
    assert found.changes is not None
    assert [len(way) for way in found.changes.ways] == [2]


def test_three_are_told_and_the_likeliest_first() -> None:
    weights = {"none": 5, "a": 1, "b": 3, "c": 2, "d": 1}
    work = fact("work", "choice", changeable=True, likelihoods=weights)
    one = service(1, applies=is_("child", "work", "not(none)"))
    made = catalog(event([Call("child", "right", service="s1")]), [one], [], [work])
    found = explain(made, "s1", facts={("child", "work"): "none"})
    assert found.changes is not None
    assert [way[0].new for way in found.changes.ways] == ["b", "c", "a"]
    assert found.changes.others == 1


def test_the_nearest_number_and_day() -> None:
    income = fact("income", "money", changeable=True)
    moved = fact("moved", "date", changeable=True)
    place = fact("place", "text", changeable=True)
    calls = [Call("child", "right", service=f"s{n}") for n in (1, 2, 3)]
    services = [
        service(1, applies=is_("child", "income", "< 5000000")),
        service(2, applies=is_("child", "moved", '>= date("2026-01-01")')),
        service(3, applies=is_("child", "place", '"34.71"')),
    ]
    made = catalog(event(calls), services, [], [income, moved, place])
    said = {
        ("child", "income"): 7000000,
        ("child", "moved"): date(2025, 5, 1),
        ("child", "place"): "31.71",
    }
    for slug, new in (("s1", 4999999), ("s2", date(2026, 1, 1)), ("s3", "34.71")):
        found = explain(made, slug, facts=said)
        assert found.changes is not None
        assert found.changes.ways[0][0].new == new


@pytest.mark.parametrize(
    ("told", "new"),
    [
        (Days(date(2025, 1, 1), date(2025, 12, 31), "year"), [date(2026, 6, 1)]),
        (Days(date(2026, 1, 1), date(2026, 12, 31), "year"), []),
        (Days(date(2027, 1, 1), date(2027, 12, 31), "year"), [date(2026, 5, 31)]),
    ],
)
def test_from_a_date_told_less_exactly(told: Days, new: list[date]) -> None:
    """Another day is suggested; never one that the answer leaves open, for that is asked."""
    moved = fact("moved", "date", changeable=True)
    one = service(1, applies=is_("child", "moved", '>= date("2026-06-01")'))
    made = catalog(event([Call("child", "right", service="s1")]), [one], [], [moved])
    found = explain(made, "s1", facts={("child", "moved"): told})
    assert found.changes is not None
    changes = [change for way in found.changes.ways for change in way]
    assert [change.new for change in changes] == new
    assert all(change.old is told for change in changes)


def test_what_does_not_apply_is_not_suggested() -> None:
    """A fact that its gate keeps closed cannot come to be otherwise."""
    gate = fact("gate")
    poor = fact("poor", changeable=True, applies_when=is_("child", "gate"))
    one = right()
    made = replace(one, facts=(gate, poor))
    found = explain(made, "s1", facts={POOR: False, ("child", "gate"): False})
    assert found.changes is not None
    assert found.changes.ways == ()
    assert [ground.fact for ground in found.why_not] == ["gate"]


def test_what_contradicts_is_not_suggested() -> None:
    """Neither what declared constraints forbid, nor what they leave no other answer for."""
    rich = fact("rich")
    never = Constraint(never=is_("child", "poor"))
    made = replace(right(rich), constraints=(never,))
    found = explain(made, "s1", facts={POOR: False})
    assert found.changes is not None
    assert found.changes.ways == ()


def test_what_contradicts_an_answer_that_bears_on_nothing_else_is_not_suggested() -> None:
    """Where that answer may change as well both together are suggested, never the other alone."""
    rich = fact("rich", changeable=True)
    never = Constraint(never=AllOf((is_("child", "poor"), is_("child", "rich"))))
    made = replace(right(rich), constraints=(never,))
    alone = (Change("child", "poor", old=False, new=True),)
    for answer in (True, False):
        found = explain(made, "s1", facts={POOR: False, ("child", "rich"): answer})
        assert found.changes is not None
        assert (alone in found.changes.ways) is not answer
        both = (*alone, Change("child", "rich", old=True, new=False))
        assert {frozenset(way) for way in found.changes.ways} == {
            frozenset(both if answer else alone)
        }


@pytest.mark.parametrize(("size", "ways"), [(3, 0), (4, 1)])
def test_a_number_that_would_not_compare_as_declared_is_not_suggested(size: int, ways: int) -> None:
    """By the number that was told, also where another one of its class would do."""
    facts = [fact("small", "integer", changeable=True), fact("size", "integer")]
    big = service(1, applies=is_("child", "small", ">= 4"))
    made = catalog(
        event([Call("child", "right", service="s1"), Call("child", "right", service="s2")]),
        [big, service(2, applies=is_("child", "size", ">= 2"))],
        [],
        facts,
        constraints=(Constraint(compare="child.small <= child.size"),),
    )
    found = explain(made, "s1", facts={("child", "small"): 1, ("child", "size"): size})
    assert found.changes is not None
    assert len(found.changes.ways) == ways
