"""Check the printed plan on answers of every kind, changed by hand where need be."""

from typing import Any

import pytest

from lifejourney.cli.desk import Desk
from lifejourney.errors import Place, Problem, Words
from tests.unit.cli.printing import printed


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        ("lacking", "KTP-el tidak ada. Bila sudah ada, tambahkan --have ktp-el@mother"),
        ("circle", "KTP-el tidak ada. Bila sudah ada, tambahkan --have ktp-el@mother"),
        ("not_applicable", "KTP-el tidak ada."),
    ],
)
def test_a_blocked_goal_says_why_and_what_helps(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any], why: str, expected: str
) -> None:
    """What cannot be had is not silently left out."""
    blocker = {"document": "ktp-el", "of": "mother", "why": why, "text": "KTP-el tidak ada."}
    goal: dict[str, Any] = {
        "id": "document:x@child-1",
        "title": "Akta",
        "person_title": "anak",
        "wave": None,
    }
    goal |= {
        "status": "blocked",
        "blocked_by": [{**blocker, "title": "KTP-el", "person_title": "ibu"}],
    }
    answer["plan"]["steps"].append(goal)
    assert expected in printed(capsys, answer)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"from": "held"}, "sudah ada pada Anda"),
        ({"from": "self"}, "Anda buat sendiri"),
        ({"from": "self", "form": "F-2.03", "where_to_get": "Di loket."}, "Anda isi. Di loket"),
        ({"original": False}, "Cek dulu - Kertas (ibu)"),
        ({"original": False, "note": "Nomornya saja."}, "Cek dulu - Kertas (ibu). Nomornya saja."),
        ({"from": "outside", "issuer": "Dukcapil"}, "minta ke: Dukcapil"),
        ({"from": "outside"}, "Kertas (ibu); asli; dari penerbitnya"),
        ({"from": "step", "step": "x"}, "dari langkah yang masih bergantung pada jawaban Anda"),
        ({"from": "lacking", "supplied_later": {}}, "belum ada; tanyakan di loket"),
        ({"supplied_later": {"text": "boleh menyusul"}}, "(boleh menyusul)"),
        ({"copies": 2, "kept": True}, "asli dan fotokopi 2 lembar, diserahkan"),
        ({"original": False, "copies": 1}, "; fotokopi 1 lembar;"),
        ({"substitute": True}, "(sebagai pengganti)"),
        ({"title": "KTP-el ibu"}, "- KTP-el ibu; asli"),
    ],
)
def test_a_paper_says_whose_in_which_form_and_from_where(
    capsys: pytest.CaptureFixture[str],
    answer: dict[str, Any],
    change: dict[str, Any],
    expected: str,
) -> None:
    """Nobody has to guess what to bring."""
    paper = {
        "document": "ktp-el", "title": "Kertas", "of": "mother", "person_title": "ibu",
        "from": "assumed", "step": None, "copies": 0, "original": True, "kept": False,
        "form": None, "where_to_get": None, "issuer": None,
    }  # fmt: skip
    answer["plan"]["steps"][0]["requires"] = [{**paper, **change}]
    assert expected in printed(capsys, answer)


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ({}, "60 hari. Tanggalnya kami hitung setelah ini dijawab: Tanggal lahir anak"),
        ({"within": 1, "unit": "month"}, "1 bulan. Tanggalnya"),
        (
            {"date": "2026-12-31", "estimate": True, "estimate_note": "Perkiraan: a."},
            "paling lambat sekitar 31 Desember 2026. Perkiraan: a.",
        ),
        (
            {"date": "2026-12-31", "binding": False, "estimate": True, "estimate_note": "P."},
            "sebaiknya paling lambat sekitar 31 Desember 2026. P.",
        ),
        (
            {
                "date": "2026-01-31",
                "overdue": True,
                "late": "Denda.",
                "estimate": True,
                "estimate_note": "P.",
            },
            "(sekitar 31 Januari 2026), tetapi tetap dapat diurus. Denda. P.",
        ),
        ({"date": "2026-01-31", "overdue": True, "late": "Denda."}, "tetap dapat diurus. Denda."),
        ({"binding": False}, "sebaiknya dalam 60 hari."),
        ({"binding": False, "date": "2026-12-31"}, "sebaiknya paling lambat 31 Desember 2026."),
        ({"earliest": "2026-12-31", "note": "Atau."}, "paling lambat 31 Desember 2026. Atau."),
        ({"earliest": "2026-01-31", "maybe_overdue": True, "note": "Atau."}, "Batas Atau."),
        (
            {"earliest": "2026-01-31", "overdue": True, "note": "Dulu.", "late": "Denda."},
            "sudah lewat, tetapi tetap dapat diurus. Dulu. Denda.",
        ),
        (
            {"date": "2026-01-31", "overdue": True, "late": "Hak hilang.", "lapses": True},
            "sudah lewat (31 Januari 2026). Hak hilang.",
        ),
        (
            {"date": "2026-01-31", "overdue": True, "lapses": True},
            "sudah lewat (31 Januari 2026); tanyakan apakah masih dapat diurus.",
        ),
    ],
)
def test_a_deadline(
    capsys: pytest.CaptureFixture[str],
    answer: dict[str, Any],
    deadline: dict[str, Any],
    expected: str,
) -> None:
    """A day, a day to be reckoned, or a day that is past."""
    rule = {
        "within": 60, "unit": "calendar_day", "after": "child[1].birth_date", "date": None,
        "after_title": "Tanggal lahir anak", "overdue": False, "estimate": False,
        "estimate_note": None, "binding": True, "late": None, "lapses": False,
        "maybe_overdue": False, "note": None, "earliest": deadline.get("date"),
    }  # fmt: skip
    answer["plan"]["steps"][0]["deadline"] = {**rule, **deadline}
    assert expected in printed(capsys, answer)


