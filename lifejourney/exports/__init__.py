"""What other programs get of a catalog: its nouns as plain values, its dependencies as pictures."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.exports.network import Network, build_network, leading_to
from lifejourney.exports.nouns import Nouns
from lifejourney.exports.papers import find_documents, papers_of
from lifejourney.exports.svg import as_svg
from lifejourney.exports.texts import as_dot, as_mermaid

__all__ = [
    "PICTURES",
    "Nouns",
    "build_network",
    "draw_graph",
    "find_documents",
    "leading_to",
    "papers_of",
]

_WRITERS: Final[Mapping[str, Callable[[Network], str]]] = {
    "mermaid": as_mermaid,
    "dot": as_dot,
    "svg": as_svg,
}
PICTURES: Final = tuple(_WRITERS)


def draw_graph(catalog: Catalog, events: Sequence[str], form: str, lang: str = "id") -> str:
    """Return the dependencies of a catalog, or of some events, as one of `PICTURES`."""
    return _WRITERS[form](build_network(catalog, tuple(events), lang))
