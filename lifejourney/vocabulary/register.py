"""The append-only register of every code and slug that was ever published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lifejourney.vocabulary.scalars import Code, Line, Noun, Slug


@dataclass(frozen=True, slots=True)
class Entry(Noun):
    """Say what became of a published slug: active, renamed, or withdrawn and replaced."""

    state: Literal["active", "renamed", "withdrawn"] = "active"
    to: Line | None = None
    replaced_by: Line | None = None
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Register(Noun):
    """Hold the entries of each noun by slug; options are written `fact.option`."""

    events: Mapping[Slug, Entry] = field(default_factory=dict)
    services: Mapping[Slug, Entry] = field(default_factory=dict)
    documents: Mapping[Slug, Entry] = field(default_factory=dict)
    facts: Mapping[Line, Entry] = field(default_factory=dict)
    options: Mapping[Line, Entry] = field(default_factory=dict)

    def present(self, section: str, slug: str) -> str:
        """Return the present name of a slug, which was renamed perhaps more than once."""
        entries: Mapping[str, Entry] = getattr(self, section)
        seen = set[str]()
        while slug not in seen and slug in entries and entries[slug].state == "renamed":
            seen.add(slug)
            slug = entries[slug].to or slug
        return slug
