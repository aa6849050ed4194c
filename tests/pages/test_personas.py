"""Personas walk through the pages as a plain browser does; page and API never disagree."""

from itertools import cycle

import pytest
from starlette.testclient import TestClient

from api.pages.visit import COOKIE
from lifejourney import Catalog
from tests.pages.browsing import Browser, client_of, said_by
from tests.pages.personas import SLUGS, session_of
from tests.pages.serving import sealed_by

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
    shown = browser.text.lower()
    for step in todo:
        assert (step["cost"]["text"] if step["cost"] else step["title"]).lower() in shown
    assert ("Belum ada permohonan" if lang == "id" else "No application has been sent") in (
        browser.text
    )


@pytest.mark.slow
def test_a_service_that_is_used_twice_is_ticked_off_twice(
    shipped: Catalog, client: TestClient
) -> None:
    """The service is not done with before the second time, and the first can be taken back."""
    client.cookies.clear()
    session = session_of(shipped.scenarios["birth-religious-card-not"])
    headers = {"Cookie": f"{COOKIE}={sealed_by(session)}", "Sec-Fetch-Site": "same-origin"}
    plan = client.post("/v1/advice", json=session.body()).json()["plan"]
    twice = next(step for step in plan["steps"] if "#" in step["id"])
    form = {"act": "done", "step": twice["id"]}
    answer = client.post("/rencana", data=form, headers=headers)
    assert answer.status_code == 303
    left = client.get("/rencana").text
    assert (f'value="{twice["id"]}"><button class="plain" name="act" value="undone">') in left
    assert f'value="{twice["id"].partition("#")[0]}"' in left


@pytest.mark.slow
@pytest.mark.parametrize(("said", "is_asked"), [({"q0-v": "true"}, False), ({}, True)])
def test_who_needs_it_easier_says_so_on_the_plan(
    shipped: Catalog, client: TestClient, said: dict[str, str], is_asked: object
) -> None:
    """The question goes once it is answered; nothing is taken where nothing was said."""
    client.cookies.clear()
    session = session_of(shipped.scenarios["death-card-of-deceased-lost-benefit"])
    headers = {"Cookie": f"{COOKIE}={sealed_by(session)}", "Sec-Fetch-Site": "same-origin"}
    asked = client.post("/v1/advice", json=session.body()).json()["plan"]["ease_question"]
    form = {"act": "ease", "q0-kind": "choice", "q0-id": asked["fact"], **said}
    client.post("/rencana", data=form, headers=headers)
    assert (asked["title"] in client.get("/rencana").text) is is_asked
