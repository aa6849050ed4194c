"""Run every scenario of the shipped catalog: what a person says, and what they must be told."""

from functools import cache
from pathlib import Path

import pytest

from lifejourney.answers import read_request
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.loading import open_catalog
from lifejourney.scenarios import as_raw, run_scenario

ROOT = Path(__file__).resolve().parents[2] / "catalog"
NAMES = sorted(path.stem for path in (ROOT / "scenarios").glob("*.yaml"))


@cache
def advisor() -> Advisor:
    """Return the advisor of the shipped catalog, read once."""
    return Advisor(open_catalog(ROOT))


def catalog() -> Catalog:
    """Return the shipped catalog."""
    return advisor().catalog


def test_there_are_scenarios_enough() -> None:
    """The catalog tells at least ninety stories."""
    assert len(NAMES) >= 90


def test_every_service_is_reached_by_a_scenario() -> None:
    """Somebody's plan holds it, for sure or perhaps."""
    found: set[str] = set()
    for scenario in catalog().scenarios.values():
        if scenario.events:
            request = read_request(catalog(), as_raw(scenario), scenario.date)
            advice = advisor().advise(request)
            found.update(step.service.slug for step in (*advice.steps, *advice.possible))
    assert set(catalog().services) - found == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_holds(name: str) -> None:
    """The advice is what the scenario says it must be."""
    failures = run_scenario(catalog(), catalog().scenarios[name], advisor())
    assert not failures, "\n".join(failure.in_language("en") for failure in failures)
