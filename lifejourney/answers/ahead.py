"""Read how far ahead somebody looks, beside what a request for advice says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lifejourney.answers.door import read_request
from lifejourney.answers.faults import Faults
from lifejourney.answers.request import Request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidRequest, Problem, Words

MONTHS: Final = 12
MOST_MONTHS: Final = 120
_DIGITS: Final = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Outlook:
    """Hold a request and for how many months what falls due is looked for.

    `chosen`: the events that were named. Without any the request is about the people of all.
    """

    request: Request
    chosen: tuple[str, ...]
    months: int = MONTHS


def read_ahead(catalog: Catalog, raw: object, today: date) -> Outlook:
    """Check the body of a request: that of an advice, in which `events` may lack, and `months`.

    Raises InvalidRequest with everything that is wrong, and nothing else.
    """
    faults = Faults()
    body = raw if isinstance(raw, Mapping) else {}
    months = _months(body.get("months", MONTHS), faults)
    rest = {name: body[name] for name in body if name != "months"}
    chosen = "events" in rest and rest["events"] != []
    request: Request | None = None
    others: tuple[Problem, ...] = ()
    try:
        given = rest if isinstance(raw, Mapping) else raw
        request = read_request(catalog, given, today, of_all_events=not chosen)
    except InvalidRequest as error:
        others = error.problems
    if others or faults.problems or request is None:
        raise InvalidRequest((*others, *faults.problems))
    return Outlook(request, request.events if chosen else (), months)


def _months(given: object, faults: Faults) -> int:
    """Return how many months are looked ahead, written as a number or as digits."""
    number = int(given) if isinstance(given, str) and _DIGITS.fullmatch(given) else given
    bounds = Words(f"dari 1 sampai {MOST_MONTHS}", f"from 1 to {MOST_MONTHS}")
    if not isinstance(number, int) or isinstance(number, bool):
        faults.wrong_type("months", given, Words(f"bulan, {bounds.id}", f"months, {bounds.en}"))
        return MONTHS
    if not 1 <= number <= MOST_MONTHS:
        what = Words(f"{number} bulan di luar batas", f"{number} months is out of bounds")
        faults.add("out-of-bounds", "months", what, bounds)
        return MONTHS
    return number
