"""Give each request an id, and note what became of it: in the log, and in the figures."""

import re
import secrets
from time import perf_counter
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .logs import LOG
from .metrics import Metrics

HEADER: Final = "X-Request-ID"
UNMATCHED: Final = "(none)"
"""The route of an address that is none of ours: the address itself is the asker's affair."""
METHODS: Final = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
OTHER: Final = "other"
# A UUID, or 32 digits as proxies make them: nothing in which a name or a number would fit.
_WELL_FORMED: Final = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}", re.IGNORECASE
)
_ID: Final = "request_id"


def request_id(scope: Scope) -> str:
    """Return the id of a request, empty where nobody watches."""
    found: str = scope.get(_ID, "")
    return found


class Watch:
    """Stand around the whole application."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its id, and note route, method, status and time."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        scope[_ID] = id_ = given if _WELL_FORMED.fullmatch(given) else secrets.token_hex(16)
        began = perf_counter()
        status = 499  # the asker left before there was an answer

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = id_
            await send(message)

        try:
            await self.app(scope, receive, note)
        finally:
            route = getattr(scope.get("route"), "path", UNMATCHED)
            method = scope["method"] if scope["method"] in METHODS else OTHER
            seconds = perf_counter() - began
            self.metrics.request(route, method, status, seconds)
            LOG.info(
                "request",
                request=id_,
                route=route,
                method=method,
                status=status,
                ms=round(seconds * 1000, 1),
            )
