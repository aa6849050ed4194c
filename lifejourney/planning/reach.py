"""What can be had by whom at all, without saying how or by when.

Every way is open here: ranks decide by which way a paper is had, never whether it can be. So it is
the least set closed under AND over needs and OR over ways and makers.
"""

import heapq
from typing import Generic

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Behind, Ground, Need, Paper
from lifejourney.planning.state import Found, Given


class _Reach(Generic[M]):
    """Look at each instance once all that could come before it was looked at; in circles again."""

    def __init__(self, ground: Ground, given: Given[M], behind: Behind) -> None:
        self.ground = ground
        self.given = given
        self.behind = behind
        self.column = given.column
        self.some = given.column.some
        self.truth = given.truth
        self.found: Found[M] = Found(given.column)
        self.waiting: set[int] = set(behind.instances)
        self.heap = sorted((ground.turns[number], number) for number in behind.instances)

    def run(self) -> Found[M]:
        for paper in self.behind.papers:
            if paper in self.given.hand:
                self._have(paper, self.given.hand[paper])
            if paper in self.ground.available:
                self._have(paper, self.given.truth[self.ground.available[paper]])
        for number in self.given.done_steps & self.behind.instances.keys():
            instance = self.ground.instances[number]
            self.found.ready[number] = self.given.truth[instance.applies]
        for number in self.given.done & self.behind.makings.keys():
            making = self.ground.makings[number]
            applies = self.given.truth[self.ground.instances[making.instance].applies]
            self._have(making.paper, applies & self.given.truth[making.when])
        while self.heap:
            number = heapq.heappop(self.heap)[1]
            self.waiting.discard(number)
            self._look_at(number)
        return self.found

    def _wait(self, number: int) -> None:
        if number not in self.waiting:
            self.waiting.add(number)
            heapq.heappush(self.heap, (self.ground.turns[number], number))

    def _look_at(self, number: int) -> None:
        instance = self.ground.instances[number]
        applies = self.truth[instance.applies]
        if not self.some(applies):
            return
        ready = self._meeting(applies, self.behind.instances[number])
        if number in self.given.done_steps:
            ready = ready | self.found.ready[number]
        if not self.some(ready):
            return
        self.found.ready[number] = ready
        for one in instance.makings:
            if one in self.behind.makings:
                making = self.ground.makings[one]
                can = ready & self.truth[making.when]
                self._have(making.paper, self._meeting(can, self.behind.makings[one]))

    def _meeting(self, who: M, needs: tuple[Need, ...]) -> M:
        """Return those of `who` whose needs can all be met."""
        for need in needs:
            if need.requirement.supplied_later is None:
                who = who & self._met(need)
                if not self.some(who):
                    break
        return who

    def _met(self, need: Need) -> M:
        """Return who has what meets a need, or has not that need."""
        asked = self.truth[need.when]
        met = self.column.none if asked is self.column.all else self.column.without(asked)
        for way in need.ways:
            had = self.found.had.get(way.paper)
            if had is not None:
                when = self.truth[way.when]
                met = met | (had if when is self.column.all else had & when)
        return met

    def _have(self, paper: Paper, who: M) -> None:
        """Note who can have a paper, as itself and as what it is a kind of."""
        for general in self.ground.generals[paper]:
            self._note(general, who)

    def _note(self, paper: Paper, who: M) -> None:
        had = self.found.had.get(paper)
        if not self.some(who if had is None else who & ~had):
            return
        self.found.had[paper] = who if had is None else had | who
        for need, _ in self.ground.listeners.get(paper, ()):
            owner = self.ground.owners[need]
            if owner in self.behind.instances:
                self._wait(owner)


def within_reach(ground: Ground, given: Given[M], behind: Behind | None = None) -> Found[M]:
    """Find what can be had by whom (`had`) and what can be done (`ready`), whatever is wished for.

    `behind`: where to look (else in all that is given to bear on the goals).
    """
    return _Reach(ground, given, behind or given.within(ground)).run()
