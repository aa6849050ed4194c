"""`POST /v1/difference`: what changes between two requests, and why."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from lifejourney import as_json, present_difference, read_pair

from .posted import answer_to
from .state import State
from .tasks import advice
from .views import DIFFERENCE_BODY, PROBLEMS, DifferenceView

router = APIRouter(tags=["Rencana"])


@router.post(
    "/v1/difference",
    summary="Yang berubah di antara dua permintaan",
    response_class=Response,
    responses={
        200: {"model": DifferenceView, "description": "Langkah baru, hilang, berpindah; sebabnya"},
        **{code: PROBLEMS[code] for code in (400, 413, 415, 422, 503)},
    },
    openapi_extra={"requestBody": DIFFERENCE_BODY},
)
async def tell_difference(request: Request) -> Response:
    """Bandingkan rencana untuk dua permintaan. Jawaban tidak disimpan dan tidak dicatat."""
    return await answer_to(request, _compare)


def _compare(state: State, raw: object) -> bytes:
    """Return the answer; raises InvalidRequest."""
    sides = raw if isinstance(raw, Mapping) else {}
    days = (state.today(sides.get("before")), state.today(sides.get("after")))
    requests = read_pair(state.catalog, raw, days)
    before, after = (state.room.do(advice, one, ["plan"]) for one in requests)
    return as_json(present_difference(before, after))
