"""Read a catalog from its folder: YAML text to nodes, to full shape, to frozen nouns."""

from lifejourney.loading.kept import (
    keep_catalog,
    last_good,
    open_catalog,
    pack_catalog,
    unpack_catalog,
)
from lifejourney.loading.languages import language_of
from lifejourney.loading.reading import (
    Reader,
    by_place,
    load_catalog,
    read_catalog,
    read_with_places,
)
from lifejourney.loading.register import completed_register
from lifejourney.loading.shipped import SHIPPED

__all__ = [
    "SHIPPED",
    "Reader",
    "by_place",
    "completed_register",
    "keep_catalog",
    "language_of",
    "last_good",
    "load_catalog",
    "open_catalog",
    "pack_catalog",
    "read_catalog",
    "read_with_places",
    "unpack_catalog",
]
