"""What stands beside a plan: under which question, what last, and what is left unsaid."""

from typing import Any

import pytest

from lifejourney.handouts import Beside, perhaps

Json = dict[str, Any]


def step(id_: str, *depends_on: str, tone: str = "neutral") -> Json:
    return {
        "id": id_,
        "service": "LJ-0001",
        "slug": "s1",
        "person": "child",
        "produces": [],
        "tone": tone,
        "depends_on": [*depends_on],
        "depends_on_titles": [f"{one}?" for one in depends_on],
    }


def answer(
    possible: list[Json],
    alternatives: dict[str, list[str]],
    verdict: str = "neutral",
    **plan: object,
) -> Json:
    groups = [{"depends_on": k, "title": k, "steps": v} for k, v in alternatives.items()]
    return {
        "assumed": [
            {"fact": "persons:sibling", "value": 0},
            {"fact": "persons:child", "value": 1},
            {"fact": "child[1].ill", "value": 0},
        ],
        "verdicts": [{"verdict": "does_not_apply", "tone": verdict}],
        "plan": {
            "steps": [],
            "possible": possible,
            "alternatives": groups,
            "branches": [],
            "never_assumed": ["child[1].condition"],
            **plan,
        },
    }


def titles(found: Beside) -> list[str]:
    return [group.title for group in found.waiting]


def test_a_lost_paper_and_people_nobody_spoke_of_come_last() -> None:
    steps = [step(id_) for id_ in "abcd"]
    groups = {
        "document:kk@f": ["a"],
        "persons:sibling": ["b"],
        "persons:child": ["c"],
        "x.y": ["d"],
    }
    told = ["persons:child", "x.y", "document:kk@f", "persons:sibling"]
    assert titles(Beside(answer(steps, groups))) == told


def test_each_step_stands_once_and_none_is_lost() -> None:
    found = Beside(answer([step("a"), step("b")], {"x.y": ["a"], "x.z": ["a"]})).waiting
    assert [(group.title, len(group.steps)) for group in found] == [("x.y", 1), ("", 1)]


def test_a_cause_that_several_goals_share_is_told_once() -> None:
    goals = [
        {"id": id_, "status": "blocked", "blocked_by": [{"text": text}]}
        for id_, text in (("a", "no card"), ("b", "no deed"), ("c", "no card"))
    ]
    told = Beside(answer([], {}, steps=[*goals, {"status": "certain"}])).stuck
    assert [[goal["id"] for goal in stuck.goals] for stuck in told] == [["a", "c"], ["b"]]
    assert told[0].causes == [{"text": "no card"}]


def test_a_paper_that_a_step_may_make_is_not_told_as_blocked_too() -> None:
    """Only a paper that no step makes stands as a goal that may be blocked."""
    making = step("a", "x") | {"produces": [{"document": "akta", "of": "child"}]}
    goals = [
        step(f"document:{slug}@child", "x") | {"service": None, "slug": slug}
        for slug in ("akta", "paspor")
    ]
    found = Beside(answer([making, *goals], {"x": ["a", *(goal["id"] for goal in goals)]}))
    (group,) = found.waiting
    assert [one["id"] for one in group.steps] == ["a", "document:paspor@child"]


def test_of_what_may_be_taken_and_may_be_blocked_the_step_is_told() -> None:
    taken, blocked = step("a") | {"wave": 1}, step("a") | {"wave": None}
    (group,) = Beside(answer([taken, blocked], {"x.y": ["a", "a"]})).waiting
    assert [one["wave"] for one in group.steps] == [1]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"wave": 1}, "SIM (ibu), Polisi"),
        ({"wave": 1, "authority": None}, "SIM (ibu)"),
        ({"wave": None}, "SIM (ibu): mungkin belum dapat diurus"),
    ],
)
def test_what_may_be_out_of_reach_is_not_one_more_thing_to_do(
    change: dict[str, object], told: str
) -> None:
    one = {"title": "SIM", "person_title": "ibu", "authority": "Polisi", **change}
    assert perhaps(one, "id") == told


def test_what_waits_for_a_grave_answer_is_told_once() -> None:
    """Under the answers where there are branches, else as waiting for it."""
    grave = step("a", "x.y", "child[1].condition", tone="joy")
    branch = {"title": "B?", "depends_on": "child[1].condition", "label": "L", "steps": ["a", "z"]}
    told = answer([grave], {"child[1].condition": ["a"]}, branches=[branch])
    assert Beside(told).grave == []
    assert Beside(told).waiting == []
    (fork,) = Beside(told).forks
    assert (fork.member, [turn.steps for turn in fork.turns]) == ("child-1", [[grave]])
    assert [one.title for one in Beside(told, everything=True).grave] == ["child[1].condition?"]
    assert [one.title for one in Beside(answer([grave], {})).grave] == ["child[1].condition?"]


def test_the_answer_with_a_joy_goes_first_and_one_without_steps_is_not_there() -> None:
    steps = [step("a"), step("b", tone="joy")]
    branch = {"title": "B?", "depends_on": "c.d"}
    branches = [{**branch, "label": one, "steps": [one]} for one in "abz"]
    (fork,) = Beside(answer([], {}, steps=steps, branches=branches)).forks
    assert [turn.label for turn in fork.turns] == ["b", "a"]
    assert [turn.is_joyful for turn in fork.turns] == [True, False]
    assert Beside(answer([], {}, branches=[branches[2]])).forks == []


def test_no_joy_is_named_where_none_came() -> None:
    """Nor are the papers of twins."""
    told = answer([step("a")], {"persons:twin": ["a"]}, verdict="joy")
    assert Beside(told).not_applying == []
    assert titles(Beside(told)) == []
    assert titles(Beside(told, everything=True)) == ["persons:twin"]
    told["plan"]["steps"] = [step("b", tone="joy")]
    assert len(Beside(told).not_applying) == 1
    assert titles(Beside(told)) == ["persons:twin"]
