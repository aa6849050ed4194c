"""Which services compete to make the same paper, and whose finish decides between them."""

from collections.abc import Iterable

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground, Making, Paper
from lifejourney.planning.state import Given
from lifejourney.program import TRUE


def competitions(ground: Ground, given: Given[M]) -> tuple[tuple[int, ...], ...]:
    """Return the makings that compete for a paper, in pairs, if they can both apply.

    A producer that needs a kind of that very paper never competes for it.
    """
    column = given.column
    can = {
        making.number: given.truth[making.when]
        & given.truth[ground.instances[making.instance].applies]
        for making in ground.makings
    }
    found: dict[tuple[int, ...], None] = {}
    for paper, kinds in ground.kinds.items():
        # Where the general paper is itself one of the results, no other kind stands in for it.
        alone = any(making.paper == paper for making in ground.makings)
        same = (paper,) if alone and paper in ground.choices else kinds
        makers = [
            making
            for making in ground.makings
            if making.paper in kinds and not _needs_always(ground, making, same)
        ]
        for number, one in enumerate(makers):
            for other in makers[number + 1 :]:
                both = can[one.number] & can[other.number]
                if one.instance != other.instance and column.some(both):
                    found[one.number, other.number] = None
    return tuple(found)


def timed_by(ground: Ground, pairs: Iterable[tuple[int, ...]]) -> frozenset[int]:
    """Return the instances whose finish decides between competing makings, with all before them."""
    todo = [ground.makings[number].instance for pair in pairs for number in pair]
    needs = [need for number in todo for need in ground.needs_of(ground.instances[number])]
    return frozenset(todo).union(*(ground.upstream[need.number] for need in needs))


def _needs_always(ground: Ground, making: Making, kinds: tuple[Paper, ...]) -> bool:
    needs = (*ground.instances[making.instance].needs, *making.needs)
    return any(
        need.when == TRUE
        and need.requirement.supplied_later is None
        and all(way.paper in kinds for way in need.ways)
        for need in needs
    )
