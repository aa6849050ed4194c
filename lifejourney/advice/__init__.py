"""The advice: verdicts, plan and open questions, each with its reason, not yet in words."""

from lifejourney.advice.building import advise_in
from lifejourney.advice.model import (
    Advice,
    Assumption,
    BlockedGoal,
    Blocker,
    Branch,
    DueDate,
    FollowUp,
    PlannedStep,
    Question,
    Reason,
    Verdict,
)

__all__ = [
    "Advice",
    "Assumption",
    "BlockedGoal",
    "Blocker",
    "Branch",
    "DueDate",
    "FollowUp",
    "PlannedStep",
    "Question",
    "Reason",
    "Verdict",
    "advise_in",
]
