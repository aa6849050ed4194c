"""Law 4 on the shipped catalog: what is asked is what changes the advice, by brute force.

Everything is known of somebody but a few things, so that all completions can be compared.
"""

# ruff: noqa: S311 - chance makes examples

from dataclasses import replace
from functools import cached_property
from random import Random

import pytest

from lifejourney import SHIPPED, Advisor, Catalog, Request, open_catalog, read_request
from lifejourney.advice.world import World
from lifejourney.planning import Layout, look_ahead, unknown_ids
from lifejourney.planning.left import Left
from lifejourney.planning.nodes import Behind
from lifejourney.planning.unknowns import likeliest as unknowns_likeliest
from lifejourney.proofs.walking import answers_of
from lifejourney.scenarios import as_raw
from tests.oracles.catalogs import examples
from tests.oracles.completions import TooMany
from tests.oracles.mattering import mattering

EVENTS = ("birth", "school", "work", "business", "death")
MOST = 120
LEFT_OUT = 4
ROUNDS = 6
"""What is known of one thing may open another: so often is asked again."""


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return open_catalog(SHIPPED)


@pytest.fixture(scope="module")
def advisor(shipped: Catalog) -> Advisor:
    return Advisor(shipped)


class AllInSight(Left):
    """Leave nothing out of sight, as the comparison of all completions does."""

    @cached_property
    def behind(self) -> Behind:
        return self.ground.whole


def in_sight(world: World) -> World:
    """Return a world in which all is unknown that was not told, whatever it bears on."""
    before = world.outlook.layout
    layout = Layout(before.compiled, before.situation, exact=True)
    vars(layout)["left"] = AllInSight(before.compiled.ground, before.situation)
    return replace(world, outlook=replace(world.outlook, layout=layout))


def likeliest(world: World) -> list[int]:
    """Return which value each unknown has in the likeliest completion."""
    diagram, given = world.outlook.layout.completions()
    unknowns = world.outlook.layout.unknowns
    values = unknowns_likeliest(unknowns, diagram, given.column.all, range(len(unknowns)))
    return [values[number] for number in range(len(unknowns))]


def told(world: World, request: Request) -> Request:
    """Return the request with every unknown answered as in the likeliest completion."""
    facts, papers = dict(request.facts), dict(request.papers)
    persons, wanted = {**request.persons, **world.supposed}, set(request.wanted)
    for id_, value in answers_of(world, likeliest(world)).items():
        kind, _, thing = id_.rpartition(":")
        slug, _, member = thing.partition("@")
        if kind == "document":
            papers[slug, member] = value
        elif kind == "choice":
            wanted.add(value)
        elif kind == "persons":
            persons[thing] = value
        else:
            who, _, fact = thing.rpartition(".")
            facts[who, fact] = value
    said = replace(request, facts=facts, papers=papers, persons=persons)
    return replace(said, wanted=frozenset(wanted))


def complete(advisor: Advisor, request: Request) -> Request:
    """Return a request of which everything is known."""
    for _ in range(ROUNDS):
        request = told(in_sight(advisor._worlds(request)[0]), request)
    return request


def without(chance: Random, request: Request, number: int) -> Request:
    """Return a request with a few facts and papers left out."""
    facts, papers = sorted(request.facts), sorted(request.papers)
    gone = set(chance.sample([*facts, *papers], number))
    return replace(
        request,
        facts={key: value for key, value in request.facts.items() if key not in gone},
        papers={key: value for key, value in request.papers.items() if key not in gone},
    )


def compare(advisor: Advisor, request: Request) -> frozenset[str]:
    """Return what matters, and see that the comparison of all completions says the same."""
    before = advisor._worlds(request)[0].outlook.layout
    layout = Layout(before.compiled, before.situation, exact=True)
    ground = layout.compiled.ground
    goals = tuple(goal.id for goal in ground.goals)
    found = frozenset(unknown_ids(layout, look_ahead(layout).relevant))
    assert found == mattering(ground.catalog, before.situation, goals, MOST)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("event", EVENTS)
def test_what_is_asked_is_what_changes_the_advice(
    shipped: Catalog, advisor: Advisor, event: str
) -> None:
    chance = Random(event)
    known = [one for one in shipped.scenarios.values() if one.events == (event,)]
    compared, asked = 0, set[str]()
    for scenario in chance.sample(known, min(len(known), examples(4))):
        request = read_request(shipped, as_raw(scenario), scenario.date)
        request = complete(advisor, request)
        for number in range(2, LEFT_OUT + 1):
            try:
                asked |= compare(advisor, without(chance, request, number))
            except TooMany:
                continue
            compared += 1
    assert compared > examples(4), "too few could be compared"
    assert asked, "nothing ever mattered"
