"""Turn nouns into plain values: texts in one language, conditions as the catalog writes them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Final, Protocol, TypeAlias, runtime_checkable

from lifejourney.vocabulary import (
    AllOf,
    AnyOf,
    Condition,
    EventTest,
    Every,
    FactTest,
    Not,
    Same,
    Some,
)

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"

WRITTEN: Final = {"serves": "for", "origin": "from", "is_role": "is", "from_day": "from"}
"""The keys of the catalog's files where the name in the program differs."""

_CONDITIONS: Final = (AllOf, AnyOf, EventTest, Every, FactTest, Not, Same, Some)


@runtime_checkable
class Worded(Protocol):
    """A text in several languages."""

    def in_language(self, language: str, /) -> str:
        """Return the text in one language."""


def plain(value: object, lang: str) -> Json:
    """Return a noun, or a part of one, as plain values; every field is there.

    Raises TypeError for what can be no part of a noun.
    """
    shown: Json
    match value:
        case None | bool() | int() | str():
            shown = value
        case date():
            shown = value.isoformat()
        case Mapping():
            shown = {str(key): plain(part, lang) for key, part in value.items()}
        case tuple() | list():
            shown = [plain(part, lang) for part in value]
        case Worded():
            shown = value.in_language(lang)
        case _:
            shown = condition(value) if isinstance(value, _CONDITIONS) else noun(value, lang)
    return shown


def noun(value: object, lang: str) -> dict[str, Json]:
    """Return the fields of a noun as plain values, under the names that the catalog writes."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is no part of a noun")
    return {
        WRITTEN.get(part.name, part.name): plain(getattr(value, part.name), lang)
        for part in fields(value)
    }


def condition(found: Condition | None, it: str = "it") -> Json:
    """Return a condition as the catalog writes it, with `it` standing for the one served."""
    written: Json = None
    match found:
        case AllOf(of):
            written = _all([condition(part, it) for part in of])
        case AnyOf(of):
            written = {"any": [condition(part, it) for part in of]}
        case Not(of):
            written = {"not": condition(of, it)}
        case Some(role, of):
            written = {"some": {role: condition(of, it)}}
        case Every(role, of):
            written = {"every": {role: condition(of, it)}}
        case FactTest() | EventTest() | Same():
            written = _leaf(found, it)
    return written


def _leaf(found: FactTest | EventTest | Same, it: str) -> Json:
    """Return a condition that holds no other."""
    match found:
        case FactTest(role, name, test):
            return {f"{it if role == 'it' else role}.{name}": str(test)}
        case EventTest(events):
            return {"event": list(events)}
        case _:
            return {"same": list(found.roles)}


def _all(parts: list[Json]) -> Json:
    """Join conditions in one map where no key occurs twice, else list them."""
    joined: dict[str, Json] = {}
    for part in parts:
        if not isinstance(part, dict) or joined.keys() & part.keys():
            return {"all": parts}
        joined |= part
    return joined
