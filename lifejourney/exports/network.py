"""Which services, documents and events depend on one another, without any particular person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lifejourney.catalog import Catalog
from lifejourney.vocabulary import Service

NodeKind = Literal["event", "service", "document"]
EdgeKind = Literal["calls_for", "required_by", "produces", "kind_of"]


@dataclass(frozen=True, slots=True)
class Node:
    """Name an event, service or document; `id` is its kind and slug."""

    id: str
    kind: NodeKind
    slug: str
    title: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """Lead from what comes first to what comes of it, as papers go.

    `alternative` numbers the requirements of a service that more than one document meets;
    `substitute`: only where the others cannot be had; `optional`: under a condition.
    """

    start: str
    end: str
    kind: EdgeKind
    alternative: int | None = None
    substitute: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """Hold the nodes and edges in a fixed order, and of which events they are the picture."""

    title: str
    events: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def build_network(catalog: Catalog, events: tuple[str, ...] = (), lang: str = "id") -> Network:
    """Return all dependencies of a catalog, or those that some events lead to."""
    edges = tuple(dict.fromkeys(_edges(catalog)))
    nodes = {node.id: node for node in _nodes(catalog, lang)}
    title = "lifejourney"
    if events:
        starts = [f"event:{event}" for event in events]
        title = ", ".join(nodes[start].title for start in starts)
        reached = _reached(starts, edges)
        nodes = {id_: node for id_, node in nodes.items() if id_ in reached}
        edges = tuple(edge for edge in edges if edge.start in reached and edge.end in reached)
    return Network(title, events or tuple(catalog.events), tuple(nodes.values()), edges)


def leading_to(catalog: Catalog, events: tuple[str, ...]) -> frozenset[str]:
    """Return the services that can be part of a plan for some events."""
    nodes = build_network(catalog, events).nodes
    return frozenset(node.slug for node in nodes if node.kind == "service")


def _nodes(catalog: Catalog, lang: str) -> Iterator[Node]:
    for slug, event in sorted(catalog.events.items()):
        yield Node(f"event:{slug}", "event", slug, event.title.in_language(lang))
    for service in sorted(catalog.services.values(), key=lambda one: one.code):
        title = service.title.in_language(lang)
        yield Node(f"service:{service.slug}", "service", service.slug, title, service.code)
    for slug, document in sorted(catalog.documents.items()):
        yield Node(f"document:{slug}", "document", slug, document.title.in_language(lang))


def _edges(catalog: Catalog) -> Iterator[Edge]:
    for slug, event in sorted(catalog.events.items()):
        for call in event.calls_for:
            kind = "service" if call.service else "document"
            end = f"{kind}:{call.target}"
            yield Edge(end, f"event:{slug}", "calls_for", optional=call.when is not None)
    for service in sorted(catalog.services.values(), key=lambda one: one.code):
        yield from _edges_of(service)
    for slug, document in sorted(catalog.documents.items()):
        if document.kind_of is not None:
            yield Edge(f"document:{slug}", f"document:{document.kind_of}", "kind_of")


def _edges_of(service: Service) -> Iterator[Edge]:
    """Yield what a service asks for and makes."""
    own = f"service:{service.slug}"
    needs = [
        *((need, False) for need in service.requires),
        *((need, True) for result in service.produces for need in result.requires),
    ]
    for number, (need, of_result) in enumerate(needs, start=1):
        for way in need.any:
            yield Edge(
                f"document:{way.document}",
                own,
                "required_by",
                number if len(need.any) > 1 else None,
                way.substitute,
                of_result or need.when is not None or way.when is not None,
            )
    for result in service.produces:
        yield Edge(own, f"document:{result.document}", "produces", optional=result.when is not None)


def _reached(starts: list[str], edges: tuple[Edge, ...]) -> set[str]:
    """Return everything that leads to one of some nodes."""
    before: dict[str, list[str]] = {}
    for edge in edges:
        before.setdefault(edge.end, []).append(edge.start)
    reached: set[str] = set()
    todo = list(starts)
    while todo:
        node = todo.pop()
        if node not in reached:
            reached.add(node)
            todo.extend(before.get(node, ()))
    return reached
