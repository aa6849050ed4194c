"""Put unknowns that decide the same things near each other, so that decision diagrams stay small.

The order is that of a walk from the goals back over services, papers and conditions.
"""

from collections.abc import Mapping, Sequence

from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Instance, Making, Need, Paper
from lifejourney.planning.unknowns import Unknown
from lifejourney.program import Count, FactAtom
from lifejourney.program.formulas import Leaf

Key = tuple[object, ...]


class _Walk:
    """Walk from the goals back and note each unknown when it is first met."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.met: dict[Key, int] = {}
        self.papers: set[Paper] = set()
        self.instances: set[int] = set()
        self.makers: dict[Paper, list[Making]] = {}
        for making in ground.makings:
            self.makers.setdefault(making.paper, []).append(making)

    def order(self) -> Mapping[Key, int]:
        for goal in self.ground.goals:
            self._formula(goal.when)
            if goal.paper is not None:
                self._paper(goal.paper)
            if goal.instance is not None:
                self._instance(self.ground.instances[goal.instance])
        return self.met

    def _note(self, *key: object) -> None:
        self.met.setdefault(key, len(self.met))

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


def nearness(ground: Ground) -> Mapping[Key, int]:
    """Return when the walk first meets whatever could be unknown, by kind and key."""
    return _Walk(ground).order()


def near_each_other(met: Mapping[Key, int], unknowns: Sequence[Unknown]) -> list[int]:
    """Return the numbers of the unknowns, those that matter together next to each other."""
    last = len(met)
    places = [met.get((one.kind, *one.key), last) for one in unknowns]
    return sorted(range(len(unknowns)), key=places.__getitem__)
