"""Two workers at 80 % of what they can do, LOAD= seconds: errors, memory; then one is killed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread, Timer
from typing import Final

import orjson
import psutil

from tests.benchmarks.answered import bodies
from tests.benchmarks.load import PATH, Pace, post
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.serving import OURS, Server, serving

SECONDS: Final = float(os.environ.get("LOAD", "60"))
CONNECTIONS: Final = 8
SHARE: Final = 0.8
WORKERS: Final = ("--workers", "2")
FINDING: Final = 10
"""Seconds in which it is found how much they can do."""
LOOKS: Final = 20
GROWTH: Final = 1.05
MEGABYTE: Final = 1e6


@contextmanager
def watched(server: Server, every: float) -> Iterator[list[float]]:
    """Give the megabytes that a server holds, looked at again and again."""
    over, found = Event(), list[float]()

    def look() -> None:
        while not over.wait(every):
            found.append(server.resident() / MEGABYTE)

    thread = Thread(target=look)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()


def worker(server: Server) -> psutil.Process:
    """Return a process that answers: it has a companion that works advices out."""
    return next(one for one in server.process.children() if one.children())


def killed_under_load(server: Server, posted: list[bytes], rate: float) -> tuple[int, int]:
    """Return the errors and the requests lost while a worker is killed."""
    timer = Timer(FINDING / 2, worker(server).kill)
    timer.start()
    load = post(server.port, PATH, posted, Pace(CONNECTIONS, 3 * FINDING, rate))
    timer.join()
    return load.errors, load.lost


def measure() -> Iterator[Ratio]:
    """Print the rate, the times and the memory; yield errors, growth, and what a killed one costs.

    Who is killed takes the requests with it that were under way: one a connection at most.
    """
    posted = [orjson.dumps(body) for body in bodies()]
    with serving(*OURS, *WORKERS, LIFEJOURNEY_LOG_LEVEL="error") as ours:
        post(ours.port, PATH, posted, Pace(CONNECTIONS, FINDING))
        most = post(ours.port, PATH, posted, Pace(CONNECTIONS, FINDING))
        rate = SHARE * len(most.took) / most.seconds
        with watched(ours, SECONDS / LOOKS) as memory:
            load = post(ours.port, PATH, posted, Pace(CONNECTIONS, SECONDS, rate))
        errors, lost = killed_under_load(ours, posted, rate / 2)
    half = len(memory) // 2
    print(f"steady\t{SECONDS:.0f} s\t{rate:.0f}/s\tp99 {load.p99 * 1e3:.0f} ms", end="\t")
    print(f"{len(load.took)} jawaban / answers\t{load.errors + load.lost} kesalahan / errors")
    print("MB\t" + " ".join(f"{one:.0f}" for one in memory))
    print(f"satu dihentikan / one killed\t{errors} kesalahan / errors\t{lost} hilang / lost")
    yield Ratio("steady/errors", load.errors + load.lost, 0.0)
    yield Ratio("steady/memory", max(memory[half:]) / max(memory[:half]), GROWTH)
    yield Ratio("steady/killed", errors, 0.0)
    yield Ratio("steady/lost", lost, CONNECTIONS)


LINE = Line("steady", measure)
