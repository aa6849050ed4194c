"""Check from when a service can be used, and when it comes again."""

from datetime import date

import pytest

from lifejourney.schedule import Window, next_times, window
from lifejourney.vocabulary import Opening, Repeat, Span, Text
from tests.unit.schedule.tasks import ALWAYS

MONTH = Span(1, "month")
FIRST = date(2027, 1, 31)
Day = tuple[int, int, int]


@pytest.mark.parametrize(
    ("opening", "counts_from", "found"),
    [
        (None, None, Window()),
        (Opening(MONTH, "it.born"), FIRST, Window(date(2027, 2, 28))),
        (Opening(MONTH, "it.born"), None, Window(known=False)),
        (
            Opening(from_day=FIRST, until_day=date(2027, 6, 1)),
            None,
            Window(FIRST, date(2027, 6, 1)),
        ),
        (Opening(announced=Text("Mei", "May")), None, Window(known=False)),
        (Opening(MONTH, "it.born", date(2027, 5, 1)), FIRST, Window(date(2027, 5, 1))),
        (Opening(MONTH, "it.born", date(2027, 5, 1)), None, Window(date(2027, 5, 1), known=False)),
    ],
)
def test_a_window(opening: Opening | None, counts_from: date | None, found: Window) -> None:
    """It opens a period after a fact, or on a day: on the later of the two."""
    assert window(opening, counts_from, ALWAYS, FIRST) == found


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ((2026, 12, 31), (2027, 1, 15), (2027, 3, 15)),
        ((2027, 2, 1), (2027, 1, 15), (2027, 3, 15)),
        ((2027, 3, 15), (2027, 1, 15), (2027, 3, 15)),
        ((2027, 3, 16), (2028, 1, 15), (2028, 3, 15)),
        ((2030, 1, 1), (2030, 1, 15), (2030, 3, 15)),
    ],
)
def test_a_window_of_each_year(day: Day, first: Day, last: Day) -> None:
    """The first that has not passed; never one before those that are written."""
    opening = Opening(from_day=date(2027, 1, 15), until_day=date(2027, 3, 15), each_year=True)
    assert window(opening, None, ALWAYS, date(*day)) == Window(date(*first), date(*last))


def test_a_window_of_each_year_over_new_year() -> None:
    """It ends in the year after that in which it opens; 29 February is kept on 1 March."""
    winter = Opening(from_day=date(2026, 12, 1), until_day=date(2027, 1, 31), each_year=True)
    there = Window(date(2027, 12, 1), date(2028, 1, 31))
    assert window(winter, None, ALWAYS, date(2027, 2, 1)) == there
    assert window(winter, None, ALWAYS, date(2028, 1, 31)) == there
    leap = Opening(from_day=date(2028, 2, 29), until_day=date(2028, 4, 1), each_year=True)
    found = window(leap, None, ALWAYS, date(2029, 1, 1))
    assert found == Window(date(2029, 3, 1), date(2029, 4, 1))


class TestNextTimes:
    """When a service comes again after the first time."""

    def test_three_within_two_years(self) -> None:
        """Each counts from the first: the end of a month does not wander."""
        days = next_times(Repeat(MONTH), FIRST, None, ALWAYS)
        assert days == (date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30))
        yearly = next_times(Repeat(Span(1, "year")), FIRST, None, ALWAYS)
        assert yearly == (date(2028, 1, 31), date(2029, 1, 31))
        assert next_times(Repeat(Span(3, "year")), FIRST, None, ALWAYS) == ()

    @pytest.mark.parametrize(("times", "found"), [(0, 0), (1, 0), (2, 1), (3, 2), (9, 3)])
    def test_so_many_times(self, times: int, found: int) -> None:
        """The first is one of them."""
        assert len(next_times(Repeat(MONTH, times=times), FIRST, None, ALWAYS)) == found

    def test_up_to_an_age(self) -> None:
        """It ends before the birthday; without a day of birth nothing is said."""
        until = Repeat(MONTH, until_age=2)
        leap = date(2024, 2, 29)
        assert next_times(until, date(2025, 12, 28), leap, ALWAYS) == (
            date(2026, 1, 28),
            date(2026, 2, 28),
        )
        assert next_times(until, date(2026, 1, 1), leap, ALWAYS) == (date(2026, 2, 1),)
        assert next_times(until, FIRST, None, ALWAYS) == ()
