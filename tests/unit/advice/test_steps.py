"""Check verdicts with their reasons, the steps of a plan, and what may follow later."""

from datetime import date

import pytest

from lifejourney.catalog import Catalog
from lifejourney.vocabulary import AllOf, AnyOf, Call, Person, Result, Span, SuppliedLater
from tests.unit.advice.goals import ids, one_goal, step, when
from tests.unit.planning.tiny import DAY, NEVER, advise, catalog, event, fact, is_, need, service


def test_a_verdict_that_is_open() -> None:
    """It names what is missing and no answer."""
    first, second = advise(one_goal()).verdicts
    assert (first.truth, first.missing) == ("unknown", ("child.ill",))
    assert (second.truth, second.missing) == ("unknown", ("child.poor",))
    assert [reason.kind for reason in first.reasons] == ["event"]


@pytest.mark.parametrize(("told", "expected"), [(True, "applies"), (False, "does_not_apply")])
def test_a_verdict_with_its_answer(told: bool, expected: str) -> None:  # noqa: FBT001
    """The reason is the person's own answer."""
    said = {("child", "ill"): told, ("child", "poor"): told}
    for verdict, name in zip(advise(one_goal(), facts=said).verdicts, ("ill", "poor"), strict=True):
        assert verdict.truth == expected
        answers = [reason for reason in verdict.reasons if reason.kind == "answer"]
        assert [(one.member, one.fact, one.value) for one in answers] == [("child", name, told)]
        assert any(reason.kind == "event" for reason in verdict.reasons) is told


def test_a_goal_that_nobody_can_have() -> None:
    """Without any answer there is no reason but that."""
    calls = [Call("child", "right", document="a", when=NEVER)]
    (verdict,) = advise(catalog(event(calls), [], ["a"])).verdicts
    assert (verdict.truth, verdict.reasons) == ("does_not_apply", ())


# Steps.


def test_the_chain_behind_a_step() -> None:
    """A step says what calls for it, what needs its paper, and which answers made it so."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"], applies=is_("child", "born"))]
    small = catalog(event([when("a", "ill")]), services, ["a", "b"], [fact("born"), fact("ill")])
    advice = advise(small, facts={("child", "born"): True, ("child", "ill"): True})
    maker, goal = advice.steps
    assert [(r.kind, r.of or r.fact) for r in maker.reasons] == [
        ("needed", "LJ-0001@child"),
        ("answer", "born"),
    ]
    assert [(r.kind, r.of or r.fact) for r in goal.reasons] == [
        ("event", "a@child"),
        ("answer", "ill"),
    ]
    assert goal.after == (maker.id,)
    assert goal.ask_steps == (maker.id,)
    assert {one.status for one in advice.steps} == {"certain"}


def test_a_step_rests_on_what_asks_for_it_and_on_nobody_else() -> None:
    """Of the answers those that its own link of the chain rests on, where it is supposed too."""
    asks = [need("b", when=is_("child", "born")), need("c", when=is_("mother", "late"))]
    services = [
        service(1, ["a"], asks),
        service(2, ["b"], applies=AllOf((is_("child", "poor"), is_("child", "small")))),
        service(3, ["c"]),
    ]
    likely = fact("small", likelihood={"true": 9, "false": 1})
    facts = [*map(fact, ("ill", "born", "poor")), likely, fact("late", of="mother")]
    small = catalog(event([when("a", "ill")], mother=Person()), services, [*"abc"], facts)
    said = {("child", name): True for name in ("ill", "born", "poor")} | {("mother", "late"): True}
    reasons = {
        step.id: [one.fact for one in step.reasons if one.kind == "answer"]
        for step in advise(small, facts=said).steps
    }
    assert reasons == {
        "LJ-0001@child": ["ill"],
        "LJ-0002@child": ["poor", "born"],
        "LJ-0003@child": ["late"],
    }


def test_a_result_under_a_condition() -> None:
    """The answer that decided which paper is made is a reason too."""
    results = [Result("a", when=is_("child", "ill")), Result("b", when=is_("child", "poor"))]
    small = catalog(event(["a"]), [service(1, results)], ["a", "b"], [fact("ill"), fact("poor")])
    (only,) = advise(small, facts={("child", "ill"): True}).steps
    assert [reason.fact for reason in only.reasons if reason.kind == "answer"] == ["ill"]


def test_the_most_pressing_kind() -> None:
    """A step taken for several goals is as pressing as the most pressing of them."""
    calls = [
        Call("child", "advice", document="a", tone="joy"),
        Call("child", "right", document="b", tone="joy"),
    ]
    services = [service(1, ["a", "b"]), service(2, ["c"])]
    small = catalog(event(calls), services, ["a", "b", "c"])
    (only,) = advise(small).steps
    assert (only.kind, only.joyful) == ("right", True)
    beside = step(advise(small, wanted=[("c", "child")]), "LJ-0002@child")
    assert (beside.kind, beside.joyful) == ("advice", False)


def test_a_step_that_is_done() -> None:
    """It is said to be done, and never offered as possible."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"]), service(3, ["c"])]
    small = catalog(event(["a", when("c", "ill")]), services, ["a", "b", "c"], [fact("ill")])
    advice = advise(small, done=["LJ-0002@child", "LJ-0003@child"])
    assert step(advice, "LJ-0002@child").status == "done"
    assert [one.id for one in advice.possible] == []


