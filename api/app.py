"""Wire the application together: the only place where the parts of the web meet."""

import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from lifejourney import SHIPPED, Advisor, Catalog, InvalidCatalog, last_good, open_catalog

from . import advice, difference, endpoints, explain, service, upcoming
from .description import SUMMARY, TITLE, describe
from .editing import Problems, followed
from .headers import HeadAsGet, SafeHeaders, Smaller
from .logs import LOG, begin
from .look import Look
from .metrics import Metrics
from .other_sites import OtherSites
from .pages import ROUTERS as PAGES
from .pages.problem import show_problem
from .problems import Guard, Refused, answer_http, answer_invalid, answer_refused
from .room import Clerk, OwnRoom, SameRoom, settle
from .settings import InvalidSetting, Settings, read_settings
from .state import SOFTWARE, State, now_in_utc
from .watching import Watch

ROUTERS: Final = (
    endpoints.router,
    advice.router,
    upcoming.router,
    difference.router,
    explain.router,
    service.router,
    *PAGES,
)
Handler = Callable[[Request, Any], Coroutine[Any, Any, Response]]
HANDLERS: Final[dict[int | type[Exception], Handler]] = {
    Refused: answer_refused,
    RequestValidationError: answer_invalid,
    HTTPException: answer_http,
}
# Spans and logs would carry the words of errors, and these may hold answers.
SILENT: Final[TelemetryConfig] = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}


def create_app(
    catalog: Catalog | None = None,
    now: Callable[[], datetime] = now_in_utc,
    settings: Settings | None = None,
) -> FastAPI:
    """Return the application for a catalog, by default the one that `start_catalog` finds.

    Settings come from the environment unless they are given.
    """
    settings = start_settings() if settings is None else settings
    metrics = Metrics()
    app = FastAPI(
        title=TITLE,
        summary=SUMMARY,
        version=SOFTWARE,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=SILENT,
        middleware=surround(settings, metrics),
        lifespan=live,
        generate_unique_id_function=lambda route: route.name,  # what clients call their methods
        exception_handlers=dict(HANDLERS),
    )
    for router in ROUTERS:
        app.include_router(router)
    app.state.settings = settings
    app.state.metrics = metrics
    app.state.look = Look(settings.look)
    app.state.problem_page = show_problem
    app.state.held = hold(start_catalog(settings) if catalog is None else catalog, now)
    described = describe(app)
    app.openapi = lambda: described  # type: ignore[method-assign]
    app.state.paths = [*described["paths"], "/openapi.json", "/docs", "/"]
    return app


def surround(settings: Settings, metrics: Metrics) -> list[Middleware]:
    """Return what stands around every call, from the outside in.

    Guard stands where it can still send through the others.
    """
    return [
        Middleware(Watch, metrics=metrics),
        Middleware(ProxyHeadersMiddleware, trusted_hosts=list(settings.proxies)),
        Middleware(SafeHeaders),
        *([Middleware(OtherSites, origins=settings.cors)] if settings.cors else []),
        Middleware(HeadAsGet),
        Middleware(Smaller, minimum_size=600, compresslevel=6),
        Middleware(Guard),
    ]


def hold(catalog: Catalog, now: Callable[[], datetime]) -> State:
    """Return what requests are answered from until a server makes room beside itself."""
    return State(catalog, SameRoom(Advisor(catalog)), now)


@asynccontextmanager
async def live(app: FastAPI) -> AsyncIterator[None]:
    """Begin what lives as long as the server does, and end it."""
    settings: Settings = app.state.settings
    begin(settings.log_level, settings.log_format)
    held: State = app.state.held
    clerk = Clerk(settings.seconds)
    clerk.begin()
    settle()
    app.state.held = replace(held, room=OwnRoom(held.catalog, clerk))
    edits = partial(_take, app, clerk)
    folder = settings.catalog or SHIPPED
    LOG.info("started", version=SOFTWARE, catalog=held.catalog.version)
    following = followed(folder, held.catalog.version, edits)
    with following if settings.reload_catalog else nullcontext():
        yield
    clerk.end()
    app.state.held = held
    LOG.info("stopped")


def _take(app: FastAPI, clerk: Clerk, found: Catalog | Problems) -> None:
    """Answer from an edited catalog from now on; from the last good one if it is broken."""
    held: State = app.state.held
    metrics: Metrics = app.state.metrics
    is_good = isinstance(found, Catalog)
    metrics.catalog_is_current(current=is_good)
    if isinstance(found, Catalog):
        app.state.held = State(found, OwnRoom(found, clerk), held.now)
        LOG.info("the catalog was edited", catalog=found.version)
    else:
        app.state.held = replace(held, problems=found)
        LOG.error("the edited catalog is broken", served=held.catalog.version, problems=found)


def start_catalog(settings: Settings) -> Catalog:
    """Return the catalog of the settings, else the shipped one.

    A broken one ends the program with all problems on standard error; where edits are followed
    the last good one is served meanwhile, if it was kept.
    """
    path = settings.catalog or SHIPPED
    try:
        return open_catalog(path)
    except InvalidCatalog as error:
        before = last_good(path) if settings.reload_catalog else None
        if before is not None:
            return before
        sys.exit(
            f"{error.in_language('id')}\n"
            f"Katalog {path} tidak dapat dipakai; jalankan 'lifejourney check {path}'. / "
            f"The catalog {path} cannot be used; run 'lifejourney check {path}'."
        )


def start_settings() -> Settings:
    """Return the settings of the environment; ends the program with all that is wrong."""
    try:
        return read_settings()
    except InvalidSetting as error:
        sys.exit(str(error))
