"""Deadlines of one person: the day that a rule gives for a known fact."""

from datetime import date

from lifejourney.advice.model import DueDate
from lifejourney.catalog import Catalog
from lifejourney.days import Calendar, Duration, add, is_estimate
from lifejourney.planning import Instance
from lifejourney.situation import Cast, Situation
from lifejourney.vocabulary import Deadline

WEEKENDS_ONLY = Calendar(frozenset(), frozenset(), None, None)
"""Until calendars are loaded, working-day deadlines are estimates that know weekends alone."""


def counted_from(cast: Cast, member: str, after: str) -> tuple[str, str] | None:
    """Return the member and the fact from which something counts (`it.birth_date`)."""
    role, _, fact = after.partition(".")
    if role == "it" or role in cast.members[member].roles:
        return member, fact
    parts = cast.role_parts(role, beside=member)
    return (parts[0].member, fact) if parts else None


def due_date(catalog: Catalog, situation: Situation, instance: Instance) -> DueDate | None:
    """Return the deadline of a step, by the rule in force on the day from which it counts."""
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
    period = Duration(rule.within, rule.unit)
    day = add(start, period, WEEKENDS_ONLY)
    estimate = is_estimate(start, period, WEEKENDS_ONLY)
    return DueDate(rule, *key, day=day, overdue=day < situation.day, estimate=estimate)


def _in_force(catalog: Catalog, slug: str, day: date) -> Deadline | None:
    service = catalog.on(day).services.get(slug)
    return None if service is None else service.deadline


def supplied_by(situation: Situation, member: str, within: Duration, after: str) -> date | None:
    """Return the day by which a paper must follow, if the fact it counts from is known."""
    key = counted_from(situation.cast, member, after)
    start = situation.facts.get(key) if key is not None else None
    return add(start, within, WEEKENDS_ONLY) if isinstance(start, date) else None
