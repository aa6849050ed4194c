"""Law 13 of dates, on random catalogs: none invented, and the paths of the plan say the same."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given

from lifejourney.advice import Advice, PlannedStep, finish_of
from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.days import Duration, Unit
from lifejourney.journey import Advisor
from lifejourney.schedule import Task
from lifejourney.vocabulary import (
    CalendarYear,
    Deadline,
    Opening,
    Repeat,
    Service,
    Span,
    Time,
    Validity,
)
from tests.oracles.catalogs import RANDOM, draw_advised, law
from tests.oracles.paths import Paths
from tests.unit.planning.tiny import DAY, fact, text

UNITS: tuple[Unit, ...] = ("hour", "calendar_day", "working_day", "week", "month")


def _time(chance: Random) -> Time:
    low = chance.randrange(4)
    unit = chance.choice(UNITS)
    return chance.choice(
        (
            Time(),
            Time(unit, low),
            Time(unit, low, low + 3),
            Time(unit, max=low),
            Time(unit, low, low),
        )
    )


def _timed(chance: Random, one: Service) -> Service:
    """Return a service with a time, a window and a deadline of its own."""
    opens = Opening(
        Span(chance.randrange(3), "week") if chance.randrange(2) else None,
        "it.born",
        DAY + timedelta(days=chance.randrange(20)) if chance.randrange(2) else None,
    )
    binding = chance.randrange(2) > 0
    rule = chance.choice(
        (
            Deadline(chance.randrange(60), "calendar_day", "it.born", binding=binding),
            Deadline(chance.randrange(60), "calendar_day", before="it.born", binding=binding),
            Deadline(by="12-03", after="it.born", binding=binding),
            Deadline(by=chance.choice(("01-31", "12-05")), binding=binding),
            Deadline(on=DAY + timedelta(days=chance.randrange(-9, 30)), binding=binding),
        )
    )
    return replace(
        one,
        processing_time=_time(chance),
        channels=chance.choice((("counter",), ("counter", "electronic"))),
        opens=opens if chance.randrange(3) == 0 else None,
        deadline=rule if chance.randrange(2) else None,
        repeats=Repeat(Span(1, "month"), times=chance.randrange(6)),
    )


def drawn(chance: Random) -> tuple[Catalog, Request]:
    """Return a random catalog with times of every kind, and a request; some papers lapse."""
    catalog, request = draw_advised(chance)
    off = {DAY + timedelta(days=chance.randrange(1, 39)): text("off") for _ in range(4)}
    holds = Validity(chance.randrange(1, 40), "calendar_day")
    timed = replace(
        catalog,
        services={slug: _timed(chance, one) for slug, one in catalog.services.items()},
        documents={
            slug: replace(one, valid_for=holds if chance.randrange(4) == 0 else None)
            for slug, one in catalog.documents.items()
        },
        facts=(*catalog.facts, fact("born", "date", "person")),
        calendars={"2026": CalendarYear("2026", (), off)},
    )
    born = {
        (member, "born"): DAY - timedelta(days=chance.randrange(40))
        for member in ("child-1", "child-2", "mother", "deceased")
        if chance.randrange(2)
    }
    return timed, replace(request, facts={**request.facts, **born})


def task_of(catalog: Catalog, step: PlannedStep, day: date) -> Task:
    """Return a step as a task, read from the catalog anew; it begins on `day` at the earliest."""
    service, calendar = step.service, catalog.calendar_of("office")
    time = service.processing_time
    bounds = [
        None if value is None or time.unit is None else Duration(value, time.unit)
        for value in (time.max if time.min is None else time.min, time.max)
    ]
    if step.follow_up is not None:
        bounds = [Duration(0, "hour"), Duration(0, "hour")]
    return Task(
        step.id, step.after, bounds[0], bounds[1], calendar, not_before=day,
        attended="electronic" not in service.channels, done=step.status == "done",
    )  # fmt: skip


def _opened(advice: Advice, step: PlannedStep) -> date:
    """Return from when a step can be taken, by its window and by what was put off for a paper."""
    opens, days = step.service.opens, [DAY]
    assert step.when is not None
    days += [one.not_before for one in step.when.lapses
             if one.not_before is not None and one.use.maker == step.id]  # fmt: skip
    if opens is None or step.follow_up is not None:
        return max(days)
    born = advice.situation.facts.get((step.member, "born"))
    if opens.from_day is not None:
        days.append(opens.from_day)
    if opens.not_before is not None and isinstance(born, date):
        days.append(born + timedelta(days=7 * opens.not_before.value))
    return max(days)


@law(60)
@given(RANDOM)
def test_the_dates_of_a_plan_are_those_of_its_paths(chance: Random) -> None:
    """Every step begins when the slowest way to it is done; nothing unknown passes for known."""
    catalog, request = drawn(chance)
    advice = Advisor(catalog).advise(request)
    tasks = [task_of(catalog, s, _opened(advice, s)) for s in advice.steps if s.when is not None]
    paths = Paths(tasks)
    for step in advice.steps:
        assert (step.when is None) == (step.status == "done")
        if step.when is None:
            continue
        timing = step.when.timing
        assert timing.start == paths.starts(step.id, DAY)
        time = step.service.processing_time
        assert step.follow_up or timing.finish_known <= (time.known is not None)
        assert timing.finish_latest is None or step.follow_up or time.max is not None
        for one in advice.steps:
            if one.id in step.after and one.when is not None:
                assert timing.start >= one.when.timing.finish
        if timing.trouble == "infeasible":
            assert step.due_day is not None
            assert DAY <= step.due_day < timing.start
        for day in step.when.next_times:
            assert timing.start < day
    finish = finish_of(advice.steps)
    assert (finish is None) == all(step.when is None for step in advice.steps)


def _later(one: Service) -> Service:
    """Return a service with a deadline 20 days later; one on a fixed day stays."""
    rule = one.deadline
    if rule is None or rule.within is None:
        return one
    within = rule.within + (20 if rule.before is None else -20)
    return replace(one, deadline=replace(rule, within=within))


@law(60)
@given(RANDOM)
def test_a_deadline_is_counted_day_by_day(chance: Random) -> None:
    """So many days after a day or before it, the first of that day of the year, or that day."""
    catalog, request = drawn(chance)
    advice = Advisor(catalog).advise(request)
    for step in advice.steps:
        rule, due = step.service.deadline, step.due
        if rule is None or step.follow_up is not None:
            continue
        start = (
            DAY if rule.counts_from is None else advice.situation.facts.get((step.member, "born"))
        )
        if not isinstance(start, date):
            assert due is None or due.day is None
            continue
        day = start if rule.on is None else rule.on
        for _ in range(rule.within or 0):
            day += timedelta(days=-1 if rule.before is not None else 1)
        while rule.by is not None and f"{day:%m-%d}" != rule.by:
            day += timedelta(days=1)
        assert due is not None
        assert (due.day, due.overdue) == (day, day < DAY)


@law(60)
@given(RANDOM)
def test_a_later_deadline_makes_no_plan_infeasible(chance: Random) -> None:
    """Nothing is too late that was not before."""
    catalog, request = drawn(chance)
    later = {slug: _later(one) for slug, one in catalog.services.items()}
    before = {s.id: s.when for s in Advisor(catalog).advise(request).steps}
    for step in Advisor(replace(catalog, services=later)).advise(request).steps:
        was = before[step.id]
        if step.when is not None and step.when.timing.trouble is not None:
            assert was is not None
            assert was.timing.trouble is not None


@law(60)
@given(RANDOM)
def test_one_more_held_paper_never_makes_it_longer(chance: Random) -> None:
    """Where it only takes steps away: another way may be of a better rank and take longer."""
    catalog, request = drawn(chance)
    catalog = replace(
        catalog, documents={s: replace(d, valid_for=None) for s, d in catalog.documents.items()}
    )
    before = Advisor(catalog).advise(request)
    made = [paper for step in before.steps for paper in step.makes]
    if not made:
        return
    papers = {**request.papers, chance.choice(made): True}
    after = Advisor(catalog).advise(replace(request, papers=papers))
    known = {step.id: step.when for step in before.steps}
    first, second = finish_of(before.steps), finish_of(after.steps)
    if second is None or not {s.id for s in after.steps} <= known.keys():
        return
    if all(set(s.after) <= set(_after(before, s.id)) for s in after.steps):
        assert first is not None
        assert second.earliest <= first.earliest
        assert second.unknown <= first.unknown


def _after(advice: Advice, id_: str) -> tuple[str, ...]:
    return next(step.after for step in advice.steps if step.id == id_)
