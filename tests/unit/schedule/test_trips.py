"""Which steps are done on one trip, and which trip comes first."""

from dataclasses import replace

import pytest

from lifejourney.schedule import Stop, Trip, trips

OFFICE, COURT = "office", "court"


def ids(*stops: Stop) -> list[tuple[str, ...]]:
    """Return what is done on each trip."""
    return [trip.stops for trip in trips(stops).trips]


def test_nothing_to_go_for() -> None:
    """Without a counter there is no trip."""
    assert trips([]).trips == ()
    assert ids(Stop("online", None), Stop("automatic", None, ("online",))) == []


def test_one_counter_is_one_trip() -> None:
    """What waits for nothing is done at once, in the order of the plan."""
    assert ids(Stop("b", OFFICE), Stop("c", COURT), Stop("a", OFFICE)) == [("b", "a"), ("c",)]


@pytest.mark.parametrize(("waits", "expected"), [(True, [("a",), ("b",)]), (False, [("a", "b")])])
def test_a_result_that_is_waited_for(waits: bool, expected: list[tuple[str, ...]]) -> None:  # noqa: FBT001
    """The next step is on the same trip only if the result is there before one leaves."""
    assert ids(Stop("a", OFFICE, waits=waits), Stop("b", OFFICE, ("a",))) == expected


def test_another_counter_is_another_trip() -> None:
    """However fast one counter is, the other is elsewhere; and back again is a third trip."""
    found = trips([
        Stop("a", OFFICE, waits=False),
        Stop("b", COURT, ("a",), waits=False),
        Stop("c", OFFICE, ("b",), waits=False),
    ])  # fmt: skip
    assert found.trips == (
        Trip(OFFICE, ("a",), ()),
        Trip(COURT, ("b",), (1,)),
        Trip(OFFICE, ("c",), (2,)),
    )


def test_a_step_is_put_off_for_a_later_trip() -> None:
    """What could be done at once is done with what has to wait, where that saves a trip."""
    stops = [Stop("a", OFFICE), Stop("b", COURT), Stop("c", OFFICE, ("b",))]
    assert ids(*stops) == [("b",), ("a", "c")]


def test_what_is_done_elsewhere_in_between() -> None:
    """What needs no trip, and is waited for, parts what comes before it from what comes after."""
    stops = [Stop("a", OFFICE, waits=False), Stop("b", None, ("a",)), Stop("c", OFFICE, ("b",))]
    assert ids(*stops) == [("a",), ("c",)]
    assert ids(stops[0], replace(stops[1], waits=False), stops[2]) == [("a", "c")]


def test_one_application_is_one_trip() -> None:
    """It is so even if one of its results is made from the other."""
    form = Stop("a", OFFICE, application="form")
    assert ids(form, Stop("b", OFFICE, ("a",), application="form")) == [("a", "b")]
    assert ids(form, Stop("b", COURT, ("a",), application="form")) == [("a",), ("b",)]
    waiting = Stop("b", OFFICE, ("a", "c"), application="form")
    assert ids(form, Stop("c", COURT), waiting) == [("c",), ("a", "b")]


def test_an_application_that_is_interrupted() -> None:
    """Where another counter comes in between, the steps are made one by one."""
    stops = [
        Stop("a", OFFICE, application="form"),
        Stop("b", COURT, ("a",)),
        Stop("c", OFFICE, ("b",), application="form"),
    ]
    assert ids(*stops) == [("a",), ("b",), ("c",)]


def test_an_application_that_is_none_keeps_its_order() -> None:
    """Filed one by one, what needs the other's paper waits for it."""
    stops = [
        Stop("a", OFFICE, application="form"),
        Stop("b", COURT, ("a",)),
        Stop("c", OFFICE, ("b",), application="form"),
        Stop("d", OFFICE, ("c",), application="form"),
    ]
    assert ids(*stops) == [("a",), ("b",), ("c",), ("d",)]


def test_what_an_application_takes_along() -> None:
    """A step between two that are filed at once is made at once with them."""
    stops = [
        Stop("a", OFFICE, waits=False, application="form"),
        Stop("b", OFFICE, ("a",), waits=False),
        Stop("c", OFFICE, ("b",), application="form"),
    ]
    assert ids(*stops) == [("a", "b", "c")]


def crossed(first: str, second: str) -> list[Stop]:
    """Return what is done at two counters, each of which waits for the other."""
    return [
        Stop(f"a-{first}", first),
        Stop(f"b-{second}", second, (f"a-{first}",)),
        Stop(f"c-{second}", second),
        Stop(f"d-{first}", first, (f"c-{second}",)),
    ]


def test_counters_that_wait_for_each_other() -> None:
    """No two trips can each come before the other: the bound of two each is not reached."""
    found = trips(crossed(OFFICE, COURT))
    assert (len(found.trips), found.proven) == (3, True)
    twice = trips([*crossed(OFFICE, COURT), *crossed("bank", "police")])
    assert (len(twice.trips), twice.proven) == (6, True)


def test_a_search_that_ends_early() -> None:
    """The trips are not called the fewest, unless they are as few as the bound."""
    assert trips(crossed(OFFICE, COURT), limit=0).proven is False
    assert trips(crossed(OFFICE, COURT)[:3], limit=0).proven is True


def test_what_is_not_there_is_not_waited_for() -> None:
    """A step that is not among the stops holds nothing up."""
    assert ids(Stop("a", OFFICE, ("gone",))) == [("a",)]


def test_a_circle_is_refused() -> None:
    """Steps of a plan never wait for each other."""
    with pytest.raises(ValueError, match="circle"):
        trips([Stop("a", OFFICE, ("b",)), Stop("b", OFFICE, ("a",))])
