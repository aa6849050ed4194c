"""What the goals need of all that can be had: the steps and their order."""

from typing import Generic

from lifejourney.lanes.columns import M
from lifejourney.planning.closure import close
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Goal, Need, Paper
from lifejourney.planning.state import Chosen, Found, Given


class _Demand(Generic[M]):
    """Follow the ways back from the goals to the steps that make their papers."""

    def __init__(self, ground: Ground, given: Given[M], found: Found[M]) -> None:
        self.ground = ground
        self.given = given
        self.found = found
        self.column = given.column
        self.steps: dict[int, M] = {}
        self.makes: dict[int, M] = {}
        self.takes: dict[tuple[Paper, int], M] = {}
        self.edges: dict[tuple[int, int], M] = {}
        self.results: dict[tuple[int, Paper], M] = {}
        self.served: dict[int, M] = {}
        self.todo: list[tuple[int, M]] = []

    def run(self) -> Chosen[M]:
        goals = [self._goal(number, goal) for number, goal in enumerate(self.ground.goals)]
        for paper in sorted(self.given.wanted & self.ground.papers.keys()):
            if all(
                goal.paper is None or paper not in self.ground.kinds[goal.paper]
                for goal in self.ground.goals
            ):
                had = self.found.had.get(paper, self.column.none)
                self._want(paper, had & self._absent(paper), None)
        while self.todo:
            number, who = self.todo.pop()
            self._follow(number, self.ground.instances[number].needs, who)
        return Chosen(
            self.found,
            self.steps,
            self.makes,
            self.takes,
            self.edges,
            goals,
            self.results,
            self.served,
        )

    def _absent(self, paper: Paper) -> M:
        return self.column.without(self.given.hand.get(paper, self.column.none))

    def _goal(self, number: int, goal: Goal) -> M:
        asked = self.given.asked.get(number, self.given.truth[goal.when])
        if goal.paper is not None:
            return self._result(number, goal.paper, asked)
        if goal.instance is None:
            return self.column.none
        over = asked & fulfilled(self.ground, self.given, goal.instance)
        served = asked & self.found.ready.get(goal.instance, self.column.none) & ~over
        self.served[number] = served
        self._step(goal.instance, served)
        return served | over

    def _result(self, number: int, paper: Paper, asked: M) -> M:
        """Pursue the paper that a goal calls for: of several kinds, the one that is wanted."""
        none = self.column.none
        at_hand = none
        if paper not in self.given.settled:
            for source, some in self.found.source.get(paper, {}).items():
                at_hand = at_hand | (some if source < 0 else none)
        reached = asked & at_hand
        for kind, who in self.given.kinds.get(paper, {paper: self.column.all}).items():
            can = asked & who & self.found.had.get(kind, none) & ~at_hand
            self.results[number, kind] = can
            self._want(kind, can, None)
            reached = reached | can
        return reached

    def _step(self, number: int, who: M) -> None:
        known = self.steps.get(number, self.column.none)
        new = who & ~known
        if self.column.some(new):
            self.steps[number] = known | new
            self.todo.append((number, new))

    def _want(self, paper: Paper, who: M, before: int | None) -> None:
        """Ask for a paper: from the step that makes it, which then comes before `before`."""
        sources = self.found.source.get(paper, {})
        for source, some in sources.items():
            # Only what can be had is asked for: of one source alone, by everybody from there.
            asked = who & some if len(sources) > 1 else who
            if source < 0 or not self.column.some(asked):
                continue
            making = self.ground.makings[source]
            if before is not None:
                edge = (making.instance, before)
                self.edges[edge] = self.edges.get(edge, self.column.none) | asked
            taken = self.takes.get((paper, source), self.column.none)
            self.takes[paper, source] = taken | asked
            known = self.makes.get(source, self.column.none)
            self.makes[source] = known | asked
            self._step(making.instance, asked)
            new = asked & ~known
            if making.needs and self.column.some(new) and source not in self.given.done:
                self._follow(making.instance, making.needs, new)

    def _follow(self, number: int, needs: tuple[Need, ...], who: M) -> None:
        for need in needs:
            later = need.requirement.supplied_later is not None
            for way, some in self.found.way.get(need.number, {}).items():
                self._want(need.ways[way].paper, some & who, None if later else number)


def choose_all(ground: Ground, given: Given[M], timed: frozenset[int] | None) -> Chosen[M]:
    """Find the steps that the goals need by the fastest ways, before any is dropped."""
    return _Demand(ground, given, close(ground, given, timed)).run()


def reached(ground: Ground, given: Given[M], found: Found[M], number: int) -> M:
    """Return for whom a goal is called for and can be reached."""
    goal = ground.goals[number]
    asked = given.truth[goal.when]
    if goal.paper is not None:
        return asked & found.had.get(goal.paper, given.column.none)
    if goal.instance is None:
        return given.column.none
    over = fulfilled(ground, given, goal.instance)
    return asked & (found.ready.get(goal.instance, given.column.none) | over)


def fulfilled(ground: Ground, given: Given[M], instance: int) -> M:
    """Return of whom it is told that they have all that a service would give: it is done.

    Not where the person asks for a result by name.
    """
    one, none = ground.instances[instance], given.column.none
    who = given.truth[one.applies] if instance in ground.done_once else none
    some = none
    for making in (ground.makings[number] for number in one.makings):
        when = given.truth[making.when]
        some = some | when
        held = not given.told.isdisjoint(ground.kinds[making.paper])
        if not held or making.paper in given.wanted:
            who = who & ~when
    return who & some
