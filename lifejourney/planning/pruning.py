"""Nothing superfluous: steps go whose papers other steps of the plan make too."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Generic

from lifejourney.lanes.columns import Column, M
from lifejourney.planning.competing import Competing
from lifejourney.planning.demand import choose_all
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Paper
from lifejourney.planning.state import Chosen, Given


class Pruning(Generic[M]):
    """Drop steps whose papers other steps of the plan make too, if nothing else changes.

    `chosen` is the plan, `given` what it was found with, also what is made on the way.
    """

    def __init__(self, ground: Ground, given: Given[M], competing: Competing) -> None:
        self.ground = ground
        self.timed = competing.timed(given.within(ground))
        self.column = given.column
        self.chosen = choose_all(ground, given, self.timed)
        self.given = given
        also = _made_on_the_way(self.chosen, ground, given)
        if also:
            self.given = replace(given, also=also)
            self.chosen = choose_all(ground, self.given, self.timed)

    def run(self) -> Chosen[M]:
        """Return the plan without what is superfluous; where speed is left open, with it marked."""
        taken = _by_maker(self.chosen, self.ground)
        steps = self.chosen.steps
        spare = {n: who for n in steps if self.column.some(who := self._spare(n, taken))}
        if not spare:
            return self.chosen
        if self.given.faster:
            return replace(self.chosen, loose=spare)
        waves = _waves(self.chosen)
        tried: dict[int, M] = {}
        for wave in reversed(range(len(waves))):
            for number in sorted(spare, key=self._code, reverse=True):
                here = waves[wave].get(number, self.column.none)
                who = here & spare[number] & ~tried.get(number, self.column.none)
                tried[number] = tried.get(number, self.column.none) | here
                taken = _by_maker(self.chosen, self.ground)
                self._try_without(number, who & self._spare(number, taken))
        return self.chosen

    def _code(self, number: int) -> tuple[str, str]:
        instance = self.ground.instances[number]
        return instance.service.code, instance.member

    def _spare(self, number: int, taken: Mapping[int, Sequence[tuple[Paper, M]]]) -> M:
        """Return who has every paper that a step is needed for from another step as well.

        `taken`: what is taken from each step, and by whom.
        """
        who = self.chosen.steps.get(number, self.column.none)
        for goal, served in self.chosen.served.items():
            if self.ground.goals[goal].instance == number:
                who = who & ~served
        later: dict[int, M] | None = None
        for paper, needed in taken.get(number, ()):
            beside = self._beside(paper, number)
            if beside and later is None:
                later = self._later(number)
            others = self.column.none
            for other, doing in beside:
                others = others | (doing & ~(later or {}).get(other, self.column.none))
            who = who & (self.column.without(needed) | others)
            if not self.column.some(who):
                break
        return who

    def _beside(self, paper: Paper, number: int) -> list[tuple[int, M]]:
        """List the other steps of the plan that make a paper, and for whom."""
        found: list[tuple[int, M]] = []
        for making in self.ground.made_as[paper]:
            if making.instance != number and making.instance in self.chosen.steps:
                doing = self.chosen.steps.get(making.instance, self.column.none)
                accepted = self.given.accepted(paper, making.paper)
                who = doing & self.given.truth[making.when] & accepted
                if self.column.some(who):
                    found.append((making.instance, who))
        return found

    def _later(self, number: int) -> dict[int, M]:
        """Return for whom each step can only be taken after this one."""
        following: dict[int, list[tuple[int, M]]] = {}
        for (before, after), who in self.chosen.edges.items():
            following.setdefault(before, []).append((after, who))
        later = {number: self.chosen.steps[number]}
        todo = [number]
        while todo:
            one = todo.pop()
            for after, who in following.get(one, ()):
                known = later.get(after, self.column.none)
                new = who & later[one] & ~known
                if self.column.some(new):
                    later[after] = known | new
                    todo.append(after)
        return later

    def _try_without(self, number: int, who: M) -> None:
        """Find the plan anew for `who`, within its own steps, without one of them."""
        if not self.column.some(who):
            return
        allowed = self._allowed(who, number)
        among = self._among(who)
        before = choose_all(self.ground, among, None)
        after = choose_all(self.ground, replace(among, allowed=allowed), None)
        same = who & self._as_good(before, after)
        if self.column.some(same):
            self.given = replace(self.given, allowed=self._allowed(same, number))
            self.chosen = choose_all(self.ground, self.given, self.timed)

    def _allowed(self, who: M, without: int) -> dict[int, M]:
        """Return the services allowed: to `who` those of their plan alone, without one."""
        allowed = {}
        for number in self.given.within(self.ground).instances:
            before = self.given.allowed.get(number, self.column.all)
            own = self.chosen.steps.get(number, self.column.none)
            if number == without:
                own = self.column.none
            allowed[number] = (before & ~who) | (own & who)
        return allowed

    def _among(self, who: M) -> Given[M]:
        """Return what is given for some people alone."""
        column = replace(self.column, all=who)
        return replace(
            self.given,
            column=column,
            truth={formula: mask & who for formula, mask in self.given.truth.items()},
            hand={paper: mask & who for paper, mask in self.given.hand.items()},
            asked={goal: mask & who for goal, mask in self.given.asked.items()},
        )

    def _as_good(self, plan: Chosen[M], trial: Chosen[M]) -> M:
        """Return for whom finish, results and the ways of what is left are the same."""
        same = _same_times(self.column, _end(plan), _end(trial))
        for old, new in zip(plan.goals, trial.goals, strict=True):
            same = same & self.column.without(_differ(old, new))
        none = self.column.none
        for paper in self.given.wanted & self.ground.papers.keys():
            lost = plan.found.had.get(paper, none) & ~trial.found.had.get(paper, none)
            same = same & self.column.without(lost)
        for number, step in trial.steps.items():
            instance = self.ground.instances[number]
            asked = [(need, step) for need in instance.needs]
            for making in instance.makings:
                made = trial.makes.get(making, self.column.none)
                asked += [(need, made) for need in self.ground.makings[making].needs]
            for need, doing in asked:
                ranks = trial.found.way.get(need.number, {})
                before = plan.found.way.get(need.number, {})
                for way in {**ranks, **before}:
                    moved = _differ(ranks.get(way, none), before.get(way, none))
                    same = same & self.column.without(moved & doing)
        return same


def _by_maker(chosen: Chosen[M], ground: Ground) -> dict[int, list[tuple[Paper, M]]]:
    """Return for each step the papers that are taken from it, and by whom."""
    found: dict[int, list[tuple[Paper, M]]] = {}
    for (paper, source), needed in chosen.takes.items():
        found.setdefault(ground.makings[source].instance, []).append((paper, needed))
    return found


def _made_on_the_way(
    chosen: Chosen[M], ground: Ground, given: Given[M]
) -> dict[Paper, dict[Paper, M]]:
    """Return which kinds are made for the sake of another: who needs any kind has it by then.

    The wish for one kind governs the goal alone. Nobody waits for a certificate that a court
    must come before, with the one that the registry gives at once in hand.
    """
    none = given.column.none
    also: dict[Paper, dict[Paper, M]] = {}
    for general, wanted in given.kinds.items():
        for source, who in chosen.makes.items():
            kind = ground.makings[source].paper
            if kind in ground.kinds[general]:
                # Whoever wants the general paper itself is served by nothing else.
                other = who & ~wanted.get(kind, none) & ~wanted.get(general, none)
                if given.column.some(other):
                    kinds = also.setdefault(general, {})
                    kinds[kind] = kinds.get(kind, none) | other
    return also


def _differ(one: M, other: M) -> M:
    return (one & ~other) | (other & ~one)


def _same_times(column: Column[M], one: Mapping[int, M], other: Mapping[int, M]) -> M:
    same = column.none
    for time, who in one.items():
        same = same | (who & other.get(time, column.none))
    return same


def _end(chosen: Chosen[M]) -> dict[int, M]:
    """Return by when the whole is finished: the last of all steps."""
    column = chosen.found.column
    end = {0: column.all}
    for number, who in chosen.steps.items():
        finish = chosen.found.finish.get(number, {})
        times = {time: some & who for time, some in finish.items()}
        times[0] = times.get(0, column.none) | column.without(who)
        end = column.later(end, times)
    return end


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
