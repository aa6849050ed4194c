"""Masks over people as integers and as NumPy arrays, behind the few operators they share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, Self, TypeVar

import numpy as np


class Mask(Protocol):
    """Hold one truth value per person; combined by `&`, `|` and `~`."""

    def __and__(self, other: Self, /) -> Self:
        """Return where both hold."""

    def __or__(self, other: Self, /) -> Self:
        """Return where any holds."""

    def __invert__(self) -> Self:
        """Return where it does not hold; may set bits beyond the last person."""


M = TypeVar("M", bound=Mask)


@dataclass(frozen=True, slots=True)
class Column(Generic[M]):
    """Name the two constant masks of one kind of column, and how to see that a mask is empty.

    `size` tells how much a mask holds, where not all are alike.
    """

    all: M
    none: M
    some: Callable[[M], bool]
    size: Callable[[M], int] | None = None

    def without(self, mask: M) -> M:
        """Return everybody who is not in `mask`."""
        return self.all & ~mask

    def inside(self, who: M, masks: Sequence[M]) -> M:
        """Return those of `who` who are in all of these masks."""
        for mask in self._small_first(masks):
            who = who & mask
            if not self.some(who):
                break
        return who

    def outside(self, who: M, masks: Sequence[M]) -> M:
        """Return those of `who` who are in none of these masks."""
        for mask in self._small_first(masks):
            who = who & ~mask
            if not self.some(who):
                break
        return who

    def later(self, one: Mapping[int, M], other: Mapping[int, M]) -> dict[int, M]:
        """Return who has the later of two things at which time; each maps times to people."""
        found: dict[int, M] = {}
        for time, some in one.items():
            for also, more in other.items():
                both = some & more
                if self.some(both):
                    last = max(time, also)
                    found[last] = found[last] | both if last in found else both
        return found

    def _small_first(self, masks: Sequence[M]) -> Sequence[M]:
        """Return masks in the order in which what is left of them stays small."""
        return masks if self.size is None else sorted(masks, key=self.size)


def bits(width: int) -> Column[int]:
    """Return the column of `width` people as Python integers, person 0 in the lowest bit."""
    return Column((1 << width) - 1, 0, bool)


def words(people: int) -> Column[Any]:
    """Return the column of `people` as NumPy arrays of uint64, person 0 in the lowest bit."""
    count = (people + 63) // 64
    everybody = np.full(count, ~np.uint64(0), dtype=np.uint64)
    if people % 64:
        everybody[-1] = np.uint64((1 << people % 64) - 1)
    return Column(everybody, np.zeros(count, dtype=np.uint64), _has_any)


def _has_any(mask: Any) -> bool:  # noqa: ANN401 - an array of uint64
    # Mostly the first people tell.
    return bool(mask.size) and (bool(mask[0]) or bool(mask.any()))
