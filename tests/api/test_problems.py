"""Errors that the router finds, and those that nobody expects."""

from collections.abc import Callable
from typing import Any

import anyio
import pytest
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from api.app import create_app
from api.language import accepted_language
from api.problems import Guard
from lifejourney import Catalog

Problem = Callable[[Any], dict[str, Any]]


@pytest.mark.parametrize(
    ("path", "near"),
    [("/v1/event", "/v1/events"), ("/v1/advise", "/v1/advice"), ("/v1/events/", "/v1/events")],
)
def test_an_unknown_address_suggests_one(
    client: TestClient, problem: Problem, path: str, near: str
) -> None:
    body = problem(client.get(f"{path}?lang=en"))
    assert body["status"] == 404
    assert body["errors"][0]["remedy"] == f"did you mean '{near}'?"


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("/v1/zzz", "see /docs"),
        ("/v1/events/zzz", "see /v1/events"),
        ("/v1/services/LJ-9999", "see /v1/services"),
        ("/v1/documents/zzz", "see /v1/graph"),
        ("/v1/authorities/zzz", "see /v1/services"),
        ("/v1/units/zzz", "see /v1/units"),
        ("/v1/services?cursor=zzz", "copy 'next' from the answer before, or leave it out"),
    ],
)
def test_where_nothing_is_like_it_all_stand_somewhere(
    client: TestClient, problem: Problem, path: str, remedy: str
) -> None:
    body = problem(client.get(path, headers={"Accept-Language": "en"}))
    assert [one["remedy"] for one in body["errors"]] == [remedy]


def test_a_long_address_is_not_repeated_whole(client: TestClient, problem: Problem) -> None:
    body = problem(client.get(f"/{'x' * 5000}"))
    assert len(body["detail"]) < 200
    assert body["errors"][0]["remedy"] == "lihat /"


@pytest.mark.parametrize("path", ["/v1/services/%00%1b", "/v1/services?cursor=%00%1b"])
def test_what_cannot_be_printed_is_not_repeated(
    client: TestClient, problem: Problem, path: str
) -> None:
    assert problem(client.get(path))["detail"].isprintable()


@pytest.mark.parametrize(
    ("call", "field", "remedy"),
    [
        ("GET /v1/services?autority=x", "autority", "did you mean 'authority'?"),
        ("GET /v1/regions?cursor=x", "cursor", "there are: lang, q"),
        (f"GET /v1/services?q={'x' * 201}", "q", "at most 200"),
        ("GET /v1/services?q=a&q=b", "q", "give it once"),
        (f"GET /v1/facts?{'event=birth&' * 21}", "event", "at most 20"),
        ("POST /v1/advice?include=plan", "include", "there are: lang"),
        ("POST /v1/upcoming?lang=id&lang=en", "lang", "give it once"),
        ("POST /v1/advice?lang=xx", "lang", "choose one of: id, en"),
    ],
)
def test_a_wrong_parameter_is_named_with_what_to_do(
    client: TestClient, problem: Problem, call: str, field: str, remedy: str
) -> None:
    method, path = call.split()
    body = {"events": ["birth"]} if method == "POST" else None
    answer = client.request(method, path, headers={"Accept-Language": "en"}, json=body)
    fault = problem(answer)["errors"][0]
    assert answer.status_code == 422
    assert (fault["field"], fault["remedy"]) == (field, remedy)


@pytest.mark.parametrize(
    ("path", "body", "fields"),
    [
        ("/v1/explain", {"events": ["birth"]}, ["service"]),
        ("/v1/difference", {}, ["before", "after"]),
    ],
)
def test_what_is_not_there_is_missing_and_of_no_wrong_type(
    client: TestClient, problem: Problem, path: str, body: object, fields: list[str]
) -> None:
    faults = problem(client.post(path, json=body))["errors"]
    assert [one["field"] for one in faults] == fields
    assert all("belum" in one["message"] for one in faults)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("GET", "/v1/advice", "POST"), ("POST", "/v1/events", "GET"), ("OPTIONS", "/docs", "GET")],
)
def test_another_method_names_the_right_one(
    client: TestClient, problem: Problem, method: str, path: str, allowed: str
) -> None:
    response = client.request(method, path)
    body = problem(response)
    assert body["status"] == 405
    assert [one["remedy"] for one in body["errors"]] == [f"pakai {allowed}"]
    assert response.headers["allow"] == allowed


def test_no_other_origin_is_let_in(client: TestClient) -> None:
    response = client.get("/v1/events", headers={"Origin": "https://example.org"})
    assert not [name for name in response.headers if name.startswith("access-control")]


def test_any_other_refusal_is_a_problem_too(small: Catalog, problem: Problem) -> None:
    app = create_app(small)

    @app.get("/teapot")
    async def teapot() -> None:
        raise HTTPException(418)

    body = problem(TestClient(app).get("/teapot"))
    assert (body["status"], body["type"]) == (418, "/docs#refused")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "id"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("id-ID,en;q=0.9", "id"),
        ("in", "id"),
        ("fr", "id"),
        ("en;q=0", "id"),
        ("en;q=much", "id"),
        ("en;q=0.3, id;q=0.4", "id"),
        ("id;q=0.1, en; q=0.2", "en"),
        ("en;level=1", "en"),
    ],
)
def test_the_reader_says_the_language(header: str, expected: str) -> None:
    assert accepted_language(header) == expected


class TestGuard:
    def test_an_answer_that_has_begun_is_not_begun_again(self) -> None:
        sent: list[Message] = []

        async def breaks(_scope: Scope, _receive: Receive, send: Send) -> None:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            raise RuntimeError("half-way")

        async def receive() -> Message:
            return {"type": "http.request"}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": "/"}
        anyio.run(Guard(breaks), scope, receive, send)
        assert [message["type"] for message in sent] == ["http.response.start"]

    def test_start_and_end_of_the_program_pass_through(self, client: TestClient) -> None:
        assert isinstance(client.app, FastAPI)
        with TestClient(client.app) as lived:
            assert lived.get("/healthz").json() == {"status": "ok"}


def test_an_answer_keeps_its_own_headers(small: Catalog) -> None:
    app = create_app(small)

    @app.get("/own")
    async def own() -> Response:
        return Response(headers={"Referrer-Policy": "origin"})

    assert TestClient(app).get("/own").headers["referrer-policy"] == "origin"
