"""Find what is wrong in a catalog before anybody relies on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lifejourney.catalog import Catalog
from lifejourney.checks.calendars import check_calendars
from lifejourney.checks.codes import CODES
from lifejourney.checks.conditions import check_conditions
from lifejourney.checks.constraints import check_constraints
from lifejourney.checks.country import check_country
from lifejourney.checks.documents import check_documents, check_origins, check_papers
from lifejourney.checks.dues import check_dues
from lifejourney.checks.facts import check_facts
from lifejourney.checks.faultless import Faultless
from lifejourney.checks.likelihoods import check_likelihoods
from lifejourney.checks.persons import check_persons
from lifejourney.checks.places import Places
from lifejourney.checks.references import check_references
from lifejourney.checks.regional import check_regional
from lifejourney.checks.register import check_register
from lifejourney.checks.retired import Retirement
from lifejourney.checks.scenarios import check_scenarios
from lifejourney.checks.services import check_numbers, check_services
from lifejourney.checks.sources import check_sources
from lifejourney.checks.topics import check_topics
from lifejourney.checks.units import check_units
from lifejourney.errors import Problem

__all__ = ["CODES", "Faultless", "Places", "check_catalog"]

# What changes from a day on, or in a region, is laid over services; the rest is the same. So what
# is wrong with a noun by itself is found once, and only what services do together is looked at
# on each day and in each region.
_EACH = (
    check_references,
    check_conditions,
    check_papers,
    check_services,
    check_dues,
)
_TOGETHER = (
    check_persons,
    check_origins,
)
_ONCE = (
    check_documents,
    check_facts,
    check_constraints,
    check_numbers,
    check_country,
    check_likelihoods,
    check_topics,
    check_calendars,
    check_scenarios,
    check_register,
    check_units,
    check_regional,
)


def check_catalog(
    catalog: Catalog,
    places: Places,
    today: date | None = None,
    faultless: Faultless | None = None,
) -> tuple[Problem, ...]:
    """Return every problem of a catalog, on any day it knows, each one once.

    Without `today` nothing is said about how old sources are. `faultless` remembers from one
    reading to the next which nouns are good by themselves.
    """
    faultless = Faultless() if faultless is None else faultless
    faultless.begin(catalog.retired, today)
    alone = Retirement(catalog.retired), today, faultless
    found: dict[Problem, None] = {}
    looked_into: set[int] = set()
    for check in _ONCE:
        found.update(dict.fromkeys(check(catalog, places)))
    views = tuple(catalog.at(code) for code in catalog.regional)
    for one in (catalog, *(variant for _, variant in catalog.variants), *views):
        for check in _TOGETHER:
            found.update(dict.fromkeys(check(one, places)))
        nouns = tuple(noun for noun in one.nouns if id(noun) not in looked_into)
        looked_into.update(map(id, nouns))
        for look in _EACH:
            found.update(dict.fromkeys(look(nouns, one, places)))
        found.update(dict.fromkeys(_alone(nouns, places, *alone)))
    return tuple(found)


def _alone(
    nouns: Iterable[object],
    places: Places,
    retirement: Retirement,
    today: date | None,
    faultless: Faultless,
) -> Iterator[Problem]:
    """Yield what is wrong with nouns that nothing else in the catalog decides."""
    for noun in nouns:
        if noun not in faultless:
            found = (*retirement.check(noun, places), *check_sources(noun, places, today))
            if not found:
                faultless.add(noun)
            yield from found
