"""What comes next in life: what falls due in the year ahead, and what would make it surer."""

from dataclasses import replace
from typing import Any, Final

from fastapi import APIRouter
from starlette.responses import Response

from lifejourney import InvalidRequest, read_ahead

from ..session import Session, Wrong
from ..tasks import upcoming
from .asked import OnPage, months, read_questions
from .fitting import fit
from .replies import Replies, Reply
from .visit import Visit, Visiting

router = APIRouter(include_in_schema=False)
PATH: Final = "/mendatang"
HERE: Final = 0
"""The number of this page among those of the questions, which count from 1."""


@router.get(PATH)
def get_upcoming(visit: Visiting) -> Response:
    """Show what is coming, by what this person has said."""
    return show(visit)


@router.post(PATH)
def post_upcoming(visit: Visiting) -> Response:
    """Take one more answer, and show what is coming."""
    session = visit.session or Session()
    act = visit.text("act")
    if not act:
        return show(visit)
    reply = Replies(visit.state.current, visit.fields()).read(declined=act != "answer")
    trial = session.with_step(len(session.steps) + 1, reply.step)
    faults = _faults(visit, trial, reply)
    if faults:
        return visit.to(PATH, replace(session, wrong=Wrong(HERE, visit.fields())), show)
    return visit.to(PATH, trial, show)


def _faults(visit: Visit, session: Session, reply: Reply) -> list[str]:
    """Return what is wrong with a reply, or cannot be true of these answers, in words."""
    if reply.faults:
        return [what.in_language(visit.lang) for what in reply.faults.values()]
    body = session.body(visit.lang)
    try:
        read_ahead(visit.state.catalog, body, visit.state.today(body))
    except InvalidRequest as refused:
        return [one.what.in_language(visit.lang) for one in refused.problems]
    return []


def show(visit: Visit) -> Response:
    """Show what falls due as a line of life, and ask the next thing that would tell more."""
    session = visit.session or Session()
    today = visit.state.today(session.body(visit.lang))
    _, outlook = fit(visit.state.catalog, session, visit.lang, today, read_ahead)
    answer = visit.state.room.do(upcoming, outlook)
    dated = [one for one in answer["due"] if one["earliest"] is not None]
    return visit.page(
        "upcoming.html",
        {
            "answer": answer,
            "dated": dated,
            "undated": [one for one in answer["due"] if one["earliest"] is None],
            "asked": _asked(visit, session, answer),
            "months": months(visit.lang),
        },
    )


def _asked(visit: Visit, session: Session, answer: dict[str, Any]) -> list[OnPage]:
    """Return the next question, with what was wrong with the last reply to it."""
    facts = [one for one in answer["questions"] if one["kind"] in {"facts", "persons"}]
    asked = read_questions(facts, session, visit.lang, one=True)
    if session.wrong is None or session.wrong.number != HERE:
        return asked
    reply = Replies(visit.state.current, session.wrong.fields).read()
    trial = session.with_step(len(session.steps) + 1, reply.step)
    faults = tuple(_faults(visit, trial, reply))
    return [replace(one, faults=faults) for one in asked]
