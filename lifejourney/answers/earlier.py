"""Read an answer that was kept as a file: `plan --json` of some other day."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lifejourney.answers.faults import Faults
from lifejourney.errors import InvalidRequest, Words

_OLDER: Final = re.compile(r"([a-z][a-z0-9_-]*)-([0-9]{1,3})(\.[^:]*)")
"""A fact of a member of a counted role as it was written once: `child-1.birth_date`."""


class _Strict(BaseModel):
    """Take no text for a number."""

    model_config = ConfigDict(strict=True)


class _Catalog(_Strict):
    version: str


class _Paper(_Strict):
    document: str
    of: str
    title: str
    person_title: str
    origin: Literal["held", "assumed", "step", "outside", "self", "lacking"] = Field(alias="from")
    copies: int
    original: bool


class _Deadline(_Strict):
    date: str | None


class _Step(_Strict):
    id: str
    title: str
    person: str
    person_title: str
    status: Literal["certain", "possible", "blocked", "done"]
    wave: int | None
    start: str | None = None
    latest_start: str | None = None
    finish: str | None = None
    finish_latest: str | None = None
    deadline: _Deadline | None
    requires: list[_Paper]


class _Plan(_Strict):
    steps: list[_Step]


class _Said(_Strict):
    fact: str
    title: str
    value: bool | int | str | None
    label: str


class _Earlier(_Strict):
    catalog: _Catalog
    date: str
    events: list[str]
    said: list[_Said] | None = None
    done: list[str] = []
    prefer: str = ""
    channel: str = ""
    plan: _Plan


def read_earlier(text: bytes) -> Mapping[str, Any]:
    """Return an earlier answer, with all in it that a comparison reads.

    Raises InvalidRequest, with the place inside the file, for what `plan --json` cannot have
    written.
    """
    try:
        answer = json.loads(text)
        checked = _Earlier.model_validate(answer)
        _check_days(checked)
    except ValidationError as error:
        places = [".".join(map(str, one["loc"])) for one in error.errors()]
        raise _refused(places[0]) from None
    except (ValueError, RecursionError):  # no JSON, not UTF-8, or no day
        raise _refused("") from None
    return _as_written_now(answer)


def _as_written_now(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an earlier answer with what was said named as in answers: `child[1].birth_date`."""
    if answer.get("said") is None:
        return answer
    said = [{**one, "fact": _OLDER.sub(r"\1[\2]\3", one["fact"])} for one in answer["said"]]
    return {**answer, "said": said}


def _check_days(checked: _Earlier) -> None:
    """Raise ValueError for a day that is none."""
    days = [checked.date]
    for step in checked.plan.steps:
        days += filter(None, (step.start, step.latest_start, step.finish, step.finish_latest))
        if step.deadline is not None and step.deadline.date is not None:
            days.append(step.deadline.date)
    for day in days:
        date.fromisoformat(day)


def _refused(place: str) -> InvalidRequest:
    """Return the refusal of a file."""
    faults = Faults()
    what = Words(
        "berkas ini bukan rencana yang disimpan dengan --json",
        "this file is no plan kept with --json",
    )
    remedy = Words(
        "simpan rencananya: lifejourney plan … --json > rencana.json",
        "keep the plan: lifejourney plan … --json > plan.json",
    )
    faults.add("bad-file", f"--since: {place}" if place else "--since", what, remedy)
    return InvalidRequest(faults.problems)
