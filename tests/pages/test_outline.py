"""The outline of a plan: steps by visit, in an order that can be followed."""

from typing import Any

from api.pages.outline import Outline

BASE = {"date": "2026-11-22", "lang": "id", "assumed": [], "verdicts": []}


def step(id_: str, visit: int | None = None, after: list[str] | None = None) -> dict[str, Any]:
    """Return a step as an answer has it, as far as an outline reads it."""
    return {
        "id": id_,
        "visit": visit,
        "acts": "citizen",
        "start": "2026-11-22",
        "start_open": False,
        "latest_start": None,
        "after": after or [],
        "status": "certain",
        "wave": 1,
        "deadline": None,
        "tone": "neutral",
        "depends_on": [],
    }


def outline(steps: list[dict[str, Any]], visits: list[list[str]]) -> Outline:
    plan = {
        "steps": steps,
        "visits": [{"steps": ids, "authority_title": "KUA"} for ids in visits],
        "possible": [],
        "branches": [],
        "alternatives": [],
        "never_assumed": [],
        "documents": [],
    }
    return Outline({**BASE, "plan": plan})


def order(found: Outline) -> list[list[str]]:
    return [[one["id"] for one in group.steps] for group in found.groups]


def test_what_needs_no_visit_comes_as_soon_as_it_can() -> None:
    steps = [step("a"), step("b", after=["a"]), step("c", 1, ["b"]), step("d", after=["c"])]
    assert order(outline(steps, [["c"]])) == [["a", "b"], ["c"], ["d"]]


def test_a_visit_that_waits_for_another_comes_later() -> None:
    steps = [step("a", 1, ["b"]), step("b", 2)]
    assert order(outline(steps, [["a"], ["b"]])) == [["b"], ["a"]]


def test_visits_that_wait_for_each_other_are_still_shown() -> None:
    steps = [step("a", 1, ["b"]), step("b", 2, ["a"])]
    assert order(outline(steps, [["a"], ["b"]])) == [["a"], ["b"]]


def test_a_step_of_no_visit_is_never_lost() -> None:
    assert order(outline([step("a", 7, ["b"])], [])) == [["a"]]


def test_the_numbers_follow_the_page() -> None:
    steps = [step("a", 1, ["b"]), step("b", 2)]
    assert outline(steps, [["a"], ["b"]]).numbers == {"b": 1, "a": 2}


def headings(found: Outline) -> list[str]:
    return [found.heading(group) for group in found.groups]


def test_today_holds_only_what_can_begin_today() -> None:
    later, then = ({**step(id_), "start": "2027-01-12"} for id_ in "ac")
    found = outline([later, step("b"), {**then, "after": ["a"]}], [])
    assert order(found) == [["b"], ["a", "c"]]
    assert headings(found) == ["Hari ini, dari rumah", "Kemudian, dari rumah"]


def test_what_waits_for_nobody_knows_how_long_is_not_for_today() -> None:
    """Its day is the first that could be; the step before it may take weeks."""
    then = {**step("b", after=["a"]), "start_open": True}
    assert order(outline([step("a"), then], [])) == [["a"], ["b"]]


def test_what_presses_comes_first_today() -> None:
    """With what it waits for, which presses as much."""
    first = {**step("c"), "latest_start": "2026-12-01"}
    then = {**step("b", after=["c"]), "latest_start": "2026-12-02"}
    assert order(outline([step("a"), then, first], [])) == [["c", "b", "a"]]


def test_at_home_what_can_begin_sooner_comes_first() -> None:
    """With what it waits for; what knows no day comes last."""
    days = {"a": None, "b": "2026-12-03", "c": "2026-12-01", "d": "2026-12-01"}
    later = [{**step(id_, after=["c"] * (id_ == "d")), "start": day} for id_, day in days.items()]
    assert order(outline(later, [])) == [["c", "d", "b", "a"]]


def test_what_opens_later_says_from_when() -> None:
    first, second = ({**step(id_), "start": day} for id_, day in (("a", "2027-02-01"), ("b", None)))
    assert headings(outline([first], [])) == ["Mulai 1 Februari 2027, dari rumah"]
    assert headings(outline([second], [])) == ["Dari rumah"]


def test_what_others_do_follows_what_is_to_be_done_first() -> None:
    """It has a number like every step, but is nothing to begin with."""
    others = {**step("a"), "acts": "other"}
    found = outline([others, step("b", 1), step("c", after=["a"])], [["b"]])
    assert order(found) == [["b"], ["a"], ["c"]]
    assert headings(found) == [
        "Kunjungan 1: KUA",
        "Diurus pihak lain; Anda cukup memastikan",
        "Kemudian, dari rumah",
    ]
    assert order(outline([others, step("b", 1, ["a"])], [["b"]])) == [["a"], ["b"]]
