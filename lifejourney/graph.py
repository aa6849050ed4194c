"""Order and circles: the few questions about directed graphs that the engine asks.

networkx is imported here and nowhere else.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

import networkx as nx

N = TypeVar("N")


def _graph(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> "nx.DiGraph[N]":
    graph: nx.DiGraph[N] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def _peeled(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> dict[N, int]:
    """Return the wave of each node that waits for no circle, in order (Kahn 1962)."""
    after: dict[N, list[N]] = {node: [] for node in nodes}
    waits = dict.fromkeys(after, 0)
    for one, other in edges:
        after.setdefault(one, []).append(other)
        after.setdefault(other, [])
        waits[other] = waits.get(other, 0) + 1
    found: dict[N, int] = {}
    number, wave = 0, [node for node in after if not waits.get(node)]
    while wave:
        number += 1
        found.update(dict.fromkeys(wave, number))
        following: list[N] = []
        for node in wave:
            for other in after[node]:
                waits[other] -= 1
                if not waits[other]:
                    following.append(other)
        wave = following
    return found


def circles(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> list[frozenset[N]]:
    """Return the strongly connected parts that hold a circle (Tarjan 1972)."""
    nodes, edges = list(nodes), list(edges)
    peeled = _peeled(nodes, edges)
    left = [edge for edge in edges if edge[1] not in peeled]
    if not left:
        return []
    graph = _graph((), left)
    return [
        frozenset(part)
        for part in nx.strongly_connected_components(graph)
        if len(part) > 1 or any(graph.has_edge(node, node) for node in part)
    ]


def order(nodes: Iterable[N], edges: Collection[tuple[N, N]]) -> Mapping[N, int] | None:
    """Return for each node its wave, from 1: one after the last of what comes before it.

    None if the edges hold a circle.
    """
    found = _peeled(nodes, edges)
    return found if all(other in found for _, other in edges) else None


def waves(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> Mapping[N, int]:
    """Return the same of edges that hold no circle; raises ValueError if they do."""
    found = order(nodes, list(edges))
    if found is None:
        raise ValueError("edges in a circle have no order")
    return found


def before(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> Mapping[N, frozenset[N]]:
    """Return for each node all that must come before it.

    Raises ValueError if the edges hold a circle.
    """
    edges = list(edges)
    found: dict[N, set[N]] = {node: set() for node in waves(nodes, edges)}
    after: dict[N, list[N]] = {}
    for one, other in edges:
        after.setdefault(one, []).append(other)
    for node, earlier in found.items():  # wave by wave
        for other in after.get(node, ()):
            found[other] |= {node, *earlier}
    return {node: frozenset(earlier) for node, earlier in found.items()}


def reduced(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> frozenset[tuple[N, N]]:
    """Return the edges that do not follow from the others (transitive reduction).

    The edges must hold no circle.
    """
    return frozenset(nx.transitive_reduction(_graph(nodes, edges)).edges)
