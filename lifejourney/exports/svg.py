"""The dependencies as a picture: layers from left to right, with words that can be read aloud."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from lifejourney.exports.network import Edge, Network, Node
from lifejourney.graph import circles, waves

WIDTH: Final = 230
GAP: Final = 90
LINE: Final = 17
SPACE: Final = 16
LETTERS: Final = 30
MARGIN: Final = 24
TOP: Final = 64
FILLS: Final = {"event": "#fde9c8", "service": "#dbe9f9", "document": "#eef3e2"}
_KEY: Final = (
    "Biru: layanan. Hijau: dokumen. Kuning: peristiwa. "
    "Garis putus: hanya dalam keadaan tertentu. Tanda *: pengganti."
)

_TIP: Final = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" '
    'markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>'
)


@dataclass(frozen=True, slots=True)
class Box:
    """Hold where a node stands, in pixels, and its lines of text."""

    x: int
    y: int
    height: int
    lines: tuple[str, ...]


def as_svg(network: Network) -> str:
    """Return an SVG picture with a title and a description for those who cannot see it."""
    boxes = _place(network)
    width = max((box.x + WIDTH for box in boxes.values()), default=WIDTH) + MARGIN
    height = max((box.y + box.height for box in boxes.values()), default=TOP) + MARGIN
    services = [node.title for node in network.nodes if node.kind == "service"]
    described = f"{_KEY} {len(services)} layanan: {'; '.join(services)}."
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="13">'
    )
    parts = [
        opening,
        f'<title id="title">{escape(network.title)}</title>',
        f'<desc id="desc">{escape(described)}</desc>',
        _TIP,
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{MARGIN}" y="28" font-size="18">{escape(network.title)}</text>',
        f'<text x="{MARGIN}" y="48" fill="#444">{escape(_KEY)}</text>',
        *(_arrow(edge, boxes) for edge in network.edges),
        *(_node(node, boxes[node.id]) for node in network.nodes),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _place(network: Network) -> Mapping[str, Box]:
    """Put each node into a layer after those it comes from; a circle shares one layer."""
    layers = _layers(network)
    columns: dict[int, list[Node]] = {}
    for node in network.nodes:
        columns.setdefault(layers[node.id], []).append(node)
    order = _untangled(columns, network.edges)
    boxes: dict[str, Box] = {}
    for layer, nodes in order.items():
        y = TOP
        for node in nodes:
            text = f"{node.code} {node.title}" if node.code else node.title
            lines = tuple(textwrap.wrap(text, LETTERS)) or ("",)
            height = LINE * len(lines) + 14
            boxes[node.id] = Box(MARGIN + (layer - 1) * (WIDTH + GAP), y, height, lines)
            y += height + SPACE
    return boxes


def _layers(network: Network) -> Mapping[str, int]:
    """Return for each node its layer, from 1."""
    ids = [node.id for node in network.nodes]
    pairs = [(edge.start, edge.end) for edge in network.edges]
    whole = {id_: id_ for id_ in ids}
    for circle in circles(ids, pairs):
        first = min(circle)
        whole.update(dict.fromkeys(circle, first))
    joined = {(whole[a], whole[b]) for a, b in pairs if whole[a] != whole[b]}
    found = waves(dict.fromkeys(whole.values()), sorted(joined))
    return {id_: found[whole[id_]] for id_ in ids}


def _untangled(
    columns: Mapping[int, list[Node]], edges: tuple[Edge, ...]
) -> Mapping[int, list[Node]]:
    """Order each layer by the middle of what its nodes come from (Sugiyama's barycentre)."""
    before: dict[str, list[str]] = {}
    for edge in edges:
        before.setdefault(edge.end, []).append(edge.start)
    place: dict[str, float] = {}
    ordered: dict[int, list[Node]] = {}
    for layer in sorted(columns):
        middles = {
            node.id: [place[start] for start in before.get(node.id, ()) if start in place]
            for node in columns[layer]
        }
        nodes = sorted(
            columns[layer],
            key=lambda node: (sum(middles[node.id]) / max(len(middles[node.id]), 1), node.id),
        )
        ordered[layer] = nodes
        place.update({node.id: float(number) for number, node in enumerate(nodes)})
    return ordered


def _node(node: Node, box: Box) -> str:
    """Return a box with its text."""
    radius = 16 if node.kind == "event" else 3
    rows = "".join(
        f'<tspan x="{box.x + 10}" y="{box.y + 19 + LINE * number}">{escape(line)}</tspan>'
        for number, line in enumerate(box.lines)
    )
    return (
        f'<g><rect x="{box.x}" y="{box.y}" width="{WIDTH}" height="{box.height}" rx="{radius}" '
        f'fill="{FILLS[node.kind]}" stroke="#555"/><text fill="#111">{rows}</text></g>'
    )


def _arrow(edge: Edge, boxes: Mapping[str, Box]) -> str:
    """Return a curve from one box to the next, dashed where it holds only sometimes."""
    start, end = boxes[edge.start], boxes[edge.end]
    x1, y1 = start.x + WIDTH, start.y + start.height // 2
    x2, y2 = end.x, end.y + end.height // 2
    bend = GAP // 2
    dash = ' stroke-dasharray="5 4"' if edge.optional or edge.substitute else ""
    curve = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    label = ""
    if edge.substitute:
        label = f'<text x="{x2 - 14}" y="{y2 - 5}" fill="#444">*</text>'
    return f'<path d="{curve}" fill="none" stroke="#777" marker-end="url(#tip)"{dash}/>{label}'
