"""What the plan costs in all, and apart from that what it may bring, in figures and words."""

from typing import Any

from lifejourney.advice import PlannedStep
from lifejourney.errors import Words
from lifejourney.explanation import words
from lifejourney.explanation.amounts import benefit_text
from lifejourney.explanation.figures import sureness
from lifejourney.explanation.naming import Naming
from lifejourney.schedule import Claim, Total

Json = dict[str, Any]


def fee_json(naming: Naming) -> Json:
    """Return what the steps ahead cost in all: bounds, what is unknown and where, and texts.

    `max` is None while an upper bound is unknown. `text` is None where there is nothing to pay for.
    """
    fee = naming.advice.fee
    return {
        "min": fee.min,
        "max": fee.max,
        "unknown": len(fee.unknown),
        "by_region": len(fee.by_region),
        "unknown_for": list(fee.unknown),
        "by_region_for": list(fee.by_region),
        "unbounded_for": list(fee.unbounded),
        "free_for": list(fee.free),
        "stamps": fee.stamps,
        "text": _fee_text(naming, fee),
        "note": _if_asked_to_pay(naming, fee) if fee.free else None,
    }


def _if_asked_to_pay(naming: Naming, fee: Total) -> str:
    """Return what to do where money is asked for what is free; not of what does cost something."""
    country = naming.advice.catalog.country
    told = naming.text(country.if_asked_to_pay) or naming.say(words.IF_ASKED_TO_PAY)
    return told if fee.max == 0 else naming.say(words.WHERE_FREE, text=told)


def _fee_text(naming: Naming, fee: Total) -> str | None:
    if fee.max == 0:
        return naming.say(words.FREE) if fee.free else None
    unknown = len(set(fee.unknown) - set(fee.by_region))
    parts = [
        _bounds(naming, fee),
        _number(
            naming,
            words.STAMPS,
            fee.stamps,
            each=naming.money(naming.advice.catalog.country.stamp_price),
        ),
        _number(naming, words.FEES_UNKNOWN, unknown),
        _number(naming, words.FEES_BY_REGION, len(fee.by_region)),
        _number(naming, words.FEES_UNBOUNDED, len(fee.unbounded)),
    ]
    return "; ".join(part for part in parts if part)


def _bounds(naming: Naming, sum_: Total) -> str:
    """Return the bounds of a sum in words; nothing where nothing of it is known."""
    if sum_.max is None:
        return naming.say(words.AT_LEAST_OF, min=naming.money(sum_.min)) if sum_.min else ""
    if sum_.min == sum_.max:
        return naming.money(sum_.max)
    return naming.say(words.COST_BETWEEN, min=naming.money(sum_.min), max=naming.money(sum_.max))


def _number(naming: Naming, phrase: Words, number: int, **values: object) -> str:
    return naming.say(phrase, number=number, **values) if number else ""


def benefit_total_json(naming: Naming) -> Json:
    """Return the sum of what may be received once; what comes again and again is only counted."""
    benefit = naming.advice.benefit
    repeated = sum(claim.benefit.per != "once" for claim in naming.advice.claims)
    once = len(naming.advice.claims) - repeated
    sum_ = _bounds(naming, benefit) if once else ""
    parts = [
        naming.say(words.BENEFITS_ONCE, sum=sum_) if sum_ else "",
        _number(naming, words.BENEFITS_UNKNOWN, len(benefit.unknown)),
        _number(naming, words.BENEFITS_REPEATED, repeated),
    ]
    return {
        "min": benefit.min,
        "max": benefit.max,
        "unknown": len(benefit.unknown),
        "repeated": repeated,
        "text": "; ".join(part for part in parts if part) or None,
    }


def benefits_json(naming: Naming) -> list[Json]:
    """Return what the person may receive by each step, on which condition, and until when."""
    steps = {step.id: step for step in naming.advice.steps}
    return [_claim_json(naming, claim, steps[claim.step]) for claim in naming.advice.claims]


def _claim_json(naming: Naming, claim: Claim, step: PlannedStep) -> Json:
    benefit, service = claim.benefit, step.service
    status = sureness(service, benefit)
    source = service.sources.get(benefit.source or "")
    checked = naming.day(source.checked) if source is not None else ""
    return {
        "step": step.id,
        "title": service.title.in_language(naming.lang),
        "person": step.member,
        "person_title": naming.person(step.member),
        "what": benefit_text(benefit, naming.lang, naming.advice.catalog.country),
        "min": benefit.min,
        "max": benefit.max,
        "per": benefit.per,
        "condition": _condition(naming, step),
        "claim_by": None if claim.by is None else claim.by.isoformat(),
        "overdue": claim.by is not None and claim.by < naming.advice.situation.day,
        "status": status,
        "status_label": naming.say(words.CHECKED[status], day=checked),
    }


def _condition(naming: Naming, step: PlannedStep) -> str:
    authority = naming.authority(step.service, step.member)
    titles = " / ".join(naming.unknown(one) for one in step.depends_on)
    if step.status == "possible" and titles:
        return naming.say(words.IF_DEPENDS, authority=authority, titles=titles)
    return naming.say(words.IF_GRANTED, authority=authority)
