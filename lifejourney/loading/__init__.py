"""Read a catalog from its folder: YAML text to nodes, to full shape, to frozen nouns."""

from lifejourney.loading.kept import open_catalog
from lifejourney.loading.reading import by_place, load_catalog, read_catalog, read_with_places
from lifejourney.loading.register import completed_register
from lifejourney.loading.shipped import SHIPPED

__all__ = [
    "SHIPPED",
    "by_place",
    "completed_register",
    "load_catalog",
    "open_catalog",
    "read_catalog",
    "read_with_places",
]
