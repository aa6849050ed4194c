"""Check questions in words, what is supposed, and branches."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lifejourney.advice import Advice, Assumption, Branch, Question
from lifejourney.catalog import Catalog
from lifejourney.days import Days
from lifejourney.explanation import date_in_words, present, words
from lifejourney.vocabulary import AllOf, Call, Deadline, Derived, Person, Result, Same, Usual
from tests.unit.explanation.births import LIKELY, answer, small
from tests.unit.planning.tiny import advise, catalog, event, fact, is_, paper, service, text


def test_questions_in_words() -> None:
    """Each kind of question can be asked as it stands."""
    calls = [
        "a",
        Call("child", "duty", document="d"),
        Call("child", "right", document="e", excludes=("f",)),
        Call("child", "right", document="f"),
    ]
    papers = [
        "a",
        paper("b", usual=Usual("held")),
        "d",
        paper("d1", kind_of="d"),
        paper("d2", kind_of="d", consequence=text("so be it")),
        "e",
        "f",
    ]
    both = AllOf((is_("child", "kind", "one"), is_("child", "ill")))
    services = [
        service(1, ["a"], ["b"], applies=both),
        service(2, ["b"]),
        service(3, ["d1"]),
        service(4, ["d2"]),
        service(5, ["e"]),
        service(6, ["f"]),
    ]
    kind = fact("kind", "choice", likelihoods={"one": 2, "two": 1}, topic="health")
    small = catalog(
        event(calls, child=Person(text("child"), many=True, maximum=2)),
        services,
        papers,
        [kind, fact("ill", likelihood=LIKELY), fact("sum", "money", of="child")],
    )
    advice = advise(small)
    questions = present(replace(advice, page=advice.questions))["questions"]
    by_kind: dict[str, list[Any]] = {}
    for one in questions:
        by_kind.setdefault(one["kind"], []).append(one)
    first, second = sorted(by_kind["facts"], key=lambda one: one["topic"])
    assert first["facts"] == ["child[1].kind"]
    assert (first["topic"], second["topic_title"]) == ("health", words.TOPIC["persons"].en)
    assert [one["value"] for one in first["ask"][0]["options"]] == ["one", "two"]
    assert [one["label"] for one in second["ask"][0]["options"]] == ["Yes", "No"]
    assert by_kind["documents"][0]["documents"] == ["b@child-1"]
    kinds, rivals = by_kind["choice"]
    assert [one["consequence"] for one in kinds["choice"]["options"]] == [None, "so be it"]
    assert [one["document"] for one in rivals["choice"]["options"]] == ["e", "f"]


def test_a_question_how_many() -> None:
    """A number is asked for with its bounds."""
    heir = Person(text("heir"), many=True, minimum=0, maximum=5)
    small = catalog(
        event([Call("heir", "duty", document="a")], heir=heir),
        [service(1, ["a"], of="heir")],
        [paper("a", "heir")],
    )
    (asked,) = answer(small)["questions"]
    assert asked["title"] == "How many are there: heir?"
    assert (asked["persons"]["minimum"], asked["persons"]["maximum"]) == (0, 5)


def test_rivals_that_are_services() -> None:
    """A choice between services is asked by their titles."""
    calls = [
        Call("child", "right", service="s1", excludes=("s2",)),
        Call("child", "right", service="s2"),
    ]
    found = answer(catalog(event(calls), [service(1), service(2)]))
    (question,) = found["questions"]
    assert [one["title"] for one in question["choice"]["options"]] == ["s1", "s2"]
    assert found["assumed"][0]["label"] == "s1"
    assert found["plan"]["alternatives"][0]["title"] != ""


def two_events(**more: Any) -> Catalog:  # noqa: ANN401
    """Return a birth and a death in which it is open who has died and whose household it is."""
    birth = event(
        ["a", Call("family", "duty", document="card")],
        mother=Person(text("mother")),
        family=Person(text("family"), group=True),
    )
    death = event(
        [Call("deceased", "duty", document="b"), Call("family", "duty", document="card")],
        "death",
        child=None,
        deceased=Person(
            text("deceased"),
            may_be=("other", "mother"),
            dead=True,
            ask=text("Who?"),
            why=text("For the papers."),
        ),
        family=Person(text("family"), group=True, same_when=Same(("deceased", "mother")), **more),
    )
    services = [
        service(1, ["a"]),
        service(2, ["b"], of="deceased"),
        service(3, ["card"], of="family"),
    ]
    return catalog([birth, death], services, ["a", paper("b", "deceased"), paper("card", "family")])


def test_who_is_who_in_words() -> None:
    """It is asked who it is and whether two households are one, and said what is supposed."""
    found = answer(two_events(), "birth", "death")
    who, home = found["questions"]
    assert (who["title"], who["why"]) == ("Who?", "For the papers.")
    assert who["persons"]["may_be"] == ["other", "mother"]
    assert home["title"] == "Is it the same family in both events?"
    assert home["why"] is None
    assert found["assumed"][0]["label"] == words.OTHER.en
    asked = answer(two_events(ask=text("One home?")), "birth", "death")["questions"][1]
    assert asked["title"] == "One home?"


def test_what_is_supposed_in_words() -> None:
    """Facts, papers, persons, results and numbers are each shown as they are said."""
    advice = advise(two_events(), "birth", "death")
    supposed = (
        Assumption("persons:deceased", "mother"),
        Assumption("persons:child", 2),
        Assumption("document:a@child", value=False),
        Assumption("choice:a@child", ("a", "child")),
        Assumption("mother.lost", "x", fact=("mother", "lost")),
    )
    found = present(replace(advice, assumed=supposed))["assumed"]
    assert [one["label"] for one in found[:4]] == ["mother", "2", words.LACKING.en, "a"]
    assert found[3]["value"] == "a"


def test_branches_in_words() -> None:
    """Each answer to a grave question has its steps."""
    condition = fact("condition", "choice", likelihoods={"well": 9, "dead": 1}, never_assumed=True)
    calls = [Call("child", "duty", document="a", when=is_("child", "condition", "dead"))]
    advice = advise(catalog(event(calls), [service(1, ["a"])], ["a"], [condition]))
    branches = present(advice)["plan"]["branches"]
    assert {one["label"]: one["steps"] for one in branches} == {
        "well": [],
        "dead": ["LJ-0001@child"],
    }
    strange = Branch("child.lost", 3, ("child", "lost"), ())
    assert present(replace(advice, branches=(strange,)))["plan"]["branches"][0]["label"] == "3"


def test_a_question_on_what_nobody_defines() -> None:
    """It is asked by its name."""
    advice: Advice = advise(small())
    lost = Question("facts", ("mother.lost",), "persons", fact=("mother", "lost"))
    (asked,) = present(replace(advice, page=(lost,)))["questions"]
    assert (asked["facts"], asked["ask"]) == (["mother.lost"], [])


@pytest.mark.parametrize(
    ("told", "indonesian", "english", "answer_"),
    [
        (Days(date(2026, 11, 1), date(2026, 11, 30), "month"), "November 2026", None, "2026-11"),
        (Days(date(2026, 1, 1), date(2026, 11, 22), "year"), "tahun 2026", "the year 2026", "2026"),
        (
            Days(date(1986, 11, 23), date(1996, 11, 22), "age", (30, 39)),
            "umur 30\N{EN DASH}39 tahun",
            "aged 30\N{EN DASH}39",
            "age 30..39",
        ),
        (
            Days(date(1991, 11, 23), date(1992, 11, 22), "age", (34, 34)),
            "umur 34 tahun",
            "aged 34",
            "age 34",
        ),
        (
            Days(date(2026, 11, 1), date(2026, 11, 3)),
            "1 November 2026 sampai 3 November 2026",
            "1 November 2026 to 3 November 2026",
            "2026-11-01..2026-11-03",
        ),
    ],
)
def test_a_date_told_less_exactly(
    told: Days, indonesian: str, english: str | None, answer_: str
) -> None:
    """The day is asked for, and what was told is said as it was told."""
    assert date_in_words(told, "id") == indonesian
    assert date_in_words(told, "en") == (english or indonesian)
    (question,) = asked_for_the_day(told)
    asked = question["ask"][0]
    assert asked["title"].endswith(f"You said {english or indonesian}. On which day exactly?")
    assert (asked["so_far"], asked["precision"]) == (answer_, "day")
    assert asked["accepts"] == ["day", "month", "year"]


def asked_for_the_day(told: Days | None) -> list[Any]:
    """Return what is asked where a deadline counts from a date."""
    rule = Deadline(3000, "week", "it.born")
    dated = catalog(event(["a"]), [service(1, ["a"], deadline=rule)], ["a"], [fact("born", "date")])
    facts = {} if told is None else {("child", "born"): told}
    found: list[Any] = present(advise(dated, facts=facts))["questions"]
    return found


def test_how_exactly_a_date_is_asked_for() -> None:
    """The year may do where only the age matters; the day is needed to count from it."""
    (counted,) = asked_for_the_day(None)
    assert (counted["ask"][0]["precision"], counted["ask"][0]["so_far"]) == ("day", None)
    facts = [fact("born", "date"), fact("age", "integer", derived=Derived(years_since="born"))]
    aged = catalog(
        event([Call("child", "right", service="s1")]),
        [service(1, applies=is_("child", "age", "< 18"))],
        [],
        facts,
    )
    (question,) = present(advise(aged))["questions"]
    assert question["ask"][0]["precision"] == "year"
    assert question["ask"][0]["accepts"] == ["day", "month", "year", "age"]


def choosing(**more: Any) -> Catalog:  # noqa: ANN401
    """Return a paper of three kinds, one of them for nobody, and what each of them asks for."""
    goal = Call("child", "duty", document="d", usual="d1", compare=True)
    papers = [
        paper("d", choose=text("Which one?")),
        paper("d1", kind_of="d"),
        paper("d2", kind_of="d", consequence=text("so be it")),
        paper("d3", kind_of="d"),
        paper("b", usual=Usual("lacking")),
    ]
    services = [
        service(1, ["d1"]),
        service(2, ["d2"], ["b"]),
        service(3, [Result("d3", when=is_("child", "ill"))]),
        service(4, ["b"]),
    ]
    return catalog(event([goal]), services, papers, [fact("ill", likelihood=LIKELY)], **more)


def test_a_choice_in_its_own_words() -> None:
    """Only what can be had is offered; once chosen nothing is compared."""
    advice = advise(choosing(), facts={("child", "ill"): False})
    found = present(replace(advice, page=advice.questions))
    (asked,) = (one for one in found["questions"] if one["kind"] == "choice")
    assert asked["title"] == "Which one?"
    assert [one["document"] for one in asked["choice"]["options"]] == ["d1", "d2"]
    chosen = answer(choosing(), wanted=[("d2", "child")])
    assert chosen["plan"]["compared"] == []


def test_kinds_are_compared() -> None:
    """Each with what follows from it, what the plan takes, and the steps not all of them take."""
    found = answer(choosing(), facts={("child", "ill"): False})
    (choice,) = found["plan"]["compared"]
    assert (choice["document"], choice["title"]) == ("d", "Which one?")
    usual, other = choice["kinds"]
    assert (usual["document"], usual["shown"], usual["consequence"]) == ("d1", True, None)
    assert (other["document"], other["shown"], other["consequence"]) == ("d2", False, "so be it")
    assert usual["only"] == ["LJ-0001@child"]
    assert (other["only"], other["only_titles"]) == (other["steps"], ["s4", "s2"])
    assert (other["visits"], other["fee"]["max"], other["finish_open"]) == (2, 0, False)
    assert other["text"] == "steps: 2, visits: 2, cost: Free of charge"
