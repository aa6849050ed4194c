"""Pictures of a catalog for other programs: its dependencies as JSON, Mermaid, DOT and SVG."""

from collections.abc import Callable, Mapping
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.exports.network import Network, build_network
from lifejourney.exports.svg import as_svg
from lifejourney.exports.texts import as_dot, as_json_text, as_mermaid

__all__ = ["FORMATS", "Network", "build_network", "export_graph"]

_WRITERS: Final[Mapping[str, Callable[[Network], str]]] = {
    "json": as_json_text,
    "mermaid": as_mermaid,
    "dot": as_dot,
    "svg": as_svg,
}
FORMATS: Final = tuple(_WRITERS)


def export_graph(catalog: Catalog, event: str | None, form: str, lang: str = "id") -> str:
    """Return the dependencies of a catalog, or of one event, in one of `FORMATS`."""
    return _WRITERS[form](build_network(catalog, event, lang))
