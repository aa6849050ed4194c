"""Check, over every shipped scenario, that each preference gets what it prefers."""

from pathlib import Path
from typing import Any

import pytest

from lifejourney.answers import read_request
from lifejourney.explanation import present
from lifejourney.journey import Advisor
from lifejourney.loading import open_catalog
from lifejourney.scenarios import as_raw
from lifejourney.vocabulary import Scenario

CATALOG = Path(__file__).resolve().parents[2] / "catalog"
PREFERENCES = ("fastest", "cheapest", "fewest-visits")


def answered(advisor: Advisor, scenario: Scenario, prefer: str) -> dict[str, Any]:
    """Return the answer to a scenario under a preference."""
    raw = {**as_raw(scenario), "prefer": prefer}
    plan: dict[str, Any] = present(
        advisor.advise(read_request(advisor.catalog, raw, scenario.date))
    )["plan"]
    return plan


def dearness(plan: dict[str, Any]) -> tuple[int, int]:
    """Return the fee of a plan to compare by: an unknown one is dearer than any known."""
    fee = plan["totals"]["fee"]
    return fee["unknown"], fee["min"] if fee["max"] is None else fee["max"]


def results(plan: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the goals that a plan cannot reach: preference never changes them."""
    return {(step["id"], step["status"]) for step in plan["steps"] if step["service"] is None}


@pytest.mark.slow
def test_each_preference_gets_what_it_prefers() -> None:
    """Law 15: never more fees by the cheapest, nor more visits by the fewest; the same goals."""
    advisor = Advisor(open_catalog(CATALOG))
    for scenario in (one for one in advisor.catalog.scenarios.values() if one.events):
        plans = {prefer: answered(advisor, scenario, prefer) for prefer in PREFERENCES}
        fees = {prefer: dearness(plan) for prefer, plan in plans.items()}
        visits = {prefer: plan["totals"]["visits"] for prefer, plan in plans.items()}
        assert fees["cheapest"] == min(fees.values()), scenario.slug
        assert visits["fewest-visits"] == min(visits.values()), scenario.slug
        assert len({frozenset(results(plan)) for plan in plans.values()}) == 1, scenario.slug
