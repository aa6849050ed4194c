"""What the service tells about itself: ids, logs and figures, and nothing about a person."""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from structlog.testing import capture_logs

from api.app import create_app
from api.logs import LOG, begin
from api.metrics import TOGETHER, Metrics
from api.settings import Settings
from api.watching import Watch, request_id
from lifejourney import Catalog

Problem = Callable[[Any], dict[str, Any]]
TOLD = "2026-10-31"
UUID = "123e4567-e89b-12d3-a456-426614174000"


class TestRequestId:
    @pytest.mark.parametrize("given", [UUID, UUID.upper(), "0123456789abcdef" * 2])
    def test_a_well_formed_one_is_kept(self, client: TestClient, given: str) -> None:
        response = client.get("/healthz", headers={"X-Request-ID": given})
        assert response.headers["x-request-id"] == given

    @pytest.mark.parametrize("given", ["", "Ani binti Budi", "3471010101900001", "x" * 500])
    def test_else_one_is_made(self, client: TestClient, given: str) -> None:
        response = client.get("/healthz", headers={"X-Request-ID": given})
        assert len(response.headers["x-request-id"]) == 32

    def test_a_problem_names_it(self, client: TestClient, problem: Problem) -> None:
        response = client.get("/v1/nothing")
        assert problem(response)["request"] == response.headers["x-request-id"]

    def test_where_nobody_watches_there_is_none(self) -> None:
        assert request_id({"type": "http"}) == ""


class TestRequestLog:
    def test_a_request_is_a_line_without_what_was_said(self, client: TestClient) -> None:
        with capture_logs() as lines:
            client.get("/v1/services?q=cerai")
            client.get("/v1/services/LJ-9999")
            client.get("/rahasia/ani")
            body = {"events": ["birth"], "answers": {"child[1].birth_date": TOLD}}
            client.post("/v1/advice", json=body, headers={"X-Request-ID": UUID})
        routes = [(one["method"], one["route"], one["status"]) for one in lines]
        assert routes == [
            ("GET", "/v1/services", 200),
            ("GET", "/v1/services/{name}", 404),
            ("GET", "(none)", 404),
            ("POST", "/v1/advice", 200),
        ]
        assert lines[-1]["request"] == UUID
        written = json.dumps(lines)
        assert not [
            one for one in ("cerai", "LJ-9999", "ani", TOLD, "testclient") if one in written
        ]

    def test_who_leaves_before_the_answer_is_noted(self) -> None:
        async def silent(_scope: Scope, _receive: Receive, _send: Send) -> None:
            return

        async def receive() -> Message:
            return {"type": "http.disconnect"}

        async def send(_message: Message) -> None:
            raise AssertionError

        scope = {"type": "http", "method": "GE T", "path": "/", "headers": []}
        with capture_logs() as lines:
            anyio.run(Watch(silent, Metrics()), scope, receive, send)
        assert (lines[0]["status"], lines[0]["method"]) == (499, "other")

    def test_an_unexpected_error_is_logged_without_its_words(self, small: Catalog) -> None:
        app = create_app(small)

        @app.get("/breaks")
        async def breaks() -> None:
            raise RuntimeError(TOLD)

        with capture_logs() as lines:
            answer = TestClient(app).get("/breaks")
        assert answer.status_code == 500
        assert lines[0]["event"] == "failed"
        assert lines[0]["request"] == answer.json()["request"]


class TestLines:
    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        begin("info", "json")
        LOG.debug("not this")
        LOG.warning("catalog is broken", problems=3)
        logging.getLogger("uvicorn.error").info("Started %s", "server")
        first, second = map(json.loads, capsys.readouterr().err.splitlines())
        assert (first["event"], first["level"], first["problems"]) == (
            "catalog is broken",
            "warning",
            3,
        )
        assert (second["event"], second["logger"]) == ("Started server", "uvicorn.error")

    def test_for_a_person(self, capsys: pytest.CaptureFixture[str]) -> None:
        begin("info", "console")
        LOG.info("started", version="1")
        assert "started" in capsys.readouterr().err

    @pytest.mark.parametrize("given", [True, False])
    def test_an_error_gives_its_places_alone(
        self, capsys: pytest.CaptureFixture[str], *, given: bool
    ) -> None:
        begin("info", "json")
        try:
            int(TOLD)
        except ValueError as error:
            if given:
                LOG.error("failed", exc_info=error)
            else:
                logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
        written = capsys.readouterr().err
        assert "ValueError at " in written
        assert TOLD not in written


class TestMetrics:
    def test_requests_are_counted_by_route_method_and_class(self, small: Catalog) -> None:
        client = TestClient(create_app(small))
        client.get("/v1/services/LJ-9999")
        client.request("BREW", "/v1/events")
        answer = client.get("/metrics")
        assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
        assert answer.headers["cache-control"] == "no-store"
        counted = {
            tuple(sample.labels[name] for name in ("route", "method", "status"))
            for family in text_string_to_metric_families(answer.text)
            for sample in family.samples
            if sample.name == "lifejourney_requests_total"
        }
        assert counted == {
            ("/v1/services/{name}", "GET", "4xx"),
            ("/v1/events", "other", "4xx"),
        }
        assert "lifejourney_catalog_current 1.0" in answer.text

    def test_workers_are_counted_together(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv(TOGETHER, str(tmp_path))
        assert Metrics().text() == b""  # none of the others has written yet


class TestOtherSites:
    @pytest.fixture
    def opened(self, small: Catalog) -> TestClient:
        return TestClient(create_app(small, settings=Settings(cors=("https://a.go.id",))))

    def test_a_site_that_is_allowed_may_ask(self, opened: TestClient) -> None:
        asked = opened.options(
            "/v1/advice",
            headers={
                "Origin": "https://a.go.id",
                "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Headers": "content-type",
            },
        )
        assert asked.status_code == 200
        assert asked.headers["access-control-allow-origin"] == "https://a.go.id"
        answer = opened.get("/v1/events", headers={"Origin": "https://a.go.id"})
        assert answer.headers["access-control-allow-origin"] == "https://a.go.id"
        assert "ETag" in answer.headers["access-control-expose-headers"]

    @pytest.mark.parametrize(
        ("path", "origin"), [("/v1/events", "https://b.go.id"), ("/rencana", "https://a.go.id")]
    )
    def test_no_other_and_no_page(self, opened: TestClient, path: str, origin: str) -> None:
        answer = opened.get(path, headers={"Origin": origin})
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(("proxies", "secure"), [(("testclient",), True), (("10.0.0.1",), False)])
def test_only_a_known_proxy_is_believed(
    small: Catalog, proxies: tuple[str, ...], *, secure: bool
) -> None:
    client = TestClient(create_app(small, settings=Settings(proxies=proxies)))
    form = {"event": "birth"}
    answer = client.post(
        "/mulai",
        data=form,
        headers={"X-Forwarded-Proto": "https", "Sec-Fetch-Site": "same-origin"},
        follow_redirects=False,
    )
    assert ("secure" in answer.headers["set-cookie"].lower()) is secure


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip", "gzip"), ("br, gzip;q=0.5", "gzip"), ("gzip;q=0", None), ("identity", None)],
)
def test_an_answer_is_made_small_for_who_takes_it_so(
    client: TestClient, accepted: str, coding: str | None
) -> None:
    answer = client.get("/v1/facts", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("content-encoding") == coding
    assert answer.json()["facts"]
