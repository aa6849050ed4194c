"""Visits as they are told: place, steps, what to ask about a mall, who is treated specially."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from lifejourney.advice import Advice
from lifejourney.explanation import present, words
from lifejourney.journey import Advisor
from lifejourney.vocabulary import Accommodation, Mall, Source, Text
from lifejourney.vocabulary.event import Treatment
from tests.unit.explanation.births import OFFICES, answer, small
from tests.unit.planning.tiny import advise, is_, request, service

SOURCE = Source("https://example.id", date(2026, 11, 1), "secondary")
HERE = {("self", "region"): "34.71", ("child-1", "kind"): "one"}


def two_offices(**more: Any) -> Any:  # noqa: ANN401
    """Return a catalog whose steps are taken at an office of the region and a national one."""
    found = small(**more)
    court = replace(service(2), authority="court")
    return replace(found, services={**found.services, "s2": court})


def told(catalog: Any, facts: Any = HERE, **said: Any) -> Any:  # noqa: ANN401
    """Return the plan."""
    return answer(catalog, facts=facts, **said)["plan"]


def test_a_visit() -> None:
    """It names the office with its region, and the steps; the steps name it."""
    plan = told(two_offices())
    assert plan["visits"] == [
        {
            "counter": "office",
            "authority_title": "Registry Kota Yogyakarta",
            "authorities": ["office"],
            "region": "34.71",
            "steps": ["LJ-0001@child-1"],
            "after": [],
        },
        {
            "counter": "court",
            "authority_title": "Court",
            "authorities": ["court"],
            "region": None,
            "steps": ["LJ-0002@child-1"],
            "after": [],
        },
    ]
    assert plan["totals"]["visits"] == 2
    assert [step["visit"] for step in plan["steps"]] == [1, 2]
    assert plan["steps"][0]["visit_label"] == "Visit 1"


def test_what_need_not_be_visited() -> None:
    """What can be done online says so; what others do says nothing."""
    online = replace(service(1), channels=("electronic",), accommodations=("home_visit", "proxy"))
    found = small()
    birth = replace(found, services={"s2": replace(online, slug="s2")})
    step = told(birth)["steps"][0]
    assert (step["visit"], step["visit_label"]) == (None, words.ONLINE.en)
    assert [one["accommodation"] for one in step["accommodations"]] == ["home_visit", "proxy"]
    others = replace(found, services={"s2": replace(online, slug="s2", acts="other")})
    plan = told(others)
    assert (plan["steps"][0]["visit_label"], plan["totals"]["visits"]) == (None, 0)


@pytest.mark.parametrize(
    ("malls", "facts", "expected"),
    [
        ({}, HERE, [words.MALL_UNKNOWN.en]),
        ({"34": Mall(SOURCE)}, {("child-1", "kind"): "one"}, [words.MALL_UNKNOWN.en]),
        ({"34": Mall(SOURCE)}, HERE, [words.MALL_UNKNOWN_DESKS.en]),
        ({"34": Mall(SOURCE, ("office", "court"))}, HERE, [words.MALL_ASK.en]),
    ],
)
def test_a_mall(malls: Any, facts: Any, expected: list[str]) -> None:  # noqa: ANN401
    """What is not known of it is to be asked."""
    assert told(two_offices(malls=malls), facts)["visits_notes"] == expected


def test_the_mall_is_the_place() -> None:
    """Several desks there are one visit, with the desks named."""
    plan = told(two_offices(malls={"34": Mall(SOURCE, ("office", "court"))}))
    (visit,) = plan["visits"]
    assert visit["counter"] == "mpp"
    assert visit["authorities"] == ["office", "court"]
    assert visit["authority_title"] == (
        "Public service mall (MPP) Kota Yogyakarta: Registry and Court"
    )


def test_nothing_is_asked_about_one_counter() -> None:
    """A mall joins nothing where there is one office, or where one is no public one."""
    assert told(small())["visits_notes"] == []
    private = {**OFFICES, "court": replace(OFFICES["court"], level="private")}
    assert told(replace(two_offices(), authorities=private))["visits_notes"] == []


def test_a_number_that_is_not_proven() -> None:
    """If the search ended early, the plan says so."""
    advice: Advice = advise(small(), facts=HERE)
    assert words.PERHAPS_FEWER.en not in present(advice)["plan"]["visits_notes"]
    open_ = replace(advice, fewest=False)
    assert present(open_)["plan"]["visits_notes"] == [words.PERHAPS_FEWER.en]


def test_special_treatment() -> None:
    """It is told once it is known whom it concerns."""
    mothers = Treatment(Text("Ibu", "Mothers"), ("nursing_room",), is_("child", "ill", "false"))
    found = small()
    event = replace(found.events["birth"], special_treatment=(mothers,))
    birth = replace(found, events={"birth": event})
    assert told(birth)["special_treatment"] == []
    well = {**HERE, ("child-1", "ill"): False}
    advice = Advisor(birth).advise(request(facts=well, persons={"child": 1}))
    assert present(advice)["plan"]["special_treatment"] == [
        {
            "who": "Mothers",
            "accommodations": [{"accommodation": "nursing_room", "title": "a nursing room"}],
        }
    ]


def test_every_accommodation_has_words() -> None:
    """Each that a service can offer is told."""
    assert set(get_args(Accommodation)) == words.ACCOMMODATION.keys()
