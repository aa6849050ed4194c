"""What a citizen sees when something went wrong: what, and how to go on; never a stack of names."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from ..language import Language
from ..problems import NOT_FOUND, Refused
from .visit import Visit


def show_problem(request: Request, refused: Refused, lang: Language) -> Response:
    """Return the page for a refusal."""
    visit = Visit(request, FormData(), None, lang)
    remedies = [
        fault.remedy.in_language(lang) for fault in refused.faults if fault.remedy is not None
    ]
    context = {
        "title": refused.kind.title.in_language(lang),
        # An address is nothing that a citizen has written.
        "detail": "" if refused.kind is NOT_FOUND else refused.detail.in_language(lang),
        "remedies": [] if refused.kind is NOT_FOUND else remedies,
    }
    return visit.page("problem.html", context, refused.kind.status)
