"""The problems found in one file, and where each noun of the catalog was written."""

from __future__ import annotations

from lifejourney.errors import Place, Problem, Words
from lifejourney.loading.nodes import Node, Path, follow, spot


class Findings:
    """Collect the problems of one file.

    A node that is *spoiled* was reported already: what follows from it is not reported again. A
    node that is *cut* was read without a part of it that was reported.
    """

    def __init__(self, file: str, language: str = "id") -> None:
        """Begin with none; `language` is the normative one of the catalog."""
        self.file = file
        self.language = language
        self.problems: list[Problem] = []
        self._spoiled: set[tuple[int, int]] = set()
        self.cut: set[tuple[int, int]] = set()

    def copy(self) -> Findings:
        """Return the same, to be added to by itself."""
        found = Findings(self.file, self.language)
        found.problems = list(self.problems)
        found._spoiled, found.cut = set(self._spoiled), set(self.cut)
        return found

    def add(self, code: str, node: Node, what: Words, remedy: Words | None = None) -> None:
        """Report a problem at a node."""
        self.at(code, (node.line, node.column), what, remedy)

    def at(
        self, code: str, spot: tuple[int, int], what: Words, remedy: Words | None = None
    ) -> None:
        """Report a problem at a line and column."""
        self.problems.append(Problem(code, Place(self.file, *spot), what, remedy))

    def spoil(self, node: Node) -> None:
        """Remember that a node was reported."""
        self._spoiled.add((node.line, node.column))

    def is_spoiled(self, node: Node) -> bool:
        """Tell whether a node was reported."""
        return (node.line, node.column) in self._spoiled


class Positions:
    """Tell where a noun, or a part of it, was written."""

    def __init__(self) -> None:
        """Begin with none."""
        # The nouns are kept beside their nodes so that no other object takes their identity.
        self._written: dict[int, tuple[object, str, Node]] = {}
        self._grafts: dict[int, dict[Path, tuple[object, Path]]] = {}

    def remember(self, noun: object, file: str, node: Node) -> None:
        """Keep the file and the node of a noun."""
        self._written[id(noun)] = (noun, file, node)

    def follow(self, noun: object, original: object) -> None:
        """Keep for a noun that was made of another the place of that other."""
        if id(original) in self._written:
            self.remember(noun, *self._written[id(original)][1:])
            self._grafts[id(noun)] = dict(self._grafts.get(id(original), {}))

    def graft(self, noun: object, path: Path, other: object, there: Path) -> None:
        """Keep that a part of a noun was written in another noun, in another file."""
        self._grafts.setdefault(id(noun), {})[path] = (other, there)

    def __call__(self, noun: object, path: Path = (), offset: int | None = None) -> Place:
        """Return the place of a part of a noun, `offset` characters into its text."""
        for own, (other, there) in self._grafts.get(id(noun), {}).items():
            if path[: len(own)] == own:
                return self(other, (*there, *path[len(own) :]), offset)
        if id(noun) not in self._written:
            return Place()
        _, file, root = self._written[id(noun)]
        node, way = follow(root, path)
        line, column = spot(node, offset) if offset is not None else (node.line, node.column)
        return Place(file, line, column, way or None)
