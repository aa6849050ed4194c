"""Law 9: every step is justified, every blocked goal says why, nothing called for vanishes."""

# ruff: noqa: ANN401 - a call is looked at, not changed

from typing import Any

from hypothesis import given

from lifejourney.advice import Advice
from lifejourney.journey import Advisor
from tests.oracles.catalogs import ADVISED, Advised, law


def assert_justified(advice: Advice) -> None:
    """Check the chain of each step up to what an event calls for or the person wants."""
    by_id = {step.id: step for step in advice.steps}
    wanted, kinds = advice.situation.wanted, advice.catalog.kinds
    wished = {(kind, member) for slug, member in wanted for kind in kinds(slug)}
    for step in advice.steps:
        if step.follow_up is not None:
            continue
        seen: set[str] = set()
        todo, found = [step.id], False
        while todo:
            one = todo.pop()
            if one in seen or one not in by_id:
                continue
            seen.add(one)
            for reason in by_id[one].reasons:
                found = found or reason.kind == "event"
                if reason.kind == "needed":
                    todo.append(reason.of or "")
                    assert reason.of not in by_id or reason.paper in {
                        ask.paper for ask in by_id[reason.of or ""].asks
                    }
            found = found or bool(set(by_id[one].makes) & wished)
            found = found or any(reason.of not in by_id for reason in by_id[one].reasons
                                 if reason.kind == "needed")  # fmt: skip
        assert found, step.id


def assert_nothing_vanishes(advice: Advice) -> None:
    """Check that each goal that applies is in the plan, in hand, or blocked for a named reason."""
    for goal in (*advice.blocked, *advice.possible_blocked):
        assert goal.blockers, goal.id
        for blocker in goal.blockers:
            assert blocker.paper[0] in advice.catalog.documents
            assert blocker.why in ("lacking", "circle", "not_applicable")
            # What one writes oneself or gets elsewhere, or has, is not what is lacking.
            held = advice.situation.papers.get(blocker.paper)
            document = advice.catalog.documents[blocker.paper[0]]
            is_there = document.available_when is None and not document.signed_by
            may_lack = document.origin == "service" or document.usual or held is False
            assert blocker.why != "lacking" or may_lack or not is_there, blocker
            assert blocker.why == "not_applicable" or not held, blocker
    sure = {paper for step in advice.steps if step.status != "possible" for paper in step.makes}
    waited = (one for goal in advice.blocked for one in goal.blockers)
    assert not sure & {one.paper for one in waited if one.why != "not_applicable"}
    # What several events call for is shown once.
    blocked = {(g.call.target, g.member) for g in (*advice.blocked, *advice.possible_blocked)}
    steps = (*advice.steps, *advice.possible)
    for verdict in advice.verdicts:
        key = (verdict.event, verdict.call.target, verdict.member)
        if verdict.truth != "applies" or key[1:] in blocked or _has_rival(advice, verdict.call):
            continue
        if verdict.call.service is not None:
            assert _is_over(advice, verdict) or any(
                s.service.slug == verdict.call.service and s.member == verdict.member for s in steps
            ), key
            continue
        kinds = advice.catalog.kinds(verdict.call.document or "")
        made = any((k, verdict.member) in step.makes for k in kinds for step in steps)
        said = any(advice.situation.papers.get((k, verdict.member)) for k in kinds)
        outside = any(advice.catalog.documents[k].origin != "service" for k in kinds)
        assert made or said or outside, key


def _is_over(advice: Advice, verdict: Any) -> bool:
    """Tell whether something that the service gives is at hand: the rest does not apply."""
    made = {result.document for result in advice.catalog.services[verdict.call.service].produces}
    kinds = {kind for slug in made for kind in advice.catalog.kinds(slug)}
    return any(
        held
        for (slug, member), held in advice.situation.papers.items()
        if slug in kinds and member in advice.cast.members
    )


def _has_rival(advice: Advice, call: Any) -> bool:
    return any(call.target in verdict.call.excludes or call.excludes for verdict in advice.verdicts)


@law(120)
@given(ADVISED)
def test_steps_have_reasons_and_goals_do_not_vanish(drawn: Advised) -> None:
    """Law 9: a chain from the event down to each step; blockers for what cannot be reached."""
    catalog, request = drawn
    advice = Advisor(catalog).advise(request)
    assert_justified(advice)
    assert_nothing_vanishes(advice)
