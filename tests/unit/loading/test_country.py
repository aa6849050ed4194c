"""A catalog of another country: its money, its time, its words."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lifejourney.answers import civil_day, read_request
from lifejourney.explanation import list_figures, present
from lifejourney.journey import Advisor
from lifejourney.loading import load_catalog, read_catalog
from lifejourney.vocabulary import Country

KENYA = """\
currency: KES
in_cents: true
zone: Africa/Nairobi
stamp: 500
if_asked_to_pay: {id: Lapor ke EACC., en: Tell the EACC.}
"""
DAY = date(2026, 11, 22)
BIRTH = {"events": ["birth"], "answers": {"child.condition": "healthy"}, "lang": "en"}


def test_without_the_file_money_and_time_are_those_of_indonesia(small: Path) -> None:
    """Money is rupiah, days turn at midnight in Jakarta; nothing else is supposed."""
    (small / "country.yaml").unlink()
    country = load_catalog(small).country
    assert country == Country()
    assert (country.money_unit, country.time_zone, country.complaint) == ("rupiah", "WIB", None)


def test_money_time_and_words(small: Path) -> None:
    """The plan and the list of figures speak of the country."""
    (small / "country.yaml").write_text(KENYA, "utf-8")
    service = small / "services" / "pencatatan-kelahiran.yaml"
    text = service.read_text("utf-8")
    service.write_text(text.replace("cost: {max: 0, source: uu24}", "cost: 550"), "utf-8")
    catalog = load_catalog(small)
    answer = present(Advisor(catalog).advise(read_request(catalog, BIRTH, DAY)))
    fee = answer["plan"]["totals"]["fee"]
    assert fee["note"] == "For what is free of charge: Tell the EACC."
    assert "KES 5.50" in str([step["cost"]["text"] for step in answer["plan"]["steps"]])
    assert answer["zone"] == "Africa/Nairobi"
    assert "KES 5.50" in {row["value"] for row in list_figures(catalog, "en", DAY)}
    evening = datetime(2026, 11, 22, 20, 59, tzinfo=UTC)
    assert civil_day(catalog, {}, evening) == DAY


def test_money_asked_for_what_is_free_elsewhere(small: Path) -> None:
    """Nobody abroad is sent to LAPOR!, unless the country says so."""
    (small / "country.yaml").write_text("currency: EUR\nstamp: 3\n", "utf-8")
    catalog = load_catalog(small)
    answer = present(Advisor(catalog).advise(read_request(catalog, BIRTH, DAY)))
    assert "that office" in answer["plan"]["totals"]["fee"]["note"]


def test_the_price_of_a_stamp_is_never_invented(small: Path) -> None:
    """What a rupiah stamp costs is no price in another currency."""
    (small / "country.yaml").write_text("currency: EUR\n", "utf-8")
    paper = small / "documents" / "sptjm-kelahiran.yaml"
    (problem,) = (one for one in read_catalog(small)[1] if one.severity == "error")
    assert (problem.code, problem.where.file) == ("missing-key", str(paper))
    (small / "country.yaml").write_text("currency: EUR\nstamp: 3\n", "utf-8")
    assert load_catalog(small).country.stamp_price == 3


def in_german(small: Path) -> Path:
    """Write every text of the catalog in German and English alone."""
    for file in small.rglob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"(?m)([{ ,])id: ", r"\1de: ", text), "utf-8")
    return small


def test_the_language_of_the_country(small: Path) -> None:
    """Its language stands where `id` stands elsewhere; a bare text is in that language."""
    (in_german(small) / "country.yaml").write_text("language: de\n", "utf-8")
    title = load_catalog(small).services["pencatatan-kelahiran"].title
    assert title.in_language("de") == title.in_language("id") == title.id
    assert title.in_language("en") != title.id


def test_a_text_without_the_normative_language(small: Path) -> None:
    """It is named where it stands, once, with the way to make its language the normative one."""
    service = small / "services" / "pencatatan-kelahiran.yaml"
    text = service.read_text("utf-8")
    service.write_text(re.sub(r"(title: \{)id: ", r"\1de: ", text, count=1), "utf-8")
    (problem,) = (one for one in read_catalog(small)[1] if one.severity == "error")
    assert problem.code == "missing-key"
    assert problem.remedy is not None
    assert "language: de" in problem.remedy.en
    (small / "country.yaml").write_text("language: fr\n", "utf-8")
    problems = [one for one in read_catalog(small)[1] if one.code == "missing-key"]
    assert len(problems) > 1
    assert all("'fr'" in one.what.en for one in problems)


def test_a_text_in_another_language_alone_is_none_of_this_country(small: Path) -> None:
    """Also one under `id`; a bare text is in the language of the country."""
    (in_german(small) / "country.yaml").write_text("language: de\n", "utf-8")
    service = small / "services" / "pencatatan-kelahiran.yaml"
    text = service.read_text("utf-8")
    for title, codes in (("{id: Akta}", ["missing-key"]), ("Akte", []), ("{de: A, id: B}", [])):
        service.write_text(re.sub(r"(?m)^title: .*$", f"title: {title}", text), "utf-8")
        problems = [one for one in read_catalog(small)[1] if one.severity == "error"]
        assert [one.code for one in problems] == codes


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("currency: euro", "bad-currency", (1, 11)),
        ("zone: Africa/Kenya", "unknown-word", (1, 7)),
        ("zone: ../etc", "unknown-word", (1, 7)),
        ("stamp: -1", "below-zero", (1, 8)),
        ("curency: KES", "unknown-key", (1, 1)),
        ("language: klingon", "unknown-word", (1, 11)),
    ],
)
def test_faults(small: Path, text: str, code: str, place: tuple[int, int]) -> None:
    """Each is named where it stands."""
    (small / "country.yaml").write_text(f"{text}\n", "utf-8")
    (problem,) = read_catalog(small)[1]
    assert (problem.code, problem.where.line, problem.where.column) == (code, *place)
    assert problem.remedy is not None
