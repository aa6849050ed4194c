"""Check what is certain, possible and blocked over all completions, and on what it depends."""

from typing import Any

import pytest

from lifejourney.planning import columns, unknown_ids
from lifejourney.vocabulary import (
    Alternative,
    Call,
    Constraint,
    Every,
    Person,
    Some,
    Time,
    Usual,
)
from lifejourney.vocabulary.condition import AllOf
from tests.unit.planning.tiny import Looking, catalog, event, fact, is_, look, need, paper, service

HELD = Usual("held")
LIKELY = {"true": 9, "false": 1}
GRAVE = {"well": 90, "ill": 9, "dead": 1}


def when(slug: str, name: str, test: str = "true") -> Call:
    """Return a goal that is called for under one condition."""
    return Call("child", "duty", document=slug, when=is_("child", name, test))


def ids(found: Looking, numbers: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Return the names of unknowns."""
    return unknown_ids(found.outlook.layout, numbers)


def test_certain_and_possible() -> None:
    """A step is certain where every way to a sure goal needs it, else names what it depends on."""
    services = [service(1, ["a"]), service(2, ["b"])]
    small = catalog(event(["a", when("b", "ill")]), services, ["a", "b"], [fact("ill")])
    found = look(small)
    assert found.standing("LJ-0001@child") == "certain"
    standing = found.outlook.step(found.number("LJ-0002@child"))
    assert standing.status == "possible"
    assert ids(found, standing.depends_on) == ("child.ill",)
    assert ids(found, found.outlook.relevant) == ("child.ill",)
    assert found.outlook.called_for(1).status == "possible"
    assert look(small, {("child", "ill"): False}).standing("LJ-0002@child") == "never"


def test_certain_though_the_goal_may_be_blocked() -> None:
    """What is needed wherever the goal can be reached is certain."""
    services = [service(1, ["a"], ["b"], applies=is_("child", "x")), service(2, ["b"])]
    found = look(catalog(event(["a"]), services, ["a", "b"], [fact("x", likelihood=LIKELY)]))
    assert found.standing("LJ-0002@child") == "certain"
    assert found.outlook.blocked(0).status == "possible"


def test_a_service_that_may_not_apply() -> None:
    """A goal that is a service applies only where the service does."""
    calls = [Call("child", "right", service="s1")]
    found = look(catalog(event(calls), [service(1, applies=is_("child", "x"))], [], [fact("x")]))
    assert found.outlook.called_for(0).status == "possible"
    assert found.standing("LJ-0001@child") == "possible"
    assert found.outlook.blocked(0).status == "never"


def test_a_goal_that_cannot_be_reached() -> None:
    """It is blocked, and the unknown that decides it is named."""
    services = [service(1, ["a"], applies=is_("child", "x"))]
    small = catalog(event(["a"]), services, ["a"], [fact("x")])
    found = look(small)
    assert ids(found, found.outlook.blocked(0).depends_on) == ("child.x",)
    assert found.outlook.shown_blocked == {0}
    (plan,) = found.outlook.plans_blocking([0])
    assert plan.blocked == (0,)
    assert found.outlook.plans_blocking([]) == ()
    assert look(small, {("child", "x"): False}).outlook.blocked(0).status == "certain"


def test_unknown_papers() -> None:
    """A paper that people usually hold is supposed to be at hand."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"])]
    found = look(catalog(event(["a"]), services, ["a", paper("b", usual=HELD)]))
    assert found.steps() == ["LJ-0001@child"]
    assert found.shown() == ["LJ-0001@child"]
    assert ids(found, found.outlook.step(found.number("LJ-0002@child")).depends_on) == (
        "document:b@child",
    )
    assert [plan.steps[0].id for plan in found.outlook.beside] == ["LJ-0002@child"]


def test_a_paper_that_can_only_be_held_when() -> None:
    """Nobody holds what cannot be held."""
    usual = Usual("held", is_("child", "adult"))
    services = [service(1, ["a"], ["b"]), service(2, ["b"])]
    facts = [fact("adult", likelihood=LIKELY)]
    small = catalog(event(["a"]), services, ["a", paper("b", usual=usual)], facts)
    assert look(small, {("child", "adult"): False}).standing("LJ-0002@child") == "certain"


def grave(**more: Any) -> Any:  # noqa: ANN401 - a catalog
    """Return a catalog of a birth whose first question is never answered for the person."""
    services = [service(1, ["a"]), service(2, ["b"]), service(3, ["c"])]
    calls = [
        when("a", "condition", "well, ill"),
        when("b", "condition", "dead"),
        "c",
        when("d", "rich"),
    ]
    facts = [
        fact("condition", "choice", likelihoods=GRAVE, never_assumed=True),
        fact("rich", likelihood=LIKELY),
    ]
    return catalog(
        event(calls), [*services, service(4, ["d"])], ["a", "b", "c", "d"], facts, **more
    )


