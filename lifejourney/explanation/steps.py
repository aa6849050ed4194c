"""The steps of a plan with everything that a person needs to take them."""

from collections.abc import Sequence
from typing import Any

from lifejourney.advice import (
    BlockedGoal,
    Blocker,
    PlannedStep,
    counted_from,
    supplied_by,
    uses_of,
)
from lifejourney.explanation import words
from lifejourney.explanation.amounts import benefit_text
from lifejourney.explanation.figures import (
    between_json,
    conflicts_json,
    cost_json,
    deadline_json,
    estimate_note,
    last_of,
    law,
    sources_json,
    time_json,
)
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.offices import accommodations_of, regional_note, step_office, unit_of
from lifejourney.explanation.telling import reason_texts, reasons_in_short
from lifejourney.explanation.visits import accommodations_json, visit_label
from lifejourney.explanation.when import NO_DATES, when_json
from lifejourney.planning import Asked, Paper
from lifejourney.schedule import Use
from lifejourney.vocabulary import Benefit, Complaint, Remark, Service, SuppliedLater

Json = dict[str, Any]


def step_json(naming: Naming, step: PlannedStep) -> Json:
    """Return one step."""
    service = step.service
    return {
        **_standing(naming, step),
        "acts": service.acts,
        "actor": _actor(naming, service),
        "follow_up": step.follow_up is not None,
        "wave": step.wave,
        "after": list(step.after),
        "unlocks": list(naming.unlocks.get(step.id, ())),
        "authority": naming.authority(service, step.member),
        "plain": naming.text(service.plain),
        "requires": _asked_for(naming, step),
        "produces": [_made(naming, paper) for paper in step.makes],
        **_figures(naming, step),
        **when_json(naming, step),
        **_at_the_counter(naming, step),
        "conflicts": conflicts_json(naming, service),
        "regional": regional_note(naming, step),
        "reasons": reason_texts(naming, step.reasons, service.slug),
        "why": reasons_in_short(naming, step.reasons, service.slug),
        "legal": [law(naming, basis) for basis in service.legal],
        "sources": sources_json(naming, service.sources.values()),
    }


def _standing(naming: Naming, step: PlannedStep) -> Json:
    """Return which service a step is, for whom, and how sure it is."""
    called_for = step.step is None or step.step.is_goal
    kinds = words.KIND if called_for else words.KIND_ON_THE_WAY
    label = kinds[step.kind]
    if step.kind == "duty":
        label = words.NOT_YOURS.get(step.service.acts, label)
    return {
        "id": step.id,
        "service": step.service.code,
        "slug": step.service.slug,
        "title": naming.planned(step),
        "person": step.member,
        "person_title": naming.person(step.member),
        "kind": step.kind,
        "kind_label": naming.say(label),
        "called_for": called_for,
        "tone": "joy" if step.joyful else "neutral",
        "status": step.status,
        "status_label": naming.say(words.STATUS[step.status]),
        "depends_on": naming.ids(step.depends_on),
        "depends_on_titles": [naming.unknown(one) for one in step.depends_on],
        "blocked_by": [],
    }


def _at_the_counter(naming: Naming, step: PlannedStep) -> Json:
    """Return where a step is taken and what to do and say there."""
    service = step.service
    return {
        "channels": list(service.channels),
        "visit": step.visit,
        "visit_label": visit_label(naming, step),
        "office": step_office(naming, step),
        "accommodations": accommodations_json(naming, accommodations_of(naming, step)),
        "procedure": _remarks(naming, step, service.procedure),
        "say": _said(naming, step),
        "sent_back_when": _remarks(naming, step, service.sent_back_when, cautious=True),
        "proxy": naming.text(service.proxy),
        "check_result": _told(naming, step, service.check_result),
        "note": _told(naming, step, service.note),
        "benefit": benefit_json(naming, service.benefit),
        "complaint": complaint_json(naming, step),
    }


def _remarks(
    naming: Naming, step: PlannedStep, remarks: tuple[Remark, ...], *, cautious: bool = False
) -> list[str]:
    """Return the remarks of a step that concern the person; see `Concerning.texts`."""
    about = _about(step, remarks)
    concerning = naming.concerning.texts(about, step.service, step.member, cautious=cautious)
    return [text.in_language(naming.lang) for text in concerning]


def _about(step: PlannedStep, remarks: tuple[Remark, ...]) -> list[Remark]:
    """Return the remarks that are about the step as a whole or about what it makes.

    What is only handed in afterwards needs none: they are about the application before it.
    """
    if step.follow_up is not None:
        return []
    made = {None, *(paper[0] for paper in step.makes)}
    return [remark for remark in remarks if remark.result in made]


