"""Check deadlines: from which day they count, and by which rule."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lifejourney.advice.dates import counted_from, due_date
from lifejourney.catalog import Catalog
from lifejourney.days import Days, Unit
from lifejourney.journey import Advisor
from lifejourney.vocabulary import (
    WEEKDAYS,
    CalendarYear,
    Deadline,
    Opening,
    Person,
    Span,
    SuppliedLater,
)
from tests.unit.planning.tiny import (
    DAY,
    advise,
    catalog,
    event,
    fact,
    is_,
    need,
    request,
    service,
    text,
)

DEADLINE = Deadline(60, "calendar_day", "it.born")


def dated(rule: Deadline) -> Catalog:
    """Return a catalog of a step with a deadline."""
    services = [service(1, ["a"], deadline=rule)]
    persons = {"mother": Person(), "guest": Person(many=True, minimum=0)}
    return catalog(event(["a"], **persons), services, ["a"], [fact("born", "date", "person")])


@pytest.mark.parametrize(
    ("age", "day", "overdue"),
    [(0, date(2027, 1, 21), False), (60, DAY, False), (61, DAY - timedelta(days=1), True)],
)
def test_a_deadline(age: int, day: date, overdue: bool) -> None:  # noqa: FBT001
    """It counts from the day of the fact; the last day is not too late."""
    born = {("child", "born"): DAY - timedelta(days=age)}
    due = advise(dated(DEADLINE), facts=born).steps[0].due
    assert due is not None
    assert (due.day, due.overdue, due.estimate) == (day, overdue, False)


# Wednesday 25 November is a holiday and Thursday 26 joint leave.
OFF, LEAVE = date(2026, 11, 25), date(2026, 11, 26)
YEAR = {"2026": CalendarYear("2026", (), {OFF: text("x")}, {LEAVE: text("y")})}


@pytest.mark.parametrize(
    ("unit", "within", "day", "estimate"),
    [
        ("working_day", 2, date(2026, 11, 24), False),
        ("working_day", 3, date(2026, 11, 27), False),
        ("working_day", 29, date(2027, 1, 4), True),
        ("calendar_day", 3, date(2026, 11, 25), False),
        ("calendar_day", 60, date(2027, 1, 21), False),
    ],
)
def test_days_off(unit: Unit, within: int, day: date, estimate: bool) -> None:  # noqa: FBT001
    """Working days leave out what the calendar has off; calendar days go on."""
    small = replace(dated(replace(DEADLINE, within=within, unit=unit)), calendars=YEAR)
    due = advise(small, facts={("child", "born"): DAY}).steps[0].due
    assert due is not None
    assert (due.day, due.estimate) == (day, estimate)


def test_working_days_are_those_of_the_authority() -> None:
    """An office that works on Saturdays has fewer days to wait for."""
    small = replace(dated(replace(DEADLINE, within=4, unit="working_day")), calendars=YEAR)
    six = replace(small.authorities["office"], working_week=WEEKDAYS[:6])
    found = []
    for one in (small, replace(small, authorities={"office": six})):
        due = advise(one, facts={("child", "born"): DAY}).steps[0].due
        assert due is not None
        found.append(due.day)
    assert found == [date(2026, 11, 30), date(2026, 11, 28)]


@pytest.mark.parametrize(
    ("value", "expected"), [(3, (date(2026, 11, 27), False)), (29, (date(2027, 1, 4), True))]
)
def test_the_day_of_a_paper_that_follows(value: int, expected: tuple[date, bool]) -> None:
    """It is reckoned as a deadline is."""
    follows = need("b", supplied_later=SuppliedLater(Span(value, "working_day"), "it.born"))
    services = [service(1, ["a"], [follows]), service(2, ["b"], ["a"])]
    small = catalog(event(["a"]), services, ["a", "b"], [fact("born", "date")], calendars=YEAR)
    last = advise(small, facts={("child", "born"): DAY}).steps[-1].follow_up
    assert last is not None
    assert (last.day, last.estimate) == expected


def test_a_deadline_in_working_days_is_an_estimate() -> None:
    """Where no holidays are known only weekends are left out."""
    rule = replace(DEADLINE, within=5, unit="working_day", after="mother.born")
    due = advise(dated(rule), facts={("mother", "born"): DAY}).steps[0].due
    assert due is not None
    assert (due.day, due.estimate) == (date(2026, 11, 27), True)
    assert due.fact == ("mother", "born")


def test_the_day_of_a_deadline_is_asked_for() -> None:
    """What a shown date is made from is asked."""
    advice = advise(dated(DEADLINE))
    due = advice.steps[0].due
    assert due is not None
    assert due.day is None
    assert [question.fact for question in advice.questions] == [("child", "born")]
    declined = advise(dated(DEADLINE), declined=["child.born"])
    assert declined.questions == ()


def test_a_deadline_that_counts_from_nobody() -> None:
    """There is none."""
    rule = replace(DEADLINE, after="aunt.born")
    assert advise(dated(rule)).steps[0].due is None


def test_the_rule_of_the_day() -> None:
    """A deadline follows the rule in force on the day from which it counts."""
    new = dated(replace(DEADLINE, within=30))
    small = replace(dated(DEADLINE), variants=((date(2026, 11, 1), new),))
    before = advise(small, facts={("child", "born"): date(2026, 10, 31)}).steps[0].due
    after = advise(small, facts={("child", "born"): date(2026, 11, 1)}).steps[0].due
    assert before is not None
    assert after is not None
    assert (before.rule.within, after.rule.within) == (60, 30)


def test_a_deadline_that_has_ended() -> None:
    """It still binds those whose day was before its end, nobody else, and nothing is asked."""
    without = dated(DEADLINE)
    without = replace(without, services={"s1": replace(without.services["s1"], deadline=None)})
    small = replace(dated(DEADLINE), variants=((date(2026, 11, 1), without),))
    before = advise(small, facts={("child", "born"): date(2026, 10, 31)}).steps[0].due
    assert before is not None
    assert before.day == date(2026, 12, 30)
    assert advise(small, facts={("child", "born"): date(2026, 11, 1)}).steps[0].due is None
    untold = advise(small)
    assert (untold.steps[0].due, untold.questions) == (None, ())


def test_a_deadline_that_began() -> None:
    """It binds nobody whose day was before it."""
    without = dated(DEADLINE)
    without = replace(without, services={"s1": replace(without.services["s1"], deadline=None)})
    small = replace(without, variants=((date(2026, 11, 1), dated(DEADLINE)),))
    assert advise(small, facts={("child", "born"): date(2026, 10, 31)}).steps[0].due is None
    assert advise(small, facts={("child", "born"): date(2026, 11, 1)}).steps[0].due is not None


def test_one_day_for_everybody_that_has_ended() -> None:
    """What counts from nobody's day has ended for all."""
    on = dated(Deadline(on=date(2026, 12, 1)))
    without = replace(on, services={"s1": replace(on.services["s1"], deadline=None)})
    small = replace(on, variants=((date(2026, 11, 1), without),))
    assert advise(small).steps[0].due is None


