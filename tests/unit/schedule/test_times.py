"""Check when steps begin and end, what decides the whole, and what is too late."""

from datetime import date

import pytest

from lifejourney.schedule import Limit, Task, Timing, schedule
from tests.unit.schedule.tasks import ALWAYS, DAY, march, task


def only(*tasks: Task) -> Timing:
    """Return the timing of the last of some tasks."""
    return schedule(tasks, DAY)[tasks[-1].id]


def test_nothing_to_do() -> None:
    """No task, no date; what is done has none either and is not waited for."""
    assert schedule([], DAY) == {}
    done = task("a", takes=9, done=True)
    assert only(done, task("b", "a", "gone")).start == DAY
    assert "a" not in schedule([done], DAY)


def test_one_after_the_other() -> None:
    """A step begins when the last of those before it is done, by the short and by the long time."""
    found = schedule(
        [task("a", takes=(1, 4)), task("b", takes=(2, 3)), task("c", "a", "b", takes=(1, 5))], DAY
    )
    third = found["c"]
    assert (third.start, third.start_latest) == (march(3), march(5))
    assert (third.finish, third.finish_latest) == (march(4), march(10))
    assert (third.start_known, third.finish_known) == (True, True)


@pytest.mark.parametrize(
    ("day", "takes", "unit", "finish"),
    [
        (date(2027, 3, 5), 5, "working_day", date(2027, 3, 22)),
        (date(2027, 3, 5), 1, "working_day", date(2027, 3, 16)),
        (date(2027, 1, 31), 1, "month", date(2027, 2, 28)),
        (date(2028, 1, 31), 1, "month", date(2028, 2, 29)),
        (date(2028, 2, 29), 1, "year", date(2029, 2, 28)),
        (date(2028, 2, 28), 1, "calendar_day", date(2028, 2, 29)),
        (date(2027, 3, 5), 24, "hour", date(2027, 3, 6)),
        (date(2027, 3, 5), 45, "minute", date(2027, 3, 5)),
    ],
)
def test_what_an_office_takes(day: date, takes: int, unit: str, finish: date) -> None:
    """Working days of the office, month ends, 29 February, hours."""
    found = schedule([task("a", takes=takes, unit=unit)], day)["a"]
    assert (found.start, found.finish) == (day, finish)


class TestUnknown:
    """A time that is not known is never 0."""

    def test_the_end_is_a_lower_bound(self) -> None:
        """It ends at least where it begins, and so does what waits for it."""
        found = schedule([task("a", takes=None), task("b", "a", takes=2)], DAY)
        assert (found["a"].finish, found["a"].finish_known) == (DAY, False)
        assert (found["a"].start_known, found["a"].finish_latest) == (True, None)
        assert (found["b"].start_known, found["b"].finish_known) == (False, False)
        assert (found["b"].finish, found["b"].start_latest) == (march(3), None)

    def test_only_the_least_is_known(self) -> None:
        """Then the earliest finish is, and the latest is not."""
        found = only(task("a", takes=(3, None)))
        assert (found.finish, found.finish_known, found.finish_latest) == (march(4), True, None)

    def test_a_window_that_nobody_told(self) -> None:
        """It may begin later than the day, and nobody knows when."""
        found = only(task("a", sure_to_open=False))
        assert (found.start, found.start_known, found.start_latest) == (DAY, False, None)

    def test_the_chain_with_most_unknown_decides(self) -> None:
        """It is longer than any that is known, and what is beside it has slack."""
        found = schedule(
            [
                task("a", takes=None),
                task("b", takes=300),
                task("c", "a", "b", takes=1),
                task("d", takes=None),
                task("e", "a", "d", takes=None),
                task("f", "e", takes=2),
                task("g", "e", takes=5),
            ],
            DAY,
        )
        assert {id_ for id_, one in found.items() if one.critical} == {"a", "d", "e", "g"}

    def test_longer_than_any_window(self) -> None:
        """What nobody knows the length of may end after the window of the next step has opened."""
        tasks = [task("a", takes=None), task("b", "a", not_before=march(30), takes=1)]
        assert all(one.critical for one in schedule(tasks, DAY).values())

    def test_what_is_known_has_slack_beside_it(self) -> None:
        """A step that is only waited for together with an unknown one does not decide."""
        known, other = task("a", takes=10), task("d", "a", takes=None, not_before=march(31))
        found = schedule([known, task("b", takes=None), task("c", "a", "b", takes=30), other], DAY)
        assert {id_ for id_, one in found.items() if one.critical} == {"b", "c", "d"}


class TestOffice:
    """At a counter one begins on a working day."""

    def test_the_next_working_day(self) -> None:
        """A step cannot begin on a Sunday, nor on a holiday."""
        found = schedule([task("a", attended=True), task("b")], march(6))
        assert (found["a"].start, found["b"].start) == (march(16), march(6))

    def test_the_last_working_day_before_a_deadline(self) -> None:
        """Who waits till the weekend is too late."""
        found = only(task("a", attended=True, deadline=march(7)))
        assert (found.limit, found.slack) == (Limit(march(5), "a", "deadline"), 4)

    def test_past_the_calendar_it_is_an_estimate(self) -> None:
        """And all that comes after it."""
        new_year = date(2028, 1, 3)
        found = schedule([task("a", attended=True), task("b", "a"), task("c")], new_year)
        assert {id_ for id_, one in found.items() if one.estimate} == {"a", "b"}
        assert only(task("a", takes=300, unit="working_day")).estimate


