"""Check what stands in the way of a goal that cannot be reached."""

from typing import Any

import pytest

from lifejourney.advice import Reason
from lifejourney.catalog import Catalog
from lifejourney.explanation import present
from lifejourney.vocabulary import Alternative, Call, Span, SuppliedLater
from tests.unit.advice.goals import LIKELY, ids
from tests.unit.planning.tiny import NEVER, advise, catalog, event, fact, is_, need, paper, service


def blockers(small: Catalog, **said: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return what stands in the way of the only goal that is blocked."""
    advice = advise(small, **said)
    (goal,) = (*advice.blocked, *advice.possible_blocked)
    return [(one.paper[0], one.why) for one in goal.blockers]


def test_a_paper_that_nobody_makes() -> None:
    """It is lacking."""
    services = [service(1, ["a"], ["b", "c"]), service(2, ["b"])]
    assert blockers(catalog(event(["a"]), services, ["a", "b", "c"])) == [("c", "lacking")]


def test_papers_that_need_each_other() -> None:
    """They are a circle."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"], ["a"])]
    assert blockers(catalog(event(["a"]), services, ["a", "b"])) == [("a", "circle")]


def test_a_paper_whose_services_do_not_apply() -> None:
    """It is not for this person."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"], applies=NEVER)]
    assert blockers(catalog(event(["a"]), services, ["a", "b"])) == [("b", "not_applicable")]


def test_what_can_be_had_stands_in_no_way() -> None:
    """Not what one writes oneself, nor what a service makes that leads no further."""
    papers = ["a", "b", "c", paper("own", origin="self")]
    services = [service(1, ["a"], ["b", "c", "own"]), service(2, ["b"], applies=NEVER)]
    small = catalog(event(["a"]), [*services, service(3, ["c"], ["own"])], papers)
    assert blockers(small) == [("b", "not_applicable")]


@pytest.mark.parametrize("grave", [False, True])
def test_the_answer_that_says_so(*, grave: bool) -> None:
    """It is told, unless it is one that is not to be repeated."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"], applies=is_("child", "clinic"))]
    clinic = fact("clinic", never_assumed=grave)
    small = catalog(event(["a"]), services, ["a", "b"], [clinic])
    advice = advise(small, facts={("child", "clinic"): False})
    ((blocker,),) = [goal.blockers for goal in advice.blocked]
    assert blocker.answers == (Reason("answer", "child", "clinic", value=False),)
    (goal,) = present(advice)["plan"]["steps"]
    (told,) = goal["blocked_by"]
    assert ("clinic" in told["text"]) is not grave
    assert told["text"].endswith("Ask at the office what can still be done: office.")


def test_a_paper_of_whom_it_cannot_be_had() -> None:
    """Where every way is for others the first is named."""
    ways = need(Alternative("b", when=NEVER))
    small = catalog(event(["a"]), [service(1, ["a"], [ways]), service(2, ["b"])], ["a", "b"])
    assert blockers(small) == [("b", "not_applicable")]


def test_a_service_that_cannot_be_reached() -> None:
    """Its own papers stand in the way, not those that may follow or are not asked for."""
    follows = need("d", supplied_later=SuppliedLater(Span(1, "month"), "it.born"))
    unasked = need("e", when=NEVER)
    calls = [Call("child", "right", service="s1")]
    services = [service(1, [], ["b", follows, unasked])]
    small = catalog(event(calls), services, ["b", "d", "e"])
    advice = advise(small)
    assert ids(advice.blocked) == ["LJ-0001@child"]
    assert blockers(small) == [("b", "lacking")]


def test_a_goal_that_may_be_blocked() -> None:
    """It stands beside the plan under what decides it."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"], applies=is_("child", "clinic"))]
    small = catalog(event(["a"]), services, ["a", "b"], [fact("clinic", likelihood=LIKELY)])
    advice = advise(small)
    assert advice.blocked == ()
    assert [(one.id, one.status) for one in advice.possible_blocked] == [
        ("document:a@child", "possible")
    ]
    assert advice.alternatives == {"child.clinic": ("document:a@child",)}


def test_a_goal_of_two_events_stands_once() -> None:
    """By its strongest call; what one event says is a duty is no mere right."""
    calls = (Call("child", "right", document="a"), Call("child", "duty", document="a"))
    advice = advise(catalog(event(calls), [service(1, ["a"], ["b"])], ["a", "b"]))
    assert [(goal.id, goal.call.kind) for goal in advice.blocked] == [("document:a@child", "duty")]


def test_a_kind_that_was_asked_for_by_name() -> None:
    """It is that kind which cannot be had, whatever stands open to others."""
    kinds = [paper(slug, kind_of="a") for slug in ("a1", "a2")]
    services = [service(1, ["a1"], applies=NEVER), service(2, ["a2"])]
    small = catalog(event(["a"]), services, ["a", *kinds])
    wanted = [("a1", "child")]
    assert blockers(small, wanted=wanted) == [("a1", "not_applicable")]
    (goal,) = present(
        advise(small, wanted=wanted),
    )["plan"]["steps"]
    (told,) = goal["blocked_by"]
    assert told["text"].endswith("another kind that can be made.")
    assert advise(small, wanted=wanted).unused == ()
