"""What is taken along: paper, calendar, text, PDF, a file and a picture to go on from."""

import json
import re
from io import BytesIO
from typing import Any

import pytest
import segno
from icalendar import Calendar

from api.pages import paper
from api.sealing import NotSealed
from api.session import Session
from tests.pages.browsing import Browser
from tests.pages.test_questions import SAID

NOTICE = "Belum ada permohonan yang dikirim"


@pytest.fixture
def planned(browser: Browser) -> Browser:
    browser.begin(["birth"]).walk(SAID)
    return browser.open("/rencana")


def test_the_plan_says_first_that_nothing_was_sent(planned: Browser) -> None:
    plan = planned.text
    assert plan.index(NOTICE) < plan.index('class="step')


def test_a_step_is_ticked_off_and_taken_back(planned: Browser) -> None:
    first = planned.steps()[0]
    planned.send("/rencana", {"act": "done", "step": first})
    assert planned.saved()["done"] == [first]
    assert "Sudah selesai" in planned.text
    planned.send("/rencana", {"act": "undone", "step": first})
    assert "done" not in planned.saved()


def test_a_step_that_is_not_in_the_plan_is_not_taken(planned: Browser) -> None:
    planned.send("/rencana", {"act": "done", "step": "LJ-9999@nobody"})
    assert "done" not in planned.saved()


def test_a_paper_that_is_at_hand_makes_its_step_go(planned: Browser) -> None:
    before = set(planned.steps())
    planned.send(
        "/rencana", {"act": "papers", "shown": "surat-lahir@child-1", "held": "surat-lahir@child-1"}
    )
    assert set(planned.steps()) < before
    planned.send("/rencana", {"act": "papers", "shown": "surat-lahir@child-1"})
    assert planned.saved()["documents"]["lacking"] == ["surat-lahir@child-1"]
    assert set(planned.steps()) == before


def test_another_preference_is_kept(planned: Browser) -> None:
    planned.send("/rencana", {"act": "prefer", "prefer": "fewest-visits", "channel": "counter"})
    saved = planned.saved()
    assert (saved["prefer"], saved["channel"]) == ("fewest-visits", "counter")
    planned.send("/rencana", {"act": "prefer", "prefer": "nonsense", "channel": "x"})
    assert planned.saved() == saved


def test_why_a_service_is_there(planned: Browser) -> None:
    code = planned.steps()[0].partition("@")[0]
    assert "Mengapa" in planned.open(f"/rencana/mengapa/{code}").text
    assert planned.client.get("/rencana/mengapa/LJ-9999").status_code == 404


def test_the_pictures_are_drawn_in_the_page(planned: Browser) -> None:
    assert planned.open("/rencana/gambar").text.count("<svg") == 2


def test_the_print_has_no_picture_of_the_answers_unless_ticked(planned: Browser) -> None:
    assert "<svg" not in planned.open("/cetak").text
    assert NOTICE in planned.text
    assert "<svg" in planned.send("/cetak", {"qr": "1"}).text
    assert "memuat semua jawaban" in planned.text


def test_the_calendar_can_be_read(planned: Browser) -> None:
    answer = planned.client.get("/rencana/kalender.ics")
    assert answer.headers["content-disposition"] == 'attachment; filename="kalender.ics"'
    found = [str(one["summary"]) for one in Calendar.from_ical(answer.content).todos]
    table = planned.client.get("/rencana/tabel.csv").text.splitlines()
    assert len(found) == len(table) - 1 > 0
    assert b"," in planned.client.get("/rencana/tabel.csv").content


def test_the_text_to_copy_is_plain(planned: Browser) -> None:
    text = planned.open("/salin").text
    assert "*Rencana: Kelahiran*" in text
    assert "&amp;quot;" not in text


def test_the_pdf_is_one(planned: Browser) -> None:
    assert 'href="/rencana/rencana.pdf"' in planned.text
    answer = planned.client.get("/rencana/rencana.pdf")
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-type"] == "application/pdf"


