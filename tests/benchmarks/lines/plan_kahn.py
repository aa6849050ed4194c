"""Closure, choice and order against plain Python that finds the same plan of the same people."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from statistics import mean

from lifejourney.planning import Compiled, Layout, Outlook, Plan, look_ahead
from lifejourney.planning.choice import choose, settle
from lifejourney.planning.plan import make_plans
from lifejourney.planning.state import Given
from lifejourney.situation import Situation
from tests.benchmarks.households import cases
from tests.benchmarks.plain_plan import known_of, lay_out, plan
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.timing import timed

SIZES = (300, 3_000)
COMPLETE, PARTIAL = 5, 10
"""How often as long as plain Python: with all known, and with a part of it."""
KNOWN = 0.7
RUNS = 10
"""A plan takes so little that the first runs are slower by what others left in the caches."""


def planned(compiled: Compiled, given: Given[int]) -> Plan:
    """Return the plan of one person of whom everything is known."""
    settled = settle(compiled.ground, given)
    chosen = choose(compiled.ground, settled, compiled.competing)
    return make_plans(compiled.ground, settled, chosen, 1)[0]


def waves_of(found: Plan) -> list[list[int]]:
    """Return the steps of a plan wave by wave, as plain Python does."""
    waves: list[list[int]] = [[] for _ in range(max((s.wave for s in found.steps), default=0))]
    for step in found.steps:
        waves[step.wave - 1].append(step.part[0])
    return [sorted(wave) for wave in waves]


def plain(compiled: Compiled, given: Given[int]) -> tuple[float, list[list[int]]]:
    """Return how long plain Python takes for the plan of one person, and its waves."""
    graph, known = lay_out(compiled.ground), known_of(compiled.ground, given)
    return timed(partial(plan, graph, known), RUNS)


def complete(compiled: Compiled, situation: Situation) -> tuple[float, float, int]:
    """Return the seconds of plain Python and of the engine with all known, and the steps."""
    # Which part of the graph could matter is found anew, as plain Python does.
    given = replace(Layout(compiled, situation, exact=True).people([()]), behind=None)
    planned(compiled, given)  # lays out what is laid out once
    seconds, waves = plain(compiled, given)
    mine, found = timed(partial(planned, compiled, given), RUNS)
    if waves_of(found) != waves:
        raise AssertionError(f"the plans differ: {waves_of(found)} and {waves}")
    return seconds, mine, len(found.steps)


def foreseen(compiled: Compiled, situation: Situation) -> tuple[Outlook, Plan]:
    """Return what is certain and possible of each step, and the plan that is shown."""
    outlook = look_ahead(Layout(compiled, situation))
    for number in outlook.chosen.steps:
        outlook.step(number)
    return outlook, outlook.plan


def in_part(compiled: Compiled, situation: Situation) -> tuple[float, float, int]:
    """Return the same with a part known; plain Python is given the completion that is shown."""
    foreseen(compiled, situation)  # lays out what is laid out once
    mine, (outlook, found) = timed(partial(foreseen, compiled, situation), RUNS)
    point = outlook.point(outlook.given.column.all)
    seconds, waves = plain(compiled, outlook.layout.people([point]))
    if waves_of(found) != waves:
        raise AssertionError(f"the plans differ: {waves_of(found)} and {waves}")
    return seconds, mine, len(outlook.chosen.steps)


def measure() -> Iterator[Ratio]:
    """Print the microseconds of every size; yield the ratios."""
    print("plan/kahn\tlayanan / services\tpolos / plain µs\tkami / ours µs\tlangkah / steps")
    for name, bar, known, run in (
        ("complete", COMPLETE, 1.0, complete),
        ("partial", PARTIAL, KNOWN, in_part),
    ):
        for size in SIZES:
            found = [run(compiled, situation) for compiled, situation in cases(size, known, 1)]
            seconds, mine, steps = (mean(column) for column in zip(*found, strict=True))
            row = f"{size}\t{seconds * 1e6:.0f}\t{mine * 1e6:.0f}\t{steps:.1f}"
            print(f"plan/kahn/{name}\t{row}")
            yield Ratio(f"plan/kahn/{name}-{size}", mine / seconds, bar)


LINE = Line("plan/kahn", measure)
