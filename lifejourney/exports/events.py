"""Life events: in a list, and one with everything."""

from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.exports.plain import Json, noun

_LISTED: Final = (
    "event",
    "title",
    "stage",
    "persons",
    "summary",
    "also_called",
    "sensitive",
    "greeting",
)


def show_events(catalog: Catalog, lang: str) -> dict[str, Json]:
    """Return every life event, in the order of the catalog."""
    shown = [show_event(catalog, slug, lang) for slug in catalog.events]
    return {"events": [{key: event[key] for key in _LISTED} for event in shown]}


def show_event(catalog: Catalog, slug: str, lang: str) -> dict[str, Json]:
    """Return one life event with everything: its persons and what it calls for."""
    event = catalog.events[slug]
    persons: list[Json] = [
        {
            "person": role,
            **noun(person, lang),
            "title": person.title.in_language(lang) if person.title else role,
        }
        for role, person in event.persons.items()
    ]
    calls: list[Json] = []
    for call in event.calls_for:
        called = catalog.documents if call.document else catalog.services
        title = called[call.target].title.in_language(lang)
        calls.append({**noun(call, lang), "title": title})
    shown = {"event": slug, **noun(event, lang), "persons": persons, "calls_for": calls}
    del shown["slug"]
    return shown
