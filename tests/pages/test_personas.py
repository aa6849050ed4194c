"""Personas walk through the pages as a plain browser does; page and API never disagree."""

from itertools import cycle

import pytest
from starlette.testclient import TestClient

from lifejourney import Catalog
from tests.pages.browsing import Browser, said_by
from tests.pages.conftest import client_of
from tests.pages.personas import SLUGS

LANGUAGES = dict(zip(SLUGS, cycle(("id", "en", "id")), strict=False))


@pytest.fixture(scope="module")
def client(shipped: Catalog) -> TestClient:
    return client_of(shipped)


@pytest.mark.slow
@pytest.mark.parametrize(("slug", "lang"), LANGUAGES.items(), ids=SLUGS)
def test_a_persona_comes_to_the_plan_of_the_api(
    shipped: Catalog, client: TestClient, slug: str, lang: str
) -> None:
    client.cookies.clear()
    scenario = shipped.scenarios[slug]
    browser = Browser(client, lang)
    browser.begin(scenario.events).walk(said_by(scenario))
    browser.open("/rencana")
    asked = {**browser.saved(), "lang": lang}
    advice = client.post("/v1/advice", json=asked).json()
    todo = [s for s in advice["plan"]["steps"] if s["wave"] is not None and s["status"] != "done"]
    assert sorted(browser.steps()) == sorted(step["id"] for step in todo)
    assert todo
    for step in todo:
        assert browser.text.count(step["cost"]["text"] if step["cost"] else step["title"]) >= 1
    assert ("Belum ada permohonan" if lang == "id" else "No application has been sent") in (
        browser.text
    )
