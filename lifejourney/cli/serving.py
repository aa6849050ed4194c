"""`lifejourney serve`: the pages and the API on this machine."""

import os
from pathlib import Path
from typing import Annotated, Final

import typer
import uvicorn

from lifejourney.cli.desk import Desk, Folder, Lang, both, option

CATALOG_VARIABLE: Final = "LIFEJOURNEY_CATALOG"
_INSTALLED: Final = Path(__file__).parents[1] / "api"  # where the wheel puts the web
APPLICATION: Final = f"{'lifejourney.' if _INSTALLED.is_dir() else ''}api.app:create_app"
Host = Annotated[str, option("--host", "HOST", "alamat", "address")]
Port = Annotated[
    int, typer.Option("--port", metavar="PORT", min=0, max=65535, help=both("porta", "port"))
]


def serve(
    host: Host = "127.0.0.1", port: Port = 8000, lang: Lang = None, folder: Folder = None
) -> None:
    """Serve the pages and the API."""
    desk = Desk.of(lang, folder=folder)
    # Read first, so that a fault in the catalog is told here and not by the server.
    number = len(desk.catalog.services)
    os.environ[CATALOG_VARIABLE] = str(desk.folder)
    desk.line(
        desk.words(
            f"{number} layanan. Buka http://{host}:{port}/ (API: /docs; berhenti: Ctrl+C)",
            f"{number} services. Open http://{host}:{port}/ (API: /docs; stop: Ctrl+C)",
        )
    )
    uvicorn.run(APPLICATION, factory=True, host=host, port=port, log_level="warning")
