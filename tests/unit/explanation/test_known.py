"""Check what is said back of a request: who, answers, papers, wishes and silences."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lifejourney.explanation import present
from lifejourney.vocabulary import Call, Person, Region
from tests.unit.explanation.births import answer, small
from tests.unit.planning.tiny import advise, catalog, event, service, text


def said(found: Any) -> dict[str, tuple[object, str]]:  # noqa: ANN401
    """Return value and label of all that was said, by the unknown."""
    return {one["fact"]: (one["value"], one["label"]) for one in found["said"]}


def test_everything_that_was_said() -> None:
    """Each with its question, its value and its words."""
    found = answer(
        small(),
        facts={("child-1", "kind"): "one", ("mother", "born"): date(2000, 2, 29)},
        papers={("b", "child-2"): True, ("b", "child-1"): False},
        wanted=[("a", "child-1")],
        declined=["child-1.ill"],
        persons={"child": 2},
        done=["LJ-0001@child-2"],
    )
    assert said(found) == {
        "persons:child": (2, "2"),
        "child[1].kind": ("one", "One"),
        "mother.born": ("2000-02-29", "29 February 2000"),
        "document:b@child-1": (False, "not at hand"),
        "document:b@child-2": (True, "at hand"),
        "wanted:a@child-1": (True, "wanted"),
        "child[1].ill": (None, "not answered"),
    }
    assert found["done"] == ["LJ-0001@child-2"]
    titles = [one["title"] for one in found["said"]]
    assert titles[0] == "How many?"
    assert "Certificate (child 1)" in titles


def test_nothing_said() -> None:
    """What is supposed is not said."""
    found = answer(small())
    assert (found["said"], found["done"]) == ([], [])
    assert found["assumed"]


@pytest.mark.parametrize(
    ("persons", "expected"),
    [
        ({}, {}),
        ({"dead": "mother"}, {"persons:dead": ("mother", "mother")}),
        ({"dead": "other"}, {"persons:dead": ("other", "somebody else")}),
        ({"family-death": "family"}, {"persons:family-death": ("family", "Yes")}),
        ({"family-death": "other"}, {"persons:family-death": ("other", "No")}),
    ],
)
def test_who_is_who(persons: dict[str, int | str], expected: dict[str, tuple[object, str]]) -> None:
    """Who plays a role, and whether two households are one."""
    family = Person(text("family"), group=True)
    birth = event(["a"], mother=Person(text("mother")), family=family)
    dead = Person(text("dead"), may_be=("mother", "other"), dead=True)
    calls = [Call("dead", "duty", service="s2"), Call("family", "duty", service="s3")]
    death = event(calls, "death", child=None, dead=dead, family=family)
    services = [service(1, ["a"]), service(2, of="dead"), service(3, of="family")]
    both = catalog([birth, death], services, ["a"])
    assert said(present(advise(both, "birth", "death", persons=persons))) == expected


def test_title_and_zone() -> None:
    """The events by their titles, and the zone of the region that is known."""
    east = {"94.71": Region("94.71", "Kota Jayapura", "city", "WIT")}
    birth = replace(small(), regions=east)
    found = answer(birth, facts={("self", "region"): "94.71"})
    assert (found["title"], found["zone"]) == ("birth", "WIT")
    assert answer(birth)["zone"] == "WIB"
    assert answer(birth, facts={("self", "region"): "1"})["zone"] == "WIB"
