"""The catalog is edited, workers are lost, the service is stopped: no request fails."""

import json
import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.editing import _seen
from api.settings import Settings
from tests.serving import SMALL, TERMINAL, ask, running

PATIENCE = 60
SEVERAL = (*TERMINAL, "--workers", "2")
BODY = {"events": ["birth"], "answers": {"child[1].condition": "healthy"}}


def until(port: int, holds: Callable[[dict[str, Any]], bool]) -> None:
    """Wait until `/readyz` tells of the catalog what is wanted."""
    for _ in range(PATIENCE * 10):
        status, answer = ask(port, "GET", "/readyz")
        assert status == 200
        if holds(json.loads(answer)["catalog"]):
            return
        time.sleep(0.1)
    pytest.fail("this never came")


@contextmanager
def asked_all_the_time(port: int) -> Iterator[list[int]]:
    """Ask without a pause in the background, and give the statuses as they come."""
    over = threading.Event()
    statuses: list[int] = []

    def go_on() -> None:
        while not over.is_set():
            statuses.append(ask(port, "POST", "/v1/advice", BODY)[0])
            statuses.append(ask(port, "GET", "/v1/services")[0])

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield statuses
    finally:
        over.set()
        thread.join()


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "catalog")


@pytest.mark.slow
def test_a_good_edit_goes_live_and_a_broken_one_does_not(catalog: Path, tmp_path: Path) -> None:
    command = (*TERMINAL, "--reload-catalog", "--catalog", str(catalog))
    file = catalog / "services" / "imunisasi.yaml"
    good = file.read_text()
    log = tmp_path / "log"
    with running(command, log) as port, asked_all_the_time(port) as statuses:
        before = json.loads(ask(port, "GET", "/readyz")[1])["catalog"]["version"]
        file.write_text(good.replace("title: {id: ", "title: {id: Baru ", 1))
        until(port, lambda one: one["version"] != before)
        assert b"Baru " in ask(port, "GET", "/v1/services/imunisasi")[1]
        now = json.loads(ask(port, "GET", "/readyz")[1])["catalog"]["version"]
        file.write_text("code: [\n")
        until(port, lambda one: not one["current"] and "imunisasi.yaml:" in one["problems"][0])
        assert b"Baru " in ask(port, "GET", "/v1/services/imunisasi")[1]
        assert b"lifejourney_catalog_current 0.0" in ask(port, "GET", "/metrics")[1]
        file.write_text(good)
        until(port, lambda one: one["version"] == before and one["current"])
    assert now != before
    assert set(statuses) == {200}
    assert "imunisasi.yaml:" in log.read_text()
    assert "Traceback" not in log.read_text()


def commands() -> dict[int, tuple[int, str]]:
    """Return the parent and the command of each process of this machine."""
    found: dict[int, tuple[int, str]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # ended meanwhile
            command = (folder / "cmdline").read_text().replace("\0", " ")
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            found[int(folder.name)] = int(parent), command
    return found


def workers(port: int) -> list[int]:
    """Return the processes that answer on a port, but not the one that keeps them."""
    known = commands()
    keepers = [pid for pid, (_, command) in known.items() if f"--port {port} " in command]
    return [
        pid
        for pid, (parent, command) in known.items()
        if parent in keepers and "spawn_main" in command
    ]


@pytest.mark.slow
def test_the_service_goes_on_when_a_worker_is_killed(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with running(SEVERAL, log) as port:
        assert ask(port, "POST", "/v1/advice", BODY)[0] == 200
        first = workers(port)
        assert len(first) == 2
        os.kill(first[0], signal.SIGKILL)
        answered = []
        for _ in range(20):
            # A request that the dead one had taken is lost with it, and no other.
            try:
                answered.append(ask(port, "GET", "/v1/events")[0])
            except (ConnectionError, HTTPException):
                answered.append(0)
        assert answered.count(0) <= 1
        assert set(answered) <= {0, 200}
        deadline = time.monotonic() + 60
        while len(set(workers(port)) - {first[0]}) < 2 and time.monotonic() < deadline:
            time.sleep(0.2)
        assert len(set(workers(port)) - {first[0]}) == 2
        assert ask(port, "POST", "/v1/advice", BODY)[0] == 200
        figures = ask(port, "GET", "/metrics")[1]
        assert b'route="/v1/advice"' in figures


@pytest.mark.slow
def test_a_stop_waits_for_the_request_under_way(tmp_path: Path) -> None:
    body = json.dumps(BODY).encode()
    log = tmp_path / "log"
    with running(TERMINAL, log) as port:
        assert ask(port, "POST", "/v1/advice", BODY)[0] == 200
        connection = HTTPConnection("127.0.0.1", port, timeout=120)
        connection.putrequest("POST", "/v1/advice")
        connection.putheader("Content-Type", "application/json")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body[:10])
        (server,) = [
            pid for pid, (_, command) in commands().items() if f"--port {port} " in command
        ]
        os.kill(server, signal.SIGTERM)
        while "Waiting for connections to close" not in log.read_text():
            time.sleep(0.1)
        connection.send(body[10:])
        assert connection.getresponse().status == 200
        connection.close()


@pytest.mark.slow
def test_a_worker_is_replaced_while_the_edit_is_broken(catalog: Path, tmp_path: Path) -> None:
    command = (*SEVERAL, "--reload-catalog", "--catalog", str(catalog))
    kept = {**os.environ, "LIFEJOURNEY_CACHE": str(tmp_path / "kept")}
    with running(command, tmp_path / "log", environment=kept) as port:
        assert ask(port, "POST", "/v1/advice", BODY)[0] == 200
        first = set(workers(port))
        (catalog / "topics.yaml").write_text("[")
        until(port, lambda one: not one["current"])
        for pid in first:
            os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with suppress(OSError, HTTPException):
                if ask(port, "POST", "/v1/advice", BODY)[0] == 200:
                    break
            time.sleep(0.2)
        until(port, lambda one: not one["current"] and "topics.yaml:" in one["problems"][0])
        assert ask(port, "POST", "/v1/advice", BODY)[0] == 200


def test_a_file_that_goes_away_meanwhile_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "here.yaml").write_text("x")
    assert list(_seen(tmp_path)) == [str(tmp_path / "here.yaml")]


def test_edits_are_taken_in_the_server(catalog: Path) -> None:
    app = create_app(settings=Settings(catalog=catalog, reload_catalog=True))
    with TestClient(app) as client:
        held = app.state.held
        (catalog / "topics.yaml").write_text("[")
        for _ in range(600):
            if not client.get("/readyz").json()["catalog"]["current"]:
                break
            time.sleep(0.1)
        assert app.state.held.catalog is held.catalog
        assert "topics.yaml:" in app.state.held.problems[0]
