"""Laws 13 and 15: no invented figure; preference chooses among equal ways and decides no law."""

# ruff: noqa: ANN401 - looks at the outside of things

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.explanation import present
from lifejourney.journey import Advisor
from lifejourney.vocabulary import (
    Authority,
    Call,
    Complaint,
    Cost,
    Document,
    LifeEvent,
    Person,
    Result,
    Text,
    Time,
)
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, law
from tests.oracles.small import service
from tests.unit.planning.tiny import DAY

WORDS = Text(id="kata", en="words")
REQUEST = Request(("birth",), DAY, {}, frozenset(), {}, {}, frozenset(), ())


def two_makers(known: Any, unknown: Any) -> Catalog:
    """Return a catalog in which two services make what an event calls for."""
    event = LifeEvent(
        "birth", WORDS, WORDS, "birth", {"mother": Person(WORDS)},
        (Call("mother", "duty", document="paper"),),
    )  # fmt: skip
    made = [
        replace(one, serves=("mother",), produces=(Result("paper"),)) for one in (unknown, known)
    ]
    office = Authority("office", WORDS, "national", Complaint(WORDS))
    return Catalog(
        {"birth": event}, {one.slug: one for one in made},
        {"paper": Document("paper", WORDS, ("mother",), "service")}, (), {"office": office},
    )  # fmt: skip


@law(40)
@given(st.integers(0, 10**6), st.integers(0, 10**9), st.booleans())
def test_unknown_is_longer_and_dearer_than_anything(days: int, fee: int, time: bool) -> None:  # noqa: FBT001
    """Law 13: what is not known never passes for nothing, and never wins by it."""
    known = service(1, days=days, fee=fee)
    unknown = service(0, days=None, fee=fee) if time else service(0, days=days, fee=None)
    advice = Advisor(two_makers(known, unknown)).advise(REQUEST)
    assert [step.service.slug for step in advice.steps] == ["service-1"]


@law(80)
@given(ADVISED)
def test_what_is_unknown_is_said_to_be(drawn: Advised) -> None:
    """Law 13: no figure stands where the catalog has none; a total of unknowns is "at least"."""
    catalog, request = drawn
    assert_figures(catalog, present(Advisor(catalog).advise(request)))


def assert_figures(catalog: Catalog, answer: dict[str, Any]) -> None:
    """Check the figures of each step, and the total."""
    plan = answer["plan"]
    for step in (*plan["steps"], *plan["possible"]):
        one = catalog.services.get(step["slug"])
        if one is None or step["follow_up"] or step["status"] == "blocked":
            continue
        time, cost = step["time"], step["cost"]
        if one.processing_time.known is None:
            assert time is None or time["max"] is time["min"] is None
        if one.cost.known is None:
            assert cost is None or cost["max"] is cost["min"] is None
            assert cost is None or "gratis" not in cost["text"].lower()
            if step in plan["steps"] and step["status"] != "done":
                assert plan["totals"]["fee"]["unknown"] > 0


@law(60)
@given(ADVISED, RANDOM)
def test_figures_decide_no_law(drawn: Advised, chance: Random) -> None:
    """Law 15: other times and fees change no verdict, no blocked goal, no wanted result."""
    catalog, request = drawn
    services = {
        slug: replace(
            one,
            processing_time=Time("calendar_day", max=chance.randrange(9)),
            cost=Cost(max=chance.randrange(9)),
        )
        for slug, one in catalog.services.items()
    }
    before = Advisor(catalog).advise(request)
    after = Advisor(replace(catalog, services=services, version="other")).advise(request)
    for part in ("verdicts", "choices", "blocked", "kinds"):
        assert _law(before)[part] == _law(after)[part], part


def _law(advice: Any) -> dict[str, Any]:
    made = {paper for step in advice.steps for paper in step.makes}
    return {
        "verdicts": [(v.event, v.call.target, v.member, v.truth) for v in advice.verdicts],
        "blocked": [(b.id, b.status) for b in advice.blocked],
        "choices": {q.choice for q in advice.questions if q.kind == "choice"},
        "kinds": {
            (v.call.target, v.member): {
                p for p in made if p[1] == v.member and p[0] in advice.catalog.kinds(v.call.target)
            }
            for v in advice.verdicts
            if v.call.document is not None and v.call.usual is not None
        },
    }
