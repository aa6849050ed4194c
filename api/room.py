"""Where advices are worked out: in the server's own process, or in one that can be ended.

The engine knows no clock, and what it does in C cannot be interrupted. So the server leaves the
work to a process beside it, and ends that one when it takes too long: whoever asked is told so,
all others are served as before.
"""

import gc
import signal
from collections.abc import Callable
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, Final, Protocol, TypeVar

from lifejourney import Advisor, Catalog, Words, pack_catalog, unpack_catalog

from .logs import LOG, TaskFailed, places
from .problems import BUSY, TOO_LONG, Fault, Kind, Refused

PROCESSES: Final = get_context("spawn")  # the server has threads, and these do not survive a fork
_PATIENCE: Final = 60
"""Seconds that a new process may take to be ready."""
T = TypeVar("T")


class Room(Protocol):
    """Work out one task at a time, by one catalog."""

    def do(self, task: Callable[..., T], *given: object) -> T:
        """Return `task(advisor, *given)`; raises Refused where that takes too long."""


class SameRoom:
    """Work in the process of the server, without an end: for tests and short programs.

    One task at a time; its work never waits for anything, so threads side by side would gain
    nothing, and what is compiled is shared.
    """

    def __init__(self, advisor: Advisor) -> None:
        self._advisor = advisor
        self._turn = Lock()

    def do(self, task: Callable[..., T], *given: object) -> T:
        """Return `task(advisor, *given)`."""
        with self._turn:
            return task(self._advisor, *given)


class OwnRoom:
    """Leave the work to a clerk, by one catalog."""

    def __init__(self, catalog: Catalog, clerk: "Clerk") -> None:
        self._catalog = catalog
        self._clerk = clerk

    def do(self, task: Callable[..., T], *given: object) -> T:
        """Return `task(advisor, *given)`; raises Refused as the clerk does."""
        return self._clerk.do(self._catalog, task, *given)


class Clerk:
    """Work in a process of its own; a task that takes longer than `seconds` ends it.

    A task is a function of a module, and what it is given and gives can be pickled. Catalogs may
    change from task to task; each is sent once.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._turn = Lock()
        self._is_over = False

    def begin(self) -> None:
        """Start the process; it reports by itself when it is ready."""
        self._pipe, other = PROCESSES.Pipe()
        self._has: str | None = None
        self._process = PROCESSES.Process(target=_work, args=(other,), daemon=True)
        self._process.start()
        other.close()  # so that its end is noticed here

    def do(self, catalog: Catalog, task: Callable[..., T], *given: object) -> T:
        """Return `task(advisor, *given)` for an advisor by this catalog.

        Raises Refused where it takes too long, its turn does not come, or the process is lost.
        """
        if not self._turn.acquire(timeout=self._seconds):
            raise _refusal(BUSY)
        try:
            return self._ask(catalog, task, given)
        except (EOFError, OSError):
            LOG.error("the process that works out advices was lost")
            self._begin_anew()
            raise _refusal(BUSY) from None
        finally:
            self._turn.release()

    def _ask(self, catalog: Catalog, task: Callable[..., T], given: tuple[object, ...]) -> T:
        if self._has != catalog.version:
            self._pipe.send(pack_catalog(catalog))
            self._wait(_PATIENCE)
            self._has = catalog.version
        self._pipe.send((task, given))
        is_good, answer = self._wait(self._seconds)
        if not is_good:
            raise TaskFailed(answer)
        return answer  # type: ignore[no-any-return]

    def _wait(self, seconds: float) -> Any:  # noqa: ANN401 - of any task
        """Return what the process says; raises Refused if it says nothing in time."""
        if self._pipe.poll(seconds):
            return self._pipe.recv()
        LOG.warning("an advice took too long and was ended", seconds=seconds)
        self._begin_anew()
        raise _refusal(TOO_LONG)

    def _begin_anew(self) -> None:
        self._stop()
        if not self._is_over:
            self.begin()

    def end(self) -> None:
        """End the process once the task under way is done."""
        with self._turn:
            self._is_over = True
            self._stop()

    def _stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection) -> None:  # pragma: no cover - in a process of its own
    """Take catalogs and do tasks by them, one after the other, until nobody is left to give any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which ends this one
    import_module(".tasks", __package__)  # now, not in the time of the first task
    advisor: Advisor | None = None
    try:
        while True:
            match pipe.recv():
                case bytes() as packed:
                    advisor = Advisor(unpack_catalog(packed))
                    settle()
                    pipe.send("taken")
                case task, given:
                    pipe.send(_attempt(task, advisor, given))
    except (EOFError, OSError):
        return


def settle() -> None:
    """Let go of what has gone, and keep the collector from going through what stays.

    Through a whole catalog it would take a third of a second, in the middle of an answer.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _attempt(
    task: Callable[..., object], advisor: Advisor | None, given: tuple[object, ...]
) -> object:
    """Return whether a task came to its end, and what it gave or where it failed."""
    try:
        return True, task(advisor, *given)
    except Exception as error:  # noqa: BLE001 - told to the server, which answers
        return False, places(error)


def _refusal(kind: Kind) -> Refused:
    detail = Words(
        "Rencana ini belum selesai dihitung dalam waktu yang ada.",
        "This plan could not be worked out in the time there is.",
    )
    remedy = Words(
        "coba lagi sebentar lagi; jawab lebih banyak pertanyaan atau pilih lebih sedikit "
        "peristiwa: makin banyak yang diketahui, makin cepat",
        "try again in a moment; answer more questions or choose fewer life events: the more is "
        "known, the sooner it is done",
    )
    if kind is BUSY:
        detail = Words("Layanan sedang sibuk.", "The service is busy.")
        remedy = Words("coba lagi sebentar lagi", "try again in a moment")
    return Refused(kind, detail, [Fault("", detail, remedy)])
