"""What a plan would be with something in it done the other way: what was not chosen stays visible.

Two services that make the same paper are compared by leaving out the one that was chosen; rival
goals, and the kinds of a paper, by pursuing each of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lifejourney.planning.choice import choose, settle
from lifejourney.planning.columns import Layout, Point
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Paper
from lifejourney.planning.plan import Plan, make_plans
from lifejourney.planning.preferring import prefer
from lifejourney.planning.state import Given


@dataclass(frozen=True, slots=True)
class OtherWay:
    """Hold the plan in which another service makes a paper; both are instances of the graph."""

    paper: Paper
    taken: int
    other: int
    plan: Plan


@dataclass(frozen=True, slots=True)
class Rival:
    """Hold the plan in which one of several goals that exclude one another is pursued."""

    group: tuple[int, ...]
    goal: int
    plan: Plan


@dataclass(frozen=True, slots=True)
class OtherKind:
    """Hold the plan in which one kind of a paper is pursued, of which no kind is chosen yet."""

    general: Paper
    kind: Paper
    plan: Plan


def other_ways(layout: Layout, point: Point, plan: Plan) -> Iterator[OtherWay]:
    """Yield for each paper of a plan the other services that could make it, with their plans.

    Only where everything that the plan reaches is reached as well.
    """
    ground = layout.compiled.ground
    taken = {step.instance.number for step in plan.steps if not step.done}
    seen: set[tuple[int, int]] = set()
    given = settle(ground, layout.people([point]))
    for pair in layout.compiled.competing.pairs:
        for number, rival in (pair, pair[::-1]):
            one, other = ground.makings[number], ground.makings[rival]
            ways = (one.instance, other.instance)
            if number not in plan.makings or other.instance in taken or ways in seen:
                continue
            seen.add(ways)
            without = replace(given, allowed={one.instance: 0})
            found = _plan(layout, without)
            made = {step.instance.number for step in found.steps}
            if set(plan.reached) <= set(found.reached) and other.instance in made:
                yield OtherWay(one.paper, *ways, found)


def rivals(layout: Layout, point: Point) -> Iterator[Rival]:
    """Yield for each goal that excludes another, and can be reached, the plan that pursues it.

    Only of groups of which at least two can be reached.
    """
    ground = layout.compiled.ground
    given = settle(ground, layout.people([point]))
    for group in ground.rivals:
        called = [n for n in group if given.truth[ground.goals[n].when]]
        if len(called) <= 1:
            continue
        plans = {n: _plan(layout, _pursuing(given, group, n)) for n in called}
        can = {n: plan for n, plan in plans.items() if n in plan.reached}
        for number, plan in can.items() if len(can) > 1 else ():
            yield Rival(tuple(can), number, plan)


def kinds(layout: Layout, point: Point) -> Iterator[OtherKind]:
    """Yield for each kind that can be had of an open choice to be compared the plan with it.

    Only of choices that leave at least two.
    """
    ground = layout.compiled.ground
    compared = {goal.paper for goal in ground.goals if goal.call.compare}
    given = layout.people([point])
    for unknown in (one for one in layout.unknowns if one.kind == "choice"):
        general = (unknown.key[0], unknown.key[1])
        if general not in compared:
            continue
        plans = {
            kind: _plan(layout, _wanting(ground, given, general, kind)) for kind in unknown.values
        }
        can = {
            kind: plan
            for kind, plan in plans.items()
            if any(kind in step.makes for step in plan.steps)
        }
        for kind, plan in can.items() if len(can) > 1 else ():
            yield OtherKind(general, kind, plan)


def _wanting(ground: Ground, given: Given[int], general: Paper, kind: Paper) -> Given[int]:
    """Return what is given to somebody who wants one kind of a paper."""
    wanted = {one: int(one == kind) for one in given.kinds[general]}
    return settle(ground, replace(given, kinds={**given.kinds, general: wanted}))


def _pursuing(given: Given[int], group: tuple[int, ...], goal: int) -> Given[int]:
    """Return what is given to somebody who pursues one goal of a group."""
    return replace(given, asked={**given.asked, **{n: int(n == goal) for n in group}})


def _plan(layout: Layout, given: Given[int]) -> Plan:
    ground, competing = layout.compiled.ground, layout.compiled.competing
    if layout.objective is None:
        return make_plans(ground, given, choose(ground, given, competing), 1)[0]
    found = prefer(ground, given, competing, layout.objective)
    return make_plans(ground, found.given, found.chosen, 1)[0]
