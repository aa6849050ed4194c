"""Read a catalog from its folder: YAML text to nodes, to full shape, to frozen nouns."""

from lifejourney.loading.reading import load_catalog, read_catalog
from lifejourney.loading.register import completed_register

__all__ = ["completed_register", "load_catalog", "read_catalog"]
