"""Read the two requests whose plans are to be compared."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from lifejourney.answers.door import read_request
from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.answers.request import Request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidRequest, Place, Problem, Words

SIDES: Final = ("before", "after")


def read_pair(catalog: Catalog, raw: object, days: tuple[date, date]) -> tuple[Request, Request]:
    """Check a body that holds the request `before` and the one `after`; `lang` is for both.

    `days`: the days of the two where they name none. Both are in the language of the body, else
    of the second. Raises InvalidRequest with everything that is wrong, each with its side.
    """
    faults = Faults()
    if not isinstance(raw, Mapping):
        faults.wrong_type("", raw, Words("objek {before, after}", "an object {before, after}"))
        raise InvalidRequest(faults.problems)
    for name in raw:
        if name not in (*SIDES, "lang"):
            text = shown(str(name))
            what = Words(f"bidang '{text}' tidak dikenal", f"there is no field '{text}'")
            faults.add("unknown-field", text, what, choose(str(name), SIDES))
    requests: list[Request] = []
    problems = [*faults.problems]
    for side, day in zip(SIDES, days, strict=True):
        given = raw.get(side)
        if given is None:
            what = Words(f"'{side}' belum ada", f"'{side}' is missing")
            remedy = Words("tulis isi permintaannya", "write the request")
            problems.append(Problem("missing-field", Place(field=side), what, remedy))
            continue
        if isinstance(given, Mapping) and "lang" in raw:
            given = {**given, "lang": raw["lang"]}
        try:
            requests.append(read_request(catalog, given, day))
        except InvalidRequest as error:
            problems += (_on_side(side, one) for one in error.problems)
    if problems:
        raise InvalidRequest(problems)
    before, after = requests
    return replace(before, lang=after.lang), after


def _on_side(side: str, problem: Problem) -> Problem:
    """Return a problem with its side named in the field; the shared language has none."""
    field = problem.where.field
    if field == "lang":
        return problem
    return replace(problem, where=Place(field=f"{side}.{field}" if field else side))
