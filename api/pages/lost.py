"""The page for somebody whose answers did not come along: too long ago, or no cookies."""

from starlette.responses import Response

from .events import stages
from .visit import Visit


def show_lost(visit: Visit) -> Response:
    """Say kindly what happened, and how to go on: choose again, also without cookies."""
    return visit.page("lost.html", {"stages": stages(visit)})
