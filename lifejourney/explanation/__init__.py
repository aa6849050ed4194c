"""Words, made last: an advice in the language of the person, ready to be shown or sent."""

from lifejourney.explanation.amounts import (
    channels_text,
    checked_text,
    cost_text,
    limit_text,
    money_text,
    time_text,
)
from lifejourney.explanation.asked import Asked, AskedReader, Option
from lifejourney.explanation.differing import present_difference
from lifejourney.explanation.explaining import present_explanation
from lifejourney.explanation.ledger import (
    UNSETTLED,
    count_by_status,
    draw,
    list_figures,
    only_about,
)
from lifejourney.explanation.naming import date_in_words
from lifejourney.explanation.presenting import PARTS, as_json, present
from lifejourney.explanation.questions import present_questions
from lifejourney.explanation.upcoming import present_upcoming

__all__ = [
    "PARTS",
    "UNSETTLED",
    "Asked",
    "AskedReader",
    "Option",
    "as_json",
    "channels_text",
    "checked_text",
    "cost_text",
    "count_by_status",
    "date_in_words",
    "draw",
    "limit_text",
    "list_figures",
    "money_text",
    "only_about",
    "present",
    "present_difference",
    "present_explanation",
    "present_questions",
    "present_upcoming",
    "time_text",
]
