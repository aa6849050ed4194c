"""Deadlines of one person: the day that a rule gives for a known fact."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final

from lifejourney.advice.model import DueDate, PlannedStep, only_day
from lifejourney.catalog import Catalog
from lifejourney.days import Calendar, Days, Duration, add, is_estimate
from lifejourney.planning import Instance
from lifejourney.planning.constraints import ends_of
from lifejourney.schedule.dues import next_of
from lifejourney.situation import Cast, Situation
from lifejourney.vocabulary import Deadline, SuppliedLater

Applies = Callable[[tuple[str, str]], bool]
"""Tells whether a fact of a member applies, as far as is known."""
UNTIL_AGE_FROM: Final = "it.birth_date"
"""The fact from which the age counts up to which a service is repeated."""


def counted_from(cast: Cast, member: str, after: str) -> tuple[str, str] | None:
    """Return the member and the fact from which something counts (`it.birth_date`)."""
    role, _, fact = after.partition(".")
    if role == "it" or role in cast.members[member].roles:
        return member, fact
    parts = cast.role_parts(role, beside=member)
    return (parts[0].member, fact) if parts else None


def day_of(situation: Situation, member: str, after: str | None) -> date | None:
    """Return the day from which something counts, None if it is not known."""
    key = None if after is None else counted_from(situation.cast, member, after)
    day = None if key is None else situation.facts.get(key)
    return day if isinstance(day, date) else None


def due_date(
    catalog: Catalog, situation: Situation, instance: Instance, applies: Applies
) -> DueDate | None:
    """Return the deadline of a step, by the rule in force on the day from which it counts.

    Working days are those of the authority that answers for the step. Where the fact from which
    it counts does not apply, there is none.
    """
    rule = instance.service.deadline or _ended(catalog, situation.day, instance.service.slug)
    if rule is None:
        return None
    ended = instance.service.deadline is None
    starts: tuple[date, ...] = (situation.day,)
    key = None
    if rule.counts_from is not None:
        key = counted_from(situation.cast, instance.member, rule.counts_from)
        if key is None or not applies(key):
            return None
        starts = _starts(catalog, situation, key)
    if not starts:
        return None if ended else DueDate(rule, key)
    calendar = catalog.calendar_of(instance.service.authority)
    due: list[tuple[date, bool, Deadline]] = []
    for start in starts:
        in_force = _in_force(catalog, instance.service.slug, start, rule)
        if in_force is not None:
            due.append((*_due(in_force, start, calendar), in_force))
    if not due:
        return None
    earliest, _, rule = min(due, key=lambda one: one[0])
    latest = max(day for day, _, _ in due)
    return DueDate(
        rule,
        key,
        between=Days(earliest, latest),
        overdue=latest < situation.day,
        estimate=any(estimate for _, estimate, _ in due),
    )


def _due(rule: Deadline, start: date, calendar: Calendar) -> tuple[date, bool]:
    """Return the day that a rule gives for the day it counts from, and if it is an estimate."""
    if rule.on is not None:
        return rule.on, False
    if rule.by is not None:
        return next_of(start, (rule.by,)), False
    return _reckoned(start, rule.period, calendar)


def _starts(catalog: Catalog, situation: Situation, key: tuple[str, str]) -> tuple[date, ...]:
    """Return the days from which something may count: the ends under each rule; none if unknown.

    Under one rule whatever counts from an earlier day ends no later.
    """
    known = situation.facts.get(key)
    if isinstance(known, Days):
        changes = (start for start, _ in catalog.variants if start in known and start > known.first)
        turns = (day for start in changes for day in (start - timedelta(days=1), start))
        return (known.first, *turns, known.last)
    return (known,) if isinstance(known, date) else ()


def _ended(catalog: Catalog, day: date, slug: str) -> Deadline | None:
    """Return the deadline that held last before a day, for what counts from a day before its end.

    None of those that count from no fact: they have ended for everybody.
    """
    begun = [variant for start, variant in catalog.variants if start <= day]
    rules = [service.deadline for one in (catalog, *begun) if (service := one.services.get(slug))]
    held = [rule for rule in rules if rule is not None and rule.counts_from is not None]
    return held[-1] if held else None


def _in_force(catalog: Catalog, slug: str, day: date, rule: Deadline) -> Deadline | None:
    """Return the deadline in force on a day, the own rule where the service was not there yet."""
    service = catalog.on(day).services.get(slug)
    return rule if service is None else service.deadline


def _reckoned(start: date, period: Duration, calendar: Calendar) -> tuple[date, bool]:
    """Return the day a period after another, and whether it is an estimate."""
    return add(start, period, calendar), is_estimate(start, period, calendar)


def supplied_by(
    calendar: Calendar, situation: Situation, member: str, later: SuppliedLater
) -> tuple[Days | None, bool]:
    """Return between which days a paper must follow, and whether they are estimates.

    Without days where the fact it counts from is not known.
    """
    key = counted_from(situation.cast, member, later.after)
    return _between(calendar, situation, key, later.within.duration)


def _between(
    calendar: Calendar, situation: Situation, key: tuple[str, str] | None, period: Duration
) -> tuple[Days | None, bool]:
    """Return between which days a period ends, and whether they are estimates."""
    start = situation.facts.get(key) if key is not None else None
    if not isinstance(start, (date, Days)):
        return None, False
    first, last = (_reckoned(end, period, calendar) for end in ends_of(start))
    return Days(first[0], last[0]), first[1] or last[1]


def claim_by(catalog: Catalog, situation: Situation, instance: Instance) -> date | None:
    """Return the last day to claim the benefit of a step, if it has one and it is known."""
    benefit = instance.service.benefit
    claim = benefit.claim if benefit is not None else None
    if claim is None:
        return None
    within, after = claim
    key = counted_from(situation.cast, instance.member, after)
    calendar = catalog.calendar_of(instance.service.authority)
    return only_day(_between(calendar, situation, key, within)[0])


def last_claim(step: PlannedStep) -> date:
    """Return by when a right is claimed or lapses, to order by; what never lapses comes last."""
    due = step.due.day if step.due is not None and step.due.rule.binding else None
    days = [day for day in (step.claim_by, due) if day is not None]
    return min(days) if days and step.kind == "right" else date.max


def once(follow_ups: Iterable[PlannedStep]) -> Iterable[PlannedStep]:
    """Return each follow-up once, by the earliest day: a paper asked for twice is brought once."""
    found: dict[str, PlannedStep] = {}
    for one in sorted(follow_ups, key=_by):
        found.setdefault(one.id, one)
    return found.values()


def _by(follow_up: PlannedStep) -> date:
    """Return by when a paper is to be brought, the last of all days if that is not known."""
    follow = follow_up.follow_up
    return date.max if follow is None or follow.between is None else follow.between.first
