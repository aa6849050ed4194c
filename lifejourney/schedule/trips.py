"""The fewest trips on which everything can be done that is done at counters.

Trips are gone one after the other, and each does all that can be done at its counter by then:
doing more earlier takes nothing away. So a way is a sequence of counters, and what is done is
all that matters of it. Searched best first (A*, Hart, Nilsson and Raphael 1968), with the bound
that a counter is gone to at least as often as the longest chain of what is left there and needs
different trips. It is seldom wrong, and then only by counters that wait for each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

from lifejourney.schedule.stops import Block, Stop, blocks_of

LIMIT: Final = 100_000
"""How often a step is looked at before the search goes straight on: a tenth of a second. All
shipped plans need some hundred looks, forty steps at six counters some thousand."""


@dataclass(frozen=True, slots=True)
class Trip:
    """Hold one trip: to which counter, what is done there, after which trips (from 1)."""

    counter: str
    stops: tuple[str, ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trips:
    """Hold the trips in the order in which they can be gone; `proven`: fewer there cannot be."""

    trips: tuple[Trip, ...]
    proven: bool


def trips(stops: Sequence[Stop], limit: int = LIMIT) -> Trips:
    """Return the fewest trips for all stops that need one.

    Nothing is done before, or on the same trip as, what it waits for; on the same trip only at
    the same counter, if the earlier one does not wait or both are one application. What is named
    in `after` and is no stop is not waited for. Raises ValueError if stops wait in a circle.
    """
    blocks = blocks_of(stops)
    gone, proven = _Search(blocks).shortest(limit)
    number = {block: at for at, trip in enumerate(gone, start=1) for block in trip}
    found = []
    for at, trip in enumerate(gone, start=1):
        before = {
            number[one] for block in trip for one in blocks[block].apart | blocks[block].before
        }
        ids = {id_ for block in trip for id_ in blocks[block].stops}
        in_order = tuple(stop.id for stop in stops if stop.id in ids)
        found.append(Trip(blocks[trip[0]].counter, in_order, tuple(sorted(before - {at}))))
    return Trips(tuple(found), proven)


class _Search:
    """Search the shortest sequence of trips; sets of blocks are bits, trips tuples of blocks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.apart = [_bits(block.apart) for block in blocks]
        self.before = [_bits(block.before) for block in blocks]
        self.counters = {
            counter: [n for n, block in enumerate(blocks) if block.counter == counter]
            for counter in dict.fromkeys(block.counter for block in blocks)
        }
        self.later = self._later()
        self.heights = self._heights()

    def _later(self) -> list[int]:
        """Return for each block those that are on a later trip, whatever the way."""
        count = len(self.blocks)
        after, later = [0] * count, [0] * count
        for number in reversed(range(count)):
            for other in range(number + 1, count):
                bit = 1 << number
                if self.apart[other] & bit:
                    after[number] |= 1 << other | after[other]
                    later[number] |= 1 << other | after[other]
                elif self.before[other] & bit:
                    after[number] |= 1 << other | after[other]
                    later[number] |= later[other]
        return later

    def _heights(self) -> list[int]:
        """Return for each block the longest chain from it at its counter, each on a later trip."""
        heights = [1] * len(self.blocks)
        for numbers in self.counters.values():
            for at in reversed(range(len(numbers))):
                later = self.later[numbers[at]]
                chains = (heights[other] for other in numbers[at + 1 :] if later >> other & 1)
                heights[numbers[at]] = 1 + max(chains, default=0)
        return heights

    def bound(self, done: int) -> int:
        """Return how many trips are needed at least for what is not done."""
        return sum(
            max((self.heights[n] for n in numbers if not done >> n & 1), default=0)
            for numbers in self.counters.values()
        )

    def next_trips(self, done: int) -> list[tuple[int, ...]]:
        """Return for each counter where something can be done all that can.

        If all else there has to come later anyway, nothing is won by going there later: then that
        is the one next trip.
        """
        found: list[tuple[int, ...]] = []
        for numbers in self.counters.values():
            trip, later, left = self._trip(numbers, done)
            if trip and not left & ~later:
                return [trip]
            if trip:
                found.append(trip)
        return found

    def _trip(self, numbers: Sequence[int], done: int) -> tuple[tuple[int, ...], int, int]:
        """Return what can be done at a counter, what comes after that, and what is left there."""
        trip: list[int] = []
        by_then, later, left = done, 0, 0
        for n in numbers:
            if done >> n & 1:
                continue
            if self.apart[n] & ~done or self.before[n] & ~by_then:
                left |= 1 << n
            else:
                by_then |= 1 << n
                later |= self.later[n]
                trip.append(n)
        return tuple(trip), later, left

    def shortest(self, limit: int) -> tuple[list[tuple[int, ...]], bool]:
        """Return the trips in order, and whether fewer there cannot be."""
        everything = (1 << len(self.blocks)) - 1
        ways = limit // max(len(self.blocks), 1)
        least = self.bound(0)
        # Among ways of equal promise the one that is furthest, then what comes first in the plan.
        waiting: list[tuple[int, int, list[tuple[int, ...]], int]] = [(least, 0, [], 0)]
        seen: set[int] = set()
        while True:
            promise, _, gone, done = heappop(waiting)
            if done == everything:
                return gone, len(seen) <= ways or promise == least
            if len(seen) > ways:
                # From here straight on: only what goes on from the most promising way.
                waiting.clear()
            elif done in seen:
                continue
            seen.add(done)
            for trip in self.next_trips(done):
                by_then = done | _bits(trip)
                way = [*gone, trip]
                promise = len(way) + self.bound(by_then)
                heappush(waiting, (promise, -len(way), way, by_then))


def _bits(numbers: Sequence[int] | frozenset[int]) -> int:
    return sum(1 << number for number in numbers)
