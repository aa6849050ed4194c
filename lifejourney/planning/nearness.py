"""Put unknowns that decide the same things near each other, so that decision diagrams stay small.

The order is that of a walk from the goals back over services, papers and conditions.
"""

from collections.abc import Sequence

from lifejourney.planning.ground import Ground, Instance, Making, Need, Paper
from lifejourney.planning.unknowns import Unknown
from lifejourney.program import Count, FactAtom
from lifejourney.program.formulas import Leaf

Key = tuple[object, ...]


class _Walk:
    """Walk from the goals back and note each unknown when it is first met."""

    def __init__(self, ground: Ground, unknowns: Sequence[Unknown]) -> None:
        self.ground = ground
        self.numbers = {(one.kind, *one.key): number for number, one in enumerate(unknowns)}
        self.met: dict[int, None] = {}
        self.papers: set[Paper] = set()
        self.instances: set[int] = set()
        self.makers: dict[Paper, list[Making]] = {}
        for making in ground.makings:
            self.makers.setdefault(making.paper, []).append(making)

    def order(self) -> list[int]:
        for goal in self.ground.goals:
            self._formula(goal.when)
            if goal.paper is not None:
                self._paper(goal.paper)
            if goal.instance is not None:
                self._instance(self.ground.instances[goal.instance])
        self.met.update(dict.fromkeys(self.numbers.values()))
        return list(self.met)

    def _note(self, *key: object) -> None:
        if key in self.numbers:
            self.met.setdefault(self.numbers[key])

    def _formula(self, formula: int) -> None:
        node = self.ground.formulas.nodes[formula]
        if not isinstance(node, Leaf):
            for part in node.of:
                self._formula(part)
            return
        match self.ground.formulas.atoms[node.atom]:
            case FactAtom(member, name):
                self._note("fact", member, name)
            case Count(role):
                self._note("count", role)
            case rest:
                self._note("rest", rest.role, rest.key)

    def _paper(self, paper: Paper) -> None:
        if paper in self.papers:
            return
        self.papers.add(paper)
        for kind in self.ground.kinds[paper][1:]:
            self._paper(kind)
        if paper in self.ground.holdable:
            self._formula(self.ground.holdable[paper])
        for making in self.makers.get(paper, ()):
            self._instance(self.ground.instances[making.instance])
            self._formula(making.when)
            self._needs(making.needs)
        self._note("choice", *paper)
        self._note("paper", *paper)

    def _instance(self, instance: Instance) -> None:
        if instance.number not in self.instances:
            self.instances.add(instance.number)
            self._formula(instance.applies)
            self._needs(instance.needs)

    def _needs(self, needs: tuple[Need, ...]) -> None:
        for need in needs:
            self._formula(need.when)
            for way in need.ways:
                self._formula(way.when)
        for need in needs:
            for way in need.ways:
                self._paper(way.paper)


def near_each_other(ground: Ground, unknowns: Sequence[Unknown]) -> list[int]:
    """Return the numbers of the unknowns, those that matter together next to each other."""
    return _Walk(ground, unknowns).order()
