"""Run the real server as a process of its own on this machine, and ask it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "data" / "small"
UVICORN = (sys.executable, "-m", "uvicorn", "--factory", "api.app:create_app")
TERMINAL = (sys.executable, "-m", "lifejourney", "serve")


@contextmanager
def running(
    command: tuple[str, ...],
    log: Path,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[int]:
    """Run a server on a free port and give that; end it by its own process.

    By default it serves the small catalog.
    """
    if environment is None:
        environment = {**os.environ, "LIFEJOURNEY_CATALOG": str(SMALL)}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    with log.open("w") as written:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            cwd=cwd,
            env={**environment, "PYTHONUNBUFFERED": "1"},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(port, process, log)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=60)


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
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    payload = None if body is None else json.dumps(body)
    connection.request(method, path, payload, {"Content-Type": "application/json"})
    response = connection.getresponse()
    answer = response.status, response.read()
    connection.close()
    return answer
