"""The small words that every noun of the catalog is made of: texts, slugs, days, flags, sources."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,8}-[0-9]{4,6}$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Status = Literal["verified", "secondary", "unverified"]

_NUMBER = re.compile(r"^-?(?:0|[1-9][0-9]*)$")
_DAY = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_MONTH_DAY = re.compile(r"^[0-9]{2}-[0-9]{2}$")


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("flag", "expected true or false")


def _number(value: object) -> object:
    if isinstance(value, str) and not _NUMBER.match(value):
        raise PydanticCustomError("number", "expected a whole number")
    return value


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "expected a day as YYYY-MM-DD")


def _month_day(value: object) -> object:
    if isinstance(value, str) and _MONTH_DAY.match(value):
        try:
            # A year without 29 February: what falls due each year does so in every year.
            date.fromisoformat(f"2023-{value}")
        except ValueError:
            pass
        else:
            return value
    raise PydanticCustomError("month_day", "expected a day of each year as MM-DD")


Flag = Annotated[bool, BeforeValidator(_flag)]
Number = Annotated[int, BeforeValidator(_number)]
Day = Annotated[date, BeforeValidator(_day)]
MonthDay = Annotated[str, BeforeValidator(_month_day)]
"""A day of each year: `03-31`."""


class Noun:
    """Refuse unknown keys in every noun that is read from a file."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Text(Noun):
    """Hold one text in its languages; `id` is normative, `en` a courtesy translation.

    `others` maps further language codes (ISO 639) to the same text.
    """

    id: Line
    en: Line | None = None
    others: Mapping[str, Line] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """Return the text in `language`, in the normative one where there is no translation."""
        if language == "en" and self.en is not None:
            return self.en
        return self.others.get(language, self.id)


@dataclass(frozen=True, slots=True)
class LegalBasis(Noun):
    """Cite the law: act and article as in force, with the source that shows it."""

    act: Line
    article: Line | None = None
    source: Slug | None = None


@dataclass(frozen=True, slots=True)
class Source(Noun):
    """Name where a figure was seen, on which day, and how sure that makes it.

    `verified` only where the agency's own page or the text of the regulation was opened and
    showed that very figure; `quote` then holds the words.
    """

    url: Address
    checked: Day
    status: Status
    title: Line | None = None
    quote: Line | None = None
