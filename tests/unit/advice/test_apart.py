"""Check which reasons for an update are a step of their own, and what it means to have done it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.vocabulary import Call, Deadline, Person, Result, Time
from tests.unit.advice.goals import step
from tests.unit.planning.tiny import (
    DAY,
    advise,
    catalog,
    event,
    fact,
    need,
    paper,
    request,
    service,
    text,
)

DIED = {("deceased", "died"): DAY}
UPDATE, EARLIER = "LJ-0001@family", "LJ-0001@family#2"
REASONS = {"entered": "birth-paper", "removed": "death-paper"}


def card(
    within: int = 7, takes: int = 30, updates: str | None = "card", third: int | None = None
) -> Catalog:
    """Return a card that is to be updated for a birth and, by a deadline, for a death."""
    times = {"birth-paper": takes, "death-paper": 2}
    reasons = dict(REASONS)
    if third is not None:
        times["other-paper"] = third
        reasons["other-entry"] = "other-paper"
    update = service(
        1,
        [Result(made, requires=(need(shown),)) for made, shown in reasons.items()],
        [need("card", kept=True)],
        of="family",
        updates=updates,
        deadline=Deadline(within, "calendar_day", "deceased.died"),
    )
    makers = [
        service(number, [name], of="family", processing_time=Time("calendar_day", max=days))
        for number, (name, days) in enumerate(times.items(), start=2)
    ]
    states = [paper(made, "family", kind_of="card") for made in reasons]
    held = paper("card", "family", "other", issuer=text("office"))
    calls = [Call("family", "duty", document=made) for made in reasons]
    return catalog(
        event(calls, family=Person(group=True), deceased=Person(dead=True)),
        [update, *makers],
        [held, *states, *(paper(name, "family") for name in times)],
        [fact("died", "date", "deceased")],
    )


def test_a_reason_that_cannot_wait_is_an_earlier_step() -> None:
    """It shows the card at hand; the later one shows the card with the first change on it."""
    advice = advise(card(), facts=DIED)
    earlier, later = step(advice, EARLIER), step(advice, UPDATE)
    assert earlier.makes == (("removed", "family"),)
    assert later.makes == (("entered", "family"),)
    assert EARLIER in later.after
    assert [ask.paper for ask in earlier.asks] == [("card", "family"), ("death-paper", "family")]
    assert [ask.paper for ask in later.asks] == [("removed", "family"), ("birth-paper", "family")]
    assert earlier.due_day == DAY + timedelta(days=7)
    assert earlier.when is not None
    assert earlier.when.timing.trouble is None


@pytest.mark.parametrize("said", [{"within": 40}, {"takes": 4}, {"updates": None}])
def test_together_by_default(said: dict[str, Any]) -> None:
    """Nothing is put first where all are ready in time, nor of a service that updates nothing."""
    advice = advise(card(**said), facts=DIED)
    made = step(advice, UPDATE).makes
    assert set(made) == {("entered", "family"), ("removed", "family")}


def test_together_where_the_deadline_only_advises() -> None:
    """What is merely advised is worth no second visit."""
    small = card()
    (update, *others) = small.services.values()
    assert update.deadline is not None
    update = replace(update, deadline=replace(update.deadline, binding=False))
    small = replace(small, services={one.slug: one for one in (update, *others)})
    assert len(step(advise(small, facts=DIED), UPDATE).makes) == 2


def test_as_few_reasons_as_must_be_are_put_off() -> None:
    """Of three, the two that are ready in time are taken together."""
    advice = advise(card(third=3), facts=DIED)
    assert set(step(advice, EARLIER).makes) == {("removed", "family"), ("other-entry", "family")}
    assert step(advice, UPDATE).makes == (("entered", "family"),)


def test_a_step_that_waits_for_one_reason_alone() -> None:
    """What needs the card with one change by a day does not wait for the other change."""
    small = card(within=100)
    urgent = service(
        9,
        ["pass"],
        ["removed"],
        of="family",
        deadline=Deadline(7, "calendar_day", "deceased.died"),
    )
    life = small.events["birth"]
    calls = (*life.calls_for, Call("family", "duty", document="pass"))
    small = replace(
        small,
        events={"birth": replace(life, calls_for=calls)},
        services={**small.services, urgent.slug: urgent},
        documents={**small.documents, "pass": paper("pass", "family")},
    )
    advice = advise(small, facts=DIED)
    assert step(advice, "LJ-0009@family").after == (EARLIER,)
    assert step(advice, EARLIER).makes == (("removed", "family"),)


def of_the_dead() -> Catalog:
    """Return the same card, with the paper of a death belonging to the one who died."""
    small = card()
    update, *others = small.services.values()
    entered, removed = update.produces
    shown = replace(removed.requires[0].any[0], of="deceased")
    removed = replace(removed, requires=(need(shown),))
    others = [
        replace(one, serves=("deceased",)) if one.produces[0].document == "death-paper" else one
        for one in others
    ]
    services = [replace(update, produces=(entered, removed)), *others]
    theirs = {"death-paper": paper("death-paper", "deceased")}
    return replace(
        small,
        services={one.slug: one for one in services},
        documents={**small.documents, **theirs},
    )


def test_a_deadline_of_one_reason_is_no_matter_of_another() -> None:
    """The entry of a birth is not late by the deadline for a death; together both are in time."""
    advice = advise(of_the_dead(), facts=DIED)
    assert step(advice, EARLIER).due_day == DAY + timedelta(days=7)
    assert step(advice, UPDATE).due is None
    alone = advise(of_the_dead(), facts=DIED, papers={("removed", "family"): True})
    assert step(alone, UPDATE).due is None


@pytest.mark.parametrize("also", [(), ("LJ-0003@family",), ("LJ-0002@family", "LJ-0003@family")])
@pytest.mark.parametrize("later", [0, 3, 40])
def test_an_earlier_time_that_is_done(also: tuple[str, ...], later: int) -> None:
    """What it made is at hand, the later time is left; whatever else is done, and later as well."""
    asked = request(facts=DIED, done=(EARLIER, *also))
    advice = Advisor(card()).advise(replace(asked, day=DAY + timedelta(days=later)))
    assert step(advice, EARLIER).status == "done"
    left = step(advice, UPDATE)
    assert left.status == "certain"
    assert left.makes == (("entered", "family"),)
    assert [ask.source for ask in left.asks][:1] == ["held"]
    assert advice.unused == ()


def test_both_times_done() -> None:
    """Then nothing of the service is left."""
    advice = advise(card(), facts=DIED, done=[EARLIER, UPDATE])
    assert {one.id for one in advice.steps if one.status != "done"} == set()


def test_an_earlier_time_that_there_is_not() -> None:
    """It was for what is there; where nothing tells, the answer is named as not used."""
    together = card(within=40)
    papers = {("death-paper", "family"): True}
    told = advise(together, facts=DIED, papers=papers, done=[EARLIER])
    assert step(told, EARLIER).makes == (("removed", "family"),)
    unclear = advise(together, facts=DIED, done=[EARLIER])
    assert unclear.unused == (f"done.{EARLIER}",)
    assert len(step(unclear, UPDATE).makes) == 2


def test_a_step_of_another_matter() -> None:
    """What could not be in this plan is named as not used."""
    small = card()
    other = service(8, ["pass"], of="family")
    small = replace(
        small,
        services={**small.services, other.slug: other},
        documents={**small.documents, "pass": paper("pass", "family")},
    )
    done = ["LJ-0008@family", "LJ-0002@family", "LJ-0001@family+card@family"]
    assert advise(small, facts=DIED, done=done).unused == ("done.LJ-0008@family",)


def test_an_earlier_time_in_an_explanation() -> None:
    """Why a service is in the plan is told of what is left of it."""
    asked = request(facts=DIED, done=[EARLIER])
    found = Advisor(card()).explain(asked, "s1")
    assert step(found.advice, EARLIER).status == "done"
