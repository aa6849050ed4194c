"""Check what to prepare for the shown plan: papers, fees, benefits, and the order of claims."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lifejourney.advice import Advice
from lifejourney.advice.preparing import prepared
from lifejourney.catalog import Catalog
from lifejourney.schedule import NOTHING
from lifejourney.vocabulary import (
    Alternative,
    Benefit,
    Call,
    Cost,
    Deadline,
    Document,
    Requirement,
    Span,
    SuppliedLater,
    Usual,
)
from tests.unit.planning.tiny import DAY, advise, catalog, event, fact, need, paper, service, text

FOLLOWS = SuppliedLater(Span(1, "month"), "it.born")
ISSUER = text("village")


def copies(advice: Advice) -> dict[tuple[str, str], int]:
    """Return how many copies of each paper are needed."""
    return {one.first.paper: one.copies for one in advice.papers}


def test_what_may_follow_is_brought_once() -> None:
    """It stands for the step that brings it, not for the one that waits for it."""
    late = need("b", copies=2, supplied_later=FOLLOWS)
    services = [service(1, ["a"], [late]), service(2, ["b"], ["a"])]
    advice = advise(catalog(event(["a"]), services, ["a", "b"], [fact("born", "date")]))
    assert copies(advice) == {("a", "child"): 0, ("b", "child"): 2}
    assert [use.step for use in advice.papers[1].uses] == ["LJ-0001@child+b@child"]


def test_what_may_follow_and_is_at_hand_is_brought_at_once() -> None:
    """Then there is no step that brings it later."""
    late = need("b", copies=2, supplied_later=FOLLOWS)
    papers = ["a", paper("b", usual=Usual("held"))]
    advice = advise(catalog(event(["a"]), [service(1, ["a"], [late])], papers))
    assert [use.step for use in advice.papers[0].uses] == ["LJ-0001@child"]


def stamped(origin: str) -> Catalog:
    """Return a step that asks for a paper with two stamps, and one that also asks for it."""
    letter = paper("b", origin=origin, stamps=2, issuer=ISSUER, usual=Usual("lacking"))
    services = [service(1, ["a"], ["b"]), service(2, ["c"], ["b"])]
    return catalog(event(["a", "c"]), services, ["a", "c", letter])


@pytest.mark.parametrize(("origin", "source"), [("self", "self"), ("other", "outside")])
def test_stamps_are_bought_for_what_is_yet_to_be_written(origin: str, source: str) -> None:
    """Once for all steps; what is at hand has them already."""
    (one,) = advise(stamped(origin)).papers
    assert (one.first.source, one.stamps, len(one.uses)) == (source, 2, 2)
    assert advise(stamped(origin)).fee.max == 2 * 10_000
    held = advise(stamped(origin), papers={("b", "child"): True})
    assert (held.papers[0].first.source, held.papers[0].stamps, held.fee.max) == ("held", 0, 0)


def test_what_is_done_needs_nothing_more() -> None:
    """No paper, no fee, no claim."""
    one = service(1, ["a"], ["b"], cost=Cost(max=5000), benefit=Benefit(text("money"), 1, 1))
    small = catalog(event(["a"]), [one], ["a", paper("b", origin="self")])
    before, after = advise(small), advise(small, done=["LJ-0001@child"])
    assert (before.fee.max, before.benefit.max, len(before.papers)) == (5000, 1, 1)
    assert [step.status for step in after.steps] == ["done"]
    assert (after.fee, after.benefit, after.papers, after.claims) == (NOTHING, NOTHING, (), ())


def test_papers_that_could_stand_in() -> None:
    """Those that are not used already."""
    ways = [Alternative("b"), Alternative("c", substitute=True), Alternative("d", substitute=True)]
    papers: list[str | Document] = ["a", *(paper(one, origin="self") for one in "bcd")]
    small = catalog(event(["a"]), [service(1, ["a"], [Requirement(tuple(ways))])], papers)
    assert advise(small).papers[0].substitutes == ("c", "d")
    wanted = advise(small, wanted=[("d", "child")])
    assert wanted.papers[0].first.asked == "d"
    assert wanted.papers[0].substitutes == ("c",)


# The last day to claim.


def claims(kind: Any, first: dict[str, Any], second: dict[str, Any]) -> Catalog:  # noqa: ANN401
    """Return two services that can be done at the same time."""
    services = [service(1, **first), service(2, **second)]
    calls = [Call("child", kind, service=one.slug) for one in services]
    return catalog(event(calls), services, [], [fact("born", "date")])


def lapses(months: int) -> dict[str, Any]:
    """Return a benefit that is claimed within some months of the birth."""
    return {"benefit": Benefit(text("money"), 1, 1, "once", Span(months, "month"), "it.born")}


def within(months: int, *, binding: bool = True) -> dict[str, Any]:
    """Return a deadline some months after the birth."""
    return {"deadline": Deadline(months, "month", "it.born", binding=binding)}


@pytest.mark.parametrize(
    ("kind", "first", "second", "order"),
    [
        ("right", lapses(6), lapses(3), ["s2", "s1"]),
        ("right", lapses(3), lapses(6), ["s1", "s2"]),
        ("right", {}, lapses(6), ["s2", "s1"]),
        ("right", within(6), lapses(3), ["s2", "s1"]),
        ("right", lapses(6), within(3), ["s2", "s1"]),
        ("right", lapses(6), within(3, binding=False), ["s1", "s2"]),
        ("right", {**lapses(6), **within(2)}, lapses(3), ["s1", "s2"]),
        ("duty", lapses(6), lapses(3), ["s1", "s2"]),
    ],
)
def test_the_right_that_lapses_first_comes_first(
    kind: str, first: dict[str, Any], second: dict[str, Any], order: list[str]
) -> None:
    """Among what can be done at the same time; duties keep the order of their codes."""
    advice = advise(claims(kind, first, second), facts={("child", "born"): DAY})
    assert [step.service.slug for step in advice.steps] == order


def test_the_last_day_to_claim() -> None:
    """It counts from a fact, which is asked for."""
    small = claims("right", lapses(6), {})
    known = advise(small, facts={("child", "born"): DAY})
    assert {one.step: one.by for one in known.claims} == {"LJ-0001@child": date(2027, 5, 22)}
    unknown = advise(small)
    assert unknown.claims[0].by is None
    assert [question.fact for question in unknown.questions] == [("child", "born")]


@pytest.mark.parametrize("is_lost", [True, False])
def test_a_deadline_that_lets_a_right_lapse(*, is_lost: bool) -> None:
    """Its day is the last one to claim what the step brings."""
    deadline = Deadline(60, "calendar_day", "it.born", lapses=is_lost)
    benefit = Benefit(text("money"), 1, 1, "once")
    late = claims("right", {"benefit": benefit, "deadline": deadline}, {})
    (claim,) = advise(late, facts={("child", "born"): date(2026, 1, 1)}).claims
    assert claim.by == (date(2026, 3, 2) if is_lost else None)
    assert advise(late).claims[0].by is None


@pytest.mark.parametrize("lacks", [{"claim_within": None}, {"claim_after": None}])
def test_no_last_day_without_both_halves_of_its_rule(lacks: dict[str, Any]) -> None:
    """Then nothing is asked for its sake."""
    rule = {"benefit": replace(lapses(6)["benefit"], **lacks)}
    advice = advise(claims("right", rule, {}), facts={("child", "born"): DAY})
    assert advice.claims[0].by is None
    assert advise(claims("right", rule, {})).questions == ()


def test_what_is_done_twice_is_paid_once() -> None:
    """A service that is split pays by its last time."""
    one = service(1, ["a"], benefit=Benefit(text("money"), 7, 7))
    advice = advise(catalog(event(["a"]), [one], ["a"]))
    (step,) = advice.steps
    assert step.step is not None
    earlier = replace(step, id="LJ-0001@child#2", step=step.step._replace(part=(0, 1)))
    again = replace(advice, steps=(earlier, step))
    assert [claim.step for claim in prepared(again).claims] == ["LJ-0001@child"]
    assert [claim.step for claim in advice.claims] == ["LJ-0001@child"]
