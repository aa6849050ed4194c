"""Check what a deadline of the catalog says in one line."""

import pytest

from lifejourney.explanation.figure_text import figure_text
from lifejourney.vocabulary import Deadline


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Deadline(60, "calendar_day", "it.born"), "60 days after it.born"),
        (Deadline(2, "week", before="it.trip"), "2 weeks before it.trip"),
        (Deadline(by="03-31"), "31 March at the latest (each year)"),
        (Deadline(by="03-31", after="it.born"), "31 March at the latest (it.born)"),
    ],
)
def test_deadlines(rule: Deadline, expected: str) -> None:
    """After a day, before it, or on a day of each year."""
    assert figure_text(rule, "en") == expected
