"""Read one YAML file as text only: no guesses about types, no anchors, nothing too big."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import yaml

from lifejourney.errors import Words
from lifejourney.loading.findings import Findings
from lifejourney.loading.nodes import Entries, Items, Node, Scalar
from lifejourney.loading.yaml_faults import explain

LONGEST: Final = 2_000_000
DEEPEST: Final = 40

# PyYAML's events have no common type that holds their place and anchor.
_Event: TypeAlias = Any
# The C parser where it was built, else the same in Python.
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooDeep(Exception):
    """Leave a file that nests deeper than any catalog would."""


def read_node(data: bytes, findings: Findings) -> Node | None:
    """Return the one document of a file; None if it cannot be read at all."""
    text = _decode(data, findings)
    if text is None:
        return None
    builder = _Builder(text, findings)
    try:
        return builder.document()
    except yaml.YAMLError as error:
        explain(error, text, findings)
    except _TooDeep:
        pass
    return None


def _decode(data: bytes, findings: Findings) -> str | None:
    """Return the text of a file; None if it is too long or not UTF-8."""
    if len(data) > LONGEST:
        what = Words(
            f"berkas lebih besar daripada {LONGEST} byte",
            f"the file is larger than {LONGEST} bytes",
        )
        findings.at("file-too-large", (1, 1), what, Words("bagi berkas ini", "split the file"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        where = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        what = Words("berkas ini bukan teks UTF-8", "the file is no UTF-8 text")
        findings.at("not-utf8", where, what, Words("simpan sebagai UTF-8", "save it as UTF-8"))
        return None


_CUT: Final = re.compile(r"[ \t]+#[^\s#!]")


class _Builder:
    """Build nodes from the parser's events."""

    def __init__(self, text: str, findings: Findings) -> None:
        """Start at the first event."""
        self._text = text
        self._findings = findings
        self._events: Iterator[_Event] = iter(yaml.parse(text, _LOADER))

    def document(self) -> Node | None:
        """Return the first document, report any other."""
        node: Node | None = None
        for event in self._events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if node is not None:
                what = Words("hanya satu dokumen per berkas", "one document only in a file")
                remedy = Words("hapus baris '---'", "remove the line '---'")
                self._findings.at("second-document", _spot(event), what, remedy)
                return node
            node = self._node(next(self._events), 0)
        if node is None:
            what = Words("berkas ini kosong", "the file is empty")
            remedy = Words("isi, atau hapus berkasnya", "fill it, or remove the file")
            self._findings.at("empty-file", (1, 1), what, remedy)
        return node

    def _node(self, event: _Event, depth: int) -> Node:
        """Build the node that an event opens."""
        if depth > DEEPEST:
            what = Words(
                f"bersarang lebih dari {DEEPEST} tingkat", f"nested more than {DEEPEST} levels"
            )
            remedy = Words("tutup kurung yang lebih awal", "close brackets that were left open")
            self._findings.at("too-deep", _spot(event), what, remedy)
            raise _TooDeep
        self._refuse_features(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._entries(event, depth)
        return self._scalar(event)

    def _refuse_features(self, event: _Event) -> None:
        """Report anchors, aliases and tags."""
        if event.anchor is not None:
            what = Words("jangkar dan alias YAML (& dan *)", "YAML anchors and aliases (& and *)")
            what = Words(f"{what.id} tidak dipakai di sini", f"{what.en} are not used here")
            remedy = Words(
                "tulis isinya sekali lagi; bila '&' atau '*' bagian dari teks, beri tanda kutip",
                "write the content again; if '&' or '*' is part of a text, put it in quotes",
            )
            self._findings.at("yaml-alias", _spot(event), what, remedy)
        if getattr(event, "tag", None) is not None:
            what = Words(
                f"penanda YAML '{event.tag}' tidak dipakai di sini",
                f"the YAML tag '{event.tag}' is not used here",
            )
            remedy = Words(
                "hapus; bila '!' bagian dari teks, beri tanda kutip",
                "remove it; if '!' is part of a text, put it in quotes",
            )
            self._findings.at("yaml-tag", _spot(event), what, remedy)

    def _scalar(self, event: _Event) -> Scalar:
        """Build a text; an alias becomes an empty one, which nobody reports again."""
        line, column = _spot(event)
        if isinstance(event, yaml.AliasEvent):
            node = Scalar("", line, column)
            self._findings.spoil(node)
            return node
        raw = self._text[event.start_mark.index : event.end_mark.index]
        node = Scalar(event.value, line, column, event.style or "", raw)
        if event.anchor is not None or event.tag is not None:
            self._findings.spoil(node)
        elif _CUT.match(self._text, event.end_mark.index) and not event.style:
            self._report_cut(node)
        return node

    def _report_cut(self, node: Scalar) -> None:
        """Report a text of which the rest is a comment to YAML: `Form #1`."""
        what = Words(
            f"sesudah '{node.text}' ada ' #': selebihnya dianggap komentar",
            f"after '{node.text}' stands ' #': the rest is taken for a comment",
        )
        remedy = Words(
            "beri tanda kutip pada seluruh teks; bila memang komentar, beri spasi sesudah '#'",
            "put the whole text in quotes; if it is a comment, put a blank after '#'",
        )
        self._findings.add("cut-text", node, what, remedy)

    def _items(self, event: _Event, depth: int) -> Items:
        """Build a list."""
        items: list[Node] = []
        while not isinstance(inner := next(self._events), yaml.SequenceEndEvent):
            item = self._node(inner, depth + 1)
            self._report_empty(item, Words("isian daftar", "the list item"))
            items.append(item)
        return Items(tuple(items), *_spot(event))

    def _entries(self, event: _Event, depth: int) -> Entries:
        """Build a mapping; of a key that stands there twice the first counts."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(self._events), yaml.MappingEndEvent):
            key = self._node(inner, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar) or not key.text:
                self._report_key(key)
                continue
            if _is_nothing(value) and _ends_at(key, value):
                self._report_comma(key)
                continue
            self._report_empty(value, Words(f"'{key.text}'", f"'{key.text}'"))
            if key.text in entries:
                self._report_duplicate(key, entries[key.text][0])
                continue
            entries[key.text] = (key, value)
        return Entries(tuple(entries.values()), *_spot(event))

    def _report_key(self, key: Node) -> None:
        """Report a key that is no text."""
        if not self._findings.is_spoiled(key):
            what = Words("kunci harus berupa satu teks", "a key has to be one text")
            remedy = Words(
                "bila ini nilai, beri tanda kutip", "if this is a value, put it in quotes"
            )
            self._findings.add("bad-key", key, what, remedy)

    def _report_empty(self, node: Node, name: Words) -> None:
        """Report a value that is not there."""
        if _is_nothing(node) and not self._findings.is_spoiled(node):
            what = Words(f"{name.id} tidak berisi apa pun", f"{name.en} holds nothing")
            remedy = Words("isi, atau hapus barisnya", "fill it in, or remove the line")
            self._findings.add("empty-value", node, what, remedy)
            self._findings.spoil(node)

    def _report_comma(self, key: Scalar) -> None:
        """Report a text in braces that its comma cut in two: {id: Suami, istri}."""
        what = Words(
            f"koma memotong teks di dalam kurung kurawal sebelum '{key.text}'",
            f"inside braces the comma before '{key.text}' ends the text",
        )
        remedy = Words("beri tanda kutip pada seluruh teks", "put the whole text in quotes")
        self._findings.add("unquoted-value", key, what, remedy)

    def _report_duplicate(self, key: Scalar, first: Scalar) -> None:
        """Report a key that stands in one mapping twice."""
        what = Words(
            f"kunci '{key.text}' sudah ada di baris {first.line}",
            f"the key '{key.text}' stands in line {first.line} already",
        )
        remedy = Words("gabungkan, atau hapus salah satu", "merge them, or remove one")
        self._findings.add("duplicate-key", key, what, remedy)


def _is_nothing(node: Node) -> bool:
    """Tell whether a value is not there at all."""
    return isinstance(node, Scalar) and not node.text and not node.style


def _ends_at(key: Scalar, value: Node) -> bool:
    """Tell whether no colon stands between a key and its value."""
    return (key.line, key.column + len(key.raw)) == (value.line, value.column)


def _spot(event: _Event) -> tuple[int, int]:
    """Return line and column of an event, counted from 1."""
    return event.start_mark.line + 1, event.start_mark.column + 1
