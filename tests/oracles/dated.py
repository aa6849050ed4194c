"""Answers with the days that steps may have, made up."""

import copy
from datetime import date, timedelta
from random import Random
from typing import Any

Json = dict[str, Any]


def dated(chance: Random, answer: Json) -> Json:
    """Return an answer whose steps have some days: each may be known or not, near or far."""
    found = copy.deepcopy(answer)
    today = date.fromisoformat(found["date"])
    far = chance.choice((1, 10, 90, 4000, 400000))
    for step in (*found["plan"]["steps"], *found["plan"]["possible"]):
        start = today + timedelta(days=chance.randrange(-far // 20, far))
        end = start + timedelta(days=chance.randrange(far))
        for name, day in (
            ("start", start),
            ("latest_start", end),
            ("finish", start + (end - start) / 2),
            ("finish_latest", end),
        ):
            step[name] = day.isoformat() if chance.randrange(3) else None
        if step["deadline"] is not None:
            step["deadline"]["date"] = chance.choice((None, end.isoformat(), start.isoformat()))
    if chance.randrange(2):
        found["plan"]["totals"] |= {"finish": today.isoformat(), "visits": chance.randrange(9)}
    return found
