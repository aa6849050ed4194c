"""Law 15: preference chooses among ways of equal rank alone, and what it finds is the best."""

from random import Random

from hypothesis import given

from lifejourney.catalog import Catalog
from lifejourney.planning import Compiled, Layout, build_ground, look_ahead
from lifejourney.planning.choice import settle
from lifejourney.planning.objectives import LeastFees
from lifejourney.planning.preferring import Preferred, prefer
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import Cost, Result, Span, SuppliedLater, Time
from tests.oracles.catalogs import CASES, RANDOM, Case, law
from tests.oracles.completions import TooMany, completions
from tests.oracles.engine import point_of
from tests.oracles.least import in_program, least_fees
from tests.oracles.ours import compiled
from tests.unit.planning.tiny import DAY, catalog, event, need, service

MOST = 60


def graph(chance: Random) -> Catalog:
    """Draw services that make each other's papers, each by several, with circles."""
    papers = [f"p{number}" for number in range(chance.randrange(4, 14))]
    services = []
    for number in range(1, len(papers) * 2 + chance.randrange(4)):
        makes = chance.sample(papers, chance.choice((1, 1, 1, 2)))
        needs = chance.sample(papers, chance.choice((0, 0, 1, 1, 2)))
        known = chance.randrange(8)
        services.append(
            service(
                number,
                makes,
                [need(one) for one in needs if one not in makes],
                cost=Cost(max=chance.choice((0, 1, 2, 3, 5, 8, 13)) if known else None),
                processing_time=Time("calendar_day", max=chance.randrange(1, 9)),
            )
        )
    goals = chance.sample(papers, chance.randrange(1, 4))
    return catalog(event(goals), services, papers)


def pursued(layout: Layout, point: tuple[object, ...]) -> tuple[Preferred, float]:
    """Return the preferred plan of one completion, and what the solver says it costs."""
    ground, competing = layout.compiled.ground, layout.compiled.competing
    alone = settle(ground, layout.people([point]))
    return prefer(ground, alone, competing, LeastFees()), least_fees(ground, alone, competing)


def paid(layout: Layout, found: Preferred) -> int:
    """Return the fees of the steps of a plan."""
    ground = layout.compiled.ground
    steps = frozenset(number for number, who in found.chosen.steps.items() if who)
    return LeastFees().total(ground, steps, frozenset())


@law(300)
@given(RANDOM)
def test_the_cheapest_plan_is_the_cheapest(chance: Random) -> None:
    """On graphs with circles, against an integer program."""
    small = graph(chance)
    cast = build_cast(small, ("birth",), {})
    layout = Layout(Compiled(build_ground(small, cast, ())), Situation(cast, DAY), exact=True)
    point = tuple(False if False in u.values else u.values[0] for u in layout.unknowns)
    found, least = pursued(layout, point)
    assert found.proven
    assert in_program(found.cost) == round(least)
    assert paid(layout, found) == found.cost


@law(60)
@given(CASES, RANDOM)
def test_the_cheapest_plan_keeps_ranks_and_results(case: Case, chance: Random) -> None:
    """With ranks, wishes, persons and papers: the same goals by the same ways, for less."""
    try:
        every = completions(case.catalog, case.situation, MOST)
    except TooMany:
        return
    if not every:
        return
    layout = Layout(compiled(case.catalog, case.situation), case.situation, exact=True)
    found, least = pursued(layout, point_of(layout, chance.choice(every)[0]))
    assert found.proven
    assert in_program(found.cost) == round(least)
    assert paid(layout, found) <= found.cost


def test_what_makes_a_paper_may_ask_for_it_later() -> None:
    """It is its own producer: the program has a plan, as the search has."""
    later = need("a", supplied_later=SuppliedLater(Span(1, "month"), "it.born"))
    making = service(1, [Result("a", requires=(later,))], cost=Cost(max=7))
    small = catalog(event(["a"]), [making], ["a"])
    cast = build_cast(small, ("birth",), {})
    layout = Layout(Compiled(build_ground(small, cast, ())), Situation(cast, DAY), exact=True)
    found, least = pursued(layout, ())
    assert (found.cost, least) == (7, 7)


@law(40)
@given(CASES)
def test_what_is_certain_is_in_every_preferred_plan(case: Case) -> None:
    """Under a preference too: in each completion, unless a goal cannot be reached in it."""
    try:
        every = completions(case.catalog, case.situation, MOST)
    except TooMany:
        return
    layout = Layout(compiled(case.catalog, case.situation), case.situation, objective=LeastFees())
    outlook = look_ahead(layout)
    exact = Layout(layout.compiled, case.situation, exact=True)
    instances = layout.compiled.ground.instances
    sure = [one.number for one in instances if outlook.step(one.number).status == "certain"]
    for supposed, plan in every:
        found, _ = pursued(exact, point_of(exact, supposed))
        taken = {number for number, who in found.chosen.steps.items() if who}
        if not any(plan.blocked):
            assert taken.issuperset(sure)
