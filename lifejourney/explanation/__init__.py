"""Words, made last: an advice in the language of the person, ready to be shown or sent."""

from lifejourney.explanation.differing import present_difference
from lifejourney.explanation.explaining import present_explanation
from lifejourney.explanation.naming import date_in_words
from lifejourney.explanation.presenting import PARTS, as_json, present
from lifejourney.explanation.upcoming import present_upcoming

__all__ = [
    "PARTS",
    "as_json",
    "date_in_words",
    "present",
    "present_difference",
    "present_explanation",
    "present_upcoming",
]
