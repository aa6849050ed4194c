"""Ask for advice, and answer some of what it asks."""

from dataclasses import replace
from random import Random
from typing import Any

from lifejourney.advice import Advice
from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.situation import build_cast
from tests.oracles.catalogs import value_of


def advise(advisor: Advisor, request: Request) -> Advice:
    """Return the advice."""
    return advisor.advise(request)


def answered(
    chance: Random, catalog: Catalog, request: Request, advice: Advice, most: int
) -> list[Request]:
    """Return the request with each of up to `most` of the asked facts or papers answered alone."""
    questions: list[tuple[str, Any]] = []
    for question in advice.questions:
        if question.kind == "facts" and question.fact is not None:
            questions.append(("fact", question.fact))
        questions += [("paper", paper) for paper in question.papers]
    found: list[Request] = []
    for kind, key in chance.sample(questions, min(most, len(questions))):
        if kind == "paper":
            papers = {**request.papers, key: chance.randrange(2) == 1}
            found.append(replace(request, papers=papers))
            continue
        cast = build_cast(catalog, request.events, request.persons)
        roles = cast.members[key[0]].roles if key[0] in cast.members else (key[0],)
        facts = [fact for role in roles if (fact := catalog.fact(role, key[1])) is not None]
        value = value_of(chance, facts[0])
        found.append(replace(request, facts={**request.facts, key: value}))
    return found


def refine(
    chance: Random, catalog: Catalog, request: Request, advice: Advice, most: int
) -> Request:
    """Return the request with some of what is asked answered."""
    for one in answered(chance, catalog, request, advice, most):
        facts = {**request.facts, **one.facts}
        request = replace(request, facts=facts, papers={**request.papers, **one.papers})
    return request


def verdicts(advice: Advice) -> dict[tuple[str, str, str, str], str]:
    """Return the verdicts by event, goal, role of which it is called for, and member.

    One member may play two roles of which the same is called for, each under its own condition.
    """
    return {(v.event, v.call.target, v.call.of, v.member): v.truth for v in advice.verdicts}


def assert_surer(before: Advice, after: Advice) -> None:
    """Check that no verdict is reversed, and that a certain step stays or a goal is blocked.

    A step that was certain for the sake of a goal alone may still be possible for another's, once
    that goal is blocked where it was not, or by less that is still open.
    """
    later = verdicts(after)
    for goal, truth in verdicts(before).items():
        assert truth == "unknown" or later.get(goal, truth) == truth, goal
    blocked = _blocked(after) - _blocked(before)
    kept = {step.id.partition("#")[0]: step.status for step in after.steps}
    for step in before.steps:
        if step.status != "certain" or step.follow_up is not None:
            continue
        status = kept.get(step.id.partition("#")[0])
        assert status in ("certain", "done") or blocked, step.id


def _blocked(advice: Advice) -> set[tuple[str, str, tuple[str, ...]]]:
    """Return the goals that are blocked or may be, with all that still decides it."""
    goals = (*advice.possible_blocked, *advice.blocked)
    return {(goal.id, goal.status, goal.depends_on) for goal in goals if goal.blockers}