def test_a_possible_step_stands_under_what_decides_it() -> None:
    """Steps beside the plan are listed under the answers that could bring them in."""
    services = [service(1, ["a"]), service(2, ["b"], ["c"]), service(3, ["c"])]
    facts = [fact("ill"), fact("poor")]
    calls = ["a", when("b", "ill"), when("c", "poor")]
    advice = advise(catalog(event(calls), services, ["a", "b", "c"], facts))
    assert ids(advice.steps) == ["LJ-0001@child"]
    assert set(ids(advice.possible)) == {"LJ-0002@child", "LJ-0003@child"}
    assert advice.alternatives == {
        "child.ill": ("LJ-0003@child", "LJ-0002@child"),
        "child.poor": ("LJ-0003@child",),
    }
    assert step(advice, "LJ-0002@child").depends_on == ("child.ill",)


def test_a_step_that_two_answers_bring_in_together() -> None:
    """Where no answer alone brings a step in, those that do together are named."""
    both = AnyOf((is_("child", "ill"),))
    calls = [Call("child", "duty", document="a", when=is_("child", "poor"))]
    services = [service(1, ["a"], applies=both)]
    advice = advise(catalog(event(calls), services, ["a"], [fact("ill"), fact("poor")]))
    assert step(advice, "LJ-0001@child").depends_on == ("child.ill", "child.poor")


def test_a_step_that_its_goal_needs_but_that_is_not_supposed_to_be() -> None:
    """Whatever reaches the goal needs it; beside the plan it names what decides the goal."""
    follows = need("b", supplied_later=SuppliedLater(Span(1, "month"), "it.born"))
    services = [
        service(1, ["a"], [follows], applies=is_("child", "poor")),
        service(2, ["b"], ["a"]),
    ]
    facts = [fact("poor", likelihood={"true": 1, "false": 9}), fact("born", "date")]
    advice = advise(catalog(event(["a"]), services, ["a", "b"], facts))
    assert advice.steps == ()
    assert ids(advice.possible) == ["LJ-0001@child", "LJ-0002@child", "LJ-0001@child+b@child"]
    assert {one.depends_on for one in advice.possible} == {("child.poor",)}


# What may follow later.


def later(after: str = "it.born") -> Catalog:
    """Return a catalog of a step whose second paper may follow."""
    follows = need("b", supplied_later=SuppliedLater(Span(1, "month"), after))
    services = [service(1, ["a"], [follows]), service(2, ["b"], ["a"])]
    return catalog(event(["a"], mother=Person()), services, ["a", "b"], [fact("born", "date")])


@pytest.mark.parametrize(
    ("facts", "expected"), [({("child", "born"): DAY}, date(2026, 12, 22)), ({}, None)]
)
def test_a_follow_up(facts: dict[tuple[str, str], object], expected: date | None) -> None:
    """Bringing the paper comes after both steps, by a day if that is known."""
    advice = advise(later(), facts=facts)
    assert ids(advice.steps) == ["LJ-0001@child", "LJ-0002@child", "LJ-0001@child+b@child"]
    last = advice.steps[-1]
    assert last.follow_up is not None
    assert last.follow_up.day == expected
    assert last.after == ("LJ-0001@child", "LJ-0002@child")
    assert last.wave == 3


def test_a_follow_up_that_counts_from_nobody() -> None:
    """A day that counts from who takes no part is unknown."""
    last = advise(later("aunt.born")).steps[-1]
    assert last.follow_up is not None
    assert last.follow_up.day is None


def test_no_follow_up_for_what_is_held() -> None:
    """What is handed in at once need not follow."""
    advice = advise(later(), papers={("b", "child"): True})
    assert ids(advice.steps) == ["LJ-0001@child"]
