"""What a YAML file says, node by node, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

Path = tuple[str | int, ...]

_TOKENS: Final = {
    "": re.compile(r"."),
    "'": re.compile(r"''|."),
    '"': re.compile(r"\\x..|\\u.{4}|\\U.{8}|\\.|."),
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """Hold one text as written; `style` is its quote, `raw` its source with the quotes.

    A key that bears another name in the catalog than in the file keeps the one in the file as
    `written`.
    """

    text: str
    line: int
    column: int
    style: str = ""
    raw: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """Hold a list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entries:
    """Hold a mapping in the order of the file; no key stands in it twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """Return the value of a key, None if it is not there."""
        return next((value for name, value in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Ready:
    """Hold a value that was read already, with the node it was read from."""

    value: object
    origin: Node

    @property
    def line(self) -> int:
        """Return the line of the node."""
        return self.origin.line

    @property
    def column(self) -> int:
        """Return the column of the node."""
        return self.origin.column


Node = Scalar | Items | Entries | Ready


def plain(node: Node) -> object:
    """Return the node as plain Python data."""
    match node:
        case Scalar(text):
            return text
        case Items(items):
            return [plain(item) for item in items]
        case Entries(entries):
            return {key.text: plain(value) for key, value in entries}
    return node.value


def descend(node: Node, path: Path) -> Iterator[tuple[Node, str]]:
    """Yield the nodes along a path with the step in the file's words, as far as it goes.

    The step `[key]` leads to the key of the mapping's entry itself.
    """
    for position, step in enumerate(path):
        inner = node.origin if isinstance(node, Ready) else node
        if isinstance(inner, Items) and isinstance(step, int) and step < len(inner.items):
            node, name = inner.items[step], f"[{step}]"
        elif isinstance(inner, Entries) and (found := _entry(inner, str(step))):
            key, node = found
            name = key.written or key.text
            if path[position + 1 :] == ("[key]",):
                yield key, name
                return
        else:
            return
        yield node, name


def _entry(node: Entries, name: str) -> tuple[Scalar, Node] | None:
    """Return the entry of a key."""
    return next((entry for entry in node.entries if entry[0].text == name), None)


def follow(node: Node, path: Path) -> tuple[Node, str]:
    """Return the deepest node on a path, and the way to it (`requires[0].document`)."""
    way = ""
    for inner, name in descend(node, path):
        node = inner
        way += name if name.startswith("[") or not way else f".{name}"
    return node, way


def spot(node: Node, offset: int) -> tuple[int, int]:
    """Return line and column of a character of a node's text, its start where that is unclear.

    The text of a list is that of its items with `, ` between.
    """
    if isinstance(node, Items):
        for item in node.items:
            length = len(item.text) if isinstance(item, Scalar) else 0
            if offset <= length:
                return spot(item, offset)
            offset -= length + 2
    if not isinstance(node, Scalar) or node.style not in _TOKENS or "\n" in node.raw:
        return node.line, node.column
    start = 1 if node.style else 0
    tokens = _TOKENS[node.style].finditer(node.raw, start)
    found = next(islice(tokens, offset, None), None)
    return node.line, node.column + (found.start() if found else 0)


def rebuild(node: Node, keep: Callable[[Node], bool]) -> Node:
    """Return the tree without the nodes that are not to be kept."""
    match node:
        case Items(items, line, column):
            return Items(tuple(rebuild(one, keep) for one in items if keep(one)), line, column)
        case Entries(entries, line, column):
            left = tuple(
                (key, rebuild(one, keep)) for key, one in entries if keep(key) and keep(one)
            )
            return Entries(left, line, column)
        case _:
            return node
