"""Every call of the frozen interface answers with the fields that must be there."""

from collections.abc import Mapping
from typing import Any

import pytest
from starlette.testclient import TestClient

SHOWN = {
    "/v1/events": {"events": [{"event", "title", "stage", "persons", "summary"}]},
    "/v1/events/birth": {"event", "title", "stage", "persons", "summary"},
    "/v1/facts?event=birth": {
        "facts": [
            {
                *("fact", "person", "type", "options", "minimum", "maximum"),
                *("title", "why", "data_class", "applies_when"),
            }
        ]
    },
    "/v1/services?q=akte": {"services": [{"service", "slug", "title", "authority"}], "next": {}},
    "/v1/services/imunisasi": {"service", "slug", "title", "authority"},
    "/v1/graph?event=birth": {},
    "/v1/regions?q=yogya": {},
    "/healthz": {"status"},
    "/readyz": {"status", "catalog"},
    "/openapi.json": {"openapi", "paths"},
}
STEP = {
    *("id", "service", "slug", "title", "person", "kind", "status", "depends_on", "blocked_by"),
    *("acts", "wave", "after", "requires", "produces", "time", "cost", "deadline", "channels"),
    *("reasons", "legal", "sources"),
}
ADVICE = {
    *("catalog", "date", "lang", "events", "unused", "set_aside", "ignored"),
    *("verdicts", "plan", "questions", "remaining"),
}
VERDICT = {
    *("service", "document", "slug", "title", "person", "event", "kind", "verdict"),
    *("missing", "reasons"),
}
ASKED = {
    "events": ["birth"],
    "answers": {"child[1].condition": "healthy", "child[1].birth_date": "2026-11-01"},
    "declined": [],
    "persons": {"child": 1},
    "documents": {"held": ["kartu-keluarga@family"], "lacking": []},
    "wanted": [],
    "done": [],
    "date": "2026-11-22",
    "prefer": "fastest",
    "lang": "id",
    "include": ["verdicts", "plan", "questions"],
}


def holds(shape: Any, body: Any) -> bool:  # noqa: ANN401 - any JSON
    """Tell whether a body has the fields of a shape, each thing of a list too."""
    if isinstance(shape, Mapping):
        return all(name in body and holds(inner, body[name]) for name, inner in shape.items())
    if isinstance(shape, list):
        return bool(body) and all(holds(shape[0], one) for one in body)
    return isinstance(body, Mapping) and set(shape) <= body.keys() if shape else True


@pytest.mark.parametrize("path", SHOWN)
def test_a_call_shows_what_it_must(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert holds(SHOWN[path], answer.json()), answer.text[:500]


def test_an_advice_has_all_its_parts(client: TestClient) -> None:
    body = client.post("/v1/advice", json=ASKED).json()
    assert holds(ADVICE, body)
    assert holds([VERDICT], body["verdicts"])
    assert holds([STEP], body["plan"]["steps"])
    assert {"steps", "possible", "alternatives", "documents", "totals"} <= body["plan"].keys()
    assert {"finish", "fee", "visits"} <= body["plan"]["totals"].keys()


def test_what_is_not_needed_does_not_apply_or_is_from_before_is_named(client: TestClient) -> None:
    older = {"child[1].condition": "healthy", "child[1].no_longer_asked": "x"}
    asked = {"events": ["birth"], "answers": older, "unknown": "ignore"}
    body = client.post("/v1/advice", json=asked).json()
    assert [one["field"] for one in body["ignored"]] == ["answers.child[1].no_longer_asked"]
    refused = client.post("/v1/advice", json={"events": ["birth"], "answers": older})
    assert refused.json()["errors"][0]["field"] == "answers.child[1].no_longer_asked"


@pytest.mark.parametrize("path", ["/v1/events", "/v1/services/imunisasi"])
def test_the_reader_says_the_language_of_the_catalog(client: TestClient, path: str) -> None:
    english = client.get(path, headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert english.headers["content-language"] == "en"
    assert english.headers["vary"].lower().startswith("accept-language")
    assert english.content == client.get(f"{path}?lang=en").content
    plain = client.get(path)
    assert plain.headers["content-language"] == "id"
    assert plain.headers["etag"] != english.headers["etag"]
    both = client.get(f"{path}?lang=id", headers={"Accept-Language": "en"})
    assert both.content == plain.content


def test_the_reader_says_the_language_of_an_advice(client: TestClient) -> None:
    english = {"Accept-Language": "en"}
    asked = {"events": ["birth"]}
    assert client.post("/v1/advice", json=asked, headers=english).json()["lang"] == "en"
    assert client.post("/v1/advice?lang=id", json=asked, headers=english).json()["lang"] == "id"
    named = {**asked, "lang": "id"}
    assert client.post("/v1/advice", json=named, headers=english).json()["lang"] == "id"
