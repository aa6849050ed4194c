"""An office where things are done: where it is, when it is open, and for whom it works."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lifejourney.vocabulary.scalars import Address, Flag, Line, Noun, Slug, Source, Text
from lifejourney.vocabulary.service import Accommodation, Complaint


@dataclass(frozen=True, slots=True)
class Told(Noun):
    """Hold what is told of an office; `source` where that is not the source of all the rest."""

    text: Text
    source: Slug | None = None


@dataclass(frozen=True, slots=True)
class Unit(Noun):
    """Describe one office of an authority in a region, or a mall: a place of several authorities.

    `region`: the code of the region that it works for. `mall`: it has desks of several authorities,
    those known are its `hosts`; `each`: by rule, every regency and city of the province has one.
    `standard_reported`: it has reported its service standards to
    the ministry (SIPP); None is not known. `source` shows whatever names no source of its own.
    """

    slug: Slug
    title: Text
    region: Line
    source: Slug
    authority: Slug | None = None
    mall: Flag = False
    each: Flag = False
    hosts: tuple[Slug, ...] = ()
    address: Told | None = None
    map_query: Line | None = None
    hours: Told | None = None
    phone: Line | None = None
    website: Address | None = None
    complaint: Complaint | None = None
    sippn_id: Line | None = None
    standard_reported: Flag | None = None
    accommodations: tuple[Accommodation, ...] = ()
    also_called: tuple[Line, ...] = ()
    sources: Mapping[Slug, Source] = field(default_factory=dict)
