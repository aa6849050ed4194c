"""Check how a reply is understood, and what the keys do."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
import tty
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lifejourney.cli.asking.days import read_date
from lifejourney.cli.asking.given import Given, Step
from lifejourney.cli.asking.keys import Keys
from lifejourney.cli.asking.menu import CLEAR, DOWN, END, ENTER, ERASE, UP, Menu, Picking, Row
from lifejourney.cli.asking.naming import label_of, question_of
from lifejourney.cli.asking.places import find_places
from lifejourney.cli.asking.reader import Lines, reader_for
from lifejourney.cli.asking.replies import NotUnderstood, Replies
from lifejourney.cli.asking.screen import Screen
from lifejourney.cli.desk import Desk
from lifejourney.days import Days
from lifejourney.errors import Words
from lifejourney.explanation import Asked, AskedReader, Option
from lifejourney.vocabulary import Region

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
TODAY = date(2026, 11, 22)
YES_NO = (Option("true", "ya"), Option("false", "tidak"))
PAPERS = tuple(Option(f"surat-{n}@self", f"Surat {n}") for n in range(1, 5))
REGIONS = {
    code: Region(code, name, "regency", "WIB")
    for code, name in (
        ("32.04", "Kabupaten Bandung"),
        ("32.73", "Kota Bandung"),
        ("34.71", "Kota Yogyakarta"),
    )
}


def replies(type_: str, *options: Option, lang: str = "id") -> Replies:
    ids = tuple(f"document:{one.value}" for one in options) if type_ == "papers" else ("self.it",)
    asked = Asked(ids, type_, "Apa?", options=options)  # type: ignore[arg-type]
    return Replies(Desk(lang, folder=SMALL), asked, TODAY)


def value(type_: str, text: str, *options: Option) -> object:
    return replies(type_, *options).answer(text).values["self.it"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("1/11/2026", date(2026, 11, 1)),
        ("01-11-2026", date(2026, 11, 1)),
        ("1 November 2026", date(2026, 11, 1)),
        ("1 nov. 2026", date(2026, 11, 1)),
        ("17 Agustus 1990", date(1990, 8, 17)),
        ("17 August 1990", date(1990, 8, 17)),
        ("3 Nopember 2025", date(2025, 11, 3)),
        ("kemarin", date(2026, 11, 21)),
        ("Hari ini", TODAY),
    ],
)
def test_days(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("November 2026", "2026-11"),
        ("bulan agustus 1990", "1990-08"),
        ("11/2026", "2026-11"),
        ("2026-11", "2026-11"),
        ("2026/3", "2026-03"),
        ("1958", "1958"),
        ("tahun 1958", "1958"),
        ("umur 34", "age 34"),
        ("34 tahun", "age 34"),
        ("usia 30-39 tahun", "age 30..39"),
        ("30 sampai 39 tahun", "age 30..39"),
        ("age 30..39", "age 30..39"),
    ],
)
def test_dates_of_which_the_day_is_not_known(text: str, told: str) -> None:
    """A month, a year or an age is told as people say it."""
    found = read_date(text, TODAY)
    assert isinstance(found, Days)
    assert str(found) == told


def test_the_day_is_declined_and_the_month_kept() -> None:
    """Who was asked for the day and does not know it has still told the month."""
    asked = Asked(("self.it",), "date", "Apa?", so_far="2026-11")
    first = Step(replace(asked, so_far=""), {"self.it": "2026-11"}, {"self.it": "November 2026"})
    given = Given({"events": ["birth"]}, (first,))
    assert given.settled == frozenset()
    assert given.plus(Step(asked)).put_off(1) == {"self.it"}
    told = given.plus(Replies(Desk("id", folder=SMALL), asked, TODAY).answer("?"))
    body = {"events": ["birth"], "answers": {"self.it": "2026-11"}, "declined": ["self.it"]}
    assert told.body() == body
    assert Given.of(body).body() == body
    assert told.settled == {"self.it"}
    assert Given.of(body).settled == {"self.it"}


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ({"answers": {"child.birth_date": "2026-11"}}, "November 2026"),
        ({"answers": {"child.birth_date": "entah"}}, "entah"),
        (
            {"answers": {"child.birth_date": "2026"}, "declined": ["child.birth_date"]},
            "tahun 2026",
        ),
    ],
)
def test_how_a_date_told_beforehand_is_called(body: dict[str, object], label: str) -> None:
    """What came from the command line is said in words too."""
    given = Given.of({"events": ["birth"], **body})
    assert label_of(Desk("id", folder=SMALL), "child.birth_date", given) == label


@pytest.mark.parametrize(
    ("accepts", "so_far", "hint"),
    [
        (("day", "month", "year", "age"), "", "November 2026, atau 2026; atau umur 34."),
        (("day", "month", "year"), "", "November 2026, atau 2026."),
        (("day", "month", "year"), "2026", "Harinya tidak tahu? Ketik ?"),
        ((), "", "atau 14/11/2026."),
    ],
)
def test_how_a_date_is_hinted_at(
    capsys: pytest.CaptureFixture[str], accepts: tuple[str, ...], so_far: str, hint: str
) -> None:
    """The question says in which ways it can be answered."""
    asked = Asked(("self.it",), "date", "Apa?", accepts=accepts, so_far=so_far)
    Screen(Desk("id", folder=SMALL)).question(asked, 1)
    assert " ".join(capsys.readouterr().out.split()).endswith(hint)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Foo 2026", "tulis hari, bulan, tahun"),
        ("13/2026", "bulan 01 sampai 12"),
        ("39-30 tahun", "tulis umur 30..39"),
        ("1/11/26", "empat angka"),
        ("31 Februari 2026", "tidak ada di kalender"),
        ("1 Foo 2026", "tidak ada di kalender"),
        ("entah", "tulis hari, bulan, tahun"),
    ],
)
def test_days_that_cannot_be_read(text: str, needed: str) -> None:
    found = read_date(text, TODAY)
    assert isinstance(found, Words)
    assert needed in found.id


def test_values() -> None:
    assert value("boolean", "Ya", *YES_NO) == "true"
    assert value("boolean", "2", *YES_NO) == "false"
    assert value("boolean", "no", *YES_NO) == "false"
    assert value("choice", "WNI", Option("wni", "Indonesia (WNI)"), Option("wna", "Asing")) == "wni"
    assert value("choice", "indo", Option("wni", "Indonesia (WNI)")) == "wni"
    assert value("integer", "30 tahun") == 30
    assert value("integer", "tidak ada") == 0
    assert value("money", "Rp1.500.000,-") == 1_500_000
    assert value("text", "Apa saja") == "Apa saja"
    assert value("text", "?") is None
    assert value("date", "-") is None
    assert replies("money").answer("1500000").labels["self.it"] == "Rp 1.500.000"


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("integer", "dua"),
        ("text", " "),
        ("boolean", "mungkin"),
        ("region", "Atlantis"),
        ("date", ""),
    ],
)
def test_values_that_do_not_fit(type_: str, text: str) -> None:
    with pytest.raises(NotUnderstood):
        value(type_, text, *(YES_NO if type_ == "boolean" else ()))


def test_a_word_that_steers_gives_way_to_an_option() -> None:
    assert replies("boolean", *YES_NO).steering("Kembali") == "back"
    assert replies("choice", Option("back", "Kembali")).steering("kembali") is None


def test_a_result_may_wait() -> None:
    step = replies("result", Option("a@self", "Satu")).answer("belum memutuskan")
    assert step.values == {"self.it": None}
    assert step.labels == {"self.it": "belum memutuskan"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1 3 -2", ["held", "lacking", "held", None]),
        ("2-3, -1", ["lacking", "held", "held", None]),
        ("semua", ["held"] * 4),
        ("tidak ada", ["lacking"] * 4),
        ("?", [None] * 4),
    ],
)
def test_a_checklist(text: str, told: list[str | None]) -> None:
    assert list(replies("papers", *PAPERS).answer(text).values.values()) == told


@pytest.mark.parametrize("text", ["", "5", "0", "KTP", "3-9"])
def test_a_checklist_that_does_not_fit(text: str) -> None:
    with pytest.raises(NotUnderstood):
        replies("papers", *PAPERS).answer(text)


def test_the_last_day_of_a_paper() -> None:
    """Of one in a list, and of one that is asked for alone; a day of each kind of writing."""
    step = replies("papers", *PAPERS).answer("1:2027-02-01 -2 3")
    first, second, third, _ = step.values.values()
    assert first == ("held", {"document": "surat-1@self", "valid_until": "2027-02-01"})
    assert (second, third) == ("lacking", "held")
    assert step.labels["document:surat-1@self"] == "ada, sampai 1 Februari 2027"
    ways = (Option("held", "ada"), Option("lacking", "tidak ada"))
    assert value("paper", "1:1/2/2027", *ways) == (
        "held",
        {"document": "self.it", "valid_until": "2027-02-01"},
    )


@pytest.mark.parametrize("text", ["-1:2027-02-01", "1:2027", "1:", "1:besok"])
def test_a_last_day_that_does_not_fit(text: str) -> None:
    with pytest.raises(NotUnderstood, match="as 1:2027-02-01"):
        replies("papers", *PAPERS).answer(text)


def test_places() -> None:
    def named(text: str) -> list[str]:
        return [one.code for one in find_places(REGIONS, text)]

    assert named("34.71") == ["34.71"]
    assert named("kemendagri:34.71") == ["34.71"]
    assert named("yogyakarta") == ["34.71"]
    assert named("Kab. Bandung") == ["32.04"]
    assert named("bandung") == ["32.04", "32.73"]
    assert named("yogya") == ["34.71"]
    assert named("x") == []


def test_a_place_of_two_names() -> None:
    with pytest.raises(NotUnderstood) as refused:
        Replies(_desk_with_regions(), Asked(("self.it",), "region", "?"), TODAY).answer("bandung")
    assert "Kota Bandung (32.73)" in refused.value.remedy.id
    step = Replies(_desk_with_regions(), Asked(("self.it",), "region", "?"), TODAY).answer("34.71")
    assert step.labels == {"self.it": "Kota Yogyakarta"}


def _desk_with_regions() -> Desk:
    desk = Desk(folder=SMALL)
    desk.catalog.__dict__["regions"] = REGIONS
    return desk


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


class TestPicking:
    MENU = Menu((Row("1", "Satu"), Row("2", "Dua"), Row("?", "Tidak tahu")))

    def test_arrows(self) -> None:
        """Nothing is chosen before an arrow is pressed; the rows go round."""
        picking = Picking(self.MENU)
        assert picking.press(ENTER) == ""
        for key in (DOWN, DOWN, UP):
            assert picking.press(key) is None
        assert picking.press(ENTER) == "1"
        picking.press(UP)
        assert picking.press(ENTER) == "?"

    def test_typing(self) -> None:
        picking = Picking(self.MENU)
        for key in ("x", CLEAR, "k", "e", "y", ERASE, DOWN):
            picking.press(key)
        assert picking.press(ENTER) == "ke"
        assert picking.press(END) is None
        with pytest.raises(EOFError):
            Picking(self.MENU).press(END)

    def test_marks(self) -> None:
        """Space marks at hand, then not at hand, then nothing."""
        picking = Picking(Menu(self.MENU.rows, many=True, words=("", "ada", "tidak ada")))
        for key in (DOWN, " ", DOWN, " ", " "):
            picking.press(key)
        lines = picking.menu.lines(80, picking.current, picking.marks)
        assert lines[:2] == ["   1  Satu  [ada]", ">  2  Dua  [tidak ada]"]
        assert picking.press(ENTER) == "1 -2"


class TestKeyboard:
    """A keyboard and a screen, played by a pseudo terminal."""

    def test_arrows_and_typing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        menu = Menu((Row("1", "Satu"), Row("2", "Dua")))
        ours, theirs = pty.openpty()
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        # Otherwise the terminal itself would take what is typed ahead for a line to be edited.
        tty.setcbreak(theirs)
        with os.fdopen(theirs, "r+b", buffering=0) as raw:
            screen = open(os.dup(raw.fileno()), "w", encoding="utf-8")  # noqa: PTH123, SIM115
            keyboard = open(os.dup(raw.fileno()), encoding="utf-8")  # noqa: PTH123, SIM115
            with screen, keyboard:
                monkeypatch.setattr(sys, "stdout", screen)
                monkeypatch.setattr(sys, "stdin", keyboard)
                monkeypatch.setenv("TERM", "xterm")
                reader = reader_for(Desk(), plain=False)
                assert isinstance(reader, Keys)
                assert isinstance(reader_for(Desk(), plain=True), Lines)
                monkeypatch.setenv("TERM", "dumb")
                assert isinstance(reader_for(Desk(), plain=False), Lines)
                for keys, answer in (
                    (b"\x1b[B\x1b[B\r", "2"),
                    (b"\x1bOB\x1b[3~\x1b\r", "1"),
                    ("né\x7fo\x01\n".encode(), "no"),
                    (b"\xff\xff\xff\xff1\n", "1"),
                    (b"\n", ""),
                ):
                    os.write(ours, keys)
                    assert reader.read(menu) == answer
                os.write(ours, b"\x04")
                with pytest.raises(EOFError):
                    reader.read(menu)
                small = Menu(tuple(Row(str(n), "Baris") for n in range(1, 40)))
                os.write(ours, b"\x1b[B7\n")
                assert reader.read(small) == "7"
            time.sleep(0.05)
            shown = b""
            while select.select([ours], [], [], 0)[0]:
                shown += os.read(ours, 65536)
        os.close(ours)
        assert b">  2  Dua" in shown
