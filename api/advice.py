"""`POST /v1/advice`: the body goes through the engine's own door, as the terminal's input does."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from api.bodies import read_body, read_json
from api.language import Language, known_language
from api.problems import INVALID, Refused, fault_of
from api.state import State, state_of
from api.views import ADVICE_BODY, PROBLEMS, AdviceView
from lifejourney import InvalidRequest, Words, as_json, present, read_request

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
    raw = read_json(await read_body(request))
    lang = known_language(request.query_params.get("lang"))
    if isinstance(raw, Mapping) and lang is not None:
        raw = {"lang": lang, **raw}
    answer = await run_in_threadpool(_advise, state_of(request), raw)
    return Response(answer, headers={"Cache-Control": "no-store"}, media_type="application/json")


def _advise(state: State, raw: object) -> bytes:
    """Return the answer; raises Refused for a request with problems."""
    try:
        asked = read_request(state.catalog, raw, state.today(raw))
    except InvalidRequest as error:
        raise refused(error, raw) from None
    with state.turn:
        advice = state.advisor.advise(asked)
    return as_json(present(advice, *_included(raw)))


def _included(raw: object) -> list[list[str]]:
    """Return the parts that are asked for, as `read_request` has checked them; [] for all."""
    given = raw.get("include") if isinstance(raw, Mapping) else None
    return [given] if isinstance(given, list) else []


def refused(error: InvalidRequest, raw: object) -> Refused:
    """Return the refusal of a request, in the language that its body asks for."""
    lang: Language | None = known_language(raw.get("lang")) if isinstance(raw, Mapping) else None
    detail = Words("Permintaan belum dapat dipakai.", "The request cannot be used yet.")
    return Refused(INVALID, detail, map(fault_of, error.problems), lang=lang)
