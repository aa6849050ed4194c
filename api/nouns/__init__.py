"""What the catalog shows of itself, ready for JSON, in one language.

Pure: catalog and language in, plain values out. Nothing here knows the web.
"""

from api.nouns.events import show_event, show_events
from api.nouns.facts import show_facts
from api.nouns.graph import reachable, show_graph
from api.nouns.papers import show_authority, show_document, show_regions
from api.nouns.services import find_services, show_listed, show_service

__all__ = [
    "find_services",
    "reachable",
    "show_authority",
    "show_document",
    "show_event",
    "show_events",
    "show_facts",
    "show_graph",
    "show_listed",
    "show_regions",
    "show_service",
]
