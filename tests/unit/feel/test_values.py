"""Check how FEEL values are read, told apart and written."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest

from lifejourney.feel.values import (
    Value,
    YearMonths,
    classify,
    read_at,
    read_date,
    read_date_time,
    read_duration,
    read_time,
    to_feel,
)

WIB = timezone(timedelta(hours=7))


class TestReading:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("2026-11-01", date(2026, 11, 1)),
            ("08:00:00", time(8)),
            ("08:00:00.25", time(8, 0, 0, 250_000)),
            ("08:00:00Z", time(8, tzinfo=UTC)),
            ("08:00:00+07:00", time(8, tzinfo=WIB)),
            ("2026-11-01T08:00:00", datetime(2026, 11, 1, 8)),  # noqa: DTZ001
            ("2026-11-01T08:00:00+07:00", datetime(2026, 11, 1, 8, tzinfo=WIB)),
            ("P1Y", YearMonths(12)),
            ("P14M", YearMonths(14)),
            ("-P1Y2M", YearMonths(-14)),
            ("P3D", timedelta(days=3)),
            ("-P1DT2H3M4.5S", -timedelta(days=1, hours=2, minutes=3, seconds=4.5)),
            ("PT36H", timedelta(hours=36)),
        ],
    )
    def test_by_form(self, text: str, value: Value) -> None:
        """The form of the text tells the type."""
        assert read_at(text) == value

    def test_a_day_alone_is_its_midnight(self) -> None:
        """`date and time` accepts a day."""
        assert read_date_time("2026-11-01") == datetime(2026, 11, 1)  # noqa: DTZ001

    @pytest.mark.parametrize(
        ("read", "text"),
        [
            (read_date, "2026-02-30"),
            (read_date, "20261101"),
            (read_date, "2026-W01-1"),
            (read_date, "2026-11-01\n"),
            (read_time, "08:00"),
            (read_time, "24:00:00"),
            (read_time, "08:00:00@Europe/Paris"),
            (read_time, "08:00:00+24:00"),
            (read_date_time, "2026-11-01 08:00:00"),
            (read_duration, ""),
            (read_duration, "P"),
            (read_duration, "P1YT"),
            (read_duration, "PT"),
            (read_duration, "P1DT"),
            (read_duration, "P1Y2D"),
            (read_duration, "P9999999999D"),
            (read_duration, "P999999999DT24H"),
            (read_at, "a"),
        ],
    )
    def test_refusals(self, read: Callable[[str], Value], text: str) -> None:
        """What is no such value raises ValueError."""
        with pytest.raises(ValueError):  # noqa: PT011 - the text of Python's own errors varies
            read(text)


class TestFamilies:
    @pytest.mark.parametrize(
        ("value", "family"),
        [
            (True, "boolean"),
            (1, "number"),
            (Decimal(1), "number"),
            ("a", "string"),
            (date(2026, 1, 1), "date"),
            (datetime(2026, 1, 1), "date and time"),  # noqa: DTZ001
            (datetime(2026, 1, 1, tzinfo=UTC), "date and time with offset"),
            (time(8), "time"),
            (time(8, tzinfo=UTC), "time with offset"),
            (timedelta(1), "days and time duration"),
            (YearMonths(1), "years and months duration"),
        ],
    )
    def test_known(self, value: object, family: str) -> None:
        """Each value compares within one family."""
        known = classify(value)
        assert known is not None
        assert known == (family, value)

    @pytest.mark.parametrize("value", [None, 1.5, Decimal("NaN"), Decimal("Infinity"), [1], b"a"])
    def test_unknown(self, value: object) -> None:
        """What is no FEEL value has no family."""
        assert classify(value) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (Decimal(100), "100"),
        (Decimal("1E+3"), "1000"),
        (Decimal("2.50"), "2.5"),
        (Decimal("2.00"), "2"),
        (Decimal("-0"), "0"),
        ("a", '"a"'),
        ('a"\\\n\r\t\u2028', r'"a\"\\\n\r\t\u2028"'),
        (date(2026, 11, 1), 'date("2026-11-01")'),
        (time(8), 'time("08:00:00")'),
        (datetime(2026, 11, 1, 8, tzinfo=WIB), 'date and time("2026-11-01T08:00:00+07:00")'),
        (YearMonths(0), 'duration("P0M")'),
        (YearMonths(14), 'duration("P1Y2M")'),
        (YearMonths(-12), 'duration("-P1Y")'),
        (timedelta(), 'duration("PT0S")'),
        (timedelta(days=2), 'duration("P2D")'),
        (timedelta(hours=5, minutes=1), 'duration("PT5H1M")'),
        (-timedelta(days=1, seconds=1.25), 'duration("-P1DT1.25S")'),
        (timedelta(microseconds=1), 'duration("PT0.000001S")'),
    ],
)
def test_writing(value: Value, text: str) -> None:
    """Values are written in one way only, without what is zero."""
    assert to_feel(value) == text
