"""The smallest things a condition asks: one test on one fact of one member, or on a number."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lifejourney.days import days_since, years_since
from lifejourney.feel import Test as Unary


@dataclass(frozen=True, slots=True)
class FactAtom:
    """Ask whether a fact of a member, or the years or days since it, passes a unary test."""

    member: str
    name: str
    test: Unary
    since: Literal["years", "days"] | None = None

    def holds(self, value: object, day: date) -> bool:
        """Tell whether the known `value` passes on the day of the advice."""
        if self.since is None:
            return self.test.holds(value)
        if not isinstance(value, date):
            return False
        reckon: Callable[[date, date], int] = years_since if self.since == "years" else days_since
        return self.test.holds(reckon(value, day))


@dataclass(frozen=True, slots=True)
class Count:
    """Ask whether a role has at least so many members."""

    role: str
    at_least: int


@dataclass(frozen=True, slots=True)
class Rest:
    """Ask about the members of a role who are not shown because their number is unknown.

    `key` tells one such question from another.
    """

    role: str
    key: str


Atom = FactAtom | Count | Rest
