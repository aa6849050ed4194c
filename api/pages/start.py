"""The first page: what has happened, chosen or looked for; and the way out, quickly."""

from typing import Any, Final

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from lifejourney import Nouns

from ..session import Session
from . import questions
from .events import entries, stages
from .visit import Visit, Visiting, forget

router = APIRouter(include_in_schema=False)
FIRST: Final = 1
MOST_FOUND: Final = 12


@router.get("/")
def start(visit: Visiting) -> Response:
    """Ask what has happened."""
    wrong = "none" in visit.request.query_params
    return visit.page("start.html", {"stages": stages(visit), "wrong": wrong})


@router.post("/mulai")
def begin(visit: Visiting) -> Response:
    """Take the events that were chosen, and go to the first question."""
    known = visit.state.current.events
    chosen = [slug for slug in visit.texts("event") if slug in known]
    if not chosen:
        return RedirectResponse(visit.link("/?none=1"), 303)
    session = Session().with_events(chosen)
    if visit.text("desk"):
        session = Session(events=session.events, desk=True)
    if visit.text("carry"):
        visit = visit.carrying()
    return visit.to(f"{questions.PATH}/1", session, lambda v: questions.show(v, FIRST))


@router.get("/cari")
def find(visit: Visiting) -> Response:
    """Look for life events and services by everyday words."""
    text = visit.request.query_params.get("q", "")[:100].strip()
    nouns = Nouns(visit.state.current, visit.lang)
    events: Any = nouns.find_events(text) if text else []
    services = nouns.find(text)[:MOST_FOUND] if text else []
    listed: Any = nouns.services(services)["services"]
    found = {entry.event: entry for event in events for entry in entries(event)[:1]}
    return visit.page("found.html", {"q": text, "events": found.values(), "services": listed})


@router.get("/tinggalkan")
def leave(visit: Visiting) -> Response:
    """Go to a harmless page, and leave nothing behind in this browser."""
    response = RedirectResponse(
        visit.settings.leave, 303, {"Cache-Control": "no-store", "Clear-Site-Data": '"cache"'}
    )
    forget(response)
    return response


@router.post("/hapus")
def erase(visit: Visiting) -> Response:
    """Forget all answers, and begin anew."""
    return _forgotten(visit)


def _forgotten(visit: Visit) -> Response:
    response = RedirectResponse(visit.link("/"), 303, {"Cache-Control": "no-store"})
    forget(response)
    return response
