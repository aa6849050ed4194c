"""Why a service is in the plan or not, what is open, and what would have to change."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lifejourney.advice import Change, ForPerson
from lifejourney.catalog import Catalog
from lifejourney.days import Days
from lifejourney.journey import Advisor
from lifejourney.vocabulary import AllOf, Call, Constraint, Fact, Person, Result
from tests.unit.advice.goals import HELD
from tests.unit.planning.tiny import (
    NEVER,
    catalog,
    event,
    fact,
    is_,
    need,
    paper,
    request,
    service,
    text,
)

POOR = ("child", "poor")


def explain(one: Catalog, slug: str, *events: str, **said: Any) -> ForPerson:  # noqa: ANN401
    """Explain a service for the first whom it could be for."""
    person = said.pop("person", None)
    found = Advisor(one).explain(request(*events, **said), slug, person)
    return found.people[0]


def right(*facts: Fact, **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog in which a right depends on being poor."""
    poor = fact("poor", changeable=True, **more)
    one = service(1, applies=is_("child", "poor"))
    return catalog(event([Call("child", "right", service="s1")]), [one], [], [poor, *facts])


def kinds(one: ForPerson) -> list[str]:
    """Return the kinds of what stands against a service."""
    return [ground.kind for ground in one.why_not]


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


def papers(*, seconds: bool = False, **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog in which a paper needs another one, which services make."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"])]
    services += [service(3, ["b"], ["c"]), service(4, ["c"])] if seconds else []
    documents = ["a", paper("b", **more), "c"]
    return catalog(event(["a"]), services, documents, [fact("poor", changeable=True)])


def test_the_chain_from_the_event_down() -> None:
    one = explain(papers(), "s2")
    assert one.status == "certain"
    assert [(g.kind, g.of, g.by) for g in one.why] == [
        ("event", "a@child", "LJ-0001@child"),
        ("needed", "LJ-0001@child", "LJ-0002@child"),
    ]


def test_the_chain_to_what_is_wanted() -> None:
    made = replace(papers(), events={"birth": event([])})
    one = explain(made, "s2", wanted=[("a", "child")])
    assert [ground.kind for ground in one.why] == ["needed"]
    assert [ground.kind for ground in explain(made, "s1", wanted=[("a", "child")]).why] == [
        "wanted"
    ]


def test_a_grave_question_that_was_declined() -> None:
    one = right(never_assumed=True)
    found = explain(one, "s1", declined=["child.poor"])
    assert (found.status, found.why, found.open_) == ("possible", (), ("child.poor",))


def test_held_already() -> None:
    one = explain(papers(usual=HELD), "s2", papers={("b", "child"): True})
    assert (one.status, kinds(one), one.why_not[0].paper) == (
        "not_needed",
        ["held"],
        ("b", "child"),
    )


def test_from_elsewhere() -> None:
    one = explain(papers(seconds=True), "s3")
    assert (one.status, kinds(one), one.why_not[0].of) == (
        "not_needed",
        ["elsewhere"],
        "LJ-0002@child",
    )


def test_another_paper_is_enough() -> None:
    services = [service(1, ["a"], [need("b", "c")]), service(2, ["b"]), service(3, ["c"])]
    made = catalog(event(["a"]), services, ["a", "b", "c"])
    one = explain(made, "s3")
    assert (one.status, kinds(one), one.why_not[0].of) == (
        "not_needed",
        ["enough"],
        "LJ-0001@child",
    )


def test_chosen_otherwise() -> None:
    services = [service(1, ["b"]), service(2, ["c"])]
    documents = ["a", paper("b", kind_of="a"), paper("c", kind_of="a")]
    made = catalog(event(["a"]), services, documents)
    one = explain(made, "s1", wanted=[("c", "child")])
    assert (one.status, kinds(one)[0], one.why_not[0].of) == ("not_needed", "chosen", "c@child")
    assert "wanted" in [ground.kind for ground in explain(made, "s2", wanted=[("c", "child")]).why]


