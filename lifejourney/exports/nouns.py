"""What the catalog shows of itself, ready for JSON: one shape for terminal and API."""

from collections.abc import Sequence
from dataclasses import dataclass

from lifejourney.catalog import Catalog
from lifejourney.exports.calendars import show_calendar
from lifejourney.exports.events import find_events, show_event, show_events
from lifejourney.exports.facts import show_facts
from lifejourney.exports.network import Edge, build_network, leading_to
from lifejourney.exports.papers import (
    show_authority,
    show_document,
    show_documents,
    show_regions,
)
from lifejourney.exports.plain import Json
from lifejourney.exports.services import find_services, show_listed, show_service
from lifejourney.exports.units import find_units, show_unit, show_units
from lifejourney.vocabulary import Service

Shown = dict[str, Json]
PAGE = 50
"""How many services stand on one page."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Show a catalog in one language; every name that is given must be in it."""

    catalog: Catalog
    lang: str = "id"

    def events(self) -> Shown:
        """Return every life event, in the order of the catalog."""
        return show_events(self.catalog, self.lang)

    def find_events(self, text: str) -> list[Shown]:
        """Return the life events that a text fits, best first."""
        return find_events(self.catalog, text, self.lang)

    def event(self, slug: str) -> Shown:
        """Return one life event with everything."""
        return show_event(self.catalog, slug, self.lang)

    def facts(self, events: Sequence[str] = ()) -> Shown:
        """Return the facts that can be answered in some events, by default in all."""
        chosen = tuple(dict.fromkeys(events)) or tuple(self.catalog.events)
        return show_facts(self.catalog, chosen, self.lang)

    def fact(self, name: str) -> Shown | None:
        """Return the fact `role.fact`, None if no event has it."""
        listed = self.facts()["facts"]
        facts = listed if isinstance(listed, list) else []
        return next((f for f in facts if isinstance(f, dict) and f["fact"] == name), None)

    def find(
        self, text: str = "", events: Sequence[str] = (), authority: str = ""
    ) -> list[Service]:
        """Return the services that a text fits, of some events and of one authority if named."""
        among = leading_to(self.catalog, tuple(events)) if events else None
        return find_services(self.catalog, text, among, authority)

    def services(self, found: Sequence[Service], after: str = "") -> Shown:
        """Return one page of a list of services, those that follow the code `after`."""
        codes = [service.code for service in found]
        start = codes.index(after) + 1 if after else 0
        page = found[start : start + PAGE]
        return {
            "services": [show_listed(self.catalog, service, self.lang) for service in page],
            "next": page[-1].code if start + PAGE < len(found) else None,
        }

    def service(self, slug: str) -> Shown:
        """Return one service with everything."""
        return show_service(self.catalog, self.catalog.services[slug], self.lang)

    def documents(self, text: str = "") -> Shown:
        """Return the documents that a text fits."""
        return show_documents(self.catalog, text, self.lang)

    def document(self, slug: str) -> Shown:
        """Return one document with everything."""
        return show_document(self.catalog, slug, self.lang)

    def authority(self, slug: str) -> Shown:
        """Return one authority with everything."""
        return show_authority(self.catalog, slug, self.lang)

    def unit(self, slug: str) -> Shown:
        """Return one office with everything."""
        return show_unit(self.catalog, slug, self.lang)

    def units(self, region: str = "", authority: str = "") -> Shown:
        """Return the offices of a region and of an authority, if named."""
        found = find_units(self.catalog, region, authority)
        return {"units": show_units(found, self.lang)}

    def calendar(self, slug: str) -> Shown:
        """Return the days off of one year, and how many working days are left."""
        return show_calendar(self.catalog, slug, self.lang)

    def regions(self, text: str = "") -> Shown:
        """Return the regions whose code or name holds every word."""
        return show_regions(self.catalog, text)

    def graph(self, events: Sequence[str] = ()) -> Shown:
        """Return nodes and edges of what leads to some events, by default of everything."""
        network = build_network(self.catalog, tuple(dict.fromkeys(events)), self.lang)
        nodes: list[Json] = [
            {"id": node.id, "kind": node.kind, "title": node.title, "service": node.code}
            for node in network.nodes
        ]
        edges: list[Json] = [_edge(edge) for edge in network.edges]
        return {"events": list(network.events), "nodes": nodes, "edges": edges}


def _edge(edge: Edge) -> Shown:
    """Return an edge that reads as a sentence: event, calls for, document."""
    ends = (edge.start, edge.end)
    start, end = reversed(ends) if edge.kind == "calls_for" else ends
    return {
        "from": start,
        "to": end,
        "kind": edge.kind,
        "alternative": edge.alternative,
        "substitute": edge.substitute,
        "optional": edge.optional,
    }
