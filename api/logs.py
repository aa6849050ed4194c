"""What the service writes about itself: a line an event, and nothing that a person has said.

No answers, no addresses of people, no query strings; of an unexpected error only its kind and the
places in the program, since its words may hold answers.
"""

import logging
import sys
import traceback
from typing import Any, Final

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

LOG: Final[Any] = structlog.stdlib.get_logger("lifejourney")


class TaskFailed(Exception):
    """Say that work left to another process ended in an error that nobody expected.

    `where`: its places there, never its words.
    """

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


def places(error: BaseException) -> str:
    """Return the kind of an error and where it passed, without its words: they may hold answers."""
    if isinstance(error, TaskFailed):
        return error.where
    frames = traceback.extract_tb(error.__traceback__)
    trail = " < ".join(f"{each.filename}:{each.lineno} {each.name}" for each in reversed(frames))
    return f"{type(error).__name__} at {trail}"


def _only_places(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Put the places of an error where its words would be."""
    error = event.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event["error"] = places(error)
    return event


_EACH: Final[tuple[Processor, ...]] = (
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _only_places,
)


def begin(level: str, form: str) -> None:
    """Write to standard error, ours and what libraries say: JSON lines, or for a person."""
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_EACH,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    # Written by us, once a request, without the address of who asks.
    logging.getLogger("uvicorn.access").disabled = True
    for name in ("uvicorn", "uvicorn.error"):
        logging.getLogger(name).handlers = []
        logging.getLogger(name).propagate = True


structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_EACH,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
    cache_logger_on_first_use=True,
)
