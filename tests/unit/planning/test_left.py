"""Check what is left of a graph once something is known: what else is unknown is no unknown."""

from dataclasses import replace

import pytest

from lifejourney.planning import unknown_ids
from lifejourney.planning.left import Left
from lifejourney.planning.objectives import LeastFees
from lifejourney.vocabulary import AllOf, Call, Constraint, Person, Usual
from tests.unit.planning.tiny import (
    Looking,
    catalog,
    event,
    fact,
    is_,
    look,
    need,
    paper,
    service,
    text,
)

HELD = Usual("held")
CHAIN = catalog(
    event(["a"]),
    [
        service(1, ["a"], ["b", "c"]),
        service(2, ["b"], ["d"], applies=is_("child", "x")),
        service(3, ["c"], applies=is_("child", "y")),
        service(4, ["d"], applies=is_("child", "z")),
        service(5, ["b"], applies=is_("child", "w")),
    ],
    ["a", paper("b", usual=HELD), "c", paper("d", usual=HELD)],
    [fact(name) for name in "wxyz"],
)


def open_in(found: Looking) -> set[str]:
    """Return the ids of what is unknown."""
    layout = found.outlook.layout
    return set(unknown_ids(layout, range(len(layout.unknowns))))


def services(left: Left) -> set[str]:
    """Return the slugs of the services that could still bear on the goals."""
    return {left.ground.instances[number].service.slug for number in left.behind.instances}


def test_nothing_known() -> None:
    """All of the graph is left."""
    found = look(CHAIN)
    assert services(found.outlook.layout.left) == {"s1", "s2", "s3", "s4", "s5"}
    assert open_in(found) >= {"child.x", "child.z", "document:d@child"}


@pytest.mark.parametrize(
    ("facts", "papers", "left"),
    [
        ({"x": False}, {}, {"s1", "s3", "s5"}),
        ({}, {"d": True}, {"s1", "s2", "s3", "s5"}),
        ({}, {"b": True}, {"s1", "s3"}),
        ({}, {"a": True}, set()),
    ],
)
def test_nothing_is_looked_for_behind(
    facts: dict[str, bool], papers: dict[str, bool], left: set[str]
) -> None:
    """Neither behind what is not for this person, nor behind a paper that is at hand."""
    said = {("child", name): value for name, value in facts.items()}
    held = {(name, "child"): value for name, value in papers.items()}
    found = look(CHAIN, said, held)
    assert services(found.outlook.layout.left) == left
    gone = {"s2": "x", "s3": "y", "s4": "z", "s5": "w"}
    assert open_in(found).isdisjoint(f"child.{gone[one]}" for one in gone.keys() - left)


def test_a_wish_is_looked_behind_though_a_paper_is_at_hand() -> None:
    found = look(CHAIN, papers={("b", "child"): True}, wanted=[("b", "child")])
    assert services(found.outlook.layout.left) >= {"s2", "s5"}


def test_what_nobody_can_use_is_left_and_not_reachable() -> None:
    """A need that cannot be met: what else the goal asks for is still told of."""
    made = catalog(
        event(["a"]), [service(1, ["a"], ["b", "c"]), service(2, ["b"])], ["a", "b", "c"]
    )
    left = look(made).outlook.layout.left
    assert services(left) == {"s1", "s2"}
    assert not left.reachable.instances


def test_a_need_that_may_not_be_there_hinders_nobody() -> None:
    """Who has not to show what cannot be had can use the service: it competes with the other."""
    needs = [need("never", when=is_("child", "x"))]
    made = catalog(event(["a"]), [service(1, ["a"], needs), service(2, ["a"])], ["a", "never"])
    made = replace(made, facts=(fact("x"),))
    found = look(made).outlook.layout.left
    assert len(found.reachable.instances) == 2
    known = look(made, {("child", "x"): True}).outlook.layout.left
    assert len(known.reachable.instances) == 1


