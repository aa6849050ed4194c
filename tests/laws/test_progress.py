"""What ticking off a step unlocks, and what is different after it."""

from dataclasses import replace
from random import Random

from hypothesis import given

from lifejourney.advice import Advice
from lifejourney.advice.progress import unlocked_by
from lifejourney.explanation import present, present_difference
from lifejourney.journey import Advisor
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, draw_advised, draw_request, law


def startable(advice: Advice, done: frozenset[str]) -> set[str]:
    """Return the steps that can be started when some are done, as one would find by looking."""
    return {
        step.id
        for step in advice.steps
        if step.id not in done
        and all(before in done for before in step.after if before in {s.id for s in advice.steps})
    }


@law(60)
@given(ADVISED)
def test_a_step_unlocks_what_could_not_be_started_without_it(drawn: Advised) -> None:
    """The new ones after a tick, and no others; with some steps ticked off before."""
    catalog, request = drawn
    advice = Advisor(catalog).advise(request)
    done: frozenset[str] = frozenset()
    for ticked in [None, *(step.id for step in advice.steps)]:
        if ticked is not None:
            done |= {ticked}
        steps = [replace(s, status="done") if s.id in done else s for s in advice.steps]
        unlocks = unlocked_by(steps)
        for step in steps:
            others = frozenset(one.id for one in steps) - {step.id}
            waiting = {
                one.id for one in steps if step.id in one.after and one.id not in done | {step.id}
            }
            alone = {
                id_ for id_ in waiting if id_ in startable(advice, done | {step.id})
            } - startable(advice, done)
            assert set(unlocks.get(step.id, ())) == (alone if step.id not in done else set())
            assert set(unlocks.get(step.id, ())) <= others


@law(40)
@given(RANDOM)
def test_the_difference_leads_from_one_plan_to_the_other(chance: Random) -> None:
    """What is left of the first plan, with what is new, is the second; back again the same."""
    catalog, request = draw_advised(chance)
    other = draw_request(chance, catalog)
    advisor = Advisor(catalog)
    before, after = (present(advisor.advise(one)) for one in (request, other))
    there = present_difference(before, after)
    back = present_difference(after, before)
    old, new = ([step["id"] for step in one["plan"]["steps"]] for one in (before, after))
    added, removed = ([one["id"] for one in there[part]] for part in ("added", "removed"))
    assert [id_ for id_ in new if id_ not in added] == [i for i in new if i in old]
    assert set(old) - set(removed) | set(added) == set(new)
    assert removed == [one["id"] for one in back["added"]]
    for part in ("moved", "papers"):
        assert {one["id"] for one in there[part]} == {one["id"] for one in back[part]}
        assert {one["id"] for one in there[part]} <= set(old) & set(new)
    swapped = {(one["id"], str(one["to"]), str(one["from"])) for one in back["why"]}
    assert {(one["id"], str(one["from"]), str(one["to"])) for one in there["why"]} == swapped
    if any(there[part] for part in ("added", "removed", "moved", "papers")):
        assert there["why"]


@law(30)
@given(ADVISED)
def test_nothing_differs_from_itself(drawn: Advised) -> None:
    """The same request twice, in whatever language, changes nothing."""
    catalog, request = drawn
    advisor = Advisor(catalog)
    before = present(advisor.advise(request))
    after = present(advisor.advise(replace(request, lang="en")))
    found = present_difference(before, after)
    assert not any(found[part] for part in ("why", "added", "removed", "moved", "papers"))
