"""Check which results are pursued, and that nothing superfluous stays in the plan."""

from typing import Any

import pytest

from lifejourney.vocabulary import Call, Person, Requirement, Result, Time
from tests.unit.planning.tiny import (
    NEVER,
    Looking,
    catalog,
    event,
    fact,
    is_,
    look,
    need,
    paper,
    service,
)

SLOW = Time("calendar_day", max=9)


def kinds(usual: str | None = None, **more: Any) -> Any:  # noqa: ANN401 - a catalog
    """Return a catalog of a certificate that can be had in two kinds."""
    papers = ["cert", paper("full", kind_of="cert"), paper("plain", kind_of="cert"), "book"]
    services = [
        service(1, [Result("full", requires=(need("book"),)), "plain"]),
        service(2, ["book"], **more),
    ]
    return catalog(event([Call("child", "duty", document="cert", usual=usual)]), services, papers)


def made(found: Looking) -> list[str]:
    """Return the papers that the plan makes."""
    return [paper[0] for step in found.outlook.plan.steps for paper in step.makes]


@pytest.mark.parametrize(
    ("usual", "expected"), [("full", ["book", "full"]), ("plain", ["plain"]), (None, ["full"])]
)
def test_the_usual_kind(usual: str | None, expected: list[str]) -> None:
    """Until answered the kind that most people want is supposed, and marked possible."""
    found = look(kinds(usual))
    assert set(expected) <= set(made(found))
    assert found.standing("LJ-0001@child") == "certain"
    assert found.standing("LJ-0002@child") == "possible"


def test_the_kind_that_was_asked_for() -> None:
    """Whoever names a kind gets it, or sees that it cannot be had."""
    wanted = [("plain", "child")]
    found = look(kinds("full"), wanted=wanted)
    assert made(found) == ["plain"]
    assert found.standing("LJ-0002@child") == "never"
    assert look(kinds("full", applies=NEVER), wanted=[("full", "child")]).steps() == []


def test_what_cannot_be_had_is_not_pursued() -> None:
    """Where the usual kind cannot be had the next one is."""
    assert made(look(kinds("full", applies=NEVER))) == ["plain"]


def rivals(**more: Any) -> Any:  # noqa: ANN401 - a catalog
    """Return a catalog of two goals of which only one can be had."""
    calls = [
        Call("child", "right", document="a", excludes=("b",)),
        Call("child", "right", document="b"),
        Call("child", "right", service="s3"),
    ]
    services = [service(1, ["a"], **more), service(2, ["b"]), service(3)]
    return catalog(event(calls), services, ["a", "b"])


def test_rivals() -> None:
    """Of goals that exclude one another the first is supposed; each is possible."""
    found = look(rivals())
    assert found.steps() == ["LJ-0001@child", "LJ-0003@child"]
    assert found.standing("LJ-0001@child") == "possible"
    assert found.standing("LJ-0002@child") == "possible"
    assert found.standing("LJ-0003@child") == "certain"


def test_a_rival_that_was_asked_for() -> None:
    """Whoever names one gets it."""
    found = look(rivals(), wanted=[("b", "child")])
    assert found.steps() == ["LJ-0002@child", "LJ-0003@child"]
    assert found.standing("LJ-0001@child") == "never"


def test_a_rival_that_cannot_be_had() -> None:
    """The other is pursued, and nothing is blocked."""
    found = look(rivals(applies=NEVER))
    assert found.steps() == ["LJ-0002@child", "LJ-0003@child"]
    assert found.outlook.plan.blocked == ()


def test_rivals_of_which_none_can_be_had() -> None:
    """Each shows as blocked."""
    calls = [
        Call("child", "right", document="a", excludes=("b",)),
        Call("child", "right", document="b"),
    ]
    small = catalog(event(calls), [], ["a", "b"])
    assert look(small).outlook.plan.blocked == (0, 1)


def test_rivals_that_are_services() -> None:
    """Services exclude one another too, and are asked for by what they make."""
    calls = [
        Call("child", "right", service="s1", excludes=("s2",)),
        Call("child", "right", service="s2"),
    ]
    services = [service(1, ["a"]), service(2, ["b"])]
    small = catalog(event(calls), services, ["a", "b"])
    assert look(small).steps() == ["LJ-0001@child"]
    assert look(small, wanted=[("b", "child")]).steps() == ["LJ-0002@child"]


# Superfluous steps.


def test_a_step_whose_paper_another_makes_too() -> None:
    """Where one step makes both papers the other is dropped."""
    services = [service(1, ["a"]), service(2, ["a", "b"])]
    assert look(catalog(event(["a", "b"]), services, ["a", "b"])).steps() == ["LJ-0002@child"]


