"""Which day it is where the person lives."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lifejourney.answers.values import PREFIX
from lifejourney.catalog import SELF, Catalog
from lifejourney.vocabulary import place_of


def day_in(zone: str, now: datetime) -> date:
    """Return the day at a moment in a time zone."""
    return now.astimezone(ZoneInfo(place_of(zone))).date()


def civil_day(catalog: Catalog, raw: object, now: datetime) -> date:
    """Return the day at a moment in the region that a raw request names, else that of the country.

    `now` must know its own zone.
    """
    answers = raw.get("answers") if isinstance(raw, Mapping) else None
    region = answers.get(f"{SELF}.region") if isinstance(answers, Mapping) else None
    code = region.strip().removeprefix(PREFIX) if isinstance(region, str) else ""
    known = catalog.regions.get(code)
    return day_in(catalog.country.time_zone if known is None else known.zone, now)
