"""A real browser: with and without scripts, on a phone and a desk, by keyboard, for everybody."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from zlib import compress

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from lifejourney import Catalog
from tests.pages.browsing import said_by
from tests.pages.serving import (
    DESKTOP,
    PHONE,
    answer,
    begin,
    chromium,
    context_of,
    is_asked,
    send,
    served,
    strangers,
    walk,
)

pytestmark = pytest.mark.slow
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Walk:
    """Name who walks, in which language, with scripts or without, on which screen."""

    slug: str
    lang: str
    size: ViewportSize
    has_scripts: bool


WALKS = [
    Walk("birth-hospital", "id", PHONE, has_scripts=True),
    Walk("school-sd-domicile", "en", PHONE, has_scripts=False),
    Walk("work-dismissed", "id", DESKTOP, has_scripts=False),
    Walk("business-close-stall", "en", DESKTOP, has_scripts=True),
    Walk("death-insured-worker", "id", PHONE, has_scripts=True),
]


@pytest.fixture(scope="module")
def base(shipped: Catalog) -> Iterator[str]:
    with served(shipped) as address:
        yield address


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.mark.parametrize("one", WALKS, ids=[each.slug for each in WALKS])
def test_a_persona_walks_to_the_plan(
    shipped: Catalog, base: str, chrome: Browser, one: Walk
) -> None:
    """Back, change, tick, print, calendar; and no request to anybody else."""
    context = context_of(chrome, viewport=one.size, java_script_enabled=one.has_scripts)
    lang = one.lang
    others = strangers(context, base)
    page = context.new_page()
    scenario = shipped.scenarios[one.slug]
    begin(page, base, scenario.events[0], lang)
    first = page.locator("h1").inner_text()
    # Wrong input is named, and nothing is lost.
    send(page, "answer")
    assert page.locator(".alert").count() == 1
    walk(page, said_by(scenario))
    assert page.url.partition("?")[0] == f"{base}/rencana"
    assert page.locator(".step").count() > 0
    # The back button shows a page, not a warning; the answer is still there.
    page.go_back()
    assert is_asked(page)
    suffix = "?lang=en" if lang == "en" else ""
    page.goto(f"{base}/pertanyaan/1{suffix}")
    assert page.locator("h1").inner_text() == first
    # Tick a step and take it back.
    page.goto(f"{base}/rencana{suffix}")
    steps = page.locator(".step").count()
    page.locator(".step > details > summary").first.click()
    page.locator(".step button[value=done]").first.click()
    assert page.locator(".done-list li").count() == 1
    page.locator("button[value=undone]").first.click()
    assert page.locator(".step").count() == steps
    assert (
        page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if one.has_scripts
        else True
    )
    with page.expect_download() as download:
        page.locator("a[href^='/rencana/kalender.ics']").click()
    assert download.value.suggested_filename == "kalender.ics"
    page.goto(f"{base}/cetak{suffix}")
    page.emulate_media(media="print")
    assert page.locator(".sheet h1").is_visible()
    assert not page.locator("header").is_visible()
    assert others == []
    context.close()


def complaints(page: Page) -> list[str]:
    """Return what axe-core finds on a page, with the places."""
    page.evaluate(AXE)
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']})"
    )
    return [
        f"{page.url} {one['id']}: {node['html'][:150]} {node.get('failureSummary', '')[:200]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(("lang", "scheme"), [("id", "dark"), ("en", "light")])
def test_nothing_keeps_people_out(
    shipped: Catalog, base: str, chrome: Browser, lang: str, scheme: Literal["dark", "light"]
) -> None:
    """axe-core finds nothing on any kind of page, and nothing is wider than 320 pixels."""
    context = context_of(
        chrome,
        viewport={"width": 320, "height": 640},
        color_scheme=scheme,
        bypass_csp=True,  # to let axe-core in; the pages themselves need nothing
        reduced_motion="reduce",
    )
    page = context.new_page()
    found: list[str] = []

    def look() -> None:
        found.extend(complaints(page))
        if not page.evaluate("document.documentElement.scrollWidth <= 320"):
            found.append(f"{page.url} is wider than 320 pixels")

    def open_(path: str) -> None:
        page.goto(
            f"{base}{path}" + ("" if lang == "id" else f"{'&' if '?' in path else '?'}lang=en")
        )
        look()

    for path in ("/", "/cari?q=akta", "/layanan", "/loket", "/tentang", "/lanjutkan?wrong=1"):
        open_(path)
    service = shipped.services["pencatatan-kelahiran"]
    for path in (
        f"/layanan/{service.code}/{service.slug}",
        "/dokumen/akta-kelahiran",
        "/instansi/dukcapil",
        "/tersimpan",
        "/buka",
        "/jawaban",
    ):
        open_(path)
    begin(page, base, "birth", lang)
    page.click("button[value=answer]")
    look()
    kinds = set[str]()
    said = said_by(shipped.scenarios["birth-religious-card-not"])
    for _ in range(40):
        if not is_asked(page):
            break
        kind = page.locator("input[name=q0-kind]").input_value()
        if kind not in kinds:
            kinds.add(kind)
            look()
        answer(page, said)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    look()
    for path in ("/jawaban", "/cetak?qr=1", "/salin", "/rencana/gambar"):
        open_(path)
    open_(f"/rencana/mengapa/{service.code}")
    assert found == []
    assert {"choice", "papers", "date"} <= kinds
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
