"""Read a date that is known by month, year or age alone, as the days that it may be."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from lifejourney.days import Days, aged
from lifejourney.errors import Words

FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2199
OLDEST: Final = 150
MONTHS: Final = 12
_MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR: Final = re.compile(r"[0-9]{4}")
_AGE: Final = re.compile(r"(?:age|umur) ([0-9]{1,3})(?:\.\.([0-9]{1,3}))?")


class InvalidPeriod(Exception):
    """Refuse a month, year or age that there is not, with the remedy."""

    def __init__(self, code: str, what: Words, remedy: Words) -> None:
        """Keep the words."""
        super().__init__(what.en)
        self.code = code
        self.what = what
        self.remedy = remedy


def is_period(text: str) -> bool:
    """Tell whether a text is written as a month, a year or an age."""
    return any(pattern.fullmatch(_plain(text)) for pattern in (_MONTH, _YEAR, _AGE))


def read_period(text: str, day: date) -> Days | None:
    """Return the days of `2026-11` or `2026`, or the birthdays of who is `age 30..39` on a day.

    None for a text that is written as none of these. Raises InvalidPeriod.
    """
    text = _plain(text)
    if found := _MONTH.fullmatch(text):
        return _month(int(found[1]), int(found[2]))
    if _YEAR.fullmatch(text):
        year = _checked_year(int(text))
        return Days(date(year, 1, 1), date(year, 12, 31), "year")
    if found := _AGE.fullmatch(text):
        return _aged(int(found[1]), int(found[2] or found[1]), day)
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _month(year: int, month: int) -> Days:
    year = _checked_year(year)
    if not 1 <= month <= MONTHS:
        raise InvalidPeriod(
            "bad-date",
            Words(f"tidak ada bulan {month:02}", f"there is no month {month:02}"),
            Words("tulis bulan 01 sampai 12, misalnya 2026-11", "write 01 to 12, as 2026-11"),
        )
    first = date(year, month, 1)
    return Days(first, first.replace(day=monthrange(year, month)[1]), "month")


def _checked_year(year: int) -> int:
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    bounds = Words(f"dari {FIRST_YEAR} sampai {LAST_YEAR}", f"from {FIRST_YEAR} to {LAST_YEAR}")
    what = Words(f"tahun {year} di luar batas", f"the year {year} is out of bounds")
    raise InvalidPeriod("out-of-bounds", what, bounds)


def _aged(low: int, high: int, day: date) -> Days:
    """Return the birthdays of those who are `low` to `high` years old on a day."""
    if low > high:
        what = Words(f"umur {low}..{high} terbalik", f"the ages {low}..{high} are reversed")
        remedy = Words(f"tulis umur {high}..{low}", f"write age {high}..{low}")
        raise InvalidPeriod("bad-age", what, remedy)
    if high > OLDEST:
        what = Words(f"umur {high} di luar batas", f"the age {high} is out of bounds")
        remedy = Words(f"dari 0 sampai {OLDEST}", f"from 0 to {OLDEST}")
        raise InvalidPeriod("out-of-bounds", what, remedy)
    return aged(low, high, day)
