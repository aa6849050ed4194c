"""What is certain, what is possible, and the plan that is shown, over all completions.

The resolver runs once over the decision diagram of all completions: for each step the diagram
says exactly in which of them it is taken, so "certain" and "on what it depends" are read off.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lifejourney.lanes.completions import Completions, Node
from lifejourney.planning.choice import choose, settle
from lifejourney.planning.columns import Layout, Point
from lifejourney.planning.competing import Competing
from lifejourney.planning.drawing import draw_completions
from lifejourney.planning.ground import Ground
from lifejourney.planning.parts import asked_for, hopeless, parts_of_advice
from lifejourney.planning.plan import Plan
from lifejourney.planning.pursuing import plans_of, pursue, pursue_all
from lifejourney.planning.reach import within_reach
from lifejourney.planning.relevance import Relevance
from lifejourney.planning.state import Chosen, Found, Given
from lifejourney.planning.unknowns import likeliest, naming_goal, turning_out
from lifejourney.situation import choice_id, fact_id, paper_id, persons_id


@dataclass(frozen=True, slots=True)
class Standing:
    """Say of a step or goal whether it is `certain`, `possible` or `never`, and why not sure."""

    status: str
    depends_on: tuple[int, ...] = ()


@dataclass(frozen=True)
class Outlook:
    """Hold all completions of one situation in one cast, and what follows in them."""

    layout: Layout
    diagram: Completions
    given: Given[Node]
    chosen: Chosen[Node]

    @property
    def ground(self) -> Ground:
        """Return the graph of the cast."""
        return self.layout.compiled.ground

    def depends_on(self, mask: Node) -> tuple[int, ...]:
        """Return the unknowns that can change, alone, whether something holds.

        Where declared constraints leave none that could alone, those that could together.
        """
        column = self.given.column
        inside, outside = mask, column.all & ~mask
        if not column.some(inside) or not column.some(outside):
            return ()
        support = tuple(
            u for u in self.diagram.depends_on(mask) if self.layout.unknowns[u].kind != "speed"
        )
        alone = tuple(
            unknown
            for unknown in support
            if unknown not in self._constrained
            or column.some(
                self.diagram.forget(inside, [unknown]) & self.diagram.forget(outside, [unknown])
            )
        )
        return alone or support

    @cached_property
    def _constrained(self) -> frozenset[int]:
        """Return the unknowns that declared constraints are about.

        Only of these is it unclear whether one alone can change what depends on it.
        """
        return frozenset(self.diagram.depends_on(self.given.column.all))

    # Goals and steps in all completions.

    @cached_property
    def asked(self) -> tuple[Node, ...]:
        """Return for each goal the completions in which it is called for."""
        return tuple(
            self.given.truth[goal.when] & self.given.column.all for goal in self.ground.goals
        )

    def called_for(self, goal: int) -> Standing:
        """Return whether a goal is called for, and applies if it is a service."""
        return self._standing(asked_for(self.ground, self.given, goal))

    def blocked(self, goal: int) -> Standing:
        """Return whether a goal is called for and cannot be reached."""
        return self._standing(self._hopeless(goal))

    def _hopeless(self, goal: int) -> Node:
        return hopeless(self.ground, self.given, self.chosen, goal)

    @cached_property
    def within_reach(self) -> Found[Node]:
        """Return what can be had and done of all that could bear on the goals, needed or not."""
        return within_reach(self.ground, self.given, self.layout.left.behind)

    def step(self, instance: int) -> Standing:
        """Return whether a step is taken: for certain where each way to a sure goal needs it."""
        if instance not in self._standings:
            self._standings[instance] = self._step(instance)
        return self._standings[instance]

    @cached_property
    def _standings(self) -> dict[int, Standing]:
        return {}

    def _step(self, instance: int) -> Standing:
        none: Node = self.given.column.none
        mask = self.chosen.steps.get(instance, none)
        standing = self._standing(mask)
        if standing.status == "never":
            return standing
        mask = self._surely_taken(instance)
        standing = self._standing(mask)
        if standing.status == "certain" or self.needed_for(instance):
            return Standing("certain")
        return Standing("possible", standing.depends_on)

    def _surely_taken(self, instance: int) -> Node:
        none: Node = self.given.column.none
        loose: Node = self.chosen.loose.get(instance, none)
        mask: Node = self.chosen.steps.get(instance, none) & ~loose
        return mask

    def needed_for(self, instance: int) -> tuple[int, ...]:
        """Return the goals that are surely called for and never reached without a step."""
        some, mask = self.given.column.some, self._surely_taken(instance)
        can = ((goal, self.chosen.goals[goal]) for goal in self.sure_goals)
        return tuple(goal for goal, who in can if some(who) and not some(who & ~mask))

    @cached_property
    def sure_goals(self) -> tuple[int, ...]:
        """Return the goals that are called for and pursued in every completion."""
        column, found = self.given.column, []
        for number, asked in enumerate(self.asked):
            sure = self.given.asked.get(number, asked)
            goal = self.ground.goals[number]
            if goal.instance is not None:
                sure = sure & self.given.truth[self.ground.instances[goal.instance].applies]
            elif goal.call.service is not None:
                continue
            if not column.some(column.without(sure)):
                found.append(number)
        return tuple(found)

    def _standing(self, mask: Node) -> Standing:
        column = self.given.column
        if not column.some(mask):
            return Standing("never")
        if not column.some(column.all & ~mask):
            return Standing("certain")
        return Standing("possible", self.depends_on(mask))

    @cached_property
    def relevance(self) -> Relevance:
        """Return what tells on which unknowns some verdict, step, result or way depends."""
        masks = parts_of_advice(self.ground, self.given, self.chosen)
        return Relevance(self.diagram, self.given.column.all, masks, self.silent, self.unspoken)

    @cached_property
    def unspoken(self) -> tuple[int, ...]:
        """Return the declined unknowns that are too grave to say anything under them."""
        unknowns = self.layout.unknowns
        declined = (n for n in self.silent if unknowns[n].kind == "fact")
        return tuple(number for number in declined if unknowns[number].never_assumed)

    @cached_property
    def silent(self) -> tuple[int, ...]:
        """Return the unknowns that nobody will answer: declined, or not to be asked for."""
        declined = self.layout.situation.declined
        return tuple(
            number
            for number, unknown in enumerate(self.layout.unknowns)
            if unknown.kind in ("speed", "rest")
            or not declined.isdisjoint(unknown_ids(self.layout, (number,)))
        )

    @cached_property
    def relevant(self) -> tuple[int, ...]:
        """Return every unknown that is worth a question, see `Relevance`."""
        return tuple(sorted(self.relevance.unknowns()))

    # The plan that is shown: that of one completion.

    @cached_property
    def assumed(self) -> Mapping[int, int]:
        """Return the value taken for each unknown that may be assumed, likeliest first.

        In the order in which they decide on each other; where a constraint breaks, the next
        likely value of the last one.
        """
        unknowns = self.layout.unknowns
        light = [number for number, one in enumerate(unknowns) if not one.never_assumed]
        return likeliest(unknowns, self.diagram, self.given.column.all, light)

    def point(self, within: Node) -> Point:
        """Return the likeliest completion in a mask that agrees with what is assumed if it can."""
        bound, near = self.diagram.bound_by(within), within
        # Whatever is free has its likeliest value, and what is supposed of it.
        values = dict.fromkeys(range(len(self.layout.unknowns)), 0) | dict(self.assumed)
        for number in (number for number in bound if number in self.assumed):
            closer = near & self.diagram.is_value(number, values[number])
            if self.given.column.some(closer):
                near = closer
        values |= likeliest(self.layout.unknowns, self.diagram, near, bound)
        unknowns = self.layout.unknowns
        return tuple(unknown.values[values[n]] for n, unknown in enumerate(unknowns))

    def is_allowed(self, point: Point) -> bool:
        """Tell whether a completion breaks no declared constraint."""
        unknowns = self.layout.unknowns
        values = {n: unknowns[n].values.index(point[n]) for n in self._constrained}
        left = self.diagram.given(self.given.column.all, values)
        return self.given.column.some(left)

    @cached_property
    def plan(self) -> Plan:
        """Return the plan of the likeliest completion, before what is too grave to assume."""
        return self.plans_in([self.given.column.all])[0]

    def plans_in(self, masks: Sequence[Node]) -> tuple[Plan, ...]:
        """Return for each mask the plan of the likeliest completion in it."""
        return plans_of(self.layout, [self.point(mask) for mask in masks])

    def plans_blocking(self, goals: Sequence[int]) -> tuple[Plan, ...]:
        """Return for each goal the plan of the likeliest completion that cannot reach it."""
        return self.plans_in([self._hopeless(goal) for goal in goals])

    def is_shown(self, mask: Node) -> bool:
        """Tell whether something holds under all that is assumed, whatever the grave answers."""
        column = self.given.column
        here = self._here
        return column.some(here & mask) and not column.some(here & ~mask)

    @cached_property
    def _here(self) -> Node:
        mask = self.given.column.all
        for number, value in self.assumed.items():
            known = turning_out(self.layout.unknowns[number], value, self.plan.makings)
            mask = mask & self.diagram.is_value(number, known)
        return mask

    @cached_property
    def shown(self) -> frozenset[int]:
        """Return the instances whose steps stand in the plan that is shown."""
        taken = {step.instance.number for step in self.plan.steps}
        return frozenset(n for n in taken if self.is_shown(self.chosen.steps[n]))

    @cached_property
    def shown_blocked(self) -> frozenset[int]:
        """Return the goals that the plan that is shown cannot reach."""
        goals = range(len(self.ground.goals))
        return frozenset(number for number in goals if self.is_shown(self._hopeless(number)))

    # The same plan with one unknown changed: each variation is one hypothetical person.

    @cached_property
    def variations(self) -> "Variations":
        """Return what changes if one unknown alone is not as supposed."""
        return Variations(self)

    @cached_property
    def branches(self) -> tuple[tuple[int, int, Plan], ...]:
        """Return the plan for each answer to the first question too grave to be supposed.

        Each as (unknown, value, plan), the likeliest answer first.
        """
        unknowns = self.layout.unknowns
        grave = [n for n in self.relevant if unknowns[n].never_assumed][:1]
        answers = [
            (number, value, mask)
            for number in grave
            for value in range(len(unknowns[number].values))
            if self.given.column.some(mask := self._answered(number, value))
        ]
        plans = self.plans_in([mask for _, _, mask in answers])
        return tuple(
            (number, value, plan) for (number, value, _), plan in zip(answers, plans, strict=True)
        )

    def _answered(self, number: int, value: int) -> Node:
        """Return the completions with an answer, under all that is assumed where that can be."""
        mask = self.given.column.all & self.diagram.is_value(number, value)
        closer = mask & self._here
        return closer if self.given.column.some(closer) else mask

    @cached_property
    def beside(self) -> tuple[Plan, ...]:
        """Return plans of other completions, so that every possible step stands in one."""
        column = self.given.column
        masks = [
            mask
            for number, mask in self.chosen.steps.items()
            if number not in self.shown and column.some(mask)
        ]
        # One completion gives one and the same plan, however many steps led to it.
        return tuple({id(plan): plan for plan in self.plans_in(masks)}.values())


class Variations:
    """Run the shown completion, and each that differs from it in one unknown, as one column."""

    def __init__(self, outlook: Outlook) -> None:
        layout = outlook.layout
        self.base = outlook.point(outlook.given.column.all)
        self.changed: list[int] = [-1]
        self._chances: list[float] = [1.0]
        points = [self.base]
        for number, unknown in enumerate(layout.unknowns):
            chances = unknown.likelihoods or (0.0,) * len(unknown.values)
            for value, chance in zip(unknown.values, chances, strict=True):
                point = (*self.base[:number], value, *self.base[number + 1 :])
                if value != self.base[number] and outlook.is_allowed(point):
                    points.append(point)
                    self.changed.append(number)
                    self._chances.append(chance)
        pursued = pursue(layout, points)
        self._ground = layout.compiled.ground
        self._given, self._chosen = pursued.given, pursued.chosen

    def deciding(self, instance: int) -> tuple[int, ...]:
        """Return the unknowns of which one other value brings a step in, or takes it out.

        The likeliest to do so first: that somebody is not of age yet comes late.
        """
        mask = self._chosen.steps.get(instance, 0)
        found = dict.fromkeys(self._differing(mask), 0.0)
        for n, u in enumerate(self.changed):
            if n and (mask >> n & 1) != (mask & 1):
                found[u] += self._chances[n]
        return tuple(sorted(found, key=lambda u: -found[u]))

    def nearest(self, mask: Node, outlook: "Outlook") -> tuple[int, ...]:
        """Return what differs from the shown completion in the nearest one where `mask` holds."""
        point = outlook.point(mask)
        return tuple(n for n, value in enumerate(point) if value != self.base[n])

    def _differing(self, mask: int) -> tuple[int, ...]:
        here = mask & 1
        found = (u for n, u in enumerate(self.changed) if n and (mask >> n & 1) != here)
        return tuple(dict.fromkeys(found))

    @cached_property
    def telling(self) -> frozenset[int]:
        """Return the unknowns of which one other value changes anything of the advice."""
        masks = parts_of_advice(self._ground, self._given, self._chosen)
        return frozenset(u for mask in masks for u in self._differing(mask))


def look_ahead(layout: Layout, most: int | None = None) -> Outlook:
    """Find what is certain and what is possible in all completions of a situation.

    With more than `most` unknowns in those that stand for all, see `drawing`.
    """
    ground = layout.compiled.ground
    competing = Competing(ground) if layout.leaves_speed_open else layout.compiled.competing
    diagram, given = _completions(layout, most)
    settled = settle(ground, given)
    if layout.pursues_each:
        return Outlook(layout, diagram, settled, pursue_all(layout, diagram, settled))
    return Outlook(layout, diagram, settled, choose(ground, settled, competing))


def _completions(layout: Layout, most: int | None) -> tuple[Completions, Given[Node]]:
    diagram, given = layout.completions()
    if most is None or len(layout.unknowns) <= most:
        return diagram, given
    return draw_completions(layout, diagram, given)


def unknown_ids(layout: Layout, numbers: Iterable[int]) -> tuple[str, ...]:
    """Return the ids of unknowns: `child-1.condition`, `document:…@…`, `choice:…@…`."""
    named = (n for n in numbers if layout.unknowns[n].kind != "speed")
    return tuple(dict.fromkeys(_unknown_id(layout, number) for number in named))


def _unknown_id(layout: Layout, number: int) -> str:
    unknown = layout.unknowns[number]
    match unknown.kind:
        case "fact":
            return fact_id(*unknown.key)
        case "paper":
            return paper_id((unknown.key[0], unknown.key[1]))
        case "choice":
            return choice_id(*unknown.key)
        case "rivals":
            goal = naming_goal(layout.compiled.ground, unknown.key)
            return choice_id(goal.call.target, goal.member)
        case _:
            return persons_id(unknown.key[0])
