"""The plan of one person: numbered steps in waves, each with what comes before it.

A service that makes several papers is one step. It is done a second time only where waiting for
all its papers together would close a circle, or where some of them are to be made at an earlier
time (`LJ-0021@family#2` is the earlier one).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

from lifejourney.graph import before, circles, order, waves
from lifejourney.planning.behind import behind_goals
from lifejourney.planning.closure import close
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Goal, Instance, Making, Need, Paper, Way
from lifejourney.planning.state import AVAILABLE, HAND, Chosen, Given

K = TypeVar("K")
Part = tuple[int, int]
"""An instance and its level: 0 is the last time that it is done."""
AGAIN: Final = "#"
"""In the id of a step that is taken once more later."""
Apart = tuple[frozenset[int], ...]
"""Makings that are not waited for by the others of their service: group by group, first to last."""


class Asked(NamedTuple):
    """Say how one need of a step is met: by which paper, from where.

    `source`: `held`, `step`, `outside`, `self`, `lacking` (supplied later and not to be had).
    """

    need: Need
    way: Way
    paper: Paper
    source: str
    step: Part | None


class Step(NamedTuple):
    """Hold one step: an instance, at its level, the papers it makes, what comes before it.

    `goals`: for whose sake it is taken; `is_goal`: it reaches one of them itself. `makings`: what
    of it somebody asked for.
    """

    part: Part
    instance: Instance
    wave: int
    after: tuple[Part, ...]
    asks: tuple[Asked, ...]
    makes: tuple[Paper, ...]
    goals: tuple[int, ...]
    is_goal: bool
    done: bool
    makings: tuple[Making, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the step."""
        return step_id(self.instance, self.part)


@dataclass(frozen=True)
class Plan:
    """Hold the steps in the order they can be taken, and the goals that cannot be reached.

    `truth` holds the conditions that are met, `makings` what is made for somebody; `proven`: no
    plan is better by what the person prefers. `remake` makes the same plan with some of it apart,
    `find_had` finds what can be had.
    """

    steps: tuple[Step, ...]
    blocked: tuple[int, ...]
    reached: tuple[int, ...]
    truth: Mapping[int, bool]
    makings: frozenset[int]
    find_had: Callable[[], frozenset[Paper]] = field(compare=False, repr=False)
    proven: bool = True
    remake: "Callable[[Apart], Plan | None] | None" = field(default=None, compare=False, repr=False)

    @cached_property
    def had(self) -> frozenset[Paper]:
        """Return all papers that can be had, also those that lead to no goal."""
        return self.find_had()

    def split(self, apart: Apart) -> "Plan | None":
        """Return the plan with these makings made at earlier times, None if that has no order."""
        plan = None if self.remake is None else self.remake(apart)
        return None if plan is None else replace(plan, proven=self.proven)


def step_id(instance: Instance, part: Part) -> str:
    """Return the id of a step: code, member, and `#2` for an earlier time."""
    return instance.id if part[1] == 0 else f"{instance.id}{AGAIN}{part[1] + 1}"


class OfPerson(Mapping[int, bool]):
    """Read masks over a column of people as what holds for one of them."""

    def __init__(self, masks: Mapping[int, int], person: int) -> None:
        self._masks = masks
        self._person = person

    def __getitem__(self, key: int) -> bool:
        """Return whether the mask of a key holds for the person."""
        return bool(self._masks[key] & self._person)

    def __iter__(self) -> Iterator[int]:
        """Yield the keys of all masks."""
        return iter(self._masks)

    def __len__(self) -> int:
        """Return how many masks there are."""
        return len(self._masks)


