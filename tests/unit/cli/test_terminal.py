"""Check the terminal: what it prints, in which language, and with which exit code."""

import json
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lifejourney.cli.desk import several
from lifejourney.cli.program import run

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
OLD = {
    "events": "bubar: withdrawn",
    "services": "lama: {state: withdrawn, code: LJ-0900, replaced_by: pencatatan-kelahiran}",
    "documents": "surat-lama: {state: renamed, to: surat-lahir}",
}
HEALTHY = ["--answer", "child.condition=healthy", "--answer", "parents.marriage=recorded"]

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print in eighty columns."""
    monkeypatch.setenv("COLUMNS", "80")


def small(*arguments: str) -> int:
    """Run a command on the small catalog."""
    return run([*arguments, "--catalog", str(SMALL)])


def test_lists(capsys: Capture) -> None:
    """Every list names what the catalog holds."""
    for command, expected in (
        (["events"], "birth: Kelahiran"),
        (["events", "--lang", "en"], "birth: Birth"),
        (["facts", "birth"], "child.condition"),
        (["facts"], "deceased.death_date"),
        (["services"], "LJ-0001 Pencatatan kelahiran: Disdukcapil"),
        (["services", "AKTE"], "LJ-0001"),
        (["services", "pencatatn", "kelahiran"], "LJ-0001"),
        (["services", "zzzz"], "Tidak ditemukan"),
        (["documents", "kartu"], "kartu-keluarga: Kartu Keluarga"),
    ):
        assert small(*command) == 0
        assert expected in capsys.readouterr().out


@pytest.mark.parametrize("command", ["events", "facts", "services", "documents"])
def test_lists_as_json(capsys: Capture, command: str) -> None:
    """The lists are objects under the name that the API uses."""
    assert small(command, "--json") == 0
    assert command in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LJ-0001", "applies: it.condition"),
        ("pencatatan-kelahiran", "status: verified"),
        ("birth", "some child"),
        ("death", "may_be: other; mother; father; child"),
        ("kartu-keluarga", "required_by: pencatatan-kelahiran"),
        ("document:penetapan-waris", "from: service"),
        ("dukcapil", "services:"),
        ("puskesmas", "working_week: monday; tuesday"),
        ("2027", "2027-03-08: Nyepi"),
        ("calendar:2026", "working_days: 259"),
        ("perubahan-kk", "(event: birth) or"),
        ("child.condition", "never_assumed: ya"),
        ("fact:parents.marriage", "options 1:"),
    ],
)
def test_show(capsys: Capture, name: str, expected: str) -> None:
    """Everything of a noun is shown, with sources and conditions."""
    assert small("show", name) == 0
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("surat-lama", "lihat surat-lahir"),
        ("LJ-0900", "lihat pencatatan-kelahiran"),
        ("bubar", "cari: "),
    ],
)
def test_show_what_is_no_longer_in_force(
    capsys: Capture, tmp_path: Path, name: str, expected: str
) -> None:
    """Whoever asks by an old name is told the present one, where there is one."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    register = tmp_path / "register.yaml"
    text = register.read_text(encoding="utf-8")
    for section, line in OLD.items():
        text = text.replace(f"{section}:\n", f"{section}:\n  {line}\n")
    register.write_text(text, encoding="utf-8")
    assert run(["show", name, "--catalog", str(tmp_path)]) == 2
    assert expected in capsys.readouterr().err


def test_show_as_json(capsys: Capture) -> None:
    """The same as an object."""
    assert small("show", "LJ-0001", "--json", "--lang", "en") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Birth registration"


