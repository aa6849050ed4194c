"""Papers in words, and by whose they are."""

from typing import Any

import pytest

from lifejourney.handouts import Reading, by_holder, claim_text, notes
from tests.unit.handouts.answers import asked

PAPER: dict[str, Any] = {
    "title": "Kartu", "person_title": "ibu", "from": "outside", "issuer": "Bank", "form": None,
    "original": True, "copies": 0, "kept": False, "step": None, "where_to_get": None, "stamps": 0,
    "copy_first": False, "substitutes": [], "substitute_titles": [], "for": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, []),
        ({"stamps": 1}, ["1 duty stamp"]),
        ({"stamps": 2, "copy_first": True}, ["2 duty stamps", "copy it first, a later step asks"]),
        ({"substitutes": ["x", "y"], "substitute_titles": ["X", "Y"]}, ["if missing: X or Y"]),
        ({"from": "held", "substitutes": ["x"], "substitute_titles": ["X"]}, []),
    ],
)
def test_what_else_to_mind(more: dict[str, Any], expected: list[str]) -> None:
    """Stamps, copying first, and what may stand in for what perhaps is missing."""
    found = notes({**PAPER, **more}, "en")
    assert [text[: len(least)] for text, least in zip(found, expected, strict=True)] == expected


def test_what_a_step_makes_comes_last() -> None:
    """By whose it is, in the order in which they come."""
    made, mine = {**PAPER, "from": "step"}, {**PAPER, "from": "held"}
    assert by_holder([made, mine]) == {"ibu": [mine, made]}


def test_the_details_of_a_paper_leave_out_its_name_and_say_nothing_twice() -> None:
    """Form, origin, where to get it, for which steps."""
    reading = Reading(asked())
    first = reading.steps[0]["id"]
    told = reading.details({**PAPER, "where_to_get": "Di cabang mana pun.", "for": [first]})
    assert told == "asli; minta ke: Bank; Di cabang mana pun; untuk langkah 1"
    form = {"from": "self", "form": "F-1", "where_to_get": "Di loket."}
    assert reading.details({**PAPER, **form, "for": [first]}) == (
        "Anda isi. Di loket; untuk langkah 1"
    )


def test_the_order_of_a_step() -> None:
    """After which it comes, and what it opens."""
    reading = Reading(asked())
    ids = [step["id"] for step in reading.steps]
    assert reading.order({"after": [ids[0]], "unlocks": [ids[2]]}) == (
        "setelah langkah 1; membuka langkah 3"
    )
    assert reading.order({"after": [], "unlocks": []}) == ""


def test_what_is_only_checked_is_not_brought() -> None:
    """It has to be so, and nobody looks for a sheet of paper."""
    checked = {**PAPER, "original": False}
    assert Reading(asked()).checked({"requires": [PAPER, checked]}) == ["Kartu (ibu)"]


@pytest.mark.parametrize(
    ("day", "overdue", "expected"),
    [
        (None, False, ""),
        ("2026-12-01", False, "Ajukan paling lambat 1 Desember 2026."),
        ("2026-11-01", True, "Batas pengajuannya 1 November 2026 sudah lewat"),
    ],
)
def test_by_when_a_benefit_is_claimed(day: str | None, overdue: object, expected: str) -> None:
    """Kindly where it is past."""
    assert claim_text({"claim_by": day, "overdue": overdue}, "id").startswith(expected)
