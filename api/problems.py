"""Answer every error as `application/problem+json` (RFC 9457), in the reader's language.

What a person wrote is never logged, see `logs`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lifejourney import Problem, Words, as_json, did_you_mean

from .language import Language, problem_language
from .logs import LOG
from .watching import request_id

MEDIA_TYPE: Final = "application/problem+json"
LONGEST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Kind:
    """Name one kind of error: its anchor in `/docs`, its status, its title."""

    name: str
    status: int
    title: Words


BAD_JSON: Final = Kind("bad-json", 400, Words("JSON tidak dapat dibaca", "Unreadable JSON"))
NO_HTTP: Final = Kind("no-http", 400, Words("Bukan HTTP", "No HTTP"))
ABROAD: Final = Kind("other-site", 403, Words("Dari situs lain", "From another site"))
NOT_FOUND: Final = Kind("not-found", 404, Words("Tidak ditemukan", "Not found"))
METHOD: Final = Kind(
    "method-not-allowed", 405, Words("Metode tidak didukung", "Method not allowed")
)
ACCEPTABLE: Final = Kind("not-acceptable", 406, Words("Jenis jawaban tidak ada", "Not acceptable"))
WITHDRAWN: Final = Kind("withdrawn", 410, Words("Sudah ditarik", "Withdrawn"))
TOO_LARGE: Final = Kind("too-large", 413, Words("Terlalu besar", "Too large"))
MEDIA: Final = Kind(
    "unsupported-media-type", 415, Words("Jenis isi tidak didukung", "Unsupported media type")
)
INVALID: Final = Kind("invalid-request", 422, Words("Permintaan belum benar", "Invalid request"))
UNEXPECTED: Final = Kind("unexpected", 500, Words("Kesalahan di server", "Server error"))
BUSY: Final = Kind("busy", 503, Words("Sedang sibuk", "Busy"))
TOO_LONG: Final = Kind("too-long", 503, Words("Terlalu lama", "Took too long"))
RETRY_SECONDS: Final = 5
OTHER: Final = Kind("refused", 400, Words("Permintaan ditolak", "Refused"))
KINDS: Final = (
    BAD_JSON,
    NO_HTTP,
    ABROAD,
    NOT_FOUND,
    METHOD,
    ACCEPTABLE,
    WITHDRAWN,
    TOO_LARGE,
    MEDIA,
    INVALID,
    UNEXPECTED,
    BUSY,
    TOO_LONG,
    OTHER,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Name one field that is wrong, what is wrong with it, and the remedy."""

    field: str
    message: Words
    remedy: Words | None = None


class Refused(Exception):
    """Refuse a request.

    `lang` overrules the language of the address; `more` are further members of the answer.
    """

    def __init__(
        self,
        kind: Kind,
        detail: Words,
        faults: Iterable[Fault] = (),
        *,
        lang: Language | None = None,
        more: Mapping[str, str | None] | None = None,
    ) -> None:
        super().__init__(kind.name)
        self.kind = kind
        self.detail = detail
        self.faults = tuple(faults)
        self.lang = lang
        self.more = dict(more or {})


def fault_of(problem: Problem) -> Fault:
    """Return a problem that the engine found with a request."""
    return Fault(problem.where.field or "", problem.what, problem.remedy)


def as_response(refused: Refused, lang: Language, request: str = "") -> Response:
    """Return the answer for a refusal, with the id of the request."""
    lang = refused.lang or lang
    body = {
        "type": f"/docs#{refused.kind.name}",
        "title": refused.kind.title.in_language(lang),
        "status": refused.kind.status,
        "detail": refused.detail.in_language(lang),
        "errors": [
            {
                "field": fault.field,
                "message": fault.message.in_language(lang),
                "remedy": fault.remedy.in_language(lang) if fault.remedy else None,
            }
            for fault in refused.faults
        ],
        "request": request,
        **refused.more,
    }
    headers = {
        "Content-Language": lang,
        "Vary": "Accept-Language",
        "Cache-Control": "no-store",
    }
    return Response(as_json(body), refused.kind.status, headers, MEDIA_TYPE)


def respond(request: Request, refused: Refused, lang: Language) -> Response:
    """Return the answer for a refusal: a page to a reader of pages, else a problem."""
    reads_pages = "text/html" in request.headers.get("accept", "")
    if reads_pages and not request.url.path.startswith("/v1/"):
        response: Response = request.app.state.problem_page(request, refused, lang)
        return response
    return as_response(refused, lang, request_id(request.scope))


async def answer_refused(request: Request, error: Refused) -> Response:
    """Answer a refusal of our own."""
    response = respond(request, error, problem_language(request))
    if error.kind is MEDIA:
        response.headers["Accept-Post"] = "application/json"
    if error.kind in {BUSY, TOO_LONG}:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def shown(name: str) -> str:
    """Return what somebody wrote as it can be shown: printable, and not too long."""
    whole = name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…"
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in whole)


def unknown(what: Words, name: str, choices: Iterable[str], listed: str = "") -> Refused:
    """Refuse a name that is not in the catalog, with the one perhaps meant or where all stand."""
    told = shown(name)
    detail = Words(f"{what.id} '{told}' tidak ada.", f"There is no {what.en} '{told}'.")
    remedy = did_you_mean(name[:100], choices) or (_see(listed) if listed else None)
    return Refused(NOT_FOUND, detail, [Fault("", detail, remedy)])


