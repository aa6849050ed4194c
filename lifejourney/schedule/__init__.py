"""What a plan takes of a person: pure functions on small values of their own."""

from lifejourney.schedule.dues import (
    Ahead,
    each_year,
    last_day,
    look_ahead_to,
    of_age,
    some_time_after,
)
from lifejourney.schedule.lapses import Kept, Lapse, Used, keep_valid
from lifejourney.schedule.money import (
    NOTHING,
    Amount,
    Claim,
    Total,
    fee_of,
    total,
    total_benefit,
)
from lifejourney.schedule.papers import Listed, Use, at_once, list_papers
from lifejourney.schedule.stops import Stop
from lifejourney.schedule.times import Limit, LimitKind, Task, Timing, Trouble, schedule
from lifejourney.schedule.trips import Trip, Trips, trips
from lifejourney.schedule.windows import Window, next_times, window

__all__ = [
    "NOTHING",
    "Ahead",
    "Amount",
    "Claim",
    "Kept",
    "Lapse",
    "Limit",
    "LimitKind",
    "Listed",
    "Stop",
    "Task",
    "Timing",
    "Total",
    "Trip",
    "Trips",
    "Trouble",
    "Use",
    "Used",
    "Window",
    "at_once",
    "each_year",
    "fee_of",
    "keep_valid",
    "last_day",
    "list_papers",
    "look_ahead_to",
    "next_times",
    "of_age",
    "schedule",
    "some_time_after",
    "total",
    "total_benefit",
    "trips",
    "window",
]
