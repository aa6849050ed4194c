"""Regions, and what their rules change in services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lifejourney.vocabulary.scalars import Line, Noun, Slug, Source
from lifejourney.vocabulary.service import Requirement

_PLACES: Final[Mapping[str, str]] = {
    "WIB": "Asia/Jakarta",
    "WITA": "Asia/Makassar",
    "WIT": "Asia/Jayapura",
}


@cache
def is_zone(zone: str) -> bool:
    """Tell whether there is such a time zone."""
    try:
        return bool(ZoneInfo(place_of(zone)))
    except (ZoneInfoNotFoundError, ValueError):
        return False


def place_of(zone: str) -> str:
    """Return the name in the tz database of a time zone: WIB, WITA and WIT are known too."""
    return _PLACES.get(zone, zone)


def province_of(code: str) -> str:
    """Return the code of the province of a region: what stands before the dot."""
    return code.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Region:
    """Name a province, regency or city by its code: in Indonesia that of Kemendagri (`34.71`).

    What stands before the dot is the code of the province. `zone`: WIB, WITA or WIT, or a name of
    the tz database (`Africa/Nairobi`).
    """

    code: str
    name: str
    kind: Slug
    zone: str


@dataclass(frozen=True, slots=True)
class Difference(Noun):
    """Say what differs in one service in a region: figures and words, papers more and papers less.

    `set`: the keys of the service and their values there. `add_requires`: asked for there on top;
    `remove_requires`: the documents that are not asked for there.
    """

    set: Mapping[str, Any] = field(default_factory=dict)
    add_requires: tuple[Requirement, ...] = ()
    remove_requires: tuple[Slug, ...] = ()
    source: Slug | None = None


@dataclass(frozen=True, slots=True)
class RegionalRules(Noun):
    """Hold the differences of one region by service; `slug` is its code.

    Those of a province hold in each of its regencies and cities, unless one has its own `set`.
    """

    slug: Line
    services: Mapping[Slug, Difference]
    sources: Mapping[Slug, Source] = field(default_factory=dict)
