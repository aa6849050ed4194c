"""An event in a catalog of 30,000 services against the same event with nothing else around it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from statistics import mean

from lifejourney import Advisor, Catalog, Request, as_json, present
from lifejourney.situation import Situation
from tests.benchmarks.households import CHILDREN, cases
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.synthetic import draw_catalog
from tests.benchmarks.timing import timed

SIZE = 30_000
EVENTS = 3
KNOWN = 1.0
BAR = 1.3


def alone(catalog: Catalog, event: str, services: set[str], papers: set[str]) -> Catalog:
    """Return a catalog of one event and of what could lead to it."""
    return replace(
        catalog,
        events={event: catalog.events[event]},
        services={slug: one for slug, one in catalog.services.items() if slug in services},
        documents={slug: one for slug, one in catalog.documents.items() if slug in papers},
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
    catalog = draw_catalog(SIZE)
    among = Advisor(catalog)
    for compiled, situation in islice(cases(SIZE, KNOWN, 1), EVENTS):
        ground = compiled.ground
        (event,) = ground.cast.events
        services = {one.service.slug for one in ground.instances}
        # Papers that are usually at hand stand in every answer's list of known ones.
        usual = {slug for slug, one in catalog.documents.items() if one.usual is not None}
        papers = {slug for slug, _ in ground.papers} | usual
        small = Advisor(alone(catalog, event, services, papers))
        request = request_of(event, situation)
        advised(small, request), advised(among, request)  # what is kept is laid out first
        seconds, answer = timed(partial(advised, small, request))
        mine, same = timed(partial(advised, among, request))
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
