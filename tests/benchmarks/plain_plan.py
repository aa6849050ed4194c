"""The same plan by plain Python: Dijkstra's closure over AND and OR, the way back, Kahn's order.

For graphs without alternatives, each need of one paper, each paper from any of its makers; what a
benchmark would be written with by hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from lifejourney.planning.ground import Ground
from lifejourney.planning.state import Given

HAND = -1


@dataclass(frozen=True)
class Plain:
    """Hold a graph as lists of numbers, laid out once."""

    needs: list[list[int]]
    makes: list[list[int]]
    listeners: list[list[int]]
    days: list[int]
    keys: list[tuple[int, str]]
    goals: list[int]


def lay_out(ground: Ground) -> Plain:
    """Return the graph of a cast in numbers; raises ValueError for one with alternatives."""
    number = {paper: n for n, paper in enumerate(ground.papers)}
    if any(len(need.ways) > 1 for need in ground.needs) or ground.choices or ground.available:
        raise ValueError("alternatives, kinds or papers from elsewhere: not for this graph")
    needs = [[number[need.ways[0].paper] for need in one.needs] for one in ground.instances]
    listeners: list[list[int]] = [[] for _ in number]
    for one, asked in enumerate(needs):
        for paper in asked:
            listeners[paper].append(one)
    return Plain(
        needs,
        [[number[ground.makings[m].paper] for m in one.makings] for one in ground.instances],
        listeners,
        list(ground.durations),
        [(one.fee, one.id) for one in ground.instances],
        [number[goal.paper] for goal in ground.goals if goal.paper is not None],
    )


@dataclass(frozen=True)
class Known:
    """Hold what is so of one person: which services apply, which papers are held."""

    applies: list[bool]
    held: list[bool]


def known_of(ground: Ground, given: Given[int]) -> Known:
    """Return the verdicts and papers of one person, the same that the engine is given."""
    applies = [bool(given.truth[one.applies]) for one in ground.instances]
    return Known(applies, [bool(given.hand.get(paper)) for paper in ground.papers])


def plan(graph: Plain, known: Known) -> list[list[int]]:
    """Return the steps in waves, in each of which all can be taken at the same time."""
    source = _closure(graph, known)
    steps = _back(graph, source)
    return _waves(graph, source, steps)


def _closure(graph: Plain, known: Known) -> list[int | None]:
    """Return from which instance each paper comes, the earliest; None: cannot be had."""
    source: list[int | None] = [HAND if held else None for held in known.held]
    lacks = [len(needs) for needs in graph.needs]
    heap: list[tuple[int, tuple[int, str], int]] = []
    todo = [paper for paper, held in enumerate(known.held) if held]
    now = 0
    for one, applies in enumerate(known.applies):
        if applies and not lacks[one]:
            heappush(heap, (graph.days[one], graph.keys[one], one))
    while True:
        for paper in todo:
            for one in graph.listeners[paper]:
                lacks[one] -= 1
                if not lacks[one] and known.applies[one]:
                    heappush(heap, (now + graph.days[one], graph.keys[one], one))
        if not heap:
            return source
        now, _, one = heappop(heap)
        todo = [paper for paper in graph.makes[one] if source[paper] is None]
        for paper in todo:
            source[paper] = one


def _back(graph: Plain, source: Sequence[int | None]) -> set[int]:
    """Return the steps that the goals need."""
    found: set[int] = set()
    todo = [one for paper in graph.goals if (one := source[paper]) is not None and one != HAND]
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            for paper in graph.needs[one]:
                maker = source[paper]
                if maker is not None and maker != HAND:
                    todo.append(maker)
    return found


def _waves(graph: Plain, source: Sequence[int | None], steps: set[int]) -> list[list[int]]:
    """Return the steps by Kahn's algorithm (1962), wave by wave."""
    after: dict[int, list[int]] = {one: [] for one in steps}
    waits = dict.fromkeys(steps, 0)
    for one in steps:
        for maker in {source[paper] for paper in graph.needs[one]}:
            if maker is not None and maker != HAND:
                after[maker].append(one)
                waits[one] += 1
    waves: list[list[int]] = []
    wave = [one for one, count in waits.items() if not count]
    while wave:
        waves.append(sorted(wave))
        following: list[int] = []
        for one in wave:
            for other in after[one]:
                waits[other] -= 1
                if not waits[other]:
                    following.append(other)
        wave = following
    return waves
