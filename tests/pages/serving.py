"""A real server on this machine for a real browser: the shipped catalog on a fixed day."""

import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from api.app import create_app
from api.room import SameRoom
from api.sealing import Seal
from api.session import Session
from api.settings import Settings
from lifejourney import Advice, Advisor, Catalog, Request
from tests.pages.browsing import KEY, NOW, Said, as_member, known

PHONE: ViewportSize = {"width": 360, "height": 640}
PATIENCE = 180_000
DESKTOP: ViewportSize = {"width": 1280, "height": 800}


class Remembering(Advisor):
    """Advise as ever, but work out each answer once: for tests that ask the same many times."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog)
        self._known: dict[str, Advice] = {}

    def advise(self, request: Request) -> Advice:
        key = repr(request)
        if key not in self._known:
            self._known[key] = super().advise(request)
        return self._known[key]


@contextmanager
def served(
    catalog: Catalog, advisor: Advisor | None = None, cors: Sequence[str] = ()
) -> Iterator[str]:
    """Serve the pages on a free port of this machine, and give the address.

    Advices are worked out in this process, by `advisor` if one is given.
    """
    app = create_app(catalog, now=lambda: NOW, settings=Settings(key=KEY, cors=tuple(cors)))
    if advisor is not None:
        app.state.held = replace(app.state.held, room=SameRoom(advisor))
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(300):
        if server.started:
            break
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of the system, and end it."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "no Chromium on this machine: apt-get install chromium"
    with sync_playwright() as playwright:
        # Without a sandbox of its own it also runs as root, as in a container.
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"], timeout=PATIENCE
        )
        yield browser
        browser.close()


def context_of(browser: Browser, **options: Any) -> BrowserContext:  # noqa: ANN401 - Playwright's own
    """Return a fresh context, patient with a machine that is busy otherwise."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context


def sealed_by(session: Session) -> str:
    """Return the cookie of somebody who has said this."""
    return Seal(KEY).close(session.pack(), NOW)


def begin(page: Page, base: str, event: str, lang: str = "id") -> None:
    """Choose one event on the first page, and wait for the whole page that follows."""
    page.goto(f"{base}/" if lang == "id" else f"{base}/?lang=en")
    page.locator(f'input[name=event][value="{event}"]').first.check()
    with page.expect_navigation():
        page.locator("form[action^='/mulai'] button").click()


def is_asked(page: Page) -> bool:
    return page.locator("input[name=q0-kind]").count() > 0


def asked(page: Page) -> Sequence[str]:
    return [as_member(one) for one in page.locator("input[name=q0-id]").input_value().split()]


def send(page: Page, button: str) -> None:
    """Press a button of the form and wait for the whole page that follows."""
    with page.expect_navigation():
        page.click(f"button[value={button}]")


def answer(page: Page, said: Said) -> None:
    """Answer the question on the page from what is known, else press "I do not know"."""
    kind = page.locator("input[name=q0-kind]").input_value()
    ids = asked(page)
    if kind == "papers":
        for number, id_ in enumerate(ids):
            told = known(said, id_, ()) or "unsure"
            page.locator(f'input[name=q0-p{number}][value="{told}"]').check()
        send(page, "answer")
        return
    options = [one.get_attribute("value") or "" for one in page.locator("[name=q0-v]").all()]
    value = known(said, ids[0], options)
    if value is None:
        send(page, "unknown")
        return
    if kind == "date":
        year, month, day = value.split("-")
        page.fill("[name=q0-d]", day)
        page.select_option("[name=q0-m]", month.lstrip("0"))
        page.fill("[name=q0-y]", year)
    elif kind == "choice":
        page.locator(f'input[name=q0-v][value="{value}"]').check()
    else:
        page.fill("[name=q0-v]", value)
    send(page, "answer")


def walk(page: Page, said: Said, most: int = 60) -> None:
    """Answer until nothing is asked."""
    for _ in range(most):
        if not is_asked(page):
            return
        answer(page, said)
    raise AssertionError(page.title())


def strangers(context: BrowserContext, base: str) -> list[str]:
    """Return a list that fills with the requests to any other host."""
    found: list[str] = []
    context.on(
        "request",
        lambda request: None if request.url.startswith(base) else found.append(request.url),
    )
    return found
