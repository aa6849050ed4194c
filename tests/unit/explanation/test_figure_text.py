"""Check what a deadline of the catalog says in one line."""

from datetime import date

import pytest

from lifejourney.explanation import checked_text, limit_text
from lifejourney.explanation.figure_text import figure_text
from lifejourney.vocabulary import Deadline, Source


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Deadline(60, "calendar_day", "it.born"), "60 days after it.born"),
        (Deadline(2, "week", before="it.trip"), "2 weeks before it.trip"),
        (Deadline(by="03-31"), "31 March at the latest (each year)"),
        (Deadline(by="03-31", after="it.born"), "31 March at the latest (it.born)"),
        (Deadline(on=date(2026, 6, 18)), "until 18 June 2026"),
    ],
)
def test_deadlines(rule: Deadline, expected: str) -> None:
    """After a day, before it, on a day of each year, or on one day."""
    assert figure_text(rule, "en") == expected


def test_a_limit_to_citizens() -> None:
    """Without the name of the fact that it runs from."""
    assert limit_text(Deadline(60, "calendar_day", "it.born"), "id") == "60 hari"
    assert limit_text(Deadline(by="03-31"), "id") == "31 Maret"
    assert limit_text(Deadline(on=date(2026, 6, 18)), "id") == "18 Juni 2026"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("verified", "Dari laman instansi, dilihat 22 November 2026"),
        ("secondary", "Dari berita atau laman lain"),
        ("unverified", "Belum dipastikan, tanyakan di loket"),
    ],
)
def test_a_source(status: str, expected: str) -> None:
    """How sure it makes a figure, in the words agreed on."""
    source = Source("https://example.org", date(2026, 11, 22), status)  # type: ignore[arg-type]
    assert checked_text(source, "id") == expected
