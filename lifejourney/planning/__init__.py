"""From what is known to a plan: the graph of one cast, what can be had, what is needed."""

from lifejourney.planning.backward import build_ground
from lifejourney.planning.columns import Compiled, Layout, Point
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Instance, Paper
from lifejourney.planning.outlook import Outlook, look_ahead, unknown_ids
from lifejourney.planning.plan import AGAIN, Apart, Asked, Part, Plan, Step, step_id
from lifejourney.planning.pursuing import plans_of

__all__ = [
    "AGAIN",
    "Apart",
    "Asked",
    "Compiled",
    "Ground",
    "Instance",
    "Layout",
    "Outlook",
    "Paper",
    "Part",
    "Plan",
    "Point",
    "Step",
    "build_ground",
    "look_ahead",
    "plans_of",
    "step_id",
    "unknown_ids",
]
