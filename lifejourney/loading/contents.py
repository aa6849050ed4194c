"""Read one file: the nouns in it, each with the node that it was read from, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lifejourney.errors import Words
from lifejourney.loading.facts import read_facts
from lifejourney.loading.files import COUNTRY, NOUNS, REGIONS, RETIRED, RULES, TOPICS, Found
from lifejourney.loading.findings import Findings
from lifejourney.loading.languages import own_language
from lifejourney.loading.nodes import Entries, Node
from lifejourney.loading.nouns import bad_region, bad_slug, bad_year, build
from lifejourney.loading.regions import CODE, read_regions
from lifejourney.loading.shorthand import known_keys
from lifejourney.loading.topics import read_topics
from lifejourney.loading.yaml_text import read_node
from lifejourney.vocabulary import (
    Authority,
    CalendarRules,
    CalendarYear,
    Country,
    Document,
    LifeEvent,
    RegionalRules,
    Register,
    RetiredNames,
    Scenario,
    Service,
    Unit,
)
from lifejourney.vocabulary.calendar import YEAR
from lifejourney.vocabulary.scalars import SLUG

_SLUG: Final = re.compile(SLUG)
_YEAR: Final = re.compile(YEAR)
# The folders of which each file is one noun.
_BY_FOLDER: Final[Mapping[str, type[Any]]] = {
    "events": LifeEvent,
    "services": Service,
    "documents": Document,
    "authorities": Authority,
    "units": Unit,
    "regions": RegionalRules,
    "scenarios": Scenario,
    "calendars": CalendarYear,
}
_SEVERAL: Final = 2
"""One unknown key is a slip; from so many on a file may lie in the wrong folder."""
_BY_NAME: Final[Mapping[str, type[Any]]] = {
    RULES: CalendarRules,
    COUNTRY: Country,
    RETIRED: RetiredNames,
}

Read = tuple[Any, Node | None]
"""A noun, and its node in full shape; the rows of a table have none."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Hold what one file gave.

    `node`: what is written there, None where that cannot be read. `is_whole`: each of its nouns
    could be built.
    """

    nouns: tuple[Read, ...]
    findings: Findings
    node: Node | None = None
    is_whole: bool = True


def read_contents(file: Found, language: str) -> Contents:
    """Return what a file gives in a catalog of this language."""
    findings = Findings(file.shown, language)
    if file.name == REGIONS:
        return Contents(tuple((row, None) for row in read_regions(file.data, findings)), findings)
    node = read_node(file.data, findings)
    if node is None:
        return Contents((), findings, is_whole=False)
    if misnamed := _misnamed(file):
        code, what, remedy = misnamed
        findings.at(code, (1, 1), what, remedy)
        return Contents((), findings, node, is_whole=False)
    if belongs := _elsewhere(file, node):
        what, remedy = _in_wrong_folder(file, belongs)
        findings.at("unknown-file", (1, 1), what, remedy)
        return Contents((), findings, node, is_whole=False)
    if file.name == COUNTRY:
        findings.language = own_language(node, findings)
    found = _nouns(file, node, findings)
    nouns = tuple(one for one in found if one is not None)
    return Contents(nouns, findings, node, len(nouns) == len(found))


def _nouns(file: Found, node: Node, findings: Findings) -> Sequence[Read | None]:
    """Return the nouns of a file; None for each that could not be built."""
    if file.name == TOPICS:
        return read_topics(node, findings)
    if file.folder == "facts":
        return read_facts(node, findings)
    kind = _BY_NAME.get(file.name) or _BY_FOLDER.get(file.folder, Register)
    implied = {"slug": file.stem} if file.name not in _BY_NAME and file.folder else {}
    noun, shaped = build(kind, node, findings, implied)
    return [None if noun is None else (noun, shaped)]


def _misnamed(file: Found) -> tuple[str, Words, Words] | None:
    """Explain what is wrong with the name of a noun's file; None if nothing is."""
    if file.folder == "calendars":
        named = file.name == RULES or _YEAR.fullmatch(file.stem)
        return None if named else bad_year(file.stem)
    if file.folder == "regions":
        return None if CODE.fullmatch(file.stem) else bad_region(file.stem)
    named = file.folder not in NOUNS or _SLUG.fullmatch(file.stem)
    return None if named else bad_slug(file.stem)


def _elsewhere(file: Found, node: Node) -> str | None:
    """Return the folder whose noun a file holds by all its keys, where several are not its own."""
    kind = _BY_FOLDER.get(file.folder)
    if kind is None or file.name in _BY_NAME or not isinstance(node, Entries):
        return None
    keys = {key.text for key, _ in node.entries}
    if len(keys.difference(known_keys(kind))) < _SEVERAL:
        return None
    others = (folder for folder, other in _BY_FOLDER.items() if keys.issubset(known_keys(other)))
    return next(others, None)


def _in_wrong_folder(file: Found, folder: str) -> tuple[Words, Words]:
    """Say once that a file lies in the folder of another noun."""
    to = f"{folder}/{file.stem}.yaml"
    what = Words(
        f"isinya seperti berkas di {folder}/, bukan di {file.folder}/",
        f"this reads like a file of {folder}/, not of {file.folder}/",
    )
    return what, Words(f"pindahkan ke {to}", f"move it to {to}")
