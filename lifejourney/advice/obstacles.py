"""Why a service is not in the plan: in no completion is it taken, and this is what stands against.

Only what the person said is named, or what holds whatever the answers are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lifejourney.advice.because import Because, answered
from lifejourney.advice.reasons import answers_behind, blockers_below
from lifejourney.advice.world import World
from lifejourney.lanes.completions import Node
from lifejourney.planning.nodes import Goal, Instance, Making, Need, Paper
from lifejourney.program.atoms import Atom

MANY = 4
"""How many grounds of one kind are told."""


@dataclass(frozen=True)
class Obstacles:
    """Find what keeps one service for one member out of every plan of a world."""

    world: World
    instance: Instance

    @property
    def applies(self) -> bool:
        """Tell whether the service is for that person, in some completion."""
        return self._can_be(self.instance.applies)

    def grounds(self) -> tuple[Because, ...]:
        """Return why it does not apply, or why nobody needs it; never nothing."""
        if not self.applies:
            found = [*self._answers([self.instance.applies])] or [Because("nobody")]
            return tuple(found)
        found = [*self._goals(), *self._papers()]
        return tuple(dict.fromkeys(found)) or (self._unasked(),)

    @property
    def is_blocked(self) -> bool:
        """Tell whether a goal waits for it, and it can be done in no completion."""
        outlook, number = self.world.outlook, self.instance.number
        if number not in outlook.layout.left.behind.instances:
            return False
        ready = outlook.within_reach.ready.get(number, outlook.given.column.none)
        return self._is_none(ready & outlook.given.column.all) and bool(self.waiting)

    @cached_property
    def waiting(self) -> list[int]:
        """Return the goals that cannot be reached and that it could lead to."""
        ground = self.world.ground
        leads = ground.downstream[self.instance.number]
        return [
            number
            for number, goal in enumerate(ground.goals)
            if self.world.outlook.blocked(number).status != "never"
            and (
                goal.instance in leads
                if goal.paper is None
                else bool(ground.makers[goal.paper] & leads)
            )
        ]

    def blockers(self) -> Iterator[Because]:
        """Yield the papers that cannot be had, in the likeliest completion that is blocked."""
        outlook = self.world.outlook
        waiting = self.waiting[:1]
        for plan in outlook.plans_blocking(waiting):
            for one in blockers_below(self.world, self.instance, plan.truth, plan.had):
                yield Because(one.why, paper=one.paper)

    # What a formula says.

    def _can_be(self, formula: int) -> bool:
        if self.world.trace.value(formula) is False:
            return False
        given, layout = self.world.outlook.given, self.world.outlook.layout
        # Of what bears on no goal nothing more is known than the answers tell.
        return not layout.left.covers(formula) or not self._is_none(
            given.truth[formula] & given.column.all
        )

    def _is_none(self, mask: Node) -> bool:
        return not self.world.outlook.given.column.some(mask)

    def _answers(self, formulas: Iterable[int]) -> Iterator[Because]:
        """Yield the answers by which formulas are known not to hold."""
        trace, named = self.world.trace, self.world.ground.formulas.atoms_in
        atoms: list[Atom] = []
        for formula in formulas:
            deciding = trace.value(formula) is False
            atoms += trace.deciding(formula) if deciding else named([formula])
        yield from map(answered, answers_behind(self.world, atoms))

    # Why a service that applies is not taken.

    def _goals(self) -> Iterator[Because]:
        """Yield why what an event calls for is not pursued by this service."""
        for number, goal in enumerate(self.world.ground.goals):
            if goal.instance == self.instance.number:
                if not self._can_be(goal.when):
                    yield from self._answers([goal.when])
                else:
                    yield from self._rivals(number, goal)

    def _rivals(self, number: int, goal: Goal) -> Iterator[Because]:
        """Yield the rival of a goal that the person chose."""
        given = self.world.outlook.given
        if number not in given.asked or not self._is_none(given.asked[number]):
            return
        for other, rival in enumerate(self.world.ground.goals):
            beside = other != number and other in given.asked and rival.event == goal.event
            if beside and not self._is_none(given.asked[other]):
                yield Because("chosen", of=rival.id)

    def _papers(self) -> Iterator[Because]:
        for number in self.instance.makings:
            making = self.world.ground.makings[number]
            if not self._can_be(making.when):
                yield from self._answers([making.when])
            elif (held := self._held(making)) is not None:
                yield Because("held", paper=held)
            else:
                yield from self._chosen(making)
                yield from self._askers(making)

    def _accepting(self, paper: Paper) -> list[Paper]:
        """Return the papers for which this one does, itself among them."""
        return [general for general, kinds in self.world.ground.kinds.items() if paper in kinds]

    def _held(self, making: Making) -> Paper | None:
        """Return the paper that the person said to hold, in place of this result."""
        accepted = {k for g in self._accepting(making.paper) for k in self.world.ground.kinds[g]}
        said = self.world.situation.papers
        own = [making.paper, *sorted(accepted - {making.paper})]
        return next((paper for paper in own if said.get(paper)), None)

    def _chosen(self, making: Making) -> Iterator[Because]:
        """Yield the other kind of the result that the person asked for."""
        settled = self.world.outlook.given.settled
        for general in self._accepting(making.paper):
            wanted = set(self.world.ground.kinds[general]) & self.world.situation.wanted
            if general in settled and making.paper not in wanted:
                for paper in sorted(wanted):
                    yield Because("chosen", of=f"{paper[0]}@{paper[1]}")

    def _askers(self, making: Making) -> Iterator[Because]:
        """Yield why what asks for the result does without it, or is not in the plan itself."""
        accepting = set(self._accepting(making.paper))
        found: list[Because] = []
        for goal in self.world.ground.goals:
            if goal.paper in accepting:
                found += self._of_goal(goal, making)
        for one in self.world.ground.instances:
            for need in self.world.ground.needs_of(one):
                if one.number != self.instance.number and any(
                    way.paper in accepting for way in need.ways
                ):
                    found += self._of_need(one, need, making)
        yield from list(dict.fromkeys(found))[:MANY]

    def _of_goal(self, goal: Goal, making: Making) -> Iterator[Because]:
        if not self._can_be(goal.when):
            yield from self._answers([goal.when])
            return
        yield from self._rivals(self.world.ground.goals.index(goal), goal)
        yield from self._elsewhere(making)

    def _of_need(self, one: Instance, need: Need, making: Making) -> Iterator[Because]:
        steps = self.world.outlook.chosen.steps
        if one.number not in steps or self._is_none(steps[one.number]):
            if not self._can_be(one.applies):
                yield from self._answers([one.applies])
            return
        if not self._can_be(need.when):
            yield from self._answers([need.when])
            return
        other = list(self._elsewhere(making))
        yield from other or [Because("enough", of=one.id)]

    def _elsewhere(self, making: Making) -> Iterator[Because]:
        """Yield the step from which the same paper comes instead."""
        outlook = self.world.outlook
        for number in outlook.chosen.makes:
            other = self.world.ground.makings[number]
            beside = other.paper == making.paper and other.instance != self.instance.number
            if beside and not self._is_none(outlook.chosen.makes[number]):
                step = self.world.ground.instances[other.instance]
                yield Because("elsewhere", paper=making.paper, of=step.id)

    def _unasked(self) -> Because:
        makings = [self.world.ground.makings[number] for number in self.instance.makings]
        return Because("unasked", paper=makings[0].paper if makings else None)
