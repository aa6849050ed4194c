"""Follow the catalog while it is edited: what is good goes live, what is broken is reported.

Reading takes seconds and keeps the interpreter busy, so a process beside the server looks and
reads; the server only takes what that one found good, and requests under way keep the catalog
with which they began.
"""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import Final

from lifejourney import Catalog, InvalidCatalog, open_catalog

from .room import PROCESSES

Problems = tuple[str, ...]
Take = Callable[[Catalog | Problems], None]
_PAUSE: Final = 0.2
"""Seconds between two looks at the folder."""
_Seen = dict[str, tuple[int, int]]


@contextmanager
def followed(folder: Path, take: Take) -> Iterator[None]:
    """Call `take` with each catalog found good after an edit, or with what is wrong with it."""
    pipe, other = PROCESSES.Pipe()
    process = PROCESSES.Process(target=_follow, args=(other, folder, _seen(folder)), daemon=True)
    process.start()
    other.close()
    thread = Thread(target=_listen, args=(pipe, take), daemon=True)
    thread.start()
    try:
        yield
    finally:
        process.kill()
        process.join()
        thread.join()
        pipe.close()


def _listen(pipe: Connection, take: Take) -> None:
    """Pass on what the other process finds, until it is gone."""
    try:
        while True:
            take(pipe.recv())
    except (EOFError, OSError):
        return


def _follow(pipe: Connection, folder: Path, seen: _Seen) -> None:
    """Read the folder whenever it has changed and come to rest."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends this one
    while True:
        now = _seen(folder)
        if now != seen:
            seen = now
            pipe.send(_read(folder))
        time.sleep(_PAUSE)


def _read(folder: Path) -> Catalog | Problems:
    try:
        return open_catalog(folder)
    except InvalidCatalog as error:
        return tuple(one.in_language("id") for one in error.problems if one.severity == "error")


def _seen(folder: Path) -> _Seen:
    """Return size and time of every file; one that goes away meanwhile is left out."""
    found: _Seen = {}
    for path in folder.rglob("*"):
        try:
            at = path.stat()
        except OSError:
            continue
        found[str(path)] = at.st_size, at.st_mtime_ns
    return found
