"""What can be had by whom at all, without saying how or by when.

Every way is open here: ranks decide by which way a paper is had, never whether it can be. So it is
the least set closed under AND over needs and OR over ways and makers.
"""

import heapq
from typing import Generic

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground, Need, Paper
from lifejourney.planning.state import Found, Given


class _Reach(Generic[M]):
    """Look at each instance once all that could come before it was looked at; in circles again."""

    def __init__(self, ground: Ground, given: Given[M]) -> None:
        self.ground = ground
        self.given = given
        self.column = given.column
        self.found: Found[M] = Found(given.column)
        self.heap: list[tuple[tuple[int, int, str], int]] = []
        self.waiting: set[int] = set()

    def run(self) -> Found[M]:
        for paper, who in self.given.hand.items():
            self._have(paper, who)
        for paper, available in self.ground.available.items():
            self._have(paper, self.given.truth[available])
        for number in self.given.done_steps:
            instance = self.ground.instances[number]
            self.found.ready[number] = self.given.truth[instance.applies]
        for number in self.given.done:
            making = self.ground.makings[number]
            applies = self.given.truth[self.ground.instances[making.instance].applies]
            self._made(making.paper, applies & self.given.truth[making.when])
        for instance in self.ground.instances:
            self._wait(instance.number)
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
        applies = self.given.truth[instance.applies]
        if not self.column.some(applies):
            return
        ready = self._meeting(applies, instance.needs)
        if number in self.given.done_steps:
            ready = ready | self.found.ready[number]
        if not self.column.some(ready):
            return
        self.found.ready[number] = ready
        for making in (self.ground.makings[m] for m in instance.makings):
            made = self._meeting(ready & self.given.truth[making.when], making.needs)
            self._made(making.paper, made)

    def _meeting(self, who: M, needs: tuple[Need, ...]) -> M:
        """Return those of `who` whose needs can all be met."""
        met = (self._met(n) for n in needs if n.requirement.supplied_later is None)
        return self.column.inside(who, [mask for mask in met if mask is not self.column.all])

    def _met(self, need: Need) -> M:
        """Return who has what meets a need, or has not that need."""
        asked = self.given.truth[need.when]
        met = self.column.none if asked is self.column.all else self.column.without(asked)
        for way in need.ways:
            had = self.found.had.get(way.paper)
            if had is not None:
                when = self.given.truth[way.when]
                met = met | (had if when is self.column.all else had & when)
        return met

    def _made(self, paper: Paper, who: M) -> None:
        """Note who can have what a step makes, as itself and as what it is accepted for."""
        for general in self.ground.generals[paper]:
            if general in self.given.kinds:
                self._note(general, who & self.given.accepted(general, paper))
            else:
                self._note(general, who)

    def _have(self, paper: Paper, who: M) -> None:
        for general in self.ground.generals[paper]:
            self._note(general, who)

    def _note(self, paper: Paper, who: M) -> None:
        had = self.found.had.get(paper)
        if not self.column.some(who if had is None else who & ~had):
            return
        self.found.had[paper] = who if had is None else had | who
        for need, _ in self.ground.listeners.get(paper, ()):
            self._wait(self.ground.owners[need])


def within_reach(ground: Ground, given: Given[M]) -> Found[M]:
    """Find what can be had by whom (`had`) and what can be done (`ready`)."""
    return _Reach(ground, given).run()
