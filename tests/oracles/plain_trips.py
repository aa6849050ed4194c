"""The fewest trips by trying every way to part the stops; shares no code with the engine."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import networkx as nx

from lifejourney.schedule import Stop

Parting = list[list[Stop]]


def fewest(stops: Sequence[Stop]) -> int:
    """Return the least number of trips."""
    return min(len(parting) for parting in allowed(stops))


def allowed(stops: Sequence[Stop]) -> list[Parting]:
    """Return every parting into trips that can be gone, each application on one trip.

    Of applications that cannot all be filed at once, those named first are; in the others one
    waits for the other as always.
    """
    found = [one for one in _partings([s for s in stops if s.counter]) if _can_be_gone(one, stops)]
    for application in dict.fromkeys((s.application, s.counter) for s in stops if s.application):
        kept = [one for one in found if _is_filed_at_once(application, one)]
        if not kept:
            members = [s for s in stops if (s.application, s.counter) == application and s.counter]
            for one in members:
                for other in members:
                    if one.id in other.after and one.waits:
                        kept = [p for p in found if not any({one, other} <= {*t} for t in p)]
                        found = kept or found
            kept = found
        found = kept
    return found


def _partings(stops: Sequence[Stop]) -> Iterator[Parting]:
    """Yield every parting of stops in which no trip goes to two counters."""
    if not stops:
        yield []
        return
    first, *others = stops
    for parting in _partings(others):
        yield [[first], *parting]
        for at, trip in enumerate(parting):
            if trip[0].counter == first.counter:
                yield [*parting[:at], [first, *trip], *parting[at + 1 :]]


def _is_filed_at_once(application: tuple[str | None, str | None], parting: Parting) -> bool:
    on = [trip for trip in parting if any((s.application, s.counter) == application for s in trip)]
    return len(on) <= 1


def _can_be_gone(parting: Parting, stops: Sequence[Stop]) -> bool:
    """Tell whether the trips can be put in order, with nothing waited for on the same trip."""
    known = {stop.id: stop for stop in stops}
    trip_of = {stop.id: number for number, trip in enumerate(parting) for stop in trip}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(known)
    graph.add_edges_from((id_, stop.id) for stop in stops for id_ in stop.after if id_ in known)
    trips: nx.DiGraph[int] = nx.DiGraph()
    for one, on in trip_of.items():
        for other, on_too in trip_of.items():
            for path in nx.all_simple_paths(graph, one, other):
                if any(id_ in trip_of for id_ in path[1:-1]):
                    continue
                if on != on_too:
                    trips.add_edge(on, on_too)
                elif _is_waited_for([known[id_] for id_ in path]):
                    return False
    return nx.is_directed_acyclic_graph(trips)


def _is_waited_for(path: Sequence[Stop]) -> bool:
    """Tell whether on a way from stop to stop something is waited for."""
    filed = len(path) == 2 and path[0].application and path[0].application == path[1].application
    return not filed and any(one.waits for one, _ in pairwise(path))
