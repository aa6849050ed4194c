"""Plan for one person of whom everything is known: plain loops and dicts, the oracle of the engine.

Written from the meaning of a plan, not from the engine: no masks, no formulas, no diagrams, no
shortcut for steps whose time cannot matter. `Life` answers whatever is asked of the situation.
"""

# ruff: noqa: C901 - one plain loop is easier to check by eye than many parts

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from tests.oracles.plain_graph import Errand, Goal, Graph, Making, Need, Paper, Way
from tests.oracles.plain_result import Aims, Met, Result, Walk, place_of
from tests.oracles.plain_search import Life, Reach, Search
from tests.oracles.three_valued import Evaluator


class Planner:
    """Plan one complete situation over a graph."""

    def __init__(self, graph: Graph, life: Life, day: date) -> None:
        self.graph = graph
        self.catalog = graph.catalog
        self.cast = graph.cast
        self.life = life
        self.says = Evaluator(graph.catalog, graph.cast, day, life)
        self._memo: dict[object, bool] = {}
        self.wished: Collection[Paper] = ()

    # What holds in this situation.

    def is_so(self, *key: object) -> bool:
        """Tell whether something holds, asked once: `asked`, `open`, `made`, `needed`."""
        if key not in self._memo:
            self._memo[key] = bool(getattr(self, f"_is_{key[0]}")(*key[1:]))
        return self._memo[key]

    def _is_asked(self, number: int) -> bool:
        goal = self.graph.goals[number]
        part = next(p for p in self.cast.parts[goal.call.of] if p.member == goal.member)
        bound = {"it": goal.member, goal.call.of: goal.member}
        return bool(
            self.says.plays(part, goal.call.of)
            and self.says.exists(goal.member)
            and self.says.holds(goal.call.when, bound)
        )

    def _is_open(self, errand: Errand) -> bool:
        """Tell whether a service is there for this member."""
        if not self.says.exists(errand.member):
            return False
        if "person" not in errand.service.serves or self.cast.members[errand.member].group:
            plays = any(
                self.says.plays(part, role)
                for role in errand.service.serves
                for part in self.cast.parts.get(role, ())
                if part.member == errand.member
            )
            if not plays:
                return False
        return bool(self.says.holds(errand.service.applies, errand.bound))

    def _is_made(self, making: Making) -> bool:
        there = self.says.exists(making.paper[1])
        return bool(there and self.says.holds(making.when, making.bound))

    def _is_holder(self, way: Way) -> bool:
        role = way.alternative.of
        return role is None or role == "it" or self._is_there((role, way.paper[1]))

    def _is_there(self, who: tuple[str, str]) -> bool:
        role, member = who
        plays = [self.says.plays(p, role) for p in self.cast.parts[role] if p.member == member]
        return bool(self.says.exists(member) and any(plays))

    def _is_needed(self, need: Need) -> bool:
        """Tell whether a requirement is made: one of somebody who does not exist falls away."""
        if need.each is not None and not self._is_there(need.each):
            return False
        if not self.says.holds(need.requirement.when, need.bound):
            return False
        return any(self.is_so("holder", way) for way in need.ways)

    def _is_fit(self, way: Way) -> bool:
        here = self.is_so("holder", way)
        return here and bool(self.says.holds(way.alternative.when, way.bound))

    def _own(self, paper: Paper) -> dict[str, str]:
        roles = self.cast.members[paper[1]].roles
        return {"it": paper[1], **dict.fromkeys(roles, paper[1])}

    def _is_hand(self, paper: Paper) -> bool:
        said = self.life.held(paper)
        if said is not None:
            return said
        if any(
            paper in self.graph.kinds(outcome) and self.is_so("asked", n)
            for n, goal in enumerate(self.graph.goals)
            for outcome in self._called_for(goal)
        ):
            return False
        usual = self.catalog.documents[paper[0]].usual
        if usual is None or not self.says.holds(usual.when, self._own(paper)):
            return False
        return self.life.hidden(paper)

    def _called_for(self, goal: Goal) -> list[Paper]:
        """List what an event calls for: a paper, or all that a service makes once for all."""
        if goal.paper is not None:
            return [goal.paper]
        if goal.errand is None or goal.errand not in self.graph.done_once():
            return []
        errand = self.graph.errands[goal.errand]
        made = [making.paper for making in errand.makings if self.is_so("made", making)]
        return made if self.is_so("open", errand) else []

    def _is_out(self, paper: Paper) -> bool:
        """Tell whether a paper can be written by oneself or comes from elsewhere."""
        document = self.catalog.documents[paper[0]]
        if document.origin == "service":
            return False
        bound = self._own(paper)
        for role in document.signed_by:
            for part in self.says.players(role, bound):
                if self.says.plays(part, role) and not self.says.alive(part.member):
                    return False
        return bool(self.says.holds(document.available_when, bound))

    # What can be had.

    def reach(self, kinds: Mapping[Paper, list[Paper]], among: set[str] | None) -> Reach:
        """Find what can be had, within some steps, where of some papers one kind is wanted."""
        return Search(self, kinds, among, self.wished).run()

    def walk(self, reach: Reach, aims: Aims) -> Walk:
        """Follow the ways from the goals back."""
        walk = Walk(reach)
        todo: list[str] = []
        seen: set[str] = set()

        def want(paper: Paper, before: str | None) -> None:
            source = reach.had[paper][1]
            if not isinstance(source, Making):
                return
            if before is not None:
                walk.edges.add((source.step, before))
            walk.takes.add((paper, source))
            take(source.step)
            if source not in walk.makes:
                walk.makes.add(source)
                if source.step not in self.life.done:
                    follow(source.needs)

        def take(step: str) -> None:
            if step not in seen:
                seen.add(step)
                todo.append(step)

        def follow(needs: list[Need]) -> None:
            for need in needs:
                if need in reach.way:
                    want(reach.way[need].paper, None if need.later else need.place[0])

        goals: list[bool] = []
        for goal, pursued in zip(self.graph.goals, aims.asked, strict=True):
            if goal.paper is None:
                over = pursued and self._is_over(goal.errand)
                can = over or goal.errand in reach.ready
                if pursued and can and not over and goal.errand is not None:
                    take(goal.errand)
            elif self._at_hand(goal.paper, reach):
                can = True
            else:
                wished = [k for k in aims.kinds.get(goal.paper, [goal.paper]) if k in reach.had]
                can = bool(wished)
                for kind in wished if pursued else ():
                    want(kind, None)
            goals.append(pursued and can)
        for paper in (self.life.wanted & reach.had.keys()) - self.graph.outcomes():
            want(paper, None)
        while todo:
            follow(self.graph.errands[todo.pop()].needs)
        walk.steps = seen
        walk.goals = tuple(goals)
        return walk

    # Choices, then the plan, then nothing superfluous.

    def plan(self) -> Result:
        """Return the plan."""
        truth = tuple(self.is_so("asked", number) for number in range(len(self.graph.goals)))
        called = tuple(
            asked
            and (
                goal.call.service is None
                or (goal.errand is not None and self.is_so("open", self.graph.errands[goal.errand]))
            )
            for asked, goal in zip(truth, self.graph.goals, strict=True)
        )
        kinds, asked = self._settle(truth)
        aims = Aims(kinds, kinds, asked)
        aims = replace(aims, taken=self._taken(aims, self.walk(self.reach(kinds, None), aims)))
        walk = self._prune(self.walk(self.reach(aims.taken, None), aims), aims)
        blocked = tuple(
            a and not r and (g.call.service is None or c)
            for a, r, c, g in zip(asked, walk.goals, called, self.graph.goals, strict=True)
        )
        return Result(
            called,
            asked,
            walk.goals,
            blocked,
            frozenset(walk.steps),
            frozenset((making.step, making.paper) for making in walk.makes),
            frozenset(walk.edges),
            frozenset(self._met(walk)),
        )

    def _is_over(self, errand: str | None) -> bool:
        """Tell whether all that a service would give is said to be held: nobody is sent there."""
        if errand is None or not self.is_so("open", self.graph.errands[errand]):
            return False
        made = [m for m in self.graph.errands[errand].makings if self.is_so("made", m)]
        once = errand in self.graph.done_once()
        return (
            bool(made)
            and once
            and all(
                m.paper not in self.life.wanted
                and any(self.life.held(kind) for kind in self.graph.kinds(m.paper))
                for m in made
            )
        )

    def _at_hand(self, paper: Paper, reach: Reach) -> bool:
        """Tell whether an outcome is held, unless the person asked for a kind of it by name."""
        named = len(self.graph.kinds(paper)) > 1 and self._named(paper)
        return not named and paper in reach.had and not isinstance(reach.had[paper][1], Making)

    def _named(self, general: Paper) -> list[Paper]:
        made = {making.paper for e in self.graph.errands.values() for making in e.makings}
        kinds = self.graph.kinds(general)
        return [kind for kind in kinds if kind in made and kind in self.life.wanted]

    def _taken(self, aims: Aims, walk: Walk) -> dict[Paper, list[Paper]]:
        """Say which kinds serve who needs any: the wanted one, and those made on the way to it."""
        made = {making.paper for making in walk.makes}
        return {
            general: wanted
            if general in wanted
            else [*wanted, *(k for k in self.graph.kinds(general) if k in made - set(wanted))]
            for general, wanted in aims.kinds.items()
        }

    def _met(self, walk: Walk) -> Iterator[Met]:
        """Yield how each requirement of the steps, and of what they make, is met."""
        asked: list[tuple[Paper | None, Need]] = [
            (None, need) for step in walk.steps for need in self.graph.errands[step].needs
        ]
        asked += [(making.paper, need) for making in walk.makes for need in making.needs]
        for made, need in asked:
            if need in walk.reach.way:
                step, paper = need.place[0], walk.reach.way[need].paper
                place = place_of(self.graph.errands[step].service, need.requirement)
                yield Met(step, made, place, paper, self._source(walk.reach, paper))

    def _source(self, reach: Reach, paper: Paper) -> str:
        source = reach.had[paper][1]
        return source.step if isinstance(source, Making) else str(source)

    def _own_needs(self, walk: Walk) -> set[Need]:
        found = {need for step in walk.steps for need in self.graph.errands[step].needs}
        return found | {need for making in walk.makes for need in making.needs}

    def _settle(self, truth: tuple[bool, ...]) -> tuple[dict[Paper, list[Paper]], tuple[bool, ...]]:
        """Settle the kinds and the rival goals that are pursued."""
        anything = self.reach({}, None)
        self.wished = self.life.wanted & anything.had.keys()
        made = {making.paper for e in self.graph.errands.values() for making in e.makings}
        kinds: dict[Paper, list[Paper]] = {}
        for general, usual in self.graph.usual.items():
            some = [kind for kind in self.graph.kinds(general) if kind in made]
            if said := self._named(general):
                kinds[general] = said
            elif len(some) > 1:
                order = sorted(some, key=lambda kind: kind[0] != usual)
                order.insert(0, self.life.kind(general, tuple(order)))
                kinds[general] = [kind for kind in order if self._itself(kind, anything)][:1]
        asked = list(truth)
        for group in self._rivals():
            can = [
                n
                for n in group
                if truth[n]
                and (
                    self.graph.goals[n].paper in anything.had
                    if self.graph.goals[n].paper
                    else self.graph.goals[n].errand in anything.ready
                    or self._is_over(self.graph.goals[n].errand)
                )
            ]
            goals = {n: self.graph.goals[n] for n in group}
            called = {n: (goal.call.target, goal.member) for n, goal in goals.items()}
            named = [n for n in group if called[n] in self.life.wanted]
            wished = named or [n for n in group if self._wishes(n)]
            first = wished[0] if wished else self.life.rival(group)
            if can:
                chosen = first if first in can else can[0]
                for number in group:
                    asked[number] = number == chosen
        return kinds, tuple(asked)

    def _itself(self, kind: Paper, reach: Reach) -> bool:
        """Tell whether a kind can be had, not only one that stands in for it."""
        made = {making.paper for making in reach.made}
        return kind in (made if len(self.graph.kinds(kind)) > 1 else reach.had)

    def _wishes(self, number: int) -> bool:
        goal = self.graph.goals[number]
        if goal.paper is not None:
            papers = set(self.graph.kinds(goal.paper))
        else:
            makings = self.graph.errands[goal.errand].makings if goal.errand else []
            papers = {making.paper for making in makings}
        return bool(papers & self.life.wanted)

    def _rivals(self) -> list[tuple[int, ...]]:
        groups: list[tuple[int, ...]] = []
        goals = self.graph.goals
        for one, goal in enumerate(goals):
            if any(one in group for group in groups):
                continue
            group = [one]
            for other, rival in enumerate(goals):
                near = (goal.event, goal.member) == (rival.event, rival.member) and one != other
                against = (
                    rival.call.target in goal.call.excludes
                    or goal.call.target in rival.call.excludes
                )
                if near and against and not any(other in known for known in groups):
                    group.append(other)
            if len(group) > 1:
                groups.append(tuple(sorted(group)))
        return groups

    def _prune(self, walk: Walk, aims: Aims) -> Walk:
        """Drop each step, the last first, without which all else stays as it is."""
        wave = self._waves(walk)
        code = {
            step: (self.graph.errands[step].service.code, self.graph.errands[step].member)
            for step in walk.steps
        }
        among: set[str] | None = None
        for step in sorted(walk.steps, key=lambda s: (wave[s], *code[s]), reverse=True):
            if step not in walk.steps or not self._from_elsewhere(walk, step, aims.taken):
                continue
            trial = self.walk(self.reach(aims.taken, walk.steps - {step}), aims)
            same = trial.goals == walk.goals and self._end(trial) == self._end(walk)
            same = same and not (self.life.wanted & walk.reach.had.keys()) - trial.reach.had.keys()
            for need in self._own_needs(trial):
                now, then = trial.reach.way.get(need), walk.reach.way.get(need)
                same = same and now is then
            if same:
                among = walk.steps - {step}
                walk = self.walk(self.reach(aims.taken, among), aims)
        return walk

    def _from_elsewhere(self, walk: Walk, step: str, kinds: Mapping[Paper, list[Paper]]) -> bool:
        """Tell whether another step, not one that comes after it, makes all that a step is for.

        One that comes after it would have to be done twice: nothing is won.
        """
        later = {step}
        while more := {b for a, b in walk.edges if a in later} - later:
            later |= more
        for paper, making in walk.takes:
            others = (
                other
                for one in walk.steps - later
                for other in self.graph.errands[one].makings
                if other.paper in self.graph.kinds(paper)
                and other.paper in kinds.get(paper, [other.paper])
                and self.is_so("made", other)
            )
            if making.step == step and not any(others):
                return False
        return True

    def _end(self, walk: Walk) -> int:
        return max((walk.reach.ready[step] for step in walk.steps), default=0)

    def _waves(self, walk: Walk) -> dict[str, int]:
        wave = dict.fromkeys(walk.steps, 0)
        here = set(walk.steps)
        for number in range(1, len(walk.steps) + 1):
            here = {after for before, after in walk.edges if before in here}
            wave.update(dict.fromkeys(here, number))
        return wave
