"""The advice: verdicts, plan and open questions, each with its reason, not yet in words."""

from lifejourney.advice.because import Because
from lifejourney.advice.building import Said, advise_in
from lifejourney.advice.coming import Coming, Upcoming
from lifejourney.advice.dates import counted_from, supplied_by
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
    no_plan,
)
from lifejourney.advice.preparing import uses_of
from lifejourney.advice.timetable import finish_of
from lifejourney.advice.upcoming import upcoming_in
from lifejourney.advice.whatif import Change, Smallest

__all__ = [
    "Advice",
    "Assumption",
    "Because",
    "BlockedGoal",
    "Blocker",
    "Branch",
    "Change",
    "Coming",
    "DueDate",
    "Explanation",
    "Finish",
    "FollowUp",
    "ForPerson",
    "Otherwise",
    "PlannedStep",
    "Question",
    "Reason",
    "Said",
    "Smallest",
    "Upcoming",
    "Verdict",
    "Visit",
    "When",
    "advise_in",
    "counted_from",
    "explain_in",
    "finish_of",
    "no_plan",
    "supplied_by",
    "upcoming_in",
    "uses_of",
]
