"""Law 9: every service left out says why, and what would have to change; tried one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given

from lifejourney import Advisor, Catalog, InvalidRequest, open_catalog, read_request
from lifejourney.advice import Explanation, ForPerson
from lifejourney.advice.explained import explain_in
from lifejourney.advice.whatif import changeable_facts
from lifejourney.advice.world import World
from lifejourney.answers import Request
from lifejourney.answers.situating import place
from lifejourney.scenarios import as_raw
from lifejourney.vocabulary import Fact
from tests.oracles.catalogs import RANDOM, draw_request, examples, law
from tests.oracles.draft import Draft
from tests.unit.planning.tiny import DAY

SHIPPED = Path(__file__).resolve().parents[2] / "catalog"
FactKey = tuple[str, str]
Way = tuple[tuple[FactKey, object], ...]


def with_changeable(chance: Random, catalog: Catalog) -> Catalog:
    """Let some facts of a drawn catalog be such as can change."""
    facts = tuple(
        replace(
            fact,
            changeable=(can := chance.randrange(100) < 60),
            forward=can and chance.randrange(100) < 30,
        )
        for fact in catalog.facts
    )
    return replace(catalog, facts=facts)


def is_let_in(catalog: Catalog, request: Request) -> bool:
    """Tell whether the door would take these answers."""
    told = {True: "true", False: "false"}
    answers = {
        f"{who}.{fact}": told[value] if isinstance(value, bool) else str(value)
        for (who, fact), value in request.facts.items()
    }
    body = {
        "events": list(request.events), "persons": dict(request.persons), "answers": answers
    }  # fmt: skip
    try:
        read_request(catalog, body, DAY)
    except InvalidRequest as error:
        return all(problem.code != "contradiction" for problem in error.problems)
    return True


def can_be(world: World) -> bool:
    """Tell whether some completion of the answers breaks no constraint."""
    column = world.outlook.given.column
    return column.some(column.all)


@dataclass
class Trying:
    """Change answers one after the other, and ask for a new plan each time."""

    catalog: Catalog
    request: Request

    @cached_property
    def advisor(self) -> Advisor:
        return Advisor(self.catalog)

    @cached_property
    def world(self) -> World:
        return self.advisor._worlds(self.request)[0]

    @cached_property
    def keys(self) -> tuple[FactKey, ...]:
        """Return the answers that may be changed, as the request names them."""
        free = changeable_facts(self.world)
        cast = self.world.cast
        return tuple(key for key in self.request.facts if (place(cast, key[0]), key[1]) in free)

    def values(self, key: FactKey) -> list[object]:
        fact, told = self._fact(key), self.request.facts[key]
        values: Mapping[str, list[object]] = {
            "boolean": [False, True],
            "choice": list(fact.options),
            "integer": list(range(int(fact.maximum or 9) + 1)),
        }
        possible = values[fact.type]
        if fact.forward:
            return possible[possible.index(told) + 1 :]
        return [value for value in possible if value != told]

    def _fact(self, key: FactKey) -> Fact:
        member = place(self.world.cast, key[0]) or ""
        found = [self.catalog.fact(r, key[1]) for r in self.world.cast.members[member].roles]
        return next(fact for fact in found if fact is not None)

    def ways(self, together: int) -> Iterator[Way]:
        for keys in combinations(self.keys, together):
            for values in product(*(self.values(key) for key in keys)):
                yield tuple(zip(keys, values, strict=True))

    @cached_property
    def tried(self) -> dict[Way, frozenset[str] | None]:
        return {}

    def steps(self, way: Way) -> frozenset[str] | None:
        """Return the steps of the plan with other answers, None if they cannot be."""
        if way not in self.tried:
            request = replace(self.request, facts={**self.request.facts, **dict(way)})
            self.tried[way] = self._planned(request, way)
        return self.tried[way]

    def _planned(self, request: Request, way: Way) -> frozenset[str] | None:
        if not is_let_in(self.catalog, request):
            return None
        worlds = self.advisor._worlds(request)
        if not can_be(worlds[0]):
            return None
        advice = self.advisor._advise(request, worlds)
        aside = {fact for fact, _ in advice.set_aside}
        if any(f"{place(worlds[0].cast, key[0])}.{key[1]}" in aside for key, _ in way):
            return None
        return frozenset(step.instance.id for step in worlds[0].outlook.plan.steps)

    def flipping(self, id_: str, together: int, *, is_in: bool) -> set[Way]:
        return {
            way
            for way in self.ways(together)
            if (steps := self.steps(way)) is not None and (id_ in steps) != is_in
        }


def assert_smallest(trying: Trying, id_: str, one: ForPerson) -> None:
    """Check what is said to bring a step in or out against every change there is."""
    assert one.changes is not None
    is_in = id_ in (trying.steps(()) or ())
    assert one.changes.would == ("remove" if is_in else "add")
    told = [
        frozenset(((change.member, change.fact), change.new) for change in way)
        for way in one.changes.ways
    ]
    for together in (1, 2):
        found = trying.flipping(id_, together, is_in=is_in)
        cast = trying.world.cast
        mine = {
            frozenset(((place(cast, key[0]), key[1]), value) for key, value in way) for way in found
        }
        if found:
            assert told, (id_, found)
            assert set(told) <= mine, (id_, told, mine)
            assert len(told) == min(3, len(told) + one.changes.others)
            return
    assert not told, (id_, told)


def assert_explained(one: ForPerson) -> None:
    """Check that what is in the plan says why, and what is not what stands against it."""
    if one.status in ("certain", "done"):
        assert one.why
    elif one.status == "possible":
        assert one.open_ or one.why
    else:
        assert one.why_not or one.open_, one


def explained(trying: Trying) -> Iterator[tuple[str, ForPerson]]:
    """Explain every service of the graph of a request."""
    worlds = trying.advisor._worlds(trying.request)
    advice = trying.advisor._advise(trying.request, worlds)
    for slug in sorted({one.service.slug for one in trying.world.ground.instances}):
        service = trying.catalog.services[slug]
        found: Explanation = explain_in(advice, worlds, service)
        for one in found.people:
            yield f"{service.code}@{one.member}", one


def check(trying: Trying) -> None:
    """Check a request that the door lets in: nobody is told apart from who turns out to be them."""
    assume(0 < len(trying.keys) < 6 and is_let_in(trying.catalog, trying.request))
    explain_all(trying)


def explain_all(trying: Trying) -> None:
    """Check what is said of every service of the graph of a request."""
    instances = {one.id for one in trying.world.ground.instances}
    for id_, one in explained(trying):
        assert_explained(one)
        if id_ in instances:
            assert_smallest(trying, id_, one)


@law(15)
@given(RANDOM)
def test_the_smallest_change_does_it_and_none_means_none(chance: Random) -> None:
    """Brute force over every change of one or two answers finds the same."""
    catalog = with_changeable(chance, replace(Draft(chance).catalog(), constraints=()))
    check(Trying(catalog, draw_request(chance, catalog)))


@law(8)
@given(RANDOM)
def test_changes_that_contradict_do_not_count(chance: Random) -> None:
    """The same where answers can contradict one another."""
    catalog = with_changeable(chance, Draft(chance).catalog())
    request = draw_request(chance, catalog)
    assume(catalog.constraints and is_let_in(catalog, request))
    trying = Trying(catalog, request)
    assume(can_be(trying.world))
    check(trying)


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return open_catalog(SHIPPED)


@pytest.mark.slow
@pytest.mark.parametrize("event", ["birth", "death"])
@pytest.mark.parametrize("part", range(4))  # so that they can run beside each other
def test_every_service_of_the_shipped_events_is_explained(
    shipped: Catalog, event: str, part: int
) -> None:
    """Over the scenarios of one event: what is not in the plan says why, or what decides it."""
    scenarios = [one for one in shipped.scenarios.values() if one.events == (event,)]
    for scenario in scenarios[part::4]:
        request = read_request(shipped, as_raw(scenario), scenario.date)
        for _, one in explained(Trying(shipped, request)):
            assert_explained(one)


MOST_WAYS = 80


def few_ways(trying: Trying) -> bool:
    """Tell whether every change of one or two answers can be tried."""
    if any(trying._fact(key).type not in {"boolean", "choice"} for key in trying.keys):
        return False
    return 0 < len([*trying.ways(1), *trying.ways(2)]) <= MOST_WAYS


@pytest.mark.slow
@pytest.mark.parametrize("event", ["birth", "school", "work", "business", "death"])
def test_the_smallest_change_of_the_shipped_events_does_it(shipped: Catalog, event: str) -> None:
    """Brute force over every change of one or two answers, for every service."""
    scenarios = [one for one in shipped.scenarios.values() if one.events == (event,)]
    chance = Random(event)  # noqa: S311 - chance makes examples
    chance.shuffle(scenarios)
    tried = 0
    for scenario in scenarios:
        trying = Trying(shipped, read_request(shipped, as_raw(scenario), scenario.date))
        if few_ways(trying):
            explain_all(trying)
            tried += 1
        if tried == examples(6):
            return
    assert tried, "nothing to change in any of them"
