"""Check that answers are kept in a file only where a person names one, and taken up from it."""

import json
import stat
from pathlib import Path

import pytest

from tests.unit.cli.talking import SMALL, Asking, Rules


class TestSaving:
    def test_quit_and_resume(self, talk: Asking, tmp_path: Path) -> None:
        """What was answered waits in the file that was named, and is not asked again."""
        file = tmp_path / "nanti.json"
        rules = [
            ("Simpan", [str(tmp_path / "tidak ada" / "x"), str(file)]),
            ("Perkawinan", ["tercatat"]),
            ("Bagaimana keadaan", ["sehat"]),
        ]
        arguments = ("birth", "--lack", "ktp-el@mother", "--person", "child=2")
        found = talk.small(*arguments, rules=rules, otherwise="berhenti")
        assert "Tidak dapat ditulis di situ" in found.plan
        assert "ask --resume" in found.plan
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        saved = json.loads(file.read_text(encoding="utf-8"))
        assert saved["format"] == 1
        assert saved["request"]["persons"] == {"child": "2"}
        assert saved["request"]["documents"] == {"lacking": ["ktp-el@mother"]}
        answers = len(saved["request"]["answers"])
        rules = [
            ("Simpan", [str(SMALL / "register.yaml"), str(file)]),
            ("Bagaimana keadaan", ["dirawat"]),
            ("rumah", ["ya"]),
        ]
        found = talk.small("--resume", str(file), rules=rules, otherwise="berhenti")
        assert "Ada berapa anak?" not in found.said
        assert "Berkas itu sudah ada." in found.plan
        assert len(json.loads(file.read_text(encoding="utf-8"))["request"]["answers"]) > answers

    def test_end_of_input(
        self, talk: Asking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nothing is written, nothing more is asked, and the plan so far is printed."""
        monkeypatch.chdir(tmp_path)
        found = talk.small("birth", rules=[("Ada berapa", "1")])
        assert found.has_plan
        assert "Simpan" not in found.plan
        assert not list(tmp_path.iterdir())

    def test_nothing_is_saved_unasked(
        self, talk: Asking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        rules = [("Simpan", ""), ("keadaan bayi", "1")]
        found = talk.small("birth", rules=rules, otherwise="berhenti")
        assert "Simpan jawaban" in found.plan
        assert not list(tmp_path.iterdir())

    def test_what_a_newer_catalog_does_not_know(self, talk: Asking, tmp_path: Path) -> None:
        file = tmp_path / "lama.json"
        body = {
            "events": ["birth"],
            "answers": {"child.shoe_size": 20, "parents.marriage": "recorded"},
            "declined": ["child.count", "child.birth_date"],
            "documents": {"held": [{"document": "kartu-keluarga@family", "issued": "2020-01-01"}]},
        }
        file.write_text(json.dumps({"format": 1, "catalog": "0", "request": body}))
        found = talk.small("--resume", str(file), rules=[("", ["ubah"])])
        assert "Katalog telah diperbarui" in found.said
        assert "- child.shoe_size" in found.said
        assert "Perkawinan orang tua Tercatat" in found.said
        assert "tidak dijawab" in found.said

    @pytest.mark.parametrize(
        "text",
        ["", "[]", '{"format": 2, "request": {}}', '{"format": 1, "request": {"answers": []}}'],
    )
    def test_another_file(
        self, talk: Asking, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
    ) -> None:
        file = tmp_path / "lain"
        file.write_text(text)
        assert talk.small("--resume", str(file)).code == 2
        assert "bukan simpanan jawaban" in " ".join(capsys.readouterr().err.split())
        assert talk.small("--resume", str(tmp_path / "tidak-ada")).code == 2
        assert "periksa nama dan izinnya" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["-", "berhenti", "1"])
def test_a_reply_is_no_name_of_a_file(
    talk: Asking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    """Whoever goes on replying leaves nothing on the disk."""
    monkeypatch.chdir(tmp_path)
    rules: Rules = [("Simpan", word), ("keadaan bayi", ["sehat"])]
    found = talk("birth", rules=rules, otherwise="berhenti")
    assert found.code == 0
    assert list(tmp_path.iterdir()) == []
