"""Small plans of which the dates are told."""

from dataclasses import replace
from typing import Any

from lifejourney.catalog import Catalog
from lifejourney.explanation import present
from lifejourney.journey import Advisor
from lifejourney.vocabulary import (
    CalendarYear,
    Deadline,
    Service,
    Text,
)
from tests.unit.planning.tiny import DAY, catalog, event, fact, request, service

FACTS = (fact("born", "date"), fact("birth_date", "date"))
ONLINE = ("electronic",)
BORN = {("child", "born"): DAY}
WEEK = Deadline(7, "calendar_day", "it.born", Text("Bayar denda.", "Pay a fine."))
FIRST = "LJ-0001@child"


def online(number: int, makes: str, *needs: Any, **more: Any) -> Service:  # noqa: ANN401
    """Return a service that is done online."""
    named = {"title": Text(f"Layanan {number}", f"Service {number}")}
    return replace(service(number, [makes], needs, channels=ONLINE), **(named | more))


def small(*services: Service, **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog of the papers `a` to `c`; every day off is known."""
    more.setdefault("calendars", {"2026": CalendarYear("2026", (), {}, {})})
    return catalog(event(["a"]), services, more.pop("papers", ["a", "b", "c"]), FACTS, **more)


def told(of: Catalog, **said: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the plan in Bahasa Indonesia."""
    until = said.pop("valid_until", {})
    asked = replace(request(lang=said.pop("lang", "id"), **said), valid_until=until)
    plan: dict[str, Any] = present(Advisor(of).advise(asked))["plan"]
    return plan


def step(plan: dict[str, Any], id_: str = FIRST) -> dict[str, Any]:
    """Return one step."""
    (found,) = (one for one in plan["steps"] if one["id"] == id_)
    return dict(found)
