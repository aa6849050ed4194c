"""Check which day it is where the person lives."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lifejourney.answers import civil_day
from lifejourney.catalog import Catalog
from lifejourney.loading import load_catalog

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
BEFORE, AFTER = date(2026, 11, 22), date(2026, 11, 23)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the small catalog, with a city of each zone."""
    small = load_catalog(SMALL)
    city = small.regions["34.71"]
    cities = {
        "51.71": replace(city, code="51.71", zone="WITA"),
        "91.71": replace(city, code="91.71", zone="WIT"),
        "KE-30": replace(city, code="KE-30", zone="Africa/Nairobi"),
    }
    return replace(small, regions={**small.regions, **cities})


@pytest.mark.parametrize(
    ("region", "hour", "day"),
    [
        ("34.71", 16, BEFORE),  # WIB: 23.00
        ("34.71", 17, AFTER),
        ("51.71", 15, BEFORE),  # WITA
        (" kemendagri:51.71", 16, AFTER),
        ("91.71", 14, BEFORE),  # WIT
        ("91.71", 15, AFTER),
        ("KE-30", 20, BEFORE),
        ("KE-30", 21, AFTER),
        ("99.99", 16, BEFORE),
        (None, 17, AFTER),
    ],
)
def test_the_day_turns_at_midnight_of_the_region(
    catalog: Catalog, region: object, hour: int, day: date
) -> None:
    """Two hours lie between the first and the last midnight of the country."""
    raw = {"answers": {"self.region": region}}
    assert civil_day(catalog, raw, datetime(2026, 11, 22, hour, 30, tzinfo=UTC)) == day


@pytest.mark.parametrize("raw", [None, [], {"answers": []}, {"answers": {"self.region": 34}}])
def test_any_input_has_a_day(catalog: Catalog, raw: object) -> None:
    """What cannot be read is the door's affair; the day is then that of the west."""
    assert civil_day(catalog, raw, datetime(2026, 11, 22, 16, 59, tzinfo=UTC)) == BEFORE
