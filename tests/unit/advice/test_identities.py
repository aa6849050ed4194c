"""Check the advice where it is open who is who."""

from dataclasses import replace
from typing import Any

import pytest

from lifejourney.advice import Advice, world
from lifejourney.catalog import Catalog
from lifejourney.vocabulary import Alternative, Call, Person, Same, Time, Usual
from tests.unit.advice.goals import LIKELY, ids, step, when
from tests.unit.planning.tiny import advise, catalog, event, fact, is_, need, paper, service


def persons(**more: Any) -> Catalog:  # noqa: ANN401
    """Return a birth and a death of which it is open who has died."""
    birth = event(
        [when("a", "ill"), Call("mother", "right", service="s4")],
        mother=Person(),
        family=Person(group=True),
    )
    death = event(
        [Call("deceased", "duty", document="b"), Call("deceased", "right", document="e")],
        "death",
        child=None,
        deceased=Person(may_be=("other", "mother"), dead=True),
        family=Person(group=True, same_when=Same(("deceased", "mother"))),
    )
    services = [
        service(1, ["a"], [need(Alternative("oath", "mother"))]),
        service(2, ["b"], of="deceased"),
        service(3, ["e"], of="deceased", applies=is_("deceased", "rich")),
        service(4, of="mother", applies=is_("it", "alive")),
    ]
    papers = [
        "a",
        paper("b", "deceased"),
        paper("e", "deceased"),
        paper("oath", "mother", "self", signed_by=("mother",)),
    ]
    facts = [fact("ill", likelihood=LIKELY), fact("rich", of="person")]
    return catalog([birth, death], services, papers, facts, **more)


BOTH = ("birth", "death")


def test_who_is_who_is_open() -> None:
    """What is the same whoever it is stays certain, the rest depends on who it is."""
    advice = advise(persons(), *BOTH, facts={("child", "ill"): True})
    first = advice.questions[0]
    assert (first.kind, first.role, first.may_be) == ("persons", "deceased", ("other", "mother"))
    assert step(advice, "LJ-0002@deceased").status == "certain"
    # Where the mother has died the oath cannot be had, nor its paper: nobody goes another way.
    assert step(advice, "LJ-0001@child").status == "certain"
    living = step(advice, "LJ-0004@mother")
    assert (living.status, living.depends_on[0]) == ("possible", "persons:deceased")
    assert advice.assumed[0].id == "persons:deceased"
    verdicts = {one.call.target: one for one in advice.verdicts}
    assert verdicts["b"].truth == "applies"
    assert verdicts["s4"].truth == "unknown"
    assert "persons:deceased" in verdicts["s4"].missing


@pytest.mark.parametrize("likely", ["other", "mother"])
def test_a_goal_that_somebody_else_blocks(likely: str) -> None:
    """What cannot be had if one person has died is told as what may be blocked, and by what."""
    small = persons()
    death = small.events["death"]
    second = "mother" if likely == "other" else "other"
    roles = {**death.persons, "deceased": Person(may_be=(likely, second), dead=True)}
    events = {**small.events, "death": replace(death, persons=roles)}
    advice = advise(replace(small, events=events), *BOTH, facts={("child", "ill"): True})
    goals = {one.id: one for one in (*advice.blocked, *advice.possible_blocked)}
    goal = goals["document:a@child"]
    assert goal.status == ("possible" if likely == "other" else "blocked")
    assert goal.depends_on[0] == "persons:deceased"
    assert [(one.paper, one.why) for one in goal.blockers] == [(("oath", "mother"), "lacking")]


def test_what_is_blocked_makes_no_step_certain() -> None:
    """A step of the shown plan is certain by a goal that this plan reaches, whoever is who."""
    calls = [Call("child", "duty", document="a"), Call("deceased", "duty", service="s3")]
    roles = {"deceased": Person(may_be=("other", "mother"), dead=True), "mother": Person()}
    services = [
        service(1, ["a", "b"], processing_time=Time("calendar_day", max=5)),
        service(2, ["a"], applies=is_("child", "ill"), processing_time=Time("calendar_day", max=1)),
        service(3, [], [need(Alternative("b", "child")), "m"], of="person"),
        service(4, ["m"], of="mother"),
    ]
    papers = ["a", "b", paper("m", "person")]
    small = catalog([event(calls, "death", **roles)], services, papers, [fact("ill")])
    advice = advise(small, "death")
    assert "LJ-0003@deceased" in ids(advice.blocked)
    assert step(advice, "LJ-0001@child").status == "possible"
    mother = advise(small, "death", persons={"deceased": "mother"})
    assert step(mother, "LJ-0001@child").status == "certain"