def test_what_must_not_be_so_stands_apart_from_what_must(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    step = answer["plan"]["steps"][0]
    account = {"title": "Akun", "of": "mother", "person_title": "ibu", "from": "assumed"}
    step["requires"] = [account | {"original": False, "copies": 0}]
    step["sent_back_when"] = ["Nama berbeda."]
    found = printed(capsys, answer)
    assert "Cek dulu - Akun (ibu)" in found
    assert "Awas - Nama berbeda." in found


def test_what_a_step_tells(capsys: pytest.CaptureFixture[str], answer: dict[str, Any]) -> None:
    """Actor, benefit, note, uncertain status and notes on figures are all told."""
    answer["plan"]["steps"][0] |= {
        "actor": "Diurus RT", "benefit": {"what": "Rp1"}, "note": "Ingat.", "status": "possible",
        "depends_on_titles": [], "time": {"text": "1 hari", "note": "Bisa lebih."}, "say": "Halo",
    }  # fmt: skip
    told = printed(capsys, answer)
    for expected in ("Diurus RT", "Manfaat Rp1", "Catatan Ingat.", "1 hari. Bisa lebih.", "“Halo”"):
        assert expected in told


def test_a_long_list_is_cut_unless_everything_is_wanted(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """Five of each are enough for a tired reader; --all shows the rest."""
    step = answer["plan"]["steps"][0]
    answer["plan"]["possible"] = [
        {**step, "id": f"s{n}", "title": f"T{n}", "depends_on": []} for n in range(20)
    ]
    answer["plan"]["alternatives"] = [
        {"depends_on": "a.b", "title": "Tanya?", "steps": [f"s{n}" for n in range(7)]},
        *(
            {"depends_on": f"a.b{n}", "title": f"Tanya {n}?", "steps": [f"s{n}"]}
            for n in range(7, 13)
        ),
        {"depends_on": "a.c", "title": "Lewat?", "steps": ["s1"]},
    ]
    answer["assumed"] = [
        {"fact": f"a.a{n}", "title": f"A{n}", "value": True, "label": "ya"} for n in range(7)
    ]
    answer["set_aside"] = [{"fact": "child.x", "title": "Apakah X?", "why": "Tidak berlaku."}]
    answer["unused"] = ["answers.child.y", "wanted.akta@child-1"]
    short = printed(capsys, answer)
    assert "dan 2 lagi" in short
    assert "langkah lain yang belum tentu perlu" in short
    assert "Apakah X? Tidak berlaku." in short
    assert "- akta@child-1" in short
    assert "child.y" not in short
    assert "T19" not in short
    long = printed(capsys, answer, everything=True)
    assert "T19" in long
    assert "Lain-lain" in long


def test_no_step_at_all(capsys: pytest.CaptureFixture[str], answer: dict[str, Any]) -> None:
    """An empty plan says what to do about it."""
    answer["plan"] |= {"steps": [], "visits": [], "empty": "Semua sudah ada."}
    assert "Semua sudah ada." in printed(capsys, answer)


def test_a_problem_without_a_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing can be advised only the place and the fault are named."""
    Desk("en").problem(Problem("odd", Place("a.yaml"), Words("aneh", "odd")))
    assert capsys.readouterr().out == "a.yaml: odd\n"


def test_done_steps_stand_under_one_heading(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """Each is one line."""
    for step in answer["plan"]["steps"]:
        step["status"] = "done"
    told = printed(capsys, answer)
    assert told.count("Sudah selesai") == 1
    assert all(step["title"] in told for step in answer["plan"]["steps"])


def test_a_follow_up_is_short(capsys: pytest.CaptureFixture[str], answer: dict[str, Any]) -> None:
    """What to bring, where, until when: the rest stands at the step itself."""
    answer["plan"] |= {"steps": [{**answer["plan"]["steps"][0], "follow_up": True}], "visits": []}
    told = printed(capsys, answer)
    assert "Di mana" in told
    assert "Mengapa" not in told
    assert "Biaya Tidak" not in told


def test_the_visits(capsys: pytest.CaptureFixture[str], answer: dict[str, Any]) -> None:
    """How often to go, where to, for which steps, and what need not be gone for."""
    told = printed(capsys, answer)
    assert "Kunjungan 1. Puskesmas: langkah 1, 2 2. Disdukcapil: langkah 4, sesudah kun" in told
    assert "Bisa daring, tidak perlu datang: langkah 3." in told
    assert "Ibu yang menyusui boleh meminta: ruang menyusui." in told
    assert "Datang Kunjungan ke-2" in told
    answer["plan"]["visits"][1]["after"] = [1, 2]
    answer["plan"]["visits_notes"] = ["Ask at the mall."]
    told = printed(capsys, answer, lang="en")
    assert "1. Puskesmas: steps 1, 2 2. Disdukcapil: step 4, after visits 1, 2" in told
    assert "Can be done online, no need to go: step 3. Ask at the mall. Ibu yang" in told


def test_no_visit(capsys: pytest.CaptureFixture[str], answer: dict[str, Any]) -> None:
    """Who need not go anywhere is told so, and not what to ask for there."""
    for step in answer["plan"]["steps"]:
        step |= {"visit": None, "visit_label": "Bisa daring"}
    answer["plan"]["visits"] = []
    told = printed(capsys, answer)
    assert "Kunjungan Bisa daring, tidak perlu datang: langkah 1, 2, 3, 4." in told
    assert "ruang menyusui" not in told
    for step in answer["plan"]["steps"]:
        step["visit_label"] = None
    assert "Kunjungan" not in printed(capsys, answer)


def test_what_a_service_offers(capsys: pytest.CaptureFixture[str], answer: dict[str, Any]) -> None:
    """What makes it easier is named; who may go instead is told in words, once."""
    home = {"accommodation": "home_visit", "title": "petugas datang"}
    proxy = {"accommodation": "proxy", "title": "boleh diwakilkan"}
    answer["plan"]["steps"][0] |= {"accommodations": [home, proxy], "proxy": None}
    assert "Bantuan petugas datang, boleh diwakilkan" in printed(capsys, answer)
    answer["plan"]["steps"][0]["proxy"] = "Suami dengan surat kuasa."
    told = printed(capsys, answer)
    assert "Wakil Suami dengan surat kuasa. Bantuan petugas datang" in told
    assert "boleh diwakilkan" not in told


def test_when_all_is_done(capsys: pytest.CaptureFixture[str], answer: dict[str, Any]) -> None:
    """It stands above the steps, with those that decide it where not all of them do."""
    steps = [step for step in answer["plan"]["steps"] if step["wave"] is not None]
    answer["plan"]["totals"]["finish_text"] = "SELESAI."
    for critical, listed, deciding in (
        (steps[:1], "Yang menentukan: langkah 1.", "What decides: step 1."),
        (steps[:2], "Yang menentukan: langkah 1, 2.", "What decides: steps 1, 2."),
        (steps, None, None),
    ):
        for step in steps:
            step["critical"] = step in critical
        found = printed(capsys, answer), printed(capsys, answer, lang="en")
        for text, sentence in zip(found, (listed, deciding), strict=True):
            assert (f"SELESAI. {sentence}" in text) == (sentence is not None)
            assert "SELESAI." in text
    answer["plan"]["totals"]["finish_text"] = None
    assert "SELESAI." not in printed(capsys, answer)


def test_what_time_does_to_a_step(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """From when and by when, and the notes, one below the other; nothing where there is none."""
    first = answer["plan"]["steps"][0]
    first["when"], first["when_notes"] = "MULAI", ["CATATAN SATU", "CATATAN DUA"]
    found = printed(capsys, answer)
    assert "Kapan MULAI CATATAN SATU CATATAN DUA" in found
    assert "When MULAI" in printed(capsys, answer, lang="en")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"binding": True}, "batas 9 Januari 2027"),
        ({"binding": False}, "sebaiknya paling lambat"),
        ({"binding": True, "overdue": True}, "batas 9 Januari 2027, sudah lewat"),
    ],
)
def test_the_whole_plan_in_short(
    capsys: pytest.CaptureFixture[str],
    answer: dict[str, Any],
    change: dict[str, Any],
    expected: str,
) -> None:
    """A line each, with office and deadline; two of one name say whose they are and what for."""
    first = answer["plan"]["steps"][0]
    deadline = {"earliest": "2027-01-09", "overdue": False, **change, "date": None, "late": None}
    deadline |= {"latest": "2027-02-09", "maybe_overdue": False, "note": None, "lapses": False}
    deadline |= {"estimate": False, "estimate_note": None, "within": 60, "unit": "calendar_day"}
    more = [
        first | {"id": f"x{n}", "person": f"child-{n}", "person_title": f"anak ke-{n}"}
        for n in (2, 3, 4)
    ]
    (paper,) = first["produces"]
    made = [[paper | {"title": "KK pertama"}], [paper | {"title": "KK kedua"}], []]
    more += [
        one | {"id": f"y{n}", "produces": papers}
        for n, papers in enumerate(made)
        for one in more[2:]
    ]
    answer["plan"]["steps"] += [one | {"deadline": deadline, "wave": 9} for one in more]
    told = printed(capsys, answer)
    short = told[told.index("Ringkasnya") :]
    assert f"{first['title']} (anak ke-2); {first['authority']}; {expected}" in short
    for what in (": KK pertama", ": KK kedua", ""):
        assert f"{first['title']} (anak ke-4){what}; {first['authority']}" in short


def test_what_to_do_and_the_notes_on_papers(
    capsys: pytest.CaptureFixture[str], answer: dict[str, Any]
) -> None:
    """One thing to do needs no number; what is said of a paper follows it."""
    step = next(one for one in answer["plan"]["steps"] if one["requires"])
    step["procedure"] = ["Pergi ke loket."]
    step["requires"][0] |= {"note": "Yang asli saja.", "original": True}
    shown = printed(capsys, answer)
    assert "Urutan - Pergi ke loket." in shown
    assert ". Yang asli saja." in shown
    step["procedure"] = ["Ambil nomor.", "Tunggu."]
    assert "Do - 1. Ambil nomor. - 2. Tunggu." in printed(capsys, answer, lang="en")
