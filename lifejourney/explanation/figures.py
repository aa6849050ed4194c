"""Times, costs, deadlines and sources in words; what is unknown says so."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lifejourney.advice import DueDate
from lifejourney.advice.model import only_day
from lifejourney.days import Days
from lifejourney.explanation import words
from lifejourney.explanation.amounts import checked_text, cost_text, time_text
from lifejourney.explanation.naming import Naming
from lifejourney.vocabulary import (
    Benefit,
    Cost,
    Deadline,
    LegalBasis,
    Service,
    Source,
    Status,
    Time,
    status_of,
)

Json = dict[str, Any]
_Sourced = Time | Cost | Deadline | Benefit


def sureness(service: Service, figure: _Sourced) -> Status:
    """Return how sure a figure of a service is."""
    return status_of(figure, service.sources.get(figure.source or ""))


def time_json(naming: Naming, service: Service, time: Time) -> Json:
    """Return a completion time: bounds, kind, source, and a text ready to show."""
    bounds = {
        name: None if value is None else {"value": value, "unit": time.unit}
        for name, value in (("min", time.min), ("max", time.max))
    }
    return {
        **bounds,
        "kind": time.kind,
        "status": sureness(service, time),
        "text": time_text(time, naming.lang),
        "note": naming.text(time.note),
    }


def cost_json(naming: Naming, service: Service, cost: Cost) -> Json:
    """Return a cost: bounds, status, and a text ready to show."""
    return {
        "min": cost.least,
        "max": cost.max,
        "status": sureness(service, cost),
        "by_region": cost.by_region,
        "text": cost_text(cost, naming.lang, naming.advice.catalog.country),
        "note": naming.text(cost.note),
    }


def deadline_json(naming: Naming, service: Service, due: DueDate | None) -> Json | None:
    """Return a deadline: its rule, the day if known, whether it is past."""
    if due is None:
        return None
    fact = None if due.fact is None else naming.key(*due.fact)
    return {
        "within": due.rule.within,
        "unit": due.rule.unit,
        "after": fact if due.rule.before is None else None,
        "before": fact if due.rule.before is not None else None,
        "by": due.rule.by,
        "on": None if due.rule.on is None else due.rule.on.isoformat(),
        "after_title": None if due.fact is None else naming.question(*due.fact),
        **between_json(naming, due.between),
        "estimate": due.estimate,
        "estimate_note": estimate_note(naming, last_of(due.between)) if due.estimate else None,
        "binding": due.rule.binding,
        "status": sureness(service, due.rule),
        "late": naming.text(due.rule.late),
        "lapses": due.rule.lapses,
    }


def conflicts_json(naming: Naming, service: Service) -> list[Json]:
    """Return where sources do not agree on a figure of a service, and what the others say."""
    return [
        {
            "about": key,
            "text": naming.say(
                words.CONFLICT,
                says=one.says.in_language(naming.lang).rstrip("."),
                source=source.title or urlsplit(source.url).hostname,
            ),
            "url": source.url,
            "status": source.status,
        }
        for key, figure in service.figures
        for one in figure.conflicts
        if (source := service.sources.get(one.source)) is not None
    ]


def last_of(between: Days | None) -> date | None:
    """Return the last of the days that may be meant."""
    return None if between is None else between.last


def estimate_note(naming: Naming, day: date | None) -> str:
    """Return why the day of a deadline in working days is an estimate."""
    known = naming.advice.catalog.calendar
    if known.first is None or known.last is None:
        return naming.say(words.NO_CALENDAR)
    if day is not None and day > known.last:
        return naming.say(words.NO_CALENDAR_AFTER, year=known.last.year)
    return naming.say(words.NO_CALENDAR_BEFORE, year=known.first.year)


def between_json(naming: Naming, between: Days | None) -> Json:
    """Return the day of a deadline, or between which days it is and how that is reckoned.

    The earliest is the one to keep to. `overdue`: also the latest is past.
    """
    today = naming.advice.situation.day
    if between is None:
        found = dict.fromkeys(("date", "earliest", "latest"))
        return {**found, "overdue": False, "maybe_overdue": False, "note": None}
    day, earliest, latest = only_day(between), between.first, between.last
    overdue, begun = latest < today, earliest < today
    phrase = words.RECKONED_PAST if overdue else words.MAYBE_PAST if begun else words.RECKONED
    note = naming.say(phrase, earliest=naming.day(earliest), latest=naming.day(latest))
    return {
        "date": None if day is None else day.isoformat(),
        "earliest": earliest.isoformat(),
        "latest": latest.isoformat(),
        "overdue": overdue,
        "maybe_overdue": begun and not overdue,
        "note": note if day is None else None,
    }


def law(naming: Naming, basis: LegalBasis) -> str:
    """Return a legal basis as it is cited."""
    if basis.article is None:
        return basis.act
    return naming.say(words.ARTICLE, act=basis.act, article=basis.article)


def sources_json(naming: Naming, sources: Iterable[Source]) -> list[Json]:
    """Return sources, with day and status in words."""
    return [
        {
            "title": source.title,
            "url": source.url,
            "checked": source.checked.isoformat(),
            "status": source.status,
            "status_label": checked_text(source, naming.lang),
            "quote": source.quote,
        }
        for source in sources
    ]
