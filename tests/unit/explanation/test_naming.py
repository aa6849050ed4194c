"""Check names: money, days, persons, answers, offices and questions."""

from dataclasses import replace
from datetime import date

import pytest

from lifejourney.explanation.amounts import money_text
from lifejourney.explanation.naming import Naming
from lifejourney.vocabulary import Call, Country, Person
from tests.unit.explanation.births import small
from tests.unit.planning.tiny import advise, catalog, event, fact, is_, service, text


@pytest.mark.parametrize(
    ("amount", "lang", "expected"),
    [
        (0, "id", "Rp0"),
        (1500, "id", "Rp1.500"),
        (1000000, "id", "Rp1.000.000"),
        (1000000, "en", "Rp1,000,000"),
    ],
)
def test_money(amount: int, lang: str, expected: str) -> None:
    """A dot stands for each thousand, in English a comma, and no space after Rp."""
    assert expected == money_text(amount, lang)


@pytest.mark.parametrize(
    ("country", "lang", "expected"),
    [
        (Country("KES"), "en", "KES 1,500"),
        (Country("KES"), "id", "KES 1.500"),
        (Country("EUR", in_cents=True), "en", "EUR 15.00"),
    ],
)
def test_money_of_other_countries(country: Country, lang: str, expected: str) -> None:
    """The code of the currency stands before the amount, as the language writes numbers."""
    assert expected == money_text(1500, lang, country)


def test_days(told: dict[str, Naming]) -> None:
    """The month is written out in the language of the person."""
    assert told["id"].day(date(2026, 8, 1)) == "1 Agustus 2026"
    assert told["en"].day(date(2026, 8, 1)) == "1 August 2026"


@pytest.mark.parametrize(
    ("member", "indonesian", "english"),
    [
        ("child-2", "anak ke-2", "child 2"),
        ("mother", "ibu", "mother"),
        ("self", "Anda", "you"),
        ("guest", "guest", "guest"),
        ("child-9", "anak", "child"),
        ("aunt", "aunt", "aunt"),
    ],
)
def test_persons(told: dict[str, Naming], member: str, indonesian: str, english: str) -> None:
    """Of several each has its number; who asks is addressed."""
    assert told["id"].person(member) == indonesian
    assert told["en"].person(member) == english


def test_who_asks_is_addressed_in_every_role() -> None:
    """Once it is known that the mother asks herself, her papers are hers."""
    applicant = Person(is_role={"mother": is_("mother", "asks"), "self": None})
    goals, persons = [Call("child", "duty", service="s1")], {"mother": Person(text("mother"))}
    birth = event(goals, **persons, applicant=applicant)
    asked = catalog(birth, [service(1)], facts=[fact("asks", of="mother")])
    assert Naming(advise(asked)).person("mother") == "mother"
    assert Naming(advise(asked, facts={("mother", "asks"): True})).person("mother") == "you, mother"


def test_one_of_many_has_no_number() -> None:
    """A single member needs none."""
    assert Naming(advise(small(), persons={"child": 1})).person("child-1") == "child"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ill", True, "Yes"),
        ("ill", False, "No"),
        ("born", date(2020, 1, 2), "2 January 2020"),
        ("kind", "two", "Two"),
        ("region", "34.71", "Kota Yogyakarta"),
        ("region", "99", "99"),
        ("income", 2000, "Rp2,000"),
    ],
)
def test_answers(told: dict[str, Naming], name: str, value: object, expected: str) -> None:
    """An answer is shown as a person would say it."""
    definition = told["en"].definition("child-1", name)
    assert definition is not None
    assert told["en"].value(definition, value) == expected


@pytest.mark.parametrize(
    ("office", "member", "expected"),
    [
        ("court", "mother", "Court"),
        ("office", "mother", "Registry Kota Yogyakarta"),
        ("province", "mother", "Agency Daerah Istimewa Yogyakarta"),
        ("office", "child-1", "Registry"),
        ("office", "child-2", "Registry"),
    ],
)
def test_offices(told: dict[str, Naming], office: str, member: str, expected: str) -> None:
    """An office of a region bears its name where the region is known."""
    one = replace(told["en"].advice.catalog.services["s1"], authority=office)
    assert told["en"].authority(one, member) == expected


def test_names_of_what_is_not_there(told: dict[str, Naming]) -> None:
    """An unknown id stands for itself."""
    assert told["en"].step("LJ-0001@child-1") == "Registration"
    assert told["en"].step("LJ-9999@child-1") == "LJ-9999@child-1"
    assert told["en"].unknown("mother.nothing") == "mother.nothing"
    assert told["en"].text(None) is None
    assert told["en"].definition("aunt", "income") is None


@pytest.mark.parametrize(
    ("unknown", "expected"),
    [
        ("document:b@child-2", "Do you have Letter (child 2)?"),
        ("persons:child", "How many?"),
        ("persons:mother", "Who is mother?"),
    ],
)
def test_questions_behind_unknowns(told: dict[str, Naming], unknown: str, expected: str) -> None:
    """Each unknown has a question that a person can answer."""
    assert told["en"].unknown(unknown) == expected


def test_the_question_of_a_fact(told: dict[str, Naming]) -> None:
    """It says about whom it is, where that is not clear."""
    assert told["id"].unknown("child-2.ill").startswith("Anak sakit?")
    assert "child 2" in told["en"].unknown("child-2.ill")
    assert told["en"].unknown("mother.income") == "Income (mother)"
