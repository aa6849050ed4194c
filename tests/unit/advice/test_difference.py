"""Check what is different between two advices, and what ticking off unlocks."""

from dataclasses import replace

from lifejourney.advice.difference import (
    Cause,
    Change,
    Difference,
    Outline,
    StepOutline,
    difference,
)
from lifejourney.advice.progress import unlocked_by
from lifejourney.vocabulary import Span, SuppliedLater
from tests.unit.planning.tiny import DAY, advise, catalog, event, fact, need, service

YES = True
STEP = StepOutline({"wave": 1, "start": None}, {("kk", "family"): ("held", 0, True)})
PLAN = Outline("1", "2026-11-22", ("birth",), {"child.ill": (True,)}, (), {"a": STEP, "b": STEP})


def test_nothing_changed() -> None:
    """The same plan has no difference to itself."""
    assert difference(PLAN, PLAN) == Difference((), (), (), {}, {})


def test_steps_come_and_go() -> None:
    """In the order of the plans in which they are."""
    after = replace(PLAN, steps={"d": STEP, "b": STEP, "c": STEP})
    found = difference(PLAN, after)
    assert (found.added, found.removed) == (("d", "c"), ("a",))


def test_a_step_moves() -> None:
    """A day that becomes known counts; one that the other side never tells does not."""
    later = replace(STEP, moments={"wave": 2, "start": "2026-12-01", "finish": "2026-12-02"})
    found = difference(PLAN, replace(PLAN, steps={"a": STEP, "b": later}))
    assert found.moved == {
        "b": (Change("wave", 1, 2), Change("start", None, "2026-12-01")),
    }


def test_papers_change() -> None:
    """One more, one less, one that comes from elsewhere."""
    kk, ktp = ("kk", "family"), ("ktp", "self")
    other = replace(STEP, papers={kk: ("step", 0, True), ktp: ("held", 1, False)})
    changed = replace(PLAN, steps={"a": other, "b": replace(STEP, papers={})})
    assert difference(PLAN, changed).papers == {
        "a": (
            Change(kk, ("held", 0, True), ("step", 0, True)),
            Change(ktp, None, ("held", 1, False)),
        ),
        "b": (Change(kk, ("held", 0, True), None),),
    }


def test_every_cause() -> None:
    """Catalog, day, events, answers, steps done; a silence is not the same as no answer."""
    after = Outline("2", "2026-11-23", ("death",), {"child.born": (None,)}, ("a",), PLAN.steps)
    assert difference(PLAN, after).causes == (
        Cause("catalog", "", "1", "2"),
        Cause("day", "", "2026-11-22", "2026-11-23"),
        Cause("event", "birth", YES, None),
        Cause("event", "death", None, YES),
        Cause("answer", "child.ill", (True,), None),
        Cause("answer", "child.born", None, (None,)),
        Cause("done", "a", None, YES),
    )


def test_another_wish() -> None:
    """What is preferred is a cause; of one that only one side tells nothing is said."""
    before = replace(PLAN, wishes={"prefer": "fastest"})
    after = replace(PLAN, wishes={"prefer": "cheapest", "channel": "counter"})
    assert difference(before, after).causes == (Cause("wish", "prefer", "fastest", "cheapest"),)


def test_an_advice_that_does_not_tell_what_was_said() -> None:
    """Nothing is said to differ."""
    assert difference(replace(PLAN, said=None), PLAN).causes == ()


def test_what_a_tick_unlocks() -> None:
    """Only what waits for nothing else; the last of two papers opens the step."""
    services = [service(1, ["a"], ["b", "c"]), service(2, ["b"]), service(3, ["c"])]
    small = catalog(event(["a"]), services, ["a", "b", "c"])
    assert unlocked_by(advise(small).steps) == {}
    steps = advise(small, done=["LJ-0002@child"]).steps
    assert unlocked_by(steps) == {"LJ-0003@child": ("LJ-0001@child",)}
    steps = advise(small, done=["LJ-0001@child"]).steps
    assert unlocked_by(steps) == {}


def test_a_paper_that_is_asked_for_twice_is_brought_once() -> None:
    """Two requirements let it follow: the earlier day counts, a known one before an unknown."""
    late, soon, never = (
        need("b", supplied_later=SuppliedLater(Span(months, "month"), f"it.{name}"))
        for months, name in ((2, "born"), (1, "born"), (1, "named"))
    )
    services = [service(1, ["a"], [never, late, soon]), service(2, ["b"], ["a"])]
    facts = [fact("born", "date"), fact("named", "date")]
    small = catalog(event(["a"]), services, ["a", "b"], facts)
    steps = advise(small, facts={("child", "born"): DAY}).steps
    assert [step.id for step in steps] == [
        "LJ-0001@child",
        "LJ-0002@child",
        "LJ-0001@child+b@child",
    ]
    follow = steps[-1].follow_up
    assert follow is not None
    assert str(follow.day) == "2026-12-22"