def test_without_weasyprint_there_is_no_button(
    planned: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "find_spec", lambda _: None)
    paper.can_pdf.cache_clear()
    try:
        assert "rencana.pdf" not in planned.open("/rencana").text
        assert planned.client.get("/rencana/rencana.pdf").status_code == 404
    finally:
        paper.can_pdf.cache_clear()


def test_without_pango_there_is_no_button(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise OSError

    monkeypatch.setattr(paper, "import_module", fail)
    paper.can_pdf.cache_clear()
    assert not paper.can_pdf()
    paper.can_pdf.cache_clear()


def test_an_unknown_file_is_not_there(planned: Browser) -> None:
    assert planned.client.get("/rencana/lain.txt").status_code == 404


class TestResuming:
    def test_a_file_brings_everything_back(self, planned: Browser) -> None:
        planned.send("/rencana", {"act": "done", "step": planned.steps()[0]})
        saved = planned.client.get("/rencana/jawaban.json").content
        before = planned.saved()
        planned.client.cookies.clear()
        self.upload(planned, saved)
        assert planned.path == "/rencana"
        assert planned.saved() == before

    @pytest.mark.parametrize(
        "content",
        [b"", b"[]", b"no json", b'{"request": {"events": ["nothing"]}}', b'{"request": 3}'],
    )
    def test_any_other_file_is_refused_kindly(self, browser: Browser, content: bytes) -> None:
        self.upload(browser, content)
        assert "tidak dapat dilanjutkan" in browser.text

    def test_the_fragment_of_the_printed_picture_opens_the_plan(self, planned: Browser) -> None:
        shown: list[str] = []
        make = segno.make

        def note(address: str, **how: Any) -> Any:  # noqa: ANN401
            shown.append(address)
            return make(address, **how)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(segno, "make", note)
            planned.open("/cetak?qr=1")
        address, _, fragment = shown[0].partition("#")
        assert address == "https://example.org/buka"
        before = planned.saved()
        planned.client.cookies.clear()
        planned.open("/buka")
        form = planned.form("/lanjutkan")
        planned.send(form.action, {"packed": fragment})
        assert planned.saved() == before

    def upload(self, browser: Browser, content: bytes) -> None:
        files = {"file": ("jawaban.json", BytesIO(content), "application/json")}
        headers = {"Sec-Fetch-Site": "same-origin"}
        answer = browser.client.post("/lanjutkan", files=files, headers=headers)
        assert answer.status_code == 303
        browser.open(answer.headers["location"])


def test_a_desk_answers_a_topic_at_once(browser: Browser) -> None:
    browser.open("/loket")
    form = browser.form("/mulai")
    browser.send(form.action, {**form.hidden, "event": "birth"})
    kinds = [name for name in browser.question.hidden if re.fullmatch(r"q[0-9]+-kind", name)]
    assert len(kinds) >= 1
    browser.walk(SAID)
    assert browser.open("/rencana").steps()


def test_every_page_about_a_person_says_when_the_answers_did_not_come(browser: Browser) -> None:
    paths = [
        "/pertanyaan",
        "/pertanyaan/1",
        "/jawaban",
        "/rencana",
        "/cetak",
        "/salin",
        "/rencana/gambar",
        "/rencana/kalender.ics",
        "/rencana/mengapa/LJ-0017",
    ]
    for path in paths:
        assert "tidak ikut terbawa" in browser.open(path).text
        if path != "/rencana/kalender.ics":
            assert "tidak ikut terbawa" in browser.send(path, {}).text


def test_a_session_is_its_coding_and_nothing_else_is_one() -> None:
    session = Session(events=("birth",), steps=({"a.b": True, "c.d": None},), done=("LJ-1@x",))
    assert Session.unpack(session.pack()) == session
    for other in (b"", b"{}", b"[2]", json.dumps([9, [], [], {}, [], [0, 0, 0], 0]).encode()):
        with pytest.raises(NotSealed):
            Session.unpack(other)
