"""Check questions that are put again by their ids, asked or answered."""

from typing import Any

from lifejourney.explanation import present_questions, words
from lifejourney.vocabulary import Call, Person, Usual
from tests.unit.planning.tiny import advise, catalog, event, fact, is_, paper, service, text

SAID: dict[str, Any] = {"facts": {("child-1", "ill"): True}, "persons": {"child": 2}}


def put(*ids: str) -> list[dict[str, Any]]:
    """Return the questions for these ids, after some answers."""
    child = Person(text("child"), many=True, maximum=3, ask=text("How many children?"))
    birth = event(["a"], child=child, mother=Person(text("mother")))
    death = event(
        [Call("deceased", "duty", document="c")],
        "death",
        child=None,
        deceased=Person(text("deceased"), dead=True, may_be=("other", "mother")),
    )
    small = catalog(
        [birth, death],
        [service(1, ["a"], ["b"], applies=is_("it", "ill")), service(2, ["c"], of="deceased")],
        ["a", paper("b", usual=Usual("held")), paper("c", "deceased")],
        [fact("ill", likelihood={"true": 9, "false": 1}), fact("day", "date")],
    )
    return present_questions(advise(small, "birth", "death", **SAID), list(ids))


def test_papers_stand_together_and_first() -> None:
    """Papers of nobody, and papers that there are not, are left out."""
    ids = ("child[1].ill", "document:b@child-1", "document:b@child-9", "document:z@child-1")
    papers, ill = put(*ids, "document:b@child-2")
    assert papers["documents"] == ["b@child-1", "b@child-2"]
    assert (ill["facts"], ill["ask"][0]["title"]) == (["child[1].ill"], "ill (child 1)")


def test_what_is_still_asked_and_what_was_answered() -> None:
    """Both are put by the name of their member."""
    found = put("child[2].ill", "child[1].ill")
    assert [one["facts"] for one in found] == [["child[2].ill"], ["child[1].ill"]]


def test_how_many_and_who_is_who() -> None:
    """Each under the topic of its role, else under people."""
    many, who, *others = put("persons:child", "persons:deceased", "persons:mother")
    assert (many["title"], many["persons"]["maximum"]) == ("How many children?", 3)
    assert who["persons"]["may_be"] == ["other", "mother"]
    assert many["topic_title"] == words.TOPIC["persons"].en
    assert others == []


def test_a_date_is_asked_for_to_the_day() -> None:
    """And what nobody knows is left out."""
    day, *others = put("child[1].day", "child[1].colour", "nobody.day")
    assert day["ask"][0]["precision"] == "day"
    assert others == []
