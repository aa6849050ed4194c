"""A real browser: with and without scripts, on a phone and a desk, by keyboard, for everybody."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from zlib import compress

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from api.pages.visit import COOKIE
from api.session import Session
from lifejourney import Catalog
from lifejourney.vocabulary import Scenario
from tests.pages.personas import STATES, session_of
from tests.pages.serving import (
    DESKTOP,
    PHONE,
    begin,
    context_of,
    sealed_by,
    send,
)

pytestmark = pytest.mark.slow
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OPEN = (
    "/", "/?none=1", "/cari?q=akta", "/layanan", "/loket", "/tentang", "/lanjutkan?wrong=1",
    "/layanan/LJ-0017/pencatatan-kelahiran", "/dokumen/akta-kelahiran", "/instansi/dukcapil",
    "/tersimpan", "/buka", "/mendatang", "/jawaban", "/layanan/none",
)  # fmt: skip
"""Pages that need no answers, and what is shown where these did not come along."""
OF_ONE = (
    "/jawaban", "/cetak?qr=1", "/salin", "/rencana/gambar", "/rencana/mengapa/LJ-0017",
)  # fmt: skip
"""Pages about a person, beside the questions and the plan."""


@dataclass
class Inspector:
    """Look at one page after the other with axe-core, light and dark, and for what is too wide."""

    page: Page
    base: str
    lang: str
    found: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        suffix = f"{'&' if '?' in path else '?'}lang=en" if self.lang == "en" else ""
        self.page.goto(f"{self.base}{path}{suffix}")
        self.look()

    def know(self, scenario: Scenario) -> Session:
        """Go on as somebody who has answered all that a scenario tells."""
        session = session_of(scenario)
        cookie = {"name": COOKIE, "value": sealed_by(session), "url": self.base}
        self.page.context.add_cookies([cookie])  # type: ignore[list-item]
        return session

    def look(self) -> None:
        self.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = 1")
        if not self.page.evaluate("document.documentElement.scrollWidth <= 320"):
            self.found.append(f"{self.page.url} is wider than 320 pixels")
        self.page.evaluate(AXE)
        for scheme in SCHEMES:
            self.page.emulate_media(color_scheme=scheme)
            self.found.extend(f"{scheme} {one}" for one in self._complaints())

    def _complaints(self) -> list[str]:
        found = self.page.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
            " 'best-practice'], rules: {'target-size': {enabled: true}}})"
        )
        return [
            f"{self.page.url} {one['id']}: {node['html'][:150]} {node.get('failureSummary', '')}"
            for one in found["violations"]
            for node in one["nodes"]
        ]


@pytest.fixture
def inspector(request: pytest.FixtureRequest, base: str, chrome: Browser) -> Iterator[Inspector]:
    """Return an inspector on a screen as narrow as one of 1280 pixels enlarged four times."""
    context = context_of(
        chrome,
        viewport={"width": 320, "height": 640},
        bypass_csp=True,  # to let axe-core in; the pages themselves need nothing
        reduced_motion="reduce",
    )
    yield Inspector(context.new_page(), base, request.param)
    context.close()


LANGUAGES = pytest.mark.parametrize("inspector", ["id", "en"], indirect=True)


@LANGUAGES
def test_nothing_keeps_people_out_of_what_anybody_may_read(inspector: Inspector) -> None:
    for path in OPEN:
        inspector.open(path)
    assert inspector.found == []


@LANGUAGES
def test_nothing_keeps_people_out_of_the_questions(shipped: Catalog, inspector: Inspector) -> None:
    """Each kind of them once, and each with nothing filled in."""
    kinds = set[str]()
    page = inspector.page
    for slug in ("birth-visits-mall", "death-widow-asks", "business-brand-micro"):
        session = inspector.know(shipped.scenarios[slug])
        for number in range(1, len(session.steps) + 1):
            page.goto(f"{inspector.base}/pertanyaan/{number}?lang={inspector.lang}")
            field = page.locator("input[name=q0-kind]")
            if field.count() == 0:
                # What an answer given later made pointless says so, and asks nothing.
                inspector.look()
                continue
            kind = field.get_attribute("value") or ""
            if kind not in kinds:
                kinds.add(kind)
                inspector.look()
                page.evaluate(
                    "for (const one of document.querySelectorAll('main input, main select'))"
                    " { if (one.type === 'radio') one.checked = false;"
                    " else if (one.type !== 'hidden') one.value = ''; }"
                )
                send(page, "answer")
                assert page.locator(".alert").count() == 1
                inspector.look()
    assert inspector.found == []
    assert kinds == {"choice", "date", "number", "papers", "place"}


@LANGUAGES
def test_nothing_keeps_people_out_of_the_plan(shipped: Catalog, inspector: Inspector) -> None:
    """In whatever state it is, with everything open."""
    for slug in STATES.values():
        inspector.know(shipped.scenarios[slug])
        inspector.open("/rencana")
    inspector.know(shipped.scenarios[STATES["ordinary"]])
    for path in OF_ONE:
        inspector.open(path)
    assert inspector.found == []


OVER = """() => [...document.querySelectorAll('svg')].flatMap((picture) => {
  const right = picture.getBoundingClientRect().right;
  return [...picture.querySelectorAll('text')].filter((text) => {
    const box = text.parentNode.querySelector(':scope > rect');
    return text.getBoundingClientRect().right > (box ?? picture).getBoundingClientRect().right
      || text.getBoundingClientRect().right > right;
  }).map((text) => text.textContent);
})"""
"""What runs over the edge of its box, or of its picture."""


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_words_of_a_picture_stay_inside(
    shipped: Catalog, base: str, chrome: Browser, lang: str
) -> None:
    context = context_of(chrome, viewport=PHONE)
    page = context.new_page()
    for slug in STATES.values():
        sealed = sealed_by(session_of(shipped.scenarios[slug]))
        cookie = {"name": COOKIE, "value": sealed, "url": base}
        context.add_cookies([cookie])  # type: ignore[list-item]
        page.goto(f"{base}/rencana/gambar?lang={lang}")
        assert page.evaluate(OVER) == [], slug
    context.close()


def test_without_colours_of_our_own_what_is_chosen_still_shows(base: str, chrome: Browser) -> None:
    """Where the system forces its colours, boxes to tick and frames are drawn by it."""
    context = context_of(chrome, viewport=PHONE, forced_colors="active")
    page = context.new_page()
    page.goto(f"{base}/")
    box = page.locator("input[name=event]").first
    box.check()
    assert box.evaluate("(one) => getComputedStyle(one).appearance") != "none"
    frame = page.locator(".pick").first
    assert frame.evaluate("(one) => getComputedStyle(one).borderTopStyle") == "solid"
    context.close()


def test_a_plan_is_reached_by_keyboard_alone(base: str, chrome: Browser) -> None:
    context = context_of(chrome, viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{base}/")
    press_to(page, "input[value=school]")
    page.keyboard.press("Space")
    press_to(page, "form[action='/mulai'] button")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.wait_for_selector("button[value=unknown]")
        before = page.url
        press_to(page, "button[value=unknown]")
        page.keyboard.press("Enter")
        page.wait_for_function("(before) => location.href !== before", arg=before)
    press_to(page, "a[href='/rencana']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rencana")
    context.close()


def press_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until something has the focus, and see that the focus shows."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def test_a_plan_is_kept_on_the_phone_and_removed(base: str, chrome: Browser) -> None:
    context = context_of(chrome, viewport=PHONE)
    page = context.new_page()
    begin(page, base, "business")
    page.goto(f"{base}/rencana")
    page.locator("[data-keep] button").click()
    page.wait_for_url("**/tersimpan")
    page.wait_for_selector("[data-plan] .sheet")
    assert "Belum ada permohonan" in page.locator("[data-plan]").inner_text()
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    context.set_offline(True)
    page.goto(f"{base}/tersimpan")
    page.wait_for_selector("[data-plan] .sheet")
    context.set_offline(False)
    page.locator("[data-forget]").click()
    page.wait_for_selector("[data-empty]:visible")
    context.close()


def test_the_printed_picture_opens_the_plan_and_leaves_no_trace(base: str, chrome: Browser) -> None:
    packed = urlsafe_b64encode(compress(b'{"events":["business"]}', 9)).decode().rstrip("=")
    context = context_of(chrome, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{base}/buka#{packed}")
    assert packed not in page.url
    page.locator("[data-open] button").click()
    page.wait_for_url("**/rencana")
    context.close()
