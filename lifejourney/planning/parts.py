"""The parts of an advice as masks: two people with the same bits get the same advice."""

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground
from lifejourney.planning.state import Chosen, Given


def asked_for(ground: Ground, given: Given[M], goal: int) -> M:
    """Return for whom a goal is called for, and applies if it is a service."""
    mask = given.truth[ground.goals[goal].when] & given.column.all
    return mask & _applies(ground, given, goal)


def hopeless(ground: Ground, given: Given[M], chosen: Chosen[M], goal: int) -> M:
    """Return for whom a goal is pursued and cannot be reached."""
    when = given.truth[ground.goals[goal].when] & given.column.all
    pursued = given.asked.get(goal, when)
    return pursued & _applies(ground, given, goal) & ~chosen.goals[goal]


def _applies(ground: Ground, given: Given[M], goal: int) -> M:
    instance = ground.goals[goal].instance
    if instance is None:
        return given.column.all
    return given.truth[ground.instances[instance].applies]


def parts_of_advice(ground: Ground, given: Given[M], chosen: Chosen[M]) -> list[M]:
    """Return for whom each verdict, step, result, order and way holds."""
    goals = range(len(ground.goals))
    masks = [asked_for(ground, given, goal) for goal in goals]
    masks += [hopeless(ground, given, chosen, goal) for goal in goals]
    masks += [*chosen.steps.values(), *chosen.makes.values(), *chosen.edges.values()]
    return masks + _ways(ground, chosen)


def _ways(ground: Ground, chosen: Chosen[M]) -> list[M]:
    none = chosen.found.column.none
    masks: list[M] = []
    for one, step in sorted(chosen.steps.items()):
        instance = ground.instances[one]
        doing = [(need, step) for need in instance.needs]
        for number in instance.makings:
            made = chosen.makes.get(number, none)
            doing += [(need, made) for need in ground.makings[number].needs]
        for need, who in doing:
            masks += [who & mask for mask in chosen.found.way.get(need.number, {}).values()]
    return masks
