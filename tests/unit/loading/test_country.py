"""A catalog of another country: its money, its time, its words."""

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


def test_without_the_file_it_is_indonesia(small: Path) -> None:
    """Money is rupiah, days turn at midnight in Jakarta."""
    assert load_catalog(small).country == Country()


def test_money_time_and_words(small: Path) -> None:
    """The plan and the list of figures speak of the country."""
    (small / "country.yaml").write_text(KENYA, "utf-8")
    service = small / "services" / "pencatatan-kelahiran.yaml"
    text = service.read_text("utf-8")
    service.write_text(text.replace("cost: {max: 0, source: uu24}", "cost: 550"), "utf-8")
    catalog = load_catalog(small)
    body = {"events": ["birth"], "answers": {"child.condition": "healthy"}, "lang": "en"}
    answer = present(Advisor(catalog).advise(read_request(catalog, body, DAY)))
    fee = answer["plan"]["totals"]["fee"]
    assert fee["note"] == "Tell the EACC."
    assert "KES 5.50" in str([step["cost"]["text"] for step in answer["plan"]["steps"]])
    assert answer["zone"] == "Africa/Nairobi"
    assert "KES 5.50" in {row["value"] for row in list_figures(catalog, "en", DAY)}
    evening = datetime(2026, 11, 22, 20, 59, tzinfo=UTC)
    assert civil_day(catalog, {}, evening) == DAY


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("currency: euro", "bad-currency", (1, 11)),
        ("zone: Africa/Kenya", "unknown-word", (1, 7)),
        ("zone: ../etc", "unknown-word", (1, 7)),
        ("stamp: -1", "below-zero", (1, 8)),
        ("curency: KES", "unknown-key", (1, 1)),
    ],
)
def test_faults(small: Path, text: str, code: str, place: tuple[int, int]) -> None:
    """Each is named where it stands."""
    (small / "country.yaml").write_text(f"{text}\n", "utf-8")
    (problem,) = read_catalog(small)[1]
    assert (problem.code, problem.where.line, problem.where.column) == (code, *place)
    assert problem.remedy is not None