def test_a_service_that_was_not_there_yet() -> None:
    """Its own rule stands where an earlier catalog did not know the service."""
    empty = replace(dated(DEADLINE), services={})
    small = replace(empty, variants=((date(2026, 11, 1), dated(DEADLINE)),))
    due = advise(small, facts={("child", "born"): date(2026, 10, 31)}).steps[0].due
    assert due is not None
    assert due.rule == DEADLINE


def test_from_whom_something_counts() -> None:
    """`it` and the roles of the one served are that person, else whoever plays the role."""
    advice = advise(dated(DEADLINE))
    assert counted_from(advice.cast, "child", "it.born") == ("child", "born")
    assert counted_from(advice.cast, "child", "child.born") == ("child", "born")
    assert counted_from(advice.cast, "child", "mother.born") == ("mother", "born")
    assert counted_from(advice.cast, "child", "aunt.born") is None
    plain = catalog(event(["a"]), [service(1, ["a"])], ["a"])
    only = advise(plain).steps[0]
    assert only.step is not None
    assert due_date(plain, advice.situation, only.step.instance, lambda _: True) is None


@pytest.mark.parametrize(
    ("rule", "born", "expected"),
    [
        (Deadline(by="03-31"), None, date(2027, 3, 31)),
        (Deadline(by="11-22"), None, DAY),
        (Deadline(on=date(2026, 6, 18)), None, date(2026, 6, 18)),
        (Deadline(by="03-31", after="it.born"), date(2026, 3, 31), date(2026, 3, 31)),
        (Deadline(by="03-31", after="it.born"), date(2026, 4, 1), date(2027, 3, 31)),
        (Deadline(15, "calendar_day", before="it.born"), date(2027, 1, 10), date(2026, 12, 26)),
        (Deadline(1, "month", before="it.born"), date(2027, 3, 31), date(2027, 2, 28)),
        (Deadline(3, "working_day", before="it.born"), date(2026, 12, 7), date(2026, 12, 2)),
        (Deadline(3, "working_day", before="it.born"), None, None),
    ],
)
def test_a_day_of_each_year_and_a_day_before(
    rule: Deadline, born: date | None, expected: date | None
) -> None:
    """A deadline is on a fixed day of the year, or so long before what is to come."""
    facts = {} if born is None else {("child", "born"): born}
    due = advise(dated(rule), facts=facts).steps[0].due
    assert due is not None
    assert due.day == expected


