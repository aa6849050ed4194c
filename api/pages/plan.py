"""The plan of one person: read, ticked off, preferred otherwise, and asked why."""

from dataclasses import replace
from typing import Any, Final

from fastapi import APIRouter
from starlette.responses import Response

from lifejourney import (
    InvalidRequest,
    Words,
    hand_out,
)

from ..problems import unknown
from ..session import CHANNELS, HELD, LACKING, PREFERENCES, Session
from ..tasks import explanation
from .asked import OnPage, read_questions
from .events import sympathy
from .lost import show_lost
from .outline import Outline
from .replies import Replies
from .visit import Visit, Visiting

router = APIRouter(include_in_schema=False)
PATH: Final = "/rencana"
SERVICE: Final = Words("Layanan", "service")


@router.get(PATH)
def get_plan(visit: Visiting) -> Response:
    """Show the plan."""
    return show(visit)


@router.post(PATH)
def post_plan(visit: Visiting) -> Response:
    """Take what was ticked or preferred on the plan, and show it again."""
    session = visit.session
    if session is None:
        return show_lost(visit)
    act = visit.text("act")
    if not act:
        return show(visit)
    changed = _changed(visit, session, act)
    try:
        visit.check(changed)
    except InvalidRequest:  # a paper or step that is no longer in this plan: nothing to take
        changed = session
    anchor = visit.text("anchor")
    return visit.to(f"{PATH}#{anchor}" if anchor.isalnum() else PATH, changed, show)


def _changed(visit: Visit, session: Session, act: str) -> Session:
    match act:
        case "papers":
            shown = visit.texts("shown")
            ticked = set(visit.texts("held"))
            told = {name: HELD for name in shown if name in ticked}
            told |= {
                name: LACKING
                for name in shown
                if name not in ticked and session.papers.get(name) == HELD
            }
            told |= {name: LACKING for name in visit.texts("lacking") if name not in ticked}
            return session.with_papers(told)
        case "done":
            return replace(session, done=tuple(dict.fromkeys((*session.done, visit.text("step")))))
        case "undone":
            left = tuple(one for one in session.done if one != visit.text("step"))
            return replace(session, done=left)
        case "ease":
            reply = Replies(visit.state.current, visit.fields()).read()
            return session.with_step(len(session.steps) + 1, reply.step) if reply.step else session
        case _:
            prefer, channel = visit.text("prefer"), visit.text("channel")
            return replace(
                session,
                prefer=prefer if prefer in PREFERENCES else session.prefer,
                channel=channel if channel in CHANNELS else session.channel,
            )


def show(visit: Visit) -> Response:
    """Show the plan, or lead to the questions if nothing was chosen."""
    if visit.session is None or not visit.session.events:
        return show_lost(visit)
    return visit.page("plan.html", context(visit, visit.session))


def context(visit: Visit, session: Session) -> dict[str, Any]:
    """Return what a plan is shown from: the answer of the API, laid out."""
    answer = visit.answer(session, "verdicts", "plan", "questions")
    outline = Outline(answer)
    return {
        "answer": answer,
        "plan": answer["plan"],
        "outline": outline,
        "ease": _ease(visit, session, answer),
        "sympathy": sympathy(visit, answer),
    }


def _ease(visit: Visit, session: Session, answer: dict[str, Any]) -> OnPage | None:
    """Return the question that may be asked of who goes to a counter, if there is one."""
    asked = answer["plan"]["ease_question"]
    if asked is None:
        return None
    question = {"kind": "facts", "topic_title": "", "decides": 0, "ask": [asked]}
    return read_questions([question], session, visit.lang, one=True)[0]


@router.get(PATH + "/gambar")
def get_pictures(visit: Visiting) -> Response:
    """Show the order of the steps and their days as pictures."""
    return show_pictures(visit)


@router.post(PATH + "/gambar")
def post_pictures(visit: Visiting) -> Response:
    """Show the pictures, to a browser without cookies."""
    return show_pictures(visit)


def show_pictures(visit: Visit) -> Response:
    """Show both pictures of the plan."""
    if visit.session is None or not visit.session.events:
        return show_lost(visit)
    answer = visit.answer(visit.session, "plan")
    # The steps keep the numbers that they have on the page.
    arranged = Outline(answer).arranged
    pictures = [hand_out(arranged, form).decode() for form in ("timeline", "svg")]
    return visit.page("pictures.html", {"answer": answer, "pictures": pictures})


@router.get(PATH + "/mengapa/{name}")
def get_why(visit: Visiting, name: str) -> Response:
    """Say why a service is in the plan or not, and what would change that."""
    return show_why(visit, name)


@router.post(PATH + "/mengapa/{name}")
def post_why(visit: Visiting, name: str) -> Response:
    """Say why, to a browser without cookies."""
    return show_why(visit, name)


def show_why(visit: Visit, name: str) -> Response:
    """Explain one service, by its code or slug."""
    session = visit.session
    if session is None or not session.events:
        return show_lost(visit)
    catalog = visit.state.current
    slug = catalog.by_code[name].slug if name in catalog.by_code else name
    if slug not in catalog.services:
        raise unknown(SERVICE, name, catalog.services)
    asked = visit.asked(session)
    why = visit.state.room.do(explanation, asked, slug)
    return visit.page("why.html", {"why": why, "slug": slug})
