"""Check what a plan tells of one person of a column."""

from lifejourney.planning.plan import OfPerson
from tests.unit.planning.tiny import catalog, event, look, service


def test_masks_of_a_column_read_as_what_holds_for_one() -> None:
    masks = {1: 0b101, 2: 0b010, 3: 0b000}
    assert [dict(OfPerson(masks, 1 << person)) for person in range(3)] == [
        {1: True, 2: False, 3: False},
        {1: False, 2: True, 3: False},
        {1: True, 2: False, 3: False},
    ]
    assert len(OfPerson(masks, 1)) == 3


def test_a_plan_tells_which_conditions_it_meets() -> None:
    found = look(catalog(event(["a"]), [service(1, ["a"])], ["a"])).outlook
    plan = found.plan
    assert plan.truth[found.ground.instances[0].applies] is True
    assert plan.had == {("a", "child")}
