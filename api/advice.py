"""`POST /v1/advice`: the body goes through the engine's own door, as the terminal's input does."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.posted import answer_to
from api.state import State
from api.views import ADVICE_BODY, PROBLEMS, AdviceView
from lifejourney import as_json, present, read_request

router = APIRouter(tags=["Rencana"])


@router.post(
    "/v1/advice",
    summary="Rencana layanan untuk satu atau beberapa peristiwa",
    response_class=Response,
    responses={
        200: {"model": AdviceView, "description": "Putusan, rencana dan pertanyaan"},
        **{code: PROBLEMS[code] for code in (400, 413, 415, 422)},
    },
    openapi_extra={"requestBody": ADVICE_BODY},
)
async def give_advice(request: Request) -> Response:
    """Susun rencana dari peristiwa dan jawaban. Jawaban tidak disimpan dan tidak dicatat."""
    return await answer_to(request, _advise)


def _advise(state: State, raw: object) -> bytes:
    """Return the answer; raises InvalidRequest."""
    asked = read_request(state.catalog, raw, state.today(raw))
    with state.turn:
        advice = state.advisor.advise(asked)
    return as_json(present(advice, *_included(raw)))


def _included(raw: object) -> list[list[str]]:
    """Return the parts that are asked for, as `read_request` has checked them; [] for all."""
    given = raw.get("include") if isinstance(raw, Mapping) else None
    return [given] if isinstance(given, list) else []
