"""`POST /v1/advice`: any body in, advice or a problem out."""

import json
import logging
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api import tasks
from api.views import AdviceRequest, AdviceView
from lifejourney import Advisor, Catalog, as_json, present, read_request

Problem = Callable[[Any], dict[str, Any]]
TOLD = "2026-10-31"
BOTH = {
    "events": ["birth", "death"],
    "answers": {"child[1].birth_date": TOLD, "child[1].condition": "healthy"},
    "persons": {"child": 2, "deceased": "mother"},
    "documents": {"held": ["kartu-keluarga@family"], "lacking": ["ktp-el@father"]},
    "declined": ["parents.marriage"],
    "date": "2026-11-22",
}
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("body", [{"events": ["birth"]}, {"events": ["death"]}, BOTH])
def test_the_answer_is_what_the_engine_says(
    client: TestClient, small: Catalog, body: dict[str, object], lang: str
) -> None:
    body = {**body, "lang": lang}
    AdviceRequest.model_validate(body)
    response = client.post("/v1/advice", json=body)
    assert response.status_code == 200
    request = read_request(small, body, date(2026, 11, 22))
    assert response.content == as_json(present(Advisor(small).advise(request)))
    AdviceView.model_validate_json(response.content, strict=True, extra="forbid")


def test_the_language_may_stand_in_the_address(client: TestClient) -> None:
    asked = {"events": ["birth"]}
    english = client.post("/v1/advice?lang=en", json=asked)
    assert english.content == client.post("/v1/advice", json={**asked, "lang": "en"}).content
    body_first = client.post("/v1/advice?lang=en", json={**asked, "lang": "id"})
    assert body_first.json()["lang"] == "id"


def test_only_what_is_asked_for_is_included(client: TestClient) -> None:
    answer = client.post("/v1/advice", json={"events": ["birth"], "include": ["verdicts"]}).json()
    assert "verdicts" in answer
    assert "plan" not in answer
    AdviceView.model_validate(answer, extra="forbid")


def test_an_answer_is_kept_by_nobody(client: TestClient) -> None:
    response = client.post("/v1/advice", json={"events": ["birth"]})
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"events": ["brith"]}, "events[0]"),
        ({"events": []}, "events"),
        ({"events": ["birth"], "wishes": []}, "wishes"),
        ({"events": ["birth"], "answers": {"child.birth_date": "kemarin"}}, "answers.child"),
        ([], ""),
        (None, ""),
        ("birth", ""),
    ],
)
def test_an_invalid_request_names_the_field(
    client: TestClient, problem: Problem, body: object, field: str
) -> None:
    found = problem(client.post("/v1/advice", content=json.dumps(body), headers=JSON))
    assert found["status"] == 422
    assert found["errors"][0]["field"].startswith(field)
    assert found["errors"][0]["remedy"]


@pytest.mark.parametrize(
    ("lang", "headers", "title"),
    [
        (None, {}, "Permintaan belum benar"),
        ("en", {}, "Invalid request"),
        (None, {"Accept-Language": "fr, en;q=0.8, id;q=0.2"}, "Invalid request"),
        ("id", {"Accept-Language": "en"}, "Permintaan belum benar"),
    ],
)
def test_a_problem_is_in_the_language_asked_for(
    client: TestClient, problem: Problem, lang: str | None, headers: dict[str, str], title: str
) -> None:
    body = {"events": ["brith"]} | ({"lang": lang} if lang else {})
    found = problem(client.post("/v1/advice", json=body, headers=headers))
    assert found["title"] == title


@pytest.fixture
def log() -> Iterator[list[str]]:
    """Return every line that anybody logs, at any level."""
    lines: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(logging.Formatter().format(record))

    handler, root = Keep(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(handler)
    root.setLevel(before)


def test_answers_are_not_logged(client: TestClient, log: list[str]) -> None:
    assert client.post("/v1/advice", json=BOTH).status_code == 200
    wrong = {
        **BOTH,
        "answers": {"child[9].birth_date": TOLD, "child[1].birth_date": "x" + TOLD},
    }
    assert client.post("/v1/advice", json=wrong).status_code == 422
    assert not [line for line in log if TOLD in line]


def test_an_unexpected_error_tells_nothing_and_is_logged_without_answers(
    client: TestClient, problem: Problem, log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError(TOLD)

    monkeypatch.setattr(tasks, "present", fail)
    response = client.post("/v1/advice?lang=en", json=BOTH)
    body = problem(response)
    assert (body["status"], body["title"], body["errors"]) == (500, "Server error", [])
    assert TOLD not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"
    assert [line for line in log if "KeyError at" in line and "in fail" not in line]
    assert not [line for line in log if TOLD in line]


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner),
    max_leaves=12,
)
NAMES = st.sampled_from(
    [
        "birth",
        "death",
        "child",
        "child.birth_date",
        "child[1].condition",
        "child[2].at_home",
        "deceased",
        "mother",
        "mother.region",
        "parents.marriage",
        "kartu-keluarga@family",
        "ktp-el@mother",
        "LJ-0001@child-1",
        "akta-kelahiran-ibu@child-1",
    ]
)
VALUES = st.sampled_from(["healthy", "in_care", "2026-11-01", "34.71", "true", 2, True, "mother"])
LIKELY = NAMES | VALUES | ANYTHING
ASKED = st.fixed_dictionaries(
    {"events": st.lists(st.sampled_from(["birth", "death"]), max_size=2) | LIKELY},
    optional={
        "answers": st.dictionaries(NAMES, LIKELY, max_size=4) | LIKELY,
        "persons": st.dictionaries(NAMES, LIKELY, max_size=3) | LIKELY,
        "documents": st.fixed_dictionaries(
            {}, optional={"held": st.lists(LIKELY, max_size=3), "lacking": st.lists(LIKELY)}
        )
        | LIKELY,
        "declined": st.lists(LIKELY, max_size=3) | LIKELY,
        "wanted": st.lists(LIKELY, max_size=3) | LIKELY,
        "done": st.lists(LIKELY, max_size=3) | LIKELY,
        "date": st.dates().map(str) | LIKELY,
        "prefer": st.just("fastest") | LIKELY,
        "lang": st.sampled_from(["id", "en"]) | LIKELY,
        "include": st.lists(st.sampled_from(["verdicts", "plan", "questions"])) | LIKELY,
    },
)
EXPECTED = {200, 400, 413, 422}


@settings(max_examples=120)
@given(st.binary(max_size=200) | ANYTHING.map(lambda each: json.dumps(each).encode()))
def test_no_bytes_break_the_service(client: TestClient, body: bytes) -> None:
    assert client.post("/v1/advice", content=body, headers=JSON).status_code in EXPECTED


@settings(max_examples=40)
@given(ASKED)
def test_nothing_like_a_request_breaks_the_service(
    client: TestClient, asked: dict[str, object]
) -> None:
    body = json.dumps(asked).encode()
    response = client.post("/v1/advice", content=body, headers=JSON)
    assert response.status_code in EXPECTED
    if response.status_code == 200:
        AdviceView.model_validate_json(response.content, strict=True, extra="forbid")
