"""What one person of whom everything is known can have: earliest finish, ranks in rounds."""

# ruff: noqa: C901 - one plain loop is easier to check by eye than many parts

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from lifejourney.days import comparable
from tests.oracles.plain_graph import Errand, Graph, Making, Need, Paper, Way
from tests.oracles.three_valued import Known

UNKNOWN_FEE = 1 << 60


class Life(Known, Protocol):
    """Know everything of one person: facts and counts, papers, wishes, what was done."""

    wanted: frozenset[Paper]
    done: frozenset[str]

    def held(self, paper: Paper) -> bool | None:
        """Tell whether a paper is said to be held; None where it may but was not said."""

    def hidden(self, paper: Paper) -> bool:
        """Tell of a paper that was not spoken of whether it is held."""

    def kind(self, general: Paper, kinds: tuple[Paper, ...]) -> Paper:
        """Return which kind of a paper is wanted."""

    def rival(self, goals: tuple[int, ...]) -> int:
        """Return which of several rival goals is wanted."""


@dataclass
class Reach:
    """What can be had, by when and from where (a making, `hand` or `out`)."""

    had: dict[Paper, tuple[int, object]] = field(default_factory=dict)
    ready: dict[str, int] = field(default_factory=dict)
    made: dict[Making, int] = field(default_factory=dict)
    way: dict[Need, Way] = field(default_factory=dict)


class Says(Protocol):
    """Answer what the search asks: the graph, the person, and whether something holds."""

    graph: Graph
    life: Life

    def is_so(self, *key: object) -> bool:
        """Tell whether something holds."""


