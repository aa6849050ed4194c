"""Many households of a synthetic catalog as columns, everything of them known."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from lifejourney.planning import Compiled, build_ground
from lifejourney.population import Census, Population
from lifejourney.situation import build_cast
from lifejourney.vocabulary import Fact
from tests.benchmarks.households import HELD
from tests.benchmarks.peers.encoded import EPOCH, codes, name_of
from tests.benchmarks.synthetic import FIRST, LAST, NUMBERS, SEED, draw_catalog
from tests.benchmarks.verdict_case import Key, Plain, plain
from tests.unit.planning.tiny import DAY

Array = Any


@dataclass(frozen=True)
class Crowd:
    """Hold the case of a catalog: its people ask for every paper of theirs and of the family."""

    services: int

    @cached_property
    def compiled(self) -> Compiled:
        """Return the graph of all services."""
        catalog = draw_catalog(self.services)
        also = tuple(
            (slug, "family" if one.of == ("family",) else "self")
            for slug, one in catalog.documents.items()
        )
        cast = build_cast(catalog, ("event-0",), {"child": 1})
        return Compiled(build_ground(catalog, cast, also))

    @cached_property
    def census(self) -> Census:
        """Return what reads the people."""
        return Census(self.compiled, DAY)

    @cached_property
    def facts(self) -> dict[Key, Fact]:
        """Return every fact of every member."""
        ground = self.compiled.ground
        return {
            (member.id, fact.name): fact
            for member in ground.cast.members.values()
            for fact in ground.catalog.facts_of(member.roles[0])
        }

    @cached_property
    def conditions(self) -> list[Plain | None]:
        """Return whom each service is for, None where it is for everybody."""
        return [
            None
            if one.service.applies is None
            else plain(one.service.applies, {"it": one.member, "family": "family"}, self.facts)
            for one in self.compiled.ground.instances
        ]

    @cached_property
    def code(self) -> dict[str, dict[str, int]]:
        """Return the number of each word."""
        return codes(self.facts)

    def draw(self, people: int, seed: int) -> Population:
        """Draw so many households."""
        chance = np.random.default_rng((SEED, seed))
        facts = {key: _values(chance, fact, people) for key, fact in self.facts.items()}
        papers = {paper: chance.random(people) < HELD for paper in self.compiled.ground.holdable}
        return Population(self.census, facts, papers)

    def by_name(self, population: Population) -> dict[str, Array]:
        """Return the facts as the peers take them: in numbers, days counted as theirs are."""
        return {
            name_of(key): values - np.int32(EPOCH)
            if self.facts[key].type == "date"
            else values.view(np.int8)
            if self.facts[key].type == "boolean"
            else values
            for key, values in population.facts.items()
        }


def _values(chance: np.random.Generator, fact: Fact, people: int) -> Array:
    match fact.type:
        case "boolean":
            return chance.random(people) * 10 < fact.likelihood["true"]
        case "choice":
            return chance.integers(len(fact.options), size=people, dtype=np.int8)
        case "date":
            first, last = DAY.replace(year=FIRST).toordinal(), DAY.replace(year=LAST).toordinal()
            return chance.integers(first, last, size=people, dtype=np.int32)
        case _:
            top = chance.choice(NUMBERS, size=people)
            return (chance.random(people) * top).astype(np.int32)
