"""By which ways a need can be met: what is open, what is at hand, what is wished for."""

from collections.abc import Iterator
from typing import Generic

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Need
from lifejourney.planning.ranks import ranks_of
from lifejourney.planning.state import HAND, Found, Given
from lifejourney.planning.wishing import Wishes


class Ways(Generic[M]):
    """Hold which ways are open to whom; more of them open as the search goes on.

    `ranks[need][way]`: who has a way at which rank, where not all ways are open to everybody.
    """

    def __init__(self, ground: Ground, given: Given[M], found: Found[M]) -> None:
        self.ground = ground
        self.given = given
        self.found = found
        self.column = given.column
        self.wishes = Wishes(ground, given)
        self.ranks: dict[int, list[dict[int, M]]] = {}
        self.opened: dict[tuple[int, int], M] = {}

    def listen(self, need: Need) -> None:
        """Lay out a need that somebody may have."""
        if self.given.can and self.given.ways is None:
            self.wishes.listen(need)
        self._rank(need)

    def _rank(self, need: Need) -> None:
        waiting = self.wishes.waiting.get(need.number)
        if waiting is not None:
            self.ranks[need.number] = self.wishes.ranks_of(need, waiting)
        elif need.ways and need.ways[0].rank != need.ways[-1].rank:
            standing = ((way.rank, self.given.truth[way.when]) for way in need.ways)
            self.ranks[need.number] = ranks_of(standing, self.column)

    def give_up(self, number: int, who: M) -> None:
        """Let these people meet a need as if they had no wish."""
        self.wishes.waiting[number] = self.wishes.waiting[number] & ~who
        self._rank(self.ground.needs[number])

    def open(self, need: Need, number: int) -> M:
        """Return to whom a way of a need is open."""
        if self.given.ways is not None:
            return self.given.ways.get(need.number, {}).get(number, self.column.none)
        if need.number not in self.ranks:
            return self.column.all
        first = self.ranks[need.number][number].get(0, self.column.none)
        opened = self.opened.get((need.number, number))
        return first if opened is None else first | opened

    def open_further(self, need: int, number: int, who: M) -> None:
        """Open a way to these too."""
        known = self.opened.get((need, number))
        self.opened[need, number] = who if known is None else known | who

    def had(self, need: Need, number: int) -> M:
        """Return who has the paper of a way that is one for them."""
        way = need.ways[number]
        return self.found.had.get(way.paper, self.column.none) & self.given.truth[way.when]

    def usable(self, need: Need, number: int) -> M:
        """Return who has the paper of a way and may take it."""
        return self.at_hand(need, number) | (self.had(need, number) & self.open(need, number))

    def at_hand(self, need: Need, number: int) -> M:
        """Return who holds the paper of a way, no substitute, and waits for no other."""
        way = need.ways[number]
        sources = {} if way.substitute else self.found.source.get(way.paper, {})
        hand = sources.get(HAND)
        if hand is None:
            return self.column.none
        return self.wishes.taking(self.had(need, number) & hand, need, number)

    def meeting(self, need: Need, number: int, source: int, who: M) -> M:
        """Return who of those that have the paper of a way now from a source takes it."""
        # What is at hand is never passed over for a paper one would be sent for.
        if source == HAND and not need.ways[number].substitute and self.given.ways is None:
            return self.wishes.taking(who, need, number)
        return who & self.open(need, number)

    def preferred(self, need: Need) -> Iterator[tuple[int, M]]:
        """List who can take which way: what is at hand, then by rank.

        Of what may follow, first what is wished for.
        """
        later = need.requirement.supplied_later is not None
        had = self.found.had
        order = [n for n in self.ground.ranked[need.number] if need.ways[n].paper in had]
        wished = [n for n in order if later and need.ways[n].paper in self.given.wanted]
        for number in wished:
            yield number, self.at_hand(need, number)
        for number in wished:
            yield number, self.had(need, number)
        for number in order if later or self.given.ways is None else ():
            yield number, self.at_hand(need, number)
        for number in order:
            can = self.had(need, number)
            yield number, can if later else can & self.open(need, number)
