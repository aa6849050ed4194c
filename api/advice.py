"""`POST /v1/advice`: the body goes through the engine's own door, as the terminal's input does."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from lifejourney import read_request

from .accepting import accepted_type
from .posted import JSON, answer_to
from .state import State
from .tasks import handout, written
from .views import ADVICE_BODY, PROBLEMS, AdviceView

HANDED_OUT: Final = {
    "text/calendar": "ics",
    "text/markdown": "markdown",
    "text/csv": "csv",
    "image/svg+xml": "svg",
}
router = APIRouter(tags=["Rencana"])


@router.post(
    "/v1/advice",
    summary="Rencana layanan untuk satu atau beberapa peristiwa",
    response_class=Response,
    responses={
        200: {
            "model": AdviceView,
            "description": "Putusan, rencana dan pertanyaan; menurut tajuk Accept rencananya "
            "sebagai kalender, teks, tabel atau gambar",
            "content": {media: {"schema": {"type": "string"}} for media in HANDED_OUT},
        },
        **{code: PROBLEMS[code] for code in (400, 406, 413, 415, 422, 503)},
    },
    openapi_extra={"requestBody": ADVICE_BODY},
)
async def give_advice(request: Request) -> Response:
    """Susun rencana dari peristiwa dan jawaban. Jawaban tidak disimpan dan tidak dicatat."""
    media_type = accepted_type(request, (JSON, *HANDED_OUT))
    return await answer_to(request, partial(_advise, media_type), media_type)


def _advise(media_type: str, state: State, raw: object) -> bytes:
    """Return the answer; raises InvalidRequest. `include` chooses parts of JSON alone."""
    asked = read_request(state.catalog, raw, state.today(raw))
    if media_type in HANDED_OUT:
        return state.room.do(handout, asked, HANDED_OUT[media_type])
    return state.room.do(written, asked, _included(raw))


def _included(raw: object) -> list[str] | None:
    """Return the parts that are asked for, as `read_request` has checked them; None for all."""
    given = raw.get("include") if isinstance(raw, Mapping) else None
    return given if isinstance(given, list) else None