def _see(place: str) -> Words:
    """Say where to look."""
    return Words(f"lihat {place}", f"see {place}")


def gone(name: str, replaced_by: str | None, field: str = "") -> Refused:
    """Refuse what was withdrawn, with what replaced it."""
    told = shown(name)
    detail = Words(f"'{told}' sudah ditarik.", f"'{told}' was withdrawn.")
    remedy = Words(f"pakai '{replaced_by}'", f"use '{replaced_by}'") if replaced_by else None
    fault = Fault(field, detail, remedy)
    return Refused(WITHDRAWN, detail, [fault], more={"replaced_by": replaced_by})


async def answer_http(request: Request, error: HTTPException) -> Response:
    """Answer an error that the router found: an unknown path, or a method that is not there."""
    lang = problem_language(request)
    path = request.url.path
    if error.status_code == NOT_FOUND.status:
        listed = "/docs" if path.startswith("/v1") else "/"
        refused = unknown(Words("Alamat", "address"), path, _paths(request), listed)
    elif error.status_code == METHOD.status:
        allowed = (error.headers or {}).get("Allow", "")
        detail = Words(
            f"Alamat ini tidak menerima {shown(request.method)}; pakai {allowed}.",
            f"This address does not take {shown(request.method)}; use {allowed}.",
        )
        remedy = Words(f"pakai {allowed}", f"use {allowed}")
        refused = Refused(METHOD, detail, [Fault("", detail, remedy)])
    else:
        kind = Kind(OTHER.name, error.status_code, OTHER.title)
        detail = Words("Permintaan tidak dapat diproses.", "The request cannot be handled.")
        refused = Refused(kind, detail)
    response = respond(request, refused, lang)
    response.headers.update(error.headers or {})
    return response


def _paths(request: Request) -> list[str]:
    """Return the addresses there are, for a suggestion."""
    known: list[str] = request.app.state.paths
    return known


_NO_PARAMETER: Final = Words("parameter ini tidak dikenal", "there is no such parameter")
_SAID: Final = {
    "literal_error": Words("nilai ini tidak dikenal", "this value is not known"),
    "string_too_long": Words("teks terlalu panjang", "the text is too long"),
    "too_long": Words("disebut terlalu sering", "it is said too often"),
}
_UNREADABLE: Final = Words("nilai ini tidak dapat dibaca", "this value cannot be read")
_PARAMETERS: Final = Words("Parameter alamat belum benar.", "The parameters are not right.")


async def answer_invalid(request: Request, error: RequestValidationError) -> Response:
    """Answer parameters of the address that cannot be read."""
    path = getattr(request.scope.get("route"), "path", "")
    call = request.app.openapi()["paths"].get(path, {}).get("get", {})
    known = [one["name"] for one in call.get("parameters", ()) if one["in"] == "query"]
    faults = [_parameter(found, known) for found in error.errors()]
    return respond(request, Refused(INVALID, _PARAMETERS, faults), problem_language(request))


def _parameter(found: Mapping[str, object], known: Sequence[str]) -> Fault:
    """Return what is wrong with one parameter."""
    place = found["loc"]
    field = ".".join(map(str, place[1:])) if isinstance(place, tuple) else ""
    if found["type"] == "extra_forbidden":
        return no_parameter(field, known)
    context = found.get("ctx")
    context = context if isinstance(context, dict) else {}
    remedy = _see("/docs")
    if "expected" in context:
        expected = context["expected"]
        remedy = Words(f"pakai {expected.replace(' or ', ' atau ')}", f"use {expected}")
    elif "max_length" in context:
        most = context["max_length"]
        remedy = Words(f"paling banyak {most}", f"at most {most}")
    return Fault(field, _SAID.get(str(found["type"]), _UNREADABLE), remedy)


def no_parameter(name: str, known: Sequence[str]) -> Fault:
    """Report a parameter of the address that nobody would read."""
    listed = ", ".join(known)
    near = did_you_mean(name[:100], known) or Words(f"yang ada: {listed}", f"there are: {listed}")
    return Fault(shown(name), _NO_PARAMETER, near)


def check_parameters(request: Request, known: Sequence[str], several: Sequence[str] = ()) -> None:
    """Refuse parameters that are said twice, but for `several`, and those that are not known."""
    given = Counter(name for name, _ in request.query_params.multi_items())
    twice = Words("parameter ini disebut dua kali", "this parameter is given twice")
    once = Words("sebut satu kali saja", "give it once")
    faults = [
        Fault(shown(name), twice, once) if name in known else no_parameter(name, known)
        for name, times in given.items()
        if name not in known or (times > 1 and name not in several)
    ]
    if faults:
        raise Refused(INVALID, _PARAMETERS, faults)


class Guard:
    """Catch what nobody expected: answer 500, and log the places, never what was sent."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and answer in its stead if that fails."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def note(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, note)
        except ClientDisconnect:
            pass  # nobody is left to answer
        except Exception as error:  # noqa: BLE001 - the last door
            LOG.error("failed", request=request_id(scope), exc_info=error)
            if not started:
                detail = Words(
                    "Terjadi kesalahan yang tidak terduga. Coba lagi nanti.",
                    "Something unexpected happened. Try again later.",
                )
                request = Request(scope)
                refused = Refused(UNEXPECTED, detail)
                answer = respond(request, refused, problem_language(request))
                await answer(scope, receive, send)
