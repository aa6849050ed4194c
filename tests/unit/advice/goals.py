"""Make goals that are called for under a condition, and find steps in an advice."""

from typing import Any

from lifejourney.advice import Advice, PlannedStep
from lifejourney.catalog import Catalog
from lifejourney.vocabulary import Call, Usual
from tests.unit.planning.tiny import catalog, event, fact, is_, service

HELD = Usual("held")
LIKELY = {"true": 9, "false": 1}


def when(slug: str, name: str, test: str = "true", **more: Any) -> Call:  # noqa: ANN401
    """Return a goal that is called for under one condition."""
    return Call("child", "duty", document=slug, when=is_("child", name, test), **more)


def step(advice: Advice, id_: str) -> PlannedStep:
    """Return one step, shown or possible."""
    (found,) = (one for one in (*advice.steps, *advice.possible) if one.id == id_)
    return found


def ids(steps: Any) -> list[str]:  # noqa: ANN401 - steps or goals
    """Return the ids of steps or goals."""
    return [one.id for one in steps]


def one_goal() -> Catalog:
    """Return a catalog of one goal that is called for of the ill, and a service that may apply."""
    calls = [when("a", "ill"), Call("child", "right", service="s2")]
    services = [service(1, ["a"]), service(2, applies=is_("child", "poor"))]
    return catalog(event(calls), services, ["a"], [fact("ill"), fact("poor")])
