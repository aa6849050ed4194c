"""For a clerk at a desk: all questions of a topic at once, by keyboard alone."""

from fastapi import APIRouter
from starlette.responses import Response

from .events import stages
from .visit import Visiting

router = APIRouter(include_in_schema=False)


@router.get("/loket")
def desk(visit: Visiting) -> Response:
    """Let a clerk choose what happened to the visitor."""
    return visit.page("desk.html", {"stages": stages(visit)})


@router.get("/tentang")
def about(visit: Visiting) -> Response:
    """Say what this is, what it does with answers, and how it can be read by anybody."""
    return visit.page("about.html", {})


@router.get("/tersimpan")
def kept(visit: Visiting) -> Response:
    """Show the plan kept on this phone; a script brings it, also offline."""
    return visit.page("kept.html", {})
