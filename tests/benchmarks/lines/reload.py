"""Seconds from saving a file of the shipped catalog until it is answered from, by kind of file."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from threading import Event
from time import perf_counter, sleep
from typing import Any, Final

from lifejourney import SHIPPED
from tests.benchmarks.load import HOST
from tests.benchmarks.ratio import Line, Ratio
from tests.benchmarks.serving import OURS, serving

BAR = 2.0
KINDS: Final = {
    "layanan / service": "services/*.yaml",
    "dokumen / document": "documents/*.yaml",
    "fakta / fact": "facts/*.yaml",
    "peristiwa / event": "events/*.yaml",
    "instansi / authority": "authorities/*.yaml",
    "unit": "units/*.yaml",
    "aturan wilayah / a region's rules": "regions/*.yaml",
    "wilayah / regions": "regions/*.csv",
    "kalender / calendar": "calendars/*.yaml",
    "topik / topics": "topics.yaml",
    "skenario / scenario": "scenarios/*.yaml",
}
ASKED: Final = {"events": ["birth"], "answers": {"child[1].condition": "healthy"}}
SETTLING = 6
"""Seconds in which the process that follows the folder has read it once."""
PATIENCE = 60
_TEXT: Final = re.compile(r"""(?<=\bid: )(["']?)(?=[A-Za-z])|(?<=,)(?=Kabupaten )""")


def edited(text: str) -> str:
    """Return a file with a word more in its first text."""
    found = _TEXT.sub(lambda quote: f"{quote[0]}Baru ", text, count=1)
    if found == text:
        raise AssertionError("nothing to edit")
    return found


def ask(port: int, path: str, body: object = None) -> tuple[int, Any]:
    """Return the status and what is answered."""
    connection = HTTPConnection(HOST, port, timeout=PATIENCE)
    headers = {"Content-Type": "application/json"}
    posted = None if body is None else json.dumps(body)
    connection.request("GET" if body is None else "POST", path, posted, headers)
    answer = connection.getresponse()
    found = answer.status, json.loads(answer.read())
    connection.close()
    return found


def until_other(port: int, before: object) -> float:
    """Return the seconds until the catalog that is told of is another one, or a broken one."""
    began = perf_counter()
    while perf_counter() - began < PATIENCE:
        if ask(port, "/readyz")[1]["catalog"] != before:
            return perf_counter() - began
        sleep(0.01)
    raise AssertionError("the edit never went live")


def saved(port: int, file: Path, text: str) -> float:
    """Return the seconds from saving a file until its content is served, or refused."""
    before = ask(port, "/readyz")[1]["catalog"]
    file.write_text(text)
    return until_other(port, before)


def over_kinds(port: int, folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the seconds of an edit of each kind of file, and of a broken one."""
    files = {kind: min(folder.glob(pattern)) for kind, pattern in KINDS.items()}
    changes = [(kind, file, edited(file.read_text())) for kind, file in files.items()]
    broken = ("rusak / broken", folder / "topics.yaml", "[")
    for kind, file, text in (*changes, broken):
        good = file.read_text()
        yield kind, saved(port, file, text)
        saved(port, file, good)


def asking(port: int, over: Event) -> list[int]:
    """Return the statuses of requests posted one after the other until it is over."""
    statuses: list[int] = []
    while not over.is_set():
        statuses.append(ask(port, "/v1/advice", ASKED)[0])
        statuses.append(ask(port, "/v1/services?q=kartu")[0])
    return statuses


def measure() -> Iterator[Ratio]:
    """Print the seconds by kind, alone and with a client that never pauses; yield the longest."""
    over = Event()
    with TemporaryDirectory() as root, ThreadPoolExecutor() as clients:
        folder = copytree(SHIPPED, Path(root) / "catalog")
        options = ("--reload-catalog", "--catalog", str(folder))
        with serving(*OURS, *options, LIFEJOURNEY_LOG_LEVEL="error") as ours:
            ask(ours.port, "/v1/advice", ASKED)
            sleep(SETTLING)
            alone = dict(over_kinds(ours.port, folder))
            client = clients.submit(asking, ours.port, over)
            try:
                loaded = dict(over_kinds(ours.port, folder))
            finally:
                over.set()
            statuses = client.result()
    print("berkas / file\ts\tdengan beban / under load s")
    for kind, seconds in alone.items():
        print(f"{kind}\t{seconds:.2f}\t{loaded[kind]:.2f}")
    print(f"{len(statuses)} permintaan / requests")
    yield Ratio("reload/alone", max(alone.values()), BAR)
    yield Ratio("reload/loaded", max(loaded.values()), BAR)
    yield Ratio("reload/errors", sum(status != 200 for status in statuses), 0.0)


LINE = Line("reload", measure)
