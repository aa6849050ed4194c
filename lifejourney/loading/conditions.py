"""Read conditions: maps from a fact to a test, `any`, `all`, `not`, events and identities."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from lifejourney.errors import Words, did_you_mean
from lifejourney.feel import InvalidTest, parse_test
from lifejourney.feel import Test as Unary
from lifejourney.loading.findings import Findings
from lifejourney.loading.nodes import Entries, Items, Node, Path, Scalar, spot
from lifejourney.loading.yaml_faults import quote_it
from lifejourney.vocabulary import (
    ALWAYS,
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

_SLUG: Final = r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"
_FACT: Final = re.compile(rf"({_SLUG})\.({_SLUG})")
_BARE: Final = re.compile(_SLUG)
# What YAML reads without quotes, and people then misread.
_NEEDS_QUOTES: Final = re.compile(r"[<>=\[\]()!]|[^\s\"']*\.\.")


@dataclass(frozen=True)
class _Reader:
    """Know where in a condition one is, and of which member facts without a role speak."""

    findings: Findings
    path: Path = ()
    member: str | None = None

    def below(self, step: str | int) -> _Reader:
        """Go one step down."""
        return replace(self, path=(*self.path, step))


def read_condition(node: Node, findings: Findings) -> Condition:
    """Return the condition; what is at fault in it is reported and left out."""
    return _mapping(node, _Reader(findings))


def _mapping(node: Node, reader: _Reader) -> Condition:
    """Read a map: all of its entries."""
    if isinstance(node, Entries) and node.entries:
        parts = [_entry(key, value, reader.below(key.text)) for key, value in node.entries]
        return _all(parts)
    if not reader.findings.is_spoiled(node):
        what = Words("syarat ditulis sebagai peta", "a condition is written as a map")
        remedy = Words("contoh: {it.age: '>= 17'}", "for example {it.age: '>= 17'}")
        reader.findings.add("bad-condition", node, what, remedy)
    return ALWAYS


def _all(parts: list[Condition]) -> Condition:
    """Return one part as it is, several as all of them."""
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _entry(key: Scalar, value: Node, reader: _Reader) -> Condition:
    """Read one entry of a map."""
    if key.text in _KEYWORDS:
        return _KEYWORDS[key.text](value, reader)
    if found := _FACT.fullmatch(key.text):
        return _fact(found[1], found[2], value, reader)
    if reader.member is not None and _BARE.fullmatch(key.text):
        return _fact(reader.member, key.text, value, reader)
    what = Words(
        f"'{key.text}' bukan peran.fakta dan bukan kata syarat",
        f"'{key.text}' is neither role.fact nor a word of conditions",
    )
    meant = _ELSEWHERE.get(key.text.casefold())
    near = did_you_mean(meant, [meant]) if meant else did_you_mean(key.text, _KEYWORDS)
    remedy = near or Words(
        "tulis peran.fakta atau it.fakta, contoh: it.age", "write role.fact or it.fact, as it.age"
    )
    reader.findings.add("bad-condition-key", key, what, remedy)
    return ALWAYS


def _listed(node: Node, reader: _Reader) -> list[Condition]:
    """Read a list of conditions."""
    if isinstance(node, Items):
        return [_mapping(item, reader.below(at)) for at, item in enumerate(node.items)]
    if not reader.findings.is_spoiled(node):
        what = Words(
            f"'{reader.path[-1]}' memerlukan daftar syarat",
            f"'{reader.path[-1]}' takes a list of conditions",
        )
        remedy = Words("tulis [{…}, {…}]", "write [{…}, {…}]")
        reader.findings.add("bad-condition", node, what, remedy)
    return []


def _any(node: Node, reader: _Reader) -> Condition:
    """Read `any`."""
    return AnyOf(tuple(_listed(node, reader)))


def _every_one(node: Node, reader: _Reader) -> Condition:
    """Read `all`."""
    return AllOf(tuple(_listed(node, reader)))


def _not(node: Node, reader: _Reader) -> Condition:
    """Read `not`."""
    return Not(_mapping(node, reader))


def _slugs(node: Node, reader: _Reader) -> tuple[str, ...]:
    """Read one slug or a list of them."""
    items = _items(node)
    found = [one.text for one in items if isinstance(one, Scalar) and _BARE.fullmatch(one.text)]
    if len(found) == len(items) and found:
        return tuple(found)
    if not any(reader.findings.is_spoiled(one) for one in (node, *items)):
        what = Words(
            f"'{reader.path[-1]}' memerlukan nama dengan huruf kecil",
            f"'{reader.path[-1]}' takes names in lower case",
        )
        remedy = Words(
            "contoh: event: birth, atau same: [deceased, mother]",
            "for example event: birth, or same: [deceased, mother]",
        )
        reader.findings.add("bad-condition", node, what, remedy)
    return ()


def _event(node: Node, reader: _Reader) -> Condition:
    """Read `event`."""
    return EventTest(_slugs(node, reader), reader.path)


def _same(node: Node, reader: _Reader) -> Condition:
    """Read `same`."""
    roles = _slugs(node, reader)
    if len(roles) == 1:
        what = Words("'same' memerlukan dua peran", "'same' takes two roles")
        remedy = Words("contoh: same: [deceased, mother]", "for example same: [deceased, mother]")
        reader.findings.add("bad-condition", node, what, remedy)
    return Same(roles, reader.path)


def _quantified(make: Callable[[str, Condition, Path], Condition]) -> _Read:
    """Return the reader of `some` or `every`."""

    def read(node: Node, reader: _Reader) -> Condition:
        """Read the condition on the members of each role named."""
        if not isinstance(node, Entries) or not node.entries:
            return _no_role(node, reader)
        parts = []
        for role, inner in node.entries:
            below = replace(reader.below(role.text), member=role.text)
            parts.append(make(role.text, _mapping(inner, below), below.path))
        return _all(parts)

    return read


def _no_role(node: Node, reader: _Reader) -> Condition:
    """Report a quantifier that names no role."""
    if not reader.findings.is_spoiled(node):
        what = Words(f"'{reader.path[-1]}' memerlukan peran", f"'{reader.path[-1]}' takes a role")
        remedy = Words("contoh: some: {heir: {age: '< 18'}}", "as some: {heir: {age: '< 18'}}")
        reader.findings.add("bad-condition", node, what, remedy)
    return ALWAYS


_Read = Callable[[Node, _Reader], Condition]
_KEYWORDS: Final[dict[str, _Read]] = {
    "any": _any,
    "all": _every_one,
    "not": _not,
    "event": _event,
    "same": _same,
    "some": _quantified(Some),
    "every": _quantified(Every),
}


# What these are called in other languages of rules.
_ELSEWHERE: Final = {"and": "all", "or": "any", "dan": "all", "atau": "any", "none": "not"}


def _fact(role: str, name: str, node: Node, reader: _Reader) -> Condition:
    """Read the test on one fact."""
    test = _test(node, reader.findings)
    return ALWAYS if test is None else FactTest(role, name, test, reader.path)


def _test(node: Node, findings: Findings) -> Unary | None:
    """Read a test or a list of options; None when it is at fault."""
    if isinstance(node, Scalar):
        return _scalar_test(node, findings)
    scalars = [one for one in _items(node) if isinstance(one, Scalar)]
    if isinstance(node, Items) and 0 < len(scalars) == len(node.items):
        return _list_test(node, scalars, findings)
    what = Words("di sini perlu uji atau daftar pilihan", "a test or a list of options goes here")
    remedy = Words("contoh: healthy, [a, b], '< 18'", "for example healthy, [a, b], '< 18'")
    findings.add("bad-test", node, what, remedy)
    return None


def _items(node: Node) -> tuple[Node, ...]:
    """Return the items of a list, or the node alone."""
    return node.items if isinstance(node, Items) else (node,)


def _list_test(node: Items, scalars: list[Scalar], findings: Findings) -> Unary | None:
    """Read a list of options: any of these."""
    only = scalars[0]
    if len(scalars) == 1 and not only.style and ".." in only.text:
        # YAML took the interval [17..60] for a list.
        quote_it(f"[{only.text}]", (node.line, node.column), findings)
        return None
    if None in [_scalar_test(item, findings) for item in scalars]:
        return None
    whole = Scalar(", ".join(item.text for item in scalars), node.line, node.column, "[")
    return _scalar_test(whole, findings)


def _scalar_test(node: Scalar, findings: Findings) -> Unary | None:
    """Read a test from its text, which is quoted unless it is a plain word or number."""
    if findings.is_spoiled(node):
        return None
    if node.style in ("|", ">") or (not node.style and _NEEDS_QUOTES.match(node.text)):
        shown = node.text if not node.style else node.raw.split("\n")[0]
        quote_it(shown, (node.line, node.column), findings)
        return None
    try:
        return parse_test(node.text)
    except InvalidTest as error:
        _report_test(error, node, findings)
        return None


def _report_test(error: InvalidTest, node: Scalar, findings: Findings) -> None:
    """Report a test that cannot be read, with a caret under the place."""
    what = Words(error.in_language("id"), error.in_language("en"))
    where = spot(node, error.span.start)
    if not node.style and node.text.count("(") > node.text.count(")"):
        # In braces YAML ends an unquoted text at the comma: {x: not(a, b)}.
        quote = Words("beri tanda kutip pada seluruh uji", "put the whole test in quotes")
        findings.at(error.code, where, what, quote)
    else:
        findings.at(error.code, where, what, error.remedy)
