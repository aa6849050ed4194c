"""Check what was answered, and the questions made of it."""

import pytest

from lifejourney.cli.asking.given import Given, Step
from lifejourney.cli.asking.naming import label_of, question_of
from lifejourney.cli.asking.screen import Screen
from lifejourney.cli.desk import Desk
from lifejourney.explanation import Asked, AskedReader
from tests.unit.cli.replying import SMALL


class TestGiven:
    def test_there_and_back(self) -> None:
        """A body comes out as it went in."""
        body = {
            "events": ["birth"],
            "lang": "id",
            "answers": {"child[1].condition": "healthy"},
            "declined": ["document:ktp-el@father", "persons:heir", "self.region"],
            "persons": {"child": 2},
            "documents": {
                "lacking": ["ktp-el@mother"],
                "held": [{"document": "paspor@self", "issued": "2020-02-01"}],
            },
            "wanted": ["akta@child-1"],
        }
        assert Given.of(body).body() == body
        assert Given.of({"declined": ["heir.count"]}).body() == {"declined": ["persons:heir"]}

    def test_what_was_put_off(self) -> None:
        asked = Asked(("self.it",), "text", "?")
        given = Given({}).plus(Step(asked))
        assert given.put_off(1) == {"self.it"}
        assert given.put_off(2) == frozenset()
        assert given.plus(Step(asked, {"self.it": "x"})).put_off(1) == frozenset()

    def test_questions_made_anew(self) -> None:
        """What was said beforehand can be asked again, whatever its kind."""
        desk = Desk(folder=SMALL)
        given = Given.of(
            {
                "events": ["birth", "death"],
                "persons": {"child": 2, "deceased": "mother", "nobody": 1},
                "answers": {"child[2].at_home": True, "deceased.death_date": "2026-11-01"},
                "wanted": ["kartu-keluarga@family"],
                "declined": ["document:xyz"],
            }
        )
        labels = [label_of(desk, id_, given) for id_ in given.values]
        assert labels == ["2", "ibu", "1", "Ya", "1 November 2026", "tidak dijawab", labels[-1]]
        assert labels[-1] == "Kartu Keluarga"
        assert question_of(desk, "child[2].at_home", given).title == "Lahir di rumah (child[2])"
        assert question_of(desk, "self.unknown", given).type == "text"


def test_a_choice_of_results(capsys: pytest.CaptureFixture[str]) -> None:
    """What follows from each result stands below it, and it may wait."""
    option = {"document": "satu", "title": "Satu", "consequence": "Lebih cepat."}
    choice = {"document": "akta", "of": "child-1", "options": [option]}
    question = {
        "kind": "choice",
        "topic_title": "",
        "decides": 2,
        "title": "Yang mana?",
        "choice": choice,
    }
    (asked,) = AskedReader("id", {}).read([{**question, "choice": choice}])
    assert asked.ids == ("choice:akta@child-1",)
    menu = Screen(Desk()).menu(asked)
    assert [row.label for row in menu.rows][:2] == ["Satu", "Belum memutuskan"]
    assert "      Lebih cepat." in menu.lines(80)
    Screen(Desk()).why(asked)
    Screen(Desk()).help(Asked(("a", "b"), "papers", "?"))
    assert "spasi menandai" in capsys.readouterr().out
