"""Check in which order questions come: who there is first, papers last, one after the other."""

from lifejourney.advice import Advice
from lifejourney.catalog import Catalog
from lifejourney.feel import parse_test
from lifejourney.vocabulary import AllOf, Call, Constraint, FactTest, Person
from tests.unit.advice.goals import HELD, LIKELY, when
from tests.unit.planning.tiny import advise, catalog, event, fact, is_, paper, service, text

BOTH = ("birth", "death")


def page(advice: Advice) -> list[str]:
    """Return the ids of the next page."""
    return [id_ for question in advice.page for id_ in question.ids]


def test_papers_are_asked_about_last() -> None:
    """However much they would settle; after them only what matters to who lacks one."""
    small = catalog(
        event([when("a", "ill")]),
        [
            service(1, ["a"], ["b", "c"]),
            service(2, ["b"], applies=is_("child", "poor")),
            service(3, ["c"]),
        ],
        ["a", paper("b", usual=HELD), paper("c", usual=HELD)],
        [fact("ill", likelihood={"true": 99, "false": 1}), fact("poor", likelihood=LIKELY)],
    )
    assert page(advise(small)) == ["child.ill"]
    papers = ["document:b@child", "document:c@child"]
    ill = {("child", "ill"): True}
    assert page(advise(small, facts=ill)) == papers
    # Who is not sure of the papers is asked what those are asked who have them.
    assert page(advise(small, facts=ill, declined=papers)) == []
    lacking = {("b", "child"): False, ("c", "child"): True}
    assert page(advise(small, facts=ill, papers=lacking)) == ["child.poor"]
    assert page(advise(small, facts=ill, papers={**lacking, ("b", "child"): True})) == []


def test_the_first_child_is_spoken_of_before_the_second() -> None:
    """All that is asked about one, then all about the next."""
    small = catalog(
        event(
            [when("a", "ill"), when("b", "poor")],
            child=Person(text("child"), many=True, maximum=3),
        ),
        [service(1, ["a"]), service(2, ["b"])],
        ["a", "b"],
        [fact("ill", likelihood=LIKELY), fact("poor", likelihood={"true": 1, "false": 1})],
    )
    asked = page(advise(small, persons={"child": 3}))
    assert [id_.partition(".")[0] for id_ in asked] == [
        "child-1", "child-1", "child-2", "child-2", "child-3", "child-3",
    ]  # fmt: skip


# Who is who.


def widowed() -> Catalog:
    """Return a death of somebody who may be married, perhaps to the mother of a baby."""
    married = is_("deceased", "married")
    death = event(
        [Call("spouse", "right", document="b"), Call("deceased", "duty", document="c")],
        "death",
        child=None,
        deceased=Person(text("deceased"), dead=True),
        spouse=Person(text("spouse"), when=married, may_be=("other", "mother")),
    )
    birth = event(["a"], mother=Person(text("mother")))
    papers = ["a", paper("b", "spouse"), paper("c", "deceased")]
    services = [
        service(1, ["a"]),
        service(2, ["b"], of="spouse", applies=is_("spouse", "poor")),
        service(3, ["c"], of="deceased"),
    ]
    facts = [fact("married", of="deceased"), fact("poor", of="person")]
    return catalog([birth, death], services, papers, facts)


def test_who_somebody_is_waits_until_it_is_known_that_there_is_one() -> None:
    """Nobody is asked who the husband is before it was said that there is one."""
    first = advise(widowed(), *BOTH)
    assert page(first) == ["deceased.married"]
    assert "persons:spouse" in {id_ for one in first.questions for id_ in one.ids}
    told = advise(widowed(), *BOTH, facts={("deceased", "married"): True})
    assert page(told) == ["persons:spouse"]


def test_nobody_is_asked_who_nobody_is() -> None:
    """Of who never married no spouse is sought."""
    single = advise(widowed(), *BOTH, facts={("deceased", "married"): False})
    assert single.questions == ()


def test_a_declined_answer_leaves_who_somebody_is_for_the_end() -> None:
    """It still matters, and is asked when nothing else is."""
    silent = advise(widowed(), *BOTH, declined=["deceased.married", "spouse.poor"])
    assert page(silent) == ["persons:spouse"]


# What was answered rules options out.


def test_an_option_that_contradicts_an_answer_is_not_offered() -> None:
    """The question names those that every completion would break a constraint with."""
    kind = fact("kind", "choice", likelihoods={"one": 3, "two": 2, "three": 1, "four": 1})
    both = FactTest("child", "kind", parse_test("three, four"))
    small = catalog(
        event([when("a", "ill"), Call("child", "duty", document="b")]),
        [service(1, ["a"]), service(2, ["b"], applies=is_("child", "kind", "one"))],
        ["a", "b"],
        [kind, fact("ill", likelihood=LIKELY)],
        constraints=(Constraint(AllOf((is_("child", "ill"), both)), why=text("both")),),
    )
    free = {one.fact: one.contradicted for one in advise(small).questions}
    assert free["child", "kind"] == ()
    told = advise(small, facts={("child", "ill"): True})
    assert {one.fact: one.contradicted for one in told.questions} == {
        ("child", "kind"): ("three", "four")
    }
