"""Check the whole answer: its parts, verdicts and steps."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lifejourney.explanation import PARTS, as_json, present, words
from lifejourney.journey import Advisor
from lifejourney.vocabulary import (
    Benefit,
    Call,
    Complaint,
    Cost,
    Deadline,
    Remark,
    Span,
    SuppliedLater,
    Text,
    Usual,
)
from tests.unit.explanation.births import SOURCE, answer, small
from tests.unit.planning.tiny import (
    DAY,
    NEVER,
    advise,
    catalog,
    event,
    fact,
    is_,
    need,
    paper,
    request,
    service,
    text,
)


def test_the_parts_of_an_answer() -> None:
    """Only the parts that were asked for are made."""
    advice = advise(small())
    for part in PARTS:
        found = present(advice, (part,))
        assert part in found
        assert not set(PARTS) - {part} & set(found)
    assert {"verdicts", "plan", "questions", "assumed", "remaining"} <= set(present(advice))


def test_the_bytes_of_an_answer() -> None:
    """It is UTF-8 that ends with a line, and the same every time."""
    first, second = as_json(answer(small())), as_json(answer(small()))
    assert first == second
    assert first.endswith(b"\n")
    assert json.loads(first)["catalog"]["date"] == "2026-11-01"


def test_a_catalog_without_sources_has_no_day() -> None:
    """Nothing is invented."""
    plain = catalog(event(["a"]), [service(1, ["a"])], ["a"])
    assert answer(plain)["catalog"]["date"] is None
    assert answer(plain)["greeting"] is None


def test_a_greeting() -> None:
    """The first event that has one is greeted with it."""
    birth, death = event([]), replace(event([], "death"), greeting=Text("Turut berduka", "Sorry"))
    both = catalog([birth, death])
    assert answer(both, "birth", "death")["greeting"] == "Sorry"


def test_verdicts_with_their_law() -> None:
    """A verdict names person, reasons and law, and whom it is not for."""
    calls = [Call("child", "right", service="s1"), Call("child", "right", document="a", when=NEVER)]
    found = answer(catalog(event(calls), [service(1)], ["a"]))["verdicts"]
    assert [one["verdict_label"] for one in found] == ["Applies", "Does not apply"]
    assert found[0]["reasons"][0]["law"] == "UU 24/2013"
    assert found[1]["reasons"] == [{"text": words.NOBODY.en, "fact": None, "law": None}]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, None),
        ({"acts": "automatic"}, words.AUTOMATIC.en),
        ({"acts": "other"}, words.AUTOMATIC.en),
        ({"acts": "other", "actor": Text("RT", "the RT")}, "Done by the RT; you only make sure"),
    ],
)
def test_who_acts(more: dict[str, Any], expected: str | None) -> None:
    """What others do is only checked by the person."""
    found = answer(catalog(event(["a"]), [service(1, ["a"], **more)], ["a"]))
    assert found["plan"]["steps"][0]["actor"] == expected


def test_a_step_in_full() -> None:
    """A step has everything that is needed to take it."""
    one = service(
        1,
        ["a"],
        [need("b", "c", copies=2, kept=True, note=text("bring it"))],
        benefit=Benefit(text("money"), 1, 2, "month"),
        complaint=Complaint(text("own desk"), phone="113"),
        deadline=Deadline(60, "calendar_day", "it.born", text("late"), binding=False),
        say=(Remark(text("say")),),
        sent_back_when=(Remark(text("never")),),
        sources={"uu": SOURCE},
    )
    small = catalog(event(["a"]), [one, service(2, ["b"])], ["a", "b", "c"], [fact("born", "date")])
    found = answer(small, facts={("child", "born"): date(2026, 1, 1)})
    first, last = found["plan"]["steps"]
    told = "money: Rp1 to Rp2 a month."
    assert last["benefit"] == {"what": told, "min": 1, "max": 2, "per": "month"}
    assert last["complaint"]["channel"] == "own desk"
    assert first["complaint"]["phone"] == "112"
    assert first["benefit"] is None
    assert first["deadline"] is None
    assert (last["deadline"]["overdue"], last["deadline"]["date"]) == (True, "2026-03-02")
    assert (last["deadline"]["late"], last["deadline"]["binding"]) == ("late", False)
    (asked,) = last["requires"]
    assert (asked["document"], asked["from"], asked["step"]) == ("b", "step", "LJ-0002@child")
    assert (asked["copies"], asked["kept"], asked["note"]) == (2, True, "bring it")
    assert last["sources"][0]["status_label"].endswith("1 November 2026")
    (listed,) = found["plan"]["documents"]
    assert (listed["copies"], listed["for"]) == (2, ["LJ-0001@child"])


def test_a_follow_up_in_words() -> None:
    """What may follow is a step of its own with its day."""
    follows = need("b", supplied_later=SuppliedLater(Span(1, "month"), "it.born"))
    small = catalog(
        event(["a"]),
        [service(1, ["a"], [follows]), service(2, ["b"], ["a"])],
        ["a", "b"],
        [fact("born", "date")],
    )
    for born, day, late in ((DAY, "2026-12-22", False), (date(2026, 1, 1), "2026-02-01", True)):
        last = answer(small, facts={("child", "born"): born})["plan"]["steps"][-1]
        assert last["title"] == "Bring b for s1"
        assert last["follow_up"] is True
        assert (last["deadline"]["date"], last["deadline"]["overdue"]) == (day, late)
        assert (last["deadline"]["estimate"], last["deadline"]["estimate_note"]) == (False, None)
    open_ = answer(small)["plan"]
    assert open_["steps"][-1]["deadline"]["date"] is None
    assert open_["steps"][0]["requires"][0]["supplied_later"] == {
        "within": 1,
        "unit": "month",
        "after": "child.born",
        "by": None,
        "text": "may follow later",
    }


@pytest.mark.parametrize(("today", "overdue"), [(18, False), (19, True)])
def test_a_deadline_on_one_day(today: int, overdue: bool) -> None:  # noqa: FBT001
    """It is told as that day, with the day from the first answer on."""
    one = service(1, ["a"], deadline=Deadline(on=date(2026, 6, 18)))
    small = catalog(event(["a"]), [one], ["a"])
    asked = replace(request(), day=date(2026, 6, today))
    (step,) = present(Advisor(small).advise(asked))["plan"]["steps"]
    deadline = step["deadline"]
    assert (deadline["on"], deadline["date"]) == ("2026-06-18", "2026-06-18")
    assert (deadline["within"], deadline["by"], deadline["after"]) == (None, None, None)
    assert (deadline["earliest"], deadline["overdue"]) == ("2026-06-18", overdue)


def test_a_paper_of_others_that_may_follow() -> None:
    """No step brings it: by which day it is to follow stands beside it."""
    follows = need("b", supplied_later=SuppliedLater(Span(1, "month"), "it.born"))
    held = paper("b", origin="other", issuer=text("x"))
    one = service(1, ["a"], [follows])
    small = catalog(event(["a"]), [one], ["a", held], [fact("born", "date")])
    (step,) = answer(small, facts={("child", "born"): DAY})["plan"]["steps"]
    later = step["requires"][0]["supplied_later"]
    assert (later["by"], later["text"]) == ("2026-12-22", "may follow until 22 December 2026")


def test_working_days_without_a_calendar_say_so() -> None:
    """A deadline and the day of a paper that follows are estimates, and tell why."""
    follows = need("b", supplied_later=SuppliedLater(Span(3, "working_day"), "it.born"))
    rule = Deadline(5, "working_day", "it.born")
    small = catalog(
        event(["a"]),
        [service(1, ["a"], [follows], deadline=rule), service(2, ["b"], ["a"])],
        ["a", "b"],
        [fact("born", "date")],
    )
    steps = answer(small, facts={("child", "born"): DAY})["plan"]["steps"]
    for step, day in ((steps[0], "2026-11-27"), (steps[-1], "2026-11-25")):
        assert (step["deadline"]["date"], step["deadline"]["estimate"]) == (day, True)
        assert step["deadline"]["estimate_note"].startswith("An estimate:")


@pytest.mark.parametrize(
    ("papers", "expected"),
    [({}, "assumed"), ({("b", "child"): True}, "held"), ({("c", "child"): True}, "held")],
)
def test_papers_that_are_supposed_to_be_at_hand(
    papers: dict[tuple[str, str], bool], expected: str
) -> None:
    """What was not said is only supposed."""
    small = catalog(
        event(["a"]),
        [service(1, ["a"], ["b"])],
        ["a", paper("b", usual=Usual("held")), paper("c", kind_of="b")],
    )
    (only,) = answer(small, papers=papers)["plan"]["steps"]
    assert only["requires"][0]["from"] == expected


def test_fees_add_up() -> None:
    """What is not known is counted, never reckoned as nothing."""
    costs = [Cost(1000, 3000), Cost(max=2000), Cost(5000), Cost()]
    services = [service(n, [f"p{n}"], cost=cost) for n, cost in enumerate(costs)]
    papers = [f"p{n}" for n in range(4)]
    found = answer(catalog(event(papers), services, papers))
    fee = found["plan"]["totals"]["fee"]
    assert (fee["min"], fee["max"], fee["unknown"]) == (8000, None, 1)
    assert (fee["unknown_for"], fee["unbounded_for"]) == (["LJ-0003@child"], ["LJ-0002@child"])


def test_a_goal_that_is_blocked() -> None:
    """It stands among the steps with what stands in the way."""
    calls = ["a", Call("child", "right", service="s1")]
    small = catalog(event(calls), [service(1, [], ["b"], sources={"uu": SOURCE})], ["a", "b"])
    first, second = answer(small)["plan"]["steps"]
    assert (first["status_label"], first["service"]) == ("Blocked", None)
    assert first["blocked_by"][0]["why"] == "lacking"
    assert (second["service"], second["channels"]) == ("LJ-0001", ["counter"])
    assert second["legal"] == ["UU 24/2013"]


def test_answers_set_aside() -> None:
    """It is said why: by which other answer, or because there is nobody."""
    small = catalog(
        event(["a"]),
        [service(1, ["a"], applies=is_("child", "ill"))],
        ["a"],
        [fact("ill", applies_when=is_("it", "born")), fact("born"), fact("no", applies_when=NEVER)],
    )
    facts = {("child", "ill"): True, ("child", "born"): False, ("child", "no"): True}
    aside = answer(small, facts=facts)["set_aside"]
    assert [one["title"] for one in aside if one["fact"] == "child.ill"] == ["ill"]
    found = {one["fact"]: one["why"] for one in aside}
    assert found["child.no"] == words.NOBODY.en
    assert found["child.ill"] == "Does not apply because of your answer: born No."
    strange = replace(advise(small), set_aside=(("child.ill", "child.lost"),))
    assert present(strange)["set_aside"][0]["why"] == "child.lost"
