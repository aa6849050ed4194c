"""Check how goals that exclude one another are set side by side."""

from typing import Any

from lifejourney.vocabulary import Call, Cost, Time
from tests.unit.explanation.births import answer
from tests.unit.planning.tiny import catalog, event, service


def rivals(*costs: int, days: tuple[int, int] = (1, 1)) -> Any:  # noqa: ANN401
    """Return two rival goals with what each costs and how long it takes."""
    calls = [
        Call("child", "right", document="a", excludes=("b",)),
        Call("child", "right", document="b", excludes=("a",)),
    ]
    makers = [
        service(number, [slug], cost=Cost(max=cost), processing_time=Time("calendar_day", max=long))
        for number, (slug, cost, long) in enumerate(zip("ab", costs, days, strict=True), start=1)
    ]
    return answer(catalog(event(calls), makers, ["a", "b"]), lang="en")["plan"]["rivals"]


def test_the_one_that_takes_less() -> None:
    """It is marked, and alone."""
    assert [one["better"] for one in rivals(5, 7)] == [True, False]


def test_of_equals_none_takes_less() -> None:
    """Neither is called the lighter one."""
    found = rivals(5, 5)
    assert [one["better"] for one in found] == [False, False]
    assert not any("less" in one["text"] for one in found)


def test_what_costs_less_and_is_done_later_does_not_take_less() -> None:
    """A year in court is not lighter than a week at the notary's; both ends are told."""
    found = rivals(5, 7, days=(365, 7))
    assert [one["better"] for one in found] == [False, False]
    assert found[0]["finish"] > found[1]["finish"]
    assert all("Done on" in one["text"] for one in found)
    assert [one["better"] for one in rivals(5, 7, days=(7, 365))] == [True, False]
