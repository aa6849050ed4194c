"""Check the face of the engine: one advisor for every day."""

from dataclasses import replace
from datetime import date

from lifejourney.journey import Advisor
from tests.unit.planning.tiny import DAY, catalog, event, request, service


def test_one_advisor_keeps_the_rules_of_each_day_apart() -> None:
    """What was compiled for the old rules is not used for the new ones."""
    old = catalog(event(["a"]), [service(1, ["a"], ["b"]), service(2, ["b"])], ["a", "b"])
    new = replace(old, services={"s1": service(1, ["a"])}, since=DAY)
    advisor = Advisor(replace(old, variants=((DAY, new),)))
    before = replace(request("birth"), day=date(2020, 1, 1))
    assert len(advisor.advise(before).steps) == 2
    assert len(advisor.advise(request("birth")).steps) == 1
    assert len(advisor.advise(before).steps) == 2
