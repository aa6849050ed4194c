"""CPU of the server for one advice, against an endpoint that returns the same bytes ready-made."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from tests.benchmarks.answered import bodies
from tests.benchmarks.load import PATH, Load, Pace, post
from tests.benchmarks.peers.ready_made import FOLDER
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.serving import OURS, Server, serving

BARS = {"advice/fastapi": 3.0, "advice/full": 12.0}
SECONDS = 5
PARTS = {
    "advice/fastapi": (1.0, ["verdicts", "plan"]),
    "advice/full": (0.5, ["verdicts", "plan", "questions"]),
}
"""How much of the answers is known, and what is asked for; with all known nothing is asked."""
THEIRS = (
    *("uvicorn", "tests.benchmarks.peers.ready_made:create_app", "--factory"),
    *("--port", "{port}", "--no-access-log", "--log-level", "error"),
)


def cost(server: Server, posted: list[bytes]) -> tuple[float, Load]:
    """Return the CPU seconds of a request over one connection, and what came back."""
    post(server.port, PATH, posted, Pace(1, 0))
    before = server.cpu()
    load = post(server.port, PATH, posted, Pace(1, SECONDS))
    if load.errors:
        raise AssertionError(f"{load.errors} errors")
    return (server.cpu() - before) / len(load.took), load


def compare(name: str, ours: Server) -> Ratio:
    """Return the ratio of one set of parts."""
    known, parts = PARTS[name]
    posted = [orjson.dumps({**body, "include": parts}) for body in bodies(known)]
    mine, load = cost(ours, posted)
    with TemporaryDirectory() as folder:
        for number, body in load.answers.items():
            (Path(folder) / str(number)).write_bytes(body)
        with serving(*THEIRS, **{FOLDER: folder}) as theirs:
            plain, same = cost(theirs, posted)
    if same.answers != load.answers:
        raise AssertionError("not the same bytes")
    size = sum(map(len, load.answers.values())) / len(load.answers) / 1024
    print(f"{name}\t{plain * 1e3:.3f}\t{mine * 1e3:.2f}\t{size:.0f} KB")
    return Ratio(name, mine / plain, BARS[name])


def measure() -> Iterator[Ratio]:
    """Print the milliseconds; yield the ratios."""
    print("advice\tsiap pakai / ready-made ms\tkami / ours ms\tjawaban / answer")
    with serving(*OURS, LIFEJOURNEY_LOG_LEVEL="error") as ours:
        for name in PARTS:
            yield compare(name, ours)


LINE = Line("advice/", measure)
