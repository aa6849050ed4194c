"""Which services compete to make the same paper, and whose finish decides between them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Behind, Making, Paper
from lifejourney.planning.state import Given
from lifejourney.program import TRUE

Pair = tuple[int, ...]


@dataclass(frozen=True)
class Competing:
    """Hold the makings that can compete for a paper, in pairs, whatever is answered."""

    ground: Ground
    pairs: tuple[Pair, ...] = ()

    def among(self, makings: Collection[int]) -> tuple[Pair, ...]:
        """Return the pairs of which both are among these makings."""
        found = (pair for number in makings for pair in self._by_first.get(number, ()))
        return tuple(sorted(pair for pair in found if pair[1] in makings))

    @cached_property
    def _by_first(self) -> dict[int, list[Pair]]:
        found: dict[int, list[Pair]] = {}
        for pair in self.pairs:
            found.setdefault(pair[0], []).append(pair)
        return found

    def timed(self, behind: Behind) -> frozenset[int]:
        """Return the instances of a part of the graph on whose finish some choice can depend."""
        pairs = self.among(behind.makings)
        rivals = {self.ground.makings[number].instance for pair in pairs for number in pair}
        leads_to = self.ground.downstream
        return frozenset(
            number
            for number in (behind.instances if rivals else ())
            if not rivals.isdisjoint(leads_to[number])
        )


def competitions(ground: Ground, given: Given[M]) -> Competing:
    """Return the makings that compete for a paper, in pairs, if they can both apply.

    A producer that needs a kind of that very paper never competes for it.
    """
    column = given.column
    can = {
        making.number: given.truth[making.when]
        & given.truth[ground.instances[making.instance].applies]
        for making in ground.makings
    }
    found: dict[Pair, None] = {}
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
    return Competing(ground, tuple(found))


def _needs_always(ground: Ground, making: Making, kinds: tuple[Paper, ...]) -> bool:
    needs = (*ground.instances[making.instance].needs, *making.needs)
    return any(
        need.when == TRUE
        and need.requirement.supplied_later is None
        and all(way.paper in kinds for way in need.ways)
        for need in needs
    )
