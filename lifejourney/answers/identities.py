"""Who plays a role of which it is open who plays it, as far as the answers tell."""

from collections.abc import Container, Iterable, Mapping
from functools import partial

from lifejourney.answers.request import Request
from lifejourney.catalog import Catalog
from lifejourney.days import Days
from lifejourney.planning.left import known_atom
from lifejourney.program import Formulas, Grounder, Trace
from lifejourney.situation import Situation, identities


def may_play(catalog: Catalog, situation: Situation) -> Mapping[str, Mapping[str, bool | None]]:
    """Return for each role of an open identity the others who may play it by a condition.

    Each is known to play it, known not to, or None for unknown.
    """
    cast = situation.cast
    grounder, trace = _judging(catalog, situation)
    return {
        one.role: {
            part.member: trace.value(grounder.plays(part, one.role))
            for part in cast.parts.get(one.role, ())
            if part.when and part.member != one.role
        }
        for one in identities(catalog, cast.events)
    }


def may_exist(
    catalog: Catalog, situation: Situation, roles: Iterable[str]
) -> dict[str, bool | None]:
    """Return for each of these roles whether somebody plays it, by its `when`; None if unknown."""
    grounder, trace = _judging(catalog, situation)
    return {
        role: trace.value(
            grounder.formulas.any_of(
                grounder.plays(part, role) for part in situation.cast.parts.get(role, ())
            )
        )
        for role in roles
    }


def _judging(catalog: Catalog, situation: Situation) -> tuple[Grounder, Trace]:
    """Return what grounds conditions on who takes part, and what evaluates them by the answers."""
    grounder = Grounder(catalog, situation.cast, Formulas())
    return grounder, Trace(grounder.formulas, partial(known_atom, situation=situation))


def meant_by(catalog: Catalog, situation: Situation, said: Container[str]) -> dict[str, str]:
    """Return for each role of an open identity the one member that is known to play it.

    `said` holds the roles of which the person told who plays them.

    A child that died after birth is the deceased, without anybody having said so.
    """
    found: dict[str, str] = {}
    for role, others in may_play(catalog, situation).items():
        sure = [member for member, plays in others.items() if plays]
        if role not in said and len(sure) == 1:
            found[role] = sure[0]
    return found


def differ(request: Request, role: str, member: str) -> bool:
    """Tell whether something else was said of who plays a role than of a member: they are two."""
    facts, papers = request.facts, request.papers
    told = [
        (facts.get((role, fact)), value) for (who, fact), value in facts.items() if who == member
    ]
    told += [
        (papers.get((slug, role)), held) for (slug, who), held in papers.items() if who == member
    ]
    return any(
        one is not None
        and one != other
        and not isinstance(one, Days)
        and not isinstance(other, Days)
        for one, other in told
    )
