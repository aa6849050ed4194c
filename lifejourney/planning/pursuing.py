"""What is chosen in given completions, by what the person prefers, and the plans of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

from lifejourney.lanes.completions import Completions, Node
from lifejourney.planning.choice import choose, settle
from lifejourney.planning.columns import Layout, Point
from lifejourney.planning.plan import Plan, make_plans
from lifejourney.planning.preferring import prefer
from lifejourney.planning.state import Chosen, Found, Given

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Pursued:
    """Hold what is given and chosen in several completions, a bit each.

    `proven`: in which of them no plan is better by what the person prefers.
    """

    given: Given[int]
    chosen: Chosen[int]
    proven: int


def pursue(layout: Layout, points: Sequence[Point]) -> Pursued:
    """Choose in each of several completions what the person prefers."""
    ground, competing = layout.compiled.ground, layout.compiled.competing
    given = settle(ground, layout.people(points))
    if layout.objective is None:
        return Pursued(given, choose(ground, given, competing), given.column.all)
    allowed: dict[int, int] = {one.number: 0 for one in ground.instances}
    ways: dict[int, dict[int, int]] = {}
    proven = 0
    for bit, point in enumerate(points):
        alone = settle(ground, layout.people([point]))
        found = prefer(ground, alone, competing, layout.objective)
        proven |= found.proven << bit
        for number in allowed:
            allowed[number] |= found.given.allowed.get(number, 1) << bit
        for need, taken in (found.given.ways or {}).items():
            for way, who in taken.items():
                masks = ways.setdefault(need, {})
                masks[way] = masks.get(way, 0) | who << bit
    given = replace(given, allowed=allowed, ways=ways)
    return Pursued(given, choose(ground, given, competing), proven)


def plans_of(layout: Layout, points: Sequence[Point]) -> tuple[Plan, ...]:
    """Return the plan of each of several completions, equal ones worked out once."""
    if not points:
        return ()
    distinct = list(dict.fromkeys(points))
    pursued = pursue(layout, distinct)
    plans = make_plans(layout.compiled.ground, pursued.given, pursued.chosen, len(distinct))
    by_point = {
        point: replace(plan, proven=bool(pursued.proven >> bit & 1))
        for bit, (point, plan) in enumerate(zip(distinct, plans, strict=True))
    }
    return tuple(by_point[point] for point in points)


def pursue_all(layout: Layout, diagram: Completions, given: Given[Node]) -> Chosen[Node]:
    """Choose in every completion what the person prefers, one by one.

    `given` is what is given in all of them; for situations that have few.
    """
    nodes: dict[Point, Node] = {}
    for values in product(*(range(len(unknown.values)) for unknown in layout.unknowns)):
        mask = given.column.all
        for number, value in enumerate(values):
            mask = mask & diagram.is_value(number, value)
        if given.column.some(mask):
            point = tuple(u.values[v] for u, v in zip(layout.unknowns, values, strict=True))
            nodes[point] = mask
    chosen = pursue(layout, list(nodes)).chosen
    masks = list(nodes.values())

    def lifted(who: int) -> Node:
        return diagram.any_of(mask for bit, mask in enumerate(masks) if who >> bit & 1)

    return _lift(chosen, given, lifted)


def _lift(chosen: Chosen[int], given: Given[Node], lifted: Callable[[int], Node]) -> Chosen[Node]:
    """Return what was chosen in single completions as masks over all of them."""

    def each(masks: Mapping[K, int]) -> dict[K, Node]:
        return {key: lifted(who) for key, who in masks.items()}

    found = chosen.found
    return Chosen(
        Found(
            given.column,
            each(found.ready),
            {number: each(times) for number, times in found.finish.items()},
            {need: each(ways) for need, ways in found.way.items()},
            {paper: each(sources) for paper, sources in found.source.items()},
            each(found.had),
        ),
        each(chosen.steps),
        each(chosen.makes),
        each(chosen.takes),
        each(chosen.edges),
        [lifted(who) for who in chosen.goals],
        each(chosen.results),
        each(chosen.served),
    )
