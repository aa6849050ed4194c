"""Check `lifejourney sources`: what it lists, draws and filters, on a narrow screen."""

import json
import shutil
from pathlib import Path

import pytest

from lifejourney.cli.program import run

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def sources(capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Return what the command prints on the small catalog."""
    assert run(["sources", *arguments, "--catalog", str(SMALL)]) == code
    told = capsys.readouterr()
    return told.out if code == 0 else told.err


def test_lists_every_figure_with_its_source(capsys: Capture) -> None:
    """Value, how sure, how old, where, and the very words."""
    told = sources(capsys, "--service", "LJ-0001")
    for expected in (
        "LJ-0001 Pencatatan kelahiran",
        "biaya (cost): Tidak dipungut biaya",
        "terverifikasi, dilihat",
        "https://peraturan.bpk.go.id/Details/38985",
        "“tidak dipungut biaya”",
    ):
        assert expected in told
    assert "LJ-0002" not in told


@pytest.mark.parametrize("lang", ["id", "en"])
def test_fits_eighty_columns(capsys: Capture, lang: str) -> None:
    """Nothing but an address is wider than the screen."""
    lines = sources(capsys, "--lang", lang).splitlines()
    assert all(len(line) <= 80 or line.strip().startswith("http") for line in lines)
    assert lines[-1].endswith(".")


def test_what_to_look_for_next(capsys: Capture) -> None:
    """Only what nobody has confirmed, in words and as JSON."""
    told = sources(capsys, "--unverified", "--lang", "en")
    assert "without a source" in told
    assert "  verified" not in told
    rows = json.loads(sources(capsys, "--unverified", "--json"))["figures"]
    assert {row["status"] for row in rows} == {"unknown", "unverified"}


def test_a_sample_is_drawn_by_its_seed(capsys: Capture) -> None:
    """The same seed draws the same figures."""
    first = sources(capsys, "--sample", "3", "--seed", "1", "--json")
    assert first == sources(capsys, "--sample", "3", "--json")
    assert first != sources(capsys, "--sample", "3", "--seed", "2", "--json")
    assert len(json.loads(first)["figures"]) == 3
    assert set(json.loads(first)["counts"]) == {"verified", "secondary", "unverified", "unknown"}


def test_an_event_brings_its_services_papers_and_offices(capsys: Capture) -> None:
    """The figures of one event are those of all that leads to it."""
    rows = json.loads(sources(capsys, "--event", "birth", "--json"))["figures"]
    assert {row["noun"] for row in rows} == {"event", "service", "document", "authority"}
    assert "pencatatan-kelahiran" in {row["slug"] for row in rows}
    assert "pencatatan-kematian" not in {row["slug"] for row in rows}
    both = json.loads(
        sources(capsys, "--event", "birth", "--service", "pencatatan-kematian", "--json")
    )
    assert "pencatatan-kematian" in {row["slug"] for row in both["figures"]}


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (("--sample", "0"), "tulis 1 atau lebih"),
        (("--event", "brith"), "mungkin maksud Anda 'birth'?"),
        (("--service", "imunisas"), "mungkin maksud Anda 'imunisasi'?"),
        (("--service", "zzz"), "cari: lifejourney services"),
    ],
)
def test_wrong_use_gets_a_remedy(capsys: Capture, arguments: tuple[str, ...], remedy: str) -> None:
    """What was meant is proposed."""
    assert remedy in sources(capsys, *arguments, code=2)


def test_what_conflicts_is_told(capsys: Capture, tmp_path: Path) -> None:
    """A second source is printed below the figure, and told in the plan."""
    catalog = Path(shutil.copytree(SMALL, tmp_path / "catalog"))
    path = catalog / "services" / "pencatatan-kelahiran.yaml"
    text = path.read_text("utf-8")
    says = "late: Denda., conflicts: {says: 60 hari kerja, source: uu24}"
    path.write_text(text.replace("late: Denda.", says), "utf-8")
    assert run(["sources", "--catalog", str(catalog), "--service", "LJ-0001"]) == 0
    assert "Sumber lain menyebut: 60 hari kerja, dilihat" in capsys.readouterr().out
    healthy = ["--answer", "child.condition=healthy"]
    assert run(["plan", "birth", *healthy, "--catalog", str(catalog)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Sumber tidak sepakat: UU 24/2013 menyebut 60 hari kerja." in told


def test_nothing_to_list_says_so(capsys: Capture, tmp_path: Path) -> None:
    """Where every figure is confirmed there is nothing to look for."""
    catalog = Path(shutil.copytree(SMALL, tmp_path / "catalog"))
    for path in catalog.rglob("*.yaml"):
        text = path.read_text("utf-8").replace("status: unverified", "status: secondary")
        text = text.replace("tidak dipungut biaya", "Pasal 27, tidak dipungut biaya")
        path.write_text(text, "utf-8")
    wanted = ["--service", "LJ-0001", "--event", "birth", "--sample", "1", "--unverified"]
    assert run(["sources", *wanted, "--catalog", str(catalog)]) == 0
    assert "Tidak ada angka seperti itu." in capsys.readouterr().out
