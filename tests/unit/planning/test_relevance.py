"""Check which unknowns matter where they matter only together, and under what is left unspoken."""

import pytest

from lifejourney.catalog import Catalog
from lifejourney.planning import Layout, look_ahead, unknown_ids
from lifejourney.situation import Situation, build_cast
from lifejourney.vocabulary import AllOf, Call, Constraint
from tests.oracles.mattering import mattering
from tests.oracles.ours import compiled
from tests.unit.planning.tiny import DAY, catalog, event, fact, is_, service


def alike(number: int) -> Catalog:
    """Return a right for those of whom all facts hold, where either all hold or none does.

    Beside it a right that one other fact decides alone.
    """
    names = [f"x{at}" for at in range(number)]
    never = tuple(
        Constraint(never=AllOf((is_("child", one), is_("child", other, "false"))))
        for one in names
        for other in names
        if one != other
    )
    when = AllOf(tuple(is_("child", name) for name in names))
    calls = [
        Call("child", "right", document="a", when=when),
        Call("child", "right", document="b", when=is_("child", "u")),
    ]
    services = [service(1, ["a"]), service(2, ["b"])]
    facts = [fact(name) for name in (*names, "u")]
    return catalog(event(calls), services, ["a", "b"], facts, constraints=never)


def matter(small: Catalog, declined: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return what matters, the same by diagrams and by comparing all completions."""
    situation = Situation(build_cast(small, ("birth",), {}), DAY, declined=declined)
    layout = Layout(compiled(small, situation), situation)
    found = frozenset(unknown_ids(layout, look_ahead(layout).relevant))
    goals = tuple(goal.id for goal in layout.compiled.ground.goals)
    assert found == mattering(small, situation, goals, 200)
    return found


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_what_constraints_hold_together_matters_together(number: int) -> None:
    """No answer can change alone; all of them are asked rather than none."""
    assert matter(alike(number)) == {"child.u", *(f"child.x{at}" for at in range(number))}


def grave() -> Catalog:
    """Return what follows for the dead whose other fact holds, and for all of whom it holds."""
    condition = fact("condition", "choice", likelihoods={"well": 9, "dead": 1}, never_assumed=True)
    dead = is_("child", "condition", "dead")
    calls = [
        Call("child", "duty", document="a", when=AllOf((dead, is_("child", "x")))),
        Call("child", "duty", document="b", when=is_("child", "y")),
    ]
    services = [service(1, ["a"]), service(2, ["b"])]
    return catalog(event(calls), services, ["a", "b"], [condition, fact("x"), fact("y")])


def test_under_what_is_left_unspoken_only_what_is_common_counts() -> None:
    """Whoever does not say how the baby is is not asked what only matters if it died."""
    assert matter(grave()) == {"child.condition", "child.x", "child.y"}
    assert matter(grave(), frozenset({"child.condition"})) == {"child.y"}
