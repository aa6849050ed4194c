"""`POST /v1/explain`: why one service is in the plan or not, and what would have to change."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from lifejourney import as_json, present_name, read_about, withdrawn

from .posted import answer_to
from .problems import gone
from .state import State
from .tasks import explanation
from .views import EXPLAIN_BODY, PROBLEMS, ExplanationView

router = APIRouter(tags=["Rencana"])


@router.post(
    "/v1/explain",
    summary="Mengapa satu layanan ada dalam rencana, atau tidak",
    response_class=Response,
    responses={
        200: {"model": ExplanationView, "description": "Mengapa, mengapa tidak, bagaimana bila"},
        **{code: PROBLEMS[code] for code in (400, 410, 413, 415, 422, 503)},
    },
    openapi_extra={"requestBody": EXPLAIN_BODY},
)
async def explain_service(request: Request) -> Response:
    """Jelaskan satu layanan, juga perubahan jawaban terkecil yang mengubahnya."""
    return await answer_to(request, _explain)


def _explain(state: State, raw: object) -> bytes:
    """Return the answer; raises InvalidRequest, and Refused for a service that is gone."""
    _check_not_gone(state, raw)
    about = read_about(state.catalog, raw, state.today(raw))
    return as_json(state.room.do(explanation, about.request, about.service, about.person))


def _check_not_gone(state: State, raw: object) -> None:
    """Refuse a service that was withdrawn, as `GET /v1/services/{name}` does."""
    name = raw.get("service") if isinstance(raw, Mapping) else None
    if isinstance(name, str):
        present = present_name(state.current, name)
        entry = withdrawn(state.current, present)
        if entry is not None:
            raise gone(present, entry.replaced_by, "service")
