"""Questions as they are put: whose, with which answers, in which words."""

from typing import Any

import pytest

from lifejourney.explanation import AskedReader

WHOLE: dict[str, Any] = {"title": "?", "why": None, "topic_title": "", "decides": 1}
FACT: dict[str, Any] = {
    "fact": "a.b", "title": "B?", "why": "C.", "type": "integer", "regions": False, "options": [],
}  # fmt: skip


def members(count: object) -> list[str]:
    options = [{"value": "child", "label": "anak"}, {"value": "mother", "label": "ibu"}]
    persons = {"role": "deceased", "options": options, "minimum": 1, "maximum": 1}
    counts = {} if count is None else {"child": count}
    question = {**WHOLE, "kind": "persons", "persons": persons}
    (asked,) = AskedReader("id", counts).read([question])
    return [one.label for one in asked.options]


@pytest.mark.parametrize("count", [None, 1, "1", "mother"])
def test_a_role_of_one_is_named_as_such(count: object) -> None:
    assert members(count) == ["anak", "ibu"]


@pytest.mark.parametrize("count", [2, "2"])
def test_every_one_of_several_members_can_be_chosen(count: object) -> None:
    assert members(count) == ["anak ke-1", "anak ke-2", "ibu"]


@pytest.mark.parametrize(
    ("least", "most", "bounds"), [(0, 9, (0, 9)), (0, None, None), (None, None, None)]
)
def test_a_number_has_bounds_where_both_are_known(
    least: int | None, most: int | None, bounds: tuple[int, int] | None
) -> None:
    fact = {**FACT, "minimum": least, "maximum": most}
    (asked,) = AskedReader("id", {}).read([{**WHOLE, "kind": "facts", "ask": [fact]}])
    assert asked.bounds == bounds


def test_a_list_of_papers_and_a_single_one() -> None:
    paper = {"document": "kk@family", "title": "KK", "question": "KK?"}
    ask = [{**paper, "person_title": "keluarga"}, {**paper, "person_title": "KK"}]
    reader = AskedReader("en", {})
    (asked,) = reader.read([{**WHOLE, "kind": "documents", "ask": ask}])
    assert asked.is_checklist
    assert [one.label for one in asked.options] == ["KK (keluarga)", "KK"]
    alone = reader.paper(asked.options[0])
    assert (alone.ids, alone.title) == (("document:kk@family",), "Do you have: KK (keluarga)?")
    assert [one.value for one in alone.options] == ["held", "lacking"]


def test_a_result_tells_what_follows() -> None:
    options = [{"document": "d-1", "title": "D", "consequence": None}]
    choice = {"document": "d", "of": "x", "options": options}
    (asked,) = AskedReader("id", {}).read([{**WHOLE, "kind": "choice", "choice": choice}])
    assert asked.is_result
    assert (asked.ids, asked.options[0].value) == (("choice:d@x",), "d-1@x")
