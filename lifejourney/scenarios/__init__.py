"""Run the scenarios of a catalog: what somebody says, and what the answer must then be."""

from collections.abc import Iterator
from dataclasses import replace

from lifejourney.answers import read_ahead, read_request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidRequest
from lifejourney.explanation import present, present_upcoming
from lifejourney.journey import Advisor
from lifejourney.scenarios.failure import Failure
from lifejourney.scenarios.foresight import compare_foresight
from lifejourney.scenarios.plan import PlanComparison
from lifejourney.vocabulary import Scenario

__all__ = ["Failure", "as_raw", "run_scenario"]


def as_raw(scenario: Scenario) -> dict[str, object]:
    """Return the raw body of the request that a scenario makes."""
    return {
        "events": list(scenario.events),
        "answers": dict(scenario.answers),
        "declined": list(scenario.declined),
        "persons": dict(scenario.persons),
        "documents": {"held": _held(scenario), "lacking": list(scenario.lacking)},
        "wanted": list(scenario.wanted),
        "done": list(scenario.done),
        "date": scenario.date.isoformat(),
        "prefer": scenario.prefer,
        "channel": scenario.channel,
    }


def _held(scenario: Scenario) -> list[object]:
    """Return the papers at hand, with their last day where one is said."""
    ends = {name: day.isoformat() for name, day in scenario.valid_until.items()}
    return [
        {"document": name, "valid_until": ends[name]} if name in ends else name
        for name in scenario.held
    ]


def run_scenario(
    catalog: Catalog, scenario: Scenario, advisor: Advisor | None = None
) -> tuple[Failure, ...]:
    """Return where the answer differs from what a scenario expects; nothing if nowhere."""
    advisor = advisor or Advisor(catalog)
    try:
        return (*_planned(advisor, scenario), *_foreseen(advisor, scenario))
    except InvalidRequest as refused:
        return tuple(
            Failure(str(problem.where), "-", problem.what.id, problem)
            for problem in refused.problems
        )


def _planned(advisor: Advisor, scenario: Scenario) -> Iterator[Failure]:
    """Yield where the plan for the events differs; a scenario without events has none."""
    if scenario.upcoming is not None and not scenario.events:
        return
    request = read_request(advisor.catalog, as_raw(scenario), scenario.date)
    advice = advisor.advise(request)
    # Every question that matters is looked at, not only those of the next page.
    answer = present(replace(advice, page=advice.questions, later=()))
    yield from PlanComparison(advisor.catalog, scenario, answer).failures()


def _foreseen(advisor: Advisor, scenario: Scenario) -> Iterator[Failure]:
    """Yield where what falls due differs."""
    expected = scenario.upcoming
    if expected is None:
        return
    raw = {**as_raw(scenario), "months": expected.months}
    outlook = read_ahead(advisor.catalog, raw, scenario.date)
    yield from compare_foresight(expected, present_upcoming(advisor.upcoming(outlook)))
