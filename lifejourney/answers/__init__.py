"""The only door for what people say: raw input in, a checked request or every fault out."""

from lifejourney.answers.clock import civil_day
from lifejourney.answers.door import read_request
from lifejourney.answers.request import Request

__all__ = ["Request", "civil_day", "read_request"]
