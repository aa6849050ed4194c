"""Reasons in sentences, made only from what the person said and what the catalog holds."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from lifejourney.advice import Reason, Verdict
from lifejourney.explanation import words
from lifejourney.explanation.naming import Naming
from lifejourney.planning import Paper

Json = dict[str, Any]
ANSWERS: Final = 2


def reason_text(naming: Naming, reason: Reason, own: str = "") -> str:
    """Return a reason as one sentence; `own`: the service itself, whose name says nothing new."""
    match reason.kind:
        case "event":
            slug = (reason.of or "").partition("@")[0]
            event, goal = naming.event(str(reason.value)), naming.target(slug)
            if slug == own:
                return naming.say(words.WHY_EVENT_ITSELF, event=event)
            return naming.say(words.WHY_EVENT, event=event, goal=goal)
        case "needed":
            return _needed_text(naming, reason.paper or ("", ""), [reason])
        case _:
            return _answer_text(naming, reason)


def reason_texts(naming: Naming, reasons: Iterable[Reason], own: str = "") -> list[str]:
    """Return reasons as sentences; all that needs one paper stands in one of them."""
    return [text for _, text in _told(naming, reasons, own)]


def reasons_in_short(naming: Naming, reasons: Iterable[Reason], own: str = "") -> list[str]:
    """Return the reasons for a tired reader: an event, what needs the result, two answers."""
    told = list(_told(naming, reasons, own))
    return [
        text
        for kind, most in (("event", 1), ("needed", 1), ("answer", ANSWERS))
        for text in [text for found, text in told if found == kind][:most]
    ]


def _told(naming: Naming, reasons: Iterable[Reason], own: str = "") -> Iterator[tuple[str, str]]:
    """Yield each kind of reason with its sentence."""
    needed: dict[Paper, list[Reason]] = {}
    listed = list(reasons)
    for reason in listed:
        if reason.kind == "needed" and reason.paper is not None:
            needed.setdefault(reason.paper, []).append(reason)
    for reason in listed:
        if reason.kind != "needed":
            yield reason.kind, reason_text(naming, reason, own)
        elif reason.paper is not None and reason is needed[reason.paper][0]:
            yield "needed", _needed_text(naming, reason.paper, needed[reason.paper])


def _needed_text(naming: Naming, paper: Paper, reasons: Iterable[Reason]) -> str:
    """Return the sentence that names every step that needs a paper."""
    steps = naming.listed(dict.fromkeys(naming.step(reason.of or "") for reason in reasons))
    return naming.say(words.WHY_NEEDED, paper=naming.paper(paper), step=steps)


def _answer_text(naming: Naming, reason: Reason) -> str:
    member, name = reason.member or "", reason.fact or ""
    fact = naming.definition(member, name)
    if fact is None:
        return f"{naming.key(member, name)}: {reason.value}"
    question = fact.title.in_language(naming.lang)
    value = naming.value(fact, reason.value)
    if not naming.is_told(member, fact):
        person = naming.person(member)
        return naming.say(words.WHY_ANSWER_OF, person=person, question=question, value=value)
    return naming.say(words.WHY_ANSWER, question=question, value=value)


def verdict_json(naming: Naming, verdict: Verdict) -> Json:
    """Return one verdict with its reasons."""
    call = verdict.call
    service = naming.advice.catalog.services.get(call.service or "")
    laws = [basis.act for basis in service.legal[:1]] if service is not None else []
    reasons = [
        {
            "text": reason_text(naming, reason),
            "fact": naming.key(reason.member or "", reason.fact or "")
            if reason.kind == "answer"
            else None,
            "law": laws[0] if laws and reason.kind == "event" else None,
        }
        for reason in verdict.reasons
    ]
    if verdict.truth == "does_not_apply" and not reasons:
        reasons = [{"text": naming.say(words.NOBODY), "fact": None, "law": None}]
    return {
        "service": None if service is None else service.code,
        "document": call.document,
        "slug": call.target,
        "title": naming.target(call.target),
        "person": verdict.member,
        "person_title": naming.person(verdict.member),
        "event": verdict.event,
        "kind": call.kind,
        "kind_label": naming.say(words.KIND[call.kind]),
        "tone": call.tone,
        "verdict": verdict.truth,
        "verdict_label": naming.say(words.VERDICT[verdict.truth]),
        "missing": naming.ids(verdict.missing),
        "reasons": reasons,
    }
