"""Follow the catalog while it is edited: what is good goes live, what is broken is reported.

Reading keeps the interpreter busy, so a process beside the server looks and reads; the server only
takes what that one found good, and requests under way keep the catalog with which they began. That
process reads everything once when it begins, and after an edit only the files that have changed.
"""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import Final

from lifejourney import (
    Catalog,
    InvalidCatalog,
    Reader,
    keep_catalog,
    pack_catalog,
    unpack_catalog,
)

from .room import PROCESSES, settle

Problems = tuple[str, ...]
Take = Callable[[Catalog | Problems], None]
_PAUSE: Final = 0.2
"""Seconds between two looks at the folder."""
_Seen = dict[str, tuple[int, int]]


@contextmanager
def followed(folder: Path, version: str, take: Take) -> Iterator[None]:
    """Call `take` with each catalog found good after an edit, or with what is wrong with it.

    `version`: of the catalog that is served at the beginning.
    """
    pipe, other = PROCESSES.Pipe()
    process = PROCESSES.Process(target=_follow, args=(other, folder, version), daemon=True)
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
            found: bytes | Problems = pipe.recv()
            take(unpack_catalog(found) if isinstance(found, bytes) else found)
    except (EOFError, OSError):
        return


def _follow(pipe: Connection, folder: Path, version: str) -> None:
    """Read the folder whenever it has changed, and tell what is not served already."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends this one
    reader = Reader(folder)
    seen: _Seen = {}
    told: str | Problems = version
    while True:
        now = _seen(folder)
        if now != seen:
            seen = now
            told = _tell(pipe, folder, reader, told)
            settle()
        time.sleep(_PAUSE)


def _tell(pipe: Connection, folder: Path, reader: Reader, told: str | Problems) -> str | Problems:
    """Send what the folder holds, unless that was told; return what is told now."""
    try:
        catalog = reader.load()
    except InvalidCatalog as error:
        wrong = tuple(one.in_language("id") for one in error.problems if one.severity == "error")
        if wrong != told:
            pipe.send(wrong)
        return wrong
    if catalog.version != told:
        data = pack_catalog(catalog)
        pipe.send(data)
        keep_catalog(folder, catalog, data)
    return catalog.version


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
