"""The plan that somebody prefers: the cheapest, or the one with the fewest visits.

Preference never overrules a rank or a wish: every need keeps the way by which the resolver meets
it, and only which of several producers makes a paper is chosen anew. A branch and bound over the
producers, from the fastest plan downwards, with the bound of `landmarks`; the best is proven
unless the limit of nodes was hit.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from lifejourney.planning.choice import choose, lay_open
from lifejourney.planning.competing import Competing
from lifejourney.planning.ground import Ground
from lifejourney.planning.landmarks import GOAL, START, Action, Task
from lifejourney.planning.nodes import Instance, Making, Need, Paper
from lifejourney.planning.objectives import Edges, Objective
from lifejourney.planning.state import Chosen, Given

LIMIT: Final = 2000
"""Nodes of one search, after which the best plan so far stands without proof."""


@dataclass(frozen=True, slots=True)
class Preferred:
    """Hold the plan that is preferred, its cost, and whether no better one can exist."""

    given: Given[int]
    chosen: Chosen[int]
    cost: int
    proven: bool


class _Writing:
    """Write the choice of producers of one person as a task over facts."""

    def __init__(self, ground: Ground, given: Given[int], chosen: Chosen[int]) -> None:
        self.ground = ground
        self.given = given
        self.found = chosen.found
        self.chosen = chosen
        self.numbers: dict[Hashable, int] = {"start": START, "goal": GOAL}
        self.actions: list[Action] = []
        self.makings: dict[int, int] = {}
        self.instances: dict[int, int] = {}

    def task(self, objective: Objective) -> Task:
        self.objective = objective
        goals = tuple(self._goals())
        self.actions.append(Action(goals, (GOAL,), 0))
        return Task(len(self.numbers), tuple(self.actions))

    def _number(self, fact: Hashable) -> int:
        return self.numbers.setdefault(fact, len(self.numbers))

    def _goals(self) -> Iterable[int]:
        for (_, paper), who in self.chosen.results.items():
            if who and not self._is_there(paper):
                yield self._paper(paper)
        for number, served in self.chosen.served.items():
            instance = self.ground.goals[number].instance
            if instance is not None and served:
                yield self._done(instance)
        for paper in sorted(self.given.wanted & self.ground.papers.keys()):
            if self.found.had.get(paper) and not self._is_there(paper):
                yield self._paper(paper)

    def _is_there(self, paper: Paper) -> bool:
        return any(
            who and (source < 0 or source in self.given.done)
            for source, who in self.found.source.get(paper, {}).items()
        )

    def _paper(self, paper: Paper) -> int:
        """Return the fact that a paper is there, with the actions of all who can make it."""
        known = paper in self.numbers
        fact = self._number(paper)
        for making in () if known else self._candidates(paper):
            if making.number in self.makings:
                at = self.makings[making.number]
                action = self.actions[at]
                self.actions[at] = replace(action, gives=(*action.gives, fact))
                continue
            at = self.makings[making.number] = len(self.actions)
            self.actions.append(Action((), (fact,), 0))
            needs, later = self._demands(making.needs)
            done = self._done(making.instance)
            gives = self.actions[at].gives
            self.actions[at] = Action((done, *needs), gives, 0, later)
        return fact

    def _candidates(self, paper: Paper) -> list[Making]:
        taken = self.found.source.get(paper, {})
        return [
            making
            for making in self.ground.made_as[paper]
            if (taken.get(making.number) or self.given.accepted(paper, making.paper))
            and self.given.truth[making.when]
            and self.found.ready.get(making.instance)
            and all(self._is_met(need) for need in making.needs)
        ]

    def _is_met(self, need: Need) -> bool:
        asked = self.given.truth[need.when] and need.requirement.supplied_later is None
        return not asked or any(self.found.way.get(need.number, {}).values())

    def _done(self, instance: int) -> int:
        """Return the fact that a service was used, with the action of using it."""
        known = instance in self.instances
        fact = self.instances.setdefault(instance, self._number(("done", instance)))
        if not known and instance not in self.given.done_steps:
            one = self.ground.instances[instance]
            at = len(self.actions)
            self.actions.append(Action((), (fact,), self.objective.cost(one)))
            needs, later = self._demands(one.needs)
            needs += self._shared(one)
            self.actions[at] = Action(needs, (fact,), self.objective.cost(one), later)
        elif not known:
            self.actions.append(Action((), (fact,), 0))
        return fact

    def _shared(self, instance: Instance) -> tuple[int, ...]:
        key = self.objective.shared(instance)
        if key is None:
            return ()
        known = ("shared", key) in self.numbers
        fact = self._number(("shared", key))
        if not known:
            self.actions.append(Action((), (fact,), 1))
        return (fact,)

    def _demands(self, needs: Iterable[Need]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the facts that needs ask for: those before, and those that may follow."""
        found: tuple[list[int], list[int]] = [], []
        for need in needs:
            later = need.requirement.supplied_later is not None
            for way, who in self.found.way.get(need.number, {}).items():
                paper = need.ways[way].paper
                if who and not self._is_there(paper):
                    found[later].append(self._paper(paper))
        return tuple(dict.fromkeys(found[0])), tuple(dict.fromkeys(found[1]))


