"""Check the checklist, the fees and the benefits as they are printed."""

from pathlib import Path
from typing import Any

import pytest

from lifejourney.cli.desk import Desk
from lifejourney.cli.preparing import Preparing

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
NUMBERS = {"a": 1, "b": 2}
PAPER: dict[str, Any] = {
    "document": "none",
    "title": "Kartu",
    "person_title": "anak",
    "from": "held",
    "step": None,
    "form": None,
    "where_to_get": None,
    "issuer": None,
    "copies": 0,
    "original": True,
    "kept": False,
    "copy_first": False,
    "stamps": 0,
    "substitutes": [],
    "substitute_titles": [],
    "for": ["a"],
}
FEE: dict[str, Any] = {
    "max": None,
    "unknown_for": [],
    "by_region_for": [],
    "unbounded_for": [],
    "free_for": [],
    "text": None,
    "note": None,
}
BENEFIT: dict[str, Any] = {
    "title": "Klaim",
    "step": "b",
    "what": "Uang.",
    "condition": "bila kantor menyetujuinya",
    "claim_by": None,
    "overdue": False,
    "status_label": "dari berita",
}


def printed(  # noqa: PLR0913 - each part of the page
    capsys: pytest.CaptureFixture[str],
    *papers: dict[str, Any],
    fee: dict[str, Any] = FEE,
    benefits: tuple[dict[str, Any], ...] = (),
    total: str | None = None,
    others: tuple[dict[str, Any], ...] = (),
    compared: tuple[dict[str, Any], ...] = (),
    lang: str = "id",
) -> str:
    """Return what is printed, in one line with single spaces."""
    plan = {
        "documents": papers,
        "benefits": benefits,
        "not_chosen": others,
        "rivals": (),
        "compared": compared,
        "totals": {"fee": fee, "benefit": {"text": total}},
    }
    Preparing(Desk(lang, folder=SMALL), plan, NUMBERS).show()
    return " ".join(capsys.readouterr().out.split())


def test_nothing_to_prepare(capsys: pytest.CaptureFixture[str]) -> None:
    """Then nothing is printed."""
    assert printed(capsys) == ""


@pytest.mark.parametrize(
    ("more", "lang", "expected"),
    [
        ({}, "id", "☐ Kartu: asli; sudah ada pada Anda; untuk langkah 1"),
        ({"for": ["a", "b"]}, "en", "☐ Kartu: original; you have it; for steps 1, 2"),
        (
            {"copies": 2, "kept": True, "copy_first": True},
            "id",
            "ada pada Anda; fotokopi dulu, langkah berikutnya masih memintanya; untuk langkah 1",
        ),
        ({"copies": 1, "original": False}, "en", "Kartu: 1 photocopy; you have it"),
        ({"from": "self", "stamps": 1}, "id", ": Anda buat sendiri; 1 meterai; untuk"),
        ({"from": "self", "stamps": 2}, "en", ": you make it yourself; 2 duty stamps"),
        ({"form": "F-1"}, "id", "☐ Kartu (F-1): asli"),
        ({"form": "F-1", "title": "Surat F-1"}, "id", "☐ Surat F-1: asli"),
        (
            {"from": "assumed", "substitutes": ["x", "y"], "substitute_titles": ["X", "Y"]},
            "id",
            "kami anggap sudah ada; bila tidak ada: X atau Y; untuk langkah 1",
        ),
        ({"substitutes": ["x"], "substitute_titles": ["X"]}, "en", "you have it; for step 1"),
        ({"from": "step", "step": "b"}, "id", "asli; dari langkah 2; untuk langkah 1"),
    ],
)
def test_a_paper_to_tick_off(
    capsys: pytest.CaptureFixture[str], more: dict[str, Any], lang: str, expected: str
) -> None:
    """In which form, from where, for which steps, and what to mind."""
    assert expected in printed(capsys, {**PAPER, **more}, lang=lang)


