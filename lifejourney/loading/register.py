"""Write what the register lacks: nothing that stands in it is ever changed."""

from __future__ import annotations

import re
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.register import SECTIONS, line, published

_HEAD: Final = re.compile(r"^([a-z]+):")
_BRACES: Final = re.compile(r"^([a-z]+:\s*)\{(.*)\}([^}]*)$", re.DOTALL)


def completed_register(text: str, catalog: Catalog) -> str:
    """Return the text of `register.yaml` with a line for each slug that it lacks.

    New lines go to the end of their section, into its braces if it has any, and new sections to
    the end of the file.
    """
    sections = _sections(text)
    for section in SECTIONS:
        known = getattr(catalog.register, section)
        new = [
            line(section, slug, catalog)
            for slug in sorted(published(catalog)[section])
            if slug not in known
        ]
        if new:
            sections[section] = _extended(sections.get(section, [f"{section}:"]), new)
    return "".join(f"{row}\n" for rows in sections.values() for row in rows)


def _extended(rows: list[str], new: list[str]) -> list[str]:
    """Return the lines of a section with new ones."""
    braces = _BRACES.match("\n".join(rows))
    if braces is None:
        return [*rows, *new]
    head, inside, rest = braces.groups()
    if not inside.strip():
        return [f"{head.rstrip()}{rest}", *new]
    within = ", ".join([inside.strip().rstrip(","), *(row.strip() for row in new)])
    return [f"{head}{{{within}}}{rest}"]


def _sections(text: str) -> dict[str, list[str]]:
    """Return the lines of a register by section, what stands before them under no name."""
    sections: dict[str, list[str]] = {}
    name = ""
    for row in text.splitlines():
        if found := _HEAD.match(row):
            name = found[1]
        sections.setdefault(name, []).append(row)
    return sections
