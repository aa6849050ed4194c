"""The least fees by an independent solver: HiGHS on an integer program of the same choice.

One binary for each service that is used and for each source of a paper, and an order of the
papers that forbids circles. It reads the graph and the ways that the resolver has opened, and
nothing of the search.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from lifejourney.planning.choice import lay_open
from lifejourney.planning.competing import Competing
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import UNKNOWN_FEE, Making, Need, Paper
from lifejourney.planning.state import Chosen, Given


@dataclass
class _Program:
    """Gather variables and rows."""

    costs: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float]] = field(default_factory=list)

    def variable(self, cost: float = 0, upper: float = 1, *, whole: bool = True) -> int:
        self.costs.append(cost)
        self.whole.append(int(whole))
        self.upper.append(upper)
        return len(self.costs) - 1

    def at_least(self, terms: dict[int, float], bound: float) -> None:
        self.rows.append((terms, bound))

    def solve(self) -> float:
        if not self.costs:
            return 0
        table = np.array(
            [
                (row, at, value)
                for row, (terms, _) in enumerate(self.rows)
                for at, value in terms.items()
            ]
        ).reshape(-1, 3)
        shape = (len(self.rows), len(self.costs))
        matrix = csr_array((table[:, 2], (table[:, 0].astype(int), table[:, 1].astype(int))), shape)
        bounds = np.array([bound for _, bound in self.rows])
        found = milp(
            np.array(self.costs),
            integrality=np.array(self.whole),
            bounds=Bounds(np.zeros(len(self.costs)), np.array(self.upper)),
            constraints=LinearConstraint(matrix, bounds, np.inf),
            options={"mip_rel_gap": 0},
        )
        assert found.success, found.message
        return float(found.fun)


def in_program(cost: int) -> int:
    """Return a sum of fees as the solver reckons it: an unknown one as a million."""
    unknown, known = divmod(cost, UNKNOWN_FEE)
    return unknown * 1_000_000 + known


class _Least:
    """Write the program of one person."""

    def __init__(self, ground: Ground, given: Given[int], chosen: Chosen[int]) -> None:
        self.ground, self.given, self.chosen = ground, given, chosen
        self.program = _Program()
        self.used: dict[int, int] = {}
        self.sources: dict[Paper, list[int]] = {}
        self.orders: dict[Paper, int] = {}
        self.most = len(ground.papers) + 1
        self.demands: list[tuple[Paper, dict[int, float], float]] = []

    def solve(self) -> float:
        for (_, paper), who in self.chosen.results.items():
            if who:
                self.demand(paper, {}, 1)
        for paper in self.given.wanted & self.ground.papers.keys():
            if self.chosen.found.had.get(paper):
                self.demand(paper, {}, 1)
        for number, served in self.chosen.served.items():
            instance = self.ground.goals[number].instance
            if instance is not None and served:
                self.program.at_least({self.use(instance): 1}, 1)
        for paper, unless, bound in self.demands:
            terms = dict.fromkeys(self.sources[paper], 1.0)
            for taken, times in unless.items():
                # What makes a paper may itself ask for it later.
                terms[taken] = terms.get(taken, 0.0) + times
            self.program.at_least(terms, bound)
        return self.program.solve()

    def demand(self, paper: Paper, unless: dict[int, float], bound: float) -> bool:
        """Ask for a paper where the terms reach the bound; tell if somebody has to make it."""
        found = self.chosen.found
        if any(who and (s < 0 or s in self.given.done) for s, who in found.source[paper].items()):
            return False
        if paper not in self.sources:
            self.orders[paper] = self.program.variable(upper=self.most, whole=False)
            self.sources[paper] = []
            for making in self.ground.makings:
                if self._can_make(making, paper):
                    self._source(paper, making)
        self.demands.append((paper, unless, bound))
        return True

    def _can_make(self, making: Making, paper: Paper) -> bool:
        found = self.chosen.found
        accepted = self.given.accepted(paper, making.paper) or found.source[paper].get(
            making.number
        )
        met = all(
            not self.given.truth[need.when]
            or need.requirement.supplied_later is not None
            or any(found.way.get(need.number, {}).values())
            for need in making.needs
        )
        is_kind = making.paper in self.ground.kinds[paper]
        ready = found.ready.get(making.instance) and self.given.truth[making.when]
        return bool(is_kind and accepted and ready and met)

    def _source(self, paper: Paper, making: Making) -> None:
        taken = self.program.variable()
        self.sources[paper].append(taken)
        used = self.use(making.instance)
        self.program.at_least({used: 1, taken: -1}, 0)
        needs = (*self.ground.instances[making.instance].needs, *making.needs)
        self._follow(making.needs, taken)
        for need, other in self._papers(needs):
            if need.requirement.supplied_later is None and self.demand(other, {taken: -1.0}, 0):
                order = {self.orders[paper]: 1.0, self.orders[other]: -1.0}
                if paper != other:
                    self.program.at_least({**order, taken: -float(self.most)}, 1 - self.most)
                else:
                    self.program.at_least({taken: -1}, 0)

    def use(self, instance: int) -> int:
        if instance not in self.used:
            done = instance in self.given.done_steps
            one = self.ground.instances[instance]
            self.used[instance] = self.program.variable(0 if done else in_program(one.fee))
            if not done:
                self._follow(one.needs, self.used[instance])
        return self.used[instance]

    def _follow(self, needs: Iterable[Need], taken: int) -> None:
        for _, paper in self._papers(needs):
            self.demand(paper, {taken: -1.0}, 0)

    def _papers(self, needs: Iterable[Need]) -> list[tuple[Need, Paper]]:
        return [
            (need, need.ways[way].paper)
            for need in needs
            for way, who in self.chosen.found.way.get(need.number, {}).items()
            if who
        ]


def least_fees(ground: Ground, given: Given[int], competing: Competing) -> float:
    """Return the least sum of fees of one person's plan."""
    opened, every = lay_open(ground, given, competing)
    return _Least(ground, opened, every).solve()
