"""The days on which offices are closed, year by year, and on which decree that rests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import StringConstraints

from lifejourney.vocabulary.scalars import Day, Flag, Line, Noun, Slug, Source, Text

YEAR = r"^[12][0-9]{3}$"


@dataclass(frozen=True, slots=True)
class Decree(Noun):
    """Cite a joint decree of three ministers that sets or changes the days off of a year.

    `numbers`: those of the ministers of religion, of manpower, and of the civil service.
    """

    title: Text
    numbers: tuple[Line, ...]
    day: Day
    source: Slug


@dataclass(frozen=True, slots=True)
class CalendarYear(Noun):
    """Hold the national holidays and the days of joint leave (cuti bersama) of one year.

    `slug` is the year itself; each day bears the name that the decree gives it.
    """

    slug: Annotated[str, StringConstraints(pattern=YEAR)]
    decrees: tuple[Decree, ...] = ()
    holidays: Mapping[Day, Text] = field(default_factory=dict)
    joint_leave: Mapping[Day, Text] = field(default_factory=dict)
    sources: Mapping[Slug, Source] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """Return the year as a number."""
        return int(self.slug)


@dataclass(frozen=True, slots=True)
class CalendarRules(Noun):
    """Say how the days off are read, in every year, and why so.

    `joint_leave_counts`: joint leave is a working day.
    """

    joint_leave_counts: Flag = False
    note: Text | None = None
