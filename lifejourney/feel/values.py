"""Read and write the values that FEEL compares: numbers, texts, days, times, durations.

Numbers are Decimal, day-time durations timedelta, the rest as Python has it. Zone names
(`@Europe/Paris`), years beyond 9999 and parts of a microsecond are refused. Source: OMG
DMN 1.4, chapter 10.3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

__all__ = [
    "Value",
    "YearMonths",
    "classify",
    "read_at",
    "read_date",
    "read_date_time",
    "read_duration",
    "read_time",
    "to_feel",
]


@dataclass(frozen=True, slots=True, order=True)
class YearMonths:
    """Hold a years-and-months duration as a number of months."""

    months: int


Value = Decimal | str | bool | date | time | datetime | timedelta | YearMonths

_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK: Final = (
    r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_DATE: Final = re.compile(_DAY)
_TIME: Final = re.compile(_CLOCK)
_DATE_TIME: Final = re.compile(f"{_DAY}(?:T{_CLOCK})?")
_YEAR_MONTHS: Final = re.compile(r"(-?)P(?=[0-9])(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?")
_DAY_TIME: Final = re.compile(
    r"(-?)P(?=[0-9T])(?:([0-9]{1,9})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})(?:\.([0-9]{1,6}))?S)?)?"
)
# FEEL allows no line ends of any kind inside a string.
_ESCAPES: Final = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        **{char: f"\\u{ord(char):04X}" for char in "\x0b\x0c\x85\u2028\u2029"},
    }
)


def classify(value: object) -> tuple[str, Any] | None:
    """Name the family within which a value can be compared, with the value to compare.

    The first word of a family is never enough to compare: clock times with and without
    an offset, and the two kinds of duration, are families of their own. None for what is
    no FEEL value (`float`, NaN, lists, None).
    """
    known: tuple[str, Any] | None = None
    match value:
        case bool():
            known = "boolean", value
        case int():
            known = "number", Decimal(value)
        case Decimal() if value.is_finite():
            known = "number", value
        case str():
            known = "string", value
        case datetime():
            known = "date and time" + _offset(value), value
        case date():
            known = "date", value
        case time():
            known = "time" + _offset(value), value
        case timedelta():
            known = "days and time duration", value
        case YearMonths():
            known = "years and months duration", value
    return known


def read_date(text: str) -> date:
    """Read `2026-11-01`; raises ValueError."""
    _demand(_DATE, text)
    return date.fromisoformat(text)


def read_time(text: str) -> time:
    """Read `23:59:00`, with an offset (`Z`, `+07:00`) if any; raises ValueError."""
    _demand(_TIME, text)
    return time.fromisoformat(text)


def read_date_time(text: str) -> datetime:
    """Read `2026-11-01T23:59:00`; a day alone is its midnight; raises ValueError."""
    _demand(_DATE_TIME, text)
    return datetime.fromisoformat(text)


def read_duration(text: str) -> YearMonths | timedelta:
    """Read `P1Y2M` or `P3DT4H`, never both mixed; raises ValueError."""
    if found := _YEAR_MONTHS.fullmatch(text):
        years, months = (int(part or 0) for part in found.groups()[1:])
        total = 12 * years + months
        return YearMonths(-total if found[1] else total)
    sign, days, hours, minutes, seconds, fraction = _demand(_DAY_TIME, text).groups()
    try:
        length = timedelta(
            days=int(days or 0),
            hours=int(hours or 0),
            minutes=int(minutes or 0),
            seconds=int(seconds or 0),
            microseconds=int((fraction or "").ljust(6, "0")),
        )
        signed = -length if sign else length
    except OverflowError as error:
        raise ValueError(text) from error
    return signed


def read_at(text: str) -> Value:
    """Read what stands in `@"..."`: a date, time, date and time or duration, by its form.

    Raises ValueError.
    """
    if _DATE.fullmatch(text):
        return read_date(text)
    if _TIME.fullmatch(text):
        return read_time(text)
    if _DATE_TIME.fullmatch(text):
        return read_date_time(text)
    return read_duration(text)


def to_feel(value: Value) -> str:
    """Write a value as the FEEL literal that reads back as the same value."""
    match value:
        case bool():
            text = "true" if value else "false"
        case Decimal():
            text = _number_to_feel(value)
        case str():
            text = f'"{value.translate(_ESCAPES)}"'
        case datetime():
            text = f'date and time("{value.isoformat()}")'
        case date():
            text = f'date("{value.isoformat()}")'
        case time():
            text = f'time("{value.isoformat()}")'
        case YearMonths():
            text = f'duration("{_year_months_to_iso(value)}")'
        case _:
            text = f'duration("{_day_time_to_iso(value)}")'
    return text


def _offset(value: datetime | time) -> str:
    """Tell clock times with an offset from those without."""
    return "" if value.utcoffset() is None else " with offset"


def _demand(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    """Match the whole text; raises ValueError."""
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return found


def _number_to_feel(value: Decimal) -> str:
    """Write a number without an exponent or needless zeros."""
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").removesuffix(".")
    return "0" if value.is_zero() else digits


def _year_months_to_iso(value: YearMonths) -> str:
    """Write years and months, leaving out what is zero."""
    years, months = divmod(abs(value.months), 12)
    parts = (f"{years}Y" if years else "") + (f"{months}M" if months else "")
    return ("-" if value.months < 0 else "") + "P" + (parts or "0M")


def _day_time_to_iso(value: timedelta) -> str:
    """Write days, hours, minutes and seconds, leaving out what is zero."""
    length = abs(value)
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{length.microseconds:06}".rstrip("0") if length.microseconds else ""
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    clock += f"{seconds}{fraction}S" if seconds or fraction else ""
    days = f"{length.days}D" if length.days else ""
    sign = "-" if value < timedelta() else ""
    return f"{sign}P{days}" + (f"T{clock}" if clock else "") if days or clock else "PT0S"
