"""Run every scenario of the shipped catalog: what a person says, and what they must be told."""

from functools import cache
from pathlib import Path

import pytest

from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.loading import open_catalog
from lifejourney.scenarios import run_scenario

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
    """The catalog tells at least thirty-six stories."""
    assert len(NAMES) >= 36


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_holds(name: str) -> None:
    """The advice is what the scenario says it must be."""
    failures = run_scenario(catalog(), catalog().scenarios[name], advisor())
    assert not failures, "\n".join(failure.in_language("en") for failure in failures)