def test_who_is_who_is_said() -> None:
    """There is nothing left to ask about it."""
    said = {"deceased": "mother", "family-death": "family"}
    advice = advise(persons(), *BOTH, persons=said, facts={("child", "ill"): True})
    assert [one.id for one in advice.assumed if one.id.startswith("persons")] == []
    assert step(advice, "LJ-0002@mother").status == "certain"
    (blocked,) = (one for one in advice.blocked if one.call.document == "a")
    assert (blocked.id, blocked.blockers[0].paper) == ("document:a@child", ("oath", "mother"))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every world count as one with much unknown."""
    monkeypatch.setattr(world, "MANY", 0)


@pytest.mark.usefixtures("large")
def test_worlds_that_are_bounded() -> None:
    """With much unknown whatever another world could change is possible."""
    advice = advise(persons(), *BOTH)
    assert step(advice, "LJ-0002@deceased").status == "possible"
    assert step(advice, "LJ-0001@child").status == "possible"
    verdicts = {one.call.target: one.truth for one in advice.verdicts}
    assert verdicts["b"] == "unknown"
    assert advice.questions[0].role == "deceased"


def died() -> Catalog:
    """Return a birth after which the child may be the deceased of the other event."""
    small = persons()
    birth = small.events["birth"]
    gone = Person(is_role={"child": is_("child", "ill", "false")}, dead=True)
    events = {
        "birth": replace(birth, persons={**birth.persons, "deceased": gone}),
        "death": replace(
            small.events["death"],
            persons={
                **small.events["death"].persons,
                "deceased": Person(may_be=("other", "child", "mother"), dead=True),
            },
        ),
    }
    return replace(small, events=events)


def test_an_answer_that_tells_who_it_is() -> None:
    """A child who died is the deceased; nothing is asked about that."""
    advice = advise(died(), *BOTH, facts={("child", "ill"): False})
    assert all(question.role != "deceased" for question in advice.questions)
    assert "LJ-0002@child" in ids(advice.steps)


def test_an_answer_that_tells_who_it_is_not() -> None:
    """A child who lives is nobody to ask about."""
    advice = advise(died(), *BOTH, facts={("child", "ill"): True})
    (who,) = (one for one in advice.questions if one.role == "deceased")
    assert who.may_be == ("other", "mother")


class TestARoleThatMayNotBeThere:
    """The widow of whom it is open who she is, and whether there is one."""

    def asked(self, **more: Any) -> Advice:  # noqa: ANN401
        """Return the advice of a death."""
        spouse = Person(may_be=("self", "other"), when=is_("deceased", "married"))
        death = event(
            [Call("spouse", "right", document="pension")],
            "death",
            child=None,
            deceased=Person(dead=True),
            spouse=spouse,
        )
        services = [service(1, ["pension"], of="spouse")]
        facts = [fact("married", of="person", likelihood=LIKELY)]
        papers = [paper("pension", "spouse")]
        return advise(catalog([death], services, papers, facts), "death", **more)

    def test_whether_there_is_one_comes_first(self) -> None:
        """Who she is is asked after that, and her steps depend on it."""
        advice = self.asked()
        assert [one.kind for one in advice.questions] == ["facts", "persons"]
        assert step(advice, "LJ-0001@self").depends_on == ("deceased.married",)

    def test_somebody_who_is_not_there_is_nobody(self) -> None:
        """Neither asked for nor served, whoever was said to be her."""
        for persons in ({}, {"spouse": "self"}):
            advice = self.asked(facts={("deceased", "married"): False}, persons=persons)
            assert (advice.questions, advice.steps, advice.possible) == ((), (), ())

    def test_somebody_who_is_there_is_asked_for(self) -> None:
        """Then nothing but who she is decides."""
        advice = self.asked(facts={("deceased", "married"): True})
        assert [one.ids for one in advice.questions] == [("persons:spouse",)]
        advice = self.asked(facts={("deceased", "married"): True}, persons={"spouse": "self"})
        assert step(advice, "LJ-0001@self").status == "certain"
        assert advice.questions == ()


def test_a_role_that_is_another_only_when_it_is_there() -> None:
    """The own `when` of a role holds beside the condition under which it is another."""
    heir = Person(is_role={"mother": is_("mother", "wed")}, when=is_("mother", "alive_child"))
    birth = event([Call("heir", "right", document="letter")], mother=Person(), heir=heir)
    services = [service(1, ["letter"], of="heir")]
    facts = [fact("wed", of="mother"), fact("alive_child", of="mother")]
    data = catalog([birth], services, [paper("letter", "heir")], facts)
    wed = {("mother", "wed"): True}
    assert advise(data, "birth", facts=wed | {("mother", "alive_child"): False}).steps == ()
    served = advise(data, "birth", facts=wed | {("mother", "alive_child"): True})
    assert step(served, "LJ-0001@mother").status == "certain"


def test_what_another_world_alone_asks_for_names_who_is_who() -> None:
    """Also where it hangs on something else in that world too."""
    made = persons()
    papers = {
        **made.documents,
        "f": paper("f"),
        "e2": paper("e2", "mother", usual=Usual("held")),
    }
    needs = [need(Alternative("e2", "mother"))]
    dead_mother = [
        service(5, ["f"], needs, applies=Same(("deceased", "mother"))),
        service(6, ["e2"], of="mother"),
    ]
    services = {**made.services, **{one.slug: one for one in dead_mother}}
    birth = made.events["birth"]
    birth = replace(birth, calls_for=(*birth.calls_for, Call("child", "duty", service="s5")))
    made = replace(
        made, events={**made.events, "birth": birth}, services=services, documents=papers
    )
    advice = advise(made, *BOTH)
    depends_on = step(advice, "LJ-0006@mother").depends_on
    assert set(depends_on) >= {"document:e2@mother", "persons:deceased"}
    assert depends_on[0] == "persons:deceased"
    assert "LJ-0006@mother" in advice.alternatives["persons:deceased"]


def test_a_fact_of_nobody_as_supposed_is_not_named() -> None:
    """Who would be somebody else has a fact that has no words as things are supposed."""
    death = event(
        [Call("deceased", "duty", service="s1")],
        "death",
        child=None,
        mother=Person(),
        deceased=Person(may_be=("other", "mother"), dead=True),
    )
    services = [service(1, of="deceased", applies=is_("it", "ill"))]
    small = catalog(death, services, [], [fact("ill", of="deceased")])
    advice = advise(small, "death")
    assert step(advice, "LJ-0001@deceased").depends_on == ("deceased.ill",)
    assert step(advice, "LJ-0001@mother").depends_on == ("persons:deceased",)


def test_what_is_called_for_of_one_in_two_roles_is_two_goals() -> None:
    """The condition of one does not make the other unknown, whoever is who."""
    made = persons()
    birth = made.events["birth"]
    child = replace(birth.persons["child"], also={"mother": is_("mother", "rich")})
    calls = (Call("mother", "duty", document="p"), Call("child", "duty", document="p"))
    birth = replace(birth, calls_for=calls, persons={**birth.persons, "child": child})
    documents = {**made.documents, "p": paper("p", "person")}
    made = replace(made, events={**made.events, "birth": birth}, documents=documents)
    truths = {
        (one.call.of, one.member): one.truth
        for one in advise(made, *BOTH).verdicts
        if one.call.target == "p"
    }
    assert truths["mother", "mother"] == "applies"
    assert truths["child", "mother"] == "unknown"


def test_what_is_said_by_two_names_is_said_in_no_order() -> None:
    """Where the two are one, their own name tells."""
    held = {("e", "mother"): True, ("e", "deceased"): False}
    one = advise(persons(), *BOTH, papers=held)
    other = advise(persons(), *BOTH, papers=dict(reversed(held.items())))
    assert one.possible == other.possible
    assert one.verdicts == other.verdicts
    same = {"persons": {"deceased": "mother"}}
    for papers in (held, dict(reversed(held.items()))):
        advice = advise(persons(), *BOTH, papers=papers, **same)
        assert advice.situation.papers == {("e", "mother"): True}


def test_who_is_who_is_not_asked_where_it_changes_nothing() -> None:
    """Who signs a form matters as long as the form does."""
    birth = event(
        ["a"], mother=Person(), signer=Person(may_be=("mother", "other")), family=Person(group=True)
    )
    papers = ["a", paper("form", "family", "self", signed_by=("signer",)), "b"]
    services = [service(1, ["a"], [need(Alternative("form", "family"))])]
    small = catalog(birth, services, papers)
    open_, settled = advise(small), advise(small, papers={("a", "child"): True})
    assert [one.role for one in open_.questions] == ["signer"]
    assert settled.questions == ()
    assert settled.assumed == ()
    told = advise(small, papers={("a", "child"): True}, persons={"signer": "other"})
    assert (told.steps, told.verdicts) == (settled.steps, settled.verdicts)


def test_of_whom_something_else_was_said_is_somebody_else() -> None:
    """Who is rich and who is not are two, and nobody is asked whether they are one."""
    rich = {("deceased", "rich"): True}
    facts = [fact("ill", likelihood=LIKELY), fact("rich", of="person")]
    made = replace(persons(), facts=tuple(facts))
    for answer, is_open in ((True, True), (False, False)):
        advice = advise(made, *BOTH, facts={**rich, ("mother", "rich"): answer})
        roles = {question.role for question in advice.questions}
        assert ("deceased" in roles) is is_open
    held = {("e", "deceased"): True, ("e", "mother"): False}
    assert "deceased" not in {one.role for one in advise(made, *BOTH, papers=held).questions}
