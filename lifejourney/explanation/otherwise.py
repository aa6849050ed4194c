"""What the plan would be otherwise: the way not chosen, the rival goal, the open choice."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from lifejourney.advice import Advice, Otherwise, finish_of
from lifejourney.explanation import words
from lifejourney.explanation.money import fee_json
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.when import finish_json

Json = dict[str, Any]


def not_chosen_json(naming: Naming) -> list[Json]:
    """Return the other services that could make a paper, each with what the plan would cost."""
    return [_producer(naming, one) for one in naming.advice.not_chosen]


def rivals_json(naming: Naming) -> list[Json]:
    """Return the goals that exclude one another, the one that takes less marked as such."""
    found = naming.advice.rivals
    return [_rival(naming, one, is_least=_takes_less(one, found)) for one in found]


def _takes_less(one: Otherwise, among: Sequence[Otherwise]) -> bool:
    """Tell whether one of several plans costs least, and none of the others is done earlier."""
    others = [other.advice for other in among if other is not one]
    return all(
        _effort(one.advice) < _effort(other) and _end(one.advice) <= _end(other) for other in others
    )


def compared_json(naming: Naming) -> list[Json]:
    """Return each open choice whose kinds are compared, with what the plan would be with each."""
    choices: dict[tuple[str, str], list[Otherwise]] = {}
    for one in naming.advice.kinds:
        choices.setdefault(one.target, []).append(one)
    return [_choice(naming, paper, found) for paper, found in choices.items()]


def _choice(naming: Naming, paper: tuple[str, str], found: list[Otherwise]) -> Json:
    plans = [{step.id for step in one.advice.steps} for one in found]
    common = set.intersection(*plans)
    made = {f"{kind}@{of}" for step in naming.advice.steps for kind, of in step.makes}
    return {
        "document": paper[0],
        "of": paper[1],
        "title": naming.choice(paper),
        "kinds": [_kind(naming, one, common, shown=one.other in made) for one in found],
    }


def _kind(naming: Naming, one: Otherwise, common: set[str], *, shown: bool) -> Json:
    """Return one kind: what follows from it, what the whole plan takes, what only it asks for."""
    document, _, of = one.other.partition("@")
    other = Naming(one.advice)
    figures = _figures(one)
    only = [step.id for step in one.advice.steps if step.id not in common]
    finish = finish_json(other)
    consequence = naming.text(naming.advice.catalog.documents[document].consequence)
    return {
        "document": document,
        "of": of,
        "title": naming.target(document),
        "consequence": consequence,
        "shown": shown,
        **figures,
        "finish": finish["finish"],
        "finish_open": finish["finish_open"],
        "finish_text": finish["finish_text"],
        "only": only,
        "only_titles": [other.step(id_) for id_ in only],
    }


def _producer(naming: Naming, one: Otherwise) -> Json:
    member = one.other.partition("@")[2].partition("#")[0]
    figures = _figures(one)
    text = naming.say(
        words.OTHER_WAY,
        paper=naming.paper(one.target),
        service=naming.step(one.other),
        other=figures["text"],
        own=_words(naming),
    )
    return {
        "document": one.target[0],
        "of": one.target[1],
        "instead_of": one.of,
        "step": one.other,
        "service_title": naming.step(one.other),
        "person": member,
        "person_title": naming.person(member),
        **figures,
        "text": text,
    }


def _rival(naming: Naming, one: Otherwise, *, is_least: bool) -> Json:
    figures = _figures(one)
    phrase = words.RIVAL_LESS if is_least else words.RIVAL
    title = naming.target(one.target[0])
    finish = finish_json(Naming(one.advice))
    text = naming.say(phrase, title=title, figures=figures["text"])
    return {
        "goal": one.other,
        "title": title,
        "excludes": one.of,
        "better": is_least,
        **figures,
        "finish": finish["finish"],
        "finish_open": finish["finish_open"],
        "text": " ".join(filter(None, (text, finish["finish_text"]))),
    }


def _figures(one: Otherwise) -> Json:
    """Return what the whole plan would cost in that way."""
    other = Naming(one.advice)
    fee = fee_json(other)
    return {
        "fee": {key: fee[key] for key in ("min", "max", "unknown")},
        "visits": len(one.advice.visits),
        "steps": [step.id for step in one.advice.steps],
        "text": _words(other),
    }


def _words(naming: Naming) -> str:
    """Return the figures of a plan in one phrase."""
    fee = fee_json(naming)["text"] or naming.say(words.FREE)
    advice = naming.advice
    return naming.say(
        words.PLAN_FIGURES, steps=len(advice.steps), visits=len(advice.visits), fee=fee
    )


def _effort(advice: Advice) -> tuple[int, ...]:
    """Return what is compared between rivals: unknown fees, fees, visits, steps."""
    fee = advice.fee
    least = fee.min if fee.max is None else fee.max
    return len(fee.unknown), least, len(advice.visits), len(advice.steps)


def _end(advice: Advice) -> tuple[bool, date]:
    """Return when a plan is done at the earliest; later where that is open, or never done."""
    finish = finish_of(advice.steps)
    if finish is None:
        return False, date.min
    return finish.latest is None, finish.earliest
