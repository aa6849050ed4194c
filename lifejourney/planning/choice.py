"""What the goals need of all that can be had: the steps, their order, and nothing superfluous."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Generic, TypeVar

from lifejourney.lanes.columns import Column, M
from lifejourney.planning.closure import close, within_reach
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
        later: dict[int, M] = {}
        for one, some in end.items():
            for other, more in times.items():
                both = some & more
                if column.some(both):
                    last = max(one, other)
                    later[last] = later.get(last, column.none) | both
        end = later
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


class _Pruning(Generic[M]):
    """Drop steps whose papers other steps of the plan make too, if nothing else changes."""

    def __init__(self, ground: Ground, given: Given[M], timed: frozenset[int]) -> None:
        self.ground = ground
        self.timed = timed
        self.column = given.column
        self.chosen = choose_all(ground, given, timed)
        self.given = replace(given, also=_made_on_the_way(self.chosen, ground, given))
        if self.given.also:
            self.chosen = choose_all(ground, self.given, timed)

    def run(self) -> Chosen[M]:
        spare = {n: who for n in self.chosen.steps if self.column.some(who := self._spare(n))}
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
                self._try_without(number, who & self._spare(number))
        return self.chosen

    def _code(self, number: int) -> tuple[str, str]:
        instance = self.ground.instances[number]
        return instance.service.code, instance.member

    def _spare(self, number: int) -> M:
        """Return who has every paper that a step is needed for from another step as well."""
        who = self.chosen.steps.get(number, self.column.none)
        for goal, served in self.chosen.served.items():
            if self.ground.goals[goal].instance == number:
                who = who & ~served
        later: dict[int, M] | None = None
        for (paper, source), needed in self.chosen.takes.items():
            if self.ground.makings[source].instance != number:
                continue
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
        for making in self.ground.makings:
            if making.paper in self.ground.kinds[paper] and making.instance != number:
                doing = self.chosen.steps.get(making.instance, self.column.none)
                accepted = self.given.accepted(paper, making.paper)
                who = doing & self.given.truth[making.when] & accepted
                if self.column.some(who):
                    found.append((making.instance, who))
        return found

    def _later(self, number: int) -> dict[int, M]:
        """Return for whom each step can only be taken after this one."""
        later = {number: self.chosen.steps[number]}
        todo = [number]
        while todo:
            one = todo.pop()
            for (before, after), who in self.chosen.edges.items():
                if before == one:
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
        for instance in self.ground.instances:
            before = self.given.allowed.get(instance.number, self.column.all)
            own = self.chosen.steps.get(instance.number, self.column.none)
            if instance.number == without:
                own = self.column.none
            allowed[instance.number] = (before & ~who) | (own & who)
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
        for instance in self.ground.instances:
            doing = trial.steps.get(instance.number, self.column.none)
            asked = [(need, doing) for need in instance.needs]
            for number in instance.makings:
                made = trial.makes.get(number, self.column.none)
                asked += [(need, made) for need in self.ground.makings[number].needs]
            for need, doing in asked:
                ranks = trial.found.way.get(need.number, {})
                before = plan.found.way.get(need.number, {})
                for way in {**ranks, **before}:
                    moved = _differ(ranks.get(way, none), before.get(way, none))
                    same = same & self.column.without(moved & doing)
        return same


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


def choose_all(ground: Ground, given: Given[M], timed: frozenset[int] | None) -> Chosen[M]:
    """Find the steps that the goals need by the fastest ways, before any is dropped."""
    return _Demand(ground, given, close(ground, given, timed)).run()


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
    found = within_reach(ground, replace(given, kinds={}))
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
        can_be = {n: reached(ground, given, found, n) for n in rivals}
        chosen = _first_to_be_had(given.column, rivals, can_be, rivals)
        pursued = given.column.none
        for who in can_be.values():
            pursued = pursued | who
        for number in rivals:
            # Where none of the rivals can be reached, each stays asked for and shows as blocked.
            hopeless = given.truth[ground.goals[number].when] & ~pursued
            asked[number] = chosen[number] | hopeless
    return replace(given, kinds=kinds, asked=asked)


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


def settle(ground: Ground, given: Given[M]) -> Given[M]:
    """Settle for everybody which of several results they pursue; see `_settle_choices`."""
    return _settle_choices(ground, given) if given.kinds or given.rivals else given


def lay_open(ground: Ground, given: Given[M], timed: frozenset[int]) -> tuple[Given[M], Chosen[M]]:
    """Return what is given and chosen before any step is dropped, with all that can be had."""
    whole = _Pruning(ground, given, timed)
    return whole.given, whole.chosen


def choose(ground: Ground, given: Given[M], timed: frozenset[int]) -> Chosen[M]:
    """Find the fastest plan of everybody whose choices are settled, nothing superfluous in it.

    `timed`: the instances on whose finish a choice depends, see `competing`.
    """
    return _Pruning(ground, given, timed).run()
