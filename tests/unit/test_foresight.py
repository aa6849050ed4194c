"""Check scenarios of what falls due: each expectation that does not hold is named."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifejourney.loading import load_catalog
from lifejourney.scenarios import run_scenario
from lifejourney.vocabulary import Foresight

CATALOG = load_catalog(Path(__file__).resolve().parents[1] / "data" / "small")
SCENARIO = CATALOG.scenarios["coming"]


def test_it_holds() -> None:
    """As it stands in the catalog."""
    assert run_scenario(CATALOG, SCENARIO) == ()


@pytest.mark.parametrize(
    ("wrong", "expectation", "found"),
    [
        ({"due": {"imunisasi@child": (date(2026, 12, 9),)}}, "due.imunisasi@child", "2026-12-10"),
        ({"due": {"birth@child": (date(2026, 12, 9),)}}, "due.birth@child", "-"),
        ({"nothing_else": True}, "nothing_else", "imunisasi@child-1, ktp-el@self"),
        ({"perhaps": ("imunisasi@child",)}, "perhaps.imunisasi@child", "certain"),
        ({"perhaps": ("birth@child",)}, "perhaps.birth@child", "-"),
        ({"not_due": ("ktp-el@self",)}, "not_due.ktp-el@self", "certain"),
        ({"asks": ("child.condition",)}, "asks", "-"),
    ],
)
def test_what_does_not_hold(wrong: dict[str, Any], expectation: str, found: str) -> None:
    """Which, and what was found instead."""
    (failure,) = run_scenario(CATALOG, replace(SCENARIO, upcoming=Foresight(6, **wrong)))
    assert failure.expectation == f"upcoming.{expectation}"
    assert failure.found == found


def test_a_question_that_must_not_be_asked() -> None:
    """It is named."""
    less = replace(
        SCENARIO,
        answers={"child[1].birth_date": "2026-10-10"},
        upcoming=Foresight(6, asks_not=("child.condition",)),
    )
    assert [one.expectation for one in run_scenario(CATALOG, less)] == ["upcoming.asks_not"]
    wrong = replace(less, answers={"child[1].color": "red"})
    assert [one.expectation for one in run_scenario(CATALOG, wrong)] == ["answers.child[1].color"]
