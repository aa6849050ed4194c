"""The languages of a catalog: in which a text may stand, and which of them is normative."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from babel import Locale

from lifejourney.errors import Words
from lifejourney.loading.files import COUNTRY
from lifejourney.loading.findings import Findings
from lifejourney.loading.nodes import Entries, Node, Scalar
from lifejourney.loading.yaml_text import read_node

# Languages beside `id` and `en` in which a text may stand: those that have a code of their own.
LANGUAGES: Final = frozenset(
    (
        *(code for code in map(str, Locale("en").languages) if code.isalpha()),
        *("abs", "bew", "bjn", "btd", "btx", "bug", "kge", "mnb", "rej", "sxn"),
    )
) - {"id", "en"}


def own_language(node: Node, findings: Findings) -> str:
    """Return the normative language that the file of a country names, `id` without one."""
    named = node.get("language") if isinstance(node, Entries) else None
    if not isinstance(named, Scalar) or named.text in {"id", "en", *LANGUAGES}:
        return named.text if isinstance(named, Scalar) else "id"
    what = Words(f"'{named.text}' bukan kode bahasa", f"'{named.text}' is no code of a language")
    remedy = Words("tulis kode ISO 639: de, fr, sw", "write a code of ISO 639: de, fr, sw")
    findings.add("unknown-word", named, what, remedy)
    findings.spoil(named)
    return "id"


def language_of(root: Path) -> str:
    """Return the normative language of the catalog in a folder, `id` where none can be read."""
    file = root / COUNTRY
    try:
        data = file.read_bytes()
    except OSError:
        return "id"
    findings = Findings(str(file))
    node = read_node(data, findings)
    return "id" if node is None else own_language(node, findings)


def in_own_language(node: Node, findings: Findings) -> Node:
    """Let the language of the country, which a text must have, stand for `id` where it has none."""
    own = findings.language
    if not isinstance(node, Entries):
        return node
    others = node.get("others")
    written = [*node.entries, *(others.entries if isinstance(others, Entries) else ())]
    texts = {key.text: text for key, text in written if key.text in {"id", "en", *LANGUAGES}}
    if own in texts:
        if "id" in texts:
            return node
        found = texts[own]
        return replace(
            node, entries=(*node.entries, (Scalar("id", found.line, found.column), found))
        )
    if texts:
        what = Words(f"kunci '{own}' belum ada", f"the key '{own}' is missing")
        other = min(texts, key=lambda one: (texts[one].line, texts[one].column))
        remedy = Words(
            f"tambahkan {own}: …, atau tulis 'language: {other}' di country.yaml",
            f"add {own}: …, or write 'language: {other}' in country.yaml",
        )
        findings.add("missing-key", node, what, remedy)
        findings.spoil(node)
    return node
