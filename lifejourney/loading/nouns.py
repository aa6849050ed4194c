"""Build one noun of the catalog from its node, and report all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import cache
from typing import Any, Final, TypeVar, cast
from unicodedata import normalize

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from lifejourney.errors import Words, did_you_mean
from lifejourney.loading.findings import Findings
from lifejourney.loading.nodes import Entries, Node, Scalar, descend, follow, plain, rebuild
from lifejourney.loading.shorthand import WRITTEN, shape
from lifejourney.vocabulary.country import CURRENCY

T = TypeVar("T")

_KEYS: Final = {field: key for names in WRITTEN.values() for key, field in names.items()}
_NEEDED: Final[dict[str, tuple[str, Words, Words]]] = {
    "flag": (
        "bad-flag",
        Words("di sini hanya true atau false", "only true or false goes here"),
        Words("tulis true atau false", "write true or false"),
    ),
    "number": (
        "bad-number",
        Words("di sini perlu bilangan bulat", "a whole number goes here"),
        Words(
            "tulis angka saja, tanpa titik, koma atau satuan",
            "write digits only, without separators or a unit",
        ),
    ),
    "day": (
        "bad-day",
        Words("di sini perlu tanggal", "a day goes here"),
        Words("tulis tahun-bulan-tanggal: 2026-11-22", "write year-month-day: 2026-11-22"),
    ),
    "month_day": (
        "bad-day",
        Words("di sini perlu tanggal yang ada setiap tahun", "a day of every year goes here"),
        Words("tulis bulan-tanggal: 03-31", "write month-day: 03-31"),
    ),
    "empty": (
        "empty-value",
        Words("teks ini kosong", "this text is empty"),
        Words("isi, atau hapus kuncinya", "fill it in, or remove the key"),
    ),
    "mapping": (
        "wrong-type",
        Words("di sini perlu peta (kunci: nilai)", "a mapping (key: value) goes here"),
        Words("tulis sebagai kunci: nilai", "write it as key: value"),
    ),
    "list": (
        "wrong-type",
        Words("di sini perlu daftar", "a list goes here"),
        Words("tulis [a, b]", "write [a, b]"),
    ),
    "text": (
        "wrong-type",
        Words("di sini perlu satu teks", "one text goes here"),
        Words("tulis satu teks; beri tanda kutip bila perlu", "write one text, quoted if need be"),
    ),
}
_PERIOD: Final = "6 month"
_MAPPINGS: Final[dict[str, str]] = {
    "processing_time": "{max: 12, unit: working_day}",
    "response_time": "{max: 12, unit: working_day}",
    "deadline": "{within: 60, unit: calendar_day, after: it.birth_date}",
    "cost": "{max: 50000}",
    "benefit": "{what: …, max: 500000, per: once}",
    "opens": "{from_day: 2027-02-01}",
    "repeats": "{every: 1 year}",
    "valid_for": _PERIOD,
    "claim_within": _PERIOD,
    "every": _PERIOD,
    "not_before": _PERIOD,
    "before_expiry": _PERIOD,
    "supplied_later": "{within: 30 calendar_day, after: it.birth_date}",
    "changes": "[{from: 2027-01-01, set: {cost: 0}}]",
    "due": "{kind: duty, at_age: 17, why: …}",
    "options": "{healthy: …, in_care: …}",
    "likelihood": "{true: 85, false: 15}",
    "holidays": "{2026-12-25: …}",
    "sources": "{leaflet: {url: …, checked: 2026-11-22, status: secondary}}",
}
"""How what is no single value is written, by its key."""
_EXPECTED: Final[dict[str, str]] = {
    "flag": "flag",
    "number": "number",
    "day": "day",
    "month_day": "month_day",
    "string_too_short": "empty",
    "dataclass_type": "mapping",
    "mapping_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "string_type": "text",
}


def build(
    kind: type[T], node: Node, findings: Findings, implied: dict[str, str]
) -> tuple[T | None, Node]:
    """Return the noun, None if it cannot be built, and its node in full shape.

    Where what is at fault can be left out, the noun is built without it, so that the checks
    that follow find the rest.
    """
    shaped = shape(kind, node, findings)
    if isinstance(shaped, Entries):
        added = tuple(
            (Scalar(key, node.line, node.column), Scalar(text, node.line, node.column))
            for key, text in implied.items()
            if shaped.get(key) is None
        )
        shaped = Entries((*shaped.entries, *added), shaped.line, shaped.column)
    try:
        return _validated(kind, shaped), shaped
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            _report(fault, shaped, findings)
            _cut(fault, shaped, findings)
        return _without(error, kind, shaped), shaped


def _validated(kind: type[T], node: Node) -> T:
    """Return the noun that a node in full shape holds; raises ValidationError."""
    adapter: TypeAdapter[T] = _adapter(cast("Hashable", kind))
    return adapter.validate_python(plain(node))


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    """Return the validator of a noun, made once."""
    return TypeAdapter(cast("type", kind))


def _without(error: ValidationError, kind: type[T], shaped: Node) -> T | None:
    """Build the noun without what is at fault; None where it cannot do without."""
    faulty = {
        id(found[-1][0]) for one in error.errors() if (found := list(descend(shaped, one["loc"])))
    }
    if any(one["type"] == "missing" for one in error.errors()):
        return None
    try:
        left = rebuild(shaped, lambda node: id(node) not in faulty)
        return _validated(kind, left)
    except ValidationError:
        return None


def _report(fault: ErrorDetails, root: Node, findings: Findings) -> None:
    """Report one fault where it stands, unless the place was reported already."""
    node, way = follow(root, fault["loc"])
    if findings.is_spoiled(node):
        return
    code, what, remedy = _explain(fault)
    if way:
        what = Words(f"{way}: {what.id}", f"{way}: {what.en}")
    findings.add(code, node, what, remedy)
    if isinstance(node, Scalar):
        findings.spoil(node)


def _cut(fault: ErrorDetails, root: Node, findings: Findings) -> None:
    """Remember what is read without the part at fault."""
    nodes = [root, *(node for node, _ in descend(root, fault["loc"]))]
    if len(nodes) > 1:
        findings.cut.add((nodes[-2].line, nodes[-2].column))


def _explain(fault: ErrorDetails) -> tuple[str, Words, Words | None]:
    """Return code, words and remedy of a fault."""
    kind = fault["type"]
    if kind == "missing":
        return _missing(str(fault["loc"][-1]))
    if kind == "literal_error":
        return _unknown_word(fault)
    if kind == "string_pattern_mismatch":
        return _bad_pattern(fault)
    if kind.startswith("int_"):
        kind = "number"
    code, what, remedy = _NEEDED[_EXPECTED.get(kind, "text")]
    keys = [step for step in fault["loc"] if isinstance(step, str)]
    example = _MAPPINGS.get(keys[-1]) if keys and _EXPECTED.get(kind) == "mapping" else None
    if example is not None:
        remedy = Words(f"contoh: {example}", f"for example {example}")
    if keys and keys[-1] == "of" and code == "wrong-type":
        remedy = Words(
            "satu peran saja: tulis satu butir untuk tiap peran",
            "one role only: write one entry for each role",
        )
    return code, what, remedy


def _missing(field: str) -> tuple[str, Words, Words]:
    """Explain a key that is not there."""
    key = _KEYS.get(field, field)
    what = Words(f"kunci '{key}' belum ada", f"the key '{key}' is missing")
    return "missing-key", what, Words(f"tambahkan {key}: …", f"add {key}: …")


def _unknown_word(fault: ErrorDetails) -> tuple[str, Words, Words]:
    """Explain a word that is none of those possible here."""
    word = str(fault["input"])
    choices = re.findall(r"'([^']*)'", fault["ctx"]["expected"])
    listed = ", ".join(choices)
    what = Words(f"'{word}' tidak dikenal di sini", f"'{word}' is not known here")
    fallback = Words(f"pilih salah satu: {listed}", f"choose one of: {listed}")
    return "unknown-word", what, did_you_mean(word, choices) or fallback


def _bad_pattern(fault: ErrorDetails) -> tuple[str, Words, Words]:
    """Explain a text of the wrong form: an address, a code or a slug."""
    word, pattern = str(fault["input"]), str(fault["ctx"]["pattern"])
    if "http" in pattern:
        what = Words(f"'{word}' bukan alamat web", f"'{word}' is no web address")
        return "bad-address", what, Words("mulai dengan https://", "begin with https://")
    if pattern == CURRENCY:
        what = Words(f"'{word}' bukan kode mata uang", f"'{word}' is no code of a currency")
        return "bad-currency", what, Words("contoh: IDR, EUR, KES", "for example IDR, EUR, KES")
    if "A-Z" in pattern:
        what = Words(f"'{word}' bukan kode layanan", f"'{word}' is no code of a service")
        return "bad-code", what, Words("tulis seperti LJ-0017", "write it like LJ-0017")
    return bad_slug(word)


def bad_slug(word: str) -> tuple[str, Words, Words]:
    """Explain a name that is no slug, and propose one."""
    what = Words(
        f"'{word}' bukan nama yang sah: huruf kecil, angka, '-' atau '_'",
        f"'{word}' is no valid name: lower case, digits, '-' or '_'",
    )
    plain_letters = normalize("NFKD", word.lower()).encode("ascii", "ignore").decode()
    better = re.sub(r"[^a-z0-9]+", "-", plain_letters).strip("-0123456789")
    if not better:
        return "bad-slug", what, Words("contoh: akta-kelahiran", "for example akta-kelahiran")
    return "bad-slug", what, Words(f"tulis '{better}'", f"write '{better}'")


def bad_region(word: str) -> tuple[str, Words, Words]:
    """Explain the name of a region's rules that is no code of a region."""
    what = Words(f"'{word}' bukan kode wilayah", f"'{word}' is no code of a region")
    return "bad-region", what, Words("contoh: 34.71.yaml", "for example 34.71.yaml")


def bad_year(word: str) -> tuple[str, Words, Words]:
    """Explain the name of a calendar that is no year."""
    what = Words(f"'{word}' bukan tahun", f"'{word}' is no year")
    return "bad-year", what, Words("contoh: 2027.yaml", "for example 2027.yaml")
