"""Check the search for the plan that is preferred: its limit, what is done, what is shared."""

from collections.abc import Hashable

from lifejourney.planning import Compiled, Instance, Layout, build_ground
from lifejourney.planning.choice import settle
from lifejourney.planning.ground import Ground
from lifejourney.planning.objectives import Edges, LeastFees, Objective
from lifejourney.planning.preferring import Preferred, prefer
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import Call, Cost, Requirement, Span, SuppliedLater, Time
from tests.unit.planning.tiny import DAY, catalog, event, need, service

DEAR = service(1, ["a"], cost=Cost(max=10), processing_time=Time("calendar_day", max=1))
CHEAP = service(2, ["a"], ["b"], cost=Cost(max=2), processing_time=Time("calendar_day", max=5))
BEFORE = service(3, ["b"], cost=Cost(max=3))


class FewestOffices:
    """Prefer the plan with the fewest offices, told apart by the fee of the service."""

    def cost(self, instance: Instance) -> int:  # noqa: ARG002 - as every objective
        """Return 0: a step is free by itself."""
        return 0

    def shared(self, instance: Instance) -> Hashable:
        """Return the office."""
        return instance.service.cost.max

    def total(self, ground: Ground, steps: frozenset[int], edges: Edges) -> int:  # noqa: ARG002
        """Return how many offices there are."""
        return len({self.shared(ground.instances[number]) for number in steps})


def found(
    *services: object,
    objective: Objective | None = None,
    goals: tuple[object, ...] = ("a",),
    done: tuple[str, ...] = (),
    limit: int = 100,
) -> tuple[Preferred, list[str]]:
    """Return the preferred plan, and the slugs of its steps."""
    small = catalog(event(goals), services, ["a", "b", "c"])  # type: ignore[arg-type]
    cast = build_cast(small, ("birth",), {})
    situation = Situation(cast, DAY, done=frozenset(done))
    layout = Layout(Compiled(build_ground(small, cast, ())), situation, exact=True)
    ground = layout.compiled.ground
    given = settle(ground, layout.people([()]))
    one = prefer(ground, given, layout.compiled.competing, objective or LeastFees(), limit)
    taken = [n for n, who in sorted(one.chosen.steps.items()) if who]
    return one, sorted(ground.instances[n].service.slug for n in taken)


def test_the_cheaper_way_with_all_before_it() -> None:
    """Two steps for 5 rather than one for 10."""
    one, steps = found(DEAR, CHEAP, BEFORE)
    assert (one.cost, one.proven, steps) == (5, True, ["s2", "s3"])


def test_of_equals_the_fastest() -> None:
    """Nothing is won by the slower way, so it is not taken."""
    equal = service(2, ["a"], cost=Cost(max=10), processing_time=Time("calendar_day", max=5))
    assert found(DEAR, equal)[1] == ["s1"]


def test_without_proof() -> None:
    """Where the search stops early the best so far stands, and says so."""
    one, steps = found(DEAR, CHEAP, BEFORE, limit=0)
    assert (one.cost, one.proven, steps) == (10, False, ["s1"])


def test_what_is_done_costs_nothing_more() -> None:
    """Who has done the step before pays for the last one alone."""
    assert found(DEAR, CHEAP, BEFORE, done=("LJ-0003@child",))[0].cost in (2, 5)


def test_what_steps_share() -> None:
    """Two steps at one office rather than one at each of two."""
    goals = ("a", "c")
    here = service(4, ["c"], cost=Cost(max=2))
    one, steps = found(DEAR, CHEAP, service(3, ["b"], cost=Cost(max=2)), here, goals=goals)
    assert one.cost == 6
    one, steps = found(
        DEAR,
        CHEAP,
        service(3, ["b"], cost=Cost(max=2)),
        here,
        goals=goals,
        objective=FewestOffices(),
    )
    assert (one.cost, steps) == (1, ["s2", "s3", "s4"])


def test_what_may_follow_is_paid_all_the_same() -> None:
    """A paper that is supplied later has a producer, which costs."""
    later = need("b", supplied_later=SuppliedLater(Span(3, "month"), "it.born"))
    assert isinstance(later, Requirement)
    way = service(2, ["a"], [later], cost=Cost(max=8), processing_time=Time("calendar_day", max=5))
    assert found(DEAR, way, BEFORE)[1] == ["s1"]


def test_a_service_as_goal() -> None:
    """It is taken, whatever it costs."""
    goals = (Call("child", "duty", service="s2"),)
    assert found(DEAR, CHEAP, BEFORE, goals=goals)[1] == ["s2", "s3"]
