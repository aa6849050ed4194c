"""Write what the register lacks: nothing that stands in it is ever changed."""

from __future__ import annotations

import re
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.register import SECTIONS, line, published

_HEAD: Final = re.compile(r"^([a-z]+):")


def completed_register(text: str, catalog: Catalog) -> str:
    """Return the text of `register.yaml` with a line for each slug that it lacks.

    Sections are mappings in block style; new lines go to the end of theirs, new sections to the
    end of the file.
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
            sections.setdefault(section, [f"{section}:"]).extend(new)
    return "".join(f"{row}\n" for rows in sections.values() for row in rows)


def _sections(text: str) -> dict[str, list[str]]:
    """Return the lines of a register by section, what stands before them under no name."""
    sections: dict[str, list[str]] = {}
    name = ""
    for row in text.splitlines():
        if found := _HEAD.match(row):
            name = found[1]
        sections.setdefault(name, []).append(row)
    return sections
