"""The engine's face: read a catalog, open the door to a request, advise, put it into words."""

from lifejourney.advice import Advice
from lifejourney.answers import Request, read_request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidCatalog, InvalidRequest, Problem, Words
from lifejourney.explanation import as_json, present
from lifejourney.journey import Advisor
from lifejourney.loading import load_catalog, read_catalog

__all__ = [
    "Advice",
    "Advisor",
    "Catalog",
    "InvalidCatalog",
    "InvalidRequest",
    "Problem",
    "Request",
    "Words",
    "as_json",
    "load_catalog",
    "present",
    "read_catalog",
    "read_request",
]
