"""Check answers that change nothing, and what is kept between two of them."""

import pytest

from lifejourney.journey import KEPT, Advisor
from lifejourney.planning import columns
from lifejourney.vocabulary import Call, Person, Time
from tests.unit.advice.goals import ids, one_goal, when
from tests.unit.planning.tiny import (
    NEVER,
    advise,
    catalog,
    event,
    fact,
    is_,
    paper,
    request,
    service,
)


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


def test_results_that_are_wanted_in_vain() -> None:
    """What no plan brings is named; the rival, or the paper itself, is not."""
    calls = [
        Call("child", "right", document="a", excludes=("b",)),
        Call("child", "right", document="b"),
    ]
    services = [
        service(1, ["a"], applies=is_("child", "ill")),
        service(2, ["b"], ["c"]),
        service(3, ["c"]),
        service(4, ["d"], applies=NEVER),
    ]
    small = catalog(event(calls), services, ["a", "b", "c", "d"], [fact("ill")])
    well = {("child", "ill"): False}
    wanted = [(slug, "child") for slug in "abcd"]
    assert advise(small, facts=well, wanted=wanted[:1]).unused == ("wanted.a@child",)
    assert advise(small, wanted=wanted[:1]).unused == ()
    assert advise(small, facts=well, wanted=wanted[1:]).unused == ("wanted.d@child",)
    at_hand = advise(small, wanted=wanted[3:], papers={("d", "child"): True})
    assert not any(one.startswith("wanted") for one in at_hand.unused)


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
        declined=["aunt.ill"],
    )
    assert advice.unused == ("documents.a@aunt", "wanted.a@aunt")


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
