"""Verdicts and papers within reach as a matrix of truth values, in plain NumPy."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Paper
from tests.benchmarks.peers.vectorised import vectorised
from tests.benchmarks.verdict_case import Plain

Columns = Mapping[str, Any]


def verdicts(
    conditions: Sequence[Plain | None], columns: Columns, code: Mapping[str, Any]
) -> list[Any]:
    """Return an array of truth values for each condition; None holds of everybody."""
    people = len(next(iter(columns.values())))
    everybody = np.ones(people, dtype=np.bool_)
    column: Callable[[str], Any] = columns.__getitem__
    return [everybody if one is None else vectorised(one, column, code) for one in conditions]


class Reach:
    """Hold who needs and makes which paper."""

    def __init__(self, ground: Ground) -> None:
        self.needs = [[need.ways[0].paper for need in one.needs] for one in ground.instances]
        self.makes = [[ground.makings[m].paper for m in one.makings] for one in ground.instances]
        self.users: dict[Paper, list[int]] = {}
        for one, papers in enumerate(self.needs):
            for paper in papers:
                self.users.setdefault(paper, []).append(one)

    def papers(self, applies: Sequence[Any], held: Mapping[Paper, Any]) -> dict[Paper, Any]:
        """Return who has each paper or can have it: what changes something is looked at again."""
        nobody = np.zeros(len(applies[0]), dtype=np.bool_)
        had = dict(held)
        todo = deque(range(len(applies)))
        waiting = set(todo)
        while todo:
            one = todo.popleft()
            waiting.discard(one)
            can = applies[one]
            for paper in self.needs[one]:
                can = can & had.get(paper, nobody)
            for paper in self.makes[one]:
                known = had.get(paper, nobody)
                if (can & ~known).any():
                    had[paper] = known | can
                    users = [user for user in self.users.get(paper, ()) if user not in waiting]
                    todo += users
                    waiting.update(users)
        return had
