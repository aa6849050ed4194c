"""Explain a service of a tiny catalog."""

from typing import Any

from lifejourney.advice import ForPerson
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.vocabulary import Call, Fact
from tests.unit.planning.tiny import (
    catalog,
    event,
    fact,
    is_,
    request,
    service,
)

POOR = ("child", "poor")


def explain(one: Catalog, slug: str, *events: str, **said: Any) -> ForPerson:  # noqa: ANN401
    """Explain a service for the first whom it could be for."""
    person = said.pop("person", None)
    found = Advisor(one).explain(request(*events, **said), slug, person)
    return found.people[0]


def right(*facts: Fact, **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog in which a right depends on being poor."""
    poor = fact("poor", changeable=True, **more)
    one = service(1, applies=is_("child", "poor"))
    return catalog(event([Call("child", "right", service="s1")]), [one], [], [poor, *facts])


def kinds(one: ForPerson) -> list[str]:
    """Return the kinds of what stands against a service."""
    return [ground.kind for ground in one.why_not]
