"""Law 4: only questions that matter are asked, and as long as one matters something is asked."""

from dataclasses import replace
from random import Random

from hypothesis import given

from lifejourney.planning import Layout, look_ahead, unknown_ids
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import Call, Requirement
from tests.oracles.catalogs import CASES, RANDOM, Case, law
from tests.oracles.completions import TooMany
from tests.oracles.mattering import mattering
from tests.oracles.ours import compiled
from tests.unit.planning.tiny import DAY, catalog, event, fact, is_, need, paper, service

MOST = 120


def differences(case: Case) -> list[str]:
    """Name the questions that the engine and the comparison of all completions disagree on."""
    layout = Layout(compiled(case.catalog, case.situation), case.situation, exact=True)
    goals = tuple(goal.id for goal in layout.compiled.ground.goals)
    expected = mattering(case.catalog, case.situation, goals, MOST)
    found = frozenset(unknown_ids(layout, look_ahead(layout).relevant))
    return sorted(found ^ expected)


@law(80)
@given(CASES)
def test_what_matters_is_what_changes_the_advice(case: Case) -> None:
    """The smallest sets of unknowns in which two completions with different advice differ."""
    try:
        assert differences(case) == []
    except TooMany:
        return


@law(60)
@given(CASES, RANDOM)
def test_what_is_declined_stays_open(case: Case, chance: Random) -> None:
    """Laws 3 and 4: of what depends on a declined question only what is sure counts."""
    layout = Layout(compiled(case.catalog, case.situation), case.situation, exact=True)
    ids = unknown_ids(layout, range(len(layout.unknowns)))
    declined = frozenset(one for one in ids if chance.randrange(3) == 0)
    try:
        told = replace(case, situation=replace(case.situation, declined=declined))
        assert differences(told) == []
    except TooMany:
        return


def test_the_same_paper_asked_for_once_more_matters() -> None:
    """Under a condition of its own: that it is met is told of each requirement."""
    needs: list[str | Requirement] = ["p", need("p", when=is_("child", "x"))]
    call = Call("child", "duty", service="s1")
    small = catalog(
        event([call]), [service(1, needs=needs)], [paper("p", origin="self")], [fact("x")]
    )
    case = Case(small, Situation(build_cast(small, ("birth",), {}), DAY))
    assert differences(case) == []
    layout = Layout(compiled(small, case.situation), case.situation, exact=True)
    assert unknown_ids(layout, look_ahead(layout).relevant) == ("child.x",)
