"""Check the reading of two requests, and of an answer that was kept as a file."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lifejourney.answers import read_earlier, read_pair
from lifejourney.errors import InvalidRequest
from tests.unit.handouts.answers import asked, dated, small

DAYS = (date(2026, 11, 22), date(2026, 11, 23))
BIRTH = {"events": ["birth"]}
Json = dict[str, Any]


def refused(raw: object) -> list[tuple[str, str]]:
    """Return field and code of everything that is wrong with a body."""
    with pytest.raises(InvalidRequest) as caught:
        read_pair(small(), raw, DAYS)
    return [(one.where.field or "", one.code) for one in caught.value.problems]


def test_each_request_has_its_day() -> None:
    """A day that is named counts before that of the side."""
    before, after = read_pair(small(), {"before": BIRTH, "after": BIRTH}, DAYS)
    assert (before.day, after.day) == DAYS
    named = {**BIRTH, "date": "2026-12-01"}
    before, _ = read_pair(small(), {"before": named, "after": BIRTH}, DAYS)
    assert before.day == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("more", "lang"), [({}, "en"), ({"lang": "id"}, "id"), ({"lang": "en"}, "en")]
)
def test_both_are_in_one_language(more: Json, lang: str) -> None:
    """That of the body, else of the second."""
    raw = {"before": {**BIRTH, "lang": "id"}, "after": {**BIRTH, "lang": "en"}, **more}
    assert [one.lang for one in read_pair(small(), raw, DAYS)] == [lang, lang]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (None, [("", "wrong-type")]),
        ({}, [("before", "missing-field"), ("after", "missing-field")]),
        ({"before": [], "after": BIRTH}, [("before", "wrong-type")]),
        ({"before": BIRTH, "after": BIRTH, "then": 1}, [("then", "unknown-field")]),
        (
            {"before": {"events": ["brith"]}, "after": {**BIRTH, "date": 1}},
            [("before.events[0]", "unknown-event"), ("after.date", "wrong-type")],
        ),
        ({"before": BIRTH, "after": BIRTH, "lang": "jv"}, [("lang", "unknown-word")] * 2),
    ],
)
def test_every_fault_names_its_side(raw: object, expected: list[tuple[str, str]]) -> None:
    """All at once."""
    assert refused(raw) == expected


def test_an_earlier_answer() -> None:
    """It is taken as it is, with days or without, and without what came later."""
    for answer in (asked(), dated(asked())):
        assert read_earlier(json.dumps(answer).encode()) == answer
    old = {name: asked()[name] for name in ("catalog", "date", "events", "plan", "lang")}
    assert read_earlier(json.dumps(old).encode()) == old


def test_what_was_said_in_an_earlier_answer_is_named_as_now() -> None:
    """Once the facts of a member were written `child-1.birth_date`; nothing else had a dot."""
    names = {
        "child-1.birth_date": "child[1].birth_date",
        "child[2].birth_date": "child[2].birth_date",
        "mother.alive": "mother.alive",
        "document:kk@child-1": "document:kk@child-1",
        "persons:child": "persons:child",
    }
    rest = {"title": "?", "value": True, "label": "ya"}
    old = asked() | {"said": [{"fact": name, **rest} for name in names]}
    found = read_earlier(json.dumps(old).encode())
    assert [one["fact"] for one in found["said"]] == list(names.values())


def _at(path: str, value: object) -> Callable[[Json], None]:
    """Return a change of one value deep in an answer."""

    def change(answer: Json) -> None:
        *above, last = path.split(".")
        inner: Any = answer
        for name in above:
            inner = inner[int(name)] if name.isdigit() else inner[name]
        inner[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (_at("date", 3), "--since: date"),
        (_at("plan", {}), "--since: plan.steps"),
        (_at("plan.steps.0.wave", "1"), "--since: plan.steps.0.wave"),
        (_at("date", "kemarin"), "--since"),
        (_at("plan.steps.0.start", "besok"), "--since"),
        (_at("plan.steps.0.deadline.date", "lusa"), "--since"),
        (_at("said", [{}]), "--since: said.0.fact"),
        (_at("plan.steps.0.status", "odd"), "--since: plan.steps.0.status"),
        (_at("plan.steps.0.requires.0.from", "odd"), "--since: plan.steps.0.requires.0.from"),
    ],
)
def test_an_answer_that_was_changed_by_hand(change: Callable[[Json], None], place: str) -> None:
    """It is refused with the place and the remedy."""
    answer = asked()
    answer["plan"]["steps"] = [
        one for one in answer["plan"]["steps"] if one["service"] == "LJ-0001"
    ]
    change(answer)
    with pytest.raises(InvalidRequest) as caught:
        read_earlier(json.dumps(answer).encode())
    [problem] = caught.value.problems
    assert (problem.code, problem.where.field) == ("bad-file", place)
    assert problem.remedy is not None


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b"null", b"[" * 100_000, b'"a"'])
def test_a_file_that_is_no_answer(content: bytes) -> None:
    """Whatever is in it, it is refused in words."""
    with pytest.raises(InvalidRequest, match="bad-file"):
        read_earlier(content)