class Search:
    """Find what can be had: earliest finish, by ranks in rounds."""

    def __init__(
        self,
        planner: Says,
        kinds: Mapping[Paper, list[Paper]],
        among: set[str] | None,
        wished: Collection[Paper],
    ) -> None:
        self.planner = planner
        self.graph = planner.graph
        self.life = planner.life
        self.kinds = kinds
        self.reach = Reach()
        self.wished = wished
        self.opened: set[Way] = set()
        self.given_up: set[Need] = set()
        self.waiting: list[tuple[int, int, str, int, Making]] = []
        self.pushed = 0
        self.errands = [
            errand
            for errand in self.graph.errands.values()
            if (among is None or errand.id in among) and planner.is_so("open", errand)
        ]
        self.accepting: dict[Paper, list[Paper]] = {}
        for general in self.graph.papers:
            for kind in self.graph.kinds(general):
                self.accepting.setdefault(kind, []).append(general)

    def run(self) -> Reach:
        for paper in self.graph.papers:
            if self.planner.is_so("hand", paper):
                self._have(paper, 0, "hand")
        for paper in self.graph.papers:
            if self.planner.is_so("out", paper):
                self._have(paper, 0, "out")
        for errand in self.errands:
            if errand.id in self.life.done:
                self.reach.ready[errand.id] = 0
                for making in errand.makings:
                    if self.planner.is_so("made", making):
                        self.reach.made[making] = 0
                        self._have(making.paper, 0, making)
        while self._go_on():
            pass
        for errand in self.errands:
            for need in errand.all_needs:
                owner = next((m for m in errand.makings if need in m.needs), None)
                ready = errand.id in self.reach.ready if owner is None else owner in self.reach.made
                if need.later and ready and self.planner.is_so("needed", need):
                    self._take(need, anything=True)
        return self.reach

    def _have(self, paper: Paper, time: int, source: object) -> None:
        for general in self.accepting[paper]:
            wanted = self.kinds.get(general)
            refused = isinstance(source, Making) and wanted is not None and paper not in wanted
            if general not in self.reach.had and not refused:
                self.reach.had[general] = (time, source)

    def _go_on(self) -> bool:
        for errand in self.errands:
            if errand.id not in self.reach.ready and self._met(errand.needs):
                self.reach.ready[errand.id] = self._finish(errand, errand.needs)
            for making in errand.makings if errand.id in self.reach.ready else ():
                if (
                    making not in self.reach.made
                    and self.planner.is_so("made", making)
                    and self._met(making.needs)
                ):
                    finish = self._finish(errand, [*errand.needs, *making.needs])
                    self.reach.made[making] = finish
                    self.pushed += 1
                    fee = errand.service.cost.known
                    order = (finish, UNKNOWN_FEE if fee is None else fee, errand.id, self.pushed)
                    self.waiting.append((*order, making))
        if self.waiting:
            first = min(self.waiting, key=lambda entry: entry[:4])
            self.waiting.remove(first)
            self._have(first[4].paper, first[0], first[4])
            return True
        return self._open_one()

    def _finish(self, errand: Errand, needs: list[Need]) -> int:
        start = 0
        for need in needs:
            if self.planner.is_so("needed", need) and not need.later:
                if need not in self.reach.way:
                    self._take(need, anything=False)
                start = max(start, self.reach.had[self.reach.way[need].paper][0])
        return start + comparable(errand.service.processing_time.known)

    def _met(self, needs: list[Need]) -> bool:
        return all(
            need.later or not self.planner.is_so("needed", need) or self._ways(need)
            for need in needs
        )

    def _rank(self, need: Need, way: Way) -> int:
        """Count the alternatives before one that do not fall away for this person."""
        return len({one.rank for one in self._considered(need) if one.rank < way.rank})

    def _is_free(self, way: Way) -> bool:
        source = self.reach.had.get(way.paper, (0, None))[1]
        return source == "hand" and not way.substitute

    def _waits(self, need: Need) -> bool:
        """Tell whether nothing but what is wished for is taken, as long as it can come."""
        if need.later or need in self.given_up:
            return False
        return any(way.paper in self.wished and self.planner.is_so("fit", way) for way in need.ways)

    def _considered(self, need: Need) -> list[Way]:
        """List the ways that are there for this person; of who waits, what they wish for."""
        waits = self._waits(need)
        return [
            way
            for way in need.ways
            if self.planner.is_so("fit", way) and (not waits or way.paper in self.wished)
        ]

    def _ways(self, need: Need, *, anything: bool = False) -> list[Way]:
        """List the ways that are open and can be had, the best first."""
        found = [
            way
            for way in self._considered(need)
            if way.paper in self.reach.had
            and (anything or self._rank(need, way) == 0 or way in self.opened or self._is_free(way))
        ]
        wanted = self.life.wanted if anything else frozenset()
        return sorted(found, key=lambda way: (way.paper not in wanted, not self._is_free(way)))

    def _take(self, need: Need, *, anything: bool) -> None:
        if ways := self._ways(need, anything=anything):
            self.reach.way[need] = ways[0]

    def _open_one(self) -> bool:
        closed = [
            (self._rank(need, way), errand.service.code, errand.member, need.place[1], number, way)
            for errand in self.errands
            for need in errand.all_needs
            if not need.later and self.planner.is_so("needed", need) and not self._ways(need)
            for number, way in enumerate(need.ways)
            if way.paper in self.reach.had and way in self._considered(need)
        ]
        if not closed:
            return self._give_up_one()
        self.opened.add(min(closed, key=lambda entry: entry[:5])[5])
        return True

    def _give_up_one(self) -> bool:
        """Give up the first wish that waits for itself, where there is another way."""
        waiting = [
            ((errand.service.code, errand.member, need.place[1]), need)
            for errand in self.errands
            for need in errand.all_needs
            if self._waits(need) and self.planner.is_so("needed", need) and not self._ways(need)
            if any(w.paper in self.reach.had and self.planner.is_so("fit", w) for w in need.ways)
        ]
        if not waiting:
            return False
        self.given_up.add(min(waiting, key=lambda one: one[0])[1])
        return True
