"""Visits in words: where to go, what need not be gone for, what may be asked for there."""

from collections.abc import Iterable, Iterator
from typing import Any

from lifejourney.advice import PlannedStep, Visit
from lifejourney.advice.offices import region_of
from lifejourney.catalog import SELF
from lifejourney.explanation import words
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.offices import mall_name, mall_title, visit_office
from lifejourney.situation import fact_id
from lifejourney.vocabulary import Accommodation

Json = dict[str, Any]


def visits_json(naming: Naming) -> Json:
    """Return the visits of the plan, what is to be said of them, and who is treated specially."""
    return {
        "visits": [_visit(naming, visit) for visit in naming.advice.visits],
        "visits_notes": list(_notes(naming)),
        "special_treatment": [
            {
                "who": naming.text(treatment.who),
                "accommodations": accommodations_json(naming, treatment.accommodations),
            }
            for event in naming.advice.cast.events
            for treatment in naming.advice.catalog.events[event].special_treatment
            if naming.concerning.holds(treatment.when)
        ],
    }


def ease_asked(naming: Naming) -> tuple[str, str] | None:
    """Return what may be asked of who goes, so as to name what makes it easier; None for nothing.

    It follows from the event where it can; nothing of it is asked where nobody goes.
    """
    advice = naming.advice
    treatments = [
        treatment
        for event in advice.cast.events
        for treatment in advice.catalog.events[event].special_treatment
    ]
    if not advice.visits or any(naming.concerning.holds(one.when) for one in treatments):
        return None
    asked = (naming.concerning.open_about(SELF, one.when) for one in treatments)
    keys = (key for key in asked if key is not None)
    return next((key for key in keys if fact_id(*key) not in advice.situation.declined), None)


def visit_label(naming: Naming, step: PlannedStep) -> str | None:
    """Return on which visit a step is taken, or that it needs none; None where nobody goes."""
    if step.visit is not None:
        return naming.say(words.VISIT, number=step.visit)
    return naming.say(words.ONLINE) if step.online else None


def accommodations_json(naming: Naming, found: Iterable[Accommodation]) -> list[Json]:
    """Return what makes a visit easier, or needless."""
    return [{"accommodation": one, "title": naming.say(words.ACCOMMODATION[one])} for one in found]


def _visit(naming: Naming, visit: Visit) -> Json:
    catalog = naming.advice.catalog
    titles = [
        catalog.authorities[slug].title.in_language(naming.lang) for slug in visit.authorities
    ]
    steps = {step.id: step for step in naming.advice.steps}
    first = steps[visit.steps[0]]
    place = naming.authority(first.service, first.member)
    if visit.mall is not None:
        place = f"{mall_title(naming, visit)}: {naming.listed(titles)}"
    return {
        "counter": "mpp" if visit.mall is not None else visit.authorities[0],
        "authority_title": place,
        "authorities": list(visit.authorities),
        "region": visit.region,
        "office": visit_office(naming, visit, steps),
        "steps": list(visit.steps),
        "after": list(visit.after),
    }


def _notes(naming: Naming) -> Iterator[str]:
    """Yield what is to be asked about a mall, and whether fewer visits might do."""
    advice = naming.advice
    public = {
        slug
        for visit in advice.visits
        for slug in visit.authorities
        if visit.mall is None and advice.catalog.authorities[slug].level != "private"
    }
    if any(visit.mall is not None for visit in advice.visits):
        yield naming.say(words.MALL_ASK, mall=mall_name(naming))
    elif len(public) > 1:
        region = region_of(advice.situation, SELF)
        mall = None if region is None else advice.catalog.mall(region)
        # Where nothing is known, only what the country has is worth asking for.
        if mall is not None:
            yield naming.say(words.MALL_UNKNOWN_DESKS, mall=mall_name(naming))
        elif advice.catalog.country.mall is not None:
            yield naming.say(words.MALL_UNKNOWN, mall=mall_name(naming))
    if not advice.fewest:
        yield naming.say(words.PERHAPS_FEWER)
