"""The real server: a process of its own on this machine, and what it writes."""

import json
import os
import shutil
import socket
import subprocess
from http.client import HTTPResponse
from pathlib import Path

import pytest

from api.app import create_app, start_catalog
from api.settings import Settings
from lifejourney import SHIPPED, load_catalog
from tests.serving import ROOT, SMALL, TERMINAL, UVICORN, ask, running

TOLD = "2026-10-31"


@pytest.mark.slow
@pytest.mark.parametrize("command", [UVICORN, TERMINAL], ids=["uvicorn", "terminal"])
def test_a_server_answers_and_keeps_no_answer(command: tuple[str, ...], tmp_path: Path) -> None:
    log = tmp_path / "log"
    with running(command, log) as port:
        assert ask(port, "GET", "/healthz")[0] == 200
        assert ask(port, "HEAD", "/v1/events") == (200, b"")
        body = {"events": ["birth"], "answers": {"child[1].birth_date": TOLD}}
        status, answer = ask(port, "POST", "/v1/advice", body)
        assert status == 200
        assert TOLD not in str(ask(port, "GET", "/docs")[1])
        assert json.loads(answer)["events"] == ["birth"]
        wrong = {"events": ["birth"], "answers": {"child.birth_dat": TOLD}}
        assert ask(port, "POST", "/v1/advice", wrong)[0] == 422
        curl = shutil.which("curl")
        if curl:
            address = f"http://127.0.0.1:{port}/v1/events/birth"
            shown = subprocess.run([curl, "-fsS", address], capture_output=True, check=True)
            assert json.loads(shown.stdout)["event"] == "birth"
    assert TOLD not in log.read_text()
    assert "Traceback" not in log.read_text()


@pytest.mark.slow
@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET /v1/events HTTP/1.1\r\n\r\n",
        b"POST /v1/advice HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        b"POST /v1/advice HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_what_is_no_http_is_a_problem_too(sent: bytes, tmp_path: Path) -> None:
    with (
        running(TERMINAL, tmp_path / "log") as port,
        socket.create_connection(("127.0.0.1", port)) as wire,
    ):
        wire.sendall(sent)
        answer = HTTPResponse(wire)
        answer.begin()
        body = json.loads(answer.read())
    assert answer.status == body["status"] == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Content-Length" in body["errors"][0]["remedy"]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    catalog = tmp_path / "catalog"
    shutil.copytree(SMALL, catalog)
    (catalog / "services" / "imunisasi.yaml").write_text("code: [\n")
    return catalog


@pytest.mark.slow
def test_a_broken_catalog_stops_the_start_with_its_problems(broken: Path) -> None:
    ended = subprocess.run(
        UVICORN,
        cwd=ROOT,
        env={**os.environ, "LIFEJOURNEY_CATALOG": str(broken)},
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "imunisasi.yaml:" in ended.stderr
    assert "lifejourney check" in ended.stderr
    assert "Traceback" not in ended.stderr


class TestCatalogAtStart:
    def test_the_environment_names_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LIFEJOURNEY_CATALOG", str(SMALL))
        assert create_app().state.held.catalog.version == load_catalog(SMALL).version

    def test_else_the_shipped_one_is_taken(self) -> None:
        assert (SHIPPED / "events").is_dir()

    def test_a_broken_one_ends_the_program(self, broken: Path) -> None:
        with pytest.raises(SystemExit, match=r"imunisasi\.yaml"):
            start_catalog(Settings(catalog=broken))
