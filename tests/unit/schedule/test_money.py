"""Check what a plan costs and what it may bring: bounds, and what is not known."""

from datetime import date

import pytest

from lifejourney.schedule import (
    NOTHING,
    Amount,
    Claim,
    Total,
    fee_of,
    total,
    total_benefit,
)
from lifejourney.vocabulary import Benefit, Cost, Text

WORDS = Text("uang", "money")


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        ([], NOTHING),
        ([Cost(max=0), Cost(0, 0)], Total(0, 0, free=("0", "1"))),
        ([Cost(1000, 3000), Cost(max=2000)], Total(3000, 5000)),
        ([Cost(max=2000), Cost(5000)], Total(7000, None, unbounded=("1",))),
        ([Cost(max=2000), Cost()], Total(2000, None, ("1",))),
        ([Cost(by_region=True)], Total(0, None, ("0",), ("0",))),
        ([Cost(620000, by_region=True)], Total(620000, None, (), ("0",))),
        ([Cost(0, 9000, by_region=True)], Total(0, 9000)),
    ],
)
def test_sums_of_fees(costs: list[Cost], expected: Total) -> None:
    """A fee of which only the upper bound is written is that much; what is unknown is counted."""
    assert total(fee_of(str(number), cost) for number, cost in enumerate(costs)) == expected


def test_stamps_are_paid_for() -> None:
    """Ten thousand rupiah each, in both bounds."""
    assert total([Amount("a", 0, 0)], 2, 10_000) == Total(20000, 20000, free=("a",), stamps=2)
    assert total([Amount("a", None, None)], 1, 10_000) == Total(10000, None, ("a",), stamps=1)


def test_what_comes_again_and_again_has_no_sum() -> None:
    """Only what is paid once is added up, and a benefit is at most what it says."""
    claims = [
        Claim("a", Benefit(WORDS, 1000, 3000)),
        Claim("b", Benefit(WORDS, max=5000), date(2027, 1, 1)),
        Claim("c", Benefit(WORDS, 200, 200, "month")),
        Claim("d", Benefit(WORDS, per="year")),
    ]
    assert total_benefit(claims) == Total(1000, 8000)
    assert total_benefit([Claim("a", Benefit(WORDS, 1000)), Claim("b", Benefit(WORDS))]) == Total(
        1000, None, ("b",), unbounded=("a",)
    )