def test_a_condition_that_no_goal_depends_on_any_more() -> None:
    found = look(CHAIN, {("child", "x"): False})
    left = found.outlook.layout.left
    ground = left.ground
    applies = {one.service.slug: one.applies for one in ground.instances}
    assert left.covers(applies["s3"])
    assert not left.covers(applies["s4"])


@pytest.mark.parametrize(("least", "verdict"), [(0, "never"), (-1, "possible")])
def test_an_order_with_a_fact_that_bears_on_no_goal(least: int, verdict: str) -> None:
    """It may be anything that it can be, and no more: nobody is younger than not born."""
    older = Constraint(compare="child.age < mother.age")
    made = catalog(
        event(
            [Call("mother", "duty", service="s1", when=is_("mother", "age", "< 1"))],
            mother=Person(text("mother")),
        ),
        [service(1, of="mother")],
        [],
        [
            fact("age", "integer", "mother", minimum=0, likely=30),
            fact("age", "integer", "child", minimum=least),
        ],
        constraints=(older,),
    )
    found = look(made)
    assert found.outlook.called_for(0).status == verdict
    assert open_in(found) == {"mother.age"}


def test_a_contradiction_with_whatever_bears_on_no_goal() -> None:
    """A test that every answer passes, or no number of people, is settled without being asked."""
    colour = fact("colour", "choice", likelihoods={"red": 1, "green": 1})
    any_colour = is_("child", "colour", '"red", "green"')
    goal = Call("mother", "duty", service="s1", when=is_("mother", "x"))
    for test, verdict in ((any_colour, "never"), (is_("child", "colour", '"red"'), "possible")):
        made = catalog(
            event([goal], mother=Person(text("mother"))),
            [service(1, of="mother")],
            [],
            [fact("x", of="mother"), colour],
            constraints=(Constraint(never=AllOf((test, is_("mother", "x")))),),
        )
        assert look(made).outlook.called_for(0).status == verdict


def test_a_contradiction_with_a_number_of_people() -> None:
    """Tests on the same number hang together, also where a goal asks for one of them alone."""
    children = Person(text("child"), many=True, minimum=0, maximum=2)
    father = Person(text("father"), when=is_("child", "count", "[1..2]"))
    made = catalog(
        event(["a"], child=children, father=father),
        [service(1, ["a"])],
        ["a"],
        constraints=(Constraint(never=is_("father", "alive")),),
    )
    assert look(made).outlook.called_for(0).status == "never"


def test_who_lacks_a_paper_lacks_every_kind_of_it() -> None:
    """Also where nothing asks for it in general."""
    kinds = [paper("general"), paper("kind", kind_of="general", usual=HELD)]
    made = catalog(event(["a"]), [service(1, ["a"], ["kind"])], ["a", *kinds])
    assert open_in(look(made)) == {"document:kind@child"}
    assert not open_in(look(made, papers={("general", "child"): False}))


def test_where_nothing_competes_any_more_no_completion_is_looked_at_by_itself() -> None:
    """Whatever is preferred: 64 completions of what is open, and one way to do it."""
    names = [f"open{number}" for number in range(6)]
    goals = [Call("child", "duty", document="a", when=is_("child", "x"))]
    goals += [Call("child", "right", service=f"s{n}") for n in range(10, 16)]
    rights = [
        service(n, applies=is_("child", name)) for n, name in zip(range(10, 16), names, strict=True)
    ]
    made = catalog(
        event(goals),
        [service(1, ["a"]), service(2, ["a"]), *rights],
        ["a"],
        [fact(name) for name in ("x", *names)],
    )
    for answer, competing in ((True, True), (False, False)):
        before = look(made, {("child", "x"): answer}).outlook.layout
        layout = replace(before, objective=LeastFees())
        assert layout.leaves_speed_open is competing
        assert not layout.pursues_each
        few = {("child", name): True for name in ("x", *names[1:])} | {("child", "x"): answer}
        layout = replace(look(made, few).outlook.layout, objective=LeastFees())
        assert layout.pursues_each is competing
