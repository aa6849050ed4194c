"""What leads to what: events call for documents and services, which make and ask for documents."""

from dataclasses import dataclass, field

from api.nouns.papers import asked_by
from api.nouns.plain import Json
from lifejourney import Catalog


@dataclass
class _Walk:
    """Gather what is reached from some events, each thing once, in the order of reaching it."""

    catalog: Catalog
    documents: dict[str, None] = field(default_factory=dict)
    services: dict[str, None] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], None] = field(default_factory=dict)

    def event(self, slug: str) -> None:
        """Reach what an event calls for."""
        for call in self.catalog.events[slug].calls_for:
            noun = "service" if call.service else "document"
            self.edges[f"event:{slug}", f"{noun}:{call.target}", "calls_for"] = None
            if call.service:
                self.service(call.service)
            else:
                self.document(call.target)

    def document(self, slug: str) -> None:
        """Reach the kinds of a document and who makes them."""
        if slug in self.documents:
            return
        self.documents[slug] = None
        for kind in self.catalog.kinds(slug)[1:]:
            self.edges[f"document:{kind}", f"document:{slug}", "kind_of"] = None
            self.document(kind)
        for maker in self.catalog.producers.get(slug, ()):
            self.service(maker)

    def service(self, slug: str) -> None:
        """Reach what a service makes and asks for."""
        if slug in self.services:
            return
        self.services[slug] = None
        service = self.catalog.services[slug]
        for result in service.produces:
            self.edges[f"service:{slug}", f"document:{result.document}", "produces"] = None
            self.document(result.document)
        for document in asked_by(service):
            self.edges[f"document:{document}", f"service:{slug}", "required_by"] = None
            self.document(document)


def _walk(catalog: Catalog, events: tuple[str, ...]) -> _Walk:
    walk = _Walk(catalog)
    for event in events:
        walk.event(event)
    return walk


def reachable(catalog: Catalog, events: tuple[str, ...]) -> frozenset[str]:
    """Return the services that can be part of a plan for these events."""
    return frozenset(_walk(catalog, events).services)


def show_graph(catalog: Catalog, events: tuple[str, ...], lang: str) -> dict[str, Json]:
    """Return nodes and edges of what these events can lead to."""
    walk = _walk(catalog, events)
    nodes: list[Json] = [
        {
            "id": f"event:{slug}",
            "kind": "event",
            "title": catalog.events[slug].title.in_language(lang),
        }
        for slug in events
    ]
    nodes += [
        {
            "id": f"service:{slug}",
            "kind": "service",
            "service": catalog.services[slug].code,
            "title": catalog.services[slug].title.in_language(lang),
        }
        for slug in walk.services
    ]
    nodes += [
        {
            "id": f"document:{slug}",
            "kind": "document",
            "title": catalog.documents[slug].title.in_language(lang),
        }
        for slug in walk.documents
    ]
    edges: list[Json] = [
        {"from": start, "to": end, "kind": kind} for start, end, kind in walk.edges
    ]
    return {"events": list(events), "nodes": nodes, "edges": edges}
