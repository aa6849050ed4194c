"""CPU of a question page and a plan page against `POST /v1/advice` for the same answers."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from statistics import median
from time import process_time

from starlette.testclient import TestClient

from api.app import create_app
from api.pages.visit import COOKIE
from api.sealing import Seal
from api.session import Session
from api.settings import Settings
from tests.benchmarks.ratio import Line, Ratio

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
BAR = 2.5
TIMES = 5
STEPS = (
    {"child[1].condition": "healthy"},
    {"persons:child": 1},
    {"parents.known": "both"},
    {"parents.marriage": "recorded"},
    {"child[1].birth_place": "facility"},
    {"child[1].birth_date": "2026-11-12"},
)


def measure() -> Iterator[Ratio]:
    """Yield the ratio of each kind of page, medians of several runs in turn."""
    settings = Settings(key=bytes(32))
    client = TestClient(create_app(now=lambda: NOW, settings=settings), base_url="https://a.test")
    session = Session(events=("birth",), steps=STEPS)
    client.cookies.set(COOKIE, Seal(settings.key).close(session.pack(), NOW))
    body = session.body()
    calls: dict[str, Callable[[], object]] = {
        "advice": lambda: client.post("/v1/advice", json=body).raise_for_status(),
        "page-question": lambda: client.get(f"/pertanyaan/{len(STEPS) + 1}").raise_for_status(),
        "page-plan": lambda: client.get("/rencana").raise_for_status(),
    }
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(TIMES):
        for name, call in calls.items():
            start = process_time()
            call()
            taken[name].append(process_time() - start)
    base = median(taken.pop("advice")[1:])
    print(f"POST /v1/advice: {base * 1000:.0f} ms CPU")
    for name, times in taken.items():
        yield Ratio(name, median(times[1:]) / base, BAR)


LINE = Line("page", measure)
