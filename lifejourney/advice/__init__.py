"""The advice: verdicts, plan and open questions, each with its reason, not yet in words."""

from lifejourney.advice.because import Because
from lifejourney.advice.building import advise_in
from lifejourney.advice.explained import Explanation, ForPerson, explain_in
from lifejourney.advice.model import (
    Advice,
    Assumption,
    BlockedGoal,
    Blocker,
    Branch,
    DueDate,
    Finish,
    FollowUp,
    Otherwise,
    PlannedStep,
    Question,
    Reason,
    Verdict,
    Visit,
    When,
)
from lifejourney.advice.preparing import uses_of
from lifejourney.advice.timetable import finish_of
from lifejourney.advice.whatif import Change, Smallest

__all__ = [
    "Advice",
    "Assumption",
    "Because",
    "BlockedGoal",
    "Blocker",
    "Branch",
    "Change",
    "DueDate",
    "Explanation",
    "Finish",
    "FollowUp",
    "ForPerson",
    "Otherwise",
    "PlannedStep",
    "Question",
    "Reason",
    "Smallest",
    "Verdict",
    "Visit",
    "When",
    "advise_in",
    "explain_in",
    "finish_of",
    "uses_of",
]
