"""In which region the office is where a person goes."""

from typing import Final

from lifejourney.catalog import SELF
from lifejourney.situation import Situation
from lifejourney.vocabulary import Authority, province_of

WITHOUT_REGION: Final = ("national", "private")
"""The levels of authorities of which any office, or one of the person's own choice, will do."""


def region_of(situation: Situation, member: str) -> str | None:
    """Return the code of the region of a person, else of the one who asks, if known."""
    told = (situation.facts.get((who, "region")) for who in (member, SELF))
    return next((region for region in told if isinstance(region, str)), None)


def office_region(authority: Authority, situation: Situation, member: str) -> str | None:
    """Return the code of the region whose office serves a person, None if any does."""
    region = region_of(situation, member)
    if region is None or authority.level in WITHOUT_REGION:
        return None
    return province_of(region) if authority.level == "province" else region
