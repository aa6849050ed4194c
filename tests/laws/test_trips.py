"""The fewest trips: as few as trying everything finds, each in its order, never more for less."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from lifejourney.schedule import Stop, Trips, trips
from tests.oracles.catalogs import law
from tests.oracles.plain_trips import allowed, fewest


@st.composite
def some_stops(draw: st.DrawFn, most: int = 7) -> tuple[Stop, ...]:
    """Return up to `most` stops at up to three counters, in any order, each after some others."""
    count = draw(st.integers(0, most))
    stops: list[Stop] = []
    for number in range(count):
        after = draw(st.lists(st.sampled_from([s.id for s in stops]), max_size=3)) if stops else []
        stops.append(
            Stop(
                f"stop-{number}",
                draw(st.sampled_from(["office", "court", "bank", None])),
                tuple(after),
                draw(st.booleans()),
                draw(st.sampled_from([None, None, "birth", "marriage"])),
            )
        )
    return tuple(draw(st.permutations(stops)))


def as_sets(found: Trips) -> set[frozenset[str]]:
    """Return what is done on one trip."""
    return {frozenset(trip.stops) for trip in found.trips}


def all_filed_at_once(stops: Sequence[Stop]) -> bool:
    """Tell whether every application can be filed at once beside the others."""
    names = [(s.application, s.counter) for s in stops if s.application and s.counter]
    trips_of = [{(s.application, s.counter) for s in trip} for trip in allowed(stops)[0]]
    return all(sum(name in trip for trip in trips_of) == 1 for name in names)


@law(400)
@given(some_stops())
def test_as_few_as_trying_everything(stops: tuple[Stop, ...]) -> None:
    """The number is the least, and the trips are among those that can be gone."""
    found = trips(stops)
    assert found.proven
    assert len(found.trips) == fewest(stops)
    ways = [{frozenset(s.id for s in trip) for trip in parting} for parting in allowed(stops)]
    assert as_sets(found) in ways


@law(200)
@given(some_stops(12), st.integers(0, 60))
def test_each_in_its_order(stops: tuple[Stop, ...], limit: int) -> None:
    """However soon the search ends: all is done once, after what it waits for, not in the dark."""
    found = trips(stops, limit)
    number = {id_: at for at, trip in enumerate(found.trips, start=1) for id_ in trip.stops}
    needing = {stop.id: stop for stop in stops if stop.counter is not None}
    assert number.keys() == needing.keys()
    assert sum(len(trip.stops) for trip in found.trips) == len(needing) >= len(found.trips)
    for at, trip in enumerate(found.trips, start=1):
        assert {needing[id_].counter for id_ in trip.stops} == {trip.counter}
        assert all(before < at for before in trip.after)
    for stop in needing.values():
        for id_ in stop.after:
            if id_ in needing:
                assert number[id_] <= number[stop.id]
                assert number[id_] in (*found.trips[number[stop.id] - 1].after, number[stop.id])
    if found.proven:
        assert len(found.trips) == len(trips(stops).trips)
    assert len(found.trips) >= len(trips(stops).trips)


@law(200)
@given(st.data())
def test_one_less_is_never_more(data: st.DataObject) -> None:
    """With one stop fewer there are as many trips or fewer."""
    stops = data.draw(some_stops())
    assume(all_filed_at_once(stops))
    left_out = data.draw(st.sampled_from(["none", *(stop.id for stop in stops)]))
    fewer = [stop for stop in stops if stop.id != left_out]
    assert len(trips(fewer).trips) <= len(trips(stops).trips)


@law(100)
@given(st.data())
def test_the_order_of_the_list_does_not_count(data: st.DataObject) -> None:
    """In whatever order the stops are told, there are as many trips."""
    stops = [replace(stop, application=None) for stop in data.draw(some_stops(10))]
    other = data.draw(st.permutations(stops))
    assert len(trips(stops).trips) == len(trips(other).trips)
