"""The body that answers for services, and the regions it works in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from lifejourney.vocabulary.scalars import Address, Line, Noun, Slug, Source, Text
from lifejourney.vocabulary.service import Complaint

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)
"""The days of the week in their order, Monday first."""


@dataclass(frozen=True, slots=True)
class Authority(Noun):
    """Describe a public organisation (cv:PublicOrganisation).

    `level`: where `province`, `regency` or `village`, the name of the region of the person
    follows the title ("Disdukcapil Kota Yogyakarta"). `working_week`: the days on which it works
    where they are no days off; its working days are counted by them.
    """

    slug: Slug
    title: Text
    level: Literal["national", "province", "regency", "village", "private"]
    complaint: Complaint
    full_name: Text | None = None
    website: Address | None = None
    working_week: tuple[Weekday, ...] = WEEKDAYS[:5]
    also_called: tuple[Line, ...] = ()
    sources: Mapping[Slug, Source] = field(default_factory=dict)
