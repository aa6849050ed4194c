"""Check that a plan without steps says why."""

import pytest

from lifejourney.explanation import present
from lifejourney.vocabulary import Call, Person, Usual
from tests.unit.planning.tiny import advise, catalog, event, fact, is_, paper, service, text

ILL = Call("child", "duty", document="a", when=is_("child", "ill"))
PAPERS = [paper("a", usual=Usual("lacking"))]


def told(calls: list[Call], **said: object) -> str | None:
    """Return what is said of the plan of a small catalog."""
    papers = [*PAPERS, paper("form", origin="self")]
    grave = fact("grave", never_assumed=True)
    small = catalog(event(calls), [service(1, ["a"])], papers, [fact("ill"), grave])
    found: str | None = present(advise(small, **said))["plan"]["empty"]
    return found


def test_there_are_steps() -> None:
    """Nothing is said."""
    assert told([ILL], facts={("child", "ill"): True}) is None


def test_nothing_applies() -> None:
    """The answers that rule it out are named."""
    text = told([ILL], facts={("child", "ill"): False})
    assert text == "By your answers there is nothing to be done: birth. Your answer: ill No."


def test_everything_is_held() -> None:
    """The papers are named."""
    said = {"facts": {("child", "ill"): True}, "papers": {("a", "child"): True}}
    assert told([ILL], **said) == "You have everything that is needed: a. There is no step to take."


def test_what_is_held_is_named_in_one_order() -> None:
    """Whatever was said first, and nothing that nobody asks for; the children of two only once."""
    calls = [Call("child", "duty", document="b"), Call("child", "duty", service="s1")]
    names = ("b", "a", "c")
    made = [service(1, ["a"]), service(2, ["b"]), service(3, ["c"])]
    small = catalog(event(calls, child=Person(text("child"), many=True, maximum=2)), made, names)
    held = [(name, f"child-{number}") for name in names for number in (1, 2)]
    for order in (held, held[::-1]):
        said = {"papers": dict.fromkeys(order, True), "persons": {"child": 2}}
        words = present(advise(small, **said))["plan"]["empty"]
        assert words == "You have everything that is needed: b and a. There is no step to take."


def test_no_service_is_needed() -> None:
    """What is written by oneself takes no step."""
    call = Call("child", "duty", document="form")
    assert told([call]) == "What is needed takes no step at any service."


@pytest.mark.parametrize(
    ("declined", "expected"), [((), "Answer a question"), (["child.ill"], "no step is certain")]
)
def test_it_is_open(declined: list[str], expected: str) -> None:
    """One answer helps; whoever declines is not pressed."""
    text = told([ILL], declined=declined)
    assert text is not None
    assert expected in text
