"""Which services have other figures in some region: there the region decides on what is shown."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.vocabulary import Service

_FIGURES: Final = ("deadline", "cost", "processing_time", "opens", "repeats", "benefit")
_WORDS: Final = frozenset({"source", "note", "conflicts", "late", "kind", "announced", "what"})
"""What of a figure is no number and no day."""


def differing_by_region(catalog: Catalog) -> frozenset[str]:
    """Return the services of which a fee, a time or a day is another in some region."""
    return catalog.remembered(("differing by region",), lambda: frozenset(_differing(catalog)))


def _differing(catalog: Catalog) -> Iterator[str]:
    for rules in catalog.regional.values():
        for slug, there in rules.items():
            everywhere = catalog.services.get(slug)
            if everywhere is not None and _figures(there) != _figures(everywhere):
                yield slug


def _figures(service: Service) -> tuple[object, ...]:
    return tuple(_bare(getattr(service, name)) for name in _FIGURES)


def _bare(figure: object) -> object:
    """Return the numbers and days of a figure."""
    if not is_dataclass(figure):
        return figure
    return tuple(getattr(figure, one.name) for one in fields(figure) if one.name not in _WORDS)
