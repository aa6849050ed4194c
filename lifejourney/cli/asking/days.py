"""Read a date as people write it: 1/11/2026, 1 November 2026, November 2026, umur 34, yesterday."""

import re
from datetime import date, timedelta
from typing import Final

from babel.dates import get_month_names

from lifejourney.answers.periods import InvalidPeriod, read_period
from lifejourney.days import Days
from lifejourney.errors import Words

NEAR: Final = {"hari ini": 0, "today": 0, "kemarin": 1, "yesterday": 1}
EXAMPLE: Final = Words("misalnya 14 November 2026", "as 14 November 2026")
_ISO: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DIGITS: Final = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_WORDS: Final = re.compile(r"([0-9]{1,2})[- ]+([^\W\d_]+)\.?[-, ]+([0-9]{4})")
_SHORT: Final = re.compile(r"[0-9]{1,2}[-/. ][^-/. ]+[-/. ][0-9]{2}")
_ISO_MONTH: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})")
_MONTH: Final = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{4})")
_NAMED_MONTH: Final = re.compile(r"(?:bulan )?([^\W\d_]+)\.?[-, ]+([0-9]{4})")
_YEAR: Final = re.compile(r"(?:tahun |year )?([0-9]{4})")
_AGES: Final = r"([0-9]{1,3})(?: ?(?:-|\N{EN DASH}|\.\.|sampai|to) ?([0-9]{1,3}))?"
_YEARS: Final = r"(?: ?(?:tahun|years?(?: old)?))"
_AGED: Final = re.compile(f"(?:umur|usia|age|aged) {_AGES}{_YEARS}?|{_AGES}{_YEARS}")


def read_date(text: str, today: date) -> date | Days | Words:
    """Return the day or the days that a text means, or what is needed instead."""
    words = " ".join(text.casefold().split()).rstrip(".")
    if words in NEAR:
        return today - timedelta(days=NEAR[words])
    if found := _ISO.fullmatch(words):
        return _day(found[1], int(found[2]), found[3])
    if found := _DIGITS.fullmatch(words):
        return _day(found[3], int(found[2]), found[1])
    if found := _WORDS.fullmatch(words):
        return _day(found[3], _month(found[2]), found[1])
    try:
        return read_period(_as_answer(words), today) or _needed(words)
    except InvalidPeriod as refused:
        return refused.remedy


def _as_answer(words: str) -> str:
    """Return a month, a year or an age as an answer writes it; what is none of them as it is."""
    if found := _AGED.fullmatch(words):
        low, high = found[1] or found[3], found[2] or found[4]
        return f"age {low}..{high}" if high else f"age {low}"
    if found := _YEAR.fullmatch(words):
        return found[1]
    if found := _ISO_MONTH.fullmatch(words):
        return f"{found[1]}-{int(found[2]):02}"
    if found := _MONTH.fullmatch(words):
        return f"{found[2]}-{int(found[1]):02}"
    if (found := _NAMED_MONTH.fullmatch(words)) and (month := _month(found[1])):
        return f"{found[2]}-{month:02}"
    return words


def _needed(words: str) -> Words:
    """Return what a date that cannot be read needs."""
    if _SHORT.fullmatch(words):
        return Words(
            f"tulis tahunnya dengan empat angka, {EXAMPLE.id}",
            f"write the year in four digits, {EXAMPLE.en}",
        )
    return Words(
        f"tulis hari, bulan, tahun, {EXAMPLE.id}; harinya tidak tahu? November 2026, atau 2026",
        f"write day month year, {EXAMPLE.en}; day not known? November 2026, or 2026",
    )


def _day(year: str, month: int, day: str) -> date | Words:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return Words(
            f"tanggal itu tidak ada di kalender; tulis {EXAMPLE.id}",
            f"there is no such day; write it {EXAMPLE.en}",
        )


def _month(name: str) -> int:
    """Return the number of a month in either language, in full or short; 0 for none."""
    for language in ("id", "en"):
        for width in ("wide", "abbreviated"):
            for number, called in get_month_names(width, locale=language).items():
                if name == called.casefold().rstrip("."):
                    return int(number)
    return {"agustus": 8, "ags": 8, "nop": 11, "nopember": 11, "pebruari": 2}.get(name, 0)
