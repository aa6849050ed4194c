"""What keeps people safe: headers, sealed answers, escaped texts, nothing in logs or addresses."""

import logging
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import ClassVar
from zlib import compress

import pytest

from api import tasks
from api.sealing import LARGEST, NotSealed, Seal, inflate
from api.settings import Settings
from lifejourney import Catalog
from tests.pages.browsing import KEY, NOW, Browser, client_of
from tests.pages.test_questions import SAID

PUBLIC = ("/layanan", "/tentang", "/loket", "/")
PERSONAL = ("/pertanyaan/1", "/jawaban", "/rencana", "/cetak", "/salin", "/rencana/gambar")


@pytest.mark.parametrize("path", [*PUBLIC, *PERSONAL])
def test_every_page_carries_strict_headers(browser: Browser, path: str) -> None:
    browser.begin(["birth"]).open(path)
    assert browser.page is not None
    headers = browser.page.headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    if path in PERSONAL:
        assert headers["cache-control"] == "no-store"
    assert "style=" not in browser.text
    assert "onclick" not in browser.text


def test_the_cookie_is_kept_close(browser: Browser) -> None:
    answer = browser.client.post("/mulai", data={"event": "birth"})
    cookie = answer.headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "secure", "path=/"):
        assert part in cookie
    assert "max-age" not in cookie
    assert "birth" not in cookie


def test_no_answer_is_in_an_address_or_a_log(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        browser.begin(["birth"]).walk(SAID)
        browser.open("/rencana")
    assert "2026-11-10" not in caplog.text
    assert "healthy" not in caplog.text


def test_a_text_of_the_catalog_with_markup_shows_as_text(small: Catalog) -> None:
    service = small.services["pencatatan-kelahiran"]
    title = replace(service.title, id="<script>alert(1)</script>")
    services = {**small.services, service.slug: replace(service, title=title)}
    browser = Browser(client_of(replace(small, services=services)))
    browser.begin(["birth"]).walk(SAID)
    for path in ("/rencana", "/cetak", "/salin", "/rencana/gambar", "/layanan"):
        browser.open(path)
        assert "alert(1)" in browser.text
        assert "<script>alert" not in browser.text
    shown = browser.open(f"/layanan/{service.code}/{service.slug}").text
    assert "<script>alert" not in shown
    assert "\\u003cscript" in shown


class TestSeal:
    seal = Seal(KEY)

    def test_what_is_sealed_opens(self) -> None:
        assert self.seal.open(self.seal.close(b"x" * 999, NOW), NOW) == b"x" * 999

    def test_nothing_else_opens(self) -> None:
        sealed = self.seal.close(b"answers", NOW)
        late, early = NOW + timedelta(hours=13), NOW - timedelta(hours=1)
        with pytest.raises(NotSealed):
            self.seal.open(sealed, late)
        with pytest.raises(NotSealed):
            self.seal.open(sealed, early)
        for other in ("", "x", "é", "A" * 80, sealed[:-2] + "AA"):
            with pytest.raises(NotSealed):
                self.seal.open(other, NOW)
        with pytest.raises(NotSealed):
            Seal(bytes(32)).open(sealed, NOW)

    def test_a_bomb_is_not_unpacked(self) -> None:
        with pytest.raises(NotSealed):
            inflate(compress(bytes(LARGEST + 1)))
        with pytest.raises(NotSealed):
            inflate(b"no")

    def test_a_cookie_of_another_service_is_no_session(self, browser: Browser) -> None:
        browser.client.cookies.set("journey", self.seal.close(b"{}", NOW))
        assert "tidak ikut terbawa" in browser.open("/rencana").text


class TestSettings:
    def test_a_country_brings_its_own_look(self, small: Catalog, tmp_path: Path) -> None:
        (tmp_path / "static").mkdir()
        (tmp_path / "static" / "tokens.css").write_text(":root { --brand: purple; }")
        (tmp_path / "templates").mkdir()
        (tmp_path / "templates" / "about.html").write_text(
            '{% extends "layout.html" %}{% block title %}Kita{% endblock %}'
            "{% block main %}<h1>Kita</h1>{% endblock %}"
        )
        browser = Browser(client_of(small, Settings(key=KEY, look=tmp_path)))
        assert browser.open("/tentang").title == "Kita"
        assert "purple" in browser.open("/aset/tokens.css").text

    def test_feedback_is_a_message_that_tells_nothing_of_the_person(self, small: Catalog) -> None:
        browser = Browser(client_of(small, Settings(key=KEY, feedback="saran@example.org")))
        browser.begin(["birth"]).walk(SAID)
        browser.open("/rencana")
        message = browser.text.partition('href="mailto:saran@example.org')[2].partition('"')[0]
        assert "/rencana" in message
        assert "healthy" not in message
        assert "mailto:" not in Browser(client_of(small)).open("/").text


def test_leaving_quickly_forgets(browser: Browser) -> None:
    browser.begin(["birth"])
    assert "data-leave" in browser.text
    answer = browser.client.get("/tinggalkan")
    assert answer.headers["location"].startswith("https://www.bmkg.go.id")
    assert "tidak ikut terbawa" in browser.open("/rencana").text


def test_all_answers_can_be_erased(browser: Browser) -> None:
    browser.begin(["birth"]).send("/hapus", {})
    assert browser.path == "/"
    assert "tidak ikut terbawa" in browser.open("/rencana").text


def test_a_form_that_is_too_large_is_refused(browser: Browser) -> None:
    answer = browser.client.post("/mulai", data={"event": "x" * 300_000})
    assert answer.status_code == 413


class TestProblems:
    HTML: ClassVar = {"Accept": "text/html"}

    @pytest.mark.parametrize(
        ("path", "status"), [("/tidak-ada", 404), ("/layanan/LJ-9999", 404), ("/aset/x.css", 404)]
    )
    def test_a_reader_of_pages_gets_a_page(self, browser: Browser, path: str, status: int) -> None:
        answer = browser.client.get(path, headers=self.HTML)
        assert answer.status_code == status
        assert answer.headers["content-type"].startswith("text/html")
        assert "Ke halaman awal" in answer.text
        problem = browser.client.get(path)
        assert problem.headers["content-type"] == "application/problem+json"

    def test_what_nobody_expected_is_a_page_too(
        self, browser: Browser, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise ZeroDivisionError

        browser.begin(["birth"])
        monkeypatch.setattr(tasks, "present", fail)
        answer = browser.client.get("/rencana", headers=self.HTML)
        assert answer.status_code == 500
        assert "tidak terduga" in answer.text
        assert "ZeroDivisionError" not in answer.text

    def test_a_wrong_number_in_the_address_is_a_page(self, browser: Browser) -> None:
        answer = browser.client.get("/pertanyaan/abc", headers=self.HTML)
        assert answer.status_code == 422
        assert answer.headers["content-type"].startswith("text/html")
