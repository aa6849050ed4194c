"""Regions, and what their rules change in services."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from lifejourney.vocabulary.scalars import Line, Noun, Slug, Source
from lifejourney.vocabulary.service import Requirement


@dataclass(frozen=True, slots=True)
class Region:
    """Name a province, regency or city by its Kemendagri code (`34`, `34.71`)."""

    code: str
    name: str
    kind: Literal["province", "regency", "city"]
    zone: Literal["WIB", "WITA", "WIT"]


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
