"""Check what is asked and supposed, and what is too grave to be supposed."""

from lifejourney.catalog import Catalog
from lifejourney.explanation import present, words
from lifejourney.vocabulary import AllOf, Call, Person, Usual
from tests.unit.advice.goals import HELD, LIKELY, ids, one_goal, when
from tests.unit.planning.tiny import (
    NEVER,
    advise,
    catalog,
    event,
    fact,
    is_,
    need,
    paper,
    service,
    text,
)

BOTH = (is_("child", "ill"), is_("child", "poor"))


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
    asked = {one.topic: one for one in advice.questions}
    facts, checklist = asked["persons"], asked["papers"]
    kinds, rivals = (one for one in advice.questions if one.topic == "results")
    assert facts.fact == ("child", "ill")
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


def test_what_may_be_called_for_is_not_asked_for() -> None:
    """Whether a paper is what the event calls for is asked first, and not who has that paper."""
    calls = [when("a", "ill"), Call("child", "right", service="s2")]
    papers = [paper("a", usual=Usual("lacking"))]
    small = catalog(event(calls), [service(1, ["a"]), service(2, [], ["a"])], papers, [fact("ill")])
    asked = {"child.ill": {}, "document:a@child": {"facts": {("child", "ill"): False}}}
    for id_, said in asked.items():
        assert [one.ids for one in advise(small, **said).questions] == [(id_,)]
    declined = advise(small, declined=frozenset({"child.ill"}))
    assert (declined.questions, declined.at_most) == ((), 0)


def test_nobody_is_asked_for_the_paper_of_who_may_be_another() -> None:
    """What is called for of the mother is hers also where she may be the one who has died."""
    small = catalog(
        [
            event(
                [Call("mother", "duty", document="a"), Call("deceased", "duty", service="s2")],
                "death",
                child=None,
                mother=Person(),
                deceased=Person(may_be=("other", "mother"), dead=True),
            )
        ],
        [service(1, ["a"], of="person"), service(2, [], ["a"], of="person")],
        [paper("a", "person", usual=Usual("lacking"))],
    )
    assert [one.kind for one in advise(small, "death").questions] == ["persons"]
    other = advise(small, "death", persons={"deceased": "other"})
    assert [one.papers for one in other.questions] == [(("a", "deceased"),)]


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
    advice = advise(grave(), declined=["child.condition"])
    assert ids(advice.steps) == ["LJ-0003@child"]
    assert (advice.possible, advice.branches, advice.possible_blocked) == ((), (), ())
    assert (advice.questions, advice.at_most) == ((), 0)
    assert {one.truth for one in advice.verdicts} == {"unknown", "applies"}
    (said,) = present(advice)["said"]
    assert said["label"] == words.UNSPOKEN.en


def test_papers_of_another_plan_come_last() -> None:
    """What only another answer would ask for is not on the checklist while that is still open."""
    ill = need("c", when=is_("child", "ill"))
    services = [service(1, ["a"], ["b", ill]), service(2, ["b"]), service(3, ["c"])]
    papers = ["a", *(paper(slug, usual=Usual("lacking")) for slug in ("b", "c"))]
    seldom = {"true": 1, "false": 9}
    small = catalog(event(["a"]), services, papers, [fact("ill", likelihood=seldom)])
    first, then = advise(small), advise(small, papers={("b", "child"): True})
    last = advise(small, facts={("child", "ill"): True}, papers={("b", "child"): True})
    assert [one.papers for one in first.questions if one.papers] == [(("b", "child"),)]
    assert [one.fact for one in then.questions] == [("child", "ill")]
    assert [one.papers for one in last.questions] == [(("c", "child"),)]


def test_what_hangs_on_an_unlikely_answer_that_was_declined_is_not_asked() -> None:
    """Whoever declines a question is asked on as if the answer were the usual one."""
    calls = [when("a", "ill"), Call("child", "duty", document="b", when=AllOf(BOTH))]
    services = [service(1, ["a"]), service(2, ["b"])]
    for seldom, asked in (({"true": 1, "false": 9}, []), ({"true": 9, "false": 1}, ["poor"])):
        facts = [fact("ill", likelihood=seldom), fact("poor", likelihood=LIKELY)]
        small = catalog(event(calls), services, ["a", "b"], facts)
        advice = advise(small, declined=["child.ill"])
        assert [one.fact and one.fact[1] for one in advice.questions] == asked
        (verdict,) = (one for one in advice.verdicts if one.call.document == "b")
        assert verdict.truth == "unknown"


def test_which_goal_and_which_kind_are_two_questions() -> None:
    """Where a goal that has kinds excludes another, each question has a name of its own."""
    papers = ["d", paper("d1", kind_of="d"), paper("d2", kind_of="d")]
    calls = [
        Call("child", "duty", document="d", excludes=("s3",)),
        Call("child", "duty", service="s3"),
    ]
    small = catalog(event(calls), [service(1, ["d1"]), service(2, ["d2"]), service(3)], papers)
    ids = [one.ids for one in advise(small).questions]
    assert ids == [("choice:s3@child",), ("choice:d@child",)]
    named = advise(small, wanted=[("d", "child")])
    assert [one.ids for one in named.questions] == [("choice:d@child",)]
    declined = advise(small, declined=["choice:s3@child"])
    assert [one.ids for one in declined.questions] == [("choice:d@child",)]


def test_how_many_there_are_may_still_be_asked() -> None:
    """Of whom the plan will need something if the answer is yes: one question more."""
    children = Person(text("child"), many=True, maximum=2)
    call = Call("child", "duty", document="a", when=is_("mother", "ill"))
    mother = Person(text("mother"))
    ill = fact("ill", of="mother", likelihood={"true": 1, "false": 5})
    small = catalog(event([call], child=children, mother=mother), [service(1, ["a"])], ["a"], [ill])
    before = advise(small)
    assert [one.ids for one in before.questions] == [("mother.ill",)]
    assert before.at_most == 2
    after = advise(small, facts={("mother", "ill"): True})
    assert [one.ids for one in after.questions] == [("persons:child",)]
    assert after.at_most == 1
    assert advise(small, facts={("mother", "ill"): False}).at_most == 0


def test_whether_it_is_called_for_is_asked_also_of_who_is_not_sure_of_a_paper() -> None:
    """That the paper is supposed to be held tells nothing of who may hold it."""
    held = paper("p", usual=Usual("held", is_("child", "x")))
    call = Call("child", "duty", service="s1", when=is_("child", "x"))
    small = catalog(event([call]), [service(1, needs=["p"])], [held], [fact("x")])
    advice = advise(small, declined=["document:p@child"])
    assert [one.ids for one in advice.questions] == [("child.x",)]
