"""Walk small questionnaires to the end."""

import pytest

from lifejourney.advice.world import World
from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.proofs.walking import Order, Walk, answers_of
from lifejourney.proofs.worlds import Worlds
from lifejourney.vocabulary import Call, Person, Some, Usual
from tests.unit.planning.tiny import (
    DAY,
    advise,
    catalog,
    event,
    fact,
    is_,
    paper,
    request,
    service,
    text,
)


def everything() -> Catalog:
    """Return a catalog that asks for facts, papers, how many, and which results are wanted."""
    calls = [
        Call("family", "duty", document="a", when=Some("child", is_("child", "ill"))),
        Call("family", "duty", document="d", usual="d2"),
        Call("family", "duty", document="e", excludes=("f",)),
        Call("family", "duty", document="f", excludes=("e",)),
    ]
    made = ["a", "b", "d1", "d2", "e", "f"]
    services = [
        service(n, [slug], ["b"] if slug == "a" else [], of="family")
        for n, slug in enumerate(made, 1)
    ]
    papers = [
        *(paper(slug, "family") for slug in ("a", "d", "e", "f")),
        paper("b", "family", usual=Usual("held")),
        paper("d1", "family", kind_of="d"),
        paper("d2", "family", kind_of="d"),
    ]
    child = Person(text("child"), many=True, minimum=1, maximum=3, likely=1)
    family = Person(text("family"), group=True)
    facts = [fact("ill", likelihood={"true": 9, "false": 1})]
    return catalog(event(calls, child=child, family=family), services, papers, facts)


def test_a_walk_ends_when_the_advice_is_settled() -> None:
    """Whatever is asked is answered, also of a child that was not shown before."""
    small = everything()
    worlds = Worlds(small, DAY)
    order = Order(worlds.told)
    values = {**answers_of(worlds.told(request())), "persons:child": 2, "child-1.ill": False}
    walk = order.walked(Walk(request()), values)
    kinds = [question.kind for question in walk.asked]
    assert sorted(set(kinds)) == ["choice", "documents", "facts", "persons"]
    assert {"child-1.ill", "child-2.ill"} < walk.ids
    assert order.at(walk.request).open == frozenset()
    said = walk.request
    left = advise(
        small, facts=said.facts, papers=said.papers, wanted=said.wanted, persons=said.persons
    )
    assert left.questions == ()


def test_who_does_not_listen_is_stopped() -> None:
    """A question that comes again after its answer would never end."""
    worlds = Worlds(everything(), DAY)

    def deaf(_: Request) -> World:
        return worlds.told(request())

    with pytest.raises(RuntimeError, match="asked twice"):
        Order(deaf).walked(Walk(request()), answers_of(worlds.told(request())))
