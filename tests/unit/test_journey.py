"""Check the face of the engine: one advisor for every day."""

from dataclasses import replace
from datetime import date

import pytest

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


def test_only_the_advice_before_any_answer_is_kept() -> None:
    """It is the same for everybody; what somebody said is worked out anew and kept nowhere."""
    advisor = Advisor(catalog(event(["a"]), [service(1, ["a"])], ["a"]))
    first = request("birth")
    assert advisor.advise(first) is advisor.advise(first)
    assert advisor.advise(replace(first, lang="id")) is not advisor.advise(first)
    told = replace(first, papers={("a", "child"): True})
    assert advisor.advise(told) is not advisor.advise(told)


def test_the_first_advices_kept_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest makes room for the next."""
    monkeypatch.setattr("lifejourney.journey.KEPT", 1)
    advisor = Advisor(catalog(event(["a"]), [service(1, ["a"])], ["a"]))
    kept = advisor.advise(request("birth"))
    advisor.advise(replace(request("birth"), lang="id"))
    assert advisor.advise(request("birth")) is not kept
