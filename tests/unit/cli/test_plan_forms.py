"""Check `plan --format` and `plan --since`."""

import json
from pathlib import Path
from typing import Any

import pytest

from lifejourney.cli.program import run
from lifejourney.handouts import HANDOUTS

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
HEALTHY = ["birth", "--answer", "child.condition=healthy", "--date", "2026-11-22"]
RECORDED = ["--answer", "parents.marriage=recorded"]
Capture = pytest.CaptureFixture[bytes]


def plan(*arguments: str) -> int:
    """Plan with the small catalog."""
    return run(["plan", *arguments, "--catalog", str(SMALL)])


@pytest.fixture
def kept(capfdbinary: Capture, tmp_path: Path) -> Path:
    """Return a plan that was kept as a file."""
    assert plan(*HEALTHY, *RECORDED, "--json") == 0
    path = tmp_path / "rencana.json"
    path.write_bytes(capfdbinary.readouterr().out)
    return path


@pytest.mark.parametrize("form", HANDOUTS)
def test_every_form(capfdbinary: Capture, form: str) -> None:
    """Its bytes and nothing else are printed."""
    assert plan(*HEALTHY, "--format", form) == 0
    begins = {
        "ics": b"BEGIN:VCALENDAR\r\n",
        "markdown": b"# Rencana",
        "csv": b"number,id,",
        "mermaid": b"flowchart TB\n",
        "svg": b"<svg ",
        "timeline": b"<svg ",
    }
    assert capfdbinary.readouterr().out.startswith(begins[form])


def test_text_and_json_are_forms_too(capfdbinary: Capture) -> None:
    """They are what is printed without the option, and with --json."""
    outputs = []
    for more in ([], ["--format", "text"], ["--json"], ["--format", "json"]):
        assert plan(*HEALTHY, *more) == 0
        outputs.append(capfdbinary.readouterr().out)
    assert outputs[0] == outputs[1]
    assert outputs[2] == outputs[3]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--format", "icss"], "'ics'"),
        (["--json", "--format", "ics"], "pilih satu"),
        (["--since", "x.json", "--format", "ics"], "pilih text atau json"),
        (["--since", "tidak-ada.json"], "tidak dapat dibaca"),
        (["--since", __file__], "lifejourney plan … --json"),
    ],
)
def test_wrong_use(capfdbinary: Capture, arguments: list[str], expected: str) -> None:
    """It is refused with the remedy."""
    assert plan(*HEALTHY, *arguments) == 2
    said = " ".join(capfdbinary.readouterr().err.decode().split())
    assert expected in said


def test_nothing_changed_since(capfdbinary: Capture, kept: Path) -> None:
    """The same answers give the same plan."""
    assert plan(*HEALTHY, *RECORDED, "--since", str(kept)) == 0
    assert capfdbinary.readouterr().out.decode() == "Rencana Anda tidak berubah.\n"


def test_nothing_changed_since_facts_were_named_by_member(capfdbinary: Capture, kept: Path) -> None:
    """A plan kept by an earlier version is compared as one of today."""
    kept.write_bytes(kept.read_bytes().replace(b'"child[1].', b'"child-1.'))
    assert b'"child-1.condition"' in kept.read_bytes()
    assert plan(*HEALTHY, *RECORDED, "--since", str(kept)) == 0
    assert capfdbinary.readouterr().out.decode() == "Rencana Anda tidak berubah.\n"


def test_what_changed_since(capfdbinary: Capture, kept: Path) -> None:
    """New, gone, moved, other papers, and why."""
    arguments = [*HEALTHY, "--answer", "parents.marriage=none", "--have", "surat-lahir@child-1"]
    assert plan(*arguments, "--since", str(kept)) == 0
    out = " ".join(capfdbinary.readouterr().out.decode().split())
    for expected in (
        "Tidak perlu lagi - Surat lahir dari fasilitas kesehatan (anak)",
        "Tahap: 2 menjadi 1.",
        "Suratnya berubah - Pencatatan kelahiran (anak)",
        "Yang berbeda dari sebelumnya",
        "“Tercatat” menjadi “",
    ):
        assert expected in out, expected


def test_what_changed_since_as_json(capfdbinary: Capture, kept: Path) -> None:
    """The same as values."""
    assert plan(*HEALTHY, *RECORDED, "--done", "LJ-0006@child-1", "--since", str(kept),
                "--json") == 0  # fmt: skip
    found: dict[str, Any] = json.loads(capfdbinary.readouterr().out)
    assert [one["kind"] for one in found["why"]] == ["done"]
    assert found["moved"][0]["changes"][0]["to"] == "done"


def test_what_a_step_unlocks(capfdbinary: Capture) -> None:
    """Its number stands on the card of the step that opens it."""
    assert plan(*HEALTHY, *RECORDED) == 0
    assert "Membuka  langkah 3\n" in capfdbinary.readouterr().out.decode()
    assert plan(*HEALTHY, *RECORDED, "--lang", "en") == 0
    assert "Unlocks  step 4\n" in capfdbinary.readouterr().out.decode()
