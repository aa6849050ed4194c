"""Measure CPU time: the least of several runs, so that others on the machine count less."""

import gc
from collections.abc import Callable
from time import process_time
from typing import TypeVar

T = TypeVar("T")


def timed(work: Callable[[], T], times: int = 3) -> tuple[float, T]:
    """Return the CPU seconds of the quickest of several runs, and what the last one gave."""
    gc.collect()
    found: list[float] = []
    while True:
        began = process_time()
        result = work()
        found.append(process_time() - began)
        if len(found) == times:
            return min(found), result
