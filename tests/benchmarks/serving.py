"""Start a server, and tell what it costs."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import perf_counter, sleep

import psutil

from tests.benchmarks.load import HOST

OURS = ("lifejourney", "serve", "--port", "{port}")
WAIT = 120
"""Seconds in which a server must answer."""


@dataclass(frozen=True)
class Server:
    """Name a running server."""

    process: psutil.Process
    port: int

    def cpu(self) -> float:
        """Return the CPU seconds that it and what it has started have used."""
        alive = [self.process, *self.process.children(recursive=True)]
        children = self.process.cpu_times()
        total = float(children.children_user + children.children_system)
        for one in alive:
            with suppress(psutil.NoSuchProcess):
                times = one.cpu_times()
                total += times.user + times.system
        return total

    def resident(self) -> int:
        """Return the bytes of memory that it and what it has started hold."""
        alive = [self.process, *self.process.children(recursive=True)]
        return int(sum(one.memory_info().rss for one in alive))


@contextmanager
def serving(*command: str, **environment: str) -> Iterator[Server]:
    """Run a server of Python on a free port, `{port}` in its command; stop it by its own id."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    words = [word.format(port=port) for word in command]
    process = subprocess.Popen(
        [sys.executable, "-m", *words],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(process, port)
        yield Server(psutil.Process(process.pid), port)
    finally:
        process.terminate()
        process.wait(30)


def _await(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = perf_counter() + WAIT
    while perf_counter() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection((HOST, port), 1):
            return
        sleep(0.1)
    raise RuntimeError("the server does not answer")
