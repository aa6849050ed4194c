"""Which day it is where the person lives."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Final

from lifejourney.answers.values import PREFIX
from lifejourney.catalog import SELF, Catalog

WESTERN: Final = timezone(timedelta(hours=7), "WIB")
_ZONES: Final = {
    "WIB": WESTERN,
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}


def civil_day(catalog: Catalog, raw: object, now: datetime) -> date:
    """Return the day at a moment in the region that a raw request names, else in the west.

    `now` must know its own zone.
    """
    answers = raw.get("answers") if isinstance(raw, Mapping) else None
    region = answers.get(f"{SELF}.region") if isinstance(answers, Mapping) else None
    code = region.strip().removeprefix(PREFIX) if isinstance(region, str) else ""
    known = catalog.regions.get(code)
    return now.astimezone(WESTERN if known is None else _ZONES[known.zone]).date()
