"""Check `show CODE --witness`, and that `check` refuses what is of no use."""

import json
import shutil
from pathlib import Path

import pytest

from lifejourney.cli.program import run
from lifejourney.proofs import worlds

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a catalog with a service that both events rule out."""
    root = Path(shutil.copytree(SMALL, tmp_path / "catalog"))
    path = root / "services" / "imunisasi.yaml"
    never = "applies: {all: [{it.condition: healthy}, {it.condition: in_care}]}"
    text = path.read_text("utf-8").replace("applies: {it.alive: true}", never)
    path.write_text(text, "utf-8")
    return root


def test_a_command_to_copy(capsys: Capture) -> None:
    """It names the catalog where that is not the shipped one, and its plan holds the step."""
    assert run(["show", "LJ-0006", "--witness", "--catalog", str(SMALL), "--lang", "en"]) == 0
    first, command = capsys.readouterr().out.splitlines()
    assert first.startswith("With these answers LJ-0006@child-1 is a step.")
    words = command.replace("'", "").split()
    assert words[:3] == ["lifejourney", "plan", "birth"]
    assert run([*words[1:], "--all"]) == 0
    assert "LJ-0006" in capsys.readouterr().out


def test_the_body_of_a_request(capsys: Capture) -> None:
    """As JSON it is what the API takes."""
    assert run(["show", "LJ-0006", "--witness", "--json", "--catalog", str(SMALL)]) == 0
    assert json.loads(capsys.readouterr().out)["events"] == ["birth"]


def test_only_services_have_one(capsys: Capture) -> None:
    """Anything else is wrong use, with the remedy."""
    assert run(["show", "kartu-keluarga", "--witness", "--catalog", str(SMALL)]) == 2
    assert "sebut kode layanan" in capsys.readouterr().err


def test_what_is_of_no_use_is_refused(capsys: Capture, faulty: Path) -> None:
    """The proofs follow the checks, in the order of the files, and count as errors."""
    assert run(["check", str(faulty), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    codes = {one["code"] for one in problems if one["severity"] == "error"}
    assert codes == {"never-true", "no-witness"}
    assert [one["file"] for one in problems] == sorted(one["file"] for one in problems)


def test_without_a_witness(capsys: Capture, faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That there is none is said plainly, and so is that it was not decided."""
    command = ["show", "LJ-0006", "--witness", "--catalog", str(faulty)]
    assert run(command) == 1
    assert "Tidak ada jawaban" in capsys.readouterr().out
    path = faulty / "services" / "imunisasi.yaml"
    both = "applies: {all: [{event: birth}, {event: death}, {it.condition: healthy}]}"
    text = path.read_text("utf-8")
    head, _, tail = text.partition("applies: ")
    path.write_text(head + both + "\n" + tail.partition("\n")[2], "utf-8")
    assert run(command) == 0
    assert "plan birth death" in capsys.readouterr().out
    monkeypatch.setattr(worlds, "MOST", 0)
    assert run(command) == 1
    assert "Belum dapat dipastikan" in capsys.readouterr().out