def branches(found: Looking) -> dict[object, list[str]]:
    """Return the steps under each answer to the gravest question."""
    unknowns = found.outlook.layout.unknowns
    return {
        unknowns[number].values[value]: [step.id for step in plan.steps]
        for number, value, plan in found.outlook.branches
    }


def test_what_is_too_grave_to_suppose() -> None:
    """What depends on it stands beside the plan, in one branch for each answer."""
    found = look(grave())
    assert found.shown() == ["LJ-0003@child", "LJ-0004@child"]
    assert branches(found) == {
        "well": ["LJ-0001@child", "LJ-0003@child", "LJ-0004@child"],
        "dead": ["LJ-0002@child", "LJ-0003@child", "LJ-0004@child"],
    }
    assert ids(found, found.outlook.assumed) == ("child.rich",)


def test_a_branch_that_contradicts_what_is_supposed() -> None:
    """Under such an answer the next likely value is supposed."""
    never = AllOf((is_("child", "condition", "dead"), is_("child", "rich")))
    found = look(grave(constraints=(Constraint(never=never),)))
    assert branches(found)["dead"] == ["LJ-0002@child", "LJ-0003@child"]


def test_a_branch_that_cannot_be() -> None:
    """An answer that is ruled out has no branch."""
    never = is_("child", "condition", "dead")
    found = look(grave(constraints=(Constraint(never=never),)))
    assert found.outlook.branches == ()
    assert found.shown() == ["LJ-0001@child", "LJ-0003@child", "LJ-0004@child"]


def test_what_differs_if_one_answer_does() -> None:
    """Each variation of the shown plan is one hypothetical person."""
    found = look(grave())
    variations = found.outlook.variations
    assert ids(found, variations.deciding(found.number("LJ-0001@child"))) == ("child.condition",)
    assert variations.deciding(found.number("LJ-0003@child")) == ()
    assert ids(found, variations.telling) == ("child.condition", "child.rich")
    dead = found.outlook.chosen.steps[found.number("LJ-0002@child")]
    assert ids(found, variations.nearest(dead, found.outlook)) == ("child.condition",)


def test_what_two_answers_decide_together() -> None:
    """Where a constraint lets none change alone, those that could together are named."""
    same = [
        Constraint(never=AllOf((is_("child", "x"), is_("child", "y", "false")))),
        Constraint(never=AllOf((is_("child", "x", "false"), is_("child", "y")))),
    ]
    calls = [
        Call("child", "duty", document="a", when=AllOf((is_("child", "x"), is_("child", "y"))))
    ]
    found = look(
        catalog(
            event(calls),
            [service(1, ["a"])],
            ["a"],
            [fact("x"), fact("y")],
            constraints=tuple(same),
        )
    )
    assert set(ids(found, found.outlook.step(0).depends_on)) <= {"child.x", "child.y"}
    assert found.outlook.step(0).depends_on != ()
    assert found.outlook.variations.deciding(0) == ()


def test_open_numbers() -> None:
    """While their number is unknown the members beyond the least are possible."""
    minor = is_("heir", "minor")
    small = catalog(
        event(
            [
                Call("heir", "duty", document="a"),
                Call("child", "duty", document="b", when=Some("heir", minor)),
                Call("child", "duty", document="c", when=Every("heir", minor)),
                Call("child", "duty", document="d", when=is_("heir", "count", "> 2")),
            ],
            heir=Person(many=True, minimum=0, maximum=4, likely=1),
        ),
        [service(1, ["a"], of="heir"), service(2, ["b"]), service(3, ["c"]), service(4, ["d"])],
        [paper("a", "heir"), "b", "c", "d"],
        [fact("minor", of="heir")],
    )
    found = look(small)
    assert found.standing("LJ-0001@heir-1") == "possible"
    assert {"persons:heir", "heir-1.minor"} == set(ids(found, found.outlook.relevant))
    for number in ("2", "3", "4"):
        assert found.standing(f"LJ-000{number}@child") == "possible"
    assert found.steps() == ["LJ-0001@heir-1"]
    two = look(small, {("heir-1", "minor"): True, ("heir-2", "minor"): True}, persons={"heir": 2})
    assert two.steps() == ["LJ-0001@heir-1", "LJ-0001@heir-2", "LJ-0002@child", "LJ-0003@child"]


def test_a_role_without_a_usual_number() -> None:
    """Without one the least is supposed."""
    small = catalog(
        event([Call("heir", "duty", document="a")], heir=Person(many=True, minimum=1, maximum=2)),
        [service(1, ["a"], of="heir")],
        [paper("a", "heir")],
    )
    assert look(small).standing("LJ-0001@heir-1") == "certain"


