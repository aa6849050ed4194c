"""What is still to be asked: everything on which the advice depends, in the catalog's order."""

from collections.abc import Sequence

from lifejourney.advice.model import PlannedStep, Question
from lifejourney.advice.world import World
from lifejourney.planning import Paper


def questions_about(
    world: World,
    unknowns: Sequence[str],
    steps: Sequence[PlannedStep],
    possible: Sequence[PlannedStep],
) -> tuple[Question, ...]:
    """Return the questions: who is who, then facts, papers as one checklist, wished results.

    Declined facts are not asked again. A fact is also asked for the day of a deadline.
    """
    decides = _deciding([*steps, *possible])
    doubts = _doubts(world)
    found = [*_persons(world, unknowns, decides)]
    facts = [tuple(u.split(".", 1)) for u in unknowns if ":" not in u]
    dates = [
        (step.due.member, step.due.fact)
        for step in steps
        if step.due is not None and step.due.day is None
    ]
    ordered = dict.fromkeys([*((f[0], f[1]) for f in facts), *dates])
    for fact in ordered:
        if fact not in world.situation.declined:
            id_ = ".".join(fact)
            count, doubt = decides.get(id_, 0), doubts.get(id_, 0.5)
            found.append(Question("facts", fact=fact, decides=count, doubt=doubt))
    papers = [_paper(u, "document:") for u in unknowns if u.startswith("document:")]
    if papers:
        count = max(decides.get(f"document:{p[0]}@{p[1]}", 0) for p in papers)
        doubt = max(doubts.get(f"document:{p[0]}@{p[1]}", 0.5) for p in papers)
        found.append(Question("documents", papers=tuple(papers), decides=count, doubt=doubt))
    found += _choices(world, unknowns, decides)
    return tuple(found)


def _deciding(steps: Sequence[PlannedStep]) -> dict[str, int]:
    """Count how many steps depend on each unknown."""
    found: dict[str, int] = {}
    for step in steps:
        for unknown in step.depends_on:
            found[unknown] = found.get(unknown, 0) + 1
    return found


def _doubts(world: World) -> dict[str, float]:
    """Return for each unknown how likely it is that it is not as supposed."""
    unknowns = world.outlook.layout.unknowns
    return {
        id_: unknown.doubt
        for number, unknown in enumerate(unknowns)
        for id_ in world.ids((number,))
    }


def _paper(id_: str, prefix: str) -> Paper:
    document, _, member = id_.removeprefix(prefix).partition("@")
    return document, member


def _persons(world: World, unknowns: Sequence[str], decides: dict[str, int]) -> list[Question]:
    found: list[Question] = []
    for id_ in unknowns:
        if not id_.startswith("persons:"):
            continue
        role = id_.removeprefix("persons:")
        may_be = tuple(world.options.get(role, ()))
        found.append(Question("persons", role=role, may_be=may_be, decides=decides.get(id_, 0)))
    return found


def _choices(world: World, unknowns: Sequence[str], decides: dict[str, int]) -> list[Question]:
    found: list[Question] = []
    for number, unknown in enumerate(world.outlook.layout.unknowns):
        if unknown.kind not in ("choice", "rivals"):
            continue
        (id_,) = world.ids((number,))
        if id_ not in unknowns:
            continue
        if unknown.kind == "choice":
            options = tuple(kind for kind in world.ground.papers if kind in unknown.values)
        else:
            goals = [world.ground.goals[n] for n in unknown.values]
            options = tuple((goal.call.target, goal.member) for goal in goals)
        paper = _paper(id_, "choice:")
        found.append(Question("choice", choice=(paper, options), decides=decides.get(id_, 0)))
    return found
