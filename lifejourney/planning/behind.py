"""What lies behind the goals for somebody: all that could bear on what is called for, no more.

Looked for from the goals back, as the graph itself was built, but by what is known: behind a
service that applies to nobody, a need that nobody has or a paper that all have at hand nothing is
looked for. What lies elsewhere changes no plan, and no question about it is asked.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Generic

from lifejourney.lanes.columns import M
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Behind, Goal, Need, Paper
from lifejourney.planning.state import Given
from lifejourney.program import Count, FactAtom
from lifejourney.program.atoms import Atom

Can = Callable[[int], object]
"""Tells of a formula whether it can hold for anybody."""


class _Looking(Generic[M]):
    """Walk from the goals back, for people of whom this is known.

    `ready`: the services that can be done by any of them (None: all that are for anybody).
    """

    def __init__(self, ground: Ground, given: Given[M], ready: Collection[int] | None) -> None:
        self.ground = ground
        self.column = column = given.column
        tell = given.truth.__getitem__
        # Masks that are integers tell by themselves whether they hold for anybody.
        is_plain = column.some is bool
        self.can: Can = tell if is_plain else lambda formula: column.some(tell(formula))
        self.hand = given.hand
        self.wanted = given.wanted
        self.ready = ready
        self.instances: dict[int, Sequence[Need]] = {}
        self.makings: dict[int, Sequence[Need]] = {}
        self.papers: dict[Paper, None] = {}
        self.seen: set[Paper] = set()
        self.todo: list[Paper] = []

    def run(self) -> Behind:
        for goal in self.ground.goals:
            if self.can(goal.when):
                self._goal(goal)
        for paper in sorted(self.wanted & self.ground.papers.keys()):
            self._ask_for(paper)
        while self.todo:
            self._paper(self.todo.pop())
        return Behind(self.instances, self.makings, self.papers)

    def _goal(self, goal: Goal) -> None:
        if goal.paper is not None:
            self._ask_for(goal.paper)
        if goal.instance is not None and goal.instance not in self.instances:
            self._instance(goal.instance)

    def _ask_for(self, paper: Paper) -> None:
        if paper not in self.seen:
            self.seen.add(paper)
            self.todo.append(paper)

    def _paper(self, paper: Paper) -> None:
        """Look at those who make a paper, unless everybody has it."""
        kinds, hand = self.ground.kinds[paper], self.hand
        is_there = False
        for kind in kinds:
            self.papers[kind] = None
            if kind in hand and not is_there:
                is_there = self._have_all(hand[kind])
        # Who has one, or a kind of it, is sent for no other, unless they wish for it.
        if is_there and self.wanted.isdisjoint(kinds):
            return
        instances, makings = self.instances, self.makings
        for making in self.ground.made_as[paper]:
            if making.number not in makings and self.can(making.when):
                number = making.instance
                if number in instances or self._instance(number):
                    makings[making.number] = self._needs(making.needs) if making.needs else ()

    def _have_all(self, who: M) -> bool:
        return not self.column.some(self.column.without(who))

    def _instance(self, number: int) -> bool:
        """Look behind an instance if it can be of use to anybody, and tell whether it can."""
        instance, ready = self.ground.instances[number], self.ready
        if not self.can(instance.applies) if ready is None else number not in ready:
            return False
        self.instances[number] = self._needs(instance.needs) if instance.needs else ()
        return True

    def _needs(self, needs: Sequence[Need]) -> Sequence[Need]:
        can, seen = self.can, self.seen
        asked = [need for need in needs if can(need.when)]
        for need in asked:
            for way in need.ways:
                if way.paper not in seen and can(way.when):
                    self._ask_for(way.paper)
        return asked


def behind_goals(ground: Ground, given: Given[M], ready: Collection[int] | None = None) -> Behind:
    """Return what lies behind the goals of a column; of the services only those that are ready."""
    return _Looking(ground, given, ready).run()


def formulas_in(ground: Ground, behind: Behind) -> Iterator[int]:
    """Yield the conditions on which it depends what becomes of a part of a graph.

    Also those of what its services make beside, which nobody asked for.
    """
    for goal in ground.goals:
        yield goal.when
        if goal.instance is not None:
            yield ground.instances[goal.instance].applies
    for formulas in (ground.holdable, ground.available):
        yield from (formulas[paper] for paper in behind.papers if paper in formulas)
    for number in behind.instances:
        yield ground.instances[number].applies
        yield from (ground.makings[making].when for making in ground.instances[number].makings)
        yield from _formulas_of(ground.instances[number].needs)
    for number in behind.makings:
        yield from _formulas_of(ground.makings[number].needs)


def _formulas_of(needs: Iterable[Need]) -> Iterator[int]:
    for need in needs:
        yield need.when
        yield from (way.when for way in need.ways)


def atoms_bearing_on(ground: Ground, formulas: Iterable[int]) -> Mapping[int, Atom]:
    """Return the atoms of formulas by number, with what constraints say of the same facts."""
    used, atoms = ground.formulas.atoms_of(formulas), ground.formulas.atoms
    facts = {_about(atoms[number]) for number in used} - {None}
    bound = (number for number in ground.constrained if _about(atoms[number]) in facts)
    return {number: atoms[number] for number in sorted(used.union(bound))}


def _about(atom: Atom) -> tuple[str, str] | None:
    """Return the fact, or the number of people in a role, of which an atom asks something."""
    match atom:
        case FactAtom(member, name):
            return member, name
        case Count(role):
            return role, "count"
        case _:
            return None
