"""Headers that every answer carries, HEAD as GET without the body, and answers made small."""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .language import weight_of

EVERYWHERE: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


class SafeHeaders:
    """Add the headers that keep a browser careful, where the answer has not set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add to what comes back."""

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in EVERYWHERE.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, add)


class HeadAsGet:
    """Answer HEAD with the headers of GET."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass HEAD on as GET, and hold the body back."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def bodiless(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, bodiless)


class Smaller(GZipMiddleware):
    """Send large answers as gzip to those who take it: `gzip;q=0` says that one does not."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, as it is or to what makes its answer small."""
        accepted = Headers(scope=scope).get("accept-encoding", "") if "headers" in scope else ""
        offers = (part.partition(";") for part in accepted.split(","))
        weights = {name.strip().lower(): weight_of(weight) for name, _, weight in offers}
        if weights.get("gzip", weights.get("*", 0.0)) > 0:
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)
