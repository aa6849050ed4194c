"""Check how goals that exclude one another are set side by side."""

from typing import Any

from lifejourney.vocabulary import Call, Cost
from tests.unit.explanation.births import answer
from tests.unit.planning.tiny import catalog, event, service


def rivals(*costs: int) -> Any:  # noqa: ANN401
    """Return two rival goals with what each costs."""
    calls = [
        Call("child", "right", document="a", excludes=("b",)),
        Call("child", "right", document="b", excludes=("a",)),
    ]
    makers = [
        service(number, [slug], cost=Cost(max=cost))
        for number, (slug, cost) in enumerate(zip("ab", costs, strict=True), start=1)
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
