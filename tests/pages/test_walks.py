"""Every persona walks in every way: both languages, scripts on and off, a phone and a desk.

What costs time is the advice, and the ways of one persona share it: so all of them are walked.
All the questions are answered one by one in `test_personas`, without a browser; here a walk begins
on the first page, and goes on as somebody who has answered all but the last of them.
"""

from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, ViewportSize

from api.pages.visit import COOKIE
from api.session import Session
from lifejourney import Catalog
from lifejourney.vocabulary import Scenario
from tests.pages.browsing import Said, said_by
from tests.pages.personas import SLUGS, session_of
from tests.pages.serving import (
    DESKTOP,
    PHONE,
    answer,
    begin,
    context_of,
    is_asked,
    sealed_by,
    send,
    strangers,
)

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Way:
    """Tell in which language somebody walks, on which screen, with scripts or without."""

    lang: str
    size: ViewportSize
    has_scripts: bool


LEFT_OUT = 3
"""So many of the answers of a persona are left to be given on the way."""
WAYS = [Way(*each) for each in product(("id", "en"), (PHONE, DESKTOP), (True, False))]


@dataclass
class Walk:
    """Walk once as one persona."""

    page: Page
    base: str
    way: Way

    def open(self, path: str) -> None:
        self.page.goto(f"{self.base}{path}" + ("?lang=en" if self.way.lang == "en" else ""))
        self.fits()

    def fits(self) -> None:
        """See that nothing is wider than the screen, as far as a script may look."""
        if self.way.has_scripts:
            assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def press(self, selector: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def know(self, session: Session) -> None:
        """Go on as somebody who has said this."""
        cookie = {"name": COOKIE, "value": sealed_by(session), "url": self.base}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]

    def begin(self, event: str) -> None:
        """Choose what happened; say nothing, and be told so."""
        begin(self.page, self.base, event, self.way.lang)
        self.fits()
        send(self.page, "answer")
        assert self.page.locator(".alert").count() == 1
        assert self.page.locator(".is-wrong").count() == 1
        self.fits()

    def questions(self, session: Session, said: Said) -> None:
        """Answer, decline, go back, and change an answer from the summary."""
        page = self.page
        self.know(session)
        self.open(f"/pertanyaan/{len(session.steps) + 1}")
        first = page.locator("h1").inner_text()
        answer(page, said)
        page.go_back()
        assert is_asked(page)
        assert page.locator("h1").inner_text() == first
        send(page, "decline")
        self.open("/jawaban")
        said_so = page.locator(".rows li", has_text=first).first
        assert said_so.locator(".a").inner_text() in {"tidak dijawab", "not answered"}
        self.press(".rows .c a")
        assert is_asked(page)
        send(page, "unknown")
        assert page.url.partition("?")[0].endswith("/jawaban")

    def plan(self) -> None:
        """Tick a paper, tick off a step and take it back."""
        page = self.page
        self.open("/rencana")
        steps = page.locator(".step").count()
        assert steps > 0
        paper = page.locator("#papers ~ form > ul input[name=held]:not(:checked)").first
        if paper.count():
            told = paper.get_attribute("value")
            paper.check()
            self.press("#papers ~ form button[value=papers]")
            assert page.locator(f"input[name=held][value='{told}']:not(:checked)").count() == 0
        steps = page.locator(".step").count()
        last = page.locator(".step").last
        last.locator("summary").first.click()
        with page.expect_navigation():
            last.locator("button[value=done]").click()
        assert page.locator(".done-list li").count() == 1
        self.press("button[value=undone]")
        assert page.locator(".step").count() == steps

    def take_along(self) -> None:
        """Print, save the days, save the answers, and resume with them as a stranger."""
        page = self.page
        steps = page.locator(".step").count()
        with page.expect_download() as calendar:
            page.locator("a[href^='/rencana/kalender.ics']").click()
        assert Path(calendar.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")
        with page.expect_download() as answers:
            page.locator("a[href^='/rencana/jawaban.json']").click()
        self.open("/cetak")
        page.emulate_media(media="print")
        assert page.locator(".sheet h1").is_visible()
        assert page.locator(".paper-step").count() == steps
        assert not page.locator("header").is_visible()
        page.emulate_media(media="screen")
        page.context.clear_cookies()
        self.open("/lanjutkan")
        page.set_input_files("#file", answers.value.path())
        self.press("form[action^='/lanjutkan'] button")
        assert page.locator(".step").count() == steps


def walk(context: BrowserContext, base: str, scenario: Scenario, way: Way) -> None:
    """Walk from the first page to the resumed plan, without a request to anybody else."""
    others = strangers(context, base)
    one = Walk(context.new_page(), base, way)
    known = session_of(scenario)
    one.begin(scenario.events[0])
    one.questions(replace(known, steps=known.steps[:-LEFT_OUT]), said_by(scenario))
    one.know(known)
    one.plan()
    one.take_along()
    assert others == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_persona_walks_in_every_way(
    shipped: Catalog, base: str, chrome: Browser, slug: str
) -> None:
    for way in WAYS:
        context = context_of(chrome, viewport=way.size, java_script_enabled=way.has_scripts)
        try:
            walk(context, base, shipped.scenarios[slug], way)
        except (AssertionError, Error) as error:
            error.add_note(f"{slug} {way}")
            raise
        finally:
            context.close()
