"""One way in which who-is-who may be: a cast, all its completions, and the names to compare by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from lifejourney.advice.dates import UNTIL_AGE_FROM, counted_from
from lifejourney.planning import Outlook, unknown_ids
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Goal, Instance, Making, Need, Paper
from lifejourney.program import FALSE, TRUE, Trace
from lifejourney.situation import Cast, Situation
from lifejourney.vocabulary import Fact

MANY = 60
"""Unknowns from which on other worlds are bounded: whatever they could change is possible."""
_SUREST: Final = ("certain", "possible", "never")


@dataclass(frozen=True)
class World:
    """Hold the outlook of one cast; `supposed` says which identities were not said but tried.

    `options` holds for each of those roles whom it may be, `doubtful` those that nobody may play.
    """

    outlook: Outlook
    supposed: Mapping[str, str]
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()

    @property
    def ground(self) -> Ground:
        """Return the graph of the cast."""
        return self.outlook.ground

    @property
    def situation(self) -> Situation:
        """Return what is known."""
        return self.outlook.layout.situation

    @property
    def cast(self) -> Cast:
        """Return who plays which role."""
        return self.situation.cast

    @property
    def is_large(self) -> bool:
        """Tell whether so much is unknown that the other worlds are bounded, not worked out."""
        return len(self.outlook.layout.unknowns) > MANY

    @cached_property
    def touched(self) -> frozenset[int]:
        """Return the instances that who-is-who could change, by anything they depend on."""
        ground = self.ground
        who = {m for m in self.cast.members if self._is_open(m)}
        own = {
            one.number
            for one in ground.instances
            if one.member in who
            or self._mentions(who, one.applies)
            or any(self._asks(who, need) for need in ground.needs_of(one))
            or any(self._mentions(who, ground.makings[m].when) for m in one.makings)
        }
        return frozenset(
            one.number
            for one in ground.instances
            if one.number in own
            or any(own & ground.upstream[need.number] for need in ground.needs_of(one))
        )

    def touches(self, goal: Goal) -> bool:
        """Tell whether who-is-who could change if a goal is called for."""
        who = {m for m in self.cast.members if self._is_open(m)}
        return goal.member in who or self._mentions(who, goal.when)

    def is_refuted(self, goal: Goal) -> bool:
        """Tell whether the answers alone rule a goal out, whoever is who."""
        return self.trace.value(goal.when) is False

    def may_call_for(self, paper: Paper) -> bool:
        """Tell whether the events may call for a paper of whoever that is in this world."""
        who = paper[1] if paper[1] in self.cast.members else self.cast.meant(paper[1])
        called = FALSE if who is None else self.ground.outcomes.get((paper[0], who), FALSE)
        return self.trace.value(called) is not False

    def concerns(self, making: Making, member: str) -> bool:
        """Tell whether a result is made because of a member, or asks for papers of theirs."""
        who = {member}
        return self._mentions(who, making.when) or any(self._asks(who, n) for n in making.needs)

    def _is_open(self, member: str) -> bool:
        roles = set(self.supposed) | {
            target for targets in self.options.values() for target in targets
        }
        return bool(roles & {member, *self.cast.members[member].roles})

    def _asks(self, who: set[str], need: Need) -> bool:
        return self._mentions(who, need.when) or any(
            way.paper[1] in who or self._mentions(who, way.when) for way in need.ways
        )

    def _mentions(self, who: set[str], formula: int) -> bool:
        atoms = self.ground.formulas.atoms_in([formula])
        return any(getattr(atom, "member", None) in who for atom in atoms)

    def definition(self, member: str, name: str) -> Fact | None:
        """Return the fact `name` of a member: of the first of its roles that has it."""
        return self.ground.catalog.fact_among(self.cast.members[member].roles, name)

    def may_apply(self, fact: tuple[str, str]) -> bool:
        """Tell whether a fact of a member applies, or may still."""
        gate = self.outlook.layout.compiled.gates.get(fact, TRUE)
        return self.trace.value(gate) is not False

    def ids(self, unknowns: tuple[int, ...]) -> tuple[str, ...]:
        """Return the ids of unknowns."""
        return unknown_ids(self.outlook.layout, unknowns)

    @property
    def trace(self) -> Trace:
        """Return the evaluation of conditions by the answers alone."""
        return self.outlook.layout.left.trace

    def name(self, member: str, roles: tuple[str, ...]) -> str:
        """Return by which name a member is the same in every world: the open role it plays.

        Who plays it under a condition alone keeps a name of their own: somebody else may, too.
        """
        for role, target in self.supposed.items():
            if role in roles and self._plays(member, role) and self._plays(member, target):
                return role
        return member

    def _plays(self, member: str, role: str) -> bool:
        return any(part.member == member for part in self.cast.parts.get(role, ()))

    def step_key(self, instance: int) -> tuple[str, str]:
        """Return by what a step is recognised in every world: code and name."""
        one = self.ground.instances[instance]
        return one.service.code, self.name(one.member, one.service.serves)

    def goal_key(self, goal: Goal) -> tuple[str, ...]:
        """Return by what a goal is recognised in every world.

        Of whom the same is called for in two roles has two goals.
        """
        name = self.name(goal.member, (goal.call.of,))
        return goal.event, goal.call.target, goal.call.kind, goal.call.of, name

    @cached_property
    def standings(self) -> Mapping[tuple[str, str], str]:
        """Return what each step is in this world: `certain`, `possible` or `never`."""
        steps = self.outlook.chosen.steps
        return {self.step_key(number): self.outlook.step(number).status for number in steps}

    @cached_property
    def takes(self) -> frozenset[str]:
        """Return the ids of the steps that are taken in some completion of this world."""
        outlook, instances = self.outlook, self.ground.instances
        found = (n for n in outlook.chosen.steps if outlook.step(n).status != "never")
        return frozenset(instances[number].id for number in found)

    def may_ask(self, id_: str) -> bool:
        """Tell whether an unknown of another world has words in this one: it has for all papers."""
        return ":" in id_ or id_ in self._unknown_ids

    @cached_property
    def _unknown_ids(self) -> frozenset[str]:
        return frozenset(self.ids(tuple(range(len(self.outlook.layout.unknowns)))))

    def unlike(self, main: "World", step: str) -> tuple[str, ...]:
        """Return who is somebody else here, where `main` never has a step; empty if it has."""
        if step in main.takes:
            return ()
        supposed = main.supposed.items()
        return tuple(f"persons:{role}" for role, who in supposed if self.supposed[role] != who)

    @property
    def sure_steps(self) -> frozenset[tuple[str, str]]:
        """Return the steps that are certain in this world."""
        return frozenset(key for key, status in self.standings.items() if status == "certain")

    def needing(self, step: tuple[str, str]) -> frozenset[tuple[str, ...]]:
        """Return the sure goals that are never reached without a step, or never at all."""
        found = [n for n in self.outlook.chosen.steps if self.step_key(n) == step]
        needing = (
            self.goal_key(goal)
            for number in found
            for goal in (self.ground.goals[n] for n in self.outlook.needed_for(number))
            if self._leads_to(number, goal)
        )
        return self.hopeless.union(needing)

    def _leads_to(self, instance: int, goal: Goal) -> bool:
        """Tell whether a step could be taken for the sake of a goal."""
        ground = self.ground
        last = {goal.instance} if goal.paper is None else ground.makers[goal.paper]
        return any(
            one == instance or instance in ground.before[one] for one in last if one is not None
        )

    @cached_property
    def hopeless(self) -> frozenset[tuple[str, ...]]:
        """Return the sure goals that nobody reaches in this world."""
        outlook, some = self.outlook, self.outlook.given.column.some
        out = (goal for goal in outlook.sure_goals if not some(outlook.chosen.goals[goal]))
        return frozenset(self.goal_key(self.ground.goals[goal]) for goal in out)

    @cached_property
    def verdicts(self) -> Mapping[tuple[str, ...], str]:
        """Return what each goal is in this world: `certain`, `possible` or `never`."""
        return {
            self.goal_key(goal): self.outlook.called_for(number).status
            for number, goal in enumerate(self.ground.goals)
        }

    @cached_property
    def blocked(self) -> Mapping[tuple[str, ...], str]:
        """Return what each goal is in this world that is called for and cannot be reached.

        `certain`, `possible` or `never`; the surest of several that bear one name.
        """
        found: dict[tuple[str, ...], str] = {}
        for number, goal in enumerate(self.ground.goals):
            key, status = self.goal_key(goal), self.outlook.blocked(number).status
            found[key] = min(found.get(key, status), status, key=_SUREST.index)
        return found

    @cached_property
    def counted_facts(self) -> frozenset[tuple[str, str]]:
        """Return the facts that dates and the names of offices are made from."""
        found = {
            key
            for instance in self.ground.instances
            for after in _counted(instance)
            if (key := counted_from(self.cast, instance.member, after)) is not None
        }
        regions = {fact.name for fact in self.ground.catalog.facts if fact.regions}
        found |= {(member, name) for member in self.cast.members for name in regions}
        return frozenset(found)


def _counted(instance: Instance) -> Iterator[str]:
    service = instance.service
    if service.deadline is not None and service.deadline.counts_from is not None:
        yield service.deadline.counts_from
    if service.benefit is not None and service.benefit.claim is not None:
        yield service.benefit.claim[1]
    if service.opens is not None and service.opens.after is not None:
        yield service.opens.after
    if service.repeats is not None and service.repeats.until_age is not None:
        yield UNTIL_AGE_FROM
    for need in instance.needs:
        if need.requirement.supplied_later is not None:
            yield need.requirement.supplied_later.after
