"""`POST /v1/explain` answers why, why not and what if, and refuses what it cannot read."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from lifejourney import Catalog, Entry
from lifejourney.vocabulary import Register

Problem = Callable[[Any], dict[str, Any]]
Serve = Callable[[Catalog], TestClient]
ASKED = {"service": "pencatatan-kelahiran", "events": ["birth"], "date": "2026-11-22"}


def test_the_answer(client: TestClient) -> None:
    answers = {"child.condition": "healthy", "parents.marriage": "recorded"}
    sent = client.post("/v1/explain?lang=en", json={**ASKED, "answers": answers})
    assert sent.status_code == 200, sent.text
    assert sent.headers["cache-control"] == "no-store"
    told = sent.json()
    assert told["service"] == "LJ-0001"
    assert told["lang"] == "en"
    [child] = told["people"]
    assert child["person"] == "child-1"
    assert child["status"] == "certain"
    assert child["why"][0]["text"].startswith("Called for by Birth")
    assert child["why"][0]["law"] == "UU 24/2013 article 27"
    assert child["changes"]["would"] == "remove"


def test_by_code_old_name_and_person(client: TestClient, small: Catalog, serve: Serve) -> None:
    by_code = client.post("/v1/explain", json={**ASKED, "service": "LJ-0001"})
    assert by_code.content == client.post("/v1/explain", json=ASKED).content
    register = Register(services={"akte-lahir": Entry("renamed", to="pencatatan-kelahiran")})
    renamed = serve(replace(small, register=register))
    old = renamed.post("/v1/explain", json={**ASKED, "service": "akte-lahir"})
    assert old.json()["slug"] == "pencatatan-kelahiran"
    for person in ("child", "child[1]", "child-1"):
        sent = client.post("/v1/explain", json={**ASKED, "person": person})
        assert [one["person"] for one in sent.json()["people"]] == ["child-1"]
    nobody = client.post("/v1/explain", json={**ASKED, "person": "mother"}).json()["people"]
    assert [(one["person"], one["status"]) for one in nobody] == [("mother", "not_needed")]


def test_of_no_chosen_event(client: TestClient) -> None:
    sent = client.post("/v1/explain", json={**ASKED, "service": "pencatatan-kematian"})
    [nobody] = sent.json()["people"]
    assert (nobody["person"], nobody["status"]) == (None, "not_needed")
    assert "Kematian" in nobody["why_not"][0]["text"]
    assert nobody["changes"] is None


@pytest.mark.parametrize(
    ("more", "field", "remedy"),
    [
        ({"service": "pencatatan-kelahirn"}, "service", "pencatatan-kelahiran"),
        ({"service": 7}, "service", "kode"),
        ({"service": None}, "service", "kode"),
        ({"person": "ibu"}, "person", ""),
        ({"person": 3}, "person", "child[1]"),
        ({"answers": {"child.x": 1}}, "answers.child.x", ""),
        ({"colour": "red"}, "colour", ""),
    ],
)
def test_what_is_wrong(
    client: TestClient, problem: Problem, more: dict[str, object], field: str, remedy: str
) -> None:
    told = problem(client.post("/v1/explain", json={**ASKED, **more}))
    assert told["status"] == 422
    assert [error["field"] for error in told["errors"]] == [field]
    assert remedy in (told["errors"][0]["remedy"] or "")


def test_everything_wrong_is_told_at_once(client: TestClient, problem: Problem) -> None:
    body = {"service": "x", "person": "child", "events": ["birth", "bulan"]}
    told = problem(client.post("/v1/explain", json=body))
    assert [error["field"] for error in told["errors"]] == ["events[1]", "service"]
    told = problem(client.post("/v1/explain", json=[]))
    assert told["errors"][0]["field"] == ""


def test_what_was_withdrawn(small: Catalog, serve: Serve, problem: Problem) -> None:
    gone = Entry("withdrawn", replaced_by="imunisasi", code="LJ-0900")
    client = serve(replace(small, register=Register(services={"posyandu": gone})))
    for name in ("posyandu", "LJ-0900"):
        told = problem(client.post("/v1/explain", json={**ASKED, "service": name}))
        assert told["status"] == 410
        assert told["replaced_by"] == "imunisasi"
        assert told["errors"][0]["field"] == "service"
