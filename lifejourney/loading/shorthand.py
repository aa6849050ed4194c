"""Bring what people may write in short into the full shape of the nouns.

`shape` walks a node beside the type it is to become: it gives keys their name in the catalog,
makes lists of single values, texts of bare strings and conditions of maps, and reports keys
that the type does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from lifejourney.errors import Words, did_you_mean
from lifejourney.loading.conditions import read_condition
from lifejourney.loading.findings import Findings
from lifejourney.loading.languages import LANGUAGES, in_own_language
from lifejourney.loading.nodes import Entries, Items, Node, Ready, Scalar
from lifejourney.vocabulary import (
    Alternative,
    Change,
    Complaint,
    Condolence,
    Constraint,
    Cost,
    Deadline,
    Document,
    Due,
    Entry,
    Fact,
    FactTest,
    LegalBasis,
    Option,
    Person,
    Remark,
    Requirement,
    Result,
    Retired,
    Service,
    Span,
    SuppliedLater,
    Text,
    Time,
    Told,
    Topic,
    Usual,
    Validity,
)

# The names of the file where they differ from the catalog's (Python keeps `for` and `from`).
WRITTEN: Final[Mapping[type, Mapping[str, str]]] = {
    Service: {"for": "serves"},
    Document: {"from": "origin"},
    Change: {"from": "from_day"},
    Person: {"is": "is_role"},
}
# What a noun is called follows from its file, or from the key that it stands under.
IMPLIED: Final = frozenset({"slug", "name"})
_UNKNOWN: Final = "unknown"
_PERIOD: Final = re.compile(r"([0-9]+) ([a-z_]+)")
# What a channel is called elsewhere.
_CHANNELS: Final = {"online": "electronic", "kiosk": "self_service", "self-service": "self_service"}


def shape(kind: object, node: Node, findings: Findings) -> Node:
    """Return the node in the full shape of a type."""
    kind = _bare(kind)
    if isinstance(node, Ready):
        return node
    if FactTest in get_args(kind):
        return Ready(read_condition(node, findings), node)
    origin = get_origin(kind)
    if origin is tuple:
        return _list(get_args(kind)[0], node, findings)
    if origin is Mapping and isinstance(node, Entries):
        inner = get_args(kind)[1]
        return replace(
            node,
            entries=tuple((key, shape(inner, value, findings)) for key, value in node.entries),
        )
    if is_dataclass(kind) and isinstance(kind, type):
        full = _SHORTHAND.get(kind, _as_it_is)(node)
        # A bare text is in the language of the country.
        named = kind is Text and isinstance(node, Entries)
        return _noun(kind, in_own_language(full, findings) if named else full, findings)
    return node


def known_keys(kind: type) -> Mapping[str, str]:
    """Return the keys that a file may use for a noun, each with the name of the field."""
    written = WRITTEN.get(kind, {})
    renamed = {field: key for key, field in written.items()}
    return {
        renamed.get(field, field): field for field in _fields(kind) if field not in IMPLIED
    } | dict(written)


@cache
def _fields(kind: type) -> Mapping[str, Any]:
    """Return the fields of a noun with their types."""
    return get_type_hints(kind, include_extras=True)


def _bare(kind: object) -> object:
    """Return a type without `None` and without annotations."""
    if get_origin(kind) in (Union, UnionType):
        kinds = [one for one in get_args(kind) if one is not NoneType]
        kind = kinds[0] if len(kinds) == 1 else Union[tuple(kinds)]  # noqa: UP007
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _list(kind: object, node: Node, findings: Findings) -> Node:
    """Make a list of a single value, and shape its items."""
    items = node.items if isinstance(node, Items) else (node,)
    return Items(tuple(shape(kind, item, findings) for item in items), node.line, node.column)


def _noun(kind: type, node: Node, findings: Findings) -> Node:
    """Give the keys of a noun their names and shape their values; drop unknown ones."""
    if not isinstance(node, Entries):
        return node
    known, fields = known_keys(kind), _fields(kind)
    shaped: list[tuple[Scalar, Node]] = []
    for key, value in node.entries:
        if key.text not in known:
            own = {findings.language: findings.language} if kind is Text else {}
            _report_unknown(key, {**known, **own}, findings)
            continue
        name = known[key.text]
        renamed = key if name == key.text else replace(key, text=name, written=key.text)
        shaped.append((renamed, shape(fields[name], value, findings)))
    return replace(node, entries=tuple(shaped))


def _report_unknown(key: Scalar, known: Mapping[str, str], findings: Findings) -> None:
    """Report a key that a noun does not know."""
    what = Words(f"kunci '{key.text}' tidak dikenal di sini", f"unknown key '{key.text}'")
    names = ", ".join(sorted(known))
    listed = Words(f"yang dikenal: {names}", f"known here: {names}")
    near = did_you_mean(key.text, known) or listed
    own = {field: name for name, field in known.items() if field != name}
    if key.text in own:
        near = Words(f"tulis '{own[key.text]}'", f"write '{own[key.text]}'")
    findings.add("unknown-key", key, what, near)


def _as_it_is(node: Node) -> Node:
    """Leave a noun that has no short form."""
    return node


def _under(key: str, node: Node) -> Entries:
    """Put a node under a key that the file left out."""
    return Entries(((Scalar(key, node.line, node.column), node),), node.line, node.column)


def _short(key: str) -> Callable[[Node], Node]:
    """Return the short form in which a bare string stands for one key."""

    def expand(node: Node) -> Node:
        """Put a bare string under the key."""
        return _under(key, node) if isinstance(node, Scalar) else node

    return expand


def _text(node: Node) -> Node:
    """Read a bare string as the text in Bahasa Indonesia, and gather further languages."""
    if not isinstance(node, Entries):
        return _short("id")(node)
    others = tuple(entry for entry in node.entries if entry[0].text in LANGUAGES)
    if not others:
        return node
    first = others[0][0]
    gathered = (Scalar("others", first.line, first.column), replace(node, entries=others))
    rest = tuple(entry for entry in node.entries if entry not in others)
    return replace(node, entries=(*rest, gathered))


def _person(node: Node) -> Node:
    """Read a bare title; and one role that this one is as that role under the own `when`."""
    if not isinstance(node, Entries):
        return _short("title")(node)
    other, when = node.get("is"), node.get("when")
    if not isinstance(other, Scalar):
        return node
    under = Ready(None, other) if when is None else when
    one = Entries(((other, under),), other.line, other.column)
    rest = tuple(entry for entry in node.entries if entry[0].text not in ("is", "when"))
    key = next(key for key, _ in node.entries if key.text == "is")
    return replace(node, entries=(*rest, (key, one)))


def _remark(node: Node) -> Node:
    """Read a bare text as a remark, and one that says beside its languages whom it concerns."""
    if not isinstance(node, Entries):
        return _under("text", node)
    if node.get("text") is not None:
        return node
    own = tuple(entry for entry in node.entries if entry[0].text in ("when", "result", "source"))
    words = tuple(entry for entry in node.entries if entry not in own)
    text = Scalar("text", node.line, node.column)
    return replace(node, entries=((text, replace(node, entries=words)), *own))


def _service(node: Node) -> Node:
    """Read `acts: {other: who}`, and channels by their other names."""
    if not isinstance(node, Entries):
        return node
    entries: list[tuple[Scalar, Node]] = []
    for key, value in node.entries:
        if key.text == "channels":
            entries.append((key, _channels(value)))
        elif key.text == "acts" and isinstance(value, Entries) and len(value.entries) == 1:
            who, actor = value.entries[0]
            entries += [(key, who), (replace(who, text="actor", written=who.text), actor)]
        else:
            entries.append((key, value))
    return replace(node, entries=tuple(entries))


def _channels(node: Node) -> Node:
    """Give each channel its name in the catalog."""
    if isinstance(node, Items):
        return replace(node, items=tuple(map(_channels, node.items)))
    if isinstance(node, Scalar):
        return replace(node, text=_CHANNELS.get(node.text, node.text))
    return node


def change_keys(node: Node) -> Node:
    """Read the keys of a service that stand beside `from` as those that are set."""
    if not isinstance(node, Entries) or node.get("set") is not None:
        return node
    own = tuple(entry for entry in node.entries if entry[0].text in ("from", "ends", "source"))
    changed = tuple(entry for entry in node.entries if entry not in own)
    if not changed:
        return node
    key = Scalar("set", node.line, node.column)
    return replace(node, entries=(*own, (key, replace(node, entries=changed))))


def _fact(node: Node) -> Node:
    """Read `changeable: forward` as what changes, and in one direction alone."""
    if not isinstance(node, Entries):
        return node
    way = node.get("changeable")
    if not isinstance(way, Scalar) or way.text != "forward":
        return node
    yes = replace(way, text="true")
    entries = tuple((k, yes if k.text == "changeable" else value) for k, value in node.entries)
    return replace(node, entries=(*entries, (replace(way, text="forward"), yes)))


def _time(node: Node) -> Node:
    """Read `unknown` as a time of which nothing is known, `2 week` as at most so long."""
    if isinstance(node, Scalar) and _PERIOD.fullmatch(node.text):
        return _span(node, "max")
    if isinstance(node, Scalar) and node.text == _UNKNOWN:
        return Entries((), node.line, node.column)
    return node


def _span(node: Node, value: str = "value") -> Node:
    """Read `6 month` as so many of that unit."""
    if not isinstance(node, Scalar) or not (found := _PERIOD.fullmatch(node.text)):
        return node
    keys = zip((value, "unit"), found.groups(), strict=True)
    entries = tuple((replace(node, text=key), replace(node, text=text)) for key, text in keys)
    return Entries(entries, node.line, node.column)


def _within(node: Node) -> Node:
    """Read `within: 60, unit: calendar_day` as the period that it is."""
    if not isinstance(node, Entries):
        return node
    number, unit = node.get("within"), node.get("unit")
    if not isinstance(number, Scalar) or unit is None:
        return node
    period = Entries(
        ((replace(number, text="value"), number), (replace(number, text="unit"), unit)),
        number.line,
        number.column,
    )
    rest = tuple(entry for entry in node.entries if entry[0].text != "unit")
    entries = tuple((key, period if key.text == "within" else value) for key, value in rest)
    return replace(node, entries=entries)


def _deadline(node: Node) -> Node:
    """Read `within: 6 month` as so many of that unit."""
    number = node.get("within") if isinstance(node, Entries) else None
    if not isinstance(node, Entries) or node.get("unit") is not None:
        return node
    if not isinstance(number, Scalar) or not (found := _PERIOD.fullmatch(number.text)):
        return node
    value, unit = (replace(number, text=text) for text in found.groups())
    entries = tuple((key, value if key.text == "within" else one) for key, one in node.entries)
    return replace(node, entries=(*entries, (replace(number, text="unit"), unit)))


def _cost(node: Node) -> Node:
    """Read `unknown` as nothing known, and a bare number as that very amount."""
    if isinstance(node, Scalar) and node.text != _UNKNOWN:
        both = tuple((Scalar(key, node.line, node.column), node) for key in ("min", "max"))
        return Entries(both, node.line, node.column)
    return _time(node)


def _requirement(node: Node) -> Node:
    """Read a bare document, one document with its holder, or `any` with defaults for all."""
    if isinstance(node, Scalar):
        return _under("any", Items((node,), node.line, node.column))
    if not isinstance(node, Entries):
        return node
    own = {"document", "of", "substitute"}
    inner = tuple(entry for entry in node.entries if entry[0].text in own)
    outer = tuple(entry for entry in node.entries if entry[0].text not in own)
    listed = node.get("any")
    if listed is None:
        alternative = Entries(inner, node.line, node.column)
        any_key = Scalar("any", node.line, node.column)
        ways = Items((alternative,), node.line, node.column)
        return replace(node, entries=(*outer, (any_key, ways)))
    items = listed.items if isinstance(listed, Items) else (listed,)
    ways = Items(tuple(_with_defaults(one, inner) for one in items), listed.line, listed.column)
    return replace(
        node,
        entries=tuple((key, ways if key.text == "any" else value) for key, value in outer),
    )


def _with_defaults(node: Node, defaults: tuple[tuple[Scalar, Node], ...]) -> Node:
    """Give an alternative what was said once for all of them."""
    full = _short("document")(node)
    if not isinstance(full, Entries):
        return node
    added = tuple(entry for entry in defaults if full.get(entry[0].text) is None)
    return replace(full, entries=(*full.entries, *added))


_SHORTHAND: Final[Mapping[type, Callable[[Node], Node]]] = {
    Alternative: _short("document"),
    Change: change_keys,
    Complaint: _short("channel"),
    Constraint: _short("compare"),
    Cost: _cost,
    Deadline: _deadline,
    Due: _within,
    Entry: _short("state"),
    Fact: _fact,
    LegalBasis: _short("act"),
    Option: _short("title"),
    Person: _person,
    Condolence: _remark,
    Remark: _remark,
    Requirement: _requirement,
    Result: _short("document"),
    Retired: _short("instead"),
    Service: _service,
    Span: _span,
    SuppliedLater: _within,
    Text: _text,
    Time: _time,
    Told: _remark,
    Topic: _short("title"),
    Usual: _short("state"),
    Validity: _span,
}
