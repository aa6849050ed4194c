"""Check `lifejourney upcoming`: what it prints, refuses, and hands out."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
import vobject

from lifejourney.cli.program import run

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
BORN = ["--answer", "child[1].birth_date=2026-11-01"]
HEALTHY = ["--answer", "child[1].condition=healthy"]
CARD = ["--have", "ktp-el@self:until=2027-01-31"]
Capture = pytest.CaptureFixture[str]


def small(*arguments: str) -> int:
    """Look ahead on the small catalog from a fixed day."""
    return run(["upcoming", *arguments, "--date", "2026-11-22", "--catalog", str(SMALL)])


@pytest.mark.parametrize("columns", [80, 120])
def test_by_the_month(capsys: Capture, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """What is certain stands under its month, with why, law, and what to do."""
    monkeypatch.setenv("COLUMNS", str(columns))
    assert small(*BORN, *HEALTHY, *CARD) == 0
    printed = capsys.readouterr().out
    assert max(map(len, printed.splitlines())) <= min(columns, 100)
    said = " ".join(printed.split())
    for expected in (
        (
            "Januari 2027 Imunisasi kedua (anak) Disarankan. 2 bulan sesudah 1 November 2026: "
            "1 Januari 2027. Gratis di posyandu. Urus Imunisasi; Puskesmas; lifejourney show "
            "LJ-0006 Hukum Permenkes 12/2017 Sumber Dari laman instansi, dilihat 1 November 2026"
        ),
        (
            "KTP-el (Anda) Perlu Anda urus. Berlaku sampai 31 Januari 2027; dapat diurus mulai 31 "
            "Desember 2026. Ganti sebelum habis masanya. Urus Perpanjang atau ganti KTP-el; "
            "Dukcapil Hukum UU 24/2013 pasal 64"
        ),
    ):
        assert expected in said
    assert "Mungkin juga" not in printed


def test_nothing_is_certain(capsys: Capture) -> None:
    """Then it says so; a grave question is asked, and what hangs on it is not spread out."""
    assert small(*BORN, "--lang", "en") == 0
    printed = capsys.readouterr().out
    assert "Nothing falls due up to 22 November 2027, by what you said." in printed
    assert "Second immunisation" not in printed
    assert "- Identity card (you): The day is not known yet." in printed
    assert "--have ktp-el@self:until=YYYY-MM-DD" in printed
    assert "--answer child[1].condition=…" in printed


def test_a_paper_without_its_last_day(capsys: Capture) -> None:
    """It may end within its time: so far is certain, and until when it holds is asked."""
    assert small("--have", "ktp-el@self", "--months", "60") == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "Berlaku sampai antara 22 November 2026 dan 22 November 2031" in printed
    assert "Sampai kapan KTP-el (Anda) berlaku?" in printed
    assert small("--have", "ktp-el@self", "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)["due"]
    assert one["status"] == "possible"
    assert one["depends_on_titles"] == ["Sampai kapan KTP-el (Anda) berlaku?"]


def test_the_events_under_way(capsys: Capture) -> None:
    """Deadlines, openings and repeats of their plan are told with the step that they are of."""
    assert small("birth", *BORN, *HEALTHY, "--months", "3", "--json") == 0
    due = json.loads(capsys.readouterr().out)["due"]
    assert [(one["moment"], one["date"], one["leads_to"]["step"]) for one in due[:3]] == [
        ("opens", "2026-12-01", "LJ-0006@child-1"),
        ("deadline", "2026-12-31", "LJ-0001@child-1"),
        ("again", "2027-01-01", "LJ-0006@child-1"),
    ]


def test_the_calendar(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each day is a whole day that keeps nobody busy, told of before; another library reads it."""
    assert small(*BORN, *HEALTHY, *CARD, "--format", "ics") == 0
    calendar = vobject.readOne(capfdbinary.readouterr().out.decode())
    first, last = sorted(calendar.contents["vevent"], key=lambda one: one.dtstart.value)
    assert calendar.contents["x-wr-calname"][0].value == "Yang akan datang: 12 bulan ke depan"
    assert (first.summary.value, first.dtstart.value) == (
        "Imunisasi kedua (anak)",
        date(2027, 1, 1),
    )
    assert first.transp.value == "TRANSPARENT"
    assert first.valarm.trigger.value == timedelta(days=-14)
    assert last.valarm.trigger.value == timedelta(days=-31)
    assert "Perpanjang atau ganti KTP-el; Dukcapil" in last.description.value


def test_a_calendar_of_nothing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """It holds the day of the question, and says so."""
    assert small("--lack", "ktp-el@self", "--format", "ics", "--lang", "en") == 0
    (only,) = vobject.readOne(capfdbinary.readouterr().out.decode()).contents["vevent"]
    assert only.summary.value == "Nothing falls due by what was said."
    assert only.dtstart.value == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--months", "0"], 2, "from 1 to 120"),
        (["--months", "zwölf"], 2, "from 1 to 120"),
        (["nothing"], 2, "there is no event 'nothing'"),
        (["--format", "svg"], 2, "choose: text, json, ics"),
        (["--have", "ktp-el@self:until"], 2, "write ktp-el@self:until=2027-02-01"),
        (["--have", "ktp-el@self=2027-02-01"], 2, "write ktp-el@self:until=2027-02-01"),
        (["--have", "ktp-el@self:to=2027-02-01"], 2, "write ktp-el@self:until=2027-02-01"),
        (["--have", "ktp-el@self:until=2027-02-30"], 2, "documents.held[0].valid_until"),
    ],
)
def test_refuses(capsys: Capture, arguments: list[str], code: int, told: str) -> None:
    """What is wrong is named with what would be right."""
    assert small(*arguments, "--lang", "en") == code
    assert told in " ".join(capsys.readouterr().err.split())
