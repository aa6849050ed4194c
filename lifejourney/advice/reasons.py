"""Why a goal applies or does not, why a step is taken, and what stands in the way of a goal."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from lifejourney.advice.model import Blocker, Reason
from lifejourney.advice.world import World
from lifejourney.planning import Step
from lifejourney.planning.nodes import Instance, Need, Paper
from lifejourney.planning.plan import Plan
from lifejourney.program import FactAtom
from lifejourney.program.atoms import Atom


def answers_behind(world: World, atoms: Iterable[Atom]) -> tuple[Reason, ...]:
    """Return the answers of the person among these atoms, each once."""
    found: dict[tuple[str, str], Reason] = {}
    for atom in atoms:
        if isinstance(atom, FactAtom):
            key = (atom.member, atom.name)
            value = world.situation.facts.get(key)
            if value is not None:
                found.setdefault(key, Reason("answer", *key, value=value))
    return tuple(found.values())


def verdict_reasons(world: World, goal: int, *, sure: bool | None) -> tuple[Reason, ...]:
    """Return why a goal applies (`sure` true), does not (false), or is open (None)."""
    one = world.ground.goals[goal]
    formulas = [one.when]
    if one.instance is not None:
        formulas.append(world.ground.instances[one.instance].applies)
    values = {formula: world.trace.value(formula) for formula in formulas}
    if sure is False:
        formulas = [f for f in formulas if values[f] is False] or formulas
    atoms = [atom for formula in formulas for atom in world.trace.deciding(formula)]
    event = Reason("event", of=one.id, value=one.event)
    return (
        (event, *answers_behind(world, atoms))
        if sure is not False
        else answers_behind(world, atoms)
    )


def step_reasons(world: World, plan: Plan, step: Step) -> tuple[Reason, ...]:
    """Return the chain of a step: what it is called for by, what needs its papers, and the answers.

    Of the answers only those that this link of the chain rests on: that the service applies and
    gives this, that it is called for, that the next step asks for it. What brought the next step
    is told there.
    """
    found: list[Reason] = []
    formulas = [step.instance.applies]
    for number in step.instance.makings:
        making = world.ground.makings[number]
        if making.paper in step.makes:
            formulas.append(making.when)
    for number in step.goals:
        goal = world.ground.goals[number]
        direct = goal.instance == step.instance.number or (
            goal.paper is not None and set(step.makes) & set(world.ground.kinds[goal.paper])
        )
        if direct:
            found.append(Reason("event", of=goal.id, value=goal.event))
            formulas.append(goal.when)
    for other in plan.steps:
        for ask in other.asks:
            if ask.step == step.part:
                found.append(Reason("needed", paper=ask.paper, of=other.id))
                formulas += [ask.need.when, ask.way.when]
    atoms = [atom for formula in formulas for atom in world.trace.met(formula)]
    return (*dict.fromkeys(found), *answers_behind(world, atoms))


class _Blockers:
    """Look down from a goal that cannot be reached to the papers that cannot be had."""

    def __init__(
        self, world: World, plan_truth: Mapping[int, bool], had: AbstractSet[Paper]
    ) -> None:
        self.world = world
        self.ground = world.ground
        self.wanted = world.situation.wanted
        self.settled = world.outlook.given.settled
        self.truth = plan_truth
        self.had = had
        self.found: dict[Paper, Blocker] = {}
        self.seen: set[Paper] = set()

    def paper(self, paper: Paper, path: tuple[Paper, ...]) -> None:
        if paper in path:
            self.found.setdefault(paper, Blocker(paper, "circle"))
            return
        if paper in self.seen:
            return
        self.seen.add(paper)
        if paper in self.settled:
            # Of several results only the one asked for by name is looked for.
            for kind in self.ground.kinds[paper]:
                if kind in self.wanted and kind != paper:
                    self.paper(kind, (*path, paper))
            return
        makers = self.ground.made_as[paper]
        if not makers:
            self.found.setdefault(paper, Blocker(paper, "lacking"))
            return
        open_ = [
            making
            for making in makers
            if self.truth[making.when]
            and self.truth[self.ground.instances[making.instance].applies]
        ]
        if not open_:
            instances = [self.ground.instances[making.instance].applies for making in makers]
            self._not_made(paper, [*(making.when for making in makers), *instances])
        for making in open_:
            needs = (*self.ground.instances[making.instance].needs, *making.needs)
            self.needs(needs, (*path, paper))

    def needs(self, needs: tuple[Need, ...], path: tuple[Paper, ...]) -> None:
        for need in needs:
            if not self.truth[need.when] or need.requirement.supplied_later is not None:
                continue
            ways = [way for way in need.ways if self.truth[way.when]]
            if any(way.paper in self.had for way in ways):
                continue
            for way in ways:
                self.paper(way.paper, path)
            if not ways:
                self._not_made(need.ways[0].paper, [way.when for way in need.ways])

    def _not_made(self, paper: Paper, formulas: Iterable[int]) -> None:
        """Note a paper that nothing makes, with the answers that say so."""
        trace = self.world.trace
        failing = [formula for formula in formulas if trace.value(formula) is False]
        atoms = [atom for formula in failing for atom in trace.deciding(formula)]
        answers = answers_behind(self.world, atoms)
        self.found.setdefault(paper, Blocker(paper, "not_applicable", answers))


def blockers_of(
    world: World, goal: int, truth: Mapping[int, bool], had: AbstractSet[Paper]
) -> tuple[Blocker, ...]:
    """Return the papers that keep a goal from being reached, in one completion.

    `truth` holds the conditions there, `had` the papers that can be had.
    """
    search = _Blockers(world, truth, had)
    one = world.ground.goals[goal]
    if one.paper is not None:
        search.paper(one.paper, ())
    elif one.instance is not None:
        search.needs(world.ground.instances[one.instance].needs, ())
    return tuple(search.found.values())


def blockers_below(
    world: World, instance: Instance, truth: Mapping[int, bool], had: AbstractSet[Paper]
) -> tuple[Blocker, ...]:
    """Return the papers that keep a service from being done, in one completion."""
    search = _Blockers(world, truth, had)
    search.needs(instance.needs, ())
    for number in instance.makings:
        making = world.ground.makings[number]
        if truth[making.when]:
            search.needs(making.needs, (making.paper,))
    return tuple(search.found.values())
