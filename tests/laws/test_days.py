"""Hold the laws of days: what must be so for all dates, durations and calendars."""

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, rrule
from hypothesis import given
from hypothesis import strategies as st

from lifejourney.days import (
    UNKNOWN_TICKS,
    Calendar,
    Duration,
    add,
    birthday,
    comparable,
    days_since,
    is_estimate,
    years_since,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
UNITS = st.sampled_from(["minute", "hour", "calendar_day", "working_day", "week", "month", "year"])
DURATIONS = st.builds(Duration, st.integers(0, 200), UNITS)
DAYS_OFF = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=20)
CALENDARS = st.builds(
    Calendar,
    DAYS_OFF,
    DAYS_OFF,
    st.just(date(2026, 1, 1)),
    st.just(date(2026, 12, 31)),
    st.booleans(),
)
EMPTY = Calendar(frozenset(), frozenset(), None, None)


@given(DAYS, st.integers(-1200, 1200))
def test_months_agree_with_dateutil(day: date, months: int) -> None:
    """Months go where an independent library says."""
    assert add(day, Duration(months, "month"), EMPTY) == day + relativedelta(months=months)


@given(DAYS, st.integers(-100, 100))
def test_years_agree_with_dateutil(day: date, years: int) -> None:
    """Years go where an independent library says."""
    assert add(day, Duration(years, "year"), EMPTY) == day + relativedelta(years=years)


@given(st.dates(date(2025, 12, 1), date(2026, 4, 30)), st.integers(1, 60), CALENDARS)
def test_working_days_agree_with_a_list_of_them(day: date, value: int, calendar: Calendar) -> None:
    """The n-th working day is the n-th of an independent list of weekdays without days off."""
    off = calendar.holidays | (frozenset() if calendar.joint_leave_counts else calendar.joint_leave)
    weekdays = rrule(DAILY, dtstart=day + timedelta(days=1), count=200, byweekday=range(5))
    working = [moment.date() for moment in weekdays if moment.date() not in off]
    assert add(day, Duration(value, "working_day"), calendar) == working[value - 1]


@given(DAYS, DURATIONS, CALENDARS)
def test_adding_never_goes_back(day: date, duration: Duration, calendar: Calendar) -> None:
    """A period ends on or after the day on which it starts."""
    assert add(day, duration, calendar) >= day


@given(DAYS, DAYS, DURATIONS, CALENDARS)
def test_adding_keeps_order(one: date, other: date, duration: Duration, calendar: Calendar) -> None:
    """Who starts earlier never ends later."""
    first, second = sorted((one, other))
    assert add(first, duration, calendar) <= add(second, duration, calendar)


@given(DAYS, st.integers(0, 60), CALENDARS)
def test_working_days_end_on_a_working_day(day: date, value: int, calendar: Calendar) -> None:
    """The last of one or more working days is one."""
    end = add(day, Duration(value, "working_day"), calendar)
    assert value == 0 or calendar.is_working_day(end)


@given(DAYS, st.integers(0, 60), st.integers(0, 60), CALENDARS)
def test_working_days_add_up(day: date, one: int, other: int, calendar: Calendar) -> None:
    """Adding n and then m working days is adding n + m."""
    between = add(day, Duration(one, "working_day"), calendar)
    end = add(between, Duration(other, "working_day"), calendar)
    assert end == add(day, Duration(one + other, "working_day"), calendar)


@given(
    DAYS,
    st.integers(0, 60),
    CALENDARS,
    st.sets(st.integers(0, 6), max_size=6),
    st.sets(st.integers(0, 6), max_size=6),
)
def test_more_working_days_never_end_later(
    day: date, value: int, calendar: Calendar, weekend: set[int], more: set[int]
) -> None:
    """Who works on more days of the week, or on joint leave, is done no later."""
    period = Duration(value, "working_day")
    shorter, longer = tuple(weekend & more), tuple(weekend)
    late = replace(calendar, weekend=longer, joint_leave_counts=False)
    for early in (replace(late, weekend=shorter), replace(late, joint_leave_counts=True)):
        assert add(day, period, early) <= add(day, period, late)


@given(DAYS, DURATIONS, CALENDARS)
def test_what_is_no_estimate_is_covered(day: date, duration: Duration, calendar: Calendar) -> None:
    """Only working days can be an estimate, and then their end or beginning is not covered."""
    end = add(day, duration, calendar)
    if is_estimate(day, duration, calendar):
        assert duration.unit == "working_day"
        assert not (calendar.covers(day + timedelta(days=1)) and calendar.covers(end))


@given(DAYS, st.integers(0, 120))
def test_age_goes_up_on_the_birthday(birth: date, age: int) -> None:
    """On the birthday the age is reached; the day before, it is not."""
    day = birthday(birth, age)
    assert years_since(birth, day) == age
    assert years_since(birth, day - timedelta(days=1)) == age - 1


@given(DAYS, DAYS)
def test_age_lies_between_two_birthdays(birth: date, day: date) -> None:
    """A day lies on or after the last birthday and before the next."""
    age = years_since(birth, day)
    assert birthday(birth, age) <= day < birthday(birth, age + 1)


@given(DAYS, st.integers(-10_000, 10_000))
def test_days_since_undoes_adding_days(day: date, value: int) -> None:
    """Counting the days that were added gives their number."""
    assert days_since(day, add(day, Duration(value, "calendar_day"), EMPTY)) == value


@given(st.lists(DURATIONS, max_size=200))
def test_unknown_is_longer_than_any_sum(durations: list[Duration]) -> None:
    """However many known durations are added up, one that is unknown is longer."""
    assert sum(comparable(duration) for duration in durations) < comparable(None)
    assert comparable(None) == UNKNOWN_TICKS