@pytest.fixture
def many_unknowns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every situation count as one with much unknown."""
    monkeypatch.setattr(columns, "MANY", 0)


def racing() -> Any:  # noqa: ANN401 - a catalog
    """Return a catalog of two services that compete, and one that makes both their papers."""
    slow = Time("calendar_day", max=9)
    services = [
        service(1, ["a"], ["x"], processing_time=slow),
        service(2, ["a"], ["y"]),
        service(3, ["x"]),
        service(4, ["y"]),
        service(5, ["b"], applies=is_("child", "ill")),
    ]
    facts = [fact("ill")]
    return catalog(event(["a", when("b", "ill")]), services, ["a", "b", "x", "y"], facts)


@pytest.mark.usefixtures("many_unknowns")
def test_which_is_faster_may_be_left_open() -> None:
    """Where much is unknown two that compete are both possible, and none is called certain."""
    found = look(racing())
    assert found.outlook.layout.leaves_speed_open
    assert found.standing("LJ-0001@child") == "possible"
    assert found.standing("LJ-0002@child") == "possible"
    assert found.steps()[-1] == "LJ-0002@child"
    assert found.shown() == ["LJ-0002@child", "LJ-0004@child"]
    assert "LJ" not in "".join(ids(found, range(len(found.outlook.layout.unknowns))))


@pytest.mark.usefixtures("many_unknowns")
def test_superfluous_steps_may_be_left_open() -> None:
    """Where much is unknown a step that may be superfluous is possible, not certain."""
    calls = ["a", "b", when("c", "ill")]
    services = [service(1, ["a"]), service(2, ["a", "b"]), service(3, ["c"])]
    found = look(catalog(event(calls), services, ["a", "b", "c"], [fact("ill")]))
    assert found.standing("LJ-0001@child") == "possible"
    assert found.standing("LJ-0002@child") == "certain"


def test_answers_that_contradict_each_other_are_taken_as_said() -> None:
    """Where no completion would be left the declared contradictions are let be."""
    facts = [fact("x"), fact("y")]
    small = catalog(
        event([when("a", "x"), when("b", "y")]),
        [service(1, ["a"]), service(2, ["b"])],
        ["a", "b"],
        facts,
        constraints=(Constraint(never=is_("child", "x")),),
    )
    found = look(small, {("child", "x"): True})
    assert found.outlook.assumed == {0: 0}
    assert found.standing("LJ-0001@child") == "certain"


def test_names_of_unknowns() -> None:
    """Facts, papers, results and persons are told apart by their names."""
    papers = ["a", paper("b", kind_of="a"), paper("c", kind_of="a"), paper("d", usual=HELD), "e"]
    calls = [
        "a",
        Call("child", "right", document="e", excludes=("f",)),
        Call("child", "right", document="f"),
    ]
    services = [
        service(1, ["b", "c"], ["d"]),
        service(2, ["d"]),
        service(3, ["e"], applies=is_("child", "x")),
        service(4, ["f"]),
    ]
    found = look(catalog(event(calls), services, [*papers, "f"], [fact("x")]))
    unknowns = range(len(found.outlook.layout.unknowns))
    assert ids(found, unknowns) == (
        "child.x",
        "document:d@child",
        "choice:a@child",
        "choice:e@child",
    )


def test_a_paper_of_whoever_exists() -> None:
    """What somebody signs who may not exist is asked of nobody else."""
    father = Person(when=is_("child", "known"))
    ways = need(Alternative("oath", "father"))
    small = catalog(
        event(["a"], father=father),
        [service(1, ["a"], [ways])],
        ["a", paper("oath", "father", "self", signed_by=("father",))],
        [fact("known")],
    )
    (with_father,) = look(small, {("child", "known"): True}).outlook.plan.steps
    assert len(with_father.asks) == 1
    (without,) = look(small, {("child", "known"): False}).outlook.plan.steps
    assert without.asks == ()


def test_what_is_likelier_to_decide_comes_first() -> None:
    """Not in the order of the catalog: what is all but sure is told last."""
    facts = [
        fact("a_sure", likelihood={"true": 98, "false": 2}),
        fact("b_open", likelihood={"true": 60, "false": 40}),
    ]
    both = AllOf((is_("child", "a_sure"), is_("child", "b_open")))
    small = catalog(event(["a"]), [service(1, ["a"], applies=both)], ["a"], facts)
    found = look(small)
    deciding = found.outlook.variations.deciding(found.number("LJ-0001@child"))
    assert ids(found, deciding) == ("child.b_open", "child.a_sure")
