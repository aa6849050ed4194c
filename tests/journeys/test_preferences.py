"""Check, over every shipped scenario, that each preference gets what it prefers."""

from collections.abc import Callable
from functools import cache
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
OTHERS = ("cheapest", "fewest-visits")
PARTS = 4
"""So many workers share the scenarios."""
Plan = dict[str, Any]


@cache
def shipped() -> Advisor:
    """Return one advisor for all tests here."""
    return Advisor(open_catalog(CATALOG))


def answered(scenario: Scenario, prefer: str) -> Plan:
    """Return the plan in a scenario under a preference."""
    raw = {**as_raw(scenario), "prefer": prefer}
    advice = shipped().advise(read_request(shipped().catalog, raw, scenario.date))
    plan: Plan = present(advice, ["plan"])["plan"]
    return plan


def dearness(plan: Plan) -> tuple[int, int]:
    """Return the fee of a plan to compare by: an unknown one is dearer than any known."""
    fee = plan["totals"]["fee"]
    return fee["unknown"], fee["min"] if fee["max"] is None else fee["max"]


def lateness(plan: Plan) -> tuple[bool, str]:
    """Return the finish of a plan to compare by: one that nobody knows is later than any day."""
    totals = plan["totals"]
    return totals["finish_open"], totals["finish_latest"] or totals["finish"] or ""


def going(plan: Plan) -> int:
    """Return how many visits a plan takes."""
    visits: int = plan["totals"]["visits"]
    return visits


def results(plan: Plan) -> set[tuple[str, str]]:
    """Return the goals that a plan cannot reach: preference never changes them."""
    return {(step["id"], step["status"]) for step in plan["steps"] if step["service"] is None}


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_each_preference_gets_what_it_prefers(part: int) -> None:
    """Law 15: never later by the fastest, dearer by the cheapest, nor more visits by the fewest.

    Where no paper of the plan has another producer there is nothing to choose: one of the other
    preferences, each in its turn, is enough to see that the plan is the same.
    """
    scenarios = [one for one in shipped().catalog.scenarios.values() if one.events]
    for number, scenario in enumerate(scenarios[part::PARTS]):
        fastest = answered(scenario, "fastest")
        chosen = OTHERS if fastest["not_chosen"] else (OTHERS[number % 2],)
        plans = {prefer: answered(scenario, prefer) for prefer in chosen}
        for prefer, plan in plans.items():
            assert results(plan) == results(fastest), (scenario.slug, prefer)
            if not fastest["not_chosen"]:
                assert plan == fastest, (scenario.slug, prefer)
        compared = {"fastest": fastest, **plans}
        measures: dict[str, Callable[[Plan], Any]] = {
            "fastest": lateness,
            "cheapest": dearness,
            "fewest-visits": going,
        }
        for prefer, of in measures.items():
            if prefer in compared:
                least = min(of(plan) for plan in compared.values())
                assert of(compared[prefer]) == least, (scenario.slug, prefer)


def test_some_scenario_has_something_to_choose() -> None:
    """The test above compares plans that differ, in one scenario at least."""
    scenario = shipped().catalog.scenarios["death-long-ago-hospital"]
    fastest, cheapest = (answered(scenario, prefer) for prefer in ("fastest", "cheapest"))
    assert fastest["not_chosen"]
    assert results(fastest) == results(cheapest)
