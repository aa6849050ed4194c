"""Check that figures which nobody can vouch for say so."""

from typing import Any

import pytest

from lifejourney.handouts import unsure_text

KNOWN = {"min": 1, "max": 1, "status": "unverified"}


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ({"time": KNOWN, "cost": KNOWN}, "Not yet confirmed, ask at the counter: time, cost"),
        ({"time": KNOWN | {"status": "secondary"}, "cost": None}, ""),
        ({"cost": {"min": None, "max": None, "status": "unverified"}}, ""),
        (
            {"deadline": {"by": "03-31", "status": "unverified"}},
            "Not yet confirmed, ask at the counter: deadline",
        ),
        (
            {"deadline": {"on": "2026-06-18", "status": "unverified"}},
            "Not yet confirmed, ask at the counter: deadline",
        ),
        ({"deadline": {"within": 3, "status": "unverified"}, "follow_up": True}, ""),
    ],
)
def test_what_is_not_confirmed(step: dict[str, Any], told: str) -> None:
    """Of what is known at all; a paper that follows has no figures of its own."""
    assert unsure_text(step, "en") == told
