"""A million people: verdicts and papers within reach, in columns, against other columns."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from lifejourney.planning import Paper
from lifejourney.population import Mask, Population, unpacked
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.peers.encoded import name_of
from tests.benchmarks.peers.matrix import Reach, verdicts
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.timing import timed

SIZES = (300, 3_000)
PEOPLE = 1 << 17
TIMES = 8
"""So many people at a time, so often: a million."""
NUMPY, OTHERS = 0.4, 0.15
Verdicts = list[Any]
Run = Callable[[Mapping[str, Any]], Verdicts]


def ours(population: Population) -> tuple[list[Mask], Mapping[Paper, Mask]]:
    """Return verdicts and papers within reach, of people who were never asked before."""
    fresh = replace(population)
    return fresh.applies, fresh.within_reach


def ours_alone(population: Population) -> list[Mask]:
    """Return the verdicts without the papers."""
    return replace(population).applies


def others(crowd: Crowd) -> dict[str, Run]:
    """Return the peers that give verdicts alone."""
    # Only here: they are there in the environment of `make bench` alone.
    import polars as pl  # noqa: PLC0415

    from tests.benchmarks.peers.openfisca import OpenFisca  # noqa: PLC0415
    from tests.benchmarks.peers.vectorised import vectorised  # noqa: PLC0415

    conditional = [one for one in crowd.conditions if one is not None]
    system = OpenFisca(conditional, [name_of(key) for key in crowd.facts], crowd.code)
    expressions = [
        vectorised(one, pl.col, crowd.code).alias(str(number))
        for number, one in enumerate(conditional)
    ]
    return {
        "openfisca": system.verdicts,
        "polars": lambda columns: list(pl.DataFrame(columns).lazy().select(expressions).collect()),
    }


def _same(mine: list[Mask], theirs: Verdicts, name: str) -> None:
    for mask, flags in zip(mine, theirs, strict=True):
        if not np.array_equal(unpacked(mask, PEOPLE), np.asarray(flags)):
            raise AssertionError(f"not the same people: {name}")


def matrix(crowd: Crowd) -> Ratio:
    """Return the ratio to a matrix of truth values."""
    reach = Reach(crowd.compiled.ground)
    seconds, mine = 0.0, 0.0

    def plain(population: Population, columns: Mapping[str, Any]) -> tuple[Verdicts, Any]:
        applies = verdicts(crowd.conditions, columns, crowd.code)
        return applies, reach.papers(applies, population.papers)

    for seed in range(TIMES):
        population = crowd.draw(PEOPLE, seed)
        columns = crowd.by_name(population)
        took, (applies, papers) = timed(partial(ours, population), 1)
        mine += took
        took, (flags, had) = timed(partial(plain, population, columns), 1)
        seconds += took
        _same(applies, flags, "numpy")
        _same([papers[paper] for paper in had], list(had.values()), "numpy")
    people = PEOPLE * TIMES
    print(f"numpy\t{seconds / people * 1e6:.3f}\t{mine / people * 1e6:.3f}")
    return Ratio("columns/numpy", mine / seconds, NUMPY)


def alone(crowd: Crowd) -> Iterator[Ratio]:
    """Yield the ratios to peers on the verdicts alone."""
    population = crowd.draw(PEOPLE, 0)
    columns = {name: one.astype(np.int32) for name, one in crowd.by_name(population).items()}
    mine, applies = timed(partial(ours_alone, population))
    named = [a for a, one in zip(applies, crowd.conditions, strict=True) if one is not None]
    for name, run in others(crowd).items():
        seconds, flags = timed(partial(run, columns))
        _same(named, flags, name)
        print(f"{name}-{crowd.services}\t{_each(seconds)}\t{_each(mine)}")
        yield Ratio(f"columns/{name}-{crowd.services}", mine / seconds, OTHERS)


def _each(seconds: float) -> str:
    """Return the microseconds of one person."""
    return f"{seconds / PEOPLE * 1e6:.3f}"


def measure() -> Iterator[Ratio]:
    """Print the microseconds of a person; yield the ratios."""
    print("columns\tmereka / theirs µs\tkami / ours µs")
    crowds = [Crowd(services) for services in SIZES]
    for crowd in crowds:
        ours(crowd.draw(64, 0))  # lays out what is laid out once
    yield matrix(crowds[0])
    for crowd in crowds:
        yield from alone(crowd)


LINE = Line("columns", measure)
