"""Visits of a plan: never more than steps, each step on one, in the order of the papers."""

from dataclasses import replace
from random import Random

from hypothesis import given

from lifejourney.advice import Advice
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.vocabulary import Service, Time
from tests.oracles.catalogs import ADVISED, RANDOM, Advised, law


def going(chance: Random, catalog: Catalog) -> Catalog:
    """Return the catalog with services that are done at counters, online, quickly or later."""

    def changed(service: Service) -> Service:
        return replace(
            service,
            channels=chance.choice([("counter",), ("counter", "electronic"), ("mobile",)]),
            processing_time=chance.choice([Time("minute", max=10), Time("working_day", max=2)]),
            acts=chance.choice(["citizen", "citizen", "citizen", "other"]),
            filed_with=tuple(chance.sample(sorted(catalog.services), chance.randrange(2))),
        )

    services = {slug: changed(one) for slug, one in catalog.services.items()}
    return replace(catalog, services=services, variants=())


def assert_can_be_gone(advice: Advice) -> None:
    """Check that everything is on the visit where it can be, after what it needs."""
    steps = {step.id: step for step in advice.steps}
    on = {id_: n for n, visit in enumerate(advice.visits, start=1) for id_ in visit.steps}
    assert len(advice.visits) <= len(on) <= len(steps)
    assert sum(len(visit.steps) for visit in advice.visits) == len(on)
    for id_, step in steps.items():
        assert step.visit == on.get(id_)
        gone = step.service.acts == "citizen" and step.status != "done"
        assert (id_ in on) == (gone and "electronic" not in step.service.channels)
        assert step.online == (gone and id_ not in on)
        for before in step.after:
            if id_ in on and before in on:
                assert on[before] <= on[id_]
                slow = (steps[before].service.processing_time.unit or "") == "working_day"
                filed = {step.service.filed_with, steps[before].service.filed_with} != {()}
                brought = steps[before].follow_up is not None
                assert on[before] < on[id_] or not slow or filed or brought


@law(60)
@given(ADVISED, RANDOM)
def test_a_plan_can_be_gone(drawn: Advised, chance: Random) -> None:
    """Whatever the catalog: order is kept, and nobody goes twice for one thing."""
    catalog, request = drawn
    assert_can_be_gone(Advisor(going(chance, catalog)).advise(request))


@law(60)
@given(ADVISED, RANDOM)
def test_what_is_done_needs_no_more_visits(drawn: Advised, chance: Random) -> None:
    """With one step done there are as many visits or fewer, if the steps are the same."""
    catalog, request = drawn
    catalog = replace(going(chance, catalog), variants=())
    services = {slug: replace(one, filed_with=()) for slug, one in catalog.services.items()}
    advisor = Advisor(replace(catalog, services=services))
    advice = advisor.advise(request)
    for step in advice.steps[:2]:
        after = advisor.advise(replace(request, done=(*request.done, step.id)))
        left = {one.id for one in after.steps if one.status != "done"}
        if left <= {one.id for one in advice.steps}:
            assert len(after.visits) <= len(advice.visits)
