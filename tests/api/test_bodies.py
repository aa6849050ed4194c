"""Bodies are read strictly: one JSON text in UTF-8, with nothing said twice."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from api.bodies import DEEPEST
from api.settings import Settings

Problem = Callable[[Any], dict[str, Any]]
JSON = {"Content-Type": "application/json"}
ASKED = b'{"events": ["birth"]}'
MOST_BYTES = Settings().most_bytes


def nested(depth: int) -> bytes:
    return b'{"events": ' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"", ""),
        (b"{", ""),
        (b'{"events": ["birth"]} x', ""),
        (b'\xff{"events": ["birth"]}', ""),
        (b'{"events": ["birth"], "events": ["death"]}', "events"),
        (b'{"answers": {"a": 1, "a": 2}}', "answers.a"),
        (
            b'{"documents": {"held": [{"document": 1, "document": 2}]}}',
            "documents.held[0].document",
        ),
        (b'{"answers": {"a": NaN}}', "answers.a"),
        (b'{"answers": {"a": -Infinity}}', "answers.a"),
        (b'{"answers": {"a": 1e999}}', "answers.a"),
        (b'{"answers": {"a": ' + b"9" * 5000 + b"}}", "answers.a"),
        (b'{"answers": {"a": "\\ud800"}}', "answers.a"),
        (b'{"answers": {"\\ud800": 1}}', "answers.?"),
        (nested(DEEPEST + 1), ""),
        (b"[" * 100_000, ""),
        (b"[" * 100_000 + b"]" * 100_000, ""),
        (b'{"a":' * 40_000 + b"1" + b"}" * 40_000, ""),
    ],
    ids=range(17),
)
def test_bad_json_is_refused(client: TestClient, problem: Problem, body: bytes, field: str) -> None:
    found = problem(client.post("/v1/advice", content=body, headers=JSON))
    assert found["status"] == 400
    assert found["errors"][0]["field"] == field
    assert found["errors"][0]["remedy"]


@pytest.mark.parametrize("body", [nested(DEEPEST), b'{"answers": {"a": 1.5}, "events": 1}'])
def test_what_json_allows_reaches_the_engine(
    client: TestClient, problem: Problem, body: bytes
) -> None:
    assert problem(client.post("/v1/advice", content=body, headers=JSON))["status"] == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/json"},
        {"Content-Type": "Application/JSON; charset=UTF-8"},
        {"Content-Type": 'application/json; charset="utf-8"', "Content-Encoding": "identity"},
    ],
)
def test_json_in_utf_8_is_taken(client: TestClient, headers: dict[str, str]) -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        assert client.post("/v1/advice", content=mark + ASKED, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)
def test_another_media_type_is_refused(
    client: TestClient, problem: Problem, headers: dict[str, str]
) -> None:
    response = client.post("/v1/advice", content=ASKED, headers=headers)
    assert problem(response)["status"] == 415
    assert response.headers["accept-post"] == "application/json"


class TestSize:
    def test_256_kib_are_taken(self, client: TestClient) -> None:
        body = ASKED + b" " * (MOST_BYTES - len(ASKED))
        assert client.post("/v1/advice", content=body, headers=JSON).status_code == 200

    def test_one_byte_more_is_refused(self, client: TestClient, problem: Problem) -> None:
        body = ASKED + b" " * (MOST_BYTES + 1 - len(ASKED))
        assert problem(client.post("/v1/advice", content=body, headers=JSON))["status"] == 413

    def test_a_stream_is_refused_once_it_is_too_large(
        self, client: TestClient, problem: Problem
    ) -> None:
        def stream() -> Iterator[bytes]:
            yield from (b" " * 65_536 for _ in range(5))

        assert problem(client.post("/v1/advice", content=stream(), headers=JSON))["status"] == 413

    def test_many_names_are_read_in_time(self, client: TestClient, problem: Problem) -> None:
        answers = {str(number): 1 for number in range(25_000)}
        body = json.dumps({"events": ["birth"], "answers": answers}, separators=(",", ":"))
        assert len(body) <= MOST_BYTES
        found = problem(client.post("/v1/advice", content=body, headers=JSON))
        assert found["status"] == 422


def test_one_who_hangs_up_gets_no_answer(client: TestClient) -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/advice",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
        "app": client.app,
    }
    anyio.run(client.app, scope, receive, send)
    assert not sent
