"""People of the types in personas.yaml, drawn for the shipped events."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import Any

import yaml

from lifejourney import Advisor, Request, open_catalog
from lifejourney.advice.world import World
from lifejourney.planning import Outlook
from lifejourney.planning.columns import Point
from lifejourney.planning.unknowns import Unknown

FOLDER = Path(__file__).parent
DAY = date(2026, 11, 22)
EVENTS = ("birth", "death")
Persons = tuple[tuple[str, int], ...]


@cache
def advisor() -> Advisor:
    """Return what advises by the shipped catalog."""
    return Advisor(open_catalog(FOLDER.parents[1] / "catalog"))


def empty(event: str, persons: Persons) -> Request:
    """Return a request of which only the people are said."""
    return Request((event,), DAY, {}, frozenset(), dict(persons), {}, frozenset(), ())


def world_of(request: Request) -> World:
    """Return the likeliest way in which who-is-who may be, as the engine lays it out."""
    return advisor()._worlds(request)[0]


@cache
def start(event: str, persons: Persons) -> World:
    """Return the likeliest world before any question."""
    return world_of(empty(event, persons))


@dataclass(frozen=True)
class Persona:
    """Hold one person: the event, the people around, and the value of every unknown."""

    event: str
    persons: Persons
    values: tuple[int, ...]

    @property
    def world(self) -> World:
        """Return the world in which this person is asked."""
        return start(self.event, self.persons)

    @cached_property
    def applies(self) -> tuple[bool, ...]:
        """Return of each unknown whether the question applies to this person."""
        layout = self.world.outlook.layout
        gates = layout.applying([point(self.world.outlook, self.values)])
        return tuple(one.kind != "fact" or bool(gates[one.key]) for one in layout.unknowns)

    def ids(self, questions: Iterable[tuple[int, ...]]) -> list[tuple[str, ...]]:
        """Return questions, each as the unknowns in it, by the ids of these."""
        return [self.world.ids(question) for question in questions]


def point(outlook: Outlook, values: tuple[int, ...]) -> Point:
    """Return the completion with these numbers of values."""
    unknowns = outlook.layout.unknowns
    return tuple(one.values[value] for one, value in zip(unknowns, values, strict=True))


def draw(
    world: World,
    chance: Random,
    known: Mapping[int, int] | None = None,
    likely: Mapping[str, Mapping[str, int]] | None = None,
) -> tuple[int, ...]:
    """Draw the value of every unknown; what is known stays, and no constraint is broken."""
    outlook = world.outlook
    while True:
        values = tuple(
            known[number] if known and number in known else _value(world, one, chance, likely or {})
            for number, one in enumerate(outlook.layout.unknowns)
        )
        values = _without_others_papers(outlook, values)
        if outlook.is_allowed(point(outlook, values)) and _is_plain(world, values):
            return values


def _without_others_papers(outlook: Outlook, values: tuple[int, ...]) -> tuple[int, ...]:
    """Return the values of somebody who holds nothing that they cannot have."""
    layout = outlook.layout
    truth = layout.people([point(outlook, values)]).truth
    return tuple(
        unknown.values.index(False)
        if unknown.kind == "paper"
        and not truth[outlook.ground.holdable[unknown.key[0], unknown.key[1]]]
        else value
        for unknown, value in zip(layout.unknowns, values, strict=True)
    )


def _is_plain(world: World, values: tuple[int, ...]) -> bool:
    """Tell whether nobody lacks a paper of which they hold a kind."""
    held = {
        one.key: one.values[value]
        for one, value in zip(world.outlook.layout.unknowns, values, strict=True)
        if one.kind == "paper"
    }
    kinds = world.ground.kinds
    return not any(
        not has and any(held.get(kind) for kind in kinds.get(paper, ()))
        for paper, has in held.items()
    )


def _value(
    world: World, unknown: Unknown, chance: Random, likely: Mapping[str, Mapping[str, int]]
) -> int:
    weights: tuple[float, ...] = unknown.likelihoods
    if unknown.kind == "fact" and (own := likely.get(_named(world, unknown))) is not None:
        weights = tuple(own.get(str(value).lower(), 0) for value in unknown.values)
    return chance.choices(range(len(unknown.values)), weights)[0]


def _named(world: World, unknown: Unknown) -> str:
    """Return a fact as the file names it: `child.condition` of every child."""
    member = re.sub(r"-\d+$", "", unknown.key[0])
    return f"{member if unknown.key[0] in world.cast.members else ''}.{unknown.key[1]}"


def stated() -> dict[str, Any]:
    """Return what personas.yaml says."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / "personas.yaml").read_text())
    return found


def people(event: str) -> list[Persona]:
    """Return the people of an event: of each type as many as its share says."""
    said = stated()
    chance = Random(f"{event} {said['seed']}")  # noqa: S311 (a reproducible sample)
    types = said[event]
    whole = sum(one["share"] for one in types)
    found: list[Persona] = []
    for one in types:
        persons: Persons = tuple(one["persons"].items())
        world = start(event, persons)
        for _ in range(round(said["people"] * one["share"] / whole)):
            values = draw(world, chance, likely=one.get("likelihoods"))
            found.append(Persona(event, persons, values))
    return found
