"""Make small random catalogs and situations, as they could be written by hand.

Everything is drawn from a `random.Random`, of which hypothesis gives the seed: a failing case is
named by its seed, and the catalogs are small enough to be read as they are.
"""

import os
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.situation import Cast, Situation, build_cast
from lifejourney.vocabulary import (
    Fact,
)
from tests.oracles.draft import Draft
from tests.unit.planning.tiny import DAY


def value_of(chance: Random, fact: Fact) -> object:
    """Draw a value that the door would let in."""
    match fact.type:
        case "boolean":
            return chance.randrange(2) == 1
        case "choice":
            return chance.choice(list(fact.options))
        case "date":
            return date(chance.randrange(1940, 2027), chance.randrange(1, 13), 1)
        case _:
            low = int(fact.minimum or 0)
            return chance.randrange(low, min(int(fact.maximum or 6), low + 60) + 1)


@dataclass(frozen=True)
class Case:
    """Hold a catalog and a situation in it."""

    catalog: Catalog
    situation: Situation


def draw_cast(chance: Random, catalog: Catalog, *, sure: bool = False) -> Cast:
    """Draw who takes part; who is who is always said."""
    events = chance.choice((("birth",), ("birth",), ("death",), ("birth", "death")))
    said: dict[str, int | str] = {}
    if sure or chance.randrange(3):
        said["child"] = chance.randrange(1, 3)
    for role in ("deceased", "family-death"):
        said[role] = "other"
    open_ = "death" in events and catalog.events["death"].persons["deceased"].may_be
    if open_ and chance.randrange(2):
        said["deceased"] = "mother"
    if chance.randrange(2):
        said["family-death"] = "family"
    return build_cast(catalog, events, said)


def draw_situation(chance: Random, catalog: Catalog, cast: Cast, known: float) -> Situation:
    """Draw what is known of a cast; `known` is the share of the facts."""
    facts: dict[tuple[str, str], object] = {}
    papers: dict[tuple[str, str], bool] = {}
    for member in cast.members.values():
        for role in member.roles:
            for fact in catalog.facts_of(role):
                if fact.derived is None and chance.randrange(100) < known * 100:
                    facts[member.id, fact.name] = value_of(chance, fact)
        for document in catalog.documents.values():
            held_by = any(catalog.covers(document.of, role) for role in member.roles)
            if held_by and chance.randrange(100) < known * 50:
                papers[document.slug, member.id] = chance.randrange(3) == 0
    wanted = frozenset(paper for paper in papers if not papers[paper] and chance.randrange(12) == 0)
    return Situation(cast, DAY, facts, papers, wanted)


def draw_case(chance: Random) -> Case:
    """Draw a catalog and a situation of which more or less is known."""
    catalog = Draft(chance).catalog()
    cast = draw_cast(chance, catalog)
    known = chance.choice((0.3, 0.5, 0.7, 0.9))
    return Case(catalog, draw_situation(chance, catalog, cast, known))


def draw_request(chance: Random, catalog: Catalog, known: float | None = None) -> Request:
    """Draw what somebody asks and says, as the door would let it in."""
    events = chance.choice((("birth",), ("birth",), ("death",), ("birth", "death")))
    persons: dict[str, int | str] = {}
    if "birth" in events and chance.randrange(3):
        persons["child"] = chance.randrange(1, 3)
    if len(events) > 1 and chance.randrange(2):
        persons["family-death"] = chance.choice(("family", "other"))
    cast = build_cast(catalog, events, persons)
    share = chance.choice((0.2, 0.5, 0.8)) if known is None else known
    said = draw_situation(chance, catalog, cast, share)
    return Request(events, DAY, said.facts, frozenset(), persons, said.papers, said.wanted, ())


def draw_advised(chance: Random) -> tuple[Catalog, Request]:
    """Draw a catalog without declared contradictions, and a request."""
    catalog = replace(Draft(chance).catalog(), constraints=())
    return catalog, draw_request(chance, catalog)


def examples(usual: int) -> int:
    """Return how many examples to try; LAWS_TIMES multiplies the usual number."""
    return max(1, int(usual * float(os.environ.get("LAWS_TIMES", "1"))))


def law(usual: int) -> settings:
    """Say how a law is tried: a seed does not shrink, so no time is spent on that."""
    return settings(
        max_examples=examples(usual),
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


RANDOM = st.integers(0, 1 << 48).map(Random)
Advised = tuple[Catalog, Request]
ADVISED = RANDOM.map(draw_advised)
CASES = RANDOM.map(draw_case)
