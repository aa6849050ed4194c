"""Deadlines of one person: the day that a rule gives for a known fact."""

from datetime import date

from lifejourney.advice.model import DueDate
from lifejourney.catalog import Catalog
from lifejourney.days import Calendar, Duration, add, is_estimate
from lifejourney.planning import Instance
from lifejourney.situation import Cast, Situation
from lifejourney.vocabulary import Deadline, SuppliedLater


def counted_from(cast: Cast, member: str, after: str) -> tuple[str, str] | None:
    """Return the member and the fact from which something counts (`it.birth_date`)."""
    role, _, fact = after.partition(".")
    if role == "it" or role in cast.members[member].roles:
        return member, fact
    parts = cast.role_parts(role, beside=member)
    return (parts[0].member, fact) if parts else None


def due_date(catalog: Catalog, situation: Situation, instance: Instance) -> DueDate | None:
    """Return the deadline of a step, by the rule in force on the day from which it counts.

    Working days are those of the authority that answers for the step.
    """
    rule = instance.service.deadline
    if rule is None:
        return None
    key = counted_from(situation.cast, instance.member, rule.after)
    if key is None:
        return None
    start = situation.facts.get(key)
    if not isinstance(start, date):
        return DueDate(rule, *key, day=None)
    rule = _in_force(catalog, instance.service.slug, start) or rule
    calendar = catalog.calendar_of(instance.service.authority)
    day, estimate = _reckoned(start, Duration(rule.within, rule.unit), calendar)
    return DueDate(rule, *key, day=day, overdue=day < situation.day, estimate=estimate)


def _in_force(catalog: Catalog, slug: str, day: date) -> Deadline | None:
    service = catalog.on(day).services.get(slug)
    return None if service is None else service.deadline


def _reckoned(start: date, period: Duration, calendar: Calendar) -> tuple[date, bool]:
    """Return the day a period after another, and whether it is an estimate."""
    return add(start, period, calendar), is_estimate(start, period, calendar)


def supplied_by(
    calendar: Calendar, situation: Situation, member: str, later: SuppliedLater
) -> tuple[date | None, bool]:
    """Return the day by which a paper must follow, and whether it is an estimate.

    Without a day where the fact it counts from is not known.
    """
    key = counted_from(situation.cast, member, later.after)
    start = situation.facts.get(key) if key is not None else None
    if not isinstance(start, date):
        return None, False
    return _reckoned(start, later.within.duration, calendar)
