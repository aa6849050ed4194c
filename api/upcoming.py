"""`POST /v1/upcoming`: what falls due in the months ahead, without being asked for."""

from functools import partial
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from lifejourney import as_json, hand_out_upcoming, read_ahead

from .accepting import accepted_type
from .posted import JSON, answer_to
from .state import State
from .tasks import upcoming
from .views import PROBLEMS, UPCOMING_BODY, UpcomingView

CALENDAR: Final = "text/calendar"
router = APIRouter(tags=["Rencana"])


@router.post(
    "/v1/upcoming",
    summary="Yang akan jatuh tempo dalam beberapa bulan ke depan",
    response_class=Response,
    responses={
        200: {
            "model": UpcomingView,
            "description": "Apa, kapan, untuk siapa, mengapa; juga sebagai kalender",
            "content": {CALENDAR: {"schema": {"type": "string"}}},
        },
        **{code: PROBLEMS[code] for code in (400, 406, 413, 415, 422, 503)},
    },
    openapi_extra={"requestBody": UPCOMING_BODY},
)
async def tell_upcoming(request: Request) -> Response:
    """Sebutkan yang akan datang. Jawaban tidak disimpan dan tidak dicatat."""
    media_type = accepted_type(request, (JSON, CALENDAR))
    return await answer_to(request, partial(_look, media_type), media_type)


def _look(media_type: str, state: State, raw: object) -> bytes:
    """Return the answer; raises InvalidRequest."""
    outlook = read_ahead(state.catalog, raw, state.today(raw))
    answer = state.room.do(upcoming, outlook)
    return as_json(answer) if media_type == JSON else hand_out_upcoming(answer, "ics")
