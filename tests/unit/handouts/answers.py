"""Make answers to be handed out: those of the small catalog, with days put in by hand."""

import copy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from lifejourney.answers import read_request
from lifejourney.catalog import Catalog
from lifejourney.explanation import present
from lifejourney.journey import Advisor
from lifejourney.loading import load_catalog

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
TODAY = date(2026, 11, 22)
BIRTH = {
    "events": ["birth"],
    "answers": {
        "child.condition": "healthy",
        "parents.marriage": "recorded",
        "child.birth_date": "2026-11-10",
    },
}
Json = dict[str, Any]


@cache
def small() -> Catalog:
    """Return the small catalog."""
    return load_catalog(SMALL)


def asked(**more: Any) -> Json:  # noqa: ANN401
    """Return the answer for a birth, or for what else is asked."""
    request = read_request(small(), {**BIRTH, **more}, TODAY)
    return copy.deepcopy(present(Advisor(small()).advise(request)))


def dated(answer: Json, days: int = 3, length: int = 2) -> Json:
    """Give every step of an answer a start, `days` after the one before, and an end."""
    for number, step in enumerate(answer["plan"]["steps"]):
        start = TODAY + timedelta(days=days * number)
        step["start"] = start.isoformat()
        step["finish"] = step["finish_latest"] = (start + timedelta(days=length)).isoformat()
        step["latest_start"] = (start + timedelta(days=1)).isoformat()
    return answer


def undated(answer: Json) -> Json:
    """Take every day of a step from an answer, as an earlier one that was kept had none."""
    for step in answer["plan"]["steps"]:
        for name in ("start", "finish", "finish_latest", "latest_start"):
            step.pop(name, None)
    return answer


def blocked(answer: Json) -> Json:
    """Return an answer with a goal that cannot be reached, for lack of a paper."""
    first = answer["plan"]["steps"][0]
    goal = first | {
        "id": "document:akta@child-1",
        "service": None,
        "title": 'Akta <lain> & "kutipan"',
        "status": "blocked",
        "wave": None,
        "after": [],
        "unlocks": [],
        "requires": [],
        "deadline": None,
        "time": None,
        "cost": None,
        "authority": None,
        "blocked_by": [{"title": "Surat", "person_title": "ibu", "why": "lacking"}],
    }
    answer["plan"]["steps"].append(goal)
    return answer
