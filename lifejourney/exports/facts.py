"""Facts as they are asked: `role.fact`, with the options ready to show."""

from typing import Final, Literal

from lifejourney.catalog import SELF, Catalog
from lifejourney.errors import spoken
from lifejourney.exports.plain import Json, condition, noun
from lifejourney.vocabulary import Fact

_Truth = Literal["true", "false"]
_TRUTHS: Final[dict[str, tuple[tuple[_Truth, str], ...]]] = {
    "id": (("true", "Ya"), ("false", "Tidak")),
    "en": (("true", "Yes"), ("false", "No")),
}


def show_facts(catalog: Catalog, events: tuple[str, ...], lang: str) -> dict[str, Json]:
    """Return the facts of the roles of these events, and last of who asks; each one once.

    The topics are those of their questions, in the order of the catalog.
    """
    roles: dict[str, list[str]] = {}
    for event in events:
        for role in catalog.events[event].persons:
            roles.setdefault(role, []).append(event)
    # Who asks has facts for every event: what this one is about comes before them.
    roles.pop(SELF, None)
    roles[SELF] = list(events)
    facts: list[Json] = [
        {**_fact(catalog, role, fact, lang), "events": list(taking_part)}
        for role, taking_part in roles.items()
        for fact in catalog.facts_of(role)
    ]
    used = {catalog.topic_of(role) for role in roles} | {
        catalog.topic_of(role, fact.name)
        for role in roles
        for fact in catalog.facts_of(role)
        if fact.derived is None
    }
    topics: list[Json] = [
        {
            "topic": topic.slug,
            "title": topic.title.in_language(lang),
            "pinned": list(topic.pinned),
        }
        for topic in catalog.topics.values()
        if topic.slug in used
    ]
    return {"facts": facts, "topics": topics}


def _fact(catalog: Catalog, role: str, fact: Fact, lang: str) -> dict[str, Json]:
    """Return one fact of one role."""
    shown = noun(fact, lang)
    for key in ("name", "of", "likelihood"):
        del shown[key]
    topic = None if fact.derived else catalog.topic_of(role, fact.name)
    about = catalog.topics.get(topic or "")
    number = fact.type in {"integer", "money"}
    return {
        "fact": f"{role}.{fact.name}",
        "person": role,
        **shown,
        "person_title": _role_title(catalog, role, lang),
        "options": _options(fact, lang),
        "minimum": int(fact.minimum) if number and fact.minimum else fact.minimum,
        "maximum": int(fact.maximum) if number and fact.maximum else fact.maximum,
        "accepts": list(catalog.date_forms(fact)) if fact.type == "date" else [],
        "applies_when": condition(fact.applies_when, role),
        "derived": _derived(fact, role),
        "topic": topic,
        "topic_title": about.title.in_language(lang) if about else None,
    }


def _options(fact: Fact, lang: str) -> list[Json]:
    """Return the answers to choose from, empty where the answer is written."""
    if fact.type == "boolean":
        return [
            {"value": value, "label": label, "likelihood": fact.likelihood.get(value), "note": None}
            for value, label in _TRUTHS[spoken(lang)]
        ]
    return [
        {
            "value": value,
            "label": option.title.in_language(lang),
            "likelihood": option.likelihood,
            "note": option.note.in_language(lang) if option.note else None,
        }
        for value, option in fact.options.items()
    ]


def _derived(fact: Fact, role: str) -> Json:
    """Return from what a fact follows, None where it is asked."""
    if fact.derived is None:
        return None
    return {
        "years_since": fact.derived.years_since and f"{role}.{fact.derived.years_since}",
        "days_since": fact.derived.days_since and f"{role}.{fact.derived.days_since}",
        "condition": condition(fact.derived.condition, role),
        "value": fact.derived.value,
    }


def _role_title(catalog: Catalog, role: str, lang: str) -> str:
    """Return what a role is called in the first event that names it."""
    for event in catalog.events.values():
        person = event.persons.get(role)
        if person is not None and person.title is not None:
            return person.title.in_language(lang)
    return {"id": "Anda", "en": "you"}[spoken(lang)] if role == SELF else role
