"""What can be had by whom at all, without saying how or by when.

Every way is open here: ranks decide by which way a paper is had, never whether it can be. So it is
the least set closed under AND over needs and OR over ways and makers.
"""

import heapq
from collections.abc import Sequence
from typing import Generic

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Behind, Need, Paper
from lifejourney.planning.state import Found, Given


class _Reach(Generic[M]):
    """Look at each instance once all that could come before it was looked at; in circles again."""

    def __init__(self, ground: Ground, given: Given[M], behind: Behind, found: Found[M]) -> None:
        self.ground = ground
        self.given = given
        self.behind = behind
        self.column = given.column
        self.some = given.column.some
        self.truth = given.truth
        self.found = found
        self.waiting: set[int] = set()
        self.again: list[int] = []

    def run(self) -> Found[M]:
        self._begin()
        turns, in_turn, again = self.ground.turns, self.ground.in_turn, self.again
        self.waiting.update(self.behind.instances)
        last_first = sorted((turns[number] for number in self.waiting), reverse=True)
        while last_first or again:
            is_again = again and not (last_first and last_first[-1] < again[0])
            number = in_turn[heapq.heappop(again) if is_again else last_first.pop()]
            self.waiting.discard(number)
            self._look_at(number)
        return self.found

    def _begin(self) -> None:
        """Note what is had before anything is done; everything is looked at after it anyway."""
        hand, available = self.given.hand, self.ground.available
        for paper in self.behind.papers:
            if paper in hand:
                self._have(paper, hand[paper])
            if paper in available:
                self._have(paper, self.truth[available[paper]])
        for number in self.given.done_steps & self.behind.instances.keys():
            instance = self.ground.instances[number]
            self.found.ready[number] = self.given.truth[instance.applies]
        for number in self.given.done & self.behind.makings.keys():
            making = self.ground.makings[number]
            applies = self.given.truth[self.ground.instances[making.instance].applies]
            self._have(making.paper, applies & self.given.truth[making.when])

    def _look_at(self, number: int) -> None:
        instance = self.ground.instances[number]
        applies = self.truth[instance.applies]
        if not self.some(applies):
            return
        ready = self.meeting(applies, self.behind.instances[number])
        if number in self.given.done_steps:
            ready = ready | self.found.ready[number]
        if not self.some(ready):
            return
        self.found.ready[number] = ready
        for one in instance.makings:
            if one in self.behind.makings:
                making, own = self.ground.makings[one], self.behind.makings[one]
                can = ready & self.truth[making.when]
                for paper in self._have(making.paper, self.meeting(can, own) if own else can):
                    self._look_again(paper)

    def meeting(self, who: M, needs: Sequence[Need]) -> M:
        """Return those of `who` whose needs can all be met."""
        truth, had, everybody = self.truth, self.found.had, self.column.all
        for need in needs:
            if need.requirement.supplied_later is None:
                asked = truth[need.when]
                # Who has what meets it, or has not that need.
                met = self.column.none if asked is everybody else self.column.without(asked)
                for way in need.ways:
                    if way.paper in had:
                        when, some = truth[way.when], had[way.paper]
                        met = met | (some if when is everybody else some & when)
                who = who & met
                if not self.some(who):
                    break
        return who

    def _have(self, paper: Paper, who: M) -> list[Paper]:
        """Note who can have a paper, as itself and as what it is a kind of; return what is new."""
        had = self.found.had
        new: list[Paper] = []
        for general in self.ground.generals[paper]:
            known = had.get(general)
            if self.some(who if known is None else who & ~known):
                had[general] = who if known is None else known | who
                new.append(general)
        return new

    def _look_again(self, paper: Paper) -> None:
        """Let those wait their turn once more that ask for a paper and were looked at before."""
        for number in self.ground.asking.get(paper, ()):
            if number not in self.waiting and number in self.behind.instances:
                self.waiting.add(number)
                heapq.heappush(self.again, self.ground.turns[number])


def within_reach(ground: Ground, given: Given[M], behind: Behind | None = None) -> Found[M]:
    """Find what can be had by whom (`had`) and what can be done (`ready`), whatever is wished for.

    `behind`: where to look (else in all that is given to bear on the goals).
    """
    return _Reach(ground, given, behind or given.within(ground), Found(given.column)).run()


def made_itself(ground: Ground, given: Given[M], found: Found[M], paper: Paper) -> M:
    """Return who can have this very paper made: what only stands in for it does not count.

    `found`: what is within reach.
    """
    reach = _Reach(ground, given, given.within(ground), found)
    who = given.column.none
    for number in ground.makings_of.get(paper, ()):
        making = ground.makings[number]
        can = found.ready.get(making.instance, given.column.none) & given.truth[making.when]
        who = who | (can if number in given.done else reach.meeting(can, making.needs))
    return who
