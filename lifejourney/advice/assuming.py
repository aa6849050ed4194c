"""What the plan that is shown supposes of what is still open."""

from collections.abc import Sequence

from lifejourney.advice.model import Assumption
from lifejourney.advice.world import World


def assumed(worlds: Sequence[World], identities: Sequence[str]) -> tuple[Assumption, ...]:
    """Return what is supposed: who is who, then what the plan tells of the likeliest world."""
    main = worlds[0]
    open_ids = set(identities)
    for world in worlds:
        open_ids.update(world.ids(world.outlook.relevant))
    found = [
        Assumption(f"persons:{role}", value)
        for role, value in main.supposed.items()
        if f"persons:{role}" in open_ids
    ]
    layout = main.outlook.layout
    for number, value in main.outlook.assumed.items():
        unknown = layout.unknowns[number]
        # That there is nobody of a kind goes without saying; it may also hurt to read.
        nobody = unknown.kind == "count" and unknown.values[value] == 0
        if unknown.kind == "speed" or nobody:
            continue
        (id_,) = main.ids((number,))
        told = number in main.outlook.variations.telling
        if id_ not in open_ids or unknown.kind == "rest" or not told:
            continue
        fact = (unknown.key[0], unknown.key[1]) if unknown.kind == "fact" else None
        paper = (unknown.key[0], unknown.key[1]) if unknown.kind in ("paper", "choice") else None
        found.append(Assumption(id_, _supposed(main, number, value), fact, paper))
    return tuple(found)


def _supposed(world: World, number: int, value: int) -> object:
    """Return a supposed value: of results, the one that is pursued in the end."""
    unknown = world.outlook.layout.unknowns[number]
    plan = world.outlook.plan
    if unknown.kind == "rivals":
        chosen = [n for n in unknown.values if n in plan.reached] or [unknown.values[value]]
        goal = world.ground.goals[chosen[0]]
        return goal.call.target, goal.member
    if unknown.kind == "choice":
        made = {paper for step in plan.steps for paper in step.makes}
        return next((kind for kind in unknown.values if kind in made), unknown.values[value])
    return unknown.values[value]
