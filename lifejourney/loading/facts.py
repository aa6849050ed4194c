"""Read a file of facts: the facts of one kind of holder, and what cannot be true together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lifejourney.loading.findings import Findings, Positions
from lifejourney.loading.nodes import Entries, Items, Node, Scalar
from lifejourney.loading.nouns import build
from lifejourney.vocabulary import Constraint, Fact
from lifejourney.vocabulary.scalars import Noun, Slug


@dataclass(frozen=True, slots=True)
class Sheet(Noun):
    """Hold one file of facts, its parts still unread."""

    of: tuple[Slug, ...] = ()
    facts: Mapping[Slug, Any] = field(default_factory=dict)
    constraints: tuple[Any, ...] = ()


@dataclass(slots=True)
class FactSheets:
    """Gather facts and constraints over the files, in their order."""

    positions: Positions
    facts: list[Fact] = field(default_factory=list)
    constraints: list[Constraint] = field(default_factory=list)
    whole: bool = True

    def read(self, node: Node, findings: Findings) -> None:
        """Add what one file holds."""
        sheet, shaped = build(Sheet, node, findings, {})
        if sheet is None or not isinstance(shaped, Entries):
            self.whole = False
            return
        named = shaped.get("facts")
        if isinstance(named, Entries):
            of = shaped.get("of")
            for key, value in named.entries:
                self._fact(key, _with_holders(value, of), findings)
        listed = shaped.get("constraints")
        if isinstance(listed, Items):
            for item in listed.items:
                self._constraint(item, findings)

    def _fact(self, name: Scalar, node: Node, findings: Findings) -> None:
        """Add one fact."""
        fact, shaped = build(Fact, node, findings, {"name": name.text})
        if fact is None:
            self.whole = False
            return
        self.positions.remember(fact, findings.file, shaped)
        self.facts.append(fact)

    def _constraint(self, node: Node, findings: Findings) -> None:
        """Add one constraint."""
        constraint, shaped = build(Constraint, node, findings, {})
        if constraint is None:
            self.whole = False
            return
        self.positions.remember(constraint, findings.file, shaped)
        self.constraints.append(constraint)


def _with_holders(node: Node, of: Node | None) -> Node:
    """Give a fact the holders of its file, unless it names its own."""
    if isinstance(node, Entries) and of is not None and node.get("of") is None:
        key = Scalar("of", node.line, node.column)
        return Entries((*node.entries, (key, of)), node.line, node.column)
    return node
