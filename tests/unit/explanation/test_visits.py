"""Visits as they are told: place, steps, what to ask about a mall, who is treated specially."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from lifejourney.advice import Advice
from lifejourney.explanation import present, words
from lifejourney.journey import Advisor
from lifejourney.vocabulary import Accommodation, Complaint, Country, Source, Text, Told, Unit
from lifejourney.vocabulary.event import Treatment
from tests.unit.explanation.births import OFFICES, answer, small
from tests.unit.planning.tiny import advise, is_, request, service


def mall(region: str, *hosts: str) -> Unit:
    """Return a mall; that of a province stands for one in each of its regencies."""
    each = "." not in region
    sources = {"news": Source("https://example.id", date(2026, 11, 1), "secondary")}
    name = f"mall-{region}"
    return Unit(
        name, Text("MPP"), region, "news", mall=True, each=each, hosts=hosts, sources=sources
    )


HERE = {("self", "region"): "34.71", ("child-1", "kind"): "one"}


def two_offices(**more: Any) -> Any:  # noqa: ANN401
    """Return a catalog whose steps are taken at an office of the region and a national one."""
    found = small(**more)
    court = replace(service(2), authority="court")
    country = Country(mall=Text("balai layanan", "public hall"))
    return replace(found, services={**found.services, "s2": court}, country=country)


def told(catalog: Any, facts: Any = HERE, **said: Any) -> Any:  # noqa: ANN401
    """Return the plan."""
    return answer(catalog, facts=facts, **said)["plan"]


def test_a_visit() -> None:
    """It names the office with its region, and the steps; the steps name it."""
    plan = told(two_offices())
    offices = [visit.pop("office") for visit in plan["visits"]]
    assert [one["map_query"] for one in offices] == ["Disdukcapil Kota Yogyakarta", None]
    assert [one["unit"] for one in offices] == [None, None]
    assert plan["steps"][0]["office"] == offices[0]
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
        ({}, HERE, [words.MALL_UNKNOWN.en.format(mall="public hall")]),
        (
            {"a": mall("34")},
            {("child-1", "kind"): "one"},
            [words.MALL_UNKNOWN.en.format(mall="public hall")],
        ),
        ({"a": mall("34")}, HERE, [words.MALL_UNKNOWN_DESKS.en.format(mall="public hall")]),
        (
            {"a": mall("34", "office", "court")},
            HERE,
            [words.MALL_ASK.en.format(mall="public hall")],
        ),
    ],
)
def test_a_mall(malls: Any, facts: Any, expected: list[str]) -> None:  # noqa: ANN401
    """What is not known of it is to be asked."""
    assert told(two_offices(units=malls), facts)["visits_notes"] == expected


def test_no_mall_is_asked_for_where_the_country_has_none() -> None:
    """A desk of several authorities is named where one is known, else not spoken of."""
    nowhere = replace(two_offices(), country=Country())
    assert told(nowhere)["visits_notes"] == []
    known = replace(two_offices(units={"a": mall("34")}), country=Country())
    (note,) = told(known)["visits_notes"]
    assert "one-stop service centre" in note


def test_the_mall_is_the_place() -> None:
    """Several desks there are one visit, with the desks named."""
    plan = told(two_offices(units={"a": mall("34", "office", "court")}))
    (visit,) = plan["visits"]
    assert visit["counter"] == "mpp"
    assert visit["authorities"] == ["office", "court"]
    assert visit["authority_title"] == ("Public hall Kota Yogyakarta: Registry and Court")


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


def test_an_office_that_is_known() -> None:
    """It is named with all that is known of it; complaints go there, and it eases the step."""
    office = Unit(
        "o",
        Text("Kantor Kota", "City office"),
        "34.71",
        "page",
        "office",
        address=Told(Text("Jalan Kenari 56")),
        hours=Told(Text("Senin", "Monday"), "page"),
        phone="0274",
        complaint=Complaint(Text("Meja", "Desk of the office")),
        standard_reported=True,
        accommodations=("priority_counter",),
        sources={"page": Source("https://example.id", date(2026, 11, 1), "secondary")},
    )
    plan = told(two_offices(units={"o": office}))
    step = plan["steps"][0]
    assert step["authority"] == "City office"
    assert step["complaint"]["channel"] == "Desk of the office"
    assert [one["accommodation"] for one in step["accommodations"]] == ["priority_counter"]
    assert plan["visits"][0]["authority_title"] == "City office"
    assert step["office"] == {
        "unit": "o",
        "title": "City office",
        "region": "34.71",
        "address": "Jalan Kenari 56",
        "map_query": "Kantor Kota",
        "hours": "Monday",
        "phone": "0274",
        "website": None,
        "standard_reported": True,
        "status": "secondary",
        "status_label": words.CHECKED["secondary"].en,
    }
    elsewhere = told(two_offices(units={"o": replace(office, region="34.04")}))["steps"][0]
    assert elsewhere["office"]["map_query"] == "Disdukcapil Kota Yogyakarta"


def test_a_mall_of_its_own_name() -> None:
    """A real mall is named as it is; one by rule by its region."""
    malls = {"a": replace(mall("34.71", "office", "court"), title=Text("MPP Siola"))}
    (visit,) = told(two_offices(units=malls))["visits"]
    assert visit["authority_title"] == "MPP Siola: Registry and Court"
    assert (visit["office"]["unit"], visit["office"]["map_query"]) == ("mall-34.71", "MPP Siola")
    (visit,) = told(two_offices(units={"a": mall("34", "office", "court")}))["visits"]
    place = "Public hall Kota Yogyakarta"
    assert (visit["office"]["unit"], visit["office"]["map_query"]) == (None, place)


def test_where_there_is_no_office_to_name() -> None:
    """Without a region, at a bank of one's choice, or where others act, nothing is made up."""
    nowhere = told(two_offices(), facts={("child-1", "kind"): "one"})["steps"][0]["office"]
    assert (nowhere["title"], nowhere["map_query"], nowhere["region"]) == ("Registry", None, None)
    private = {**OFFICES, "court": replace(OFFICES["court"], level="private")}
    assert told(replace(two_offices(), authorities=private))["steps"][1]["office"] is None
    found = two_offices()
    others = {slug: replace(one, acts="other") for slug, one in found.services.items()}
    assert told(replace(found, services=others))["steps"][0]["office"] is None
    province = {**OFFICES, "court": replace(OFFICES["court"], level="province")}
    step = told(replace(two_offices(), authorities=province))["steps"][1]
    assert step["office"]["map_query"] == "Pengadilan Daerah Istimewa Yogyakarta"
