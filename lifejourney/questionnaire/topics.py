"""Topics: one is finished before the next is begun."""

from collections.abc import Collection
from dataclasses import dataclass

from lifejourney.questionnaire.choosing import ranked
from lifejourney.questionnaire.table import Table


@dataclass(frozen=True)
class Topics:
    """Hold the topic of each unknown.

    `preferred`: the topics to go on with; the first that still has a relevant question does.
    """

    of: tuple[int, ...]
    preferred: tuple[int, ...] = ()


def in_topics(table: Table, askable: Collection[int], topics: Topics) -> tuple[int, ...]:
    """Return the next page: the relevant unknowns of one topic, in the order to ask them.

    The topic is a preferred one while it has relevant questions, then that of the best question.
    Nothing is relevant: an empty page.
    """
    order = ranked(table, askable)
    if not order:
        return ()
    here = {topics.of[unknown] for unknown in order}
    begun = (topic for topic in topics.preferred if topic in here)
    topic = next(begun, topics.of[order[0]])
    return tuple(unknown for unknown in order if topics.of[unknown] == topic)
