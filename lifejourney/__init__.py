"""The engine's face: read a catalog, open the door to a request, advise, put it into words."""

from lifejourney.advice import Advice, Explanation
from lifejourney.answers import (
    About,
    Request,
    civil_day,
    present_name,
    read_about,
    read_ahead,
    read_pair,
    read_request,
    withdrawn,
)
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidCatalog, InvalidRequest, Problem, Words, did_you_mean
from lifejourney.explanation import (
    as_json,
    present,
    present_difference,
    present_explanation,
    present_questions,
    present_upcoming,
)
from lifejourney.exports import Nouns
from lifejourney.handouts import Reading, deadline_text, hand_out, hand_out_upcoming, whose
from lifejourney.journey import Advisor
from lifejourney.loading import SHIPPED, load_catalog, open_catalog, read_catalog
from lifejourney.vocabulary import Entry

__all__ = [
    "SHIPPED",
    "About",
    "Advice",
    "Advisor",
    "Catalog",
    "Entry",
    "Explanation",
    "InvalidCatalog",
    "InvalidRequest",
    "Nouns",
    "Problem",
    "Reading",
    "Request",
    "Words",
    "as_json",
    "civil_day",
    "deadline_text",
    "did_you_mean",
    "hand_out",
    "hand_out_upcoming",
    "load_catalog",
    "open_catalog",
    "present",
    "present_difference",
    "present_explanation",
    "present_name",
    "present_questions",
    "present_upcoming",
    "read_about",
    "read_ahead",
    "read_catalog",
    "read_pair",
    "read_request",
    "whose",
    "withdrawn",
]
