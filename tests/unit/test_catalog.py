"""Check the look-ups of a catalog."""

from dataclasses import replace
from datetime import date

from lifejourney.vocabulary import Person
from tests.unit.planning.tiny import catalog, event, fact, paper, service, text

FAMILY = Person(text("family"), group=True)


def test_the_catalog_of_a_day() -> None:
    """Each day has the last variant that has begun, else the catalog itself."""
    first, second = catalog(event([])), catalog(event([]))
    whole = catalog(event([]), variants=((date(2027, 1, 1), first), (date(2028, 1, 1), second)))
    assert whole.on(date(2026, 12, 31)) is whole
    assert whole.on(date(2027, 1, 1)) is first
    assert whole.on(date(2030, 1, 1)) is second


def test_whom_a_noun_covers() -> None:
    """`person` covers every human being, and no group."""
    small = catalog(event([], family=FAMILY))
    assert frozenset({"family"}) == small.groups
    assert frozenset({"child", "family", "self"}) == small.roles
    assert small.covers(("person",), "child")
    assert not small.covers(("person",), "family")
    assert small.covers(("family",), "family")
    assert not small.covers(("mother",), "child")


def test_a_fact_that_names_the_role_goes_first() -> None:
    """A general fact of the same name stands only where no other does."""
    general, own = fact("age", "integer", "person"), fact("age", "integer")
    for order in ((general, own), (own, general)):
        small = catalog(event([], mother=Person()), facts=order)
        assert small.fact("child", "age") is own
        assert small.fact("mother", "age") is general
        assert small.facts_of("child") == (own,)
        assert small.fact("mother", "name") is None


def test_kinds_of_a_document() -> None:
    """A document comes first, then each kind of it; a circle of kinds ends."""
    papers = [paper("a"), paper("b", kind_of="a"), paper("c", kind_of="b"), paper("d")]
    small = catalog(event([]), papers=papers)
    assert small.kinds("a") == ("a", "b", "c")
    assert small.kinds("d") == ("d",)
    circle = [paper("a", kind_of="b"), paper("b", kind_of="a")]
    assert catalog(event([]), papers=circle).kinds("a") == ("a", "b")


def test_who_makes_a_document() -> None:
    """Producers come by code, each once."""
    late = replace(service(2, ["a", "a"]), slug="late")
    small = catalog(event([]), [late, service(1, ["a"]), service(3, ["b"])], ["a", "b"])
    assert small.producers == {"a": ("s1", "late"), "b": ("s3",)}
    assert small.by_code["LJ-0002"] is late
