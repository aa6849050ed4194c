"""Read a file of facts: the facts of one kind of holder, and what cannot be true together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lifejourney.loading.findings import Findings
from lifejourney.loading.nodes import Entries, Items, Node, Scalar
from lifejourney.loading.nouns import build
from lifejourney.vocabulary import Constraint, Fact
from lifejourney.vocabulary.scalars import Noun, Slug

_Read = tuple[Fact | Constraint, Node]


@dataclass(frozen=True, slots=True)
class Sheet(Noun):
    """Hold one file of facts, its parts still unread."""

    of: tuple[Slug, ...] = ()
    facts: Mapping[Slug, Any] = field(default_factory=dict)
    constraints: tuple[Any, ...] = ()


def read_facts(node: Node, findings: Findings) -> list[_Read | None]:
    """Return the facts and constraints of a file with their nodes; None for what is at fault."""
    sheet, shaped = build(Sheet, node, findings, {})
    if sheet is None or not isinstance(shaped, Entries):
        return [None]
    found: list[_Read | None] = []
    named, listed = shaped.get("facts"), shaped.get("constraints")
    for key, value in named.entries if isinstance(named, Entries) else ():
        held = _with_holders(value, shaped.get("of"))
        fact, full = build(Fact, held, findings, {"name": key.text})
        found.append(None if fact is None else (fact, full))
    for item in listed.items if isinstance(listed, Items) else ():
        constraint, full = build(Constraint, item, findings, {})
        found.append(None if constraint is None else (constraint, full))
    return found


def _with_holders(node: Node, of: Node | None) -> Node:
    """Give a fact the holders of its file, unless it names its own."""
    if isinstance(node, Entries) and of is not None and node.get("of") is None:
        key = Scalar("of", node.line, node.column)
        return Entries((*node.entries, (key, of)), node.line, node.column)
    return node
