"""Post to a server over connections that stay open: as fast as it answers, or at a rate."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from time import perf_counter

HOST = "127.0.0.1"
PATH = "/v1/advice"


@dataclass(frozen=True)
class Load:
    """Hold what came back: seconds of each answer, bodies of the first round, and errors.

    `lost`: requests whose connection broke before the answer; it is opened again.
    """

    took: list[float]
    answers: dict[int, bytes]
    errors: int
    seconds: float
    lost: int = 0

    @property
    def p99(self) -> float:
        """Return the seconds within which 99 of 100 were answered."""
        return sorted(self.took)[int(len(self.took) * 0.99)] if self.took else float("inf")


@dataclass(frozen=True)
class Pace:
    """Say how long, over how many connections, and at most how often a second to post."""

    connections: int
    seconds: float
    rate: float = inf


def post(port: int, path: str, bodies: Sequence[bytes], pace: Pace) -> Load:
    """Post the bodies in turn until the time is over, and each at least once.

    At a rate each answer is waited for from the moment at which its request was due.
    """
    return asyncio.run(_Client(port, path, bodies, pace).run())


class _Client:
    def __init__(self, port: int, path: str, bodies: Sequence[bytes], pace: Pace) -> None:
        self.port, self.pace = port, pace
        self.requests = [_request(path, n, body) for n, body in enumerate(bodies)]
        self.next = 0
        self.took: list[float] = []
        self.answers: dict[int, bytes] = {}
        self.errors = self.lost = 0
        self.began = perf_counter()

    async def run(self) -> Load:
        """Return what came back."""
        self.began = perf_counter()
        await asyncio.gather(*(self._work() for _ in range(self.pace.connections)))
        seconds = perf_counter() - self.began
        return Load(self.took, self.answers, self.errors, seconds, self.lost)

    async def _work(self) -> None:
        """Post over one connection, and over another one when that is broken."""
        while self._goes_on():
            try:
                reader, writer = await asyncio.open_connection(HOST, self.port)
                await self._connection(reader, writer)
                writer.close()
            except (OSError, asyncio.IncompleteReadError):
                self.lost += 1
                await asyncio.sleep(0.01)

    def _goes_on(self) -> bool:
        over = perf_counter() >= self.began + self.pace.seconds
        return not over or self.next < len(self.requests)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while self._goes_on():
            number = self.next
            self.next += 1
            due = self.began + number / self.pace.rate
            await asyncio.sleep(max(0.0, due - perf_counter()))
            began = perf_counter() if self.pace.rate == inf else due
            writer.write(self.requests[number % len(self.requests)])
            status, body = await _answer(reader)
            self.took.append(perf_counter() - began)
            self.errors += status != b"200"
            if number < len(self.requests):
                self.answers[number] = body


def _request(path: str, number: int, body: bytes) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\n"
        f"X-Number: {number}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _answer(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
    return lines[0].split()[1], await reader.readexactly(length)
