"""Read a catalog from its folder: YAML text to nodes, to full shape, to frozen nouns."""

from lifejourney.loading.reading import load_catalog, read_catalog

__all__ = ["load_catalog", "read_catalog"]
