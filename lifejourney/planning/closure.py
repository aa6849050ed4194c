"""What can be had and by when: earliest finish over AND and OR, for a column of people at once.

Knuth's generalisation of Dijkstra's algorithm (1977): papers are settled in the order of their
finish, the first source wins. Ranks open in rounds: only when nothing more can be reached is one
substitute allowed, and the search goes on; what is reached keeps its way. A way therefore only
ever leads to what was settled before it, so every plan is free of circles.
"""

import heapq
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count
from typing import Generic

from lifejourney.days import comparable
from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground, Instance, Making, Need, Paper, Way
from lifejourney.planning.state import AVAILABLE, HAND, Found, Given

UNKNOWN_FEE = 1 << 60


def duration(instance: Instance) -> int:
    """Return how long a step takes, in the ticks that durations are compared by."""
    return comparable(instance.service.processing_time.known)


def fee(instance: Instance) -> int:
    """Return what a step costs for comparison; unknown is dearer than anything known."""
    known = instance.service.cost.known
    return UNKNOWN_FEE if known is None else known


class _Closure(Generic[M]):
    """Run one closure; `found` grows until nothing more can be had."""

    def __init__(self, ground: Ground, given: Given[M], timed: frozenset[int] | None) -> None:
        self.ground = ground
        self.given = given
        self.timed = timed
        self.column = given.column
        self.found: Found[M] = Found(given.column)
        self.heap: list[tuple[int, int, int, str, int, int, M]] = []
        self.follows_ways = True
        self.order = count()
        self.met: dict[int, dict[int, M]] = {}
        self.lacks: dict[int, M] = {}
        self.opened: dict[int, list[M]] = {}
        self.made: dict[int, M] = {}
        self.when: dict[int, list[M]] = {}
        self.ranks: dict[int, list[dict[int, M]]] = {}
        self.applies: list[M] = []
        self.listeners: dict[Paper, list[tuple[Need, int]]] = {}
        self.owners: dict[int, tuple[Instance, Making | None]] = {}
        self.generals: dict[Paper, list[Paper]] = {}
        self.touched: dict[int, None] = {}

    def run(self) -> Found[M]:
        self._prepare()
        for paper in self.ground.papers:
            # First what is held: a paper of which a kind is at hand need not be fetched.
            self._reach(paper, HAND, 0, self.given.hand.get(paper, self.column.none))
        for paper, available in self.ground.available.items():
            self._reach(paper, AVAILABLE, 0, self.given.truth[available])
        for instance in self.ground.instances:
            self.touched[instance.number] = None
        self._begin_done()
        self._advance()
        self._settle()
        while self.given.ways is None and self._open_one_more():
            self._advance()
            self._settle()
        for need in self.ground.needs:
            if need.requirement.supplied_later is not None:
                owner, making = self.owners[need.number]
                ready = self.found.ready.get(owner.number, self.column.none)
                self.opened[need.number] = [self.column.all] * len(need.ways)
                self._take(ready if making is None else self.made[making.number], (need,))
        return self.found

    # What is given, laid out for the search.

    def _prepare(self) -> None:
        for paper, kinds in self.ground.kinds.items():
            for kind in kinds:
                self.generals.setdefault(kind, []).append(paper)
        for instance in self.ground.instances:
            allowed = self.given.allowed.get(instance.number, self.column.all)
            self.applies.append(self.given.truth[instance.applies] & allowed)
            for need in instance.needs:
                self._listen(need, instance, None)
            for number in instance.makings:
                making = self.ground.makings[number]
                self.made[number] = self.column.none
                for need in making.needs:
                    self._listen(need, instance, making)

    def _listen(self, need: Need, instance: Instance, making: Making | None) -> None:
        asked = self.given.truth[need.when]
        if need.requirement.supplied_later is not None:
            asked = self.column.none
        self.lacks[need.number] = asked
        self.met[need.number] = {0: self.column.without(asked)}
        self.owners[need.number] = (instance, making)
        self.opened[need.number] = []
        self.when[need.number] = [self.given.truth[way.when] for way in need.ways]
        self.ranks[need.number] = self._ranked(need)
        for number, way in enumerate(need.ways):
            self.opened[need.number].append(self._open_at_once(need, number))
            self.listeners.setdefault(way.paper, []).append((need, number))

    def _open_at_once(self, need: Need, number: int) -> M:
        """Return to whom a way of a need is open before any substitute is."""
        if self.given.ways is not None:
            return self.given.ways.get(need.number, {}).get(number, self.column.none)
        if need.ways[number].paper in self.given.wanted:
            return self.column.all
        return self.ranks[need.number][number].get(0, self.column.none)

    def _ranked(self, need: Need) -> list[dict[int, M]]:
        """Return for each way who has it at which rank: what falls away leaves no gap."""
        here = {0: self.column.all}
        before = 0
        stands = self.column.none
        found: list[dict[int, M]] = []
        for way, when in zip(need.ways, self.when[need.number], strict=True):
            if way.rank > before:
                here = self._moved_down(here, stands)
                before, stands = way.rank, self.column.none
            stands = stands | when
            found.append(here)
        return found

    def _moved_down(self, ranks: dict[int, M], who: M) -> dict[int, M]:
        """Return the ranks of the next way: one lower for those whose way before it stands."""
        found: dict[int, M] = {}
        for rank, some in ranks.items():
            for at, part in ((rank + 1, some & who), (rank, some & ~who)):
                if self.column.some(part):
                    found[at] = found.get(at, self.column.none) | part
        return found

    def _begin_done(self) -> None:
        for number in sorted(self.given.done):
            making = self.ground.makings[number]
            who = self.applies[making.instance] & self.given.truth[making.when]
            self.made[number] = self.made[number] | who
            self._reach(making.paper, number, 0, who)
        for number in sorted(self.given.done_steps):
            self._ready(number, 0, self.applies[number])

    # The search forward, in the order of finish.

    def _settle(self) -> None:
        while self.heap:
            finish, _, _, _, _, number, who = heapq.heappop(self.heap)
            self._reach(self.ground.makings[number].paper, number, finish, who)
            self._advance()

    def _reach(self, paper: Paper, source: int, finish: int, who: M) -> None:
        for general in self.generals[paper]:
            accepted = who & self.given.accepted(general, paper) if source >= 0 else who
            had = self.found.had.get(general, self.column.none)
            new = accepted & ~had
            if not self.column.some(new):
                continue
            self.found.had[general] = had | new
            sources = self.found.source.setdefault(general, {})
            sources[source] = sources.get(source, self.column.none) | new
            for need, way in self.listeners.get(general, ()):
                # What is at hand is never passed over for a paper one would be sent for.
                free = source == HAND and not need.ways[way].substitute
                self._meet(need, way, finish, new if free else new & self.opened[need.number][way])

    def _meet(self, need: Need, way: int, time: int, who: M) -> None:
        new = who & self.when[need.number][way] & self.lacks[need.number]
        if not self.column.some(new):
            return
        self.lacks[need.number] = self.lacks[need.number] & ~new
        times = self.met[need.number]
        times[time] = times.get(time, self.column.none) | new
        self.touched[self.owners[need.number][0].number] = None

    def _advance(self) -> None:
        """Make ready the services whose needs were just met, and plan what they make."""
        touched, self.touched = self.touched, {}
        for number in touched:
            instance = self.ground.instances[number]
            if not self.column.some(self.applies[number]):
                continue
            ready = self._all_met(self.applies[number], instance.needs)
            new = ready & ~self.found.ready.get(number, self.column.none)
            if self.column.some(new):
                for finish, who in self._finish(new, instance, instance.needs):
                    self._ready(number, finish, who)
                self._take(new, instance.needs)
            for making in (self.ground.makings[m] for m in instance.makings):
                self._make(instance, making)

    def _all_met(self, who: M, needs: Iterable[Need]) -> M:
        for need in needs:
            lacking = self.lacks[need.number]
            if self.column.some(lacking):
                who = who & ~lacking
        return who

    def _ready(self, number: int, finish: int, who: M) -> None:
        ready = self.found.ready.get(number, self.column.none)
        times = self.found.finish.setdefault(number, {})
        times[finish] = times.get(finish, self.column.none) | (who & ~ready)
        self.found.ready[number] = ready | who

    def _make(self, instance: Instance, making: Making) -> None:
        can = self.found.ready.get(instance.number, self.column.none)
        can = self._all_met(can & self.given.truth[making.when], making.needs)
        new = can & ~self.made[making.number]
        if not self.column.some(new):
            return
        self.made[making.number] = self.made[making.number] | new
        if making.needs:
            self._take(new, making.needs)
        faster = self.given.faster.get(making.number)
        if faster is not None:
            self._push(0, instance, making, new & faster)
            self._push(1, instance, making, new & ~faster)
            return
        for finish, who in self._finish(new, instance, (*instance.needs, *making.needs)):
            self._push(finish, instance, making, who)

    def _push(self, finish: int, instance: Instance, making: Making, who: M) -> None:
        # Where the finish decides nothing, what others need is settled before them.
        depth = 0 if self._is_timed(instance) else self.ground.depth[instance.number]
        entry = (finish, depth, fee(instance), instance.id, next(self.order))
        heapq.heappush(self.heap, (*entry, making.number, who))

    def _is_timed(self, instance: Instance) -> bool:
        return self.timed is None or instance.number in self.timed

    def _finish(self, who: M, instance: Instance, needs: tuple[Need, ...]) -> list[tuple[int, M]]:
        """Split people by when a step is finished; not where no choice depends on it."""
        if not self._is_timed(instance):
            return [(0, who)]
        return [(time + duration(instance), part) for time, part in self._times(who, needs)]

    def _times(self, who: M, needs: tuple[Need, ...]) -> list[tuple[int, M]]:
        """Split people by when the last of these needs was met."""
        parts = {0: who}
        for need in needs:
            times = self.met[need.number]
            if not self.column.some(who & ~times[0]):
                continue
            later: dict[int, M] = {}
            for start, some in parts.items():
                for time, met in times.items():
                    both = some & met
                    if self.column.some(both):
                        last = max(start, time)
                        later[last] = later.get(last, self.column.none) | both
            parts = later
        return sorted(parts.items(), key=lambda part: part[0])

    # The way of each need, chosen when its owner becomes ready.

    def _take(self, who: M, needs: tuple[Need, ...]) -> None:
        for need in needs if self.follows_ways else ():
            left = who & self.given.truth[need.when]
            taken = self.found.way.setdefault(need.number, {})
            for number, can in self._preferred(need):
                if not self.column.some(left):
                    break
                new = left & can
                if self.column.some(new):
                    taken[number] = taken.get(number, self.column.none) | new
                    left = left & ~new

    def _preferred(self, need: Need) -> Iterator[tuple[int, M]]:
        """List who can take which way: wanted ones, what is at hand, then by rank."""
        none = self.column.none
        order = sorted(range(len(need.ways)), key=lambda number: need.ways[number].rank)
        can = {
            number: self.found.had.get(need.ways[number].paper, none)
            & self.when[need.number][number]
            for number in order
        }
        for number in order:
            if need.ways[number].paper in self.given.wanted:
                yield number, can[number]
        for number in order:
            if not need.ways[number].substitute:
                hand = self.found.source.get(need.ways[number].paper, {}).get(HAND, none)
                yield number, can[number] & hand
        for number in order:
            yield number, can[number] & self.opened[need.number][number]

    # Substitutes, one at a time.

    def _open_one_more(self) -> bool:
        """Open for everybody the best closed way that would meet a need; tell if there was one.

        Ways that cannot lead to one another, nor to the same by another way, are opened
        together: it makes no difference, and keeps apart what has nothing to do with each other.
        """
        opened: dict[int, M] = {}
        for rank, _, _, number, way in self._closed_ways:
            if not self.column.some(self.lacks[number]):
                continue
            mine = self.owners[number][0].number
            who = self._would_meet(number, way) & self.ranks[number][way][rank]
            for owner, some in opened.items():
                if owner in self.ground.upstream[number] or self._contends(owner, mine):
                    who = who & ~some
            if not self.column.some(who):
                continue
            opened[mine] = opened.get(mine, self.column.none) | who
            self.opened[number][way] = self.opened[number][way] | who
        for _, _, _, number, way in self._closed_ways if opened else ():
            who = self.opened[number][way] & self._had(number, way) & self.lacks[number]
            if self.column.some(who):
                need = self.ground.needs[number]
                for time, some in self._had_at(need.ways[way], who):
                    self._meet(need, way, time, some)
        return bool(opened)

    def _contends(self, one: int, other: int) -> bool:
        """Tell whether two instances lead to the same; not where the faster is left open anyway."""
        return not self.given.faster and other in self.ground.contends[one]

    def _had(self, number: int, way: int) -> M:
        paper = self.ground.needs[number].ways[way].paper
        return self.found.had.get(paper, self.column.none)

    def _would_meet(self, number: int, way: int) -> M:
        owner = self.owners[number][0].number
        who = self._had(number, way) & self.lacks[number] & self.when[number][way]
        return who & self.applies[owner] & ~self.opened[number][way]

    @cached_property
    def _closed_ways(self) -> list[tuple[int, str, str, int, int]]:
        return sorted(
            (
                rank,
                self.owners[need.number][0].service.code,
                self.owners[need.number][0].member,
                need.number,
                number,
            )
            for need in self.ground.needs
            if need.number in self.owners
            for number, ranks in enumerate(self.ranks[need.number])
            for rank in ranks
            if rank > 0
        )

    def _had_at(self, way: Way, who: M) -> list[tuple[int, M]]:
        """Split people by when they have the paper of a way."""
        parts: list[tuple[int, M]] = []
        for source, some in self.found.source.get(way.paper, {}).items():
            both = some & who
            if source < 0 or source in self.given.done:
                parts.append((0, both))
                continue
            making = self.ground.makings[source]
            instance = self.ground.instances[making.instance]
            parts += self._finish(both, instance, (*instance.needs, *making.needs))
        return [part for part in parts if self.column.some(part[1])]


def close(ground: Ground, given: Given[M], timed: frozenset[int] | None = None) -> Found[M]:
    """Find what can be had by whom, by when and from where, within the ranks that are open.

    `timed` names the instances whose finish matters (None: all); others count as finished at 0.
    """
    return _Closure(ground, given, timed).run()


def within_reach(ground: Ground, given: Given[M]) -> Found[M]:
    """Find what can be had by whom at all, without saying how."""
    search = _Closure(ground, given, frozenset())
    search.follows_ways = False
    return search.run()
