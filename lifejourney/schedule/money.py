"""What a plan costs, and apart from that what it may bring; an unknown amount is never 0."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from lifejourney.vocabulary import Benefit, Cost


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold the amount of one step: at least `min`, at most `max`; None is unknown.

    `by_region`: a regional rule sets it.
    """

    step: str
    min: int | None
    max: int | None
    by_region: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """Hold a sum: at least `min`, at most `max`; None if an upper bound is unknown.

    The steps without an upper bound are in `by_region` if a regional rule sets it. `unknown`: those
    of whose amount nothing is known, also by a regional rule; `unbounded`: the rest of them.
    `free`: those that cost nothing. `stamps`: how many duty stamps are in the sum.
    """

    min: int = 0
    max: int | None = 0
    unknown: tuple[str, ...] = ()
    by_region: tuple[str, ...] = ()
    unbounded: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    stamps: int = 0


NOTHING: Final = Total()
"""The sum of no amounts."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold what the person may receive by one step, and the last day to claim it, if known."""

    step: str
    benefit: Benefit
    by: date | None = None


def fee_of(step: str, cost: Cost) -> Amount:
    """Return what a step costs."""
    return Amount(step, cost.least, cost.max, cost.by_region)


def total(amounts: Iterable[Amount], stamps: int = 0, each: int = 0) -> Total:
    """Return the sum of amounts, and of stamps at the price of each."""
    counted = tuple(amounts)
    bounds = [amount.max for amount in counted if amount.max is not None]
    opened = [amount for amount in counted if amount.max is None]
    return Total(
        sum(amount.min or 0 for amount in counted) + stamps * each,
        None if opened else sum(bounds) + stamps * each,
        tuple(amount.step for amount in opened if amount.min is None),
        tuple(amount.step for amount in opened if amount.by_region),
        tuple(one.step for one in opened if one.min is not None and not one.by_region),
        tuple(amount.step for amount in counted if amount.max == 0),
        stamps,
    )


def total_benefit(claims: Iterable[Claim]) -> Total:
    """Return the sum of what is paid once; what comes monthly or yearly has no sum."""
    once = (claim for claim in claims if claim.benefit.per == "once")
    return total(Amount(one.step, one.benefit.min, one.benefit.max) for one in once)
