"""The smallest things a condition asks: one test on one fact of one member, or on a number."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from lifejourney.days import Days, birthday, days_since, years_since
from lifejourney.feel import Test as Unary
from lifejourney.feel import boundaries


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

    def known(self, value: object, day: date) -> bool | None:
        """Tell whether what is known passes; None where some of several days pass, not all."""
        if not isinstance(value, Days):
            return self.holds(value, day)
        turns = (one for one in self.turns(day) if isinstance(one, date) and one in value)
        found = {self.holds(one, day) for one in (value.first, value.last, *turns)}
        return found.pop() if len(found) == 1 else None

    def turns(self, day: date) -> tuple[object, ...]:
        """Return values at, just below and just above each endpoint of the test.

        Between two neighbours among them the test does not change.
        """
        ends = boundaries(self.test)
        return tuple(near for end in ends for near in _around(end, self.since, day))


def _around(value: object, since: str | None, day: date) -> list[object]:
    match value:
        case Decimal() if since == "years":
            births = [birthday(day, -age) for age in range(int(value) - 1, int(value) + 2)]
            return [b + timedelta(days=shift) for b in births for shift in (-1, 0, 1)]
        case Decimal() if since == "days":
            return [day - timedelta(days=int(value) + shift) for shift in (-1, 0, 1)]
        case Decimal():
            return [int(value) - 1, int(value), int(value) + 1]
        case date():
            return [value + timedelta(days=shift) for shift in (-1, 0, 1)]
        case _:
            return [value]


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
