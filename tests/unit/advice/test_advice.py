"""Check the advice: verdicts with reasons, steps, what stands in the way, what is open."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lifejourney.advice import Advice, PlannedStep, world
from lifejourney.advice.dates import counted_from, due_date
from lifejourney.catalog import Catalog
from lifejourney.journey import KEPT, Advisor
from lifejourney.planning import columns
from lifejourney.vocabulary import (
    Alternative,
    AnyOf,
    Call,
    Deadline,
    Person,
    Result,
    Same,
    Span,
    SuppliedLater,
    Time,
    Usual,
)
from tests.unit.planning.tiny import (
    DAY,
    NEVER,
    advise,
    catalog,
    event,
    fact,
    is_,
    need,
    paper,
    request,
    service,
)

HELD = Usual("held")
LIKELY = {"true": 9, "false": 1}


def when(slug: str, name: str, test: str = "true", **more: Any) -> Call:  # noqa: ANN401
    """Return a goal that is called for under one condition."""
    return Call("child", "duty", document=slug, when=is_("child", name, test), **more)


def step(advice: Advice, id_: str) -> PlannedStep:
    """Return one step, shown or possible."""
    (found,) = (one for one in (*advice.steps, *advice.possible) if one.id == id_)
    return found


def ids(steps: Any) -> list[str]:  # noqa: ANN401 - steps or goals
    """Return the ids of steps or goals."""
    return [one.id for one in steps]


# Verdicts and their reasons.


def one_goal() -> Catalog:
    """Return a catalog of one goal that is called for of the ill, and a service that may apply."""
    calls = [when("a", "ill"), Call("child", "right", service="s2")]
    services = [service(1, ["a"]), service(2, applies=is_("child", "poor"))]
    return catalog(event(calls), services, ["a"], [fact("ill"), fact("poor")])


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
        ("answer", "ill"),
    ]
    assert [(r.kind, r.of or r.fact) for r in goal.reasons] == [
        ("event", "a@child"),
        ("answer", "ill"),
    ]
    assert goal.after == (maker.id,)
    assert goal.ask_steps == (maker.id,)
    assert {one.status for one in advice.steps} == {"certain"}


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


# Goals that cannot be reached.


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


# Days.


DEADLINE = Deadline(60, "calendar_day", "it.born")


def dated(rule: Deadline) -> Catalog:
    """Return a catalog of a step with a deadline."""
    services = [service(1, ["a"], deadline=rule)]
    persons = {"mother": Person(), "guest": Person(many=True, minimum=0)}
    return catalog(event(["a"], **persons), services, ["a"], [fact("born", "date", "person")])


@pytest.mark.parametrize(
    ("age", "day", "overdue"),
    [(0, date(2027, 1, 21), False), (60, DAY, False), (61, DAY - timedelta(days=1), True)],
)
def test_a_deadline(age: int, day: date, overdue: bool) -> None:  # noqa: FBT001
    """It counts from the day of the fact; the last day is not too late."""
    born = {("child", "born"): DAY - timedelta(days=age)}
    due = advise(dated(DEADLINE), facts=born).steps[0].due
    assert due is not None
    assert (due.day, due.overdue, due.estimate) == (day, overdue, False)


def test_a_deadline_in_working_days_is_an_estimate() -> None:
    """Until holidays are known only weekends are left out."""
    rule = replace(DEADLINE, within=5, unit="working_day", after="mother.born")
    due = advise(dated(rule), facts={("mother", "born"): DAY}).steps[0].due
    assert due is not None
    assert (due.day, due.estimate) == (date(2026, 11, 27), True)
    assert (due.member, due.fact) == ("mother", "born")


def test_the_day_of_a_deadline_is_asked_for() -> None:
    """What a shown date is made from is asked."""
    advice = advise(dated(DEADLINE))
    due = advice.steps[0].due
    assert due is not None
    assert due.day is None
    assert [question.fact for question in advice.questions] == [("child", "born")]
    declined = advise(dated(DEADLINE), declined=[("child", "born")])
    assert declined.questions == ()


def test_a_deadline_that_counts_from_nobody() -> None:
    """There is none."""
    rule = replace(DEADLINE, after="aunt.born")
    assert advise(dated(rule)).steps[0].due is None


def test_the_rule_of_the_day() -> None:
    """A deadline follows the rule in force on the day from which it counts."""
    new = dated(replace(DEADLINE, within=30))
    small = replace(dated(DEADLINE), variants=((date(2026, 11, 1), new),))
    before = advise(small, facts={("child", "born"): date(2026, 10, 31)}).steps[0].due
    after = advise(small, facts={("child", "born"): date(2026, 11, 1)}).steps[0].due
    assert before is not None
    assert after is not None
    assert (before.rule.within, after.rule.within) == (60, 30)


def test_a_service_that_was_not_there_yet() -> None:
    """Its own rule stands where an earlier catalog did not know the service."""
    empty = replace(dated(DEADLINE), services={})
    small = replace(empty, variants=((date(2026, 11, 1), dated(DEADLINE)),))
    due = advise(small, facts={("child", "born"): date(2026, 10, 31)}).steps[0].due
    assert due is not None
    assert due.rule == DEADLINE


def test_from_whom_something_counts() -> None:
    """`it` and the roles of the one served are that person, else whoever plays the role."""
    advice = advise(dated(DEADLINE))
    assert counted_from(advice.cast, "child", "it.born") == ("child", "born")
    assert counted_from(advice.cast, "child", "child.born") == ("child", "born")
    assert counted_from(advice.cast, "child", "mother.born") == ("mother", "born")
    assert counted_from(advice.cast, "child", "aunt.born") is None
    plain = catalog(event(["a"]), [service(1, ["a"])], ["a"])
    only = advise(plain).steps[0]
    assert only.step is not None
    assert due_date(plain, advice.situation, only.step.instance) is None


# Questions and what is supposed.


def test_questions() -> None:
    """Facts come first, papers as one checklist, then results; each tells what it decides."""
    papers = [
        "a",
        paper("b", usual=HELD),
        paper("c", usual=Usual("lacking")),
        "d",
        paper("d1", kind_of="d"),
        paper("d2", kind_of="d"),
        "e",
        "f",
    ]
    calls = [
        "a",
        Call("child", "duty", document="d", usual="d2"),
        when("e", "ill", excludes=("f",)),
        when("f", "ill"),
    ]
    services = [
        service(1, ["a"], ["b", "c"]),
        service(2, ["b"]),
        service(3, ["c"]),
        service(4, ["d1"]),
        service(5, ["d2"]),
        service(6, ["e"]),
        service(7, ["f"]),
    ]
    small = catalog(event(calls), services, papers, [fact("ill", likelihood=LIKELY)])
    advice = advise(small)
    facts, checklist, kinds, rivals = advice.questions
    assert facts.fact == ("child", "ill")
    assert facts.doubt == pytest.approx(0.1)
    assert facts.decides > 0
    assert set(checklist.papers) == {("b", "child"), ("c", "child")}
    assert kinds.choice == (("d", "child"), (("d1", "child"), ("d2", "child")))
    assert rivals.choice == (("e", "child"), (("e", "child"), ("f", "child")))
    supposed = {one.id: one.value for one in advice.assumed}
    assert supposed == {
        "child.ill": True,
        "document:b@child": True,
        "document:c@child": False,
        "choice:d@child": ("d2", "child"),
        "choice:e@child": ("e", "child"),
    }


def test_nothing_is_asked_that_does_not_matter() -> None:
    """With everything said no question is left."""
    said = {("child", "ill"): True, ("child", "poor"): False}
    advice = advise(one_goal(), facts=said)
    assert advice.questions == ()
    assert advice.assumed == ()


def test_a_choice_that_does_not_matter() -> None:
    """Where only one result can be had there is nothing to choose."""
    calls = [
        Call("child", "right", document="e", when=NEVER, excludes=("f",)),
        Call("child", "right", document="f"),
    ]
    services = [service(1, ["e"]), service(2, ["f"])]
    advice = advise(catalog(event(calls), services, ["e", "f"]))
    assert ids(advice.steps) == ["LJ-0002@child"]
    assert advice.questions == ()


# Too grave to be supposed.


def grave() -> Catalog:
    """Return a catalog whose first question is never answered for the person."""
    condition = fact("condition", "choice", likelihoods={"well": 9, "dead": 1}, never_assumed=True)
    calls = [
        when("a", "condition", "well", tone="joy"),
        when("b", "condition", "dead"),
        when("d", "condition", "dead"),
        "c",
    ]
    services = [service(1, ["a"]), service(2, ["b"]), service(3, ["c"])]
    return catalog(event(calls), services, ["a", "b", "c", "d"], [condition])


def test_branches() -> None:
    """What depends on a grave question stands beside the plan, in order, under each answer."""
    advice = advise(grave())
    assert ids(advice.steps) == ["LJ-0003@child"]
    assert [(one.value, one.steps) for one in advice.branches] == [
        ("well", ("LJ-0001@child",)),
        ("dead", ("LJ-0002@child",)),
    ]
    assert set(ids(advice.possible)) == {"LJ-0001@child", "LJ-0002@child"}
    assert ids(advice.possible_blocked) == ["document:d@child"]
    assert advice.assumed == ()


def test_a_step_whose_paper_comes_from_elsewhere_for_each_grave_answer() -> None:
    """It is certain and stands in the plan; what comes before it waits for the answer."""
    condition = fact("condition", "choice", likelihoods={"well": 9, "dead": 1}, never_assumed=True)
    services = [
        service(1, ["a"], ["b"]),
        service(2, ["b"], applies=is_("child", "condition", "well")),
        service(3, ["b"], applies=is_("child", "condition", "dead")),
    ]
    advice = advise(catalog(event(["a"]), services, ["a", "b"], [condition]))
    assert [(step.id, step.status) for step in advice.steps] == [("LJ-0001@child", "certain")]
    assert {one.value: one.steps for one in advice.branches} == {
        "well": ("LJ-0002@child",),
        "dead": ("LJ-0003@child",),
    }


def test_a_possible_step_with_grave_sources_stands_beside() -> None:
    """What is not certain and has no shown step before it is left to the branches."""
    condition = fact("condition", "choice", likelihoods={"well": 9, "dead": 1}, never_assumed=True)
    asked = fact("asked", "boolean")
    services = [
        service(1, ["a"], ["b"]),
        service(2, ["b"], applies=is_("child", "condition", "well")),
        service(3, ["b"], applies=is_("child", "condition", "dead")),
    ]
    calls = [when("a", "asked", "false")]
    advice = advise(catalog(event(calls), services, ["a", "b"], [condition, asked]))
    assert advice.steps == ()
    assert {one.value: one.steps for one in advice.branches} == {
        "well": ("LJ-0002@child", "LJ-0001@child"),
        "dead": ("LJ-0003@child", "LJ-0001@child"),
    }


def test_a_service_for_somebody_else() -> None:
    """A goal whose service is for others is blocked by nothing but that."""
    calls = ["a", Call("mother", "right", service="s1")]
    small = catalog(event(calls, mother=Person()), [service(1, ["a"])], ["a"])
    (blocked,) = advise(small).blocked
    assert (blocked.member, blocked.blockers) == ("mother", ())


def test_nothing_is_said_under_a_grave_question_that_was_declined() -> None:
    """Only what is common to all its answers is shown, and it is not asked again."""
    advice = advise(grave(), declined=[("child", "condition")])
    assert ids(advice.steps) == ["LJ-0003@child"]
    assert (advice.possible, advice.branches, advice.possible_blocked) == ((), (), ())
    assert advice.questions == ()
    assert {one.truth for one in advice.verdicts} == {"unknown", "applies"}


# Who is who.


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
        deceased=Person(may_be=("other", "mother"), dead=True),
        family=Person(group=True, same_when=Same(("deceased", "mother"))),
    )
    del death.persons["child"]  # type: ignore[attr-defined]
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
    living = step(advice, "LJ-0004@mother")
    assert (living.status, living.depends_on[0]) == ("possible", "persons:deceased")
    assert advice.assumed[0].id == "persons:deceased"
    verdicts = {one.call.target: one for one in advice.verdicts}
    assert verdicts["b"].truth == "applies"
    assert verdicts["s4"].truth == "unknown"
    assert "persons:deceased" in verdicts["s4"].missing


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
    gone = Person(is_role="child", dead=True, when=is_("child", "ill", "false"))
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


# Answers that change nothing.


def test_answers_that_are_not_used() -> None:
    """Answers and papers on which nothing depends are named."""
    small = catalog(
        event(["a"], mother=Person()),
        [service(1, ["a"], applies=is_("child", "ill"))],
        ["a", paper("z", "mother")],
        [fact("ill"), fact("tall"), fact("region", "text", regions=True)],
    )
    facts = {("child", "ill"): True, ("child", "tall"): True, ("child", "region"): "34"}
    advice = advise(small, facts=facts, papers={("z", "mother"): True})
    assert advice.unused == ("answers.child.tall", "documents.z@mother")
    assert advice.set_aside == ()


def test_answers_that_are_set_aside() -> None:
    """An answer that does not apply is named with the one that decides it, or with nobody."""
    small = catalog(
        event(["a"], father=Person(when=is_("child", "known"))),
        [service(1, ["a"], applies=is_("child", "ill"))],
        ["a"],
        [
            fact("ill", applies_when=is_("it", "born")),
            fact("born"),
            fact("known"),
            fact("tall", of="father"),
            fact("never", applies_when=NEVER),
        ],
    )
    facts = {
        ("child", "ill"): True,
        ("child", "born"): False,
        ("child", "known"): False,
        ("father", "tall"): True,
        ("aunt", "tall"): True,
        ("child", "never"): True,
    }
    assert set(advise(small, facts=facts).set_aside) == {
        ("child.ill", "child.born"),
        ("father.tall", "child.known"),
        ("aunt.tall", ""),
        ("child.never", ""),
    }


def test_what_is_about_nobody_is_left_out() -> None:
    """Papers, wishes and declined questions of nobody do no harm."""
    advice = advise(
        one_goal(),
        papers={("a", "aunt"): True},
        wanted=[("a", "aunt")],
        declined=[("aunt", "ill")],
    )
    assert advice.unused == ("documents.a@aunt",)


def test_a_role_stands_for_its_one_member() -> None:
    """`child` means the one child."""
    small = catalog(
        event([when("a", "ill")], child=Person(many=True)),
        [service(1, ["a"])],
        ["a"],
        [fact("ill")],
    )
    told = advise(small, facts={("child", "ill"): True}, persons={"child": 1})
    assert ids(told.steps) == ["LJ-0001@child-1"]
    two = advise(small, facts={("child", "ill"): True}, persons={"child": 2})
    assert two.set_aside == (("child.ill", ""),)


def test_compiled_casts_are_kept_for_a_while() -> None:
    """The same people are compiled once, and not for ever."""
    small = catalog(event(["a"], child=Person(many=True, maximum=99)), [service(1, ["a"])], ["a"])
    advisor = Advisor(small)
    for number in range(1, KEPT + 3):
        advisor.advise(request(persons={"child": number % 3 + 1}))
    assert len(advisor._compiled) == 3
    advisor._compiled.update(dict.fromkeys(range(KEPT)))  # type: ignore[arg-type]
    advisor.advise(request(persons={"child": 9}))
    assert len(advisor._compiled) == KEPT


def test_advice_where_much_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of two services is faster is neither asked nor told as supposed."""
    monkeypatch.setattr(columns, "MANY", 0)
    services = [
        service(1, ["a"], processing_time=Time("week", max=9)),
        service(2, ["a"]),
        service(3, ["b"]),
    ]
    small = catalog(event(["a", when("b", "ill")]), services, ["a", "b"], [fact("ill")])
    advice = advise(small)
    assert [question.fact for question in advice.questions] == [("child", "ill")]
    assert [one.id for one in advice.assumed] == ["child.ill"]
    assert ids(advice.steps) == ["LJ-0002@child"]
