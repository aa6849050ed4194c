"""Words, made last: an advice in the language of the person, ready to be shown or sent."""

from lifejourney.explanation.presenting import PARTS, as_json, present

__all__ = ["PARTS", "as_json", "present"]
