"""At which rank each way of a need stands for whom: what falls away leaves no gap."""

from collections.abc import Iterable

from lifejourney.lanes.columns import Column, M


def ranks_of(ways: Iterable[tuple[int, M]], column: Column[M]) -> list[dict[int, M]]:
    """Return for each of these ways to meet a need who has it at which rank (0 first).

    `ways`: the rank of each as it is written, and for whom it is one.
    """
    here = {0: column.all}
    before = 0
    stands = column.none
    found: list[dict[int, M]] = []
    for rank, who in ways:
        if rank > before:
            here = _moved_down(here, stands, column)
            before, stands = rank, column.none
        stands = stands | who
        found.append(here)
    return found


def _moved_down(ranks: dict[int, M], who: M, column: Column[M]) -> dict[int, M]:
    """Return the ranks of the next way: one lower for those whose way before it stands."""
    found: dict[int, M] = {}
    for rank, some in ranks.items():
        for at, part in ((rank + 1, some & who), (rank, some & ~who)):
            if column.some(part):
                found[at] = found.get(at, column.none) | part
    return found
