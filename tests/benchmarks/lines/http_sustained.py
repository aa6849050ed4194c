"""Advices per second of one worker under load, how long each takes, and errors; LOAD= seconds."""

import os
from collections.abc import Iterator

import orjson

from tests.benchmarks.answered import bodies
from tests.benchmarks.load import PATH, Pace, post
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.serving import OURS, serving

RATE = 500
P99 = 0.020
SECONDS = float(os.environ.get("LOAD", "60"))
CONNECTIONS = 8


def measure() -> Iterator[Ratio]:
    """Print the rate; yield how far it is from what one worker is to keep."""
    posted = [orjson.dumps(body) for body in bodies()]
    with serving(*OURS, LIFEJOURNEY_LOG_LEVEL="error") as ours:
        post(ours.port, PATH, posted, Pace(4, 0))
        load = post(ours.port, PATH, posted, Pace(CONNECTIONS, SECONDS))
        memory = ours.resident() / 1e6
    rate = (len(load.took) - load.errors) / load.seconds
    print(f"http/sustained\t{SECONDS:.0f} s\t{rate:.0f}/s\tp99 {load.p99 * 1e3:.0f} ms", end="\t")
    print(f"{load.errors} kesalahan / errors\t{memory:.0f} MB")
    yield Ratio("http/sustained-rate", RATE / rate, 1.0)
    yield Ratio("http/sustained-p99", load.p99 / P99, 1.0)
    yield Ratio("http/sustained-errors", load.errors, 0.0)


LINE = Line("http/sustained", measure)
