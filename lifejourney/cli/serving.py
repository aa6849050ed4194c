"""`lifejourney serve`: the pages and the API on this machine."""

import errno
import os
import secrets
import socket
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Final

import typer
import uvicorn

from lifejourney.cli.desk import FINE, FOUND, Desk, Folder, Lang, Misuse, both, option, several
from lifejourney.errors import Words, system_words

CATALOG_VARIABLE: Final = "LIFEJOURNEY_CATALOG"
RELOAD_VARIABLE: Final = "LIFEJOURNEY_RELOAD_CATALOG"
KEY_VARIABLE: Final = "LIFEJOURNEY_KEY"
COUNTED_TOGETHER: Final = "PROMETHEUS_MULTIPROC_DIR"
GRACE: Final = 20
"""Seconds in which the requests under way are answered after a request to stop."""
_INSTALLED: Final = Path(__file__).parents[1] / "api"  # where the wheel puts the web
_WEB: Final = "lifejourney.api" if _INSTALLED.is_dir() else "api"
APPLICATION: Final = f"{_WEB}.app:create_app"
WIRE: Final = f"{_WEB}.wire:Wire"
Host = Annotated[str, option("--host", "HOST", "alamat", "address")]
Port = Annotated[
    int, typer.Option("--port", metavar="PORT", min=0, max=65535, help=both("porta", "port"))
]
Workers = Annotated[
    int,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        max=64,
        help=both("jumlah proses; yang mati diganti", "processes; one that dies is replaced"),
    ),
]

Reload = Annotated[
    bool,
    typer.Option(
        "--reload-catalog",
        help=both("pakai suntingan katalog yang baik", "take good edits of the catalog"),
    ),
]


def serve(  # noqa: PLR0917 - as many as its options
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Workers = 1,
    reload: Reload = False,
    lang: Lang = None,
    folder: Folder = None,
) -> int:
    """Serve the pages and the API."""
    desk = Desk.of(lang, folder=folder or os.environ.get(CATALOG_VARIABLE))
    # Read first, so that a fault in the catalog is told here and not by the server.
    number = len(desk.catalog.services)
    _find_free(host, port)
    os.environ[CATALOG_VARIABLE] = str(desk.folder)
    if reload:
        os.environ[RELOAD_VARIABLE] = "true"
    _check_settings()
    desk.line(
        desk.words(
            f"{number} layanan. Buka http://{host}:{port}/ (API: /docs; berhenti: Ctrl+C)",
            f"{several(number, 'service')}. Open http://{host}:{port}/ (API: /docs; stop: Ctrl+C)",
        )
    )
    with TemporaryDirectory() as figures:
        if workers > 1:  # each worker opens what another has sealed, and all count together
            os.environ.setdefault(KEY_VARIABLE, secrets.token_urlsafe())
            os.environ.setdefault(COUNTED_TOGETHER, figures)
        try:
            _run(host, port, workers)
        except SystemExit as ended:
            return _code(ended)
    return FINE


def _run(host: str, port: int, workers: int) -> None:
    """Run the server until it is stopped; raises SystemExit where it cannot begin."""
    uvicorn.run(
        APPLICATION,
        factory=True,
        http=WIRE,
        host=host,
        port=port,
        workers=workers,
        log_config=None,  # the application writes the log, by its settings
        access_log=False,
        proxy_headers=False,  # likewise believed by its settings
        server_header=False,
        timeout_graceful_shutdown=GRACE,
        timeout_worker_healthcheck=GRACE,  # a worker that starts may be busy for seconds
    )


def _code(ended: SystemExit) -> int:
    """Return the exit code of a server that ended by itself, and say why if it left words."""
    if isinstance(ended.code, str):
        typer.echo(ended.code, err=True)
    return FOUND if ended.code else FINE


def _check_settings() -> None:
    """Read the settings as the web will do; raises Misuse with all that is wrong in them.

    A worker that cannot read them would be started again without end.
    """
    try:
        import_module(f"{_WEB}.settings").read_settings()
    except ValueError as error:
        told = str(error)  # in both languages already
        remedy = Words("perbaiki variabel lingkungan ini", "correct these variables")
        raise Misuse(Words(told, told), remedy) from None


def _find_free(host: str, port: int) -> None:
    """Try whether a server may listen there; raises Misuse, with what to do, if not."""
    try:
        family, kind, number, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, number) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except UnicodeError:  # a name that no address can have
        raise Misuse(
            Words(f"'{host}' bukan nama mesin", f"'{host}' is no name of a machine"),
            Words("periksa --host; contoh: 127.0.0.1", "check --host; for example 127.0.0.1"),
        ) from None
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Misuse(
                Words(f"porta {port} sudah dipakai", f"port {port} is in use"),
                Words(
                    f"pakai yang lain: --port {port + 1} (make run PORT={port + 1})",
                    f"take another: --port {port + 1} (make run PORT={port + 1})",
                ),
            ) from None
        why = system_words(error)
        raise Misuse(
            Words(
                f"{host}:{port} tidak dapat dibuka: {why.id}",
                f"{host}:{port} cannot be opened: {why.en}",
            ),
            Words("periksa --host dan --port", "check --host and --port"),
        ) from None
