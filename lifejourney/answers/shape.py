"""The outer shape of a request: which fields there are, and of which JSON type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.errors import Words

LONGEST_NAME: Final = 200
FIELDS: Final = (
    "events",
    "answers",
    "declined",
    "persons",
    "documents",
    "wanted",
    "done",
    "date",
    "prefer",
    "channel",
    "lang",
    "include",
    "unknown",
)
PAPERS: Final = ("held", "lacking")
MOST: Final = {
    "events": 20,
    "answers": 500,
    "declined": 500,
    "persons": 50,
    "documents.held": 500,
    "documents.lacking": 500,
    "wanted": 100,
    "done": 500,
    "include": 10,
}
_OBJECT: Final = Words("objek {…}", "an object {…}")
_LIST: Final = Words("daftar […]", "a list […]")
_TEXT: Final = Words("teks", "a text")


@dataclass
class Shape:
    """Hold the parts of a request that have the right JSON type, each entry with its field."""

    events: list[tuple[str, str]] = field(default_factory=list)
    answers: dict[str, object] = field(default_factory=dict)
    declined: list[tuple[str, str]] = field(default_factory=list)
    persons: dict[str, object] = field(default_factory=dict)
    held: list[tuple[str, object]] = field(default_factory=list)
    lacking: list[tuple[str, object]] = field(default_factory=list)
    wanted: list[tuple[str, object]] = field(default_factory=list)
    done: list[tuple[str, str]] = field(default_factory=list)
    include: list[tuple[str, str]] = field(default_factory=list)
    single: dict[str, str] = field(default_factory=dict)
    dates: list[object] = field(default_factory=list)


def read_shape(raw: object, faults: Faults) -> Shape:
    """Return what of the raw input has the right shape, and report the rest."""
    if not isinstance(raw, Mapping):
        faults.wrong_type("", raw, _OBJECT)
        return Shape()
    _refuse_unknown(raw, FIELDS, "", faults)
    documents = _object(raw, "documents", faults)
    _refuse_unknown(documents, PAPERS, "documents.", faults)
    return Shape(
        events=_texts(raw.get("events", []), "events", faults),
        answers=_object(raw, "answers", faults),
        declined=_texts(raw.get("declined", []), "declined", faults),
        persons=_object(raw, "persons", faults),
        held=_items(documents.get("held", []), "documents.held", faults),
        lacking=_items(documents.get("lacking", []), "documents.lacking", faults),
        wanted=_items(raw.get("wanted", []), "wanted", faults),
        done=_texts(raw.get("done", []), "done", faults),
        include=_texts(raw.get("include", []), "include", faults),
        single={
            name: value
            for name in ("prefer", "channel", "lang", "unknown")
            if name in raw and (value := _text(raw[name], name, faults)) is not None
        },
        dates=[raw["date"]] if "date" in raw else [],
    )


def _refuse_unknown(
    given: Mapping[Any, object], known: tuple[str, ...], before: str, faults: Faults
) -> None:
    """Report every field that nobody would read."""
    for name in given:
        if name not in known:
            text = shown(str(name))
            what = Words(f"bidang '{text}' tidak dikenal", f"there is no field '{text}'")
            faults.add("unknown-field", f"{before}{text}", what, choose(str(name), known))


def _object(raw: Mapping[Any, object], name: str, faults: Faults) -> dict[str, object]:
    """Return an object's entries that have a usable name."""
    given = raw.get(name, {})
    if not isinstance(given, Mapping):
        faults.wrong_type(name, given, _OBJECT)
        return {}
    if name in MOST and len(given) > MOST[name]:
        faults.too_many(name, MOST[name])
        return {}
    return {
        key: value
        for key, value in given.items()
        if _text(key, f"{name}.{shown(str(key))}", faults) is not None
    }


def _items(given: object, name: str, faults: Faults) -> list[tuple[str, object]]:
    """Return the entries of a list, each with its field."""
    if not isinstance(given, list | tuple):
        faults.wrong_type(name, given, _LIST)
        return []
    if len(given) > MOST[name]:
        faults.too_many(name, MOST[name])
        return []
    return [(f"{name}[{number}]", value) for number, value in enumerate(given)]


def _texts(given: object, name: str, faults: Faults) -> list[tuple[str, str]]:
    """Return the texts of a list, each with its field."""
    return [
        (where, text)
        for where, value in _items(given, name, faults)
        if (text := _text(value, where, faults)) is not None
    ]


def _text(value: object, where: str, faults: Faults) -> str | None:
    """Return a short text, or report that it is none."""
    if not isinstance(value, str):
        faults.wrong_type(where, value, _TEXT)
        return None
    if not value or len(value) > LONGEST_NAME:
        what = Words("teks kosong atau terlalu panjang", "an empty text, or one too long")
        remedy = Words(f"tulis 1 sampai {LONGEST_NAME} huruf", f"write 1 to {LONGEST_NAME} letters")
        faults.add("bad-text", where, what, remedy)
        return None
    return value
