"""The real server: a process of its own on this machine, and what it writes."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from api.app import create_app, start_catalog
from lifejourney import SHIPPED, load_catalog

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "data" / "small"
TOLD = "2026-10-31"
UVICORN = (sys.executable, "-m", "uvicorn", "--factory", "api.app:create_app")
TERMINAL = (sys.executable, "-m", "lifejourney", "serve")


@contextmanager
def running(command: tuple[str, ...], log: Path) -> Iterator[int]:
    """Run a server on a free port and give that; end it by its own process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    with log.open("w") as written:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, "LIFEJOURNEY_CATALOG": str(SMALL), "PYTHONUNBUFFERED": "1"},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(port, process, log)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the server listens."""
    for _ in range(900):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"the server did not start: {log.read_text()}")


def ask(port: int, method: str, path: str, body: object = None) -> tuple[int, bytes]:
    """Send one request and return status and body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    payload = None if body is None else json.dumps(body)
    connection.request(method, path, payload, {"Content-Type": "application/json"})
    response = connection.getresponse()
    answer = response.status, response.read()
    connection.close()
    return answer


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
        assert start_catalog().version == load_catalog(SMALL).version
        assert create_app().state.held.catalog.version == load_catalog(SMALL).version

    def test_else_the_shipped_one_is_taken(self) -> None:
        assert (SHIPPED / "events").is_dir()

    def test_a_broken_one_ends_the_program(
        self, broken: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LIFEJOURNEY_CATALOG", str(broken))
        with pytest.raises(SystemExit, match=r"imunisasi\.yaml"):
            start_catalog()
