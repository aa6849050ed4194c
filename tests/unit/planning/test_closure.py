"""Check what can be had, how and by when: rounds, substitutes, circles, papers at hand."""

import pytest

from lifejourney.planning import Asked
from lifejourney.vocabulary import (
    Alternative,
    Call,
    Cost,
    Person,
    Repeat,
    Result,
    Span,
    SuppliedLater,
    Time,
    Usual,
)
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

HELD = Usual("held")
LATE = SuppliedLater(Span(1, "month"), "it.born")


def asks(found: Looking, id_: str) -> list[tuple[str, str]]:
    """Return the papers that a step of the plan asks for, each with where it is from."""
    step = next(step for step in found.outlook.plan.steps if step.id == id_)
    return [(ask.paper[0], ask.source) for ask in step.asks]


def test_a_chain() -> None:
    """A step comes after the one whose paper it needs."""
    small = catalog(event(["a"]), [service(1, ["a"], ["b"]), service(2, ["b"])], ["a", "b"])
    found = look(small)
    assert found.steps() == ["LJ-0002@child", "LJ-0001@child"]
    assert [step.wave for step in found.outlook.plan.steps] == [1, 2]
    assert asks(found, "LJ-0001@child") == [("b", "step")]


def test_held_means_done() -> None:
    """Nobody is sent for what is held, nor for what is needed for it alone."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"], ["c"]), service(3, ["c"])]
    small = catalog(event(["a"]), services, ["a", paper("b", usual=HELD), "c"])
    for papers in ({("b", "child"): True}, {}):
        found = look(small, papers=papers)
        assert found.steps() == ["LJ-0001@child"]
        assert asks(found, "LJ-0001@child") == [("b", "held")]
    lacking = look(small, papers={("b", "child"): False})
    assert lacking.steps() == ["LJ-0003@child", "LJ-0002@child", "LJ-0001@child"]
    assert look(small, papers={("a", "child"): True}).steps() == []


def test_two_kinds_from_one_service() -> None:
    """A service never competes with itself."""
    papers = ["a", "b", paper("b1", kind_of="b"), paper("b2", kind_of="b")]
    services = [service(1, ["a"], ["b"]), service(2, ["b1", "b2"])]
    found = look(catalog(event(["a"]), services, papers))
    assert found.steps() == ["LJ-0002@child", "LJ-0001@child"]
    assert found.outlook.layout.compiled.competing.pairs == ()


def test_a_service_for_anybody() -> None:
    """It is a step only for those whose paper is needed."""
    services = [
        service(1, ["a"], [need(Alternative("card", "mother"))]),
        service(2, ["card"], of="person"),
    ]
    papers = ["a", paper("card", "person")]
    found = look(catalog(event(["a"], mother=Person()), services, papers))
    assert found.steps() == ["LJ-0002@mother", "LJ-0001@child"]


def test_a_held_kind_is_as_good() -> None:
    """Who holds a kind of a paper is not sent for another."""
    small = catalog(
        event(["a"]),
        [service(1, ["a"], ["b"]), service(2, ["c"])],
        ["a", "b", paper("c", kind_of="b"), paper("d", kind_of="b")],
    )
    found = look(small, papers={("d", "child"): True})
    assert asks(found, "LJ-0001@child") == [("b", "held")]


def test_no_kind_of_what_is_not_held() -> None:
    """Who says they lack the general paper holds none of its kinds."""
    papers = ["a", paper("b"), paper("c", kind_of="b", usual=HELD)]
    small = catalog(event(["a"]), [service(1, ["a"], ["b"]), service(2, ["c"])], papers)
    assert look(small).steps() == ["LJ-0001@child"]
    lacking = look(small, papers={("b", "child"): False})
    assert lacking.steps() == ["LJ-0002@child", "LJ-0001@child"]


def test_the_best_rank_that_can_be_had() -> None:
    """The second alternative is opened only when the first cannot be had."""
    services = [service(1, ["a"], [need("b", "c")]), service(2, ["b"]), service(3, ["c"])]
    small = catalog(event(["a"]), services, ["a", "b", "c"])
    assert look(small).steps() == ["LJ-0002@child", "LJ-0001@child"]
    services[1] = service(2, ["b"], applies=NEVER)
    small = catalog(event(["a"]), services, ["a", "b", "c"])
    assert look(small).steps() == ["LJ-0003@child", "LJ-0001@child"]


def test_what_is_at_hand_goes_before_a_better_rank() -> None:
    """Nobody is sent for a better paper than one they hold."""
    papers = ["a", "b", paper("c", usual=HELD)]
    services = [service(1, ["a"], [need("b", "c")]), service(2, ["b"])]
    assert look(catalog(event(["a"]), services, papers)).steps() == ["LJ-0001@child"]


def test_a_substitute_is_the_last_resort() -> None:
    """A sworn statement is used only where the paper cannot be had, or as the person wishes."""
    ways = need(Alternative("oath", substitute=True), "letter")
    papers = ["a", "letter", paper("oath", origin="self")]
    services = [service(1, ["a"], [ways]), service(2, ["letter"], applies=is_("child", "clinic"))]
    small = catalog(event(["a"]), services, papers, [fact("clinic")])
    clinic = look(small, {("child", "clinic"): True})
    assert asks(clinic, "LJ-0001@child") == [("letter", "step")]
    home = look(small, {("child", "clinic"): False})
    assert asks(home, "LJ-0001@child") == [("oath", "self")]
    wish = look(small, {("child", "clinic"): True}, wanted=[("oath", "child")])
    assert asks(wish, "LJ-0001@child") == [("oath", "self")]


def test_a_held_substitute_is_no_better() -> None:
    """A statement at hand does not go before a paper that can be had."""
    ways = need("letter", Alternative("oath", substitute=True))
    papers = ["a", "letter", paper("oath", usual=HELD)]
    small = catalog(event(["a"]), [service(1, ["a"], [ways]), service(2, ["letter"])], papers)
    assert look(small).steps() == ["LJ-0002@child", "LJ-0001@child"]


@pytest.mark.parametrize(
    ("maker", "user", "expected"), [(1, 2, ("b", "step")), (2, 1, ("x", "self"))]
)
def test_one_rank_after_the_other(maker: int, user: int, expected: tuple[str, str]) -> None:
    """Substitutes open one at a time, by code: one may spare the other."""
    services = [
        service(user, ["a"], [need("b", Alternative("x", substitute=True))]),
        service(maker, ["b"], [need("c", Alternative("y", substitute=True))]),
    ]
    papers = ["a", "b", "c", paper("x", origin="self"), paper("y", origin="self")]
    found = look(catalog(event(["a"]), services, papers))
    assert asks(found, f"LJ-000{user}@child") == [expected]


def test_a_circle_that_another_way_breaks() -> None:
    """A copy made from the certificate never brings the certificate."""
    services = [
        service(1, ["a"], ["letter"]),
        service(2, ["letter"], ["copy"]),
        service(3, ["copy"], ["a"]),
        service(4, ["letter"], applies=is_("child", "clinic")),
    ]
    small = catalog(event(["a"]), services, ["a", "letter", "copy"], [fact("clinic")])
    free = look(small, {("child", "clinic"): True})
    assert free.steps() == ["LJ-0004@child", "LJ-0001@child"]
    caught = look(small, {("child", "clinic"): False})
    assert caught.steps() == []
    assert caught.outlook.plan.blocked == (0,)


def test_the_faster_producer() -> None:
    """Of two services that make a paper the one that is done first is taken, then the cheaper."""
    slow, fast = Time("calendar_day", max=9), Time("calendar_day", max=2)
    services = [
        service(1, ["a"], processing_time=slow),
        service(2, ["a"], processing_time=fast, cost=Cost()),
        service(3, ["a"], processing_time=fast, cost=Cost(max=5)),
        service(4, ["a"], processing_time=Time()),
    ]
    assert look(catalog(event(["a"]), services, ["a"])).steps() == ["LJ-0003@child"]


def test_the_finish_counts_all_that_comes_before() -> None:
    """A fast service that waits for a slow one is slow."""
    slow = Time("calendar_day", max=9)
    services = [
        service(1, ["a"], ["b", "c"]),
        service(2, ["b"], processing_time=slow),
        service(3, ["c"]),
        service(4, ["a"], processing_time=Time("calendar_day", max=3)),
    ]
    assert look(catalog(event(["a"]), services, ["a", "b", "c"])).steps() == ["LJ-0004@child"]


@pytest.mark.parametrize(("held", "expected"), [(True, "LJ-0001@child"), (False, "LJ-0004@child")])
def test_the_faster_producer_under_an_unknown_paper(held: bool, expected: str) -> None:  # noqa: FBT001
    """Which is faster may depend on a paper that is held or not."""
    services = [
        service(1, ["a"], ["b", "c"]),
        service(2, ["b"], processing_time=Time("calendar_day", max=9)),
        service(3, ["c"]),
        service(4, ["a"], processing_time=Time("calendar_day", max=3)),
    ]
    small = catalog(event(["a"]), services, ["a", paper("b", usual=HELD), "c"])
    assert expected in look(small, papers={("b", "child"): held}).steps()
    assert look(small).standing(expected) == "possible"


def test_supplied_later() -> None:
    """A paper that may follow is made by a step of the plan, but not before."""
    services = [service(1, ["a"], [need("b", supplied_later=LATE)]), service(2, ["b"], ["a"])]
    found = look(catalog(event(["a"]), services, ["a", "b"]))
    assert found.steps() == ["LJ-0001@child", "LJ-0002@child"]
    assert asks(found, "LJ-0001@child") == [("b", "step")]


def test_supplied_later_and_not_to_be_had() -> None:
    """What may follow does not block, even where it cannot be had."""
    small = catalog(event(["a"]), [service(1, ["a"], [need("b", supplied_later=LATE)])], ["a", "b"])
    found = look(small)
    assert found.steps() == ["LJ-0001@child"]
    assert asks(found, "LJ-0001@child") == [("b", "lacking")]


def test_supplied_later_by_what_counts() -> None:
    """Of what may follow the first alternative that counts is named, and nothing if none does."""
    never, both = Alternative("b", when=NEVER), Alternative("c")
    for ways, named in (((never, both), [("c", "lacking")]), ((never,), [])):
        services = [service(1, ["a"], [need(*ways, supplied_later=LATE)])]
        found = look(
            catalog(event(["a"]), services, ["a", "b", "c"]), papers={("b", "child"): True}
        )
        assert found.steps() == ["LJ-0001@child"]
        assert asks(found, "LJ-0001@child") == named


def test_a_result_with_its_own_paper_that_may_follow() -> None:
    """A result asks for its own paper, which may follow too."""
    result = Result("a", requires=(need("b", supplied_later=LATE), need("c")))
    services = [service(1, [result]), service(2, ["b"]), service(3, ["c"])]
    found = look(catalog(event(["a"]), services, ["a", "b", "c"]))
    assert found.steps() == ["LJ-0002@child", "LJ-0003@child", "LJ-0001@child"]
    assert asks(found, "LJ-0001@child") == [("b", "step"), ("c", "step")]


def test_a_result_that_is_not_made_asks_for_nothing() -> None:
    """Only the result that is wanted asks for its papers."""
    results = [Result("a"), Result("b", requires=(need("c"),))]
    small = catalog(event(["a"]), [service(1, results), service(2, ["c"])], ["a", "b", "c"])
    found = look(small)
    assert found.steps() == ["LJ-0001@child"]
    assert asks(found, "LJ-0001@child") == []


def test_papers_from_elsewhere() -> None:
    """What others issue, and what one writes, can be had where it is available."""
    papers = [
        "a",
        paper("form", origin="self", signed_by=("mother",)),
        paper("letter", origin="other", available_when=is_("child", "clinic")),
    ]
    small = catalog(
        event(["a"], mother=Person(dead=True), child=Person()),
        [service(1, ["a"], [need("letter", "form")])],
        papers,
        [fact("clinic")],
    )
    assert asks(look(small, {("child", "clinic"): True}), "LJ-0001@child") == [
        ("letter", "outside")
    ]
    # Who has died signs nothing.
    assert look(small, {("child", "clinic"): False}).outlook.plan.blocked == (0,)


def test_steps_that_are_done() -> None:
    """A step that is done is finished, and nothing is asked for it."""
    small = catalog(
        event(["a"]), [service(1, ["a"], ["b"]), service(2, ["b"], ["c"])], ["a", "b", "c"]
    )
    assert look(small).steps() == []
    found = look(small, done=["LJ-0002@child"])
    assert found.steps() == ["LJ-0002@child", "LJ-0001@child"]
    assert [step.done for step in found.outlook.plan.steps] == [True, False]
    assert asks(found, "LJ-0002@child") == []


def test_a_paper_wanted_beside_the_goals() -> None:
    """A paper asked for by name is fetched though no event calls for it."""
    small = catalog(event(["a"]), [service(1, ["a"]), service(2, ["b"])], ["a", "b"])
    assert look(small).steps() == ["LJ-0001@child"]
    found = look(small, wanted=[("b", "child")])
    assert found.steps() == ["LJ-0001@child", "LJ-0002@child"]
    goal = look(small, wanted=[("a", "child")])
    assert goal.steps() == ["LJ-0001@child"]


def test_a_service_as_goal() -> None:
    """A goal that is a service is reached by taking it; one for nobody is never reached."""
    calls = [Call("child", "right", service="s1"), Call("mother", "right", service="s1")]
    small = catalog(
        event(calls, mother=Person()), [service(1, [], ["b"]), service(2, ["b"])], ["b"]
    )
    found = look(small)
    assert found.steps() == ["LJ-0002@child", "LJ-0001@child"]
    assert found.outlook.plan.reached == (0,)


def test_what_is_given_is_asked_for_each_existing_member() -> None:
    """A requirement of a role with several members asks each; of nobody it falls away."""
    letters = need(Alternative("letter", "heir"), Alternative("oath", "heir", substitute=True))
    small = catalog(
        event(["a"], heir=Person(many=True, minimum=0, maximum=3)),
        [service(1, ["a"], [letters])],
        ["a", paper("letter", "heir", usual=HELD), paper("oath", "heir", "self")],
    )
    for number in (0, 2):
        found = look(small, persons={"heir": number})
        assert len(asks(found, "LJ-0001@child")) == number


def test_what_is_asked() -> None:
    """What a step asks for is frozen."""
    small = catalog(event(["a"]), [service(1, ["a"], ["b"]), service(2, ["b"])], ["a", "b"])
    step = look(small).outlook.plan.steps[-1]
    assert isinstance(step.asks[0], Asked)
    assert step.asks[0].step == (1, 0)


def test_an_alternative_that_falls_away_leaves_no_gap() -> None:
    """The next one moves up: it is not passed over for what another requirement has second."""
    first = need(Alternative("x", when=NEVER), "b", "c")
    services = [service(1, ["a"], [first]), service(2, ["b"]), service(3, ["c"])]
    found = look(catalog(event(["a"]), services, ["a", "b", "c", "x"]))
    assert asks(found, "LJ-0001@child") == [("b", "step")]
    # Both are second in their lists, but for `one` nothing stands before it: it comes first.
    one = need(Alternative("x", when=NEVER), Alternative("b", substitute=True))
    services = [
        service(9, ["goal-9"], [one]),
        service(1, ["goal-1"], [need("c", "d")]),
        service(2, ["b", "d"]),
        service(3, ["c"], ["goal-9"]),
    ]
    small = catalog(event(["goal-1", "goal-9"]), services, ["goal-1", "goal-9", *"bcdx"])
    assert asks(look(small), "LJ-0001@child") == [("c", "step")]


def test_a_service_whose_results_are_held_is_done() -> None:
    """What an event calls for by the service itself is reached without a step."""
    goal = Call("child", "duty", service="s1")
    papers = [paper("a", usual=HELD), paper("b", usual=HELD)]
    small = catalog(event([goal]), [service(1, ["a", Result("b", when=NEVER)])], papers)
    held = look(small, papers={("a", "child"): True})
    assert held.steps() == []
    assert held.outlook.plan.reached == (0,)
    assert held.outlook.blocked(0).status == "never"
    assert look(small, papers={("a", "child"): False}).steps() == ["LJ-0001@child"]
    assert look(small).standing("LJ-0001@child") == "certain"
    two = catalog(event([goal]), [service(1, ["a", "b"])], papers)
    assert look(two, papers={("a", "child"): True, ("b", "child"): False}).steps() != []
    wished = look(small, papers={("a", "child"): True}, wanted=[("a", "child")])
    assert wished.steps() == ["LJ-0001@child"]


def test_what_comes_again_or_leaves_nothing_is_not_done_by_a_paper() -> None:
    """A monthly service goes on; one without a result is done by doing it."""
    goal = Call("child", "advice", service="s1")
    monthly = service(1, ["a"], repeats=Repeat(Span(1, "month")))
    for one in (monthly, service(1)):
        small = catalog(event([goal]), [one], [paper("a", usual=HELD)])
        assert look(small, papers={("a", "child"): True}).standing("LJ-0001@child") == "certain"


def test_what_renews_a_paper_is_not_done_by_it() -> None:
    """Whoever has the old licence goes for the new one."""
    goal = Call("child", "duty", service="s1")
    services = [service(1, ["a"], ["b"]), service(2, ["b"], ["a"])]
    for made in ([service(1, ["a"], ["a"])], services):
        small = catalog(event([goal]), made, [paper("a", usual=HELD), paper("b")])
        assert look(small).standing("LJ-0001@child") == "certain"
        assert look(small, papers={("a", "child"): True}).steps()[-1] == "LJ-0001@child"


def test_a_paper_is_an_outcome_only_where_it_is_called_for() -> None:
    """Of whom the event does not call for it, it may be held like any other."""
    goals = [Call("child", "duty", document="a", when=is_("child", "young")), "b"]
    services = [service(1, ["a"]), service(2, ["b"], ["a"])]
    papers = [paper("a", usual=HELD), "b"]
    small = catalog(event(goals), services, papers, [fact("young")])
    young = look(small, {("child", "young"): True})
    assert young.standing("LJ-0001@child") == "certain"
    old = look(small, {("child", "young"): False})
    assert old.standing("LJ-0001@child") == "possible"
    assert old.steps() == ["LJ-0002@child"]
    assert [one.kind for one in old.outlook.layout.unknowns] == ["paper"]
    assert [one.kind for one in young.outlook.layout.unknowns] == []
