"""The plan of everybody: which results they pursue, the steps to them, nothing superfluous."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from lifejourney.lanes.columns import Column, M
from lifejourney.planning.behind import behind_goals
from lifejourney.planning.competing import Competing
from lifejourney.planning.demand import reached
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Paper
from lifejourney.planning.pruning import Pruning
from lifejourney.planning.reach import made_itself, within_reach
from lifejourney.planning.state import Chosen, Found, Given

K = TypeVar("K")


def _first_to_be_had(
    column: Column[M], wanted: Mapping[K, M], can: Mapping[K, M], order: Iterable[K]
) -> dict[K, M]:
    """Give everybody what they want where they can have it, else the first in `order`."""
    result = {one: who & can[one] for one, who in wanted.items()}
    left = column.all
    for who in result.values():
        left = left & ~who
    for one in order:
        result[one] = result[one] | (left & can[one])
        left = left & ~can[one]
    return result


def _itself(ground: Ground, given: Given[M], found: Found[M], kind: Paper) -> M:
    """Return who can have a paper itself: a kind of it, which stands in for it, does not count."""
    if ground.kinds[kind] == (kind,):
        return found.had.get(kind, found.column.none)
    return made_itself(ground, given, found, kind)


def _settle_choices(ground: Ground, given: Given[M], found: Found[M]) -> Given[M]:
    """Settle which kind of a paper, and which of several rival goals, everybody pursues.

    Whoever wants what cannot be had gets the usual kind, then the first other in the order of
    the catalog; a kind that the person asked for by name is never replaced.
    """
    kinds: dict[Paper, Mapping[Paper, M]] = {}
    for general, wanted in given.kinds.items():
        if general in given.settled:
            kinds[general] = wanted
            continue
        usual = ground.choices.get(general)
        order = sorted(wanted, key=lambda kind: kind[0] != usual)
        can = {kind: _itself(ground, given, found, kind) for kind in wanted}
        kinds[general] = _first_to_be_had(given.column, wanted, can, order)
    asked: dict[int, M] = {}
    for rivals in given.rivals:
        can_be = {n: reached(ground, given, found, n) for n in rivals}
        chosen = _first_to_be_had(given.column, rivals, can_be, rivals)
        pursued = given.column.none
        for who in can_be.values():
            pursued = pursued | who
        for number in rivals:
            # Where none of the rivals can be reached, each stays asked for and shows as blocked.
            hopeless = given.truth[ground.goals[number].when] & ~pursued
            asked[number] = chosen[number] | hopeless
    return replace(given, kinds=kinds, asked=asked)


def settle(ground: Ground, given: Given[M]) -> Given[M]:
    """Settle for everybody which of several results they pursue; see `_settle_choices`.

    With it what lies behind their goals: nothing else is looked at from then on.
    """
    found = within_reach(ground, given, given.behind or behind_goals(ground, given))
    can = {paper: found.had[paper] for paper in given.wanted & found.had.keys()}
    near = replace(given, behind=behind_goals(ground, given, found.ready), can=can)
    return _settle_choices(ground, near, found) if given.kinds or given.rivals else near


def lay_open(ground: Ground, given: Given[M], competing: Competing) -> tuple[Given[M], Chosen[M]]:
    """Return what is given and chosen before any step is dropped, with all that can be had."""
    whole = Pruning(ground, given, competing)
    return whole.given, whole.chosen


def choose(ground: Ground, given: Given[M], competing: Competing) -> Chosen[M]:
    """Find the fastest plan of everybody whose choices are settled, nothing superfluous in it.

    `competing`: the makings of which the first that can be had is chosen.
    """
    return Pruning(ground, given, competing).run()
