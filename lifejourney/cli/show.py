"""`lifejourney show`: one noun of the catalog (service, document, unit …), with every field."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

import typer

from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, Misuse, both
from lifejourney.cli.witness import show_witness
from lifejourney.errors import Words, did_you_mean
from lifejourney.exports.plain import Json

Name = Annotated[
    str, typer.Argument(metavar="CODE-OR-SLUG", help=both("kode atau nama", "code or slug"))
]
Witness = Annotated[
    bool,
    typer.Option(
        "--witness",
        help=both("jawaban yang menjadikannya langkah", "answers that make it a step"),
    ),
]
_CONDITIONS: Final = frozenset(
    {"applies", "applies_when", "available_when", "condition", "same_when", "when"}
)
_NOTHING: Final[tuple[object, ...]] = (None, [], {}, "")


def show(
    name: Name,
    witness: Witness = False,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """Show everything of one noun."""
    desk = Desk.of(lang, json, folder)
    told = _find(desk, name)
    if witness:
        show_witness(desk, told)
        return
    if desk.json:
        desk.give(told)
        return
    kind, own = next(iter(told.items()))
    desk.line(f"{told['title']} ({own})", style="bold")
    for key, value in told.items():
        if value not in _NOTHING and key not in ("title", kind):
            _print(desk, key, value, 0)


def _find(desk: Desk, name: str) -> Mapping[str, Json]:
    """Return what is shown of the noun of a code or slug; raises Misuse.

    Where nouns of two kinds share a slug, `document:slug` says which is meant.
    """
    catalog, nouns = desk.current, desk.nouns
    wanted, _, rest = name.rpartition(":")
    slug = catalog.by_code[rest].slug if rest in catalog.by_code else rest
    kinds: Mapping[str, tuple[Mapping[str, object], Callable[[str], Mapping[str, Json]]]] = {
        "event": (catalog.events, nouns.event),
        "service": (catalog.services, nouns.service),
        "document": (catalog.documents, nouns.document),
        "authority": (catalog.authorities, nouns.authority),
        "unit": (catalog.units, nouns.unit),
        "calendar": (catalog.calendars, nouns.calendar),
    }
    for kind, (there, shown) in kinds.items():
        if slug in there and wanted in ("", kind):
            return shown(slug)
    if (fact := nouns.fact(rest)) is not None:
        return fact
    register = catalog.register
    for entries in (register.events, register.services, register.documents):
        for old, entry in entries.items():
            better = entry.replaced_by or entry.to
            if name in (old, entry.code) and better:
                what = Words(f"'{name}' sudah tidak berlaku", f"'{name}' is no longer in force")
                raise Misuse(what, Words(f"lihat {better}", f"see {better}"))
    names = [*catalog.by_code, *(one for there, _ in kinds.values() for one in there)]
    names += [f"{role}.{one.name}" for one in catalog.facts for role in one.of]
    what = Words(f"tidak ada yang bernama '{name}'", f"nothing is called '{name}'")
    search = Words(f"cari: lifejourney services {name}", f"search: lifejourney services {name}")
    raise Misuse(what, did_you_mean(name, names) or search)


def _print(desk: Desk, key: str, value: Any, indent: int) -> None:  # noqa: ANN401 - JSON
    """Print a field, its parts below it."""
    match value:
        case Mapping() if key in _CONDITIONS:
            desk.line(f"{key}: {_condition(value)}", indent, 2)
        case Mapping():
            inner = {name: one for name, one in value.items() if one not in _NOTHING}
            if inner:
                desk.line(f"{key}:", indent)
            for name, one in inner.items():
                _print(desk, name, one, indent + 2)
        case list() if all(_named(one) for one in value):
            desk.line(f"{key}: {'; '.join(map(_named, value))}", indent, 2)
        case list():
            for number, one in enumerate(value, start=1):
                _print(desk, f"{key} {number}", one, indent)
        case bool():
            told = desk.words("ya" if value else "tidak", "yes" if value else "no")
            desk.line(f"{key}: {told}", indent)
        case _:
            desk.line(f"{key}: {value}", indent, 2)


def _named(value: object) -> str:
    """Return a plain value, or slug and title of a noun that is only named; else nothing."""
    if not isinstance(value, Mapping | list):
        return str(value)
    if isinstance(value, Mapping) and value.keys() <= {"service", "slug", "document", "title"}:
        return f"{value.get('slug') or value.get('document')} ({value['title']})"
    return ""


def _condition(value: Mapping[str, Any]) -> str:
    """Return a condition, as the catalog writes it, on one line."""
    return " and ".join(_part(key, of) for key, of in value.items()) or "true"


def _part(key: str, of: Any) -> str:  # noqa: ANN401 - JSON
    """Return one part of a condition."""
    match key:
        case "event" | "same":
            return f"{key}: {', '.join(of)}"
        case "not":
            return f"not ({_condition(of)})"
        case "all" | "any":
            word = " and " if key == "all" else " or "
            return f"({word.join(f'({_condition(one)})' for one in of)})"
        case "some" | "every":
            [(role, inner)] = of.items()
            return f"{key} {role} ({_condition(inner)})"
        case _:
            return f"{key}: {of}"
