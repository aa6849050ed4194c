"""What of a service's remarks a person reads, and which papers a step lists."""

from dataclasses import replace
from typing import Any

import pytest

from lifejourney.catalog import Catalog
from lifejourney.exports.services import show_service
from lifejourney.vocabulary import Call, Condolence, EventTest, Remark, Result, Text
from tests.unit.explanation.births import answer
from tests.unit.planning.tiny import catalog, event, fact, is_, need, service, text

ILL = is_("child", "ill", "true")
WELL = is_("it", "ill", "false")
RESULTS = {"all": None, "one": "a", "two": "b"}


def remarks() -> tuple[Remark, ...]:
    """Return one for everybody, one for the ill and one for those who are not."""
    return Remark(text("all")), Remark(text("ill"), ILL), Remark(text("well"), WELL)


def told(**said: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the step of a service with remarks of each kind."""
    one = service(
        1,
        ["a"],
        procedure=remarks(),
        say=remarks(),
        sent_back_when=remarks(),
        check_result=remarks()[1:2],
        note=(Remark(text("dead"), EventTest(("death",))),),
    )
    small = catalog(event(["a"]), [one], ["a"], [fact("ill")])
    step: dict[str, Any] = answer(small, **said)["plan"]["steps"][0]
    return step


@pytest.mark.parametrize(
    ("facts", "expected", "said"),
    [
        ({}, ["all", "ill", "well"], "all"),
        ({("child", "ill"): True}, ["all", "ill"], "all ill"),
        ({("child", "ill"): False}, ["all", "well"], "all well"),
    ],
)
def test_only_what_concerns_the_person(
    facts: dict[Any, Any], expected: list[str], said: str
) -> None:
    """What is known to be about others is left out; what may concern them stays.

    At the counter only what is known is said: nobody is made to say that a mother has died.
    """
    step = told(facts=facts)
    assert step["sent_back_when"] == step["procedure"] == expected
    assert step["say"] == said
    assert step["check_result"] == ("ill" if "ill" in expected else None)
    assert step["note"] is None


@pytest.mark.parametrize(("ill", "expected"), [(True, ["all", "one"]), (False, ["all", "two"])])
def test_only_what_concerns_the_results(*, ill: bool, expected: list[str]) -> None:
    """A remark about a result stands in the steps that make it."""
    told = tuple(Remark(text(word), result=made) for word, made in RESULTS.items())
    makes = [Result("a", when=ILL), Result("b", when=WELL)]
    goals = [Call("child", "duty", document=made) for made in ("a", "b")]
    small = catalog(
        event(goals), [service(1, makes, note=told, say=told)], ["a", "b"], [fact("ill")]
    )
    (step,) = answer(small, facts={("child", "ill"): ill})["plan"]["steps"][:1]
    assert step["note"] == step["say"] == " ".join(expected)


def test_what_the_plan_supposes_decides_too() -> None:
    """A plan for somebody well carries no note for the ill; a warning stays until it is known."""
    first = service(1, ["a"], note=remarks(), say=remarks(), sent_back_when=remarks())
    goals = [Call("child", "duty", document="a"), Call("child", "duty", document="b", when=ILL)]
    ill = fact("ill", likelihoods={"true": 10, "false": 90})
    told = answer(catalog(event(goals), [first, service(2, ["b"])], ["a", "b"], [ill]))
    assert [one["value"] for one in told["assumed"]] == [False]
    step = told["plan"]["steps"][0]
    assert (step["note"], step["say"]) == ("all well", "all")
    assert step["sent_back_when"] == ["all", "ill", "well"]


def test_a_service_on_its_own_tells_everything() -> None:
    """In the catalog nobody is known yet."""
    one = service(1, ["a"], say=remarks(), sent_back_when=remarks(), note=())
    shown = show_service(catalog(event(["a"]), [one], ["a"], [fact("ill")]), one, "id")
    assert shown["say"] == "all ill well"
    assert shown["sent_back_when"] == ["all", "ill", "well"]
    assert shown["check_result"] is None
    assert shown["note"] is None


def births() -> Catalog:
    """Return a birth with words of sympathy, and a death without."""
    sorry = Condolence(Text("Turut berduka", "Sorry"), ILL)
    birth = replace(event([]), greeting=Text("Selamat", "Welcome"), condolence=sorry)
    return catalog([event([], "move"), birth], [], [], [fact("ill")])


@pytest.mark.parametrize(
    ("ill", "expected"), [(None, "Welcome"), (False, "Welcome"), (True, "Sorry")]
)
def test_sympathy_once_it_is_known(*, ill: bool | None, expected: str) -> None:
    """Nobody is pitied for what may not be."""
    facts = {} if ill is None else {("child", "ill"): ill}
    assert answer(births(), "birth", facts=facts)["greeting"] == expected


def test_sympathy_goes_before_other_events() -> None:
    """The gravest event greets."""
    both = births()
    both = replace(
        both, events={**both.events, "move": replace(both.events["move"], greeting=text("x"))}
    )
    assert answer(both, "move", "birth", facts={("child", "ill"): True})["greeting"] == "Sorry"


def test_a_paper_asked_for_twice_stands_there_once() -> None:
    """The stricter of both requirements counts, and every note is kept."""
    one = service(
        1,
        ["a"],
        [
            need("b", original=False, copies=2, note=text("first")),
            need("b", copies=1, kept=True, note=text("second")),
            need("b", note=text("first")),
        ],
    )
    found = answer(catalog(event(["a"]), [one, service(2, ["b"])], ["a", "b"]))
    (asked,) = found["plan"]["steps"][-1]["requires"]
    assert (asked["copies"], asked["original"], asked["kept"]) == (2, True, True)
    assert asked["note"] == "first second"
    (paper,) = found["plan"]["documents"]
    assert paper["copies"] == 2


def test_what_is_only_checked_is_no_paper() -> None:
    """It stays with the step and is not in the list of papers to bring."""
    one = service(1, ["a"], [need("b", original=False)])
    found = answer(catalog(event(["a"]), [one, service(2, ["b"])], ["a", "b"]))
    assert [asked["document"] for asked in found["plan"]["steps"][-1]["requires"]] == ["b"]
    assert found["plan"]["documents"] == []
