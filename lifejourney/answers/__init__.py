"""The only door for what people say: raw input in, a checked request or every fault out."""

from lifejourney.answers.door import read_request
from lifejourney.answers.request import Request

__all__ = ["Request", "read_request"]
