"""Static files of the pages, kept by browsers until they change."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from lifejourney import Words

from ..look import Look, media_type
from ..problems import unknown

router = APIRouter(include_in_schema=False)
FILE = Words("Berkas", "file")


@router.get("/aset/{name}")
async def get_file(request: Request, name: str) -> Response:
    """Return one file; for ever if its address names its version."""
    look: Look = request.app.state.look
    try:
        content, version = look.file(name)
    except FileNotFoundError:
        raise unknown(FILE, name, ()) from None
    fixed = request.query_params.get("v") == version
    kept = "public, max-age=31536000, immutable" if fixed else "no-cache"
    return Response(content, headers={"Cache-Control": kept}, media_type=media_type(name))


@router.get("/pekerja.js")
async def get_worker(request: Request) -> Response:
    """Return the worker that shows a kept plan without signal; only the root may serve it."""
    look: Look = request.app.state.look
    headers = {"Cache-Control": "no-cache"}
    return Response(look.file("worker.js")[0], headers=headers, media_type="text/javascript")
