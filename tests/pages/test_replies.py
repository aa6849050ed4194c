"""What was filled in, understood field by field; and questions as they stand on a page."""

import pytest

from api.catalog_words import Figures
from api.look import Look, Speech, media_type
from api.pages.asked import Asked, Asking, months, typed_before
from api.pages.replies import Replies
from api.session import Session
from lifejourney import Catalog


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


class TestAsking:
    asking = Asking(
        Speech("id"), Session(events=("birth",), steps=({"persons:child": 2, "x.y": 3},))
    )

    def question(self, **persons: object) -> Asked:
        whole = {
            "kind": "persons",
            "title": "Siapa?",
            "why": None,
            "topic_title": None,
            "persons": {"role": "deceased", "options": [], "may_be": [], **persons},
        }
        return self.asking.read([whole], one=True)[0]

    def test_every_one_of_several_members_can_be_chosen(self) -> None:
        options = [{"value": "child", "label": "anak"}, {"value": "mother", "label": "ibu"}]
        asked = self.question(options=options, may_be=["child"], minimum=1, maximum=1)
        assert [one.value for one in asked.options] == ["child-1", "child-2", "mother"]

    def test_few_are_chosen_and_many_are_written(self) -> None:
        assert self.question(minimum=0, maximum=3).kind == "choice"
        assert self.question(minimum=0, maximum=12).kind == "number"

    def test_a_result_tells_what_follows(self) -> None:
        choice = {
            "document": "d",
            "of": "x",
            "options": [{"document": "d-1", "title": "D", "consequence": "C"}],
        }
        question = {"kind": "choice", "title": "?", "topic_title": "", "choice": choice}
        asked = self.asking.read([question], one=False)[0]
        assert (asked.ids, asked.options[0].value) == (("choice:d@x",), "d-1@x")

    def test_an_earlier_answer_fills_the_fields(self) -> None:
        date = Asked("q0", ("a.b",), "date", "?")
        assert typed_before(date, {"a.b": "2026-03-09"}) == {"y": "2026", "m": "3", "d": "9"}
        assert typed_before(date, {"a.b": "age 34"}) == {"age": "34"}
        assert typed_before(date, {"a.b": None}) == {}
        papers = Asked("q0", ("document:k@f",), "papers", "?")
        assert typed_before(papers, {"document:k@f": "held"}) == {"p0": "held"}
        assert typed_before(Asked("q0", ("a.b",), "choice", "?"), {"a.b": True}) == {"v": "true"}

    def test_months_have_their_names(self) -> None:
        assert months("id")[4].label == "Mei"


class TestFigures:
    figures = Figures(Speech("en"))

    @pytest.mark.parametrize(
        ("least", "most", "by_region", "text"),
        [
            (None, 0, False, "Free of charge"),
            (None, 5000, False, "Rp 5,000"),
            (1000, 5000, False, "Rp 1,000 to Rp 5,000"),
            (1000, None, False, "from Rp 1,000"),
            (None, None, True, "by regional rule"),
            (None, None, False, "not known, ask at the counter"),
        ],
    )
    def test_a_fee(self, least: int | None, most: int | None, by_region: object, text: str) -> None:
        assert self.figures.cost({"min": least, "max": most, "by_region": by_region}) == text

    def test_a_time(self) -> None:
        say = self.figures.time
        assert say({"min": None, "max": 1, "unit": "hour"}) == "at most 1 hour"
        assert say({"min": 3, "max": None, "unit": "working_day"}) == "at least 3 working days"
        assert say({"min": None, "max": None, "unit": None}).startswith("not known")

    def test_a_source(self) -> None:
        for status, text in (
            ("verified", "From the agency, seen November 22, 2026"),
            ("secondary", "From news or another page"),
            ("unverified", "Not confirmed, ask at the counter"),
        ):
            found = self.figures.status({"status": status, "checked": "2026-11-22"})
            assert found.startswith(text[:20])


def test_a_file_of_no_known_kind_is_just_bytes() -> None:
    assert media_type("x.unknown") == "application/octet-stream"
    with pytest.raises(FileNotFoundError):
        Look().file("nothing.css")
