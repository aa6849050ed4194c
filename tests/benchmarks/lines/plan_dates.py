"""What dates, visits and papers cost beside the verdicts and the plan without them."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from statistics import mean
from typing import Any
from unittest.mock import patch

from lifejourney import Advice, Request
from lifejourney.advice import building
from lifejourney.advice.asking import Asking
from tests.benchmarks.answered import requests
from tests.benchmarks.personas import advisor
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.timing import timed

BAR = 2.0


def _as_it_is(*given: Any) -> Any:  # noqa: ANN401 - whatever stands last
    return given[-1]


def _none(*_: object) -> None:
    return None


DATED = {
    "timetable": _as_it_is,
    "due_date": _none,
    "claim_by": _none,
    "with_visits": _as_it_is,
    "prepared": _as_it_is,
}
"""What reckons dates, visits and papers, and what stands in its place where they are left out."""


def advise(request: Request, *, dated: bool) -> Advice:
    """Return an advice without questions, with or without dates, visits and papers."""
    with ExitStack() as left_out:
        left_out.enter_context(patch.object(Asking, "in_order", lambda _: ((), ())))
        for name, instead in ({} if dated else DATED).items():
            left_out.enter_context(patch.object(building, name, instead))
        return advisor().advise(request)


def measure() -> Iterator[Ratio]:
    """Print the milliseconds; yield how much more it costs with them."""
    found = []
    for request in requests():
        bare, without = timed(partial(advise, request, dated=False))
        full, whole = timed(partial(advise, request, dated=True))
        # With dates, what is due first stands first among what can be done at the same time.
        if {step.id for step in without.steps} != {step.id for step in whole.steps}:
            raise AssertionError("the steps differ")
        found.append((bare, full))
    bare, full = (mean(column) for column in zip(*found, strict=True))
    print("plan/dates\ttanpa / without ms\tdengan / with ms")
    print(f"{len(found)} orang / people\t{bare * 1e3:.2f}\t{full * 1e3:.2f}")
    yield Ratio("plan/dates", (full - bare) / bare, BAR)


LINE = Line("plan/dates", measure)
