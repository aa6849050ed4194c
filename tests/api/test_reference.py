"""The service about itself: health, OpenAPI, and the reference without any other host."""

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from api.problems import KINDS
from api.reference import BEGINNING
from lifejourney import Catalog

CALLS = {
    "/v1/events",
    "/v1/events/{slug}",
    "/v1/facts",
    "/v1/services",
    "/v1/services/{name}",
    "/v1/documents/{slug}",
    "/v1/authorities/{slug}",
    "/v1/regions",
    "/v1/units",
    "/v1/units/{slug}",
    "/v1/graph",
    "/v1/advice",
    "/v1/difference",
    "/v1/explain",
    "/v1/upcoming",
    "/healthz",
    "/metrics",
    "/readyz",
}
VOID = {"meta", "link", "br"}


class Page(HTMLParser):
    """Gather ids and addresses, and hold that every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                self.ids[value] += 1
            if name in {"href", "src", "action", "srcset", "data", "style", "poster"} and value:
                self.addresses.append(value)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page(client: TestClient) -> Page:
    return Page(client.get("/docs").text)


def test_health_and_readiness(client: TestClient, small: Catalog) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz")
    assert ready.json() == {
        "status": "ready",
        "catalog": {"version": small.version, "current": True, "problems": []},
    }
    assert ready.headers["cache-control"] == "no-store"


def test_every_call_is_described(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert described["paths"].keys() == CALLS
    refs = re.findall(r'"#/components/schemas/([^"]+)"', client.get("/openapi.json").text)
    assert set(refs) <= described["components"]["schemas"].keys()


class TestReference:
    def test_nothing_comes_from_another_host(self, page: Page) -> None:
        assert page.addresses
        for address in page.addresses:
            assert re.match(r"[#/](?!/)", address), address
        assert not {"script", "iframe", "object", "embed", "img", "style"} & set(page.tags)

    def test_every_link_leads_somewhere(self, page: Page, client: TestClient) -> None:
        for address in set(page.addresses):
            if address.startswith("#"):
                assert address[1:] in page.ids, address
            else:
                assert client.get(address).status_code == 200

    def test_every_id_is_there_once(self, page: Page) -> None:
        assert set(page.ids.values()) == {1}

    def test_every_kind_of_error_has_its_place(self, page: Page) -> None:
        assert {kind.name for kind in KINDS} <= page.ids.keys()

    def test_its_beginning_can_be_followed(self, client: TestClient) -> None:
        """What it says to post is answered, and what it says to show is there."""
        posted = [
            json.loads(body) for body in re.findall(r"<code>(\{.*?\})</code>", BEGINNING, re.DOTALL)
        ]
        assert len(posted) == 2
        for body in posted:
            assert client.post("/v1/advice", json=body).json()["questions"]
        answer = client.post("/v1/advice", json={**posted[1], "include": ["plan"]}).json()
        told = BEGINNING[BEGINNING.index("siap ditampilkan:") :].partition("</p>")[0]
        shown = set(re.findall(r"<code>([a-z_]+)(?:\[\]\.title|\.text)?</code>", told)) - {"null"}
        assert shown - {"notice"} <= answer["plan"]["steps"][0].keys()
        assert {"title", "requires", "time", "cost", "notice"} <= shown

    def test_it_shows_every_call(self, client: TestClient) -> None:
        html = client.get("/docs").text
        assert html.startswith('<!doctype html>\n<html lang="id">')
        assert all(f"{path}</code>" in html for path in CALLS)

    def test_the_style_brings_nothing_either(self, client: TestClient) -> None:
        style = client.get("/docs/reference.css")
        assert style.headers["content-type"].startswith("text/css")
        assert not re.search(r"url\(|@import|//", style.text)


@pytest.mark.parametrize("path", ["/docs", "/v1/events", "/nowhere"])
def test_browsers_are_told_to_be_careful(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    expected = "default-src 'self'" if path == "/docs" else "default-src 'none'"
    assert headers["content-security-policy"].startswith(expected)
