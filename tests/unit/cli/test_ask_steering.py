"""Check the words that steer a questionnaire, and what is said to a reply."""

import io
import json
import sys

import pytest

from lifejourney.cli.program import run
from tests.unit.cli.talking import SMALL, Asking, Rules


class TestSteering:
    """Back, why, skip, change, quit: in the small catalog."""

    def test_why(self, talk: Asking) -> None:
        found = talk.small("birth", rules=[("Ada berapa", "1"), ("keadaan bayi", ["mengapa"])])
        assert "Menentukan surat yang dibuat." in found.said

    def test_back(self, talk: Asking) -> None:
        """Back undoes the last answer only, and puts its question again."""
        rules = [("keadaan bayi", ["dirawat", "sehat"]), ("Paling banyak", ["kembali"])]
        found = talk.small("birth", "--person", "child=1", rules=rules, otherwise="berhenti")
        assert found.said.count("Bagaimana keadaan bayi?") == 2
        assert "→ Dirawat" in found.said
        assert "Bagaimana keadaan bayi? Sehat" in found.plan

    def test_back_at_the_first_question(self, talk: Asking) -> None:
        found = talk.small("birth", rules=[("", ["kembali"])])
        assert "Ini pertanyaan pertama." in found.said

    def test_skip(self, talk: Asking) -> None:
        """What was put off comes again at the end, once."""
        rules = [
            ("Ada berapa", "1"),
            ("keadaan bayi", "lewati"),
            ("Perkawinan", "1"),
            ("Tanggal", "1 Nov 2026"),
        ]
        found = talk.small("birth", rules=rules, otherwise="?")
        assert found.said.count("Bagaimana keadaan bayi?") == 2
        assert found.said.count("Tinggal pertanyaan yang tadi Anda lewati.") == 1
        assert found.has_plan

    def test_change_sets_aside(self, talk: Asking) -> None:
        """An answer that does not apply any more is named, with why."""
        told = ["--answer", "child.condition=healthy", "--answer", "child.at_home=true"]
        rules = [
            ("Nomor yang mana", ["1", "meninggal setelah lahir"]),
            ("Paling banyak", ["ubah"]),
        ]
        found = talk.small("birth", *told, rules=rules)
        assert "1 Bagaimana keadaan bayi? Sehat" in found.said
        assert "Tidak dipakai lagi: - Lahir di rumah Ya" in found.said
        assert "Tidak berlaku karena jawaban Anda" in found.said

    def test_change_leaves_what_is_not_chosen(self, talk: Asking) -> None:
        found = talk.small("birth", rules=[("", ["ubah", "1", "ubah", "", "ubah", "9", "x"])])
        assert "Belum ada jawaban." in found.said
        assert "Jawaban Anda" in found.said
        assert "Tulis nomor 1 sampai 1." in found.said

    def test_change_of_what_was_said_beforehand(self, talk: Asking) -> None:
        arguments = ("--answer", "parents.marriage=recorded", "--have", "ktp-el@mother")
        rules = [
            ("Nomor yang mana", ["1", "mengapa", "hanya secara agama"]),
            ("Paling banyak", ["ubah"]),
        ]
        found = talk.small("birth", *arguments, rules=rules)
        assert "1 Perkawinan orang tua Tercatat" in found.said
        assert "Menentukan akta kelahiran." in found.said
        assert "→ Hanya secara agama" in found.said

    def test_help(self, talk: Asking) -> None:
        found = talk.small("birth", "--lang", "en", rules=[("", ["help"])])
        assert "undo the last answer" in found.said

    def test_contradiction(self, talk: Asking) -> None:
        """Both answers are shown in their words, and the last question still stands."""
        rules: Rules = [
            ("Ada berapa", "1"),
            ("keadaan bayi", "sehat"),
            ("Tanggal", ["1/1/1999", "1/11/2026"]),
        ]
        arguments = ("birth", "--answer", "mother.birth_date=2000-05-01")
        found = talk.small(*arguments, rules=rules, otherwise="?")
        assert "“Tanggal lahir” 1 Mei 2000" in found.said
        assert "“Tanggal lahir anak” 1 Januari 1999" in found.said
        assert "Anak lahir setelah ibunya." in found.said
        assert "→ 1 November 2026" in found.said

    def test_wrong_input(self, talk: Asking) -> None:
        rules = [("keadaan bayi", ["7", "xyz", ""])]
        found = talk.small("birth", rules=rules, otherwise="berhenti")
        assert found.said.count("Tulis nomor 1 sampai 3") == 3
        rules = [("ahli waris", ["banyak", "99", "tidak ada"])]
        found = talk.small("death", rules=rules, otherwise="berhenti")
        assert "Tulis angka saja" in found.said
        assert "Jumlah ini di luar batas. → dari 0 sampai 6" in found.said
        assert "→ 0" in found.said

    def test_wrong_use(self, talk: Asking, capsys: pytest.CaptureFixture[str]) -> None:
        assert talk.small("birt").code == 2
        assert "mungkin maksud Anda 'birth'?" in capsys.readouterr().err
        assert talk.small().code == 2

    def test_english(self, talk: Asking) -> None:
        rules = [("How is the baby", ["healthy"]), ("", ["1"])]
        found = talk.small("birth", "--lang", "en", rules=rules, otherwise="quit")
        assert "At most" in found.said
        assert "→ Healthy" in found.said
        assert "Jawab" not in found.said

    def test_as_json(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The questions go beside the JSON, which is what `plan` prints for the same answers."""
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        told = ["--person", "child=1", "--answer", "child[1].condition=healthy"]
        assert run(["ask", "birth", "--json", "--catalog", str(SMALL), *told]) == 0
        asked = capsys.readouterr()
        assert "Paling banyak" in asked.err
        assert run(["plan", "birth", "--json", "--catalog", str(SMALL), *told]) == 0
        assert json.loads(asked.out) == json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("replies", [["November 2026", "?"], ["2026-11", "lewati", "?"]])
def test_the_day_is_asked_for_once_more(talk: Asking, replies: list[str]) -> None:
    """Whoever tells the month is asked for the day, and need not know it."""
    rules: Rules = (("Tanggal lahir anak", replies), ("keadaan bayi", "1"))
    told = talk.small("birth", "--date", "2026-11-22", rules=rules, otherwise="-")
    assert "Anda menjawab November 2026. Tanggal berapa tepatnya?" in told.said
    assert "paling lambat 31 Desember 2026. Dihitung dari hari paling awal" in told.plan


def test_an_age_is_named_in_a_contradiction(talk: Asking) -> None:
    """What contradicts is said in the words of the questions, also an age of two words."""
    rules: Rules = (
        ("Tanggal lahir anak", ["1/11/1985", "1/11/2026"]),
        ("keadaan bayi", "1"),
    )
    said = ("--date", "2026-11-22", "--answer", "mother.birth_date=age 30..39")
    told = talk.small("birth", *said, rules=rules, otherwise="-")
    assert "\N{EN DASH}39 tahun dan" in told.said
    assert "30..39" not in told.said
