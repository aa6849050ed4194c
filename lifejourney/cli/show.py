"""`lifejourney show`: one event, service, document or authority, with every field."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, Any

import typer

from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, Misuse, both
from lifejourney.errors import Words, did_you_mean
from lifejourney.vocabulary import Text

Name = Annotated[
    str, typer.Argument(metavar="CODE-OR-SLUG", help=both("kode atau nama", "code or slug"))
]
# Where a condition stands in its file is of no use to a reader.
_HIDDEN = frozenset({"path", "span", "family"})


def show(name: Name, lang: Lang = None, json: AsJson = False, folder: Folder = None) -> None:
    """Show everything of one noun."""
    desk = Desk.of(lang, json, folder)
    kind, noun = _find(desk, name)
    told = {"noun": kind, **_plain(noun, desk.lang)} | _links(desk, kind, noun)
    if desk.json:
        desk.give(told)
        return
    desk.line(f"{told.get('title', name)} ({told.get('code', told['slug'])})", style="bold")
    for key, value in told.items():
        if value not in (None, [], {}, "") and key != "title":
            _print(desk, key, value, 0)


def _find(desk: Desk, name: str) -> tuple[str, Any]:
    """Return the noun of a code or slug; raises Misuse."""
    catalog = desk.catalog
    nouns: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("event", catalog.events),
        ("service", catalog.by_code),
        ("service", catalog.services),
        ("document", catalog.documents),
        ("authority", catalog.authorities),
    )
    for kind, found in nouns:
        if name in found:
            return kind, found[name]
    for slug, entry in catalog.register.services.items():
        better = entry.replaced_by or entry.to
        if name in (slug, entry.code) and better:
            what = Words(f"'{name}' sudah tidak berlaku", f"'{name}' is no longer in force")
            raise Misuse(what, Words(f"lihat {better}", f"see {better}"))
    names = [one for _, found in nouns for one in found]
    what = Words(f"tidak ada yang bernama '{name}'", f"nothing is called '{name}'")
    search = Words(f"cari: lifejourney services {name}", f"search: lifejourney services {name}")
    raise Misuse(what, did_you_mean(name, names) or search)


def _links(desk: Desk, kind: str, noun: Any) -> dict[str, object]:  # noqa: ANN401 - any noun
    """Return what follows from other files: who makes, asks for, or answers for it."""
    services = desk.catalog.services.values()
    if kind == "document":
        asked = [
            one.slug
            for one in services
            for need in (*one.requires, *(n for made in one.produces for n in made.requires))
            if any(way.document == noun.slug for way in need.any)
        ]
        made = list(desk.catalog.producers.get(noun.slug, ()))
        return {"produced_by": made, "required_by": list(dict.fromkeys(asked))}
    if kind == "authority":
        return {"services": [one.slug for one in services if one.authority == noun.slug]}
    return {}


def _plain(value: object, lang: str) -> Any:  # noqa: ANN401, PLR0911 - JSON, kind by kind
    """Return a noun as JSON: texts in one language, conditions and tests as they are written."""
    match value:
        case Text():
            return value.in_language(lang)
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): _plain(one, lang) for key, one in value.items()}
        case tuple() | list():
            return [_plain(one, lang) for one in value]
    if not is_dataclass(value):
        return value
    if type(value).__module__.startswith("lifejourney.feel"):
        return str(value)
    plain = {
        one.name: _plain(getattr(value, one.name), lang)
        for one in fields(value)
        if one.name not in _HIDDEN
    }
    return {"is": type(value).__name__, **plain} if _is_condition(value) else plain


def _is_condition(value: object) -> bool:
    return type(value).__module__.endswith(".condition")


def _print(desk: Desk, key: str, value: object, indent: int) -> None:
    """Print a field, its parts below it."""
    match value:
        case Mapping() if value.get("is"):
            desk.line(f"{key}: {_condition(value)}", indent, 2)
        case Mapping():
            if any(one not in (None, [], {}, "") for one in value.values()):
                desk.line(f"{key}:", indent)
            for name, one in value.items():
                if one not in (None, [], {}, ""):
                    _print(desk, name, one, indent + 2)
        case list() if all(not isinstance(one, Mapping | list) for one in value):
            desk.line(f"{key}: {'; '.join(map(str, value))}", indent, 2)
        case list():
            for number, one in enumerate(value, start=1):
                _print(desk, f"{key} {number}", one, indent)
        case bool():
            told = desk.words("ya" if value else "tidak", "yes" if value else "no")
            desk.line(f"{key}: {told}", indent)
        case _:
            desk.line(f"{key}: {value}", indent, 2)


def _condition(value: Any) -> str:  # noqa: ANN401, PLR0911 - JSON, kind by kind
    """Return a condition on one line."""
    of = value.get("of")
    match value["is"]:
        case "FactTest":
            return f"{value['role']}.{value['name']}: {value['test']}"
        case "EventTest":
            return f"event: {', '.join(value['events'])}"
        case "Same":
            return f"same: {', '.join(value['roles'])}"
        case "Not":
            return f"not ({_condition(of)})"
        case "AllOf":
            return " and ".join(f"({_condition(one)})" for one in of) or "true"
        case "AnyOf":
            return " or ".join(f"({_condition(one)})" for one in of) or "false"
        case kind:
            return f"{kind.lower()} {value['role']} ({_condition(of)})"
