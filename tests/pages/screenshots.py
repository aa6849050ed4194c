"""Take pictures of every kind of page: `python -m tests.pages.screenshots [FOLDER]`.

Those of the README are renewed, too.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, Page

from api.pages.visit import COOKIE
from lifejourney import SHIPPED, load_catalog
from tests.pages.browsing import said_by
from tests.pages.personas import STATES, session_of
from tests.pages.serving import (
    DESKTOP,
    PHONE,
    answer,
    begin,
    chromium,
    context_of,
    is_asked,
    sealed_by,
    served,
)

PLACE = Path("build/screenshots")
README = Path("docs/pictures")
SHOWN = {"start": 640, "plan": 1180}
"""The pictures of the README, and how much of each page they show."""
PERSONA = "birth-religious-card-not"
SIZES = {"phone": PHONE, "desktop": DESKTOP}
PAGES = {
    "start": "/",
    "search": "/cari?q=bikin akte",
    "service": "/layanan/LJ-0017/pencatatan-kelahiran",
    "document": "/dokumen/akta-kelahiran",
    "authority": "/instansi/dukcapil",
    "desk": "/loket",
    "about": "/tentang",
    "upcoming": "/mendatang",
    "resume": "/lanjutkan",
    "answers": "/jawaban",
    "plan": "/rencana",
    "print": "/cetak?qr=1",
    "copy": "/salin",
    "pictures": "/rencana/gambar",
    "why": "/rencana/mengapa/LJ-0017",
}


def main() -> None:
    """Walk as one persona and take every page on a phone and a desk, light and dark."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE
    folder.mkdir(parents=True, exist_ok=True)
    catalog = load_catalog(SHIPPED)
    with served(catalog) as base, chromium() as browser:
        state = _questions(browser, base, folder)
        for size, viewport in SIZES.items():
            for scheme in ("light", "dark"):
                context = context_of(
                    browser,
                    viewport=viewport,
                    color_scheme=scheme,
                    storage_state=state,
                )
                page = context.new_page()
                for name, path in PAGES.items():
                    page.goto(f"{base}{path}")
                    _take(page, folder, f"{name}-{size}-{scheme}")
                    if name in SHOWN and (size, scheme) == ("phone", "light"):
                        _show(page, name)
                    if name == "plan":
                        page.locator(".step > details > summary").nth(1).click()
                        _take(page, folder, f"step-{size}-{scheme}")
                    if name == "print":
                        (folder / "print.pdf").write_bytes(page.pdf(format="A4"))
                context.close()
        _states(browser, base, folder)
    print(f"{len(list(folder.glob('*.png')))} gambar / pictures: {folder}")  # noqa: T201 - its task


def _states(browser: Browser, base: str, folder: Path) -> None:
    """Take the plan in every state that it can be in, closed and open, and its print."""
    scenarios = load_catalog(SHIPPED).scenarios
    for state, slug in STATES.items():
        context = context_of(browser, viewport=PHONE)
        sealed = sealed_by(session_of(scenarios[slug]))
        context.add_cookies([{"name": COOKIE, "value": sealed, "url": base}])
        page = context.new_page()
        page.goto(f"{base}/rencana")
        _take(page, folder, f"state-{state}-phone-light")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        _take(page, folder, f"state-{state}-open-phone-light")
        page.goto(f"{base}/cetak")
        (folder / f"state-{state}.pdf").write_bytes(page.pdf(format="A4"))
        context.close()


def _questions(browser: Browser, base: str, folder: Path) -> object:
    """Answer the questions of a persona, take one page of each kind, and return the cookies."""
    scenario = load_catalog(SHIPPED).scenarios[PERSONA]
    context = context_of(browser, viewport=PHONE)
    page = context.new_page()
    begin(page, base, scenario.events[0])
    page.click("button[value=answer]")
    _take(page, folder, "question-wrong-phone-light")
    taken = set[str]()
    while is_asked(page):
        kind = page.locator("input[name=q0-kind]").input_value()
        if kind not in taken:
            taken.add(kind)
            _take(page, folder, f"question-{kind}-phone-light")
        answer(page, said_by(scenario))
    state: object = context.storage_state()
    context.close()
    return state


def _show(page: Page, name: str) -> None:
    """Renew a picture of the README."""
    part: FloatRect = {"x": 0, "y": 0, "width": PHONE["width"], "height": SHOWN[name]}
    page.screenshot(path=README / f"{name}.png", full_page=True, clip=part)


def _take(page: Page, folder: Path, name: str) -> None:
    page.screenshot(path=folder / f"{name}.png", full_page=True)


if __name__ == "__main__":
    main()
