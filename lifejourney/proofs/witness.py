"""Find answers that make a service a step of the plan: its witness."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from lifejourney.advice.world import World
from lifejourney.lanes.completions import Node
from lifejourney.planning import (
    Compiled,
    Ground,
    Layout,
    Outlook,
    Paper,
    Point,
    build_ground,
    look_ahead,
    plans_of,
)
from lifejourney.program import TRUE
from lifejourney.proofs.worlds import Said, Worlds

TRIES: Final = 64
"""Completions of one world that are looked at before a service is left undecided."""


@dataclass(frozen=True)
class Found:
    """Hold a completion of a world in which a step is taken; `said` of the persons before."""

    world: World
    instance: int
    point: Point
    said: Said


@dataclass(frozen=True)
class Search:
    """Say what was found for a service; `decided` is false where the search was given up."""

    found: Found | None
    decided: bool = True


def find_witness(worlds: Worlds, service: str) -> Search:
    """Search the worlds of each event, then with a wish, then those of two events at once."""
    decided = True
    for search in _searches(worlds, service):
        if search.found is not None:
            return search
        decided = decided and search.decided
    return Search(None, decided and not worlds.undecided)


def _searches(worlds: Worlds, service: str) -> Iterator[Search]:
    for world in worlds.alone():
        yield _in_world(worlds, world, service)
    for world in worlds.alone():
        yield _with_a_wish(worlds, world, service)
    for world in worlds.together(lambda layout: _can_apply(layout, service)):
        yield _in_world(worlds, world, service)
        yield _with_a_wish(worlds, world, service)


def _can_apply(layout: Layout, service: str) -> bool:
    """Tell whether a service is in reach of the events and applies in some completion."""
    ground = layout.compiled.ground
    able = _able(ground)
    instances = [i for i in ground.instances if i.service.slug == service and i.number in able]
    if not instances:
        return False
    _, given = layout.completions()
    return any(given.column.some(given.truth[i.applies] & given.column.all) for i in instances)


def _able(ground: Ground) -> set[int]:
    """Return the instances whose papers can be had at all, whatever the conditions say."""
    had = {
        paper for paper in ground.papers if paper in ground.available or paper in ground.holdable
    }
    able: set[int] = set()
    while True:
        more = {
            one.number
            for one in ground.instances
            if one.number not in able
            and all(
                any(kind in had for way in need.ways for kind in ground.kinds[way.paper])
                for need in one.needs
                if need.when == TRUE and need.requirement.supplied_later is None
            )
        }
        if not more:
            return able
        able |= more
        had |= {making.paper for making in ground.makings if making.instance in more}


def _in_world(worlds: Worlds, world: World, service: str, said: Said | None = None) -> Search:
    """Search the completions of one world."""
    decided = True
    outlook = world.outlook
    wished = outlook.layout.situation.wanted
    for instance in world.ground.instances:
        mask = outlook.chosen.steps.get(instance.number, outlook.given.column.none)
        if instance.service.slug != service or not outlook.given.column.some(mask):
            continue
        told = _sayable(outlook, mask)
        point = _verified(outlook, instance.number, told)
        if point is not None:
            return Search(Found(world, instance.number, point, said or {}))
        again = None if said or wished else _counted(worlds, world, service, mask)
        if again is not None:
            return again
        decided = False
    return Search(None, decided)


def _sayable(outlook: Outlook, mask: Node) -> Node:
    """Return the completions that can be told: nobody uncounted, no goal without a name."""
    for number, unknown in enumerate(outlook.layout.unknowns):
        values = [
            value
            for value, meant in enumerate(unknown.values)
            if not (unknown.kind == "rest" and meant)
            and not (
                unknown.kind == "rivals"
                and value > 0
                and wish_for(outlook.ground, unknown.key, int(meant)) is None
            )
        ]
        if len(values) < len(unknown.values):
            told = outlook.diagram.any_of(outlook.diagram.is_value(number, v) for v in values)
            mask = mask & told
    return mask


def wish_for(ground: Ground, rivals: tuple[int, ...], goal: int) -> Paper | None:
    """Return a paper that asks for one of several rival goals and for none before it."""
    earlier = rivals[: rivals.index(goal)]
    before = {paper for number in earlier for paper in _leads_to(ground, number)}
    return next((paper for paper in _leads_to(ground, goal) if paper not in before), None)


def _leads_to(ground: Ground, number: int) -> tuple[Paper, ...]:
    """Return the papers by which a goal can be asked for."""
    goal = ground.goals[number]
    if goal.paper is not None:
        return ground.kinds[goal.paper]
    made = () if goal.instance is None else ground.instances[goal.instance].makings
    return tuple(ground.makings[making].paper for making in made)


def _counted(worlds: Worlds, world: World, service: str, mask: Node) -> Search | None:
    """Search again once it is said how many people there are."""
    outlook = world.outlook
    point = outlook.point(mask)
    counts: dict[str, int | str] = {
        unknown.key[0]: int(str(point[number]))
        for number, unknown in enumerate(outlook.layout.unknowns)
        if unknown.kind == "count"
    }
    if not counts:
        return None
    told = {**counts, **world.supposed}
    for one in worlds.of(world.cast.events, told):
        search = _in_world(worlds, replace(one, supposed=world.supposed), service, counts)
        if search.found is not None:
            return search
    return None


def _verified(outlook: Outlook, instance: int, mask: Node) -> Point | None:
    """Return a completion of which the plan, worked out by itself, takes the step.

    Where much is unknown the diagram leaves open what is faster, so not all that it holds do.
    """
    column = outlook.given.column
    loose: Node = outlook.chosen.loose.get(instance, column.none)
    for some in (mask & ~loose, mask & loose):
        if not column.some(some):
            continue
        for points in _tried(outlook, some):
            plans = plans_of(outlook.layout, points)
            for point, plan in zip(points, plans, strict=True):
                if any(step.instance.number == instance for step in plan.steps):
                    return point
    return None


def _tried(outlook: Outlook, mask: Node) -> Iterator[list[Point]]:
    """Yield the likeliest completion in a mask, then, if that is not enough, those nearby."""
    yield [outlook.point(mask)]
    yield _nearby(outlook, mask)


def _nearby(outlook: Outlook, mask: Node) -> list[Point]:
    """Return completions in a mask: for each value of what matters the likeliest one."""
    column, unknowns = outlook.given.column, outlook.layout.unknowns
    masks = (
        mask & outlook.diagram.is_value(number, value)
        for number in outlook.relevant
        for value in range(len(unknowns[number].values))
    )
    points = (outlook.point(one) for one in masks if column.some(one))
    return list(islice(dict.fromkeys(points), TRIES))


def _with_a_wish(worlds: Worlds, world: World, service: str) -> Search:
    """Search the completions of people who ask for a paper of the service by its name."""
    layout, decided = world.outlook.layout, True
    for paper in _wishes(world, service):
        situation = replace(layout.situation, wanted=frozenset({paper}))
        # Which services compete depends on what is wished for, as in every advice.
        compiled = Compiled(build_ground(world.ground.catalog, world.cast, (paper,)))
        outlook = look_ahead(Layout(compiled, situation))
        search = _in_world(worlds, replace(world, outlook=outlook), service)
        decided = decided and search.decided
        if search.found is not None:
            return search
    return Search(None, decided)


def _wishes(world: World, service: str) -> list[Paper]:
    """Return the papers of a service that some other service asks for."""
    ground, members = world.ground, world.cast.members
    asked = {way.paper for need in ground.needs for way in need.ways}
    found = [
        ground.makings[number].paper
        for instance in ground.instances
        if instance.service.slug == service
        for number in instance.makings
    ]
    return [
        paper
        for paper in dict.fromkeys(found)
        if paper in asked
        and any(
            ground.catalog.covers(ground.document(paper).of, role)
            for role in members[paper[1]].roles
        )
    ]
