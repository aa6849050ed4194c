"""What the plan would be otherwise: another service for a paper, a rival goal, another kind."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lifejourney.advice.model import Advice, Otherwise, PlannedStep
from lifejourney.planning import Outlook, Plan
from lifejourney.planning.comparing import kinds, other_ways, rivals

Arranged = Callable[[Plan], Advice]
"""Return the advice with the steps of another plan, and what is reckoned from them."""


def with_others(advice: Advice, outlook: Outlook, arranged: Arranged) -> Advice:
    """Return the advice with the ways not chosen, with goals that are rivals, with open kinds."""
    shown = {step.id: step for step in advice.steps}
    return replace(
        advice,
        not_chosen=tuple(_not_chosen(outlook, shown, arranged)),
        rivals=tuple(_rivals(outlook, arranged)),
        kinds=tuple(_kinds(outlook, arranged)),
    )


def _not_chosen(
    outlook: Outlook, shown: dict[str, PlannedStep], arranged: Arranged
) -> Iterator[Otherwise]:
    """Yield the other producers of what steps of the shown plan make."""
    instances = outlook.ground.instances
    point = outlook.point(outlook.given.column.all)
    for way in other_ways(outlook.layout, point, outlook.plan):
        taken = shown.get(instances[way.taken].id)
        if taken is not None and taken.status != "done":
            other = arranged(way.plan)
            yield Otherwise(way.paper, taken.id, instances[way.other].id, other)


def _rivals(outlook: Outlook, arranged: Arranged) -> Iterator[Otherwise]:
    """Yield each of several goals that exclude one another, the pursued one among them."""
    goals = outlook.ground.goals
    point = outlook.point(outlook.given.column.all)
    for rival in rivals(outlook.layout, point):
        goal = goals[rival.goal]
        beside = next(goals[n].id for n in rival.group if n != rival.goal)
        yield Otherwise((goal.call.target, goal.member), beside, goal.id, arranged(rival.plan))


def _kinds(outlook: Outlook, arranged: Arranged) -> Iterator[Otherwise]:
    """Yield each kind that can be had of what is still to be chosen, the shown one among them."""
    point = outlook.point(outlook.given.column.all)
    for one in kinds(outlook.layout, point):
        general, kind = ("@".join(paper) for paper in (one.general, one.kind))
        yield Otherwise(one.general, general, kind, arranged(one.plan))
