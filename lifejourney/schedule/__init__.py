"""What a plan takes of a person: pure functions on small values of their own."""

from lifejourney.schedule.money import (
    NOTHING,
    STAMP,
    Amount,
    Claim,
    Total,
    fee_of,
    total,
    total_benefit,
)
from lifejourney.schedule.papers import Listed, Use, at_once, list_papers
from lifejourney.schedule.stops import Stop
from lifejourney.schedule.trips import Trip, Trips, trips

__all__ = [
    "NOTHING",
    "STAMP",
    "Amount",
    "Claim",
    "Listed",
    "Stop",
    "Total",
    "Trip",
    "Trips",
    "Use",
    "at_once",
    "fee_of",
    "list_papers",
    "total",
    "total_benefit",
    "trips",
]
