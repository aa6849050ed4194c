"""The recipe for nginx: a real one in front of a real service, with its limits."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from api.settings import Settings
from lifejourney import load_catalog
from tests.pages.serving import served
from tests.serving import ROOT, SMALL

RECIPE = ROOT / "docs" / "nginx.conf"
BURST = 20
TOLD = "cerai"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    return port


@contextmanager
def proxied(service: str, folder: Path) -> Iterator[int]:
    """Run nginx by the recipe in front of a service, with ports and places of this test."""
    port = free_port()
    recipe = RECIPE.read_text(encoding="utf-8")
    recipe = recipe.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    recipe = recipe.replace("127.0.0.1:8000", service.removeprefix("http://"))
    recipe = recipe.replace("/var/log/nginx", str(folder))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    whole = (
        f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/start.log;\n"
        f"events {{}}\nhttp {{\n{places}{recipe}\n}}\n"
    )
    configuration = folder / "nginx.conf"
    configuration.write_text(whole, encoding="utf-8")
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, "no nginx on this machine: apt-get install nginx-light"
    process = subprocess.Popen([program, "-p", folder, "-c", configuration])
    try:
        for _ in range(100):
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def ask(port: int, method: str, path: str, body: str = "") -> tuple[int, str | None]:
    """Return the status and the id of the request."""
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request(method, path, body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.getheader("X-Request-ID")


@pytest.mark.slow
def test_the_recipe_limits_the_rate_and_writes_nothing_about_people(tmp_path: Path) -> None:
    with served(load_catalog(SMALL)) as service, proxied(service, tmp_path) as port:
        status, id_ = ask(port, "GET", f"/v1/services?q={TOLD}")
        assert status == 200
        assert id_ is not None
        assert re.fullmatch(r"[0-9a-f]{32}", id_)
        assert ask(port, "GET", "/")[0] == 200
        assert ask(port, "GET", "/metrics")[0] == 404
        assert ask(port, "POST", "/v1/advice", " " * 300_000)[0] == 413
        # What is wrong is refused at once, so that only the proxy's own limit is met.
        statuses = [ask(port, "POST", "/v1/advice", "{")[0] for _ in range(BURST * 3)]
    assert statuses[:BURST] == [400] * BURST
    assert 429 in statuses
    written = (tmp_path / "lifejourney.log").read_text()
    assert id_ in written
    assert "127.0.0.1" not in written
    assert TOLD not in written


def test_its_figures_fit_the_settings() -> None:
    recipe = RECIPE.read_text(encoding="utf-8")
    assert "client_max_body_size 256k;" in recipe
    assert "proxy_set_header X-Forwarded-Proto" in recipe
    assert Settings().most_bytes == 256 * 1024
    assert Settings().seconds * 2 < 30
