"""Hold the drawn catalogs, and the plain Python that plans in them, to what they are said to be."""

from itertools import islice

import pytest

from lifejourney.graph import circles
from lifejourney.planning import Compiled, Layout, build_ground
from lifejourney.situation import build_cast
from tests.benchmarks.households import cases
from tests.benchmarks.lines.plan_kahn import in_part, plain, planned, waves_of
from tests.benchmarks.plain_plan import lay_out
from tests.benchmarks.synthetic import draw_catalog
from tests.unit.planning import tiny

SMALL = 160
FEW = 6


def test_the_same_catalog_is_drawn_each_time() -> None:
    one = draw_catalog(SMALL)
    draw_catalog.cache_clear()
    assert draw_catalog(SMALL) == one
    assert len(one.services) == SMALL


def test_papers_lead_round_in_circles_and_from_one_person_to_another() -> None:
    found = [compiled.ground for compiled, _ in islice(cases(SMALL, 1.0, 1), FEW)]
    needed = [
        {(maker, one.number) for one in ground.instances for need in one.needs
         for maker in ground.makers[need.ways[0].paper]}
        for ground in found
    ]  # fmt: skip
    assert any(circles(range(len(g.instances)), e) for g, e in zip(found, needed, strict=True))
    assert any(
        ground.instances[a].member != ground.instances[b].member
        for ground, edges in zip(found, needed, strict=True)
        for a, b in edges
    )


def test_plain_python_finds_the_same_plan() -> None:
    steps = 0
    for compiled, situation in islice(cases(SMALL, 1.0, 1), FEW):
        given = Layout(compiled, situation, exact=True).people([()])
        waves = plain(compiled, given)[1]
        assert waves_of(planned(compiled, given)) == waves
        steps += sum(map(len, waves))
    assert steps > FEW


def test_the_shown_completion_is_planned_alike() -> None:
    compiled, situation = next(cases(SMALL, 0.7, 1))
    seconds, mine, _ = in_part(compiled, situation)
    assert seconds > 0
    assert mine > 0


def test_plain_python_knows_no_alternatives() -> None:
    either = tiny.catalog(
        tiny.event(["goal"]),
        [tiny.service(1, ["goal"], [tiny.need("a", "b")])],
        ["goal", "a", "b"],
    )
    ground = Compiled(build_ground(either, build_cast(either, ("birth",), {}))).ground
    with pytest.raises(ValueError, match="alternatives"):
        lay_out(ground)
