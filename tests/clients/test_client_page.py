"""The client of the documentation, in a browser, from another site."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from lifejourney import load_catalog
from tests.pages.serving import chromium, context_of, served
from tests.serving import ROOT, SMALL

DOCS = ROOT / "docs" / "client"
LONGEST = 20


class _Quiet(SimpleHTTPRequestHandler):
    """Serve files, and write nothing about it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Serve the page of the documentation from a site of its own."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=DOCS))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def walk(page: Page) -> list[str]:
    """Answer the first choice of each question, and return the steps of the plan."""
    for _ in range(LONGEST):
        page.wait_for_selector("h1, [role=alert]")
        if page.locator("ol").count():
            return page.locator("li").all_text_contents()
        before = page.inner_text("h1")
        choice = page.locator("button").first
        if page.locator("input").count():
            choice = page.get_by_text("Tidak tahu")
        choice.click()
        page.wait_for_function(
            "before => document.querySelector('h1').innerText !== before", arg=before
        )
    raise AssertionError(page.content())


@pytest.mark.slow
def test_a_page_of_another_site_asks_and_shows_a_plan(site: str) -> None:
    with served(load_catalog(SMALL), cors=(site,)) as api, chromium() as browser:
        page = context_of(browser, locale="id-ID").new_page()
        page.goto(f"{site}/index.html?api={api}")
        steps = walk(page)
        page.goto(f"{site}/index.html?api={api}/nowhere")
        page.wait_for_selector("[role=alert]")
    assert len(steps) >= 2
    assert any("kelahiran" in one.lower() for one in steps)


def test_the_client_is_as_short_as_it_says() -> None:
    lines = (DOCS / "client.js").read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if line and not line.startswith("//")]
    assert len(code) <= LONGEST
