"""Start a server, post to it over connections that stay open, and tell what it costs."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import perf_counter, sleep

import psutil

HOST = "127.0.0.1"
OURS = ("lifejourney", "serve", "--port", "{port}")
PATH = "/v1/advice"
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


@dataclass(frozen=True)
class Load:
    """Hold what came back: seconds of each answer, bodies of the first round, and errors."""

    took: list[float]
    answers: dict[int, bytes]
    errors: int
    seconds: float

    @property
    def p99(self) -> float:
        """Return the seconds within which 99 of 100 were answered."""
        return sorted(self.took)[int(len(self.took) * 0.99)] if self.took else float("inf")


def post(
    port: int, path: str, bodies: Sequence[bytes], *, connections: int, seconds: float
) -> Load:
    """Post the bodies in turn until the time is over, and each at least once."""
    return asyncio.run(_Client(port, path, bodies).run(connections, seconds))


class _Client:
    def __init__(self, port: int, path: str, bodies: Sequence[bytes]) -> None:
        self.port, self.bodies = port, bodies
        self.requests = [_request(f"{path}?n={n}", body) for n, body in enumerate(bodies)]
        self.next = 0
        self.took: list[float] = []
        self.answers: dict[int, bytes] = {}
        self.errors = 0

    async def run(self, connections: int, seconds: float) -> Load:
        """Return what came back over so many connections."""
        began = perf_counter()
        await asyncio.gather(*(self._connection(began + seconds) for _ in range(connections)))
        return Load(self.took, self.answers, self.errors, perf_counter() - began)

    async def _connection(self, until: float) -> None:
        reader, writer = await asyncio.open_connection(HOST, self.port)
        while perf_counter() < until or self.next < len(self.requests):
            number = self.next
            self.next += 1
            began = perf_counter()
            writer.write(self.requests[number % len(self.requests)])
            status, body = await _answer(reader)
            self.took.append(perf_counter() - began)
            self.errors += status != b"200"
            if number < len(self.requests):
                self.answers[number] = body
        writer.close()


def _request(path: str, body: bytes) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _answer(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
    return lines[0].split()[1], await reader.readexactly(length)
