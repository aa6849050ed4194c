"""What the goals need of all that can be had: the steps, their order, and nothing superfluous."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Generic, TypeVar

from lifejourney.lanes.columns import Column, M
from lifejourney.planning.closure import close
from lifejourney.planning.ground import Goal, Ground, Need, Paper
from lifejourney.planning.state import Chosen, Found, Given

K = TypeVar("K")


class _Demand(Generic[M]):
    """Follow the ways back from the goals to the steps that make their papers."""

    def __init__(self, ground: Ground, given: Given[M], found: Found[M]) -> None:
        self.ground = ground
        self.given = given
        self.found = found
        self.column = given.column
        self.steps: dict[int, M] = {}
        self.makes: dict[int, M] = {}
        self.edges: dict[tuple[int, int], M] = {}
        self.todo: list[tuple[int, M]] = []

    def run(self) -> Chosen[M]:
        goals = [self._goal(number, goal) for number, goal in enumerate(self.ground.goals)]
        for paper in sorted(self.given.wanted & self.ground.papers.keys()):
            if all(goal.paper is None or paper not in self.ground.kinds[goal.paper]
                   for goal in self.ground.goals):
                self._want(paper, self._absent(paper), None)
        while self.todo:
            number, who = self.todo.pop()
            instance = self.ground.instances[number]
            self._follow(number, instance.needs, who)
        return Chosen(self.found, self.steps, self.makes, self.edges, goals, self._end())

    def _absent(self, paper: Paper) -> M:
        return self.column.without(self.given.hand.get(paper, self.column.none))

    def _goal(self, number: int, goal: Goal) -> M:
        asked = self.given.asked.get(number, self.given.truth[goal.when])
        if goal.paper is not None:
            reached = asked & self.found.had.get(goal.paper, self.column.none)
            self._want(goal.paper, reached, None)
            return reached
        if goal.instance is None:
            return self.column.none
        reached = asked & self.found.ready.get(goal.instance, self.column.none)
        self._step(goal.instance, reached)
        return reached

    def _step(self, number: int, who: M) -> None:
        known = self.steps.get(number, self.column.none)
        new = who & ~known
        if self.column.some(new):
            self.steps[number] = known | new
            self.todo.append((number, new))

    def _want(self, paper: Paper, who: M, before: int | None) -> None:
        """Ask for a paper: from the step that makes it, which then comes before `before`."""
        for source, some in self.found.source.get(paper, {}).items():
            asked = who & some
            if source < 0 or not self.column.some(asked):
                continue
            making = self.ground.makings[source]
            if before is not None:
                edge = (making.instance, before)
                self.edges[edge] = self.edges.get(edge, self.column.none) | asked
            known = self.makes.get(source, self.column.none)
            self.makes[source] = known | asked
            self._step(making.instance, asked)
            new = asked & ~known
            if self.column.some(new) and source not in self.given.done:
                self._follow(making.instance, making.needs, new)

    def _follow(self, number: int, needs: tuple[Need, ...], who: M) -> None:
        for need in needs:
            later = need.requirement.supplied_later is not None
            for way, some in self.found.way.get(need.number, {}).items():
                self._want(need.ways[way].paper, some & who, None if later else number)

    def _end(self) -> dict[int, M]:
        """Return by when the whole is finished: the last of all steps."""
        end = {0: self.column.all}
        for number, who in self.steps.items():
            later: dict[int, M] = {}
            idle = self.column.without(who)
            times = {**self.found.finish.get(number, {})}
            times[0] = times.get(0, self.column.none) | idle
            for one, some in end.items():
                for other, more in times.items():
                    both = some & more
                    if self.column.some(both):
                        last = max(one, other)
                        later[last] = later.get(last, self.column.none) | both
            end = later
        return end


def _differ(one: M, other: M) -> M:
    return (one & ~other) | (other & ~one)


def _same_times(column: Column[M], one: Mapping[int, M], other: Mapping[int, M]) -> M:
    same = column.none
    for time, who in one.items():
        same = same | (who & other.get(time, column.none))
    return same


def _waves(chosen: Chosen[M]) -> list[dict[int, M]]:
    """Return for each wave who does which step in it or later (edges lead to later waves)."""
    column = chosen.found.column
    waves = [dict(chosen.steps)]
    while waves[-1] and len(waves) <= len(chosen.steps):
        later: dict[int, M] = {}
        for (before, after), who in chosen.edges.items():
            moved = who & waves[-1].get(before, column.none)
            if column.some(moved):
                later[after] = later.get(after, column.none) | moved
        waves.append(later)
    return waves


class _Pruning(Generic[M]):
    """Drop steps whose papers other steps of the plan make too, if nothing else changes."""

    def __init__(self, ground: Ground, given: Given[M]) -> None:
        self.ground = ground
        self.given = given
        self.column = given.column
        self.chosen = choose_all(ground, given)

    def run(self) -> Chosen[M]:
        spare = {n: who for n in self.chosen.steps if self.column.some(who := self._spare(n))}
        if not spare:
            return self.chosen
        waves = _waves(self.chosen)
        tried: dict[int, M] = {}
        for wave in reversed(range(len(waves))):
            for number in sorted(spare, key=self._code, reverse=True):
                here = waves[wave].get(number, self.column.none)
                who = here & spare[number] & ~tried.get(number, self.column.none)
                tried[number] = tried.get(number, self.column.none) | here
                if self.column.some(who):
                    self._try_without(number, who & self._spare(number))
        return self.chosen

    def _code(self, number: int) -> tuple[str, str]:
        instance = self.ground.instances[number]
        return instance.service.code, instance.member

    def _spare(self, number: int) -> M:
        """Return who has every paper that a step is needed for from another step as well."""
        who = self.chosen.steps.get(number, self.column.none)
        for goal, reached in zip(self.ground.goals, self.chosen.goals, strict=True):
            if goal.instance == number:
                who = who & ~reached
        for making in self.ground.instances[number].makings:
            needed = self.chosen.makes.get(making, self.column.none)
            others = self.column.none
            for accepting in self._accepting(self.ground.makings[making].paper):
                for kind in self.ground.kinds[accepting]:
                    others = others | self._made_beside(kind, number)
            who = who & (self.column.without(needed) | others)
            if not self.column.some(who):
                return who
        return who

    def _accepting(self, paper: Paper) -> list[Paper]:
        return [general for general, kinds in self.ground.kinds.items() if paper in kinds]

    def _made_beside(self, paper: Paper, number: int) -> M:
        who = self.column.none
        for making in self.ground.makings:
            if making.paper == paper and making.instance != number:
                doing = self.chosen.steps.get(making.instance, self.column.none)
                who = who | (doing & self.given.truth[making.when])
        return who

    def _try_without(self, number: int, who: M) -> None:
        """Find the plan anew for `who`, within its own steps, without one of them."""
        if not self.column.some(who):
            return
        allowed = {}
        for instance in self.ground.instances:
            before = self.given.allowed.get(instance.number, self.column.all)
            own = self.chosen.steps.get(instance.number, self.column.none)
            if instance.number == number:
                own = self.column.none
            allowed[instance.number] = (before & ~who) | (own & who)
        trial = choose_all(self.ground, replace(self.given, allowed=allowed))
        same = who & self._as_good(trial)
        if not self.column.some(same):
            return
        for instance in self.ground.instances:
            before = self.given.allowed.get(instance.number, self.column.all)
            allowed[instance.number] = (before & ~same) | (allowed[instance.number] & same)
        self.given = replace(self.given, allowed=allowed)
        self.chosen = choose_all(self.ground, self.given)

    def _as_good(self, trial: Chosen[M]) -> M:
        same = _same_times(self.column, self.chosen.end, trial.end)
        for old, new in zip(self.chosen.goals, trial.goals, strict=True):
            same = same & self.column.without(_differ(old, new))
        for instance in self.ground.instances:
            doing = trial.steps.get(instance.number, self.column.none)
            makings = [self.ground.makings[number] for number in instance.makings]
            for need in (*instance.needs, *(n for m in makings for n in m.needs)):
                ranks = trial.found.way.get(need.number, {})
                before = self.chosen.found.way.get(need.number, {})
                for way in {**ranks, **before}:
                    none = self.column.none
                    moved = _differ(ranks.get(way, none), before.get(way, none))
                    same = same & self.column.without(moved & doing)
        return same


def choose_all(ground: Ground, given: Given[M]) -> Chosen[M]:
    """Find the steps that the goals need by the fastest ways, before any is dropped."""
    return _Demand(ground, given, close(ground, given)).run()


def _first_to_be_had(
    column: Column[M], wanted: Mapping[K, M], can: Mapping[K, M], order: Iterable[K]
) -> dict[K, M]:
    """Give everybody what they want where they can have it, else the first in `order`."""
    result = {one: who & can[one] for one, who in wanted.items()}
    left = column.all
    for who in result.values():
        left = left & ~who
    for one in order:
        result[one] = result[one] | (left & can[one])
        left = left & ~can[one]
    return result


def _settle_choices(ground: Ground, given: Given[M]) -> Given[M]:
    """Settle which kind of a paper, and which of several rival goals, everybody pursues.

    Whoever wants what cannot be had gets the usual kind, then the first other in the order of
    the catalog; a kind that the person asked for by name is never replaced.
    """
    found = close(ground, replace(given, kinds={}))
    none = given.column.none
    kinds: dict[Paper, Mapping[Paper, M]] = {}
    for general, wanted in given.kinds.items():
        if general in given.settled:
            kinds[general] = wanted
            continue
        usual = ground.choices.get(general)
        order = sorted(wanted, key=lambda kind: kind[0] != usual)
        can = {kind: found.had.get(kind, none) for kind in wanted}
        kinds[general] = _first_to_be_had(given.column, wanted, can, order)
    asked: dict[int, M] = {}
    for rivals in given.rivals:
        reached = {n: _reached(ground, given, found, n) for n in rivals}
        chosen = _first_to_be_had(given.column, rivals, reached, rivals)
        pursued = given.column.none
        for who in reached.values():
            pursued = pursued | who
        for number in rivals:
            # Where none of the rivals can be reached, each stays asked for and shows as blocked.
            hopeless = given.truth[ground.goals[number].when] & ~pursued
            asked[number] = chosen[number] | hopeless
    return replace(given, kinds=kinds, asked=asked)


def _reached(ground: Ground, given: Given[M], found: Found[M], number: int) -> M:
    goal = ground.goals[number]
    asked = given.truth[goal.when]
    if goal.paper is not None:
        return asked & found.had.get(goal.paper, given.column.none)
    return asked & found.ready.get(goal.instance or 0, given.column.none)


def settle(ground: Ground, given: Given[M]) -> Given[M]:
    """Settle for everybody which of several results they pursue; see `_settle_choices`."""
    return _settle_choices(ground, given) if given.kinds or given.rivals else given


def choose(ground: Ground, given: Given[M]) -> Chosen[M]:
    """Find the fastest plan of everybody whose choices are settled, nothing superfluous in it."""
    return _Pruning(ground, given).run()
