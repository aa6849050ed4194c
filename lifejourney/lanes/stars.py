"""Some of all completions, as a column of bits, for where all of them are too many to hold.

They come in stars: a centre, and every completion that differs from it in one unknown. So what a
mask depends on is seen, as far as these people go; a `Diagram` knows it of everybody.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from lifejourney.lanes.columns import Column, bits

Table = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


class Stars:
    """Hold stars of completions behind what a `Diagram` offers; a mask is an integer.

    `sizes`: the number of values of each unknown; `centres`: of each star, a value for each.
    """

    def __init__(self, sizes: Sequence[int], centres: Sequence[Sequence[int]]) -> None:
        self._sizes = tuple(sizes)
        self._centres = np.array(centres, dtype=np.int64).reshape(len(centres), len(sizes))
        self._first = np.cumsum([1, *(size - 1 for size in sizes)])
        self._owner = np.repeat(np.arange(len(sizes)), [size - 1 for size in sizes])
        self._shape = (len(centres), int(self._first[-1]))
        self.column: Column[int] = bits(len(centres) * self._shape[1])
        self._values: dict[tuple[int, int], int] = {}

    def _table(self, mask: int) -> Table:
        """Return a row for each star: its centre, then the others, by unknown and value."""
        rows, width = self._shape
        raw = mask.to_bytes((rows * width + 7) // 8, "little")
        flat = np.unpackbits(np.frombuffer(raw, np.uint8), count=rows * width, bitorder="little")
        return flat.astype(np.bool_).reshape(rows, width)

    def _mask(self, table: Table) -> int:
        return int.from_bytes(np.packbits(table, bitorder="little").tobytes(), "little")

    def _arm(self, unknown: int) -> slice:
        """Return where in a star those stand who differ from its centre in an unknown."""
        return slice(int(self._first[unknown]), int(self._first[unknown + 1]))

    def is_value(self, unknown: int, value: int) -> int:
        """Return the completions in which an unknown has one of its values."""
        known = self._values.get((unknown, value))
        if known is None:
            of_centre = self._centres[:, unknown, None]
            table = np.repeat(of_centre == value, self._shape[1], axis=1)
            others = np.arange(self._sizes[unknown] - 1)
            # The others in the order of the values, without that of the centre.
            table[:, self._arm(unknown)] = others + (others >= of_centre) == value
            known = self._values[unknown, value] = self._mask(table)
        return known

    def any_of(self, masks: Iterable[int]) -> int:
        """Return where any of these holds."""
        result = 0
        for mask in masks:
            result |= mask
        return result

    def forget(self, mask: int, unknowns: Iterable[int]) -> int:
        """Return where `mask` can hold for another value of one of these unknowns."""
        table = self._table(mask)
        arms = [0, *(at for one in unknowns for at in range(*self._arm(one).indices(1 << 62)))]
        table[:, arms] = table[:, arms].any(axis=1, keepdims=True)
        return self._mask(table)

    def given(self, mask: int, values: Mapping[int, int]) -> int:
        """Return what `mask` becomes once these unknowns have these values.

        A star whose centre has them keeps what it says of all other unknowns, one in which a
        single person has them what it says of that person, and others nothing.
        """
        table = self._table(mask)
        differs = np.array([self._centres[:, u] != v for u, v in values.items()], dtype=np.bool_)
        differing = differs.reshape(len(values), self._shape[0]).sum(axis=0)
        for (unknown, value), apart in zip(values.items(), differs, strict=True):
            arm = self._arm(unknown)
            table[:, arm] = np.where(apart[:, None], table[:, arm], table[:, :1])
            stars = np.flatnonzero(apart & (differing == 1))
            at = arm.start + value - (value > self._centres[stars, unknown])
            table[stars] = table[stars, at][:, None]
        table[differing > 1] = False
        return self._mask(table)

    def turned(self, everybody: int, masks: Iterable[int]) -> Table:
        """Return, (centres, unknowns), where another value changes whether a mask holds.

        Only values with which the centre still is in `everybody`.
        """
        within = self._table(everybody)[:, 1:]
        turns = np.zeros_like(within)
        for mask in masks:
            table = self._table(mask)
            turns |= table[:, 1:] != table[:, :1]
        turns &= within
        found = np.zeros((len(turns), len(self._sizes)), dtype=np.bool_)
        for unknown in range(len(self._sizes)):
            arm = self._arm(unknown)
            found[:, unknown] = turns[:, arm.start - 1 : arm.stop - 1].any(axis=1)
        return found

    def bound_by(self, mask: int) -> Sequence[int]:  # noqa: ARG002 - whatever the mask
        """Return every unknown: of so few completions any may leave out some values."""
        return range(len(self._sizes))

    def depends_on(self, mask: int) -> tuple[int, ...]:
        """Return the unknowns of which one other value changes whether `mask` holds, in order."""
        table = self._table(mask)
        changed = (table[:, 1:] != table[:, :1]).any(axis=0)
        return tuple(int(one) for one in np.unique(self._owner[changed]))
