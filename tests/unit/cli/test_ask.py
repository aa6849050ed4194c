"""Check the questionnaire as people meet it: by pipe, answering what they are asked."""

import io
import json
import re
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from lifejourney.cli.program import run

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
MOST = 90
PROMPT = re.compile("Paling banyak|At most|Nomor yang mana|Which number|Simpan|Save")
Rules = Sequence[tuple[str, str | list[str]]]


class Person:
    """Answer each question by its words; a list is said once, word by word.

    Whoever is asked something that no rule speaks of says `otherwise`; without it the input ends.
    """

    def __init__(self, screen: io.StringIO, rules: Rules, otherwise: str | None) -> None:
        self.screen = screen
        self.rules = [
            (re.compile(words), list(r) if isinstance(r, list) else r) for words, r in rules
        ]
        self.otherwise = otherwise
        self.seen = 0
        self.asked = ""
        self.turns = 0

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        text = self.screen.getvalue()
        new, self.seen = " ".join(text[self.seen :].split()), len(text)
        # A remedy or a why leaves the question as it stands.
        self.asked = new if PROMPT.search(new) else f"{self.asked} {new}"
        self.turns += 1
        reply = self.reply() if self.turns < MOST else None
        return "" if reply is None else f"{reply}\n"

    def reply(self) -> str | None:
        for words, reply in self.rules:
            if not words.search(self.asked):
                continue
            if isinstance(reply, str):
                return reply
            if reply:
                return reply.pop(0)
        return self.otherwise


class Talk:
    """Hold what came of a questionnaire: the exit code, what was said, and the plan."""

    def __init__(self, code: int, screen: str) -> None:
        self.code = code
        before, line, after = screen.partition("-" * 40)
        self.said = " ".join(before.split())
        self.plan = " ".join(after.split())
        self.has_plan = bool(line)
        self.rows = screen.splitlines()

    @property
    def questions(self) -> int:
        return self.said.count("Paling banyak") + self.said.count("At most")


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Asking":
    """Return a talk in a folder of its own: who quits may name a file for the answers."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    return Asking(monkeypatch)


class Asking:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(
        self, *arguments: str, rules: Rules = (), otherwise: str | None = None, catalog: str = ""
    ) -> Talk:
        screen = io.StringIO()
        person = Person(screen, rules, otherwise)
        self.monkeypatch.setattr(sys, "stdin", person)
        self.monkeypatch.setattr(sys, "stdout", screen)
        folder = ("--catalog", catalog) if catalog else ()
        code = run(["ask", *arguments, *folder])
        return Talk(code, screen.getvalue())

    def small(self, *arguments: str, rules: Rules = (), otherwise: str | None = None) -> Talk:
        return self(*arguments, rules=rules, otherwise=otherwise, catalog=str(SMALL))


PARENTS: Rules = (
    ("[Bb]erapa anak|Berapa bayi", "1"),
    ("Berapa kakak", "0"),
    ("masih hidup|selamat", "ya"),
    ("kewarganegaraan", "wni"),
    ("Tanggal berapa|Tanggal lahir anak", "1/11/2026"),
    ("umur", "28"),
    ("Siapa orang tua", "ibu dan ayah"),
    ("erkawinan", "1"),
    ("agama", "islam"),
    ("direkam", "y"),
    ("Di mana anak|Lahir di rumah", "2"),
    ("[Ss]urat mana", "semua"),
    ("JKN", "1"),
)
DEATH: Rules = (
    ("ahli waris\\?|berapa ahli waris", "0"),
    ("Kapan", "1 Oktober 2026"),
    ("Di mana", "1"),
    ("umur", "70"),
    ("[Ss]urat mana", "semua"),
)


def test_the_first_minute(talk: Asking) -> None:
    """Sympathy follows at once where a baby has died, and whoever stops gets a plan."""
    rules = [("keadaan bayi", ["lahir sudah meninggal"])]
    found = talk("birth", rules=rules, otherwise="berhenti")
    assert found.code == 0
    assert found.questions == 2
    assert "→ Lahir sudah meninggal Kami turut berduka cita." in found.said
    assert "Kami turut berduka cita." not in found.plan
    assert found.plan.startswith("Halaman ini hanya memberi petunjuk.")


@pytest.mark.slow
class TestFivePeople:
    """Birth and death in the shipped catalog, each walked by different people."""

    @pytest.mark.parametrize("event", ["birth", "death"])
    def test_who_knows_everything(self, talk: Asking, event: str) -> None:
        rules = [("keadaan bayi", "sehat"), *(PARENTS if event == "birth" else DEATH)]
        found = talk(event, rules=rules, otherwise="1")
        assert found.code == 0
        assert 3 < found.questions < 40
        assert "Tidak ada lagi yang perlu ditanyakan." in found.plan or found.has_plan
        assert found.plan.count("Halaman ini hanya memberi petunjuk.") == 1
        assert all(len(row) <= 80 for row in found.rows if not row.strip().startswith("--"))

    @pytest.mark.parametrize("condition", ["lahir sudah meninggal", "meninggal setelah lahir"])
    def test_who_grieves(self, talk: Asking, condition: str) -> None:
        """Sympathy follows at once, nothing of joy comes after it, and it is said once."""
        rules = [("keadaan bayi", condition), ("Kapan|Tanggal", "10 November 2026"), *PARENTS]
        found = talk("birth", rules=rules, otherwise="-")
        after = found.said.split("Kami turut berduka cita.", 1)
        assert len(after) == 2
        assert "Kami turut berduka cita" not in after[1] + found.plan
        assert not re.search("(?i)selamat datang|bahagia|imunisasi|posyandu|!", after[1])

    def test_who_has_lost_somebody(self, talk: Asking) -> None:
        found = talk("death", rules=[("Kapan", ["?", "berhenti"])], otherwise="?")
        assert found.said.startswith("Kami turut berduka cita.")
        assert "berhenti kapan saja" in found.said
        assert found.has_plan

    @pytest.mark.parametrize(("event", "word"), [("birth", "?"), ("death", "-")])
    def test_who_knows_little_or_declines(self, talk: Asking, event: str, word: str) -> None:
        """Nobody is pressed: no question comes twice, and there is a plan at the end.

        Only the checklist may come again, with other papers.
        """
        found = talk(event, rules=[("keadaan bayi", ["sehat"])], otherwise=word)
        asked = re.findall(r"(?:^|→ [^?]*? )([A-Z][^→]*?\?) Paling banyak", found.said)
        titles = [title for title in asked if "Surat mana" not in title]
        assert found.code == 0
        assert len(titles) == len(set(titles))
        assert found.has_plan

    def test_who_stops_at_once(self, talk: Asking) -> None:
        found = talk("birth", "death", rules=[("", ["berhenti"])])
        assert found.code == 0
        assert found.questions == 1
        assert "berduka" in found.said
        assert found.has_plan


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
        assert "periksa namanya" in capsys.readouterr().err


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
