"""The cheapest plan against HiGHS on an integer program of the same choice, the same optimum."""

from collections.abc import Iterator
from functools import partial
from statistics import mean

from lifejourney.planning import Layout
from lifejourney.planning.choice import settle
from lifejourney.planning.objectives import LeastFees
from lifejourney.planning.preferring import prefer
from tests.benchmarks.households import cases
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.timing import timed
from tests.oracles.least import in_program, least_fees

SIZES = (300, 3_000)
BAR = 1.0


def compare(size: int) -> Iterator[tuple[float, float]]:
    """Yield the seconds of HiGHS and of the engine for each household."""
    for compiled, situation in cases(size, 1.0, 1):
        ground, among = compiled.ground, compiled.competing
        alone = settle(ground, Layout(compiled, situation, exact=True).people([()]))
        mine, found = timed(partial(prefer, ground, alone, among, LeastFees()))
        seconds, least = timed(partial(least_fees, ground, alone, among))
        if not found.proven or in_program(found.cost) != round(least):
            raise AssertionError(f"{found.cost}, proven: {found.proven}; HiGHS: {least}")
        yield seconds, mine


def measure() -> Iterator[Ratio]:
    """Print the milliseconds of both; yield the ratios of their means."""
    print("plan/cheapest\tHiGHS ms\tkami / ours ms\tkami terlama / ours at most")
    for size in SIZES:
        found = list(compare(size))
        seconds, mine = (mean(column) for column in zip(*found, strict=True))
        longest = max(ours for _, ours in found)
        print(f"{size}\t{seconds * 1e3:.2f}\t{mine * 1e3:.2f}\t{longest * 1e3:.2f}")
        yield Ratio(f"plan/cheapest/{size}", mine / seconds, BAR)


LINE = Line("plan/cheapest", measure)
