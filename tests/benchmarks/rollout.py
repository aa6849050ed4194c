"""Compute the roll-out that questions/shipped is held against: `python -m benchmarks.rollout`.

At each step the most promising questions are tried on people drawn by the catalog's likelihoods
who would have answered alike so far, each asked on to the end by a simpler rule; the question
after which they were asked least is taken. About two minutes; the figures go to rollout.yaml.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import mean

import yaml

from tests.benchmarks.answered import with_days
from tests.benchmarks.knowledge import Ask, Knowledge, Walks, most_missing
from tests.benchmarks.personas import EVENTS, Persona, Persons, advisor, draw, people

FIGURES = Path(__file__).with_name("rollout.yaml")
CANDIDATES = 4
PEOPLE = 8
SEED = 17


def answers(asked: Sequence[Sequence[object]]) -> int:
    """Return how much is to be answered: each fact, choice and paper."""
    return sum(len(ask) for ask in asked)


def pages(asked: Sequence[Sequence[object]]) -> int:
    """Return how many questions are asked if the checklist of papers is one."""
    return len(asked)


class RollOut:
    """Choose by trying the most promising questions on people."""

    def __init__(self, like: Persona, cost: Callable[[Sequence[Sequence[object]]], int]) -> None:
        self._like = like
        self.walks = Walks(like.world)
        self._cost = cost
        self._chosen: dict[tuple[frozenset[tuple[int, int]], tuple[Ask, ...]], Ask] = {}

    def __call__(self, known: Knowledge, open_: tuple[Ask, ...]) -> Ask:
        """Return the question after which people are asked least."""
        key = frozenset(known.answers.items()), open_
        if key not in self._chosen:
            self._chosen[key] = self._try(known, open_)
        return self._chosen[key]

    def _try(self, known: Knowledge, open_: tuple[Ask, ...]) -> Ask:
        best = sorted(open_, key=lambda ask: (-known.missing(ask), ask))[:CANDIDATES]
        best += [ask for ask in open_ if len(ask) > 1 and ask not in best]
        if len(best) == 1:
            return best[0]
        chance = Random(f"{SEED} {sorted(known.answers.items())}")  # noqa: S311 (reproducible)
        drawn = [
            replace(self._like, values=draw(known.world, chance, known.answers))
            for _ in range(PEOPLE)
        ]
        return min(best, key=lambda ask: (self._expected(known, drawn, ask), best.index(ask)))

    def _expected(self, known: Knowledge, drawn: list[Persona], ask: Ask) -> float:
        walks = self.walks
        rest = (walks.walked(one, most_missing, walks.after(known, one, ask)) for one in drawn)
        return self._cost([ask]) + mean(self._cost(asked) for asked in rest)


COSTS = {"answers": answers, "pages": pages}


def expected(event: str, unit: str) -> float:
    """Return how much the people of an event are asked on average."""
    ways: dict[Persons, RollOut] = {}
    found: list[int] = []
    for person in people(event):
        if person.persons not in ways:
            ways[person.persons] = RollOut(person, COSTS[unit])
        way = ways[person.persons]
        asked = person.ids(way.walks.walked(person, way))
        found.append(COSTS[unit](with_days(person, asked)))
        print(event, unit, person.persons, found[-1], flush=True)
    return mean(found)


def main() -> None:
    """Compute every figure and write them down, with the catalog that they hold for."""
    jobs = [(event, unit) for event in EVENTS for unit in COSTS]
    with ProcessPoolExecutor(2) as pool:
        means = list(pool.map(expected, *zip(*jobs, strict=True)))
    figures: dict[str, dict[str, float]] = {event: {} for event in EVENTS}
    for (event, unit), figure in zip(jobs, means, strict=True):
        figures[event][unit] = round(figure, 3)
    head = "# python -m benchmarks.rollout: expected questions of a roll-out. Not edited by hand.\n"
    said = {"catalog": advisor().catalog.version, "figures": figures}
    FIGURES.write_text(head + yaml.safe_dump(said, sort_keys=False))


if __name__ == "__main__":
    main()
