"""Check the one question of what makes going to a counter easier."""

from dataclasses import replace
from typing import Any

from lifejourney.catalog import Catalog
from lifejourney.explanation import present
from lifejourney.vocabulary import Treatment
from tests.unit.planning.tiny import advise, catalog, event, fact, is_, service, text


def eased(channel: str = "counter", test: str = "true") -> Catalog:
    """Return a catalog in which who says to be old, and who comes with a child, goes first."""
    first = (
        Treatment(text("the old"), ("companion",), is_("self", "old", test)),
        Treatment(text("the ill"), ("companion",), is_("child", "ill")),
    )
    return catalog(
        replace(event(["a"]), special_treatment=first),
        [service(1, ["a"], channels=(channel,))],
        ["a"],
        [fact("old", of="self"), fact("ill")],
    )


def plan(tested: Catalog, **said: Any) -> dict[str, Any]:  # noqa: ANN401 - as a request
    """Return the plan as it is shown."""
    found: dict[str, Any] = present(advise(tested, **said))["plan"]
    return found


def test_it_is_asked_of_who_goes() -> None:
    """One question about the one who asks, never about somebody else, and only at a counter."""
    asked = plan(eased())["ease_question"]
    assert (asked["fact"], asked["type"]) == ("self.old", "boolean")
    assert plan(eased("electronic"))["ease_question"] is None


def test_it_is_not_asked_where_it_is_known() -> None:
    """Answered, declined, or following from the event."""
    for said in (
        {"facts": {("self", "old"): True}},
        {"facts": {("self", "old"): False}},
        {"facts": {("child", "ill"): True}},
        {"declined": ["self.old"]},
    ):
        assert plan(eased(), **said)["ease_question"] is None
    old = plan(eased(), facts={("self", "old"): True})
    assert [one["who"] for one in old["special_treatment"]] == ["the old"]


def test_the_answer_is_of_use() -> None:
    """It is not called an answer on which nothing depends."""
    assert advise(eased(), facts={("self", "old"): True}).unused == ()
