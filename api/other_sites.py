"""Let pages of other sites call the API from a browser, as far as the operator allows it (CORS)."""

from collections.abc import Sequence
from typing import Final

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

OPEN: Final = ("/v1/", "/openapi.json")
"""What others may call; the pages are for those who come to them."""


class OtherSites:
    """Answer the browsers of other sites at the calls of the API alone."""

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self.app = app
        self.opened = CORSMiddleware(
            app,
            allow_origins=origins,
            allow_methods=("GET", "HEAD", "POST"),
            allow_headers=("Content-Type", "If-None-Match", "X-Request-ID"),
            expose_headers=("ETag", "Content-Language", "Location", "X-Request-ID"),
            max_age=24 * 60 * 60,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, opened or not."""
        is_open = scope["type"] == "http" and scope["path"].startswith(OPEN)
        await (self.opened if is_open else self.app)(scope, receive, send)
