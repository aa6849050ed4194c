"""What can be had and by when: earliest finish over AND and OR, for a column of people at once.

Knuth's generalisation of Dijkstra's algorithm (1977): papers are settled in the order of their
finish, the first source wins. Ranks open in rounds: only when nothing more can be reached is one
substitute allowed, and the search goes on; what is reached keeps its way. A way therefore only
ever leads to what was settled before it, so every plan is free of circles.

Where the finish of a service decides nothing, it waits until all that could come before it is
settled, and is looked at once for everybody; not where it could make one paper in several ways,
of which the first that can be had is taken.
"""

import heapq
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import count
from typing import Generic

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Making, Need, Paper
from lifejourney.planning.state import AVAILABLE, HAND, Found, Given
from lifejourney.planning.ways import Ways

Among = frozenset[int]
"""Instances, with all that could come before each of them."""


class _Closure(Generic[M]):
    """Run one closure; `found` grows until nothing more can be had."""

    def __init__(self, ground: Ground, given: Given[M], timed: Among | None) -> None:
        self.ground = ground
        self.given = given
        self.truth = given.truth
        self.behind = given.within(ground)
        self.timed = self.behind.instances.keys() if timed is None else timed
        self.column = given.column
        self.some = given.column.some
        self.found: Found[M] = Found(given.column)
        self.ways = Ways(ground, given, self.found)
        self.heap: list[tuple[int, int, int, int, M | None]] = []
        self.order = count()
        self.met: dict[int, dict[int, M]] = {}
        self.lacks: dict[int, M] = {}
        self.later: list[Need] = []
        self.made: dict[int, M] = {}
        self.applies: dict[int, M] = {}
        self.fresh: dict[int, M] = {}
        self.touched: dict[int, None] = {}
        self.waiting: set[int] = set()

    def run(self) -> Found[M]:
        """Return what can be had."""
        for number in self.behind.instances:
            self._listen_for(number)
        heapq.heapify(self.heap)
        # First what is held: a paper of which a kind is at hand need not be fetched.
        for paper in self.behind.papers:
            if paper in self.given.hand:
                self._reach(paper, HAND, 0, self.given.hand[paper])
        for paper in self.behind.papers:
            if paper in self.ground.available:
                self._reach(paper, AVAILABLE, 0, self.truth[self.ground.available[paper]])
        self._begin_done()
        self._settle()
        while self.given.ways is None and (self._open_one_more() or self._give_up_one()):
            self._settle()
        self._take_later()
        return self.found

    # What is given, laid out for the search.

    def _listen_for(self, number: int) -> None:
        instance, is_timed = self.ground.instances[number], number in self.timed
        allowed = self.given.allowed.get(number)
        applies = self.truth[instance.applies]
        if allowed is not None:
            applies = applies & allowed
        if not self.some(applies):
            return
        self.applies[number] = self.fresh[number] = applies
        if is_timed or number in self.ground.many_ways:
            self.touched[number] = None
        else:
            self.waiting.add(number)
            self.heap.append((0, self.ground.turns[number], next(self.order), number, None))
        self._listen(self.behind.instances[number], is_timed=is_timed)
        for making in instance.makings:
            needs = self.behind.makings.get(making)
            if needs is not None:
                self.made[making] = self.column.none
                self._listen(needs, is_timed=is_timed)

    def _listen(self, needs: Sequence[Need], *, is_timed: bool) -> None:
        for need in needs:
            asked = self.truth[need.when]
            if need.requirement.supplied_later is not None:
                asked = self.column.none
                self.later.append(need)
            self.lacks[need.number] = asked
            self.ways.listen(need)
            if is_timed:
                self.met[need.number] = {0: self.column.without(asked)}

    def _begin_done(self) -> None:
        for number in sorted(self.given.done & self.behind.makings.keys()):
            making = self.ground.makings[number]
            who = self.applies.get(making.instance, self.column.none) & self.truth[making.when]
            self.made[number] = self.made.get(number, self.column.none) | who
            self._reach(making.paper, number, 0, who)
        for number in sorted(self.given.done_steps):
            self._ready(number, 0, self.applies.get(number, self.column.none))

    # The search forward, in the order of finish.

    def _settle(self) -> None:
        while self.touched or self.heap:
            if self.touched:
                touched, self.touched = self.touched, {}
                for number in touched:
                    self._look_at(number)
                continue
            finish, _, _, number, who = heapq.heappop(self.heap)
            if who is None:
                self.waiting.discard(number)
                self._look_at(number)
            else:
                self._reach(self.ground.makings[number].paper, number, finish, who)

    def _reach(self, paper: Paper, source: int, finish: int, who: M) -> None:
        if not self.some(who):
            return
        had, sources = self.found.had, self.found.source
        for general in self.ground.generals[paper]:
            is_kind = source >= 0 and general in self.given.kinds
            accepted = who & self.given.accepted(general, paper) if is_kind else who
            known = had.get(general)
            new = accepted if known is None else accepted & ~known
            if self.some(new):
                had[general] = new if known is None else known | new
                there = sources.setdefault(general, {})
                there[source] = there[source] | new if source in there else new
                self._hand_on(general, source, finish, new)

    def _hand_on(self, paper: Paper, source: int, time: int, who: M) -> None:
        """Meet with a paper the needs of those who have it now."""
        needs, lacks = self.ground.needs, self.lacks
        for number, way in self.ground.listeners.get(paper, ()):
            if number in lacks:
                need = needs[number]
                self._meet(need, way, time, self.ways.meeting(need, way, source, who))

    def _meet(self, need: Need, way: int, time: int, who: M) -> None:
        lacks = self.lacks[need.number]
        new = who & self.truth[need.ways[way].when] & lacks
        if not self.some(new):
            return
        self.lacks[need.number] = lacks & ~new
        owner = self.ground.owners[need.number]
        if need.number in self.met:
            times = self.met[need.number]
            times[time] = times.get(time, self.column.none) | new
        self._touch(owner, new)

    def _touch(self, number: int, who: M) -> None:
        """Look at an instance again: at once where its finish matters, else in its turn.

        `who`: for whom something was met since it was looked at last.
        """
        fresh = self.fresh.get(number)
        self.fresh[number] = who if fresh is None else fresh | who
        if number in self.timed or number in self.ground.many_ways:
            self.touched[number] = None
        elif number not in self.waiting:
            self.waiting.add(number)
            heapq.heappush(
                self.heap, (0, self.ground.turns[number], next(self.order), number, None)
            )

    def _look_at(self, number: int) -> None:
        """Make a service ready for those whose needs were just met, and plan what it makes."""
        if number not in self.fresh:
            return
        instance = self.ground.instances[number]
        fresh = self.fresh.pop(number) & self.applies[number]
        ready = self.found.ready.get(number)
        needs = self.behind.instances[number]
        new = self._all_met(fresh if ready is None else fresh & ~ready, needs)
        if self.some(new):
            for finish, who in self._finish(new, number, needs):
                self._ready(number, finish, who)
            self._take(new, needs)
        if number in self.found.ready:
            for making in instance.makings:
                if making in self.behind.makings:
                    self._make(self.ground.makings[making], fresh)

    def _all_met(self, who: M, needs: Sequence[Need]) -> M:
        if not needs:
            return who
        lacks = [mask for need in needs if self.some(mask := self.lacks[need.number])]
        return self.column.outside(who, lacks) if lacks else who

    def _ready(self, number: int, finish: int, who: M) -> None:
        """Note who can take a step that they could not take before."""
        known = self.found.ready.get(number)
        ready = who if known is None else known | who
        self.found.ready[number] = ready
        if number in self.timed:
            times = self.found.finish.setdefault(number, {})
            times[finish] = times.get(finish, self.column.none) | who
        else:
            self.found.finish[number] = {finish: ready}

    def _make(self, making: Making, fresh: M) -> None:
        maker = making.instance
        can = fresh & self.found.ready[maker] & self.truth[making.when]
        needs = self.behind.makings[making.number]
        new = self._all_met(can & ~self.made[making.number], needs)
        if not self.some(new):
            return
        self.made[making.number] = self.made[making.number] | new
        self._take(new, needs)
        faster = self.given.faster.get(making.number)
        if faster is not None:
            self._push(1, making, new & ~faster)
            self._reach(making.paper, making.number, 0, new & faster)
        elif maker not in self.timed and maker not in self.ground.many_ways:
            self._reach(making.paper, making.number, 0, new)
        else:
            for finish, who in self._made_at(new, making):
                self._push(finish, making, who)

    def _made_at(self, who: M, making: Making) -> list[tuple[int, M]]:
        """Split people by when they have what a step makes: its finish, and all it needs itself."""
        number = making.instance
        own = self.behind.makings.get(making.number, ())
        if own or number not in self.timed:
            return self._finish(who, number, (*self.behind.instances.get(number, ()), *own))
        times = sorted(self.found.finish[number].items(), key=lambda part: part[0])
        return [(time, part) for time, some in times if self.some(part := some & who)]

    def _push(self, finish: int, making: Making, who: M) -> None:
        maker, ground = making.instance, self.ground
        turn = ground.prices[maker] if maker in self.timed else ground.turns[maker]
        heapq.heappush(self.heap, (finish, turn, next(self.order), making.number, who))

    def _finish(self, who: M, number: int, needs: Sequence[Need]) -> list[tuple[int, M]]:
        """Split people by when a step is finished; not where no choice depends on it."""
        if number not in self.timed:
            return [(0, who)]
        duration = self.ground.durations[number]
        return [(time + duration, part) for time, part in self._times(who, needs)]

    def _times(self, who: M, needs: Sequence[Need]) -> list[tuple[int, M]]:
        """Split people by when the last of these needs was met."""
        parts = {0: who}
        for need in needs:
            times = self.met[need.number]
            if self.some(who & ~times[0]):
                parts = self.column.later(parts, times)
        return sorted(parts.items(), key=lambda part: part[0])

    # The way of each need, chosen when its owner becomes ready.

    def _take(self, who: M, needs: Iterable[Need]) -> None:
        for need in needs:
            if need.requirement.supplied_later is None:
                self._take_way(who, need)

    def _take_way(self, who: M, need: Need) -> None:
        left = who & self.truth[need.when]
        if not self.some(left):
            return
        taken = self.found.way.setdefault(need.number, {})
        if len(need.ways) == 1 and need.requirement.supplied_later is None:
            # Whoever is ready has it by the only way there is.
            taken[0] = taken.get(0, self.column.none) | left
            return
        for number, can in self.ways.preferred(need):
            new = left & can
            if self.some(new):
                taken[number] = taken.get(number, self.column.none) | new
                left = left & ~new
                if not self.some(left):
                    break

    def _take_later(self) -> None:
        """Choose the way of what may follow, by whatever can be had in the end."""
        for need in self.later:
            making = self.ground.made_by.get(need.number)
            owner = self.ground.owners[need.number]
            ready = self.found.ready.get(owner, self.column.none)
            self._take_way(ready if making is None else self.made[making], need)

    # Substitutes, one at a time.

    def _open_one_more(self) -> bool:
        """Open for everybody the best closed way that would meet a need; tell if there was one.

        Ways that cannot lead to one another, nor to the same by another way, are opened
        together: it makes no difference, and keeps apart what has nothing to do with each other.
        """
        opened: dict[int, M] = {}
        met: list[tuple[Need, int, M]] = []
        for rank, number, way in self._closed_ways:
            who = self._would_meet(rank, number, way)
            if not self.some(who):
                continue
            need, mine = self.ground.needs[number], self.ground.owners[number]
            for owner, some in opened.items():
                if owner in self.ground.upstream[number] or self._contends(owner, mine):
                    who = who & ~some
            if self.some(who):
                opened[mine] = opened.get(mine, self.column.none) | who
                self.ways.open_further(number, way, who)
                met.append((need, way, who))
        for need, way, who in met:
            for time, some in self._had_at(need, way, who):
                self._meet(need, way, time, some)
        for number in opened:
            # At once: whoever is ready by a substitute keeps it, whatever others lead to.
            if number not in self.timed:
                self._look_at(number)
        return bool(opened)

    @cached_property
    def _closed_ways(self) -> list[tuple[int, int, int]]:
        """Return each way of these needs that may open only in its turn, the best first."""
        closed = self.ground.closed_ways
        ways = sorted(one for number in closed.keys() & self.lacks.keys() for one in closed[number])
        return [(rank, number, way) for rank, _, number, way in ways]

    def _would_meet(self, rank: int, number: int, way: int) -> M:
        """Return whose need would be met by a way that is closed to them, and at this rank."""
        lacks = self.lacks.get(number, self.column.none)
        need = self.ground.needs[number]
        if need.ways[way].paper not in self.found.had or not self.some(lacks):
            return self.column.none
        here = self.ways.ranks[number][way].get(rank, self.column.none)
        who = self.ways.had(need, way) & lacks & self.applies[self.ground.owners[number]]
        return who & here & ~self.ways.open(need, way)

    def _give_up_one(self) -> bool:
        """Let everybody give up a wish that waits for itself, and meet the need as if without."""
        given_up = self.ways.wishes.to_give_up(
            self.ways.had,
            lambda number: self.lacks[number] & self.applies[self.ground.owners[number]],
        )
        for number, who in given_up.items():
            need = self.ground.needs[number]
            self.ways.give_up(number, who)
            met = [
                (time, way, part)
                for way in range(len(need.ways))
                if self.some(can := who & self.ways.usable(need, way))
                for time, part in self._had_at(need, way, can)
            ]
            for time, way, part in sorted(met, key=lambda one: one[:2]):
                self._meet(need, way, time, part)
            if self.ground.owners[number] not in self.timed:
                self._look_at(self.ground.owners[number])
        return bool(given_up)

    def _contends(self, one: int, other: int) -> bool:
        """Tell whether two instances lead to the same; not where the faster is left open anyway."""
        return not self.given.faster and other in self.ground.contends[one]

    def _had_at(self, need: Need, way: int, who: M) -> list[tuple[int, M]]:
        """Split people by when they have the paper of a way."""
        if need.number not in self.met:
            return [(0, who)]
        parts: list[tuple[int, M]] = []
        for source, some in self.found.source[need.ways[way].paper].items():
            both = some & who
            if source < 0 or source in self.given.done:
                parts.append((0, both))
                continue
            making = self.ground.makings[source]
            parts += self._made_at(both, making)
        return [part for part in parts if self.some(part[1])]


def close(ground: Ground, given: Given[M], timed: Among | None = None) -> Found[M]:
    """Find what can be had by whom, by when and from where, within the ranks that are open.

    `timed` names the instances whose finish matters (None: all); others count as finished at 0.
    """
    return _Closure(ground, given, timed).run()
