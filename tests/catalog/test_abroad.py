"""A catalog of another country, in another language: nothing of Indonesia is told in it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from lifejourney.answers import read_ahead, read_request
from lifejourney.catalog import Catalog
from lifejourney.cli.program import run
from lifejourney.errors import Problem
from lifejourney.explanation import as_json, list_figures, present, present_upcoming
from lifejourney.handouts import HANDOUTS, hand_out
from lifejourney.journey import Advisor
from lifejourney.loading import read_with_places
from lifejourney.proofs import prove_catalog
from lifejourney.scenarios import run_scenario
from tests.pages.browsing import Browser, client_of

ABROAD = Path(__file__).resolve().parents[1] / "data" / "abroad"
DAY = date(2026, 12, 1)
FOREIGN = re.compile(
    r"LAPOR|1708|[Dd]ukcapil|\bKTP\b|\bNIK\b|\b[Mm]eterai|\bRp ?[0-9]|[Rr]upiah|\bWI(?:B|T|TA)\b|"
    r"Indonesia|[Kk]emendagri|[Kk]abupaten|\bKota\b|\bMPP\b|UU [0-9]|PANRB|Yogyakarta"
)
"""What belongs to Indonesia."""
SPOKEN = re.compile(r"\b(?:Langkah|Biaya|Instansi|Anda|biaya|langkah|tidak|dengan|untuk)\b")
"""Words of the program in Bahasa Indonesia, which nobody here has asked for."""
CAFE = {
    "events": ["firmengruendung"],
    "persons": {"founder": 2, "manager": "founder-1"},
    "answers": {"business.branch": "gastronomy", "self.region": "R1.2"},
    "date": "2026-12-01",
}
PAGES = ("/", "/layanan", "/tentang", "/loket", "/mendatang", "/cari?q=amt")
PLAN = ("/rencana", "/cetak", "/rencana/gambar", "/jawaban")


@cache
def read() -> tuple[Catalog, tuple[Problem, ...]]:
    """Return the catalog, with all that is wrong in it."""
    catalog, problems, places = read_with_places(ABROAD)
    assert catalog is not None
    return catalog, (*problems, *prove_catalog(catalog, places, DAY))


def test_it_is_sound() -> None:
    """The one remark is about an option that a reader of the list looks for."""
    assert [one.code for one in read()[1]] == ["options-alike"]


@pytest.mark.parametrize("name", sorted(read()[0].scenarios))
def test_its_scenarios_hold(name: str) -> None:
    """A circle broken by a statement, a regional paper, a window of each year, and rivals."""
    assert run_scenario(read()[0], read()[0].scenarios[name]) == ()


def test_services_that_wait_for_each_other_are_named(tmp_path: Path) -> None:
    """Without the statement the bank waits for the register, and the register for the bank."""
    for file in ABROAD.rglob("*.*"):
        copy = tmp_path / file.relative_to(ABROAD)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text("utf-8")
        copy.write_text(text.replace(", {document: kapitalerklaerung, substitute: true}", ""))
    catalog, _, places = read_with_places(tmp_path)
    assert catalog is not None
    found = [one.what.en for one in prove_catalog(catalog, places, DAY) if "waits" in one.what.en]
    assert len(found) == 2
    assert found[0].endswith("kapitaleinzahlung → registereintragung → kapitaleinzahlung")


def told(lang: str | None) -> Iterator[tuple[str, str]]:
    """Yield everything that the engine says of a case, by what it is called."""
    catalog = read()[0]
    raw = CAFE if lang is None else {**CAFE, "lang": lang}
    advice = present(Advisor(catalog).advise(read_request(catalog, raw, DAY)))
    yield "advice", as_json(advice).decode()
    for form in HANDOUTS:
        yield form, hand_out(advice, form).decode()
    yield "figures", str(list_figures(catalog, lang or "de", DAY))
    ahead = {"persons": {"founder": 1}, "answers": {"founder.birth_date": "1990-05-05"}}
    coming = Advisor(catalog).upcoming(read_ahead(catalog, ahead, DAY))
    yield "upcoming", str(present_upcoming(coming))


@pytest.mark.parametrize("lang", [None, "de", "en"])
def test_plans_and_handouts(lang: str | None) -> None:
    """In its own language and in English."""
    for name, text in told(lang):
        assert not FOREIGN.search(text), (name, FOREIGN.search(text))
        assert not SPOKEN.search(text), (name, SPOKEN.search(text))


@pytest.mark.parametrize(
    "arguments",
    [
        ["events"],
        ["facts"],
        ["services"],
        ["documents"],
        ["show", "gaststaettenerlaubnis"],
        ["show", "gewerbeamt"],
        ["show", "business.branch"],
        ["sources"],
        ["check"],
        ["test"],
        ["plan", "firmengruendung", "--all"],
        ["plan", "firmengruendung", "--lang", "de", "--answer", "self.region=R1.2"],
        ["upcoming", "--person", "founder=1"],
        ["explain", "gaststaettenerlaubnis", "firmengruendung"],
    ],
)
def test_the_terminal(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Without `--lang` it shows the catalog's texts and speaks English."""
    assert run([*arguments, "--catalog", str(ABROAD)]) == 0
    text = capsys.readouterr().out
    assert text
    assert not FOREIGN.search(text), FOREIGN.search(text)
    assert not SPOKEN.search(text), SPOKEN.search(text)


def test_a_language_that_the_catalog_has_not(capsys: pytest.CaptureFixture[str]) -> None:
    """Those that can be asked for are named, its own first."""
    assert run(["events", "--lang", "fr", "--catalog", str(ABROAD)]) == 2
    assert "choose de, id or en" in capsys.readouterr().err


def test_the_pages() -> None:
    """Every page about nobody, and those of a plan; the other language offered is English."""
    browser = Browser(client_of(read()[0]))
    services = [f"/layanan/{one.code}/{one.slug}" for one in read()[0].services.values()]
    papers = [f"/dokumen/{slug}" for slug in read()[0].documents]
    offices = [f"/instansi/{slug}" for slug in read()[0].authorities]
    for path in (*PAGES, *services, *papers, *offices):
        look_at(browser, path)
    assert 'lang="de"' in browser.text
    assert "lang=en" in browser.text
    browser.begin(["firmengruendung"])
    for path in ("/pertanyaan/1", *PLAN):
        look_at(browser, path)
    assert "RUK" in browser.open("/rencana").text
    assert "Bürgeranwalt" in browser.open("/cetak").text


def look_at(browser: Browser, path: str) -> None:
    """Open a page, and find nothing of Indonesia in what is read there."""
    text = re.sub(r"<(?:style|script).*?</(?:style|script)>|<[^>]*>", " ", browser.open(path).text)
    assert not FOREIGN.search(text), (path, FOREIGN.search(text))
    assert not SPOKEN.search(text), (path, SPOKEN.search(text))


def test_the_catalog_by_the_api() -> None:
    """In its own language by default, in English where the reader prefers that."""
    client = client_of(read()[0])
    for path in ("events", "facts", "services", "services/RU-0006", "graph", "regions", "units"):
        answer = client.get(f"/v1/{path}")
        assert answer.headers["content-language"] == "de"
        assert not FOREIGN.search(answer.text), path
        assert not SPOKEN.search(answer.text), path
    english = client.get("/v1/services/RU-0006", headers={"Accept-Language": "fr, en;q=0.5"})
    assert english.headers["content-language"] == "en"
    assert "Restaurant licence" in english.text
    refused = client.get("/v1/events?lang=fr")
    assert refused.status_code == 422
    assert "de, id, en" in refused.text
