"""What is within reach is what the search by ranks and finish ends with."""

from dataclasses import replace
from typing import Any

from hypothesis import given

from lifejourney.planning import Layout
from lifejourney.planning.closure import close
from lifejourney.planning.ground import Ground
from lifejourney.planning.reach import within_reach
from lifejourney.planning.state import Given
from tests.oracles.catalogs import CASES, Case, law
from tests.oracles.ours import compiled
from tests.unit.planning import tiny


def _agree(ground: Ground, column: Given[Any]) -> None:
    whole = replace(column, kinds={})
    found, searched = within_reach(ground, whole), close(ground, whole, frozenset())
    some = column.column.some
    for mine, theirs in ((found.had, searched.had), (found.ready, searched.ready)):
        assert {key: mask for key, mask in mine.items() if some(mask)} == {
            key: mask for key, mask in theirs.items() if some(mask)
        }


@law(120)
@given(CASES)
def test_ranks_decide_how_and_never_whether(case: Case) -> None:
    """Over all completions."""
    layout = Layout(compiled(case.catalog, case.situation), case.situation)
    ground, (_, column) = layout.compiled.ground, layout.completions()
    _agree(ground, column)


@law(60)
@given(CASES)
def test_what_was_done_is_there(case: Case) -> None:
    """Whatever is needed for a step that is done."""
    ground = compiled(case.catalog, case.situation).ground
    done = frozenset(one.id for one in ground.instances[::2])
    layout = Layout(compiled(case.catalog, case.situation), replace(case.situation, done=done))
    _agree(layout.compiled.ground, layout.completions()[1])


def test_a_circle_is_gone_round_until_nothing_more_can_be_had() -> None:
    """The first way to a paper leads through what is made from it."""
    small = tiny.catalog(
        tiny.event(["a"]),
        [
            tiny.service(1, ["a"], ["b"]),
            tiny.service(2, ["b"], ["a"]),
            tiny.service(3, ["b"], ["c"]),
            tiny.service(4, ["c"]),
        ],
        ["a", "b", "c"],
    )
    looking = tiny.look(small)
    given_ = looking.outlook.given
    found = within_reach(looking.outlook.ground, given_)
    assert all(found.had[paper, "child"] == given_.column.all for paper in ("a", "b", "c"))
