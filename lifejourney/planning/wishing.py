"""Who waits for a paper that they asked for by name: it is preferred to every other way."""

from collections.abc import Callable
from typing import Generic

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Need
from lifejourney.planning.ranks import ranks_of
from lifejourney.planning.state import Given


class Wishes(Generic[M]):
    """Hold for each need who waits for what they wish for, and takes no other way meanwhile.

    Only for what can be had at all; among several wishes by rank. A wish is given up where
    nothing more can be reached: in a circle it would wait for itself.
    """

    def __init__(self, ground: Ground, given: Given[M]) -> None:
        self.ground = ground
        self.given = given
        self.column = given.column
        self.waiting: dict[int, M] = {}

    def listen(self, need: Need) -> None:
        """Note who waits with a need; not where what was asked for may follow."""
        who = self.column.none
        for way in need.ways if need.requirement.supplied_later is None else ():
            if way.paper in self.given.can:
                who = who | (self.given.can[way.paper] & self.given.truth[way.when])
        if self.column.some(who):
            self.waiting[need.number] = who

    def ranks_of(self, need: Need, waiting: M) -> list[dict[int, M]]:
        """Return who has each way at which rank: those who wait have what they wish for alone."""
        truth, can, column = self.given.truth, self.given.can, self.column
        wished = [way for way in need.ways if way.paper in can]
        standing = ((way.rank, truth[way.when] & can[way.paper]) for way in wished)
        among = dict(zip(wished, ranks_of(standing, column), strict=True))
        plain = ranks_of(((way.rank, truth[way.when]) for way in need.ways), column)
        found: list[dict[int, M]] = []
        for way, ranks in zip(need.ways, plain, strict=True):
            mine = {rank: who & ~waiting for rank, who in ranks.items()}
            for rank, who in among.get(way, {}).items():
                mine[rank] = mine.get(rank, column.none) | (who & waiting)
            found.append(mine)
        return found

    def taking(self, who: M, need: Need, number: int) -> M:
        """Return who of these takes a way of a need though they may wait for another."""
        waiting = self.waiting.get(need.number)
        is_wished = waiting is None or need.ways[number].paper in self.given.can
        return who if waiting is None or is_wished else who & ~waiting

    def to_give_up(self, had: Callable[[Need, int], M], lacks: Callable[[int], M]) -> dict[int, M]:
        """Return with which need everybody gives up the first wish that another way is there for.

        `had`: who has the paper of a way; `lacks`: whose need is not met.
        """
        found: dict[int, M] = {}
        left = self.column.all
        for number in sorted(self.waiting, key=self._order):
            need, who = self.ground.needs[number], self.column.none
            for way in range(len(need.ways)):
                who = who | had(need, way)
            who = who & left & lacks(number) & self.waiting[number]
            if self.column.some(who):
                found[number] = who
                left = left & ~who
        return found

    def _order(self, number: int) -> tuple[str, str, int]:
        owner = self.ground.instances[self.ground.owners[number]]
        return owner.service.code, owner.member, number
