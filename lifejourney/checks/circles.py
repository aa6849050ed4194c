"""Find circles in what needs what."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

N = TypeVar("N", bound=str | tuple[str, str])


def circles(needs: Mapping[N, tuple[N, ...]]) -> list[tuple[N, ...]]:
    """Return circles until, each cut at one place, none is left.

    In a circle each node needs the next; it begins and ends with its least one.
    """
    left = {node: list(needed) for node, needed in needs.items()}
    found: list[tuple[N, ...]] = []
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle: list[N] = error.args[1][::-1][:-1]
            left[circle[-1]].remove(circle[0])
            found.append(_turned(circle))
        else:
            return found


def _turned(circle: list[N]) -> tuple[N, ...]:
    """Turn a circle so that it begins, and ends, with its least node."""
    least = min(range(len(circle)), key=lambda at: str(circle[at]))
    return (*circle[least:], *circle[:least], circle[least])
