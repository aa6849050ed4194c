"""Find circles in what refers to what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

N = TypeVar("N", str, tuple[str, str])


def circles(after: Mapping[N, tuple[N, ...]]) -> list[tuple[N, ...]]:
    """Return one circle for each way back that a walk in sorted order meets.

    Each begins and ends with its least node; no two are the same.
    """
    found: dict[tuple[N, ...], None] = {}
    done: set[N] = set()
    for start in sorted(after):
        trail: list[N] = []
        waiting: list[tuple[N, int]] = [(start, 0)]
        while waiting:
            node, depth = waiting.pop()
            del trail[depth:]
            if node in trail:
                found[_turned(trail[trail.index(node) :])] = None
            elif node not in done:
                trail.append(node)
                waiting.extend((one, depth + 1) for one in reversed(after.get(node, ())))
            if not waiting or waiting[-1][1] <= depth:
                done.update(trail[waiting[-1][1] if waiting else 0 :])
    return list(found)


def _turned(circle: list[N]) -> tuple[N, ...]:
    """Turn a circle so that it begins, and ends, with its least node."""
    least = circle.index(min(circle))
    return (*circle[least:], *circle[:least], circle[least])
