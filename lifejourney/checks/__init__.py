"""Find what is wrong in a catalog before anybody relies on it."""

from __future__ import annotations

from datetime import date

from lifejourney.catalog import Catalog
from lifejourney.checks.calendars import check_calendars
from lifejourney.checks.codes import CODES
from lifejourney.checks.conditions import check_conditions
from lifejourney.checks.constraints import check_constraints
from lifejourney.checks.country import check_country
from lifejourney.checks.documents import check_documents
from lifejourney.checks.dues import check_dues
from lifejourney.checks.facts import check_facts
from lifejourney.checks.likelihoods import check_likelihoods
from lifejourney.checks.persons import check_persons
from lifejourney.checks.places import Places
from lifejourney.checks.references import check_references
from lifejourney.checks.regional import check_regional
from lifejourney.checks.register import check_register
from lifejourney.checks.retired import check_retired
from lifejourney.checks.scenarios import check_scenarios
from lifejourney.checks.services import check_services
from lifejourney.checks.sources import check_sources
from lifejourney.checks.topics import check_topics
from lifejourney.checks.units import check_units
from lifejourney.errors import Problem

__all__ = ["CODES", "Places", "check_catalog"]

# What changes from a day on, or in a region, is laid over services; the rest is the same.
_EVERYWHERE = (
    check_references,
    check_persons,
    check_facts,
    check_constraints,
    check_conditions,
    check_documents,
    check_services,
    check_dues,
)
_ONCE = (
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
    catalog: Catalog, places: Places, today: date | None = None
) -> tuple[Problem, ...]:
    """Return every problem of a catalog, on any day it knows, each one once.

    Without `today` nothing is said about how old sources are.
    """
    found: dict[Problem, None] = {}
    looked_into: set[int] = set()
    for check in _ONCE:
        found.update(dict.fromkeys(check(catalog, places)))
    views = tuple(catalog.at(code) for code in catalog.regional)
    for one in (catalog, *(variant for _, variant in catalog.variants), *views):
        for check in _EVERYWHERE:
            found.update(dict.fromkeys(check(one, places)))
        nouns = tuple(noun for noun in one.nouns if id(noun) not in looked_into)
        looked_into.update(map(id, nouns))
        found.update(dict.fromkeys(check_retired(nouns, one.retired, places)))
        found.update(dict.fromkeys(check_sources(nouns, places, today)))
    return tuple(found)
