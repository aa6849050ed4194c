"""The life events by stage of life, with the entries that people look for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lifejourney import Nouns, Words

from .visit import Visit

STAGES: Final[Mapping[str, Words]] = {
    "birth": Words("Lahir", "Birth"),
    "childhood": Words("Masa kecil", "Childhood"),
    "school": Words("Sekolah", "School"),
    "work": Words("Bekerja", "Work"),
    "family": Words("Berkeluarga", "Family"),
    "retirement": Words("Pensiun", "Retirement"),
    "end_of_life": Words("Akhir hidup", "End of life"),
}
"""The stages of life in their order; one that is not named here comes last, by its slug."""


@dataclass(frozen=True)
class Entry:
    """Offer one way into an event: in the words of who looks for it."""

    event: str
    title: str
    summary: str = ""
    is_hard: bool = False


@dataclass(frozen=True)
class Stage:
    """Hold the entries of one stage of life."""

    slug: str
    title: str
    entries: Sequence[Entry]


def stages(visit: Visit) -> list[Stage]:
    """Return all stages of life in which something can happen, in their order."""
    found: dict[str, list[Entry]] = {}
    shown: Any = Nouns(visit.state.current, visit.lang).events()["events"]
    for event in shown:
        found.setdefault(event["stage"], []).extend(entries(event))
    order = [*STAGES, *found]
    return [
        Stage(slug, STAGES[slug].in_language(visit.lang) if slug in STAGES else slug, found[slug])
        for slug in dict.fromkeys(order)
        if slug in found
    ]


def entries(event: Mapping[str, Any]) -> list[Entry]:
    """Return the entries of an event: itself, and the hard ones under their own words."""
    own = Entry(event["event"], event["title"], event["summary"])
    hard = [Entry(event["event"], text, is_hard=True) for text in event["entries"]]
    return [own, *hard]


def sympathy(visit: Visit, answer: Mapping[str, Any]) -> str:
    """Return the greeting of an answer if it is one of sympathy, else nothing.

    What merely introduces the questions is out of place once they are answered.
    """
    catalog = visit.state.current
    introducing = {
        event.greeting.in_language(visit.lang)
        for event in catalog.events.values()
        if event.greeting is not None
        and not any(one.dead and not one.is_role for one in event.persons.values())
    }
    greeting = answer["greeting"] or ""
    return "" if greeting in introducing else str(greeting)
