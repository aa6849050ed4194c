"""What was filled in, understood field by field; and questions as they stand on a page."""

from dataclasses import replace

import pytest

from api.look import Look, media_type
from api.pages.asked import OnPage, months, read_questions, typed_before
from api.pages.replies import Replies
from api.session import Session
from lifejourney import Catalog
from lifejourney.vocabulary import Country


def read(catalog: Catalog, kind: str, **fields: str) -> tuple[object, str]:
    """Return the answer and the fault of one question."""
    typed = {f"q0-{name}": value for name, value in fields.items()}
    reply = Replies(catalog, {"q0-kind": kind, "q0-id": "a.b", **typed}).read()
    fault = reply.faults.get("q0")
    return reply.step.get("a.b"), fault.en if fault else ""


@pytest.mark.parametrize(
    ("kind", "fields", "answer"),
    [
        ("number", {"v": "3"}, 3),
        ("money", {"v": "Rp 1.500.000,-"}, 1_500_000),
        ("date", {"age": "34"}, "age 34"),
        ("date", {"age": "30 - 39"}, "age 30..39"),
        ("place", {"v": "Kota Yogyakarta"}, "34.71"),
        ("place", {"code": "34.71", "v": "x"}, "34.71"),
        ("text", {"v": " some  words "}, "some words"),
        ("choice", {"v": "later"}, None),
    ],
)
def test_what_is_understood(
    small: Catalog, kind: str, fields: dict[str, str], answer: object
) -> None:
    assert read(small, kind, **fields) == (answer, "")


@pytest.mark.parametrize(
    ("kind", "fields", "fault"),
    [
        ("number", {}, "no answer here"),
        ("number", {"v": "two"}, "Write a number"),
        ("place", {}, "no answer here"),
        ("place", {"v": "Atlantis"}, "do not find"),
        ("place", {"v": "a"}, "Which one?"),
        ("papers", {}, "no answer here"),
    ],
)
def test_what_is_not_understood(
    small: Catalog, kind: str, fields: dict[str, str], fault: str
) -> None:
    assert fault in read(small, kind, **fields)[1]


def test_of_several_questions_some_may_be_left_out(small: Catalog) -> None:
    fields = {
        "q0-kind": "number",
        "q0-id": "a.b",
        "q0-v": "1",
        "q1-kind": "number",
        "q1-id": "c.d",
    }
    reply = Replies(small, fields).read(partly=True)
    assert (reply.step, reply.faults) == ({"a.b": 1}, {})


class TestOnPage:
    session = Session(events=("birth",), steps=({"persons:child": 2, "x.y": 3},))

    def count(self, least: int, most: int) -> OnPage:
        persons = {"role": "child", "options": [], "minimum": least, "maximum": most}
        whole = {"kind": "persons", "title": "?", "why": None, "topic_title": "", "decides": 1}
        return read_questions([{**whole, "persons": persons}], self.session, "id", one=True)[0]

    def test_few_are_chosen_and_many_are_written(self) -> None:
        assert self.count(0, 3).kind == "choice"
        assert [one.value for one in self.count(1, 2).options] == ["1", "2"]
        assert self.count(0, 12).kind == "number"

    def test_a_long_list_of_papers_comes_in_parts(self) -> None:
        papers = [
            {"document": f"d{n}@x", "title": "D", "person_title": "x", "question": "D?"}
            for n in range(10)
        ]
        question = {"kind": "documents", "topic_title": "", "decides": 1, "ask": papers}
        (asked,) = read_questions([question], self.session, "id", one=False)
        assert (len(asked.ids), len(asked.options)) == (8, 8)
        assert (asked.kind, asked.options[0].question) == ("papers", "D?")

    def test_an_earlier_answer_fills_the_fields(self, small: Catalog) -> None:
        date = OnPage(("a.b",), "date", "?")
        assert typed_before(date, {"a.b": "2026-03-09"}, small) == {"y": "2026", "m": "3", "d": "9"}
        assert typed_before(date, {"a.b": "age 34"}, small) == {"age": "34"}
        assert typed_before(date, {"a.b": None}, small) == {}
        papers = OnPage(("document:k@f",), "papers", "?")
        assert typed_before(papers, {"document:k@f": "held"}, small) == {"p0": "held"}
        assert typed_before(OnPage(("a.b",), "choice", "?"), {"a.b": True}, small) == {"v": "true"}
        money = OnPage(("a.b",), "money", "?")
        assert typed_before(money, {"a.b": 1500}, small) == {"v": "1500"}
        cents = replace(small, country=Country("EUR", in_cents=True))
        assert typed_before(money, {"a.b": 1505}, cents) == {"v": "15.05"}

    def test_months_have_their_names(self) -> None:
        assert months("id")[4].label == "Mei"


def test_a_file_of_no_known_kind_is_just_bytes() -> None:
    assert media_type("x.unknown") == "application/octet-stream"
    with pytest.raises(FileNotFoundError):
        Look().file("nothing.css")
