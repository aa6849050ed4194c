"""Read the file of topics, in its order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lifejourney.loading.findings import Findings
from lifejourney.loading.nodes import Entries, Node, Scalar
from lifejourney.loading.nouns import build
from lifejourney.vocabulary import Topic
from lifejourney.vocabulary.scalars import Noun, Slug

_Read = tuple[Topic, Node]


@dataclass(frozen=True, slots=True)
class Sheet(Noun):
    """Hold the topics by their slug, still unread."""

    topics: Mapping[Slug, Any] = field(default_factory=dict)


def read_topics(node: Node, findings: Findings) -> list[_Read | None]:
    """Return the topics of a file with their nodes; None for what is at fault."""
    key = Scalar("topics", node.line, node.column)
    sheet, _ = build(Sheet, Entries(((key, node),), node.line, node.column), findings, {})
    if sheet is None or not isinstance(node, Entries):
        return [None]
    found: list[_Read | None] = []
    for name, value in node.entries:
        topic, shaped = build(Topic, value, findings, {"slug": name.text})
        found.append(None if topic is None else (topic, shaped))
    return found
