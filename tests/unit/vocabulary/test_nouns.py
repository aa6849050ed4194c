"""Check what the nouns themselves reckon: texts, figures, ranks, the tests in a condition."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from lifejourney.days import Duration
from lifejourney.feel import parse_test
from lifejourney.vocabulary import (
    ALWAYS,
    AllOf,
    Alternative,
    AnyOf,
    Benefit,
    Call,
    Cost,
    Deadline,
    EventTest,
    Every,
    FactTest,
    Not,
    Opening,
    Repeat,
    Requirement,
    Same,
    Some,
    Span,
    Text,
    Time,
    leaves,
    parts,
)
from lifejourney.vocabulary.scalars import Day, Flag, Number
from tests.unit.planning import tiny

ALIVE = FactTest("it", "alive", parse_test("true"))


@pytest.mark.parametrize(
    ("language", "expected"), [("id", "anak"), ("en", "child"), ("jv", "lare"), ("fr", "anak")]
)
def test_a_text_in_a_language(language: str, expected: str) -> None:
    """Where there is no translation stands Bahasa Indonesia."""
    assert expected == Text("anak", "child", {"jv": "lare"}).in_language(language)


def test_a_text_without_english() -> None:
    """Bahasa Indonesia stands for English too."""
    assert Text("anak").in_language("en") == "anak"


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (Time("hour", min=1, max=24), Duration(24, "hour")),
        (Time("hour", min=1), Duration(1, "hour")),
        (Time(), None),
        (Time(max=3), None),
    ],
)
def test_the_duration_that_counts(time: Time, expected: Duration | None) -> None:
    """It is the most, else the least, else unknown; a number without unit is no duration."""
    assert expected == time.known


@pytest.mark.parametrize(
    ("cost", "expected"), [(Cost(1, 2), 2), (Cost(1), 1), (Cost(max=0), 0), (Cost(), None)]
)
def test_the_cost_that_counts(cost: Cost, expected: int | None) -> None:
    """It is the most, else the least, else unknown."""
    assert expected == cost.known


def test_a_span_is_a_duration() -> None:
    """A span of the catalog is reckoned with as a duration."""
    assert Duration(3, "month") == Span(3, "month").duration


def test_substitutes_come_last() -> None:
    """A substitute stands after every way that is none, the rest keeps its order."""
    ways = (Alternative("a", substitute=True), Alternative("b"), Alternative("c"))
    assert [way.document for way in Requirement(ways).ranked] == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (Call("child", "duty", service="s"), "s"),
        (Call("child", "duty", document="d"), "d"),
        (Call("child", "duty"), ""),
    ],
)
def test_what_is_called_for(call: Call, expected: str) -> None:
    """A goal is a service or a document."""
    assert expected == call.target


def test_the_tests_in_a_condition() -> None:
    """They come from left to right, quantifiers before what they speak of."""
    some, every = Some("heir", ALIVE), Every("heir", ALIVE)
    birth, same = EventTest(("birth",)), Same(("mother", "deceased"))
    condition = AllOf((some, AnyOf((Not(birth), every)), same, ALWAYS))
    assert (some, ALIVE, birth, every, ALIVE, same) == leaves(condition)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Flag, "true", True),
        (Flag, "false", False),
        (Flag, True, True),
        (Number, "-12", -12),
        (Number, 7, 7),
        (Day, "2026-11-22", date(2026, 11, 22)),
        (Day, date(2026, 11, 22), date(2026, 11, 22)),
    ],
)
def test_small_words(kind: Any, value: object, expected: object) -> None:  # noqa: ANN401
    """What is written so is read so."""
    assert expected == TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Flag, "yes"), (Number, "007"), (Day, "22-11-2026"), (Day, "2026-02-30"), (Day, 20261122)],
)
def test_small_words_refused(kind: Any, value: object) -> None:  # noqa: ANN401
    """Nothing is guessed."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_every_figure_of_a_service_on_which_sources_may_differ_is_listed() -> None:
    """What can hold a conflict stands in a field of the service itself, in that order."""
    whole = replace(
        tiny.service(1),
        response_time=Time(),
        deadline=Deadline(),
        opens=Opening(),
        repeats=Repeat(Span(1, "year")),
        benefit=Benefit(tiny.text("money")),
    )
    walked = [path[0] for path, part in parts(whole) if hasattr(part, "conflicts")]
    assert [key for key, _ in whole.figures] == walked
    assert [key for key, _ in tiny.service(1).figures] == ["processing_time", "cost"]