class _Planner:
    """Turn what was chosen for one person of a column into steps."""

    def __init__(
        self, ground: Ground, given: Given[int], chosen: Chosen[int], person: int, apart: Apart = ()
    ) -> None:
        self.ground = ground
        self.given = given
        self.chosen = chosen
        self.person = 1 << person
        self.truth = OfPerson(given.truth, self.person)
        self.apart = apart
        self.made = frozenset(self._mine(chosen.makes))
        self.makes: dict[int, list[int]] = {}
        for number in sorted(self.made):
            self.makes.setdefault(ground.makings[number].instance, []).append(number)
        self.levels = dict.fromkeys(self.made, 0)
        self._arrange()
        if self.wave is None:
            self.levels = self._levels()
        if apart:
            for made in self.makes.values():
                self._set_apart(made)
        if apart or self.wave is None:
            self._arrange()

    def _arrange(self) -> None:
        """Lay out the steps and what comes before which; `wave` is None if that is a circle."""
        self.times = {number: self._times_of(number) for number in self._mine(self.chosen.steps)}
        self.own = {part: made for times in self.times.values() for part, made in times.items()}
        self.parts = self.own.keys()
        self.asks = {part: self._asks(part, made) for part, made in self.own.items()}
        self.edges = {
            (ask.step, part)
            for part, found in self.asks.items()
            for ask in found
            if ask.step is not None and ask.need.requirement.supplied_later is None
        }
        self.edges |= self._in_turn() if self.apart else set()
        self.wave = order(self.parts, self.edges)

    def remake(self, apart: Apart) -> Plan | None:
        """Return the same plan with some of it made at earlier times, if it has an order then."""
        person = self.person.bit_length() - 1
        planner = _Planner(self.ground, self.given, self.chosen, person, apart)
        return None if planner.wave is None else planner.plan()

    def plan(self) -> Plan:
        parts, asks, edges = self.parts, self.asks, self.edges
        wave = self.wave or waves(parts, edges)
        earlier: dict[Part, list[Part]] = {part: [] for part in parts}
        for one, other in sorted(edges):
            earlier[other].append(one)
        direct = self._direct()
        goals = self._goals(direct, wave)
        steps = [
            Step(
                part,
                self.ground.instances[part[0]],
                wave[part],
                tuple(earlier[part]),
                asks[part],
                self._papers(part),
                goals[part],
                bool(direct[part]),
                part[0] in self.given.done_steps,
                self.own[part],
            )
            for part in parts
        ]
        steps.sort(key=lambda s: (s.wave, s.instance.service.code, s.instance.member, -s.part[1]))
        reached = tuple(n for n, mask in enumerate(self.chosen.goals) if mask & self.person)
        blocked = tuple(
            number
            for number, goal in enumerate(self.ground.goals)
            if number not in reached and self._is_asked(number, goal)
        )
        return Plan(
            tuple(steps), blocked, reached, self.truth, self.made, self._had, remake=self.remake
        )

    def _had(self) -> frozenset[Paper]:
        """Return what the person can have of all that is called for, whatever they prefer."""
        behind = behind_goals(self.ground, self.given)
        wide = replace(self.given, behind=behind, ways=None, allowed={})
        return frozenset(self._mine(close(self.ground, wide, frozenset()).had))

    def _mine(self, masks: Mapping[K, int]) -> list[K]:
        """Return the keys whose masks hold for the person."""
        person = self.person
        return [key for key, mask in masks.items() if mask & person]

    def _first(self, masks: Mapping[K, int]) -> K | None:
        """Return the first key whose mask holds for the person."""
        for key, mask in masks.items():
            if mask & self.person:
                return key
        return None

    def _is_asked(self, number: int, goal: Goal) -> bool:
        asked = self.given.asked.get(number, self.given.truth[goal.when])
        if goal.instance is not None:
            asked &= self.given.truth[self.ground.instances[goal.instance].applies]
        return bool(asked & self.person)

    # A service done twice, where doing it once would close a circle.

    def _levels(self) -> dict[int, int]:
        """Return the level of each making: 0 unless it must be made at an earlier time."""
        nodes = [number for made in self.makes.values() for number in made]
        edges = {
            (source, number)
            for number in nodes
            for need in self._needs_of(number)
            for source in self._sources(need)
        }
        contracted = {
            (self.ground.makings[a].instance, self.ground.makings[b].instance) for a, b in edges
        }
        levels = dict.fromkeys(nodes, 0)
        tangled = {n for part in circles(self.makes, contracted) for n in part}
        turn = waves(nodes, edges)
        earlier = before(nodes, edges)
        for instance in sorted(tangled):
            levels.update(self._split(self.makes[instance], turn, earlier))
        return self._split_all(levels, edges, tangled, turn)

    def _split(
        self, made: list[int], order: Mapping[int, int], earlier: Mapping[int, frozenset[int]]
    ) -> dict[int, int]:
        """Put a making before those of the same service that need it in the end."""
        levels: dict[int, int] = {}
        for number in sorted(made, key=lambda n: (-order[n], n)):
            needing = [levels[n] + 1 for n in made if number in earlier[n]]
            levels[number] = max(needing, default=0)
        return levels

    def _split_all(
        self,
        levels: dict[int, int],
        edges: set[tuple[int, int]],
        tangled: set[int],
        order: Mapping[int, int],
    ) -> dict[int, int]:
        """Split the services that still hold a circle, one time for each paper."""
        parts = {
            number: (self.ground.makings[number].instance, levels[number]) for number in levels
        }
        joined = {(parts[a], parts[b]) for a, b in edges}
        left = circles(set(parts.values()), joined)
        for instance in sorted({part[0] for circle in left for part in circle} & tangled):
            last_first = sorted(self.makes[instance], key=lambda n: (-order[n], n))
            levels.update({number: level for level, number in enumerate(last_first)})
        return levels

    def _set_apart(self, made: list[int]) -> None:
        """Make the groups that are apart at times of their own, before what is made last."""
        groups = [part for group in self.apart if (part := group.intersection(made))]
        for number in made if groups else ():
            if self.levels[number]:
                self.levels[number] += len(groups)
            else:
                at = (len(groups) - n for n, group in enumerate(groups) if number in group)
                self.levels[number] = next(at, 0)

    def _in_turn(self) -> set[tuple[Part, Part]]:
        """Return the times of what is apart, each before the next."""
        split = {self.ground.makings[number].instance for group in self.apart for number in group}
        return {
            ((number, level), (number, level - 1))
            for number, level in self.parts
            if number in split and (number, level - 1) in self.parts
        }

    def _needs_of(self, making: int) -> tuple[Need, ...]:
        made = self.ground.makings[making]
        return (*self.ground.instances[made.instance].needs, *made.needs)

    def _sources(self, need: Need) -> list[int]:
        if need.requirement.supplied_later is not None:
            return []
        way = self._way(need)
        if way is None:
            return []
        sources = self.chosen.found.source.get(way.paper, {})
        return [source for source in self._mine(sources) if source in self.made]

    def _times_of(self, number: int) -> dict[Part, tuple[Making, ...]]:
        """Return each time that an instance is done, the last one first, with what it makes then.

        Only what somebody asked for.
        """
        made = self.makes.get(number, ())
        return {
            (number, level): tuple(self.ground.makings[m] for m in made if self.levels[m] == level)
            for level in sorted({self.levels[m] for m in made} or {0})
        }

    # What a step asks for and makes.

    def _papers(self, part: Part) -> tuple[Paper, ...]:
        """Return what a step makes, also what nobody asked for where it is done once."""
        own = self.own[part]
        if len(self.times[part[0]]) > 1:
            return tuple(making.paper for making in own)
        makings = (self.ground.makings[m] for m in self.ground.instances[part[0]].makings)
        return tuple(m.paper for m in makings if m in own or self._makes_anyway(m))

    def _makes_anyway(self, making: Making) -> bool:
        """Tell whether a step makes a paper that nobody asked for: no other kind of a choice."""
        if making.needs or not self.given.truth[making.when] & self.person:
            return False
        rivals = self.given.kinds
        return not rivals or not any(making.paper in kinds for kinds in rivals.values())

    def _asks(self, part: Part, made: tuple[Making, ...]) -> tuple[Asked, ...]:
        if part[0] in self.given.done_steps:
            return ()
        needs = list(self.ground.instances[part[0]].needs)
        for making in made:
            needs += making.needs
        truth, person = self.given.truth, self.person
        asks = [self._ask(need) for need in needs if truth[need.when] & person]
        return tuple([ask for ask in asks if ask is not None])

    def _way(self, need: Need) -> Way | None:
        number = self._first(self.chosen.found.way.get(need.number, {}))
        return None if number is None else need.ways[number]

    def _ask(self, need: Need) -> Asked | None:
        """Say how a need is met; None if it may follow and no alternative of it counts."""
        way = self._way(need)
        if way is None:
            first = next((one for one in need.ways if self.truth[one.when]), None)
            return None if first is None else Asked(need, first, first.paper, "lacking", None)
        source = self._first(self.chosen.found.source[way.paper])
        if source == HAND:
            return Asked(need, way, way.paper, "held", None)
        if source is None or source == AVAILABLE:
            own = self.ground.document(way.paper).origin == "self"
            return Asked(need, way, way.paper, "self" if own else "outside", None)
        making = self.ground.makings[source]
        step = (making.instance, self.levels.get(source, 0))
        return Asked(need, way, making.paper, "step", step)

    def _direct(self) -> dict[Part, set[int]]:
        """Return for each step the goals that it reaches itself."""
        direct: dict[Part, set[int]] = {part: set() for part in self.parts}
        for number in self._mine(self.chosen.served):
            last = next(iter(self.times[self.ground.goals[number].instance or 0]))
            direct[last].add(number)
        for number, paper in self._mine(self.chosen.results):
            for source in self._mine(self.chosen.found.source.get(paper, {})):
                if source >= 0:
                    making = self.ground.makings[source]
                    direct[making.instance, self.levels.get(source, 0)].add(number)
        return direct

    def _goals(
        self, direct: dict[Part, set[int]], wave: Mapping[Part, int]
    ) -> dict[Part, tuple[int, ...]]:
        """Return for each step the goals for whose sake it is taken."""
        goals = {part: set(own) for part, own in direct.items()}
        for one, other in sorted(self.edges, key=lambda edge: -wave[edge[1]]):
            goals[one] |= goals[other]
        return {part: tuple(sorted(numbers)) for part, numbers in goals.items()}


def make_plans(
    ground: Ground, given: Given[int], chosen: Chosen[int], people: int
) -> tuple[Plan, ...]:
    """Make the plan of each of several people from what was chosen for all of them."""
    return tuple(_Planner(ground, given, chosen, person).plan() for person in range(people))