def test_papers_stand_by_whose_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    """What a step makes comes after what is to be found at home."""
    told = printed(
        capsys,
        {**PAPER, "title": "Akta", "from": "step", "step": "a"},
        {**PAPER, "title": "Buku", "person_title": "ibu"},
        {**PAPER, "title": "Kartu"},
    )
    places = [told.index(word) for word in ("anak", "Kartu", "Akta", "ibu", "Buku")]
    assert places == sorted(places)


def test_fees_that_are_open_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Each step stands under what is not known of it, once."""
    fee = FEE | {"text": "sedikitnya Rp1.000", "unknown_for": ["a", "b"], "by_region_for": ["b"]}
    told = printed(capsys, fee=fee | {"unbounded_for": ["a"], "free_for": ["b"], "note": "LAPOR!"})
    assert "Sedikitnya Rp1.000. Belum diketahui, tanyakan di loket: langkah 1." in told
    assert "Menurut aturan daerah: langkah 2. Batas atasnya belum diketahui: langkah 1." in told
    assert "Tidak dipungut biaya: langkah 2. LAPOR!" in told


def test_fees_of_which_none_is_free(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of what is free."""
    told = printed(capsys, fee=FEE | {"max": 5000, "text": "Rp5.000"}, lang="en")
    assert told == "Fees in all Rp5.000."


def test_what_is_free_in_all_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Without naming the steps."""
    fee = FEE | {"max": 0, "text": "Tidak dipungut biaya", "free_for": ["a"], "note": "LAPOR!"}
    assert printed(capsys, fee=fee) == "Biaya seluruhnya Tidak dipungut biaya. LAPOR!"


@pytest.mark.parametrize(
    ("more", "lang", "expected"),
    [
        ({}, "id", "- Klaim (langkah 2) Uang. Bila kantor menyetujuinya. Dari berita."),
        ({"claim_by": "2027-05-15"}, "id", "Ajukan paling lambat 15 Mei 2027. Dari berita."),
        ({"claim_by": "2027-05-15"}, "en", "Claim it by 15 May 2027."),
        ({"claim_by": "2026-05-15", "overdue": True}, "id", "15 Mei 2026 sudah lewat; tanyakan"),
        ({"claim_by": "2026-05-15", "overdue": True}, "en", "The last day, 15 May 2026, is past"),
    ],
)
def test_a_benefit(
    capsys: pytest.CaptureFixture[str], more: dict[str, Any], lang: str, expected: str
) -> None:
    """What, if what, until when, and how sure that is."""
    assert expected in printed(capsys, benefits=({**BENEFIT, **more},), lang=lang)


def test_the_sum_of_benefits(capsys: pytest.CaptureFixture[str]) -> None:
    """It stands last, for what is paid once."""
    told = printed(capsys, benefits=(BENEFIT,), total="dibayar sekali: sedikitnya Rp1.000")
    assert told.startswith("Yang mungkin Anda terima - Klaim")
    assert told.endswith("Dibayar sekali: sedikitnya Rp1.000.")


def test_other_ways(capsys: pytest.CaptureFixture[str]) -> None:
    """What was not chosen is told with what it would take."""
    assert printed(capsys, others=({"text": "Lewat X: 2 langkah."},)).endswith(
        "Cara lain - Lewat X: 2 langkah."
    )


KIND: dict[str, Any] = {
    "title": "CV",
    "consequence": None,
    "shown": False,
    "text": "8 langkah",
    "finish_text": "Selesai besok.",
    "only_titles": [],
}


def test_kinds_side_by_side(capsys: pytest.CaptureFixture[str]) -> None:
    """What follows from each, what it takes, and what no other kind takes."""
    kinds = [
        {**KIND, "shown": True, "consequence": "Bersama."},
        {**KIND, "title": "PT", "only_titles": ["Pengesahan", "Laporan"]},
    ]
    told = printed(capsys, compared=({"title": "Atas nama apa?", "kinds": kinds},))
    assert told == (
        "Bandingkan dulu Atas nama apa? "
        "- CV (dipakai dalam rencana ini) Bersama. 8 langkah. Selesai besok. "
        "- PT 8 langkah. Selesai besok. Langkah khususnya: Pengesahan, Laporan."
    )