class TestPlan:
    def test_a_plan(self, capsys: Capture) -> None:
        """Notice first, then steps with papers and day, then what to add, in eighty columns."""
        assert small("plan", "birth", *HEALTHY, "--answer", "child.birth_date=2026-11-10") == 0
        out = capsys.readouterr().out
        assert out.startswith("Halaman ini hanya memberi petunjuk.")
        assert "Pencatatan kelahiran" in out
        assert "paling lambat 9 Januari 2027." in out
        assert "kami anggap sudah ada" in out
        assert "--done LJ-0001@child-1" in out
        copied = ("--answer", "--want", "--have", "--lack", "--person")
        assert all(len(row) <= 80 or row.strip().startswith(copied) for row in out.splitlines())
        assert out.count("(ganti dengan") <= 3

    def test_an_overdue_step(self, capsys: Capture) -> None:
        """A deadline that is past is said without threat."""
        assert small("plan", "birth", *HEALTHY, "--answer", "child.birth_date=2026-01-10") == 0
        assert "sudah lewat (11 Maret 2026), tetapi tetap dapat diurus." in capsys.readouterr().out

    def test_without_answers(self, capsys: Capture) -> None:
        """What is too grave to be guessed is asked first, and nothing is spread out under it."""
        assert small("plan", "birth") == 0
        out = capsys.readouterr().out
        assert "Kami tidak menebaknya." in out
        assert "--answer 'child[1].condition=healthy'" in out

    def test_everything(self, capsys: Capture) -> None:
        """With --all nothing is cut short, and what does not apply is shown."""
        arguments = ["plan", "birth", "--answer", "child.condition=died_after_birth", "--all"]
        assert small(*arguments) == 0
        assert "Yang tidak berlaku bagi Anda" in capsys.readouterr().out

    def test_in_english(self, capsys: Capture) -> None:
        """The whole page follows the language."""
        assert small("plan", "birth", "death", "--lang", "en", "--person", "child=2") == 0
        out = capsys.readouterr().out
        assert "What can be done first" in out
        assert "Halaman" not in out

    def test_every_option(self, capsys: Capture) -> None:
        """All that can be said reaches the advice."""
        code = small(
            *("plan", "birth", "death", *HEALTHY, "--person", "deceased=mother", "--json"),
            *("--decline", "heir.count", "--have", "kartu-keluarga@family"),
            *("--lack", "ktp-el@father"),
            *("--want", "akta-kelahiran-ibu@child", "--done", "LJ-0007@mother"),
            *("--date", "2026-11-22", "--prefer", "fastest"),
        )  # fmt: skip
        assert code == 0
        answer = json.loads(capsys.readouterr().out)
        assert answer["date"] == "2026-11-22"
        assert "LJ-0007@mother" in {
            step["id"] for step in answer["plan"]["steps"] if step["status"] == "done"
        }

    def test_done_and_set_aside(self, capsys: Capture) -> None:
        """Done steps are short, and an answer that does not apply is named."""
        answers = ["--answer", "child.condition=died_after_birth", "--answer", "child.at_home=true"]
        assert small("plan", "birth", "death", *answers, "--done", "LJ-0007@deceased") == 0
        out = capsys.readouterr().out
        assert "Jawaban yang tidak dipakai" in out
        assert "Sudah selesai" in out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["plan", "brth"], "mungkin maksud Anda 'birth'?"),
        (["plan", "birth", "--answer", "child.color=red"], "answers.child.color: "),
        (["plan", "birth", "--answer", "x"], "tidak memuat '='"),
        (["plan", "birth", "--person", "child=1", "--person", "child=2"], "diisi dua kali"),
        (["plan", "birth", "--prefer", "cheap"], "mungkin maksud Anda 'cheapest'?"),
        (["plan"], "EVENT belum diisi"),
        (["plan", "birth", "--answr", "x"], "mungkin maksud Anda '--answer'?"),
        (["plan", "birth", "--answer"], "--answer memerlukan nilai"),
        (["pln"], "mungkin maksud Anda 'plan'?"),
        (["zzz"], "lihat -h"),
        (["events", "x"], "'x' berlebih"),
        (["facts", "zzz"], "pilih: "),
        (["events", "--lang", "jv"], "pilih id atau en"),
        (["show", "kartu-keluarg"], "mungkin maksud Anda 'kartu-keluarga'?"),
        (["show", "child.conditon"], "mungkin maksud Anda 'child.condition'?"),
        (["explain", "zzz"], "layanan 'zzz' tidak ada"),
        (["test", "birth-recordd"], "mungkin maksud Anda 'birth-recorded'?"),
        (["graph", "--format", "swg"], "mungkin maksud Anda 'svg'?"),
        (["graph", "zzz"], "pilih: birth, death"),
        (["services", "--cursor", "LJ-9999"], "salin 'next' dari JSON"),
        (["serve", "--port", "x"], "tulis angka bulat"),
        (["serve", "--port", "65536"], "paling banyak 65535"),
        (["serve", "--workers", "0"], "paling sedikit 1"),
        (["serve", "--host", "not a host"], "nama itu tidak dikenal"),
        (["serve", "--host", "a" * 100], "periksa --host; contoh: 127.0.0.1"),
        (["serve", "--host", "203.0.113.1"], "alamat itu bukan milik mesin ini"),
    ],
)
def test_wrong_use(capsys: Capture, arguments: list[str], expected: str) -> None:
    """Wrong use is answered in words with a remedy, without a trace, and exits with 2."""
    whole = arguments[0] in ("pln", "zzz") or arguments[-1] == "--answer"
    code = run(arguments) if whole else small(*arguments)
    captured = capsys.readouterr()
    assert code == 2
    assert expected in captured.err
    assert captured.out == ""
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"], ["plan", "-h"]])
def test_help(capsys: Capture, arguments: list[str]) -> None:
    """Help is in Bahasa Indonesia, and is no misuse."""
    assert run(arguments) == 0
    assert "Cara pakai" in capsys.readouterr().out


