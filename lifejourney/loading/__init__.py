"""Read a catalog from its folder: YAML text to nodes, to full shape, to frozen nouns."""

from lifejourney.loading.reading import by_place, load_catalog, read_catalog, read_with_places
from lifejourney.loading.register import completed_register

__all__ = [
    "by_place",
    "completed_register",
    "load_catalog",
    "read_catalog",
    "read_with_places",
]
