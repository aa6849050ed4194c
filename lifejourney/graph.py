"""Order and circles: the few questions about directed graphs that the engine asks.

networkx is imported here and nowhere else.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import networkx as nx

N = TypeVar("N")


def _graph(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> "nx.DiGraph[N]":
    graph: nx.DiGraph[N] = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def circles(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> list[frozenset[N]]:
    """Return the strongly connected parts that hold a circle (Tarjan 1972)."""
    graph = _graph(nodes, edges)
    return [
        frozenset(part)
        for part in nx.strongly_connected_components(graph)
        if len(part) > 1 or any(graph.has_edge(node, node) for node in part)
    ]


def waves(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> Mapping[N, int]:
    """Return for each node its wave, from 1: one after the last of what comes before it.

    The edges must hold no circle.
    """
    generations = nx.topological_generations(_graph(nodes, edges))
    return {node: wave for wave, found in enumerate(generations, start=1) for node in found}


def before(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> Mapping[N, frozenset[N]]:
    """Return for each node all that must come before it."""
    graph = _graph(nodes, edges)
    return {node: frozenset(nx.ancestors(graph, node)) for node in graph}


def reduced(nodes: Iterable[N], edges: Iterable[tuple[N, N]]) -> frozenset[tuple[N, N]]:
    """Return the edges that do not follow from the others (transitive reduction).

    The edges must hold no circle.
    """
    return frozenset(nx.transitive_reduction(_graph(nodes, edges)).edges)
