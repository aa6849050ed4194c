"""What a person takes away: paper, calendar, text, picture, a file to go on from another day."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping
from typing import Any, Final
from zlib import compress

import segno
from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.responses import PlainTextResponse, Response

from lifejourney import InvalidRequest, Words, as_json, hand_out

from ..problems import NOT_FOUND, Refused
from ..sealing import NotSealed, inflate
from ..session import Session
from . import plan
from .lost import show_lost
from .outline import Outline
from .paper import as_pdf, can_pdf
from .visit import SAFE, Visit, Visiting

router = APIRouter(include_in_schema=False)
FORMAT: Final = 1
LONGEST_QR: Final = 1200
"""Letters that a phone still reads from paper."""
NAMES: Final = {"kalender.ics": "ics", "tabel.csv": "csv"}
MEDIA: Final = {
    "kalender.ics": "text/calendar; charset=utf-8",
    "tabel.csv": "text/csv; charset=utf-8",
    "rencana.pdf": "application/pdf",
    "jawaban.json": "application/json",
}


# On paper.


@router.get("/cetak")
def get_print(visit: Visiting) -> Response:
    """Show the plan as it is printed."""
    return show_print(visit)


@router.post("/cetak")
def post_print(visit: Visiting) -> Response:
    """Show it with or without the picture that opens the plan again."""
    return show_print(visit)


def show_print(visit: Visit) -> Response:
    """Show the plan for paper: A4, black and white, everything open."""
    if visit.session is None or not visit.session.events:
        return show_lost(visit)
    return visit.page("print.html", _printed(visit, visit.session))


def _printed(visit: Visit, session: Session) -> dict[str, Any]:
    address = _address(visit, session)
    wanted = visit.text("qr") == "1" or visit.request.query_params.get("qr") == "1"
    fits = len(address) <= LONGEST_QR
    code = segno.make(address, error="l").svg_inline(scale=3, border=4) if wanted and fits else ""
    return {**plan.context(visit, session), "qr": code, "qr_fits": fits, "qr_wanted": wanted}


def _address(visit: Visit, session: Session) -> str:
    """Return the address whose fragment, which no server sees, holds the answers."""
    body = json.dumps(session.body(), ensure_ascii=False, separators=(",", ":")).encode()
    packed = urlsafe_b64encode(compress(body, 9)).decode().rstrip("=")
    return f"{visit.request.url.scheme}://{visit.request.url.netloc}/buka#{packed}"


# As files.


@router.get(plan.PATH + "/{name}")
def get_file(visit: Visiting, name: str) -> Response:
    """Return the plan as a file."""
    return _file(visit, name)


@router.post(plan.PATH + "/{name}")
def post_file(visit: Visiting, name: str) -> Response:
    """Return it to a browser without cookies."""
    return _file(visit, name)


def _file(visit: Visit, name: str) -> Response:
    session = visit.session
    if session is None or not session.events:
        return show_lost(visit)
    if name not in MEDIA or (name == "rencana.pdf" and not can_pdf()):
        raise Refused(NOT_FOUND, Words("Berkas itu tidak ada.", "There is no such file."))
    headers = {
        **SAFE,
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    return Response(_content(visit, session, name), 200, headers, MEDIA[name])


def _content(visit: Visit, session: Session, name: str) -> bytes:
    if name == "jawaban.json":
        version = visit.state.catalog.version
        return as_json({"format": FORMAT, "catalog": version, "request": session.body(visit.lang)})
    if name == "rencana.pdf":
        look = visit.look
        styles = [look.file(each)[0].decode() for each in ("tokens.css", "pages.css", "print.css")]
        context = {**_printed(visit, session), "for_pdf": True}
        return as_pdf(visit.render("print.html", context), styles)
    outline = Outline(visit.answer(session, "verdicts", "plan", "questions"))
    return hand_out(outline.arranged, NAMES[name])


@router.get("/salin")
def get_copy(visit: Visiting) -> Response:
    """Show the plan as text to copy."""
    return show_copy(visit)


@router.post("/salin")
def post_copy(visit: Visiting) -> Response:
    """Show it to a browser without cookies."""
    return show_copy(visit)


def show_copy(visit: Visit) -> Response:
    """Show the plan as plain text, as a messenger takes it."""
    if visit.session is None or not visit.session.events:
        return show_lost(visit)
    context = plan.context(visit, visit.session)
    text = visit.render("copy.txt", context)
    return visit.page("copy.html", {**context, "text": text})


# To go on.


@router.get("/lanjutkan")
def get_resume(visit: Visiting) -> Response:
    """Ask for the file with the answers."""
    wrong = "wrong" in visit.request.query_params
    return visit.page("resume.html", {"wrong": wrong})


@router.post("/lanjutkan")
async def post_resume(visit: Visiting) -> Response:
    """Go on with the answers of a file, or of the address that a picture on paper holds."""
    given = visit.form.get("file")
    raw = await given.read() if isinstance(given, UploadFile) else _unpacked(visit.text("packed"))
    await visit.form.close()
    session = _resumed(visit, raw)
    if session is None:
        if visit.is_carried:
            return visit.page("resume.html", {"wrong": True})
        return PlainTextResponse("", 303, {"Location": visit.link("/lanjutkan?wrong=1")})
    return visit.to(plan.PATH, session, plan.show)


@router.get("/buka")
def open_again(visit: Visiting) -> Response:
    """Open a plan from the fragment of the address, which a script hands over."""
    return visit.page("open.html", {})


def _unpacked(text: str) -> bytes:
    """Return what a fragment holds, nothing for what none of ours does."""
    try:
        return inflate(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (NotSealed, Error, ValueError):
        return b""


def _resumed(visit: Visit, raw: bytes) -> Session | None:
    """Return the answers of a saved request, None for what is none that this catalog can read."""
    try:
        found = json.loads(raw)
        body = found.get("request", found)
        session = session_of(body)
        visit.check(session)
    except (ValueError, LookupError, AttributeError, TypeError, NotSealed, InvalidRequest):
        return None
    return session


def session_of(body: Mapping[str, Any]) -> Session:
    """Return a request as a session, each answer a page of its own; raises for other shapes."""
    papers: Mapping[str, Any] = body.get("documents", {})
    told = {str(name): how for how in ("lacking", "held") for name in papers.get(how, [])}
    steps: list[dict[str, Any]] = [
        *({f"persons:{role}": who} for role, who in body.get("persons", {}).items()),
        *({id_: value} for id_, value in body.get("answers", {}).items()),
        *({f"choice:{wish}": wish} for wish in body.get("wanted", [])),
        *({id_: None} for id_ in body.get("declined", [])),
    ]
    made = Session(
        events=tuple(body["events"]),
        steps=tuple(steps),
        papers=told,
        done=tuple(body.get("done", ())),
        prefer=body.get("prefer", "fastest"),
        channel=body.get("channel", "electronic"),
    )
    return Session.unpack(made.pack())
