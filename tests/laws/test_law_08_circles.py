"""Law 8: a circle is not an error if another way breaks it; one without a way out is blocked."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.vocabulary import (
    Alternative,
    Authority,
    Call,
    Complaint,
    Document,
    LifeEvent,
    Person,
    Requirement,
    Result,
    Service,
    Text,
)
from tests.oracles.catalogs import law
from tests.oracles.small import service
from tests.unit.planning.tiny import DAY


def ring(size: int, way_out: int | None, *, substitute: bool, first: bool) -> Catalog:
    """Return services that each need what the one before makes; perhaps with one way out."""
    words = Text(id="words")
    documents = {
        f"paper-{n}": Document(f"paper-{n}", words, ("self",), "service") for n in range(size)
    }
    documents["letter"] = Document("letter", words, ("self",), "self")
    services: dict[str, Service] = {}
    for number in range(size):
        ways = [Alternative(f"paper-{(number - 1) % size}")]
        if number == way_out:
            ways.insert(0 if first else 1, Alternative("letter", substitute=substitute))
        services[f"service-{number}"] = replace(
            service(number),
            serves=("self",),
            requires=(Requirement(tuple(ways)),),
            produces=(Result(f"paper-{number}"),),
        )
    event = LifeEvent(
        "birth",
        words,
        words,
        "birth",
        {"self": Person(words)},
        (Call("self", "duty", document="paper-0"),),
    )
    office = Authority("office", words, "national", Complaint(words))
    return Catalog({"birth": event}, services, documents, (), {"office": office})


REQUEST = Request(("birth",), DAY, {}, frozenset(), {}, {}, frozenset(), ())


@law(40)
@given(st.integers(1, 6), st.integers(0, 5), st.booleans(), st.booleans())
def test_a_circle_is_broken_by_another_way(size: int, at: int, sworn: bool, first: bool) -> None:  # noqa: FBT001
    """The steps go once around from the way out to the goal."""
    way_out = at % size
    advice = Advisor(ring(size, way_out, substitute=sworn, first=first)).advise(REQUEST)
    assert not advice.blocked
    expected = [(way_out + n) % size for n in range((size - way_out) % size + 1)]
    assert [step.service.slug for step in advice.steps] == [f"service-{n}" for n in expected]
    assert [step.wave for step in advice.steps] == list(range(1, len(expected) + 1))


@law(10)
@given(st.integers(1, 6))
def test_a_circle_without_a_way_out_is_blocked(size: int) -> None:
    """The goal stays, and names the papers that need one another."""
    advice = Advisor(ring(size, None, substitute=False, first=True)).advise(REQUEST)
    assert not advice.steps
    (goal,) = advice.blocked
    assert goal.id == "document:paper-0@self"
    assert {blocker.why for blocker in goal.blockers} == {"circle"}
