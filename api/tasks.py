"""What is left to the room where advices are worked out: each returns what is shown."""

from collections.abc import Sequence
from typing import Any

from lifejourney import (
    Advisor,
    Outlook,
    Request,
    as_json,
    hand_out,
    present,
    present_explanation,
    present_questions,
    present_upcoming,
)

Json = dict[str, Any]


def advice(advisor: Advisor, asked: Request, parts: Sequence[str]) -> Json:
    """Return the advice for a request, with these parts of it."""
    return present(advisor.advise(asked), parts)


def written(advisor: Advisor, asked: Request, parts: Sequence[str] | None) -> bytes:
    """Return the same as JSON text, with all parts if none are named."""
    found = advisor.advise(asked)
    return as_json(present(found) if parts is None else present(found, parts))


def handout(advisor: Advisor, asked: Request, form: str) -> bytes:
    """Return the plan for a request as something to take along."""
    return hand_out(present(advisor.advise(asked), ["plan"]), form)


def questions(advisor: Advisor, asked: Request, about: Sequence[str]) -> tuple[Json, list[Json]]:
    """Return what is still asked, and the questions about these ids, whether asked or not."""
    found = advisor.advise(asked)
    return present(found, ["questions"]), present_questions(found, list(about))


def explanation(advisor: Advisor, asked: Request, service: str, person: str | None = None) -> Json:
    """Return why a service is in the plan for a request or not."""
    return present_explanation(advisor.explain(asked, service, person))


def upcoming(advisor: Advisor, outlook: Outlook) -> Json:
    """Return what falls due in the months ahead."""
    return present_upcoming(advisor.upcoming(outlook))
