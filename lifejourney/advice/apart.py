"""Reasons for an update that cannot wait for the others: they are an earlier step."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lifejourney.advice.model import Advice, DueDate, PlannedStep
from lifejourney.advice.world import World
from lifejourney.planning import AGAIN, Apart, Plan, Step

Dated = Callable[[Plan], tuple[PlannedStep, ...]]
"""Return the steps of a plan with their dates."""


def in_time(plan: Plan, dated: Dated) -> Plan:
    """Return a plan in which no reason for an update waits for another past a deadline.

    Together by default; of the ways to put some of them first, the one with the fewest days late,
    then the one with most of them in the earlier step.
    """
    if not any(_is_together(step) for step in plan.steps):
        return plan
    apart: Apart = ()
    steps = dated(plan)
    while late := _days_late(steps):
        ways: list[tuple[int, int, Apart, Plan]] = []
        for group in _groups(steps):
            other = plan.split((*apart, group))
            if other is not None:
                ways.append((_days_late(dated(other)), -len(group), (*apart, group), other))
        best = min(ways, key=lambda way: way[:2], default=None)
        if best is None or best[0] >= late:
            break
        _, _, apart, plan = best
        steps = dated(plan)
    return plan


def taken_before(advices: Iterable[Advice], id_: str) -> PlannedStep | None:
    """Return a step that was done at an earlier time (`LJ-0021@family#2`), by plans without it.

    If none of them puts anything first, it was for the reasons whose papers are there.
    """
    whole, _, _ = id_.partition(AGAIN)
    together: PlannedStep | None = None
    for advice in advices:
        steps = {step.id: step for step in advice.steps}
        if id_ in steps:
            return steps[id_]
        together = _for_what_is_there(steps, whole) or together
    return None if together is None else replace(together, id=id_)


def _for_what_is_there(steps: Mapping[str, PlannedStep], id_: str) -> PlannedStep | None:
    """Return a step for those of its reasons that wait for no other step, if some do."""
    step = steps.get(id_)
    if step is None or step.step is None or not _is_together(step.step):
        return None
    waiting = {
        ask.need.number
        for ask, maker in zip(step.asks, step.ask_steps, strict=True)
        if maker is not None and (maker not in steps or steps[maker].status != "done")
    }
    makings = step.step.makings
    ready = tuple(m for m in makings if waiting.isdisjoint(need.number for need in m.needs))
    if len(ready) in (0, len(makings)):
        return None
    return replace(step, makes=tuple(making.paper for making in ready))


def over(step: PlannedStep) -> PlannedStep:
    """Return a step as one that is done."""
    return replace(
        step, status="done", after=(), asks=(), ask_steps=(), depends_on=(), when=None, visit=None
    )


def is_due(world: World, due: DueDate | None, step: Step) -> bool:
    """Tell whether a deadline is about what a step is taken for.

    What counts from a day of somebody else (the death of one on the family card) is a matter of
    those reasons for an update that concern them.
    """
    if due is None or due.fact is None or step.instance.service.updates is None:
        return True
    member = due.fact[0]
    if member == step.instance.member or not step.makings:
        return True
    makings = world.ground.makings
    concerned = [m for m in step.instance.makings if world.concerns(makings[m], member)]
    return not concerned or any(making.number in concerned for making in step.makings)


def _is_together(step: Step) -> bool:
    """Tell whether a step is an update for several reasons."""
    updates = step.instance.service.updates is not None
    return updates and step.part[1] == 0 and len(step.makings) > 1


def _days_late(steps: Sequence[PlannedStep]) -> int:
    """Return by how many days deadlines are missed, for each paper that a step makes."""
    found = 0
    for step in steps:
        due = step.due_day if step.due is None or step.due.rule.binding else None
        if step.when is not None and due is not None:
            found += max(0, (step.when.timing.start - due).days) * max(1, len(step.makes))
    return found


def _groups(steps: Sequence[PlannedStep]) -> Iterator[frozenset[int]]:
    """Yield the reasons of one update that are ready before the others of it."""
    finish = {one.id: one.when.timing.finish for one in steps if one.when is not None}
    for step in steps:
        if step.step is None or step.when is None or not _is_together(step.step):
            continue
        own = {need.number: m.number for m in step.step.makings for need in m.needs}
        ready = {making.number: date.min for making in step.step.makings}
        for ask, maker in zip(step.asks, step.ask_steps, strict=True):
            making = own.get(ask.need.number)
            if making is not None and maker in finish:
                ready[making] = max(ready[making], finish[maker])
        days = sorted(set(ready.values()))
        for day in days[:-1]:
            yield frozenset(making for making, when in ready.items() if when <= day)
