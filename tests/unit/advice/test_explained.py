"""Why a service is in the plan or not."""

from dataclasses import replace
from typing import Any

from lifejourney.catalog import Catalog
from lifejourney.vocabulary import AllOf, Call, Constraint, Person, Result
from tests.unit.advice.explain import POOR, explain, kinds, right
from tests.unit.advice.goals import HELD
from tests.unit.planning.tiny import (
    NEVER,
    catalog,
    event,
    fact,
    is_,
    need,
    paper,
    service,
    text,
)


def papers(*, seconds: bool = False, **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog in which a paper needs another one, which services make."""
    services = [service(1, ["a"], ["b"]), service(2, ["b"])]
    services += [service(3, ["b"], ["c"]), service(4, ["c"])] if seconds else []
    documents = ["a", paper("b", **more), "c"]
    return catalog(event(["a"]), services, documents, [fact("poor", changeable=True)])


def test_the_chain_from_the_event_down() -> None:
    one = explain(papers(), "s2")
    assert one.status == "certain"
    assert [(g.kind, g.of, g.by) for g in one.why] == [
        ("event", "a@child", "LJ-0001@child"),
        ("needed", "LJ-0001@child", "LJ-0002@child"),
    ]


def test_the_chain_to_what_is_wanted() -> None:
    made = replace(papers(), events={"birth": event([])})
    one = explain(made, "s2", wanted=[("a", "child")])
    assert [ground.kind for ground in one.why] == ["needed"]
    assert [ground.kind for ground in explain(made, "s1", wanted=[("a", "child")]).why] == [
        "wanted"
    ]


def test_a_grave_question_that_was_declined() -> None:
    one = right(never_assumed=True)
    found = explain(one, "s1", declined=["child.poor"])
    assert (found.status, found.why, found.open_) == ("possible", (), ("child.poor",))


def test_held_already() -> None:
    one = explain(papers(usual=HELD), "s2", papers={("b", "child"): True})
    assert (one.status, kinds(one), one.why_not[0].paper) == (
        "not_needed",
        ["held"],
        ("b", "child"),
    )


def test_from_elsewhere() -> None:
    one = explain(papers(seconds=True), "s3")
    assert (one.status, kinds(one), one.why_not[0].of) == (
        "not_needed",
        ["elsewhere"],
        "LJ-0002@child",
    )


def test_another_paper_is_enough() -> None:
    services = [service(1, ["a"], [need("b", "c")]), service(2, ["b"]), service(3, ["c"])]
    made = catalog(event(["a"]), services, ["a", "b", "c"])
    one = explain(made, "s3")
    assert (one.status, kinds(one), one.why_not[0].of) == (
        "not_needed",
        ["enough"],
        "LJ-0001@child",
    )


def test_chosen_otherwise() -> None:
    services = [service(1, ["b"]), service(2, ["c"])]
    documents = ["a", paper("b", kind_of="a"), paper("c", kind_of="a")]
    made = catalog(event(["a"]), services, documents)
    one = explain(made, "s1", wanted=[("c", "child")])
    assert (one.status, kinds(one)[0], one.why_not[0].of) == ("not_needed", "chosen", "c@child")
    assert "wanted" in [ground.kind for ground in explain(made, "s2", wanted=[("c", "child")]).why]


def test_a_rival_was_chosen() -> None:
    calls = [Call("child", "right", document="a", excludes=("b",)),
             Call("child", "right", document="b")]  # fmt: skip
    made = catalog(event(calls), [service(1, ["a"]), service(2, ["b"])], ["a", "b"])
    one = explain(made, "s1", wanted=[("b", "child")])
    assert (one.status, kinds(one), one.why_not[0].of) == ("not_needed", ["chosen"], "b@child")
    calls = [Call("child", "right", service="s1", excludes=("b",)),
             Call("child", "right", document="b")]  # fmt: skip
    made = catalog(event(calls), [service(1), service(2, ["b"])], ["b"])
    one = explain(made, "s1", wanted=[("b", "child")])
    assert kinds(one) == ["chosen"]


def test_not_called_for() -> None:
    """By the answers, or the result is not made, or who needs it is not in the plan."""
    poor = is_("child", "poor")
    facts = [fact("poor")]
    calls = [
        Call("child", "duty", document="a"),
        Call("child", "right", service="s2", when=poor),
        Call("child", "right", document="d", when=poor),
    ]
    services = [
        service(1, ["a"], [need("b", when=poor)]),
        service(2),
        service(3, ["b"]),
        service(4, ["d"]),
        service(5, ["a"], ["e"], applies=poor),
        service(6, ["e"]),
    ]
    made = catalog(event(calls), services, ["a", "b", "d", "e"], facts)
    for slug in ("s2", "s3", "s4", "s6"):
        one = explain(made, slug, facts={POOR: False})
        assert (slug, one.status, kinds(one)) == (slug, "not_needed", ["answer"])


def test_a_result_that_is_not_made() -> None:
    poor = is_("child", "poor")
    services = [service(1, [Result("a", when=poor)]), service(2, ["a"])]
    made = catalog(event(["a"]), services, ["a"], [fact("poor")])
    one = explain(made, "s1", facts={POOR: False})
    assert (one.status, kinds(one)) == ("not_needed", ["answer"])


def test_what_a_constraint_rules_out() -> None:
    """No answer alone is against it; all that were given stand there."""
    both = AllOf((is_("child", "poor"), is_("child", "ill")))
    one = replace(right(fact("ill")), constraints=(Constraint(never=both),))
    made = replace(one, services={"s1": service(1, applies=both)})
    found = explain(made, "s1", facts={POOR: True})
    assert (found.status, [g.fact for g in found.why_not]) == ("does_not_apply", ["poor"])


def test_nothing_asks_for_it() -> None:
    """Neither an answer nor another way is against it: what needs it is itself blocked."""
    services = [service(1, ["a"], ["b", "c"]), service(2, ["b"])]
    made = catalog(event(["a"]), services, ["a", "b", "c"])
    one = explain(made, "s2")
    assert (one.status, kinds(one)) == ("not_needed", ["unasked"])


def test_blocked() -> None:
    services = [service(1, ["a"], ["b"]), service(2, ["c"], ["a"]), service(3)]
    calls = [Call("child", "duty", document="c"), Call("child", "duty", service="s3")]
    made = catalog(event(calls), services, ["a", "b", "c"])
    for slug in ("s1", "s2"):
        one = explain(made, slug)
        assert (one.status, kinds(one)) == ("blocked", ["lacking"])


def test_for_nobody() -> None:
    death = event([Call("deceased", "duty", service="s9")], "death",
                  child=None, deceased=Person(text("dead"), dead=True))  # fmt: skip
    one = papers()
    made = replace(
        one,
        events={**one.events, "death": death},
        services={**one.services, "s9": service(9, of="deceased")},
    )
    nobody = explain(made, "s9")
    assert (nobody.member, nobody.status, kinds(nobody)) == (None, "not_needed", ["no_event"])
    assert nobody.why_not[0].value == ("death",)
    assert nobody.changes is None
    beside = explain(made, "s2", person="self")
    assert (beside.member, kinds(beside)) == ("self", ["unasked"])


def test_never_for_anybody() -> None:
    made = catalog(event([Call("child", "right", service="s1")]), [service(1, applies=NEVER)])
    one = explain(made, "s1")
    assert (one.status, kinds(one)) == ("does_not_apply", ["nobody"])
