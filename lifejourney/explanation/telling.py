"""Reasons in sentences, made only from what the person said and what the catalog holds."""

from typing import Any

from lifejourney.advice import Reason, Verdict
from lifejourney.explanation import words
from lifejourney.explanation.naming import Naming

Json = dict[str, Any]


def reason_text(naming: Naming, reason: Reason) -> str:
    """Return a reason as one sentence."""
    match reason.kind:
        case "event":
            slug = (reason.of or "").partition("@")[0]
            event, goal = naming.event(str(reason.value)), naming.target(slug)
            return naming.say(words.WHY_EVENT, event=event, goal=goal)
        case "needed":
            paper = naming.paper(reason.paper or ("", ""))
            return naming.say(words.WHY_NEEDED, paper=paper, step=naming.step(reason.of or ""))
        case _:
            return _answer_text(naming, reason)


def _answer_text(naming: Naming, reason: Reason) -> str:
    member, name = reason.member or "", reason.fact or ""
    fact = naming.definition(member, name)
    if fact is None:
        return f"{member}.{name}: {reason.value}"
    question = fact.title.in_language(naming.lang)
    value = naming.value(fact, reason.value)
    found = naming.advice.cast.members.get(member)
    if found is not None and len(naming.advice.cast.parts.get(found.roles[0], ())) > 1:
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
            "fact": f"{reason.member}.{reason.fact}" if reason.kind == "answer" else None,
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
        "missing": list(verdict.missing),
        "reasons": reasons,
    }
