"""Check the list of figures: each with its words, source, age and status; drawn by a seed."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifejourney.explanation import count_by_status, draw, list_figures, only_about
from lifejourney.loading import load_catalog
from lifejourney.vocabulary import (
    AllOf,
    Benefit,
    Conflict,
    Due,
    Opening,
    Repeat,
    Span,
    SuppliedLater,
    Text,
    Treatment,
    Validity,
    parts,
)

SMALL = load_catalog(Path(__file__).resolve().parents[2] / "data" / "small")
TODAY = date(2026, 11, 22)
BIRTH = SMALL.services["pencatatan-kelahiran"]


def rows(service: Any, lang: str = "en") -> dict[str, Any]:  # noqa: ANN401 - as replaced
    """Return the figures of one service by their field."""
    catalog = replace(SMALL, services={**SMALL.services, service.slug: service})
    found = only_about(list_figures(catalog, lang, TODAY), {service.slug})
    return {row["field"]: row for row in found}


def test_a_figure_says_what_where_and_how_old() -> None:
    """One row holds all that is needed to check it."""
    assert rows(BIRTH, "id")["deadline"] == {
        "noun": "service",
        "slug": "pencatatan-kelahiran",
        "code": "LJ-0001",
        "title": "Pencatatan kelahiran",
        "region": None,
        "field": "deadline",
        "label": "batas waktu",
        "value": "60 hari setelah it.birth_date",
        "status": "secondary",  # the quotation is about the fee
        "status_label": "dari berita atau laman lain",
        "source": "uu24",
        "url": "https://peraturan.bpk.go.id/Details/38985",
        "source_title": "UU 24/2013",
        "checked": "2026-11-01",
        "age_days": 21,
        "quote": "tidak dipungut biaya",
        "conflicts": [],
    }
    assert rows(BIRTH)["cost"]["status"] == "verified"
    assert rows(BIRTH)["changes[0]"]["value"] == "since January 1, 2027: cost".replace(
        "January 1, 2027", "1 January 2027"
    )


def test_every_part_with_a_source_is_listed() -> None:
    """Nothing that can name a source is left out, whatever noun it is in."""
    nouns = (
        *SMALL.services.values(),
        *SMALL.events.values(),
        *SMALL.documents.values(),
        *SMALL.authorities.values(),
        *SMALL.units.values(),
        *SMALL.calendars.values(),
        SMALL.retired,
    )
    wanted = sum(
        hasattr(part, "source") for noun in nouns for _, part in parts(noun) if part is not None
    )
    assert len(list_figures(SMALL, "id", TODAY)) == wanted


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        (
            {"opens": Opening(Span(1, "month"), "it.x")},
            "opens",
            "1 month after it.x at the earliest",
        ),
        (
            {"opens": Opening(None, None, date(2027, 6, 1), date(2027, 6, 30))},
            "opens",
            "from 1 June 2027, until 30 June 2027",
        ),
        (
            {"repeats": Repeat(Span(1, "month"), 5, 10)},
            "repeats",
            "every 1 month, 10 times, until the age of 5",
        ),
        ({"benefit": Benefit(Text("Money"))}, "benefit", "Money"),
        (
            {"benefit": Benefit(Text("Money"), claim_within=Span(5, "year"), claim_after="it.x")},
            "benefit",
            "Money (to be claimed within 5 years after it.x)",
        ),
        ({}, "legal[0]", "UU 24/2013 article 27"),
        ({}, "complaint", "Loket"),
        ({}, "processing_time", "at most 24 hours"),
        ({}, "cost", "Free of charge"),
    ],
)
def test_figures_in_words(change: dict[str, Any], field: str, value: str) -> None:
    """Each kind of figure reads as a person would say it."""
    assert rows(replace(BIRTH, **change))[field]["value"] == value


def test_figures_of_other_nouns() -> None:
    """Validity, papers that follow, special treatment, decrees and retired names."""
    paper = replace(SMALL.documents["surat-lahir"], valid_for=Validity(14, "calendar_day"))
    treatment = Treatment(Text("Mothers"), ("nursing_room",), AllOf(()))
    event = replace(SMALL.events["birth"], special_treatment=(treatment,))
    later = SuppliedLater(Span(3, "month"), "it.birth_date")
    asked = replace(BIRTH.requires[0], supplied_later=later)
    catalog = replace(
        SMALL,
        documents={"surat-lahir": paper},
        events={"birth": event},
        services={BIRTH.slug: replace(BIRTH, requires=(asked,))},
    )
    values = {row["value"] for row in list_figures(catalog, "en", TODAY)}
    assert values >= {
        "14 days from the day it is made",
        "Mothers: a nursing room",
        "3 months after it.birth_date",
        "→ the NIB",
    }
    assert any(row["label"] == "joint decree" for row in list_figures(catalog, "en", TODAY))


def test_what_another_source_says_stands_beside() -> None:
    """A conflict is listed with its own source."""
    assert BIRTH.deadline is not None
    other = Conflict(Text("60 hari kerja"), "uu24")
    told = rows(replace(BIRTH, deadline=replace(BIRTH.deadline, conflicts=(other,))))
    [found] = told["deadline"]["conflicts"]
    assert (found["says"], found["age_days"]) == ("60 hari kerja", 21)


def test_an_unknown_figure_is_no_unverified_one() -> None:
    """Nothing is known, or a regional rule sets it, or there is only no source."""
    nothing = replace(BIRTH, cost=replace(BIRTH.cost, min=None, max=None))
    region = replace(nothing, cost=replace(nothing.cost, by_region=True, source=None))
    assert rows(nothing)["cost"]["status"] == "unknown"
    assert rows(region)["cost"]["status"] == "unverified"
    counts = count_by_status(list(rows(nothing).values()))
    assert counts["unknown"] == 1
    assert sum(counts.values()) == len(rows(nothing))


def test_a_draw_can_be_repeated() -> None:
    """Only what has a source is drawn, in the order of the list, and no more than there is."""
    every = list_figures(SMALL, "id", TODAY)
    drawn = draw(every, 5, 1)
    assert drawn == draw(every, 5, 1)
    assert drawn != draw(every, 5, 2)
    assert [every.index(row) for row in drawn] == sorted(every.index(row) for row in drawn)
    assert all(row["url"] for row in drawn)
    assert len(draw(every, 10_000, 1)) == sum(row["url"] is not None for row in every)


def test_what_was_drawn_stays_drawn_when_another_figure_goes() -> None:
    """A list that was checked need not be checked again because the catalog has grown."""
    every = list_figures(SMALL, "id", TODAY)
    drawn = draw(every, 5, 1)
    rest = [row for row in every if row["url"] and row not in drawn]
    assert all(draw([one for one in every if one is not row], 5, 1) == drawn for row in rest)


@pytest.mark.parametrize(
    ("due", "value"),
    [
        (Due("duty", Text("why"), at_age=17), "at the age of 17"),
        (Due("duty", Text("why"), at_age=7, by="07-01"), "at the age of 7 (07-01)"),
        (Due("duty", Text("why"), on=date(2027, 6, 30)), "30 June 2027"),
        (
            Due("duty", Text("why"), within=Span(2, "month"), after="it.birth_date"),
            "2 months after it.birth_date",
        ),
        (
            Due("duty", Text("why"), before_expiry=Span(90, "calendar_day")),
            "90 days before it expires",
        ),
    ],
)
def test_what_falls_due_in_words(due: Due, value: str) -> None:
    """Each way in which something falls due reads as a person would say it."""
    assert rows(replace(BIRTH, due=(due,)))["due[0]"]["value"] == value


def test_figures_that_differ_by_region(tmp_path: Path) -> None:
    """Only what reads otherwise there is listed once more, with the region."""
    data = Path(__file__).resolve().parents[2] / "data"
    root = Path(shutil.copytree(data / "small", tmp_path / "catalog"))
    shutil.copy(data / "regional" / "34.71.yaml", root / "regions")
    found = list_figures(load_catalog(root), "id", TODAY)
    there = [(row["field"], row["value"]) for row in found if row["region"] == "34.71"]
    assert there == [("complaint", "Meja Yogya")]