def test_a_rival_was_chosen() -> None:
    calls = [Call("child", "right", document="a", excludes=("b",)),
             Call("child", "right", document="b")]  # fmt: skip
    made = catalog(event(calls), [service(1, ["a"]), service(2, ["b"])], ["a", "b"])
    one = explain(made, "s1", wanted=[("b", "child")])
    assert (one.status, kinds(one), one.why_not[0].of) == ("not_needed", ["chosen"], "b@child")
    calls = [Call("child", "right", service="s1", excludes=("b",)),
             Call("child", "right", document="b")]  # fmt: skip
    made = catalog(event(calls), [service(1), service(2, ["b"])], ["b"])
    one = explain(made, "s1", wanted=[("b", "child")])
    assert kinds(one) == ["chosen"]


def test_not_called_for() -> None:
    """By the answers, or the result is not made, or who needs it is not in the plan."""
    poor = is_("child", "poor")
    facts = [fact("poor")]
    calls = [
        Call("child", "duty", document="a"),
        Call("child", "right", service="s2", when=poor),
        Call("child", "right", document="d", when=poor),
    ]
    services = [
        service(1, ["a"], [need("b", when=poor)]),
        service(2),
        service(3, ["b"]),
        service(4, ["d"]),
        service(5, ["a"], ["e"], applies=poor),
        service(6, ["e"]),
    ]
    made = catalog(event(calls), services, ["a", "b", "d", "e"], facts)
    for slug in ("s2", "s3", "s4", "s6"):
        one = explain(made, slug, facts={POOR: False})
        assert (slug, one.status, kinds(one)) == (slug, "not_needed", ["answer"])


def test_a_result_that_is_not_made() -> None:
    poor = is_("child", "poor")
    services = [service(1, [Result("a", when=poor)]), service(2, ["a"])]
    made = catalog(event(["a"]), services, ["a"], [fact("poor")])
    one = explain(made, "s1", facts={POOR: False})
    assert (one.status, kinds(one)) == ("not_needed", ["answer"])


def test_what_a_constraint_rules_out() -> None:
    """No answer alone is against it; all that were given stand there."""
    both = AllOf((is_("child", "poor"), is_("child", "ill")))
    one = replace(right(fact("ill")), constraints=(Constraint(never=both),))
    made = replace(one, services={"s1": service(1, applies=both)})
    found = explain(made, "s1", facts={POOR: True})
    assert (found.status, [g.fact for g in found.why_not]) == ("does_not_apply", ["poor"])


def test_nothing_asks_for_it() -> None:
    """Neither an answer nor another way is against it: what needs it is itself blocked."""
    services = [service(1, ["a"], ["b", "c"]), service(2, ["b"])]
    made = catalog(event(["a"]), services, ["a", "b", "c"])
    one = explain(made, "s2")
    assert (one.status, kinds(one)) == ("not_needed", ["unasked"])


def test_blocked() -> None:
    services = [service(1, ["a"], ["b"]), service(2, ["c"], ["a"]), service(3)]
    calls = [Call("child", "duty", document="c"), Call("child", "duty", service="s3")]
    made = catalog(event(calls), services, ["a", "b", "c"])
    for slug in ("s1", "s2"):
        one = explain(made, slug)
        assert (one.status, kinds(one)) == ("blocked", ["lacking"])


def test_for_nobody() -> None:
    death = event([Call("deceased", "duty", service="s9")], "death",
                  child=None, deceased=Person(text("dead"), dead=True))  # fmt: skip
    one = papers()
    made = replace(
        one,
        events={**one.events, "death": death},
        services={**one.services, "s9": service(9, of="deceased")},
    )
    nobody = explain(made, "s9")
    assert (nobody.member, nobody.status, kinds(nobody)) == (None, "not_needed", ["no_event"])
    assert nobody.why_not[0].value == ("death",)
    assert nobody.changes is None
    beside = explain(made, "s2", person="self")
    assert (beside.member, kinds(beside)) == ("self", ["unasked"])


def test_never_for_anybody() -> None:
    made = catalog(event([Call("child", "right", service="s1")]), [service(1, applies=NEVER)])
    one = explain(made, "s1")
    assert (one.status, kinds(one)) == ("does_not_apply", ["nobody"])
