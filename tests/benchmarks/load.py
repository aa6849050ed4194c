"""Post to a server over connections that stay open."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

HOST = "127.0.0.1"
PATH = "/v1/advice"


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
