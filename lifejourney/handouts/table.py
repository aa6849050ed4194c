"""The plan as a table (RFC 4180): one row a step."""

import csv
import io
from collections.abc import Callable
from typing import Final

from lifejourney.handouts.reading import Json, Reading, day_of, deadline_of, whose

Cell = Callable[[Reading, Json], object]
COLUMNS: Final[dict[str, Cell]] = {
    "number": lambda reading, step: reading.numbers.get(step["id"]),
    "id": lambda _, step: step["id"],
    "service": lambda _, step: step["service"],
    "title": lambda _, step: step["title"],
    "person": lambda _, step: step["person_title"],
    "kind": lambda _, step: step["kind"],
    "status": lambda _, step: step["status"],
    "wave": lambda _, step: step["wave"],
    "visit": lambda _, step: step.get("visit"),
    "start": lambda _, step: day_of(step, "start"),
    "latest_start": lambda _, step: day_of(step, "latest_start"),
    "finish": lambda _, step: day_of(step, "finish"),
    "deadline": lambda _, step: deadline_of(step),
    "after": lambda _, step: " ".join(step["after"]),
    "unlocks": lambda _, step: " ".join(step["unlocks"]),
    "authority": lambda _, step: step["authority"],
    "channels": lambda _, step: " ".join(step["channels"]),
    "papers": lambda reading, step: " | ".join(reading.papers(step)),
    "produces": lambda _, step: " | ".join(whose(one) for one in step["produces"]),
    "time": lambda _, step: step["time"] and step["time"]["text"],
    "cost_min": lambda _, step: step["cost"] and step["cost"]["min"],
    "cost_max": lambda _, step: step["cost"] and step["cost"]["max"],
    "legal": lambda _, step: " | ".join(step["legal"]),
}
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_table(reading: Reading) -> str:
    """Return the steps as rows, goals that cannot be reached among them; the header has our names.

    What is not known is empty. No text is one that a spreadsheet would work out.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for step in reading.answer["plan"]["steps"]:
        writer.writerow([_plain(cell(reading, step)) for cell in COLUMNS.values()])
    return text.getvalue()


def _plain(value: object) -> object:
    """Return a value that a spreadsheet takes for what it is (OWASP, CSV injection)."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
