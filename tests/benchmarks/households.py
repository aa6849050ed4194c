"""Draw the people of a synthetic catalog: a household of which all or a part is known."""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.planning import Compiled, build_ground
from lifejourney.situation import Cast, Situation, build_cast
from tests.benchmarks.synthetic import SEED, draw_catalog, value_of
from tests.unit.planning.tiny import DAY

CHILDREN: Final = 2
HELD: Final = 0.6
"""Which share of the papers that people usually have these people have."""


def household(chance: Random, catalog: Catalog, cast: Cast, known: float) -> Situation:
    """Draw who the members of a cast are; `known`: the share of what is known of them."""
    facts: dict[tuple[str, str], object] = {}
    papers: dict[tuple[str, str], bool] = {}
    for member in cast.members.values():
        for fact in catalog.facts_of(member.roles[0]):
            value = value_of(chance, fact)
            if chance.random() < known:
                facts[member.id, fact.name] = value
        for document in catalog.documents.values():
            if document.usual is not None and catalog.covers(document.of, member.roles[0]):
                held = chance.random() < HELD
                if chance.random() < known:
                    papers[document.slug, member.id] = held
    return Situation(cast, DAY, facts, papers)


@cache
def compiled(services: int, event: str) -> Compiled:
    """Return the graph of an event, with so many services in the catalog."""
    catalog = draw_catalog(services)
    return Compiled(build_ground(catalog, build_cast(catalog, (event,), {"child": CHILDREN})))


def cases(services: int, known: float, each: int = 2) -> Iterator[tuple[Compiled, Situation]]:
    """Yield some households for each event of a catalog."""
    catalog = draw_catalog(services)
    for event in catalog.events:
        one = compiled(services, event)
        chance = Random(f"{SEED}/{event}/{known}")  # noqa: S311 (reproducible)
        for _ in range(each):
            yield one, household(chance, catalog, one.ground.cast, known)
