"""Answers saved under an older catalog are read without what is no longer known."""

from datetime import date
from pathlib import Path

import pytest

from lifejourney import Catalog, InvalidRequest, load_catalog, read_request

DAY = date(2026, 11, 22)
SMALL = Path(__file__).resolve().parents[2] / "data" / "small"


@pytest.fixture(scope="module")
def small() -> Catalog:
    return load_catalog(SMALL)


def saved(**more: object) -> dict[str, object]:
    return {"events": ["birth"], "unknown": "ignore", **more}


def test_each_is_named_as_it_stands_in_the_request(small: Catalog) -> None:
    raw = saved(
        answers={"child[1].condition": "healthy", "child[1].gone": "x", "nobody.birth_date": "x"},
        declined=["child[1].gone", "child[1].birth_date"],
        documents={
            "held": ["gone@family", "kartu-keluarga@family", {"document": "lost@family"}],
            "lacking": [],
        },
        done=["LJ-9999@child-1"],
        persons={"nobody": 2},
    )
    request = read_request(small, raw, DAY)
    assert {name for name, _ in request.ignored} == {
        "answers.child[1].gone",
        "answers.nobody.birth_date",
        "declined[0]",
        "documents.held[0]",
        "documents.held[2]",
        "done[0]",
        "persons.nobody",
    }
    assert request.papers[("kartu-keluarga", "family")] is True
    assert request.facts == {("child-1", "condition"): "healthy"}


def test_an_option_that_is_gone_is_left_out(small: Catalog) -> None:
    request = read_request(small, saved(answers={"child[1].condition": "gone"}), DAY)
    assert [name for name, _ in request.ignored] == ["answers.child[1].condition"]
    assert not request.facts


def test_nothing_else_is_forgiven(small: Catalog) -> None:
    raw = saved(answers={"child[1].gone": "x", "child[1].birth_date": "yesterday"}, wanted="all")
    with pytest.raises(InvalidRequest) as refused:
        read_request(small, {**raw, "events": ["birht"]}, DAY)
    fields = {one.where.field for one in refused.value.problems}
    assert {"events[0]", "wanted", "answers.child[1].birth_date"} <= fields


@pytest.mark.parametrize("unknown", ["keep", 1])
def test_how_to_take_it_is_one_of_two_words(small: Catalog, unknown: object) -> None:
    with pytest.raises(InvalidRequest) as refused:
        read_request(small, {"events": ["birth"], "unknown": unknown}, DAY)
    assert [one.where.field for one in refused.value.problems] == ["unknown"]


def test_what_is_all_known_is_read_as_ever(small: Catalog) -> None:
    raw = {"events": ["birth"], "answers": {"child[1].condition": "healthy"}}
    assert read_request(small, {**raw, "unknown": "ignore"}, DAY) == read_request(small, raw, DAY)