def test_help_in_english(capsys: Capture) -> None:
    """--lang en before anything else turns the help into English."""
    assert run(["plan", "--lang=en", "-h"]) == 0
    shown = capsys.readouterr().out
    assert "Usage: lifejourney plan" in shown
    assert "--prefer fastest|cheapest|fewest-visits" in shown


def test_check(capsys: Capture, tmp_path: Path) -> None:
    """A sound catalog is counted; a faulty one is refused with every problem and exit 1."""
    assert run(["check", str(SMALL)]) == 0
    assert "Katalog baik: 2 peristiwa, 10 layanan" in capsys.readouterr().out
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "birth.yaml").write_text("titel: x\n", encoding="utf-8")
    assert run(["check", str(tmp_path)]) == 1
    assert "birth.yaml:1:1: " in capsys.readouterr().out
    assert run(["check", str(tmp_path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problems"]
    assert run(["events", "--catalog", str(tmp_path)]) == 1
    assert "birth.yaml:1:1: " in capsys.readouterr().err


def test_scenarios(capsys: Capture) -> None:
    """A scenario that holds says so, as JSON too."""
    assert small("test", "birth-recorded") == 0
    assert "1 dari 1 cocok." in capsys.readouterr().out
    assert small("test", "birth-recorded", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"birth-recorded": []}


def test_a_scenario_that_fails(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scenario that does not hold is printed as a difference and exits with 1."""
    from lifejourney.cli import checking  # noqa: PLC0415 - replaced below
    from lifejourney.scenarios import Failure  # noqa: PLC0415 - used once

    monkeypatch.setattr(checking, "run_scenario", lambda *_: (Failure("steps", "1", "+ x@child"),))
    assert small("test", "birth-recorded") == 1
    assert "steps: diharapkan 1, ternyata + x@child" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "expected"),
    [("json", '"edges"'), ("mermaid", "flowchart"), ("dot", "digraph"), ("svg", "<svg")],
)
def test_graph(capsys: Capture, form: str, expected: str) -> None:
    """The graph comes in four formats."""
    assert small("graph", "birth", "--format", form) == 0
    assert expected in capsys.readouterr().out


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt, 130), (SystemExit, 0)])
def test_whoever_stops_reading_or_waiting(
    monkeypatch: pytest.MonkeyPatch, raised: type[BaseException], code: int
) -> None:
    """Ctrl+C and a closed pipe end it without a trace."""

    def stop(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("typer.main.get_command", lambda _: type("C", (), {"main": stop}))
    assert run(["events"]) == code


def test_the_module_is_the_program(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m lifejourney` runs the command and exits with its code."""
    monkeypatch.setattr("sys.argv", ["lifejourney", "show", "LJ-0001", "--catalog", str(SMALL)])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("lifejourney")
    assert ended.value.code == 0
    assert "LJ-0001" in capsys.readouterr().out


def test_as_a_program(tmp_path: Path) -> None:
    """From any folder, piped: the shipped catalog, no colour, the exit code of the command."""
    command = [sys.executable, "-m", "lifejourney"]
    good = subprocess.run(
        [*command, "events"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert good.returncode == 0
    assert "birth" in good.stdout
    assert "\x1b[" not in good.stdout
    bad = subprocess.run(
        [*command, "evnts"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert bad.returncode == 2
    assert "mungkin maksud Anda 'events'?" in bad.stderr


def test_an_office_is_shown_and_gone_to(capsys: Capture) -> None:
    """Where it is and when it is open stands with the step and the visit."""
    assert small("show", "disdukcapil-kota-yogyakarta") == 0
    assert "Jalan Kenari 56" in capsys.readouterr().out
    healthy = ["--answer", "child.condition=healthy", "--channel", "counter"]
    assert small("plan", "birth", *healthy, "--answer", "self.region=34.71") == 0
    told = capsys.readouterr().out
    assert "Disdukcapil Kota Yogyakarta" in told


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (1, "error", "1 error"),
        (0, "hint", "0 hints"),
        (2, "authority", "2 authorities"),
        (9, "day", "9 days"),
    ],
)
def test_numbers_agree_with_what_they_count(number: int, noun: str, said: str) -> None:
    """In English one of something is not several."""
    assert several(number, noun) == said


def test_one_month_ahead(capsys: Capture) -> None:
    """It is not called one months."""
    assert small("upcoming", "--months", "1", "--lang", "en", "--json") == 0
    assert json.loads(capsys.readouterr().out)["title"] == "The next month"
