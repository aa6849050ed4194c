"""The citizen's pages: HTML first, one module a kind of page."""

from . import browse, desk, files, plan, questions, start, take_along, upcoming

ROUTERS = (
    start.router,
    questions.router,
    plan.router,
    take_along.router,
    upcoming.router,
    desk.router,
    browse.router,
    files.router,
)
__all__ = ["ROUTERS"]
