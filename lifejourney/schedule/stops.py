"""Which stops are made at once, and which of these must be made before which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lifejourney.graph import circles, waves

Edges = Mapping[tuple[str, str], bool]
"""Which stop waits for which; true: it needs a later trip."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Name one thing to be done: at which counter, after which others.

    `counter`: None if it needs no trip. `waits`: its result is not there before one leaves.
    Stops at one counter that share an `application` are filed at once.
    """

    id: str
    counter: str | None
    after: tuple[str, ...] = ()
    waits: bool = True
    application: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Hold stops that are made at once, and by number the blocks that must come before.

    `apart`: those on an earlier trip; `before`: those on an earlier trip or on the same.
    """

    counter: str
    stops: tuple[str, ...]
    apart: frozenset[int]
    before: frozenset[int]


def blocks_of(stops: Sequence[Stop]) -> tuple[Block, ...]:
    """Return the stops that need a trip in blocks, each after those that must come before it.

    An application that something else would have to interrupt is none. Raises ValueError if
    stops wait for each other in a circle.
    """
    held = [stop for stop in stops if stop.counter is not None]
    edges = _edges(stops)
    leaders: Mapping[str, str] = {stop.id: stop.id for stop in held}
    for members in _applications(held):
        ids = {leaders[stop.id]: leaders[members[0].id] for stop in members}
        tried = {id_: ids.get(leader, leader) for id_, leader in leaders.items()}
        if (merged := _merged(tried, edges)) is not None:
            leaders = merged
            continue
        for one, other in _within(members):
            if leaders[one.id] != leaders[other.id]:
                edges[one.id, other.id] |= one.waits
    return _numbered(held, leaders, edges)


def _edges(stops: Sequence[Stop]) -> dict[tuple[str, str], bool]:
    """Return which stops at counters wait for which; within an application none is waited for.

    What needs no trip stands between them: they are apart if its result is waited for.
    """
    known = {stop.id: stop for stop in stops}
    pairs = [(id_, stop.id) for stop in stops for id_ in stop.after if id_ in known]
    if circles(known, pairs):
        raise ValueError("stops wait for each other in a circle")
    waited: dict[str, dict[str, bool]] = {id_: {} for id_ in known}
    order = waves(known, pairs)
    for before, id_ in sorted(pairs, key=lambda pair: order[pair[1]]):
        one, found = known[before], waited[id_]
        if one.counter is None:
            for first, apart in waited[before].items():
                found[first] = found.get(first, False) or apart or one.waits
        else:
            waits = one.waits and not _is_one_application(one, known[id_])
            found[before] = found.get(before, False) or waits
    return {
        (first, id_): apart or known[first].counter != known[id_].counter
        for id_, found in waited.items()
        if known[id_].counter is not None
        for first, apart in found.items()
    }


def _is_one_application(one: Stop, other: Stop) -> bool:
    same = (one.application, one.counter) == (other.application, other.counter)
    return one.application is not None and same


def _within(members: Sequence[Stop]) -> Iterable[tuple[Stop, Stop]]:
    """Yield the pairs of an application of which the second comes right after the first."""
    return ((one, other) for other in members for one in members if one.id in other.after)


def _applications(stops: Iterable[Stop]) -> Iterable[Sequence[Stop]]:
    """Return the stops of each application, in the order of the first."""
    found: dict[tuple[str, str | None], list[Stop]] = {}
    for stop in stops:
        if stop.application is not None:
            found.setdefault((stop.application, stop.counter), []).append(stop)
    return found.values()


def _merged(leaders: Mapping[str, str], edges: Edges) -> Mapping[str, str] | None:
    """Return the leader of each stop after all circles are made one; None if one is torn."""
    led = {(leaders[one], leaders[other]): False for one, other in edges}
    parts = circles(leaders.values(), [pair for pair in led if pair[0] != pair[1]])
    joined = {leader: min(part) for part in parts for leader in part}
    merged = {id_: joined.get(leader, leader) for id_, leader in leaders.items()}
    torn = any(apart and merged[one] == merged[other] for (one, other), apart in edges.items())
    return None if torn else merged


def _numbered(stops: Sequence[Stop], leaders: Mapping[str, str], edges: Edges) -> tuple[Block, ...]:
    """Return the blocks by wave, then in the order of their first stops."""
    pairs = [(leaders[one], leaders[other]) for one, other in edges]
    order = waves(leaders.values(), [pair for pair in pairs if pair[0] != pair[1]])
    names = sorted(dict.fromkeys(leaders[stop.id] for stop in stops), key=lambda name: order[name])
    numbers = {name: number for number, name in enumerate(names)}
    apart: dict[str, set[int]] = {name: set() for name in names}
    before: dict[str, set[int]] = {name: set() for name in names}
    for (one, other), is_apart in edges.items():
        if leaders[one] != leaders[other]:
            (apart if is_apart else before)[leaders[other]].add(numbers[leaders[one]])
    held: dict[str, list[Stop]] = {name: [] for name in names}
    for stop in stops:
        held[leaders[stop.id]].append(stop)
    return tuple(
        Block(
            str(held[name][0].counter),
            tuple(stop.id for stop in held[name]),
            frozenset(apart[name]),
            frozenset(before[name] - apart[name]),
        )
        for name in names
    )
