"""The engine's face: read a catalog, open the door to a request, advise, put it into words."""

from lifejourney.advice import Advice
from lifejourney.answers import Request, civil_day, read_request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidCatalog, InvalidRequest, Problem, Words, did_you_mean
from lifejourney.explanation import as_json, present
from lifejourney.exports import Nouns
from lifejourney.journey import Advisor
from lifejourney.loading import load_catalog, read_catalog
from lifejourney.vocabulary import Entry

__all__ = [
    "Advice",
    "Advisor",
    "Catalog",
    "Entry",
    "InvalidCatalog",
    "InvalidRequest",
    "Nouns",
    "Problem",
    "Request",
    "Words",
    "as_json",
    "civil_day",
    "did_you_mean",
    "load_catalog",
    "present",
    "read_catalog",
    "read_request",
]
