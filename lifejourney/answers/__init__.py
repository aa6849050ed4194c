"""The only door for what people say: raw input in, a checked request or every fault out."""

from lifejourney.answers.about import About, present_name, read_about, withdrawn
from lifejourney.answers.ahead import Outlook, read_ahead
from lifejourney.answers.clock import civil_day
from lifejourney.answers.door import read_request
from lifejourney.answers.earlier import read_earlier
from lifejourney.answers.names import as_member
from lifejourney.answers.pair import read_pair
from lifejourney.answers.request import Request

__all__ = [
    "About",
    "Outlook",
    "Request",
    "as_member",
    "civil_day",
    "present_name",
    "read_about",
    "read_ahead",
    "read_earlier",
    "read_pair",
    "read_request",
    "withdrawn",
]