def test_a_step_that_makes_a_paper_earlier_stays() -> None:
    """Where dropping a step would make the whole later it stays."""
    services = [
        service(1, ["a"]),
        service(2, ["a", "b"], processing_time=SLOW),
        service(3, ["c"], ["a"], processing_time=SLOW),
    ]
    found = look(catalog(event(["c", "b"]), services, ["a", "b", "c"]))
    assert found.steps() == ["LJ-0001@child", "LJ-0002@child", "LJ-0003@child"]


def test_a_step_that_is_a_goal_stays() -> None:
    """A service that the event calls for is never dropped."""
    calls = [
        Call("child", "duty", service="s1"),
        Call("child", "duty", document="a"),
        Call("child", "duty", document="b"),
    ]
    services = [service(1, ["a"]), service(2, ["a", "b"])]
    found = look(catalog(event(calls), services, ["a", "b"]))
    assert found.steps() == ["LJ-0001@child", "LJ-0002@child"]


def test_a_step_on_which_the_other_waits_stays() -> None:
    """The other step cannot make what it needs itself."""
    services = [service(1, ["a"]), service(2, ["a", "b"], ["c"]), service(3, ["c"], ["a"])]
    found = look(catalog(event(["a", "b"]), services, ["a", "b", "c"]))
    assert found.steps() == ["LJ-0001@child", "LJ-0003@child", "LJ-0002@child"]


def test_what_comes_before_a_dropped_step_goes_with_it() -> None:
    """Nothing is done for the sake of what is not done."""
    services = [
        service(1, ["a"], ["c"]),
        service(2, ["a", "b"], processing_time=SLOW),
        service(3, ["c"]),
    ]
    found = look(catalog(event(["a", "b"]), services, ["a", "b", "c"]))
    assert found.steps() == ["LJ-0002@child"]


def test_a_step_of_lower_rank_is_no_substitute_for_another() -> None:
    """Dropping a step never leads to a way of worse rank."""
    services = [
        service(1, ["a"], [need("b", "c")]),
        service(2, ["b"]),
        service(3, ["c"]),
    ]
    calls = [Call("child", "duty", document="a"), Call("child", "duty", service="s3")]
    found = look(catalog(event(calls), services, ["a", "b", "c"]))
    assert found.steps() == ["LJ-0002@child", "LJ-0003@child", "LJ-0001@child"]


def test_a_paper_wanted_keeps_its_step() -> None:
    """What the person asked for by name is not lost with a step."""
    services = [service(1, ["a", "d"]), service(2, ["a", "b"])]
    small = catalog(event(["a", "b"]), services, ["a", "b", "d"])
    assert look(small).steps() == ["LJ-0002@child"]
    assert look(small, wanted=[("d", "child")]).steps() == ["LJ-0001@child", "LJ-0002@child"]


def test_a_paper_wanted_that_two_steps_make() -> None:
    """What another step makes too is not lost."""
    services = [service(1, ["a"]), service(2, ["a", "b"])]
    small = catalog(event(["a", "b"]), services, ["a", "b"])
    assert look(small, wanted=[("a", "child")]).steps() == ["LJ-0002@child"]


def test_superfluous_for_some_only() -> None:
    """Who needs the second paper takes one step, who does not takes the other."""
    calls = [
        Call("child", "duty", document="a"),
        Call("child", "duty", document="b", when=is_("child", "ill")),
    ]
    services = [service(1, ["a"]), service(2, ["a", "b"])]
    small = catalog(event(calls), services, ["a", "b"], [fact("ill")])
    found = look(small)
    assert found.steps() == ["LJ-0001@child"]
    assert found.standing("LJ-0001@child") == "possible"
    assert found.standing("LJ-0002@child") == "possible"
    assert look(small, {("child", "ill"): True}).steps() == ["LJ-0002@child"]


def test_two_steps_of_which_one_is_enough() -> None:
    """Of two that could each be dropped the later code goes."""
    services = [service(1, ["a", "b"]), service(2, ["b", "a"]), service(3, ["a", "b", "c"])]
    small = catalog(event(["a", "b", "c"]), services, ["a", "b", "c"])
    assert look(small).steps() == ["LJ-0003@child"]


# One service, done twice.


def card(extra: tuple[Requirement, ...] = ()) -> Any:  # noqa: ANN401 - a catalog
    """Return a family card, of which one state is needed for the certificate another needs."""
    services = [
        service(1, ["couple", Result("entered", requires=(need("cert"), *extra))]),
        service(2, ["cert"], ["couple"]),
    ]
    papers = ["couple", "entered", "cert", "extra"]
    return catalog(event(["cert", "entered"]), [*services, service(3, ["extra"])], papers)


