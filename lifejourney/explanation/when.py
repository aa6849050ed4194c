"""When a step can begin, by when it is to, and what lapses: dates, and sentences ready to show."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lifejourney.advice import PlannedStep, When, finish_of
from lifejourney.explanation import when_words as words
from lifejourney.explanation.amounts import day_of_year
from lifejourney.explanation.figures import estimate_note
from lifejourney.explanation.naming import Naming
from lifejourney.schedule import Lapse, Limit, Used

Json = dict[str, Any]


def when_json(naming: Naming, step: PlannedStep) -> Json:
    """Return the dates of a step; all empty where it is done, or stands beside the plan."""
    when = step.when
    timing = None if when is None else when.timing
    if when is None or timing is None:
        return dict(NO_DATES)
    limit = timing.limit
    return {
        "start": timing.start.isoformat(),
        "start_open": not timing.start_known,
        "finish": timing.finish.isoformat(),
        "finish_open": not timing.finish_known,
        "finish_latest": _iso(timing.finish_latest),
        "latest_start": None if limit is None else limit.day.isoformat(),
        "latest_start_for": None
        if limit is None
        else {"step": limit.of, "limit": limit.kind, "open": not limit.known},
        "slack_days": timing.slack,
        "critical": timing.critical,
        "trouble": timing.trouble,
        "dates_estimate": timing.estimate,
        "lapses": [_lapse_json(naming, step, one, when.lapses) for one in when.lapses],
        "next_times": [day.isoformat() for day in when.next_times],
        "changes_on": _iso(when.changes_on),
        "when": "; ".join(_parts(naming, step, when)),
        "when_notes": list(_notes(naming, step, when)),
    }


NO_DATES: Json = {
    **dict.fromkeys(("start", "finish", "finish_latest", "latest_start", "latest_start_for")),
    **dict.fromkeys(("start_open", "finish_open", "critical", "dates_estimate"), False),
    **dict.fromkeys(("slack_days", "trouble", "changes_on", "when")),
    **{name: [] for name in ("lapses", "next_times", "when_notes")},
}
"""The dates of what has none."""

NOT_OPEN: Json = {"finish_open": False, "finish_vague": False}


def finish_json(naming: Naming) -> Json:
    """Return when the whole plan is done, with a sentence."""
    finish = finish_of(naming.advice.steps)
    if finish is None:
        return {**dict.fromkeys(("finish", "finish_latest", "finish_text")), **NOT_OPEN}
    day, latest = naming.day(finish.earliest), finish.latest
    if finish.is_vague:
        told = {"unknown": finish.unknown, "count": finish.steps}
        text = naming.say(words.DONE_VAGUE, **told)
    elif latest is None and finish.unknown:
        steps = words.STEP if finish.unknown == 1 else words.STEPS
        what = naming.say(steps, count=finish.unknown)
        text = naming.say(words.DONE_OPEN, day=day, steps=what)
    elif latest is None:
        text = naming.say(words.DONE_UNTOLD, day=day)
    elif latest > finish.earliest:
        text = naming.say(words.DONE_BETWEEN, day=day, latest=naming.day(latest))
    else:
        text = naming.say(words.DONE_ON, day=day)
    note = f" {estimate_note(naming, finish.earliest)}" if finish.estimate else ""
    return {
        "finish": finish.earliest.isoformat(),
        "finish_latest": _iso(latest),
        "finish_open": latest is None,
        "finish_vague": finish.is_vague,
        "finish_text": f"{text}.{note}",
    }


def _title(naming: Naming, id_: str | None) -> str:
    """Return the title of a step of the plan by its id, empty for none."""
    return next((naming.planned(one) for one in naming.advice.steps if one.id == id_), "")


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _parts(naming: Naming, step: PlannedStep, when: When) -> Iterator[str]:
    """Yield from when, and by when; nothing of by when where the deadline itself says the same."""
    timing, limit = when.timing, when.timing.limit
    day = naming.day(timing.start)
    opens = step.service.opens
    if when.opens_after is not None:
        question = naming.question(*when.opens_after)
        yield naming.say(words.FROM_UNTOLD, day=day, question=question)
    elif opens is not None and opens.announced is not None:
        now = timing.start == naming.advice.situation.day
        usual = naming.text(opens.announced)
        yield naming.say(words.ANNOUNCED if now else words.ANNOUNCED_LATER, day=day, usual=usual)
    elif not timing.start_known:
        yield naming.say(words.FROM_OPEN, day=day)
    elif timing.start == naming.advice.situation.day:
        yield naming.say(words.ANY_HOUR if step.service.always_open else words.TODAY)
    else:
        yield naming.say(words.FROM, day=day)
    own = limit is not None and limit.of == step.id and limit.kind == "deadline"
    if limit is not None and not (own and limit.day == step.due_day):
        yield _by(naming, step, limit, hurry=limit.day < timing.start)


def _by(naming: Naming, step: PlannedStep, limit: Limit, *, hurry: bool) -> str:
    """Return by when a step is to begin, and for the sake of what."""
    day, title = naming.day(limit.day), _title(naming, limit.of)
    if hurry:
        return naming.say(words.HURRY, step=title)
    own = limit.of == step.id
    text = naming.say((words.BY if own else words.BY_FOR)[limit.kind], day=day, step=title)
    return text if limit.known else text + naming.say(words.SOONER)


def _notes(naming: Naming, step: PlannedStep, when: When) -> Iterator[str]:
    """Yield what else is to be said, the gravest first."""
    trouble, due = when.timing.trouble, step.due
    if trouble is not None and trouble in words.TROUBLE:
        limit = when.closes if trouble == "closed" else step.due_day
        late = naming.text(due.rule.late) if due is not None else None
        told = {"limit": "" if limit is None else naming.day(limit)}
        told |= {"start": naming.day(when.timing.start), "late": late or naming.say(words.ASK_LATE)}
        yield naming.say(words.TROUBLE[trouble], **told)
    yield from dict.fromkeys(_lapse(naming, step, one, when.lapses) for one in when.lapses)
    if when.next_times:
        days = ", ".join(naming.day(day) for day in when.next_times)
        yield naming.say(words.AGAIN, days=days)
    if when.changes_on is not None:
        yield naming.say(words.CHANGES, day=naming.day(when.changes_on))
    if when.timing.estimate:
        yield estimate_note(naming, when.timing.finish)


def _lapse_json(naming: Naming, step: PlannedStep, lapse: Lapse, lapses: Iterable[Lapse]) -> Json:
    use = lapse.use
    return {
        "document": use.paper[0],
        "of": use.paper[1],
        "title": naming.paper(use.paper),
        "made_by": use.maker,
        "used_by": use.user,
        "until": _iso(lapse.until),
        "surely": lapse.surely,
        "not_before": _iso(lapse.not_before),
        "text": _lapse(naming, step, lapse, lapses),
    }


def _span(naming: Naming, use: Used) -> str:
    """Return for how long a paper is valid: "14 hari", "sampai 31 Desember"; empty for one held."""
    told: list[str] = []
    if use.valid_for is not None and (use.valid_for.value or use.up_to is None):
        unit = naming.unit(use.valid_for.unit, use.valid_for.value)
        told.append(naming.say(words.SPAN, value=use.valid_for.value, unit=unit))
    if use.up_to is not None:
        told.append(naming.say(words.UP_TO, day=day_of_year(use.up_to, naming.lang)))
    if len(told) > 1:
        return naming.say(words.SPAN_UP_TO, span=told[0], up_to=told[1])
    return "".join(told)


def _lapse(naming: Naming, step: PlannedStep, lapse: Lapse, lapses: Iterable[Lapse]) -> str:
    """Return what is said of a paper that may lapse, to its user, or to its maker of all uses."""
    use = lapse.use
    about = {use.user if step.id == use.maker else use.maker}
    if step.id == use.maker and lapse.not_before is None:
        alike = (one for one in lapses if one.use.paper == use.paper and one.not_before is None)
        about |= {one.use.user for one in alike if one.use.maker == step.id}
    titles = [naming.planned(one) for one in naming.advice.steps if one.id in about]
    # The phrase itself opens the first quotation and closes the last.
    quoted = naming.listed([f"“{title}”" for title in titles or [""]])[1:-1]
    told = {
        "paper": naming.paper(use.paper),
        "step": quoted,
        "day": "" if lapse.until is None else naming.day(lapse.until),
        "span": "",
    }
    told["span"] = _span(naming, use)
    if lapse.not_before is not None:
        told["day"] = naming.day(lapse.not_before)
        own = step.id == use.maker
        return naming.say(words.LAPSES_MADE_LATER if own else words.LAPSES_LATER, **told)
    if step.id == use.maker:
        return naming.say(words.LAPSES_MADE, **told)
    remedy = naming.say(words.RENEW if use.maker is None else words.MAKE_AGAIN, **told)
    if lapse.until is None:
        return naming.say(words.LAPSES_UNTOLD, remedy=remedy, **told)
    phrase = words.LAPSES_SURELY if lapse.surely else words.LAPSES_USED
    return naming.say(phrase, remedy=remedy, **told)
