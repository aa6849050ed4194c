"""The questions: answered, declined, taken back, changed, and filled in wrongly."""

import pytest

from api.look import at_slashes
from lifejourney import Catalog
from tests.pages.browsing import Browser, client_of

SAID = {
    "persons:child": "1",
    "child.condition": "healthy",
    "child.at_home": "false",
    "child.birth_date": "2026-11-10",
    "parents.marriage": "recorded",
}


def test_the_start_offers_every_event_and_the_hard_ones(browser: Browser) -> None:
    browser.open("/")
    assert browser.form("/mulai").values("event") == ["birth", "death"]


def test_nothing_chosen_is_said_kindly(browser: Browser) -> None:
    browser.open("/").send("/mulai", {})
    assert "Belum ada yang dipilih" in browser.text


def test_answers_lead_to_a_plan(browser: Browser) -> None:
    pages = browser.begin(["birth"]).walk(SAID)
    assert 2 <= pages <= 12
    assert browser.saved()["answers"]["child[1].condition"] == "healthy"
    assert browser.open("/rencana").steps()


def test_an_answer_is_shown_again_after_going_back(browser: Browser) -> None:
    browser.begin(["birth"]).answer(SAID)
    asked = browser.open("/pertanyaan/1").asked()
    value = {"child-1.condition": "healthy", "persons:child": "1"}.get(asked[0])
    assert value is not None
    assert f'value="{value}" id="q0-1" checked' in browser.text


def test_a_changed_answer_keeps_the_others(browser: Browser) -> None:
    browser.begin(["birth"]).walk(SAID)
    before = browser.saved()["answers"]
    number = browser.open("/jawaban").text.count("?from=answers")
    assert number > 2
    page = next(
        n
        for n in range(1, number + 1)
        if "parents.marriage" in browser.open(f"/pertanyaan/{n}").asked()
    )
    browser.open(f"/pertanyaan/{page}?from=answers").answer({"parents.marriage": "none"})
    assert browser.path == "/jawaban"
    assert browser.saved()["answers"] == {**before, "parents.marriage": "none"}


def test_what_was_declined_is_not_asked_again(browser: Browser) -> None:
    browser.begin(["birth"])
    asked = browser.asked()
    form = browser.question
    browser.send(form.action, {**form.hidden, "act": "decline"})
    assert browser.asked() != asked
    assert browser.saved()["declined"]


def test_an_answer_can_be_forgotten(browser: Browser) -> None:
    browser.begin(["birth"]).answer(SAID)
    browser.send("/pertanyaan/1", {"act": "forget"})
    assert browser.path == "/jawaban"
    assert "answers" not in browser.saved()


def test_an_empty_answer_is_named_beside_the_field_and_above(browser: Browser) -> None:
    browser.begin(["birth"])
    form = browser.question
    browser.send(form.action, {**form.hidden, "act": "answer"})
    assert 'role="alert"' in browser.text
    assert browser.text.count("Jawaban ini belum diisi") == 2
    assert browser.path == "/pertanyaan/1"
    assert browser.text.startswith("<!doctype html>")
    assert "<title>Salah: " in browser.text
    browser.answer(SAID)
    assert 'role="alert"' not in browser.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"d": "31", "m": "2", "y": "2026"}, "tidak ada di kalender"),
        ({"d": "1", "m": "2", "y": "26"}, "empat angka"),
        ({"d": "1", "m": "2", "y": "2027"}, "belum tiba"),
        ({"age": "tua"}, "umurnya dengan angka"),
    ],
)
def test_a_date_that_cannot_be_is_explained(
    browser: Browser, fields: dict[str, str], said: str
) -> None:
    at_the_date(browser)
    form = browser.question
    typed = {f"q0-{name}": value for name, value in fields.items()}
    browser.send(form.action, {**form.hidden, **typed, "act": "answer"})
    assert said in browser.text
    for value in typed.values():
        assert f'value="{value}"' in browser.text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"y": "2026"}, "2026"),
        ({"m": "11", "y": "2026"}, "2026-11"),
        ({"d": "3", "m": "11", "y": "2026"}, "2026-11-03"),
    ],
)
def test_a_date_may_be_told_less_exactly(
    browser: Browser, fields: dict[str, str], told: str
) -> None:
    at_the_date(browser)
    form = browser.question
    typed = {f"q0-{name}": value for name, value in fields.items()}
    browser.send(form.action, {**form.hidden, **typed, "act": "answer"})
    assert browser.saved()["answers"]["child[1].birth_date"] == told


def test_a_less_exact_date_stays_if_the_day_is_not_known(browser: Browser) -> None:
    at_the_date(browser)
    form = browser.question
    browser.send(form.action, {**form.hidden, "q0-m": "11", "q0-y": "2026", "act": "answer"})
    browser.walk({})
    saved = browser.saved()
    assert saved["answers"]["child[1].birth_date"] == "2026-11"


def at_the_date(browser: Browser) -> None:
    """Go on until the day of birth is asked for."""
    browser.begin(["birth"])
    said = {name: value for name, value in SAID.items() if name != "child.birth_date"}
    for _ in range(20):
        if "child-1.birth_date" in browser.asked():
            return
        browser.answer(said)
    raise AssertionError(browser.title)


def test_fewer_children_set_aside_what_was_said_of_the_others(browser: Browser) -> None:
    browser.begin(["birth"]).walk({**SAID, "persons:child": "2"})
    assert "child[2].condition" in browser.saved()["answers"]
    pages = range(1, 12)
    next(n for n in pages if "persons:child" in browser.open(f"/pertanyaan/{n}").asked())
    browser.answer({"persons:child": "1"})
    assert not [name for name in browser.saved()["answers"] if "[2]" in name]


def test_without_cookies_the_answers_travel_in_the_page(small: Catalog) -> None:
    browser = Browser(client_of(small), keeps_cookies=False)
    browser.begin(["birth"])
    assert "tidak ikut terbawa" in browser.text
    form = browser.form("/mulai")
    browser.send(form.action, {**form.hidden, "event": "birth"})
    assert browser.walk(SAID) >= 2
    assert browser.steps()
    assert "journey" not in browser.client.cookies
    form = browser.form("/jawaban")
    browser.send(form.action, form.hidden)
    assert browser.title == "Jawaban Anda"


def test_another_site_cannot_send_a_form(browser: Browser) -> None:
    browser.begin(["birth"])
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example"},
    ):
        answer = browser.client.post("/pertanyaan/1", data={"act": "decline"}, headers=headers)
        assert answer.status_code == 403
    assert "declined" not in browser.saved()


def test_a_long_word_may_break_after_its_slash() -> None:
    """On a narrow screen it would stand out over the edge; what is markup in it is none."""
    assert at_slashes("almarhum/almarhumah <b>?") == "almarhum/<wbr>almarhumah &lt;b&gt;?"
