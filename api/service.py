"""The service about itself: health, readiness, and its own description."""

from typing import Final

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from lifejourney import as_json

from .metrics import MEDIA_TYPE, Metrics
from .reference import STYLE, render
from .state import state_of

router = APIRouter(tags=["Layanan ini"])
MOST_SHOWN: Final = 20
_FRESH = {"Cache-Control": "no-store"}
_PAGE = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
}


class Health(BaseModel):
    """Layanan hidup."""

    status: str


class ServedCatalog(BaseModel):
    """Katalog yang dipakai menjawab."""

    version: str
    current: bool = Field(description="false: suntingan terakhir rusak, yang baik terakhir dipakai")
    problems: list[str] = Field(description="Yang salah pada suntingan itu; paling banyak 20")


class Ready(Health):
    """Layanan siap, dengan versi katalognya."""

    catalog: ServedCatalog


@router.get(
    "/healthz",
    summary="Hidup atau tidak",
    response_class=Response,
    responses={200: {"model": Health, "description": "Hidup"}},
)
async def healthz() -> Response:
    """Menjawab selama proses ini hidup."""
    return Response(as_json({"status": "ok"}), 200, _FRESH, "application/json")


@router.get(
    "/readyz",
    summary="Siap atau belum",
    response_class=Response,
    responses={200: {"model": Ready, "description": "Siap"}},
)
async def readyz(request: Request) -> Response:
    """Menjawab setelah katalog dimuat, dengan versinya, dan apakah suntingan terakhir dipakai."""
    held = state_of(request)
    shown = {
        "version": held.catalog.version,
        "current": not held.problems,
        "problems": list(held.problems[:MOST_SHOWN]),
    }
    body = {"status": "ready", "catalog": shown}
    return Response(as_json(body), 200, _FRESH, "application/json")


@router.get(
    "/metrics",
    summary="Angka untuk Prometheus",
    response_class=PlainTextResponse,
    responses={200: {"description": "Angka"}},
)
async def metrics(request: Request) -> Response:
    """Jumlah dan lama permintaan menurut rute, metode dan golongan status; tanpa orangnya."""
    figures: Metrics = request.app.state.metrics
    return Response(figures.text(), 200, _FRESH, MEDIA_TYPE)


@router.get("/openapi.json", include_in_schema=False)
async def openapi(request: Request) -> Response:
    """Uraian panggilan sebagai OpenAPI."""
    return Response(as_json(request.app.openapi()), media_type="application/json")


@router.get("/docs", include_in_schema=False)
async def docs(request: Request) -> Response:
    """Acuan panggilan sebagai halaman."""
    return HTMLResponse(render(request.app.openapi()), headers=_PAGE)


@router.get("/docs/reference.css", include_in_schema=False)
async def style() -> Response:
    """Gaya halaman acuan."""
    return Response(STYLE, media_type="text/css")
