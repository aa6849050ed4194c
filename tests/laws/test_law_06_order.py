"""Laws 6 and 12: order follows from the papers alone; several events are one plan."""

from dataclasses import replace
from random import Random

from hypothesis import given

from lifejourney.advice import Advice, Verdict
from lifejourney.journey import Advisor
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, draw_request, law
from tests.oracles.draft import Draft


def assert_ordered(advice: Advice) -> None:
    """Check that each paper is made before it is asked for, and nothing else orders steps."""
    place = {step.id: number for number, step in enumerate(advice.steps)}
    by_id = {step.id: step for step in advice.steps}
    assert len(place) == len(advice.steps)
    for step in advice.steps:
        if step.follow_up is not None:
            for before in step.after:
                assert by_id[before].wave < step.wave
            continue
        needed: set[str] = set()
        for ask, maker in zip(step.asks, step.ask_steps, strict=True):
            if maker is None or maker not in by_id:
                continue
            assert ask.paper in by_id[maker].makes or ask.way.paper in by_id[maker].makes
            if ask.need.requirement.supplied_later is None:
                needed.add(maker)
                assert place[maker] < place[step.id]
                assert by_id[maker].wave < step.wave
        assert needed == set(step.after)


@law(80)
@given(ADVISED)
def test_order_follows_from_papers(drawn: Advised) -> None:
    """Law 6: a step comes after every step whose paper it needs, in the list and in waves."""
    catalog, request = drawn
    assert_ordered(Advisor(catalog).advise(request))


def _goal(verdict: Verdict) -> tuple[str, str, str]:
    return verdict.call.target, verdict.call.of, verdict.member


@law(40)
@given(RANDOM)
def test_shared_services_are_done_once(chance: Random) -> None:
    """Law 12: what two events call for alike is one step, with the reasons of both."""
    catalog = Draft(chance).catalog()
    calls = tuple(c for c in catalog.events["birth"].calls_for if c.of in ("mother", "family"))
    death = catalog.events["death"]
    events = {**catalog.events, "death": replace(death, calls_for=calls)}
    catalog = replace(catalog, events=events, constraints=())
    request = draw_request(chance, catalog, 0.8)
    request = replace(
        request, events=("birth", "death"), persons={"family-death": "family", "child": 1}
    )
    if events["death"].persons["deceased"].may_be:
        request = replace(request, persons={**request.persons, "deceased": "other"})
    advice = Advisor(catalog).advise(request)
    own = [(s.service.code, s.member, s.step.part[1]) for s in advice.steps if s.step is not None]
    assert len(own) == len(set(own))
    for verdict in advice.verdicts:
        if verdict.event == "death":
            # The same may be called for of one member in another role, on another condition.
            twins = {v.truth for v in advice.verdicts if _goal(v) == _goal(verdict)}
            assert len(twins) == 1
    for step in advice.steps:
        calling = {(r.of, r.value) for r in step.reasons if r.kind == "event"}
        for goal, event in calling:
            other = "death" if event == "birth" else "birth"
            applies = {
                v.event for v in advice.verdicts
                if f"{v.call.target}@{v.member}" == goal and v.truth == "applies"
            }  # fmt: skip
            rivals = any(call.excludes for call in calls)
            assert rivals or other not in applies or (goal, other) in calling