class _Search:
    """Look for a plan that costs less than the fastest, until none can."""

    def __init__(self, writing: _Writing, objective: Objective, limit: int) -> None:
        self.task = writing.task(objective)
        self.ground = writing.ground
        self.objective = objective
        self.instance_of = {fact: number for number, fact in writing.instances.items()}
        self.limit = limit
        self.nodes = 0
        self.best: frozenset[int] | None = None
        self.cost = 0

    def run(self, cost: int) -> frozenset[int] | None:
        """Return the steps of the best plan that costs less, or None if there is none."""
        self.cost = cost
        self._branch({})
        return self.best

    def _branch(self, prescribed: dict[int, int]) -> None:
        self.nodes += 1
        bound = self.task.bound(prescribed) if self.nodes <= self.limit else None
        if bound is None or bound >= self.cost:
            return
        plan = self.task.plan(prescribed)
        if plan is None:
            return
        steps, edges = self._steps(plan)
        total = self.objective.total(self.ground, steps, edges)
        if total < self.cost:
            self.best, self.cost = steps, total
        if total <= bound:
            return
        for fact, taken in plan.items():
            ways = self.task.givers[fact]
            if len(ways) > 1 and fact not in prescribed:
                for way in sorted(ways, key=lambda one: one != taken):
                    self._branch({**prescribed, fact: way})
                return

    def _steps(self, plan: dict[int, int]) -> tuple[frozenset[int], Edges]:
        """Return the instances of a plan, and which of them comes right before which."""
        steps = frozenset(self.instance_of[fact] for fact in plan if fact in self.instance_of)
        edges: set[tuple[int, int]] = set()
        for fact, action in plan.items():
            after = self._instance(fact, action)
            for need in self.task.actions[action].needs if after is not None else ():
                before = self._instance(need, plan[need])
                if before is not None and after is not None and before != after:
                    edges.add((before, after))
        return steps, frozenset(edges)

    def _instance(self, fact: int, action: int) -> int | None:
        """Return the instance that a fact of a plan is owed to."""
        if fact in self.instance_of:
            return self.instance_of[fact]
        used = (need for need in self.task.actions[action].needs if need in self.instance_of)
        return next((self.instance_of[need] for need in used), None)


def prefer(
    ground: Ground,
    given: Given[int],
    competing: Competing,
    objective: Objective,
    limit: int = LIMIT,
) -> Preferred:
    """Find the plan of one person that costs least by an objective, the fastest among equals.

    `given` is a column of one person whose choices are settled.
    """
    fastest = choose(ground, given, competing)
    cost = objective.total(ground, frozenset(_taken(fastest)), _edges(fastest))
    opened, every = lay_open(ground, given, competing)
    search = _Search(_Writing(ground, opened, every), objective, limit)
    steps = search.run(cost)
    proven = search.nodes <= limit
    within = replace(given, ways=every.found.way)
    if steps is None:
        return Preferred(within, fastest, cost, proven)
    allowed = {one.number: int(one.number in steps) for one in ground.instances}
    within = replace(within, allowed=allowed)
    return Preferred(within, choose(ground, within, competing), search.cost, proven)


def _taken(chosen: Chosen[int]) -> list[int]:
    return [number for number, who in chosen.steps.items() if who]


def _edges(chosen: Chosen[int]) -> Edges:
    return frozenset(edge for edge, who in chosen.edges.items() if who)