def _said(naming: Naming, step: PlannedStep) -> str | None:
    """Return what to say at the counter as one text, None if nothing is known to be true."""
    about = _about(step, step.service.say)
    sayings = naming.concerning.sayings(about, step.service, step.member)
    return " ".join(text.in_language(naming.lang) for text in sayings) or None


def _told(naming: Naming, step: PlannedStep, remarks: tuple[Remark, ...]) -> str | None:
    """Return the remarks of a step that concern the person as one text, None if there are none."""
    return " ".join(_remarks(naming, step, remarks)) or None


def _figures(naming: Naming, step: PlannedStep) -> Json:
    service = step.service
    deadline = deadline_json(naming, service, step.due)
    if step.follow_up is not None:
        later = step.follow_up.ask.need.requirement.supplied_later
        between, estimate = step.follow_up.between, step.follow_up.estimate
        after = _counted(naming, step, later)
        deadline = {
            "within": later.within.value if later else None,
            "unit": later.within.unit if later else None,
            "after": None if after is None else naming.key(*after),
            "before": None,
            "by": None,
            "on": None,
            "after_title": None if after is None else naming.question(*after),
            **between_json(naming, between),
            "estimate": estimate,
            "estimate_note": estimate_note(naming, last_of(between)) if estimate else None,
            "binding": True,
            "status": "unverified",
            "late": None,
            "lapses": False,
        }
    return {
        "time": _time(naming, step),
        "cost": cost_json(naming, service, service.cost),
        "deadline": deadline,
    }


def _time(naming: Naming, step: PlannedStep) -> Json:
    """Return how long a step takes; of what is handed in, or done by others, that it is no wait."""
    service = step.service
    told = time_json(naming, service, service.processing_time)
    if step.follow_up is not None:
        return {**told, "text": naming.say(words.HANDED_IN), "note": None}
    if service.acts == "other" and not service.produces and told["max"] is None:
        return {**told, "text": naming.say(words.MADE_SURE), "note": None}
    return told


def _actor(naming: Naming, service: Service) -> str | None:
    if service.acts == "citizen":
        return None
    if service.actor is None or service.acts == "automatic":
        return naming.say(words.AUTOMATIC)
    return naming.say(words.ACTS, actor=service.actor.in_language(naming.lang))


def _asked_for(naming: Naming, step: PlannedStep) -> list[Json]:
    """Return the papers that a step asks for; one that it asks for twice stands there once."""
    advice = naming.advice
    return [
        _use_json(naming, step, use, asks)
        for use, asks in uses_of(advice.catalog, advice.situation, step)
    ]


def _use_json(naming: Naming, step: PlannedStep, use: Use, asks: Sequence[Asked]) -> Json:
    """Return one paper that a step asks for: whose, from where, how many, what could replace it."""
    later = asks[0].need.requirement.supplied_later
    notes = (naming.text(ask.need.requirement.note) for ask in asks)
    document = naming.advice.catalog.documents[use.paper[0]]
    return {
        "document": use.asked,
        "made": use.paper[0],
        "title": naming.paper(use.paper),
        "of": use.paper[1],
        "person_title": naming.person(use.paper[1]),
        "from": use.source,
        "step": use.maker,
        "copies": use.copies,
        "original": use.original,
        "kept": use.kept,
        "form": document.form,
        "where_to_get": naming.text(document.where_to_get),
        "issuer": naming.text(document.issuer),
        "substitute": all(ask.way.substitute for ask in asks),
        "substitutes": list(use.substitutes),
        "supplied_later": None if later is None else _later(naming, step, later),
        "note": " ".join(dict.fromkeys(note for note in notes if note)) or None,
    }


def _later(naming: Naming, step: PlannedStep, later: SuppliedLater) -> Json:
    """Return within which time a paper may follow, and by which day where that is known."""
    calendar = naming.advice.catalog.calendar_of(step.service.authority)
    between, _ = supplied_by(calendar, naming.advice.situation, step.member, later)
    day = None if between is None else between.first
    after = _counted(naming, step, later)
    return {
        "within": later.within.value,
        "unit": later.within.unit,
        "after": None if after is None else naming.key(*after),
        "by": None if day is None else day.isoformat(),
        "text": naming.say(words.FOLLOWS)
        if day is None
        else naming.say(words.FOLLOWS_BY, day=naming.day(day)),
    }


def _counted(
    naming: Naming, step: PlannedStep, later: SuppliedLater | None
) -> tuple[str, str] | None:
    """Return the fact of whom from whose day it counts until when a paper may follow."""
    if later is None:
        return None
    return counted_from(naming.advice.cast, step.member, later.after)


