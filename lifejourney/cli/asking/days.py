"""Read a day as people write it: 2026-11-01, 1/11/2026, 1 November 2026, yesterday."""

import re
from datetime import date, timedelta
from typing import Final

from babel.dates import get_month_names

from lifejourney.errors import Words

NEAR: Final = {"hari ini": 0, "today": 0, "kemarin": 1, "yesterday": 1}
EXAMPLE: Final = Words("misalnya 14 November 2026", "as 14 November 2026")
_ISO: Final = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DIGITS: Final = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_WORDS: Final = re.compile(r"([0-9]{1,2})[- ]+([^\W\d_]+)\.?[-, ]+([0-9]{4})")
_SHORT: Final = re.compile(r"[0-9]{1,2}[-/. ][^-/. ]+[-/. ][0-9]{2}")
_WITHOUT_DAY: Final = re.compile(r"([0-9]{1,2}[-/. ]|[^\W\d_]+[-., ]+)?[0-9]{4}([-/.][0-9]{1,2})?")


def read_day(text: str, today: date) -> date | Words:
    """Return the day that a text means, or what is needed instead."""
    words = " ".join(text.casefold().split()).rstrip(".")
    if words in NEAR:
        return today - timedelta(days=NEAR[words])
    if found := _ISO.fullmatch(words):
        return _day(found[1], int(found[2]), found[3])
    if found := _DIGITS.fullmatch(words):
        return _day(found[3], int(found[2]), found[1])
    if found := _WORDS.fullmatch(words):
        return _day(found[3], _month(found[2]), found[1])
    return _needed(words)


def _needed(words: str) -> Words:
    """Return what a day that cannot be read needs."""
    if _SHORT.fullmatch(words):
        return Words(
            f"tulis tahunnya dengan empat angka, {EXAMPLE.id}",
            f"write the year in four digits, {EXAMPLE.en}",
        )
    if _WITHOUT_DAY.fullmatch(words):
        return Words(
            f"tanggalnya juga diperlukan, {EXAMPLE.id}. Tidak ingat? Ketik ?",
            f"the day is needed too, {EXAMPLE.en}. Not sure? Type ?",
        )
    return Words(f"tulis hari, bulan, tahun, {EXAMPLE.id}", f"write day month year, {EXAMPLE.en}")


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
