"""What the shipped catalog asks: of whom, under which heading, and how many people first."""

from collections.abc import Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from lifejourney.answers import read_request
from lifejourney.cli.asking.screen import Screen
from lifejourney.cli.desk import Desk
from lifejourney.cli.plan_page import PlanPage
from lifejourney.errors import InvalidRequest
from lifejourney.explanation import Asked, present
from lifejourney.explanation.naming import Naming
from lifejourney.journey import Advisor
from lifejourney.loading import open_catalog

TODAY = date(2026, 11, 22)
CATALOG = open_catalog(Path(__file__).parents[2] / "catalog")
ADVISOR = Advisor(CATALOG)
DAUGHTER: Mapping[str, Any] = {
    "events": ["death"],
    "answers": {
        "self.kin": "heir",
        "deceased.place_of_death": "home",
        "deceased.marital": "married",
        "estate.state": "undivided",
        "estate.heirs_agree": True,
        "estate.court_asked": False,
    },
}


def advise(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the advice as it is sent."""
    return present(ADVISOR.advise(read_request(CATALOG, dict(body), TODAY)))


def test_an_heir_who_asks_is_asked_how_many_there_are() -> None:
    """The others have to bring their papers too; how many goes before what each is asked."""
    known = ("death_date", "muslim", "burial", "age", "citizenship")
    declined = [f"deceased.{name}" for name in known]
    page = advise({**DAUGHTER, "declined": declined})["questions"]
    assert page[0]["topic"] == "heirs"
    assert page[0]["persons"]["role"] == "heir"


def test_declining_the_number_asks_no_more() -> None:
    """Not to say how many there are is an answer."""
    page = advise({**DAUGHTER, "declined": ["persons:heir"]})["questions"]
    assert not [one for one in page if one["kind"] == "persons"]


def test_who_asks_is_spoken_to() -> None:
    """Of the heir who asks it is not asked how old "this heir" is."""
    advice = ADVISOR.advise(read_request(CATALOG, dict(DAUGHTER), TODAY))
    assert Naming(advice).question("heir-1", "age") == "Berapa umur Anda (tahun)?"


def test_the_work_of_a_mother_who_died_is_work() -> None:
    """The topic of a fact goes before that of the first role its holder plays."""
    assert CATALOG.topic_among(("mother", "deceased"), "work") == "work"
    assert CATALOG.topic_among(("mother", "deceased"), "citizenship") == "parents"
    assert CATALOG.topic_among(("mother",)) == "parents"


@pytest.mark.parametrize(("fact", "times"), [("child.birth_date", 0), ("mother.birth_date", 1)])
def test_no_newborn_is_asked_for_an_age(
    capsys: pytest.CaptureFixture[str], fact: str, times: int
) -> None:
    """Least of all one that did not live."""
    desk = Desk("id")
    Screen(desk).question(Asked((fact,), "date", "Kapan?", accepts=("day", "age")), 0)
    assert capsys.readouterr().out.count("umur 34") == times


def test_after_a_stillbirth_no_joy_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Nor among what does not apply."""
    answer = advise({"events": ["birth"], "answers": {"child.condition": "stillborn"}})
    PlanPage(Desk("id"), answer, everything=True).show()
    printed = capsys.readouterr().out
    assert "Yang tidak berlaku" in printed
    assert "Imunisasi" not in printed
    assert "Posyandu" not in printed


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"deceased.death_date": "2026-11-23"}, "Hari itu belum tiba."),
        ({"self.kin": "heir", "self.age": 15}, "jawablah sebagai yang mewakili"),
    ],
)
def test_what_cannot_be_is_refused_kindly(answers: Mapping[str, Any], why: str) -> None:
    with pytest.raises(InvalidRequest) as rejected:
        advise({"events": ["death"], "answers": answers})
    assert why in rejected.value.in_language("id")


@pytest.mark.parametrize("events", list(combinations(["birth", "death", "school", "business"], 2)))
def test_two_events_are_shown_where_each_has_a_plan(events: tuple[str, str]) -> None:
    """However much is still unknown, what stands in a plan alone does not vanish beside another."""
    answers = {"child.condition": "healthy"} if "birth" in events else {}
    plan = advise({"events": list(events), "answers": answers})["plan"]
    assert plan["empty"] is None
    reasons = " ".join(text for step in plan["steps"] for text in step["reasons"])
    for event in events:
        assert CATALOG.events[event].title.in_language("id") in reasons


@pytest.mark.parametrize("same", [False, True])
def test_an_answer_about_one_of_two_businesses(*, same: bool) -> None:
    """It is asked which is meant, never said that there is none; if they are one it is used."""
    answers = {"self.work_matter": "hire_foreign", "business.aim": "running"}
    persons = {"business-business": "business"} if same else {}
    told = advise({"events": ["work", "business"], "answers": answers, "persons": persons})
    why = [one["why"] for one in told["set_aside"]]
    assert same is not any("tulis business-business.aim" in one for one in why)
    assert same is (why == [])
