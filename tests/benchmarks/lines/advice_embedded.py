"""An event in a catalog of 30,000 services against the same event with nothing else around it.

Its closure is that of a catalog of ordinary size, with circles and several persons.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from random import Random
from statistics import mean

from lifejourney import Advisor, Catalog, Request, as_json, present
from lifejourney.planning import build_ground
from lifejourney.planning.ground import Ground
from lifejourney.situation import Situation, build_cast
from tests.benchmarks.households import CHILDREN, household
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.synthetic import SEED, Drawing, draw_catalog
from tests.benchmarks.timing import timed

SIZE = 30_000
ORDINARY = 300
EVENTS = 3
TIMES = 5
BAR = 1.3


def embedded() -> tuple[Catalog, Catalog]:
    """Return a catalog of ordinary size, and the same among all others."""
    chance = Random(f"{SEED}/{ORDINARY}/{SIZE}")  # noqa: S311 (reproducible)
    own = Drawing(ORDINARY, chance, "own-", SIZE).catalog()
    others = draw_catalog(SIZE)
    together = replace(
        others,
        events={**others.events, **own.events},
        services={**others.services, **own.services},
        documents={**others.documents, **own.documents},
        facts=(*others.facts, *own.facts),
    )
    return own, together


def alone(among: Catalog, ground: Ground) -> Catalog:
    """Return a catalog of one event and of what could lead to it."""
    services = {one.service.slug for one in ground.instances}
    # Papers that are usually at hand stand in every answer's list of known ones.
    usual = {slug for slug, one in among.documents.items() if one.usual is not None}
    papers = {slug for slug, _ in ground.papers} | usual
    (event,) = ground.cast.events
    return replace(
        among,
        events={event: among.events[event]},
        services={slug: one for slug, one in among.services.items() if slug in services},
        documents={slug: one for slug, one in among.documents.items() if slug in papers},
    )


def request_of(event: str, situation: Situation) -> Request:
    """Return what somebody asks who says what is known."""
    persons: dict[str, int | str] = {"child": CHILDREN}
    said = (situation.facts, frozenset[str](), persons, situation.papers)
    return Request((event,), situation.day, *said, frozenset(), ())


def advised(advisor: Advisor, request: Request) -> bytes:
    """Return the whole answer."""
    return as_json(present(advisor.advise(request)))


def compare() -> Iterator[tuple[float, float]]:
    """Yield the seconds of an event by itself, and among all."""
    own, catalog = embedded()
    among = Advisor(catalog)
    for event in islice(own.events, EVENTS):
        cast = build_cast(catalog, (event,), {"child": CHILDREN})
        small = Advisor(alone(catalog, build_ground(catalog, cast)))
        chance = Random(f"{SEED}/{event}")  # noqa: S311 (reproducible)
        request = request_of(event, household(chance, own, cast, 1.0))
        advised(small, request), advised(among, request)  # what is kept is laid out first
        seconds, answer = timed(partial(advised, small, request), TIMES)
        mine, same = timed(partial(advised, among, request), TIMES)
        if same != answer:
            raise AssertionError(f"not the same advice: {event}")
        yield seconds, mine


def measure() -> Iterator[Ratio]:
    """Print the milliseconds; yield the ratio."""
    seconds, mine = (mean(column) for column in zip(*compare(), strict=True))
    print("advice/30000\tsendiri / alone ms\tdi antara 30.000 / among 30,000 ms")
    print(f"{EVENTS} peristiwa / events\t{seconds * 1e3:.1f}\t{mine * 1e3:.1f}")
    yield Ratio("advice/30000", mine / seconds, BAR)


LINE = Line("advice/30000", measure)
