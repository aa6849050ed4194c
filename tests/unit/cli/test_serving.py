"""Check `lifejourney serve`: what the server is given, and what is said when it cannot begin."""

import os
import socket
from pathlib import Path

import pytest

from lifejourney.cli import serving
from lifejourney.cli.program import run

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"

Capture = pytest.CaptureFixture[str]


def small(*arguments: str) -> int:
    """Serve the small catalog."""
    return run(["serve", *arguments, "--catalog", str(SMALL)])


def test_settings_are_looked_at_before_anything_is_served(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that cannot read them would be started again without end."""
    monkeypatch.setenv("LIFEJOURNEY_SECONDS", "abc")
    monkeypatch.setenv("LIFEJOURNEY_CORS", "x")
    monkeypatch.setenv(serving.CATALOG_VARIABLE, "")
    assert small("--port", "0", "--workers", "2") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "LIFEJOURNEY_SECONDS: 'abc' tidak dapat dipakai" in captured.err
    assert "LIFEJOURNEY_CORS: 'x' bukan asal" in captured.err


def test_serve(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server gets the factory, this machine's own address, and the catalog's path."""
    called: dict[str, object] = {}
    monkeypatch.setenv(serving.CATALOG_VARIABLE, "")
    monkeypatch.setattr("uvicorn.run", lambda app, **more: called.update(more, app=app))
    assert small("--port", "0") == 0
    assert called["app"] == "api.app:create_app"
    assert (called["factory"], called["host"], called["port"]) == (True, "127.0.0.1", 0)
    assert os.environ[serving.CATALOG_VARIABLE] == str(SMALL)
    assert "http://127.0.0.1:0/" in capsys.readouterr().out


def test_workers_share_a_key_and_their_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one has sealed another can open."""
    called: dict[str, object] = {}
    for name in (serving.CATALOG_VARIABLE, serving.KEY_VARIABLE, serving.COUNTED_TOGETHER):
        monkeypatch.setenv(name, "")  # puts it back afterwards
        monkeypatch.delenv(name)

    def run(_app: str, **more: object) -> None:
        called.update(more, figures=Path(os.environ[serving.COUNTED_TOGETHER]).is_dir())

    monkeypatch.setattr("uvicorn.run", run)
    assert small("--workers", "2", "--port", "0") == 0
    assert (called["workers"], called["figures"]) == (2, True)
    assert len(os.environ[serving.KEY_VARIABLE]) >= 32


def test_a_port_in_use_is_told_with_another(capsys: Capture) -> None:
    """Nobody is sent to an address where something else answers."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port: int = other.getsockname()[1]
        assert small("--port", str(port)) == 2
    captured = capsys.readouterr()
    assert f"porta {port} sudah dipakai" in captured.err
    assert f"--port {port + 1}" in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(("left", "code"), [("LIFEJOURNEY_KEY: …", 1), (3, 1), (0, 0), (None, 0)])
def test_a_server_that_cannot_begin_says_so(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, left: str | int | None, code: int
) -> None:
    """What the application says when it ends itself is passed on, and so is that it failed."""

    def end(*_: object, **__: object) -> None:
        raise SystemExit(left)

    monkeypatch.setattr("uvicorn.run", end)
    assert small("--port", "0") == code
    assert ("LIFEJOURNEY_KEY: …" in capsys.readouterr().err) is isinstance(left, str)
