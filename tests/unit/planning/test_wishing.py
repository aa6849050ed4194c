"""Check that what is asked for by name is preferred to every other way, as long as it can be."""

import pytest

from lifejourney.vocabulary import Alternative, Time, Usual
from tests.unit.planning.tiny import catalog, event, look, need, paper, service

SLOW, SLOWER = Time("calendar_day", max=9), Time("calendar_day", max=30)
HELD = paper("held", usual=Usual("held"))
OATH = Alternative("oath", substitute=True)


@pytest.mark.parametrize("competing", [False, True])
def test_it_is_waited_for(competing: bool) -> None:  # noqa: FBT001
    """Though another paper is at hand at once, whether or not the finish of a step matters."""
    made = [
        service(1, ["a"], [need("b", "held")]),
        service(2, ["b"], processing_time=SLOW),
        *([service(3, ["a"], processing_time=SLOWER)] if competing else []),
    ]
    small = catalog(event(["a"]), made, ["a", "b", HELD])
    papers = {("held", "child"): True}
    assert look(small, papers=papers).steps() == ["LJ-0001@child"]
    wished = look(small, papers=papers, wanted=[("b", "child")])
    assert wished.steps() == ["LJ-0002@child", "LJ-0001@child"]


def test_what_cannot_be_had_is_not_waited_for() -> None:
    papers = ["a", "never", paper("oath", origin="self")]
    small = catalog(event(["a"]), [service(1, ["a"], [need("never", OATH)])], papers)
    assert look(small, wanted=[("never", "child")]).steps() == ["LJ-0001@child"]


def test_a_wish_that_waits_for_itself_is_given_up() -> None:
    """What is wished for needs what the step makes: the step goes the other way."""
    made = [service(1, ["a"], [need("b", "c")]), service(2, ["b"], ["a"]), service(3, ["c"])]
    found = look(catalog(event(["a"]), made, ["a", "b", "c"]), wanted=[("b", "child")])
    assert found.steps() == ["LJ-0003@child", "LJ-0001@child", "LJ-0002@child"]


def test_of_several_wishes_the_better_rank_counts() -> None:
    """A substitute that is wished for too is taken only where the other cannot be had."""
    made = [service(1, ["a"], [need("b", OATH)]), service(2, ["b"])]
    small = catalog(event(["a"]), made, ["a", "b", paper("oath", origin="self")])
    both = [("b", "child"), ("oath", "child")]
    assert look(small, wanted=both).steps() == ["LJ-0002@child", "LJ-0001@child"]
    assert look(small, wanted=both[1:]).steps() == ["LJ-0001@child"]