def _made(naming: Naming, paper: Paper) -> Json:
    return {
        "document": paper[0],
        "title": naming.paper(paper),
        "of": paper[1],
        "person_title": naming.person(paper[1]),
    }


def benefit_json(naming: Naming, benefit: Benefit | None) -> Json | None:
    """Return what the person may receive."""
    if benefit is None:
        return None
    return {
        "what": benefit_text(benefit, naming.lang, naming.advice.catalog.country),
        "min": benefit.min,
        "max": benefit.max,
        "per": benefit.per,
    }


def complaint_json(naming: Naming, step: PlannedStep) -> Json:
    """Return where complaints go: to the service, else to the office, else to the authority."""
    authority = naming.advice.catalog.authorities[step.service.authority]
    unit = unit_of(naming, step)
    own = None if unit is None else unit.complaint
    complaint: Complaint = step.service.complaint or own or authority.complaint
    return {
        "channel": complaint.channel.in_language(naming.lang),
        "url": complaint.url,
        "phone": complaint.phone,
    }


def blocked_json(naming: Naming, goal: BlockedGoal) -> Json:
    """Return a goal that cannot be reached as a step that is blocked."""
    service = naming.advice.catalog.services.get(goal.call.service or "")
    return {
        "id": goal.id,
        "service": None if service is None else service.code,
        "slug": goal.call.target,
        "title": naming.target(goal.call.target),
        "person": goal.member,
        "person_title": naming.person(goal.member),
        "kind": goal.call.kind,
        "kind_label": naming.say(words.KIND[goal.call.kind]),
        "called_for": True,
        "tone": goal.call.tone,
        "status": goal.status,
        "status_label": naming.say(words.STATUS[goal.status]),
        "depends_on": naming.ids(goal.depends_on),
        "depends_on_titles": [naming.unknown(one) for one in goal.depends_on],
        "blocked_by": [_blocker(naming, one) for one in goal.blockers],
        "acts": None if service is None else service.acts,
        "authority": None if service is None else naming.authority(service, goal.member),
        **_not_taken(),
        "channels": [] if service is None else list(service.channels),
        "visit": None,
        "visit_label": None,
        "office": None,
        "conflicts": [],
        "regional": None,
        "reasons": reason_texts(naming, goal.reasons, goal.call.target),
        "why": reasons_in_short(naming, goal.reasons, goal.call.target),
        "legal": [] if service is None else [law(naming, basis) for basis in service.legal],
        "sources": [] if service is None else sources_json(naming, service.sources.values()),
    }


def _not_taken() -> Json:
    """Return what a step has that is not taken."""
    return {
        "follow_up": False,
        "wave": None,
        "after": [],
        "unlocks": [],
        "requires": [],
        "produces": [],
        "time": None,
        "cost": None,
        "deadline": None,
        **NO_DATES,
    }


def _blocker(naming: Naming, blocker: Blocker) -> Json:
    return {
        "document": blocker.paper[0],
        "of": blocker.paper[1],
        "why": blocker.why,
        "title": naming.paper(blocker.paper),
        "person_title": naming.person(blocker.paper[1]),
        "text": _blocker_text(naming, blocker),
    }


def _blocker_text(naming: Naming, blocker: Blocker) -> str:
    """Return why a paper cannot be had, and what helps; a grave answer is not repeated."""
    paper, person = naming.paper(blocker.paper), naming.person(blocker.paper[1])
    whose = paper if person in paper else f"{paper} ({person})"
    answers = [one for one in blocker.answers if naming.is_told_back(one.member, one.fact)]
    why = reasons_in_short(naming, answers)
    told = [naming.say(words.BLOCKER[blocker.why], paper=whose), *why]
    if blocker.paper in naming.advice.situation.wanted:
        return " ".join([*told, naming.say(words.ANOTHER_KIND)])
    if blocker.why == "not_applicable":
        told.append(naming.say(words.ASK_AT_OFFICE))
    office = _maker_of(naming, blocker.paper)
    return " ".join(told) if office is None else f"{' '.join(told).removesuffix('.')}: {office}."


def _maker_of(naming: Naming, paper: Paper) -> str | None:
    """Return the one office that makes a paper, None if there are several or none."""
    catalog = naming.advice.catalog
    makers = [
        naming.authority(catalog.services[slug], paper[1])
        for kind in catalog.kinds(paper[0])
        for slug in catalog.producers.get(kind, ())
    ]
    return makers[0] if len(set(makers)) == 1 else None
