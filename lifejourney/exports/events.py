"""Life events: in a list, and one with everything."""

from collections.abc import Iterable
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.exports.plain import Json, noun
from lifejourney.exports.search import search

_LISTED: Final = (
    "event",
    "title",
    "stage",
    "persons",
    "summary",
    "also_called",
    "entries",
    "sensitive",
    "greeting",
)


def show_events(catalog: Catalog, lang: str) -> dict[str, Json]:
    """Return every life event, in the order of the catalog."""
    return {"events": [*_listed(catalog, catalog.events, lang)]}


def _listed(catalog: Catalog, slugs: Iterable[str], lang: str) -> list[dict[str, Json]]:
    """Return what a list says of some events."""
    shown = [show_event(catalog, slug, lang) for slug in slugs]
    return [{key: event[key] for key in _LISTED} for event in shown]


def find_events(catalog: Catalog, text: str, lang: str) -> list[dict[str, Json]]:
    """Return the events that a text fits, best first, as a list says them."""
    found = search(
        catalog.events.values(),
        text,
        lambda one: (one.slug, one.title.id, one.title.en, *one.also_called),
        lambda one: (
            *(text for entry in one.entries for text in (entry.id, entry.en)),
            one.summary.id,
            one.summary.en,
        ),
    )
    return _listed(catalog, [event.slug for event in found], lang)


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