@pytest.mark.parametrize(
    ("today", "trouble"),
    [(date(2026, 6, 17), None), (date(2026, 6, 18), None), (date(2026, 6, 19), "overdue")],
)
def test_one_day_for_everybody(today: date, trouble: str | None) -> None:
    """It stays that day, asks for nothing, and is past from the next day on."""
    rule = Deadline(on=date(2026, 6, 18))
    advice = Advisor(dated(rule)).advise(replace(request(), day=today))
    due, when = advice.steps[0].due, advice.steps[0].when
    assert due is not None
    assert when is not None
    assert (due.day, due.fact, due.estimate) == (rule.on, None, False)
    assert (due.overdue, when.timing.trouble) == (trouble is not None, trouble)
    # What is past limits nothing any more.
    limit = None if when.timing.limit is None else when.timing.limit.day
    assert limit == (rule.on if trouble is None else None)
    assert advice.questions == ()


def test_one_day_that_no_way_leads_to() -> None:
    """What opens after that day only cannot be in time."""
    opens = Opening(from_day=DAY + timedelta(days=1))
    late = service(1, ["a"], deadline=Deadline(on=DAY), opens=opens)
    (step,) = advise(catalog(event(["a"]), [late], ["a"])).steps
    assert step.when is not None
    assert step.when.timing.trouble == "infeasible"


def test_a_deadline_whose_fact_does_not_apply() -> None:
    """There is none, and no question about it."""
    facts = [fact("at_home"), fact("born", "date", applies_when=is_("child", "at_home"))]
    small = replace(dated(DEADLINE), facts=tuple(facts))
    open_ = advise(small)
    assert open_.steps[0].due is not None
    assert [one.fact for one in open_.questions] == [("child", "born")]
    elsewhere = advise(small, facts={("child", "at_home"): False})
    assert elsewhere.steps[0].due is None
    assert elsewhere.questions == ()


JANUARY = Days(date(2025, 1, 1), date(2025, 1, 31), "month")
SEPTEMBER = Days(date(2026, 9, 1), date(2026, 9, 30), "month")
OCTOBER = Days(date(2026, 10, 1), date(2026, 10, 31), "month")


@pytest.mark.parametrize(
    ("born", "between", "overdue", "asked"),
    [
        (OCTOBER, (date(2026, 11, 30), date(2026, 12, 30)), False, True),
        (SEPTEMBER, (date(2026, 10, 31), date(2026, 11, 29)), False, True),
        (JANUARY, (date(2025, 3, 2), date(2025, 4, 1)), True, False),
    ],
)
def test_a_deadline_from_a_date_told_less_exactly(
    born: Days,
    between: tuple[date, date],
    overdue: bool,  # noqa: FBT001
    asked: bool,  # noqa: FBT001
) -> None:
    """From the earliest day to the latest; the day is asked unless it is past in any case."""
    advice = advise(dated(DEADLINE), facts={("child", "born"): born})
    due = advice.steps[0].due
    assert due is not None
    assert (due.between, due.overdue, due.day) == (Days(*between), overdue, None)
    assert [question.precision for question in advice.questions] == (["day"] if asked else [])
    declined = advise(dated(DEADLINE), facts={("child", "born"): born}, declined=["child.born"])
    assert declined.questions == ()


def test_a_deadline_that_is_the_same_from_every_day() -> None:
    """Saturday and Sunday are no working days: nothing is left to ask."""
    rule = replace(DEADLINE, within=5, unit="working_day")
    born = Days(date(2026, 11, 21), date(2026, 11, 22))
    advice = advise(dated(rule), facts={("child", "born"): born})
    due = advice.steps[0].due
    assert due is not None
    assert due.day == date(2026, 11, 27)
    assert advice.questions == ()


def test_the_rule_changes_among_the_days() -> None:
    """The earliest and the latest by whichever rule is in force on each day."""
    new = dated(replace(DEADLINE, within=30))
    changes = ((OCTOBER.first, dated(DEADLINE)), (date(2026, 10, 20), new))
    small = replace(dated(DEADLINE), variants=changes)
    due = advise(small, facts={("child", "born"): OCTOBER}).steps[0].due
    every = [date(2026, 10, 1) + timedelta(days=n) for n in range(31)]
    last = [day + timedelta(days=60 if day.day < 20 else 30) for day in every]
    assert due is not None
    assert due.between == Days(min(last), max(last))
    assert due.rule.within == 30
