"""What is still worth asking, in which order, and how much is left: over a table of completions."""

from lifejourney.questionnaire.choosing import next_question, ranked
from lifejourney.questionnaire.progress import Remaining, remaining
from lifejourney.questionnaire.relevance import relevant
from lifejourney.questionnaire.table import Table
from lifejourney.questionnaire.topics import Topics, in_topics

__all__ = [
    "Remaining",
    "Table",
    "Topics",
    "in_topics",
    "next_question",
    "ranked",
    "relevant",
    "remaining",
]
