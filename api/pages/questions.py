"""The questions, one a page (for a desk one topic a page): answered, taken back, left out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from lifejourney import InvalidRequest, Problem, as_member

from ..session import Session, Wrong
from ..tasks import questions
from . import plan
from .asked import OnPage, months, read_questions, typed_before
from .events import sympathy
from .fitting import about, whose_field
from .lost import show_lost
from .replies import Replies, Reply
from .visit import Visit, Visiting

router = APIRouter(include_in_schema=False)
PATH: Final = "/pertanyaan"
ANSWERS: Final = "/jawaban"
DECLINED: Final = ("unknown", "decline")


@dataclass(frozen=True)
class Fault:
    """Name what is wrong on a page, and the field to go to."""

    text: str
    field: str


@router.get(PATH)
def next_question(visit: Visiting) -> Response:
    """Lead to the first question that is not answered."""
    if visit.session is None:
        return show_lost(visit)
    return RedirectResponse(visit.link(f"{PATH}/{len(visit.session.steps) + 1}"), 303)


@router.get(PATH + "/{number}")
def get_question(visit: Visiting, number: int) -> Response:
    """Show one page of questions."""
    return show(visit, number)


@router.post(PATH)
def post_next(visit: Visiting) -> Response:
    """Show the first question that is not answered, to a browser without cookies."""
    return show(visit, len(visit.session.steps) + 1 if visit.session else 1)


@router.post(PATH + "/{number}")
def post_question(visit: Visiting, number: int) -> Response:
    """Take the answers of one page and go on; what cannot be used is shown again."""
    session = visit.session
    if session is None:
        return show_lost(visit)
    number = max(1, min(number, len(session.steps) + 1))
    act = visit.text("act")
    if not act:
        return show(visit, number)
    if act == "forget":
        left = visit.fitting(session.without_step(number))
        return visit.to(ANSWERS, left, show_answers)
    fields = visit.fields()
    reply = _understand(visit, fields, declined=act in DECLINED)
    if not reply.faults:
        trial = _settled(visit, session.with_step(number, reply.step), reply)
        if isinstance(trial, Session):
            return _onward(visit, number, trial)
    wrong = replace(session, wrong=Wrong(number, fields))
    return visit.to(f"{PATH}/{number}", wrong, partial(show, number=number))


def _onward(visit: Visit, number: int, session: Session) -> Response:
    """Go to the next question, or back to the summary one came from."""
    if visit.text("from") == "answers":
        return visit.to(ANSWERS, session, show_answers)
    return visit.to(f"{PATH}/{number + 1}", session, partial(show, number=number + 1))


def _understand(visit: Visit, fields: Any, *, declined: bool) -> Reply:  # noqa: ANN401
    partly = visit.session is not None and visit.session.desk
    return Replies(visit.state.current, fields).read(declined=declined, partly=partly)


def _settled(visit: Visit, trial: Session, reply: Reply) -> Session | list[Problem]:
    """Return the answers without those about nobody any more, or what contradicts what."""
    try:
        visit.check(trial)
    except InvalidRequest as refused:
        named = about(trial.body(visit.lang), refused.problems)
        ours = {as_member(id_) for id_ in reply.step}
        if named & ours or not all(one.code.startswith("unknown-") for one in refused.problems):
            return list(refused.problems)
        return visit.fitting(trial)
    return trial


def show(visit: Visit, number: int) -> Response:
    """Show the questions of one page: those that come next, or those answered there before."""
    session = visit.session
    if session is None or not session.events:
        return show_lost(visit)
    last = len(session.steps) + 1
    number = max(1, min(number, last))
    without = visit.fitting(session.without_step(number)) if number < last else session
    step = session.steps[number - 1] if number < last else {}
    answer, before = visit.state.room.do(questions, visit.asked(without), tuple(step))
    shown = before if step else answer["questions"]
    alone = not session.desk and number == last
    asked = read_questions(shown, without, visit.lang, one=alone)
    if not asked and number == last:
        return visit.to(plan.PATH, session, plan.show)
    catalog = visit.state.catalog
    asked = [replace(one, typed=typed_before(one, step, catalog)) for one in asked]
    asked, faults = _with_faults(visit, number, asked)
    return visit.page(
        "question.html",
        {
            "number": number,
            "asked": asked,
            "faults": faults,
            "answer": answer,
            "sympathy": sympathy(visit, answer),
            "is_last": number == last,
            "remaining": answer["remaining"],
            "months": months(visit.lang),
            "from_answers": visit.request.query_params.get("from") == "answers",
            "first": number == 1,
        },
    )


def _with_faults(
    visit: Visit, number: int, asked: list[OnPage]
) -> tuple[list[OnPage], list[Fault]]:
    """Return the questions with what was typed and cannot be used, and all that is wrong."""
    session = visit.session
    if session is None or session.wrong is None or session.wrong.number != number:
        return asked, []
    fields = session.wrong.fields
    reply = _understand(visit, fields, declined=False)
    found = {name: [what.in_language(visit.lang)] for name, what in reply.faults.items()}
    general: list[Fault] = []
    if not reply.faults:
        settled = _settled(visit, session.with_step(number, reply.step), reply)
        general = _told(visit, settled, asked, found) if isinstance(settled, list) else []
    shown = [
        replace(
            one,
            typed={
                field.removeprefix(f"{one.name}-"): value
                for field, value in fields.items()
                if field.startswith(f"{one.name}-")
            },
            faults=tuple(found.get(one.name, ())),
            options=tuple(reply.places.get(one.name, one.options)),
        )
        for one in asked
    ]
    beside = [Fault(text, one.name) for one in shown for text in one.faults]
    return shown, [*beside, *general]


def _told(
    visit: Visit, problems: Sequence[Problem], asked: list[OnPage], found: dict[str, list[str]]
) -> list[Fault]:
    """Put each problem of the engine beside its question, and return those about no question."""
    trial = visit.session.body(visit.lang) if visit.session else {}
    owners = {as_member(id_): one.name for one in asked for id_ in one.ids}
    general: list[Fault] = []
    for problem in problems:
        text = _sentence(problem, visit.lang)
        where = problem.where.field or ""
        name = owners.get(
            as_member(where.removeprefix("answers.").replace("persons.", "persons:", 1))
        )
        if name is None and not where.endswith("]"):
            name = owners.get(as_member(whose_field(trial, where)))
        if name is None:
            general.append(Fault(text, asked[0].name if asked else "main"))
        else:
            found.setdefault(name, []).append(text)
    return general


def _sentence(problem: Problem, lang: str) -> str:
    """Return a problem as a sentence, with its remedy."""
    what = problem.what.in_language(lang)
    remedy = problem.remedy.in_language(lang) if problem.remedy else ""
    text = f"{what}; {remedy}" if remedy else what
    return f"{text[:1].upper()}{text[1:]}."


# The summary of all answers.


@router.get(ANSWERS)
def get_answers(visit: Visiting) -> Response:
    """Show all that was said."""
    return show_answers(visit)


@router.post(ANSWERS)
def post_answers(visit: Visiting) -> Response:
    """Show all that was said, to a browser without cookies."""
    return show_answers(visit)


def show_answers(visit: Visit) -> Response:
    """Show what was said, each with a way to change it, and what is no longer used."""
    session = visit.session
    if session is None or not session.events:
        return show_lost(visit)
    answer = visit.answer(session, "questions")
    said: dict[str, dict[str, Any]] = {}
    for one in answer["said"]:
        id_ = as_member(one["fact"])
        if id_ not in said or one["value"] is not None:
            said[id_] = one
    rows = [{**one, "number": _page_of(session, id_)} for id_, one in said.items()]
    rows.sort(key=lambda row: row["number"] or len(session.steps) + 1)
    return visit.page(
        "answers.html",
        {
            "rows": rows,
            "answer": answer,
            "set_aside": answer["set_aside"],
            "sympathy": sympathy(visit, answer),
        },
    )


def _page_of(session: Session, id_: str) -> int | None:
    """Return the page on which something was said, None for what was said elsewhere."""
    number = session.number_of(id_)
    if number is None and id_.startswith("wanted:"):
        wish = id_.removeprefix("wanted:")
        for at, step in enumerate(session.steps, start=1):
            if wish in {as_member(str(value)) for value in step.values()}:
                return at
    return number
