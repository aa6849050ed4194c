"""Check figures and reasons in words, in both languages."""

from dataclasses import replace
from datetime import date

import pytest

from lifejourney.advice import Reason
from lifejourney.errors import Words
from lifejourney.explanation import words
from lifejourney.explanation.figures import (
    cost_json,
    deadline_json,
    estimate_note,
    law,
    time_json,
)
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.telling import reason_text
from lifejourney.vocabulary import CalendarYear, Cost, LegalBasis, Service, Time


@pytest.mark.parametrize(
    ("time", "indonesian", "english"),
    [
        (Time("hour", max=24), "paling lama 24 jam", "at most 24 hours"),
        (Time("working_day", min=2), "sedikitnya 2 hari kerja", "at least 2 working days"),
        (Time("week", min=1, max=3), "1 sampai 3 minggu", "1 to 3 weeks"),
        (Time("month", min=3, max=3), "paling lama 3 bulan", "at most 3 months"),
        (Time(), words.UNKNOWN.id, words.UNKNOWN.en),
    ],
)
def test_times(told: dict[str, Naming], time: Time, indonesian: str, english: str) -> None:
    """What is not known says so."""
    one = told["en"].advice.catalog.services["s1"]
    assert time_json(told["id"], one, time)["text"] == indonesian
    assert time_json(told["en"], one, time)["text"] == english


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        (Cost(max=0), "Free of charge"),
        (Cost(0, 5000), "Rp0 to Rp5,000"),
        (Cost(1000, 5000), "Rp1,000 to Rp5,000"),
        (Cost(5000, 5000), "Rp5,000"),
        (Cost(max=5000), "Rp5,000"),
        (Cost(5000), "from Rp5,000"),
        (Cost(by_region=True), words.BY_REGION.en),
        (Cost(), words.UNKNOWN.en),
    ],
)
def test_costs(told: dict[str, Naming], cost: Cost, expected: str) -> None:
    """A missing fee is never free."""
    one = told["en"].advice.catalog.services["s1"]
    assert cost_json(told["en"], one, cost)["text"] == expected


@pytest.mark.parametrize(
    ("source", "expected"), [("uu", "verified"), ("none", "unverified"), (None, "unverified")]
)
def test_a_figure_is_as_sure_as_its_source(
    told: dict[str, Naming], source: str | None, expected: str
) -> None:
    """Without a source it is unverified."""
    one = told["en"].advice.catalog.services["s1"]
    assert cost_json(told["en"], one, Cost(max=0, source=source))["status"] == expected


def test_laws(told: dict[str, Naming]) -> None:
    """An act is cited with its article where that is known."""
    assert law(told["id"], LegalBasis("UU 24/2013", "27")) == "UU 24/2013 pasal 27"
    assert law(told["en"], LegalBasis("UU 24/2013", "27")) == "UU 24/2013 article 27"
    assert law(told["en"], LegalBasis("KHI")) == "KHI"


def test_every_phrase_has_both_languages() -> None:
    """Both say something and are filled in with the same things."""
    phrases = [one for one in vars(words).values() if isinstance(one, Words)]
    for table in (one for one in vars(words).values() if isinstance(one, dict)):
        phrases += [one for one in table.values() if isinstance(one, Words)]
    for phrase in phrases:
        assert bool(phrase.id) is bool(phrase.en)
        assert phrase.id.count("{") == phrase.en.count("{")


def test_no_deadline(told: dict[str, Naming]) -> None:
    """Where there is none nothing is said."""
    one: Service = told["en"].advice.catalog.services["s1"]
    assert deadline_json(told["en"], one, None) is None


@pytest.mark.parametrize(
    ("years", "day", "expected"),
    [
        ((), date(2027, 1, 4), "An estimate: there is no calendar of holidays yet."),
        (
            ("2025", "2026"),
            date(2027, 1, 4),
            "An estimate: there is no calendar of holidays after 2026 yet.",
        ),
        (
            ("2026",),
            date(2026, 1, 4),
            "An estimate: there is no calendar of holidays before 2026.",
        ),
    ],
)
def test_why_a_day_is_an_estimate(
    told: dict[str, Naming], years: tuple[str, ...], day: date, expected: str
) -> None:
    """It says which calendar is not there."""
    naming = told["en"]
    calendars = {year: CalendarYear(year, (), {}) for year in years}
    advice = replace(naming.advice, catalog=replace(naming.advice.catalog, calendars=calendars))
    assert estimate_note(Naming(advice), day) == expected


# Reasons.


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason("event", of="a@child-1", value="birth"), "Called for by birth: Certificate."),
        (
            Reason("needed", paper=("b", "child-1"), of="LJ-0001@child-1"),
            "Letter from this step is needed for Registration.",
        ),
        (
            Reason("answer", "child-2", "kind", value="two"),
            "Your answer about child 2: Kind Two.",
        ),
        (Reason("answer", "mother", "nothing", value=1), "mother.nothing: 1"),
    ],
)
def test_reasons(told: dict[str, Naming], reason: Reason, expected: str) -> None:
    """A reason is a sentence made of what was said."""
    assert reason_text(told["en"], reason) == expected


def test_a_reason_about_one_person(told: dict[str, Naming]) -> None:
    """Of a single person it is clear whom the answer is about."""
    found = reason_text(told["en"], Reason("answer", "mother", "income", value=1000))
    assert "Rp1,000" in found
