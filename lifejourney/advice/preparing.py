"""What to prepare for the shown plan: papers, money, and what may be received."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lifejourney.advice.model import Advice, PlannedStep
from lifejourney.catalog import Catalog
from lifejourney.planning import Asked
from lifejourney.schedule import (
    Claim,
    Use,
    at_once,
    fee_of,
    list_papers,
    total,
    total_benefit,
)
from lifejourney.situation import Situation


def prepared(advice: Advice) -> Advice:
    """Return the advice with its papers, fees and benefits; what is done needs nothing more."""
    ahead = [step for step in advice.steps if step.status != "done"]
    taken = [step for step in ahead if step.follow_up is None]
    brought = {(step.follow_up.step, step.follow_up.ask.paper) for step in ahead if step.follow_up}
    uses = (
        use
        for step in ahead
        for use, asks in uses_of(advice.catalog, advice.situation, step)
        # What may follow is brought once, by the step that says so.
        if step.follow_up is not None
        or not (_follows(asks[0]) and (step.id, asks[0].paper) in brought)
    )
    papers = list_papers(uses)
    claims = tuple(
        Claim(step.id, step.service.benefit, _last_day(step))
        for step in taken
        if step.service.benefit is not None and _is_last_time(step)
    )
    stamps = sum(paper.stamps for paper in papers)
    return replace(
        advice,
        papers=papers,
        fee=total(
            (fee_of(step.id, step.service.cost) for step in taken),
            stamps,
            advice.catalog.country.stamp_price,
        ),
        claims=claims,
        benefit=total_benefit(claims),
    )


def uses_of(
    catalog: Catalog, situation: Situation, step: PlannedStep
) -> Iterator[tuple[Use, tuple[Asked, ...]]]:
    """Yield each paper that a step asks for, once, with the requirements that it meets."""
    found: dict[tuple[object, bool], list[tuple[Asked, Use]]] = {}
    for ask, maker in zip(step.asks, step.ask_steps, strict=True):
        use = _use(catalog, situation, step.id, ask, maker)
        found.setdefault((ask.paper, _follows(ask)), []).append((ask, use))
    for pairs in found.values():
        yield at_once([use for _, use in pairs]), tuple(ask for ask, _ in pairs)


def _use(catalog: Catalog, situation: Situation, step: str, ask: Asked, maker: str | None) -> Use:
    requirement = ask.need.requirement
    others = (way for way in ask.need.ways if way.paper != ask.way.paper)
    is_made_now = ask.source in {"self", "outside"}
    return Use(
        step,
        ask.way.paper[0],
        ask.paper,
        _source(catalog, situation, ask),
        maker,
        requirement.original,
        requirement.copies,
        requirement.kept,
        tuple(way.paper[0] for way in others if way.substitute),
        catalog.documents[ask.paper[0]].stamps if is_made_now else 0,
    )


def _source(catalog: Catalog, situation: Situation, ask: Asked) -> str:
    """Return where a paper comes from; what was not said to be held is only supposed to be."""
    if ask.source != "held" or situation.papers.get(ask.paper) is not None:
        return ask.source
    kinds = catalog.kinds(ask.paper[0])
    said = any(situation.papers.get((kind, ask.paper[1])) for kind in kinds)
    return "held" if said else "assumed"


def _follows(ask: Asked) -> bool:
    return ask.need.requirement.supplied_later is not None


def _last_day(step: PlannedStep) -> date | None:
    """Return the last day to claim what a step brings: of its own, else where it lapses."""
    due = step.due
    if step.claim_by is not None or due is None or due.between is None or not due.rule.lapses:
        return step.claim_by
    return due.between.last


def _is_last_time(step: PlannedStep) -> bool:
    """Tell whether a service that is done twice is done for the last time: it pays once."""
    return step.step is None or step.step.part[1] == 0
