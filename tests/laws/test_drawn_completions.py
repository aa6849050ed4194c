"""Where too much is unknown to hold every completion, those that are drawn promise little wrong.

Whoever differs from the likeliest person in up to two answers is always among them, so with two
unknowns nothing may differ from what all completions say.
"""

from hypothesis import given

from lifejourney import SHIPPED
from lifejourney.answers import read_request
from lifejourney.journey import MOST, Advisor
from lifejourney.loading import open_catalog
from lifejourney.planning import Layout, Outlook, look_ahead
from tests.oracles.catalogs import CASES, Case, law
from tests.oracles.engine import standings_of
from tests.oracles.ours import compiled
from tests.unit.planning.tiny import DAY


def _both(case: Case) -> tuple[Outlook, Outlook]:
    layout = Layout(compiled(case.catalog, case.situation), case.situation)
    return look_ahead(layout), look_ahead(layout, 0)


@law(100)
@given(CASES)
def test_what_is_drawn_is_true_of_somebody(case: Case) -> None:
    """What happens to nobody is never possible; what is called for of all is certain."""
    every, drawn = (standings_of(outlook) for outlook in _both(case))
    assert not set(drawn["steps"]) - set(every["steps"])
    for part in ("verdicts", "blocked"):
        for goal, status in drawn[part].items():
            assert status == every[part][goal] or every[part][goal] == "possible"


@law(100)
@given(CASES)
def test_with_two_unknowns_all_are_drawn(case: Case) -> None:
    """Verdicts, steps, what they depend on and what to ask are those of all completions."""
    every, drawn = _both(case)
    if len(every.layout.unknowns) > 2:
        return
    assert standings_of(drawn) == standings_of(every)
    assert drawn.relevant == every.relevant
    assert drawn.assumed == every.assumed
    assert drawn.plan.makings == every.plan.makings


def test_birth_and_death_without_answers() -> None:
    """Both at once leave more open than can be held, and still give a plan and questions."""
    shipped = open_catalog(SHIPPED)
    advisor = Advisor(shipped)
    request = read_request(shipped, {"events": ["birth", "death"]}, DAY)
    (world,) = advisor._worlds(request)
    assert len(world.outlook.layout.unknowns) > MOST
    advice = advisor.advise(request)
    possible = {step.id for step in advice.possible}
    assert {"LJ-0101@deceased", "LJ-0017@child-1"} <= possible | {s.id for s in advice.steps}
    assert advice.page
    assert advice.branches