class TestWindows:
    """When a service is open."""

    def test_not_before(self) -> None:
        """It begins when the window opens."""
        assert only(task("a", not_before=march(20))).start == march(20)
        assert only(task("a", not_before=date(2026, 1, 1))).start == DAY

    def test_the_window_closes(self) -> None:
        """By then it is to begin; on the last day it is not too late."""
        found = only(task("a", takes=2), task("b", "a", until=march(3)))
        assert (found.trouble, found.limit) == (None, Limit(march(3), "b", "window"))

    def test_a_window_that_has_passed(self) -> None:
        """It is said plainly, and binds nobody any more."""
        found = only(task("a", takes=2), task("b", "a", until=march(2), deadline=march(2)))
        assert (found.trouble, found.limit, found.slack) == ("closed", None, None)


class TestLimits:
    """By when a step is to begin."""

    def test_backwards_from_a_deadline(self) -> None:
        """The application counts: what comes before it is to be done by then, if it takes long."""
        found = schedule(
            [
                task("a", takes=(1, 3), unit="working_day"),
                task("b", "a", takes=9, deadline=march(22)),
            ],
            DAY,
        )
        # Working days up to Monday 22 March: 18, 19 and 22 March.
        assert found["a"].limit == Limit(march(17), "b", "deadline")
        assert (found["b"].limit, found["b"].slack) == (Limit(march(22), "b", "deadline"), 20)

    def test_the_nearest_limit_counts(self) -> None:
        """Of its own and all those after it."""
        after = [task("b", "a", deadline=march(9)), task("c", "a", use_by=march(7))]
        found = schedule([task("a", takes=1, deadline=march(8)), *after], DAY)
        assert found["a"].limit == Limit(march(6), "c", "paper")

    def test_sooner_is_safer(self) -> None:
        """Where nobody knows how long a step takes, the day is no more than a bound."""
        after = task("b", "a", deadline=march(9))
        least = schedule([task("a", takes=(2, None)), after], DAY)["a"].limit
        nothing = schedule([task("a", takes=None), after], DAY)["a"].limit
        assert least == Limit(march(7), "b", "deadline", known=False)
        assert nothing == Limit(march(9), "b", "deadline", known=False)

    def test_too_late_to_be_safe(self) -> None:
        """If all takes longest the deadline will be missed: there is less than no slack."""
        found = schedule([task("a", takes=(1, 8)), task("b", "a", deadline=march(4))], DAY)
        assert (found["a"].slack, found["a"].trouble, found["b"].trouble) == (-5, None, None)

    @pytest.mark.parametrize(
        ("end", "takes", "unit", "begin"),
        [
            (date(2027, 3, 31), 1, "month", date(2027, 2, 28)),
            (date(2027, 3, 30), 1, "month", date(2027, 2, 28)),
            (date(2027, 3, 27), 1, "month", date(2027, 2, 27)),
            (date(2028, 3, 31), 1, "month", date(2028, 2, 29)),
            (date(2029, 2, 28), 1, "year", date(2028, 2, 29)),
            (date(2027, 3, 21), 1, "working_day", date(2027, 3, 18)),
        ],
    )
    def test_counting_back(self, end: date, takes: int, unit: str, begin: date) -> None:
        """The last day from which the time is enough, over month ends and weekends."""
        tasks = [task("a", takes=takes, unit=unit), task("b", "a", deadline=end)]
        found = schedule(tasks, date(2026, 1, 1))["a"].limit
        assert found is not None
        assert found.day == begin


class TestTrouble:
    """What is too late, and why."""

    @pytest.mark.parametrize(
        ("deadline", "trouble"),
        [(date(2027, 2, 28), "overdue"), (DAY, "infeasible"), (march(2), None)],
    )
    def test_past_or_out_of_reach(self, deadline: date, trouble: str | None) -> None:
        """Overdue is past today; infeasible is what no way leads to in time."""
        found = schedule([task("a", takes=1), task("b", "a", takes=9, deadline=deadline)], DAY)
        assert found["b"].trouble == trouble
        assert (found["a"].limit is None) == (trouble is not None)


class TestCritical:
    """What decides when everything is done."""

    def test_the_longest_chain(self) -> None:
        """A day lost on it delays the whole; beside it there is slack."""
        found = schedule(
            [task("a", takes=2), task("b", takes=1), task("c", "a", "b"), task("d", takes=1)], DAY
        )
        assert {id_ for id_, one in found.items() if one.critical} == {"a", "c"}

    def test_a_weekend_is_slack(self) -> None:
        """What may begin on a Saturday as well as on a Sunday loses nothing by waiting."""
        saturday = march(6)
        tasks = [task("a"), task("b", "a", takes=1, unit="working_day")]
        assert not schedule(tasks, saturday)["b"].critical
        counted = [task("a", calendar=ALWAYS), task("b", "a", takes=1, calendar=ALWAYS)]
        assert all(one.critical for one in schedule(counted, saturday).values())
