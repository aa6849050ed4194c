"""How a posted case is answered: the body through the engine's own door, the work in a thread."""

from collections.abc import Callable, Mapping
from typing import Final

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import Response

from lifejourney import InvalidRequest, Words

from .bodies import read_body, read_json
from .language import accepted_language, home_language, known_language
from .problems import INVALID, Refused, check_parameters, fault_of
from .state import State, state_of

Work = Callable[[State, object], bytes]
JSON: Final = "application/json"
PARAMETERS: Final = ("lang",)


async def answer_to(request: Request, work: Work, media_type: str = JSON) -> Response:
    """Return what `work` makes of the body; raises Refused for one with problems.

    `?lang=`, then Accept-Language, count where the body names no language. Answers are never kept
    by anybody.
    """
    check_parameters(request, PARAMETERS)
    raw = read_json(await read_body(request))
    home = home_language(request)
    # One that is not known is refused by the door, with all else that is wrong.
    lang = request.query_params.get("lang")
    if lang is None and "accept-language" in request.headers:
        lang = accepted_language(request.headers["accept-language"], home)
    if isinstance(raw, Mapping) and lang is not None:
        raw = {"lang": lang, **raw}
    try:
        answer = await run_in_threadpool(work, state_of(request), raw)
    except InvalidRequest as error:
        raise _refused(error, raw, home) from None
    return Response(answer, headers={"Cache-Control": "no-store"}, media_type=media_type)


def _refused(error: InvalidRequest, raw: object, home: str) -> Refused:
    """Return the refusal of a request, in the language that its body asks for."""
    lang = known_language(raw.get("lang"), home) if isinstance(raw, Mapping) else None
    detail = Words("Permintaan belum dapat dipakai.", "The request cannot be used yet.")
    return Refused(INVALID, detail, map(fault_of, error.problems), lang=lang)