def test_a_service_done_twice() -> None:
    """A result that another of the same service needs in the end is an earlier step."""
    found = look(card())
    assert found.steps() == ["LJ-0001@child#2", "LJ-0002@child", "LJ-0001@child"]
    first, _, last = found.outlook.plan.steps
    assert first.makes == (("couple", "child"),)
    assert last.makes == (("entered", "child"),)
    assert first.goals == (0, 1)
    assert last.goals == (1,)


def test_a_service_done_once_where_it_can_be() -> None:
    """Without a circle all results are one step."""
    services = [service(1, ["couple", "entered"])]
    small = catalog(event(["couple", "entered"]), services, ["couple", "entered"])
    assert look(small).steps() == ["LJ-0001@child"]


def test_two_services_that_wait_for_each_other() -> None:
    """Each is done once for each paper where no order of the two would do."""
    services = [
        service(1, ["x", Result("y", requires=(need("q"),))]),
        service(2, [Result("p", requires=(need("x"),)), "q"]),
    ]
    found = look(catalog(event(["y", "p"]), services, ["x", "y", "p", "q"]))
    steps = {step.part: step for step in found.outlook.plan.steps}
    assert len(steps) == 4
    for step in steps.values():
        assert all(steps[before].wave < step.wave for before in step.after)


def test_a_goal_reached_by_a_service_done_twice() -> None:
    """A goal that is the service itself is reached the last time."""
    calls = [Call("child", "duty", document="entered"), Call("child", "duty", service="s1")]
    services = [
        service(1, ["couple", Result("entered", requires=(need("cert"),))]),
        service(2, ["cert"], ["couple"]),
    ]
    found = look(catalog(event(calls), services, ["couple", "entered", "cert"]))
    assert found.steps() == ["LJ-0001@child#2", "LJ-0002@child", "LJ-0001@child"]
    assert found.outlook.plan.steps[-1].goals == (0, 1)


def test_one_household_for_two_children() -> None:
    """A step for a group is one step, whomever it is for."""
    services = [
        service(1, [Result("card", "family")], of="family"),
        service(2, ["a"], [Requirement((need("card").any[0],))]),
    ]
    found = look(
        catalog(
            event([Call("family", "duty", document="card")], family=Person(group=True)),
            services,
            [paper("card", "family"), "a"],
        )
    )
    assert found.steps() == ["LJ-0001@family"]


def improving(**more: Any) -> Any:  # noqa: ANN401 - a catalog
    """Return a catalog where the better kind is made of the plain one, and a card asks for any."""
    papers = ["cert", paper("plain", kind_of="cert"), paper("better", kind_of="cert"), "card"]
    services = [
        service(1, ["plain"]),
        service(2, ["better"], [need("plain")], processing_time=SLOW),
        service(3, ["card"], [need("cert")], **more),
    ]
    calls = [
        Call("child", "duty", document="cert", usual="plain"),
        Call("child", "right", document="card"),
    ]
    return catalog(event(calls), services, papers)


def test_a_wish_governs_the_goal_alone() -> None:
    """Nobody waits for the better certificate who has the plain one in hand by then."""
    found = look(improving(), wanted=[("better", "child")])
    assert made(found) == ["plain", "better", "card"]
    steps = {step.id: step for step in found.outlook.plan.steps}
    assert [part[0] for part in steps["LJ-0003@child"].after] == [steps["LJ-0001@child"].part[0]]
    assert steps["LJ-0002@child"].wave == steps["LJ-0003@child"].wave


def test_a_kind_at_hand_does_not_meet_the_wish_for_another() -> None:
    """Whoever holds the plain certificate and asks for the better one by name is led to it."""
    held = {("plain", "child"): True}
    assert look(improving(), papers=held).steps() == ["LJ-0003@child"]
    wish = look(improving(), papers=held, wanted=[("better", "child")])
    assert wish.steps() == ["LJ-0002@child", "LJ-0003@child"]


def test_who_wants_the_general_paper_itself_takes_a_kind_where_it_cannot_be_had() -> None:
    """That a kind stands in for it does not make it another result that can be had."""
    papers = ["a", paper("b", kind_of="a"), "never"]
    made = [service(1, ["b"]), service(2, ["a"], ["never"])]
    found = look(catalog(event(["a"]), made, papers))
    assert [unknown.kind for unknown in found.outlook.layout.unknowns] == ["choice"]
    assert found.standing("LJ-0001@child") == "certain"
    assert found.outlook.blocked(0).status == "never"
