"""Check what a plan is compared with: another producer of a paper, a rival goal, another kind."""

from lifejourney.planning import Compiled, Layout, Plan, build_ground
from lifejourney.planning.comparing import kinds, other_ways, rivals
from lifejourney.planning.objectives import LeastFees
from lifejourney.planning.pursuing import plans_of
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import Call, Cost, Time
from tests.unit.planning.tiny import DAY, NEVER, catalog, event, paper, service

DEAR = service(1, ["a"], cost=Cost(max=10), processing_time=Time("calendar_day", max=1))
SLOW = service(2, ["a"], processing_time=Time("calendar_day", max=5))


def layout_of(*services: object, goals: tuple[object, ...] = ("a",), cheap: bool = False) -> Layout:
    """Return the layout of somebody of whom everything is known."""
    small = catalog(event(goals), services, ["a", "b"])  # type: ignore[arg-type]
    cast = build_cast(small, ("birth",), {})
    compiled = Compiled(build_ground(small, cast, ()))
    objective = LeastFees() if cheap else None
    return Layout(compiled, Situation(cast, DAY), exact=True, objective=objective)


def steps(plan: Plan) -> list[str]:
    """Return the slugs of a plan's steps."""
    return [step.instance.service.slug for step in plan.steps]


def compared(layout: Layout) -> list[tuple[list[str], list[str]]]:
    """Return the steps of the plan, and those of each other way."""
    (plan,) = plans_of(layout, [()])
    return [(steps(plan), steps(one.plan)) for one in other_ways(layout, (), plan)]


def test_the_other_producer() -> None:
    """The faster is taken, or the cheaper; the other stays visible with its plan."""
    assert compared(layout_of(DEAR, SLOW)) == [(["s1"], ["s2"])]
    assert compared(layout_of(DEAR, SLOW, cheap=True)) == [(["s2"], ["s1"])]


def test_nothing_to_compare() -> None:
    """With one producer, or where the other one needs what nobody makes."""
    assert compared(layout_of(DEAR)) == []
    assert compared(layout_of(DEAR, service(2, ["a"], ["b"]))) == []


def test_rival_goals() -> None:
    """Each that can be reached is pursued once; one alone has no rival."""
    goals = (
        Call("child", "right", document="a", excludes=("b",)),
        Call("child", "right", document="b"),
    )
    both = layout_of(SLOW, service(3, ["b"]), goals=goals)
    point = tuple(unknown.values[0] for unknown in both.unknowns)
    assert [(one.goal, one.group, steps(one.plan)) for one in rivals(both, point)] == [
        (0, (0, 1), ["s2"]),
        (1, (0, 1), ["s3"]),
    ]
    alone = layout_of(SLOW, goals=goals)
    assert list(rivals(alone, tuple(unknown.values[0] for unknown in alone.unknowns))) == []


def by_kind(*services: object, compare: bool = True) -> list[tuple[str, list[str]]]:
    """Return each kind of the paper `a` that is compared, with the steps to it."""
    goal = Call("child", "duty", document="a", compare=compare)
    papers = [*("a", "b"), paper("full", kind_of="a"), paper("plain", kind_of="a")]
    small = catalog(event([goal]), services, papers)  # type: ignore[arg-type]
    cast = build_cast(small, ("birth",), {})
    layout = Layout(Compiled(build_ground(small, cast, ())), Situation(cast, DAY), exact=True)
    point = tuple(0 for _ in layout.unknowns)
    return [(one.kind[0], steps(one.plan)) for one in kinds(layout, point)]


def test_open_kinds() -> None:
    """Each that can be had is pursued once, where the event asks to compare them."""
    full, plain, more = service(1, ["full"], ["b"]), service(2, ["plain"]), service(3, ["b"])
    assert by_kind(full, plain, more) == [("full", ["s3", "s1"]), ("plain", ["s2"])]
    assert by_kind(full, plain, more, compare=False) == []


def test_one_kind_is_not_compared() -> None:
    """Where the other kind cannot be had there is nothing to weigh."""
    out_of_reach = service(1, ["full"], applies=NEVER)
    assert by_kind(out_of_reach, service(2, ["plain"])) == []
