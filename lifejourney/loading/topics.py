"""Read the file of topics, in its order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lifejourney.loading.findings import Findings, Positions
from lifejourney.loading.nodes import Entries, Node, Scalar
from lifejourney.loading.nouns import build
from lifejourney.vocabulary import Topic
from lifejourney.vocabulary.scalars import Noun, Slug


@dataclass(frozen=True, slots=True)
class Sheet(Noun):
    """Hold the topics by their slug, still unread."""

    topics: Mapping[Slug, Any] = field(default_factory=dict)


def read_topics(node: Node, findings: Findings, positions: Positions) -> dict[str, Topic] | None:
    """Return the topics of a file; None if one of them cannot be built."""
    key = Scalar("topics", node.line, node.column)
    sheet, _ = build(Sheet, Entries(((key, node),), node.line, node.column), findings, {})
    if sheet is None or not isinstance(node, Entries):
        return None
    found: dict[str, Topic] = {}
    for name, value in node.entries:
        topic, shaped = build(Topic, value, findings, {"slug": name.text})
        if topic is None:
            return None
        positions.remember(topic, findings.file, shaped)
        found[topic.slug] = topic
    return found
