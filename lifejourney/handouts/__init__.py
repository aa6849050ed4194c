"""What a person takes away: the plan as a calendar, on paper, as a table and as pictures.

Each writer reads the answer that `explanation.present` gives, and nothing else.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from lifejourney.handouts.agenda import as_agenda
from lifejourney.handouts.beside import Beside, Fork, Stuck, Turn, Waiting
from lifejourney.handouts.deadlines import claim_text, deadline_text
from lifejourney.handouts.mermaid import as_mermaid
from lifejourney.handouts.paper import as_paper
from lifejourney.handouts.papers import by_holder, forms, notes, origin
from lifejourney.handouts.reading import Reading, perhaps, whose
from lifejourney.handouts.reminders import as_reminders
from lifejourney.handouts.step_graph import as_step_graph
from lifejourney.handouts.table import as_table
from lifejourney.handouts.timeline import as_timeline
from lifejourney.handouts.unsure import unsure_text

__all__ = [
    "CALENDARS",
    "HANDOUTS",
    "Beside",
    "Fork",
    "Reading",
    "Stuck",
    "Turn",
    "Waiting",
    "by_holder",
    "claim_text",
    "deadline_text",
    "forms",
    "hand_out",
    "hand_out_upcoming",
    "notes",
    "origin",
    "perhaps",
    "unsure_text",
    "whose",
]

_WRITERS: Final[Mapping[str, Callable[[Reading], str]]] = {
    "ics": as_agenda,
    "markdown": as_paper,
    "csv": as_table,
    "mermaid": as_mermaid,
    "svg": as_step_graph,
    "timeline": as_timeline,
}
HANDOUTS: Final = tuple(_WRITERS)
CALENDARS: Final = ("ics",)
"""In which forms what falls due is handed out."""


def hand_out(answer: Mapping[str, Any], form: str) -> bytes:
    """Return an answer with a plan in it as one of `HANDOUTS`, in UTF-8."""
    return _WRITERS[form](Reading(answer)).encode()


def hand_out_upcoming(answer: Mapping[str, Any], form: str) -> bytes:
    """Return an answer of what falls due as one of `CALENDARS`, in UTF-8."""
    return {"ics": as_reminders}[form](Reading(answer)).encode()
