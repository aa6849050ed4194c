"""Check what a printed plan asks, and what it keeps for a grave answer."""

from dataclasses import replace
from typing import Any

import pytest

from lifejourney.cli.desk import Desk
from lifejourney.cli.next_answers import NextAnswers
from lifejourney.vocabulary import Fact, Text
from tests.unit.cli.printing import SMALL, printed


def test_grave_questions_are_not_spread_out(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """What follows from the baby's condition is shown on demand only."""
    step = {**answer["plan"]["steps"][0], "title": "Surat duka", "id": "x"}
    step |= {"depends_on": ["child[1].condition"], "depends_on_titles": ["Bagaimana keadaan bayi?"]}
    answer["plan"] |= {"possible": [step], "never_assumed": ["child[1].condition"]}
    assert "1 langkah menunggu jawaban ini." in printed(capsys, answer)
    assert "Surat duka" in printed(capsys, answer, everything=True)


QUESTIONS: list[tuple[dict[str, Any], str]] = [
    ({"kind": "facts", "facts": ["child[1].x"], "ask": []}, "--answer 'child[1].x=2026-11-22'"),
    (
        {"kind": "facts", "facts": ["self.region"],
         "ask": [{"fact": "self.region", "title": "Wilayah? (Anda)", "type": "text"}]},
        "Wilayah? (Anda) --answer self.region=34.71",
    ),
    (
        {"kind": "facts", "facts": ["heir[2].birth_date"],
         "ask": [{"fact": "heir[2].birth_date", "title": "Lahir?", "type": "date"}]},
        "Lahir? --answer 'heir[2].birth_date=2026-11-22'",
    ),
    (
        {"kind": "documents", "ask": [{"document": "ktp-el@mother", "question": "KTP-el"}]},
        "KTP-el --have ktp-el@mother ada --lack ktp-el@mother tidak ada",
    ),
    (
        {"kind": "choice", "title": "Yang mana?", "choice": {"document": "akta-kelahiran",
         "of": "child-1", "options": [{"document": "akta-kelahiran-ibu", "title": "Nama ibu"}]}},
        "Yang mana? --want akta-kelahiran-ibu@child-1 Nama ibu",
    ),
    (
        {"kind": "persons", "persons": {"role": "deceased", "may_be": ["mother", "other"],
         "options": [{"value": "mother", "label": "ibu"}, {"value": "other", "label": "lain"}],
         "minimum": 1, "maximum": 1}, "title": "Siapa?"},
        "Siapa? --person deceased=mother ibu --person deceased=other lain",
    ),
    (
        {"kind": "persons", "persons": {"role": "child", "may_be": [], "minimum": 1,
         "maximum": 4}},
        "child --person child=1 (ganti dengan jumlahnya)",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_what_to_add_is_ready_to_copy(
    capsys: pytest.CaptureFixture[str],
    answer: dict[str, Any],
    question: dict[str, Any],
    expected: str,
) -> None:
    """Each kind of question ends in options that the shell takes as they stand."""
    answer["questions"] = [{"decides": 1, **question}]
    assert expected in printed(capsys, answer)


def test_when_nothing_is_left_to_ask(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """The end is said."""
    answer["questions"] = []
    assert "Nothing is left to ask." in printed(capsys, answer, lang="en")


def test_a_number_is_shown_as_it_usually_is(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """An example that fits most people is the easiest to change."""
    people = Desk(folder=SMALL)
    words = Text("Berapa kali hamil?")
    births = Fact("births", ("mother",), "integer", words, words, likely=3)
    people.catalog = replace(people.catalog, facts=(*people.catalog.facts, births))
    asked = {"fact": "mother.births", "title": words.id, "type": "integer"}
    answer["questions"] = [
        {"kind": "facts", "facts": ["mother.births"], "ask": [asked], "decides": 1}
    ]
    NextAnswers(people, answer).show()
    assert "--answer mother.births=3" in capsys.readouterr().out


def test_the_first_three_questions_are_shown(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """In the order in which they settle most."""
    asked = ["child[1].condition", "parents.marriage", "family.jkn", "mother.age"]
    answer["questions"] = [
        {
            "kind": "facts", "facts": [fact], "decides": 1,
            "ask": [{"fact": fact, "title": f"{fact}?"}],
        }
        for fact in asked
    ]  # fmt: skip
    told = printed(capsys, answer)
    order = [told.find(f"{fact}?") for fact in asked]
    assert order[:3] == sorted(order[:3])
    assert order[0] > 0 > order[3]


def test_the_steps_for_each_answer_to_a_grave_question(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """Whoever gave no answer can follow them; a death comes last, and in brief."""
    step = {**answer["plan"]["steps"][0], "depends_on": ["child[1].condition"], "tone": "neutral"}
    joy = {**step, "id": "a", "title": "Imunisasi", "tone": "joy", "authority": "Puskesmas"}
    grave = {**step, "id": "b", "title": "Akta kematian", "authority": "Disdukcapil"}
    card = {**step, "id": "c", "title": "KK", "person": "family", "person_title": "keluarga"}
    answer["plan"] |= {"steps": [], "visits": [], "possible": [grave, joy, card]}
    answer["plan"]["never_assumed"] = ["child[1].condition"]
    question = {"depends_on": "child[1].condition", "title": "Bagaimana keadaan bayi?"}
    answer["plan"]["branches"] = [
        {**question, "value": "died", "label": "Meninggal", "steps": ["b", "c"]},
        {**question, "value": "healthy", "label": "Sehat", "steps": ["a", "lost"]},
        {**question, "value": "nik", "label": "NIK ada", "steps": ["c"]},
        {**question, "value": "none", "label": "Lain", "steps": []},
    ]
    told = printed(capsys, answer)
    assert "Bila sehat: 1. Imunisasi, Puskesmas Bila meninggal: 1. Akta kematian 2. KK" in told
    assert "2. KK (keluarga) Bila NIK ada:" in told
    assert "Bila lain" not in told
    assert "menunggu jawaban ini" not in told
    assert "Belum ada langkah" not in told
    assert "If the answer is “Sehat”:" in printed(capsys, answer, lang="en")


def test_no_step_for_more_children_where_a_joy_did_not_come(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """After a stillbirth nobody is told of the papers of twins, unless all is wanted."""
    steps = [{**step, "tone": "neutral"} for step in answer["plan"]["steps"]]
    more = {**steps[0], "id": "twin", "title": "KIA kembar", "depends_on": []}
    answer["plan"] |= {"steps": steps, "possible": [more]}
    answer["plan"]["alternatives"] = [
        {"depends_on": "persons:child", "title": "Berapa bayi?", "steps": ["twin"]}
    ]
    answer["verdicts"][0]["tone"] = "joy"
    assert "KIA kembar" not in printed(capsys, answer)
    assert "KIA kembar" in printed(capsys, answer, everything=True)
    answer["plan"]["steps"][0]["tone"] = "joy"
    assert "KIA kembar" in printed(capsys, answer)
