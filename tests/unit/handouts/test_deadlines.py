"""Check deadlines in words where the day is not known yet."""

import pytest

from lifejourney.handouts import deadline_text

LAW = {"within": None, "unit": None, "before": None, "by": None, "binding": True}
ASKED = {"earliest": None, "after_title": "Departure?"}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"within": 1, "unit": "week"}, "1 week"),
        ({"within": 2, "unit": "week", "binding": False}, "better within 2 weeks"),
        ({"within": 15, "unit": "working_day", "before": "self.trip"}, "15 working days before"),
        (
            {"within": 1, "unit": "month", "before": "self.trip", "binding": False},
            "better 1 month before",
        ),
        ({"by": "03-31"}, "31 March at the latest"),
        ({"by": "03-31", "binding": False}, "best by 31 March"),
    ],
)
def test_a_deadline_without_its_day(rule: dict[str, object], expected: str) -> None:
    """The rule is told, and the question that its day waits for."""
    told = deadline_text({**LAW, **ASKED, **rule}, "en")
    assert told == f"{expected}. We reckon the day once this is answered: Departure?"
