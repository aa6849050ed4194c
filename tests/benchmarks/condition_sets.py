"""Random sets of conditions over facts with several options."""

import itertools
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lifejourney.questionnaire import Table
from lifejourney.questionnaire.table import Truth, Whole

MOST_ROWS = 1 << 16


@dataclass(frozen=True)
class OneOf:
    """Hold if the fact is one of these options."""

    fact: int
    options: frozenset[int]


@dataclass(frozen=True)
class Group:
    """Hold if all parts hold, or any."""

    every: bool
    parts: tuple["OneOf | Group", ...]


Condition = OneOf | Group


@dataclass(frozen=True)
class ConditionSet:
    """Hold the conditions of several services, with how likely each option of each fact is."""

    conditions: tuple[Condition, ...]
    likely: tuple[tuple[float, ...], ...]

    def table(self) -> Table:
        """Return all completions; equal outcomes are equal verdicts of all services."""
        sizes = tuple(len(options) for options in self.likely)
        values = np.array(list(itertools.product(*map(range, sizes))), dtype=np.int64)
        outcome = np.zeros(len(values), dtype=np.int64)
        for number, condition in enumerate(self.conditions):
            outcome += _holds(condition, values).astype(np.int64) << number
        weight = np.ones(len(values))
        for fact, options in enumerate(self.likely):
            weight *= np.array(options)[values[:, fact]]
        applies = np.ones(values.shape, dtype=np.bool_)
        return Table(values, applies, outcome, weight, sizes, (1.0,) * len(sizes), exact=True)


def _holds(condition: Condition, values: Whole) -> Truth:
    if isinstance(condition, OneOf):
        return np.isin(values[:, condition.fact], sorted(condition.options))
    parts = [_holds(part, values) for part in condition.parts]
    return np.asarray(np.all(parts, axis=0) if condition.every else np.any(parts, axis=0))


def named(condition: Condition) -> list[OneOf]:
    """Return the tests of a condition, from left to right."""
    if isinstance(condition, OneOf):
        return [condition]
    return [test for part in condition.parts for test in named(part)]


def open_tests(condition: Condition, answers: Mapping[int, int]) -> list[OneOf] | bool:
    """Return the tests that may still decide the condition, or what it is already known to be."""
    if isinstance(condition, OneOf):
        if condition.fact in answers:
            return answers[condition.fact] in condition.options
        return [condition]
    parts = [open_tests(part, answers) for part in condition.parts]
    if (not condition.every) in parts:
        return not condition.every
    still = [test for part in parts if not isinstance(part, bool) for test in part]
    return still or condition.every


def draw(seed: int, services: int = 5, facts: range = range(8, 13)) -> ConditionSet:
    """Return a random set whose conditions name so many facts, of 2 to 4 options.

    Options that no test tells apart are one; sets of too many completions are drawn again.
    """
    rng = random.Random(seed)  # noqa: S311 (a reproducible sample)
    while True:
        sizes = [rng.randint(2, 4) for _ in range(rng.choice(facts) + 2)]
        conditions = [_draw(rng, sizes, 0) for _ in range(services)]
        likely = [_shares(rng, size) for size in sizes]
        found = _reduced(conditions, likely)
        rows = math.prod(len(options) for options in found.likely)
        if len(found.likely) in facts and rows <= MOST_ROWS:
            return found


def _draw(rng: random.Random, sizes: Sequence[int], depth: int) -> Condition:
    if depth == 2 or rng.random() < 0.35:
        fact = rng.randrange(len(sizes))
        options = rng.sample(range(sizes[fact]), rng.randint(1, sizes[fact] - 1))
        return OneOf(fact, frozenset(options))
    every = rng.choice([True, True, False])
    parts = tuple(_draw(rng, sizes, depth + 1) for _ in range(rng.randint(2, 3)))
    return Group(every, parts)


def _shares(rng: random.Random, size: int) -> tuple[float, ...]:
    parts = [rng.choice([1, 3, 5, 7, 9]) for _ in range(size)]
    return tuple(part / sum(parts) for part in parts)


def _reduced(conditions: Sequence[Condition], likely: Sequence[tuple[float, ...]]) -> ConditionSet:
    """Return the same conditions over the facts they name and the options they tell apart."""
    used = [test for condition in conditions for test in named(condition)]
    classes: dict[int, list[int]] = {}
    shares = []
    for fact in sorted({test.fact for test in used}):
        kinds = [
            tuple(option in test.options for test in used if test.fact == fact)
            for option in range(len(likely[fact]))
        ]
        known = sorted(set(kinds))
        classes[fact] = [known.index(kind) for kind in kinds]
        shares.append(
            tuple(
                sum(p for p, own in zip(likely[fact], classes[fact], strict=True) if own == one)
                for one in range(len(known))
            )
        )
    places = {fact: place for place, fact in enumerate(classes)}

    def renamed(condition: Condition) -> Condition:
        if isinstance(condition, OneOf):
            options = frozenset(classes[condition.fact][option] for option in condition.options)
            return OneOf(places[condition.fact], options)
        return Group(condition.every, tuple(renamed(part) for part in condition.parts))

    return ConditionSet(tuple(renamed(one) for one in conditions), tuple(shares))
