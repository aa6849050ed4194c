"""The AND/OR graph of one cast: which services for whom could lead to what is called for.

A service needs all of its requirements, a requirement is met by any of its alternatives, a
document comes from any of its producers.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from lifejourney.catalog import Catalog
from lifejourney.days import comparable
from lifejourney.planning.constraints import Never, Ordered
from lifejourney.planning.nodes import Behind, Goal, Instance, Making, Need, Paper
from lifejourney.program import FALSE, Formulas
from lifejourney.situation import Cast
from lifejourney.vocabulary import Document


@dataclass
class Ground:
    """Hold the graph of one cast; numbers index the lists.

    `also`: the papers that are wanted beside what the events call for.
    `kinds` maps each paper to the papers that it accepts (itself first). `outcomes` are papers
    that an event calls for, by name or as what a service makes, with their kinds, each with the
    formula of it: where it calls for them nobody holds them unless they say so. `holdable` says
    who may hold a paper without having said so. `never` and `ordered` are the declared constraints.
    """

    catalog: Catalog
    cast: Cast
    formulas: Formulas
    also: tuple[Paper, ...] = ()
    instances: list[Instance] = field(default_factory=list)
    makings: list[Making] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    papers: dict[Paper, None] = field(default_factory=dict)
    kinds: dict[Paper, tuple[Paper, ...]] = field(default_factory=dict)
    available: dict[Paper, int] = field(default_factory=dict)
    holdable: dict[Paper, int] = field(default_factory=dict)
    outcomes: dict[Paper, int] = field(default_factory=dict)
    goals: list[Goal] = field(default_factory=list)
    choices: dict[Paper, str | None] = field(default_factory=dict)
    never: list[Never] = field(default_factory=list)
    ordered: list[Ordered] = field(default_factory=list)

    # What a search asks for again and again, laid out once.

    @cached_property
    def whole(self) -> Behind:
        """Return all of the graph as a part of itself."""
        instances = {one.number: one.needs for one in self.instances}
        makings = {making.number: making.needs for making in self.makings}
        return Behind(instances, makings, self.papers)

    @cached_property
    def generals(self) -> dict[Paper, tuple[Paper, ...]]:
        """Return for each paper those that it stands in for: itself, and what it is a kind of."""
        found: dict[Paper, list[Paper]] = {paper: [] for paper in self.papers}
        for paper, kinds in self.kinds.items():
            for kind in kinds:
                found[kind].append(paper)
        return {paper: tuple(generals) for paper, generals in found.items()}

    @cached_property
    def owners(self) -> dict[int, int]:
        """Return for each need the instance that has it, for itself or for what it makes."""
        return {need.number: one.number for one in self.instances for need in self.needs_of(one)}

    @cached_property
    def constrained(self) -> frozenset[int]:
        """Return the atoms that declared constraints speak of."""
        formulas = [one.formula for one in self.never] + [one.formula for one in self.ordered]
        return self.formulas.atoms_of(formulas)

    @cached_property
    def made_by(self) -> dict[int, int]:
        """Return for each need that only a making has that making."""
        return {need.number: making.number for making in self.makings for need in making.needs}

    @cached_property
    def listeners(self) -> dict[Paper, tuple[tuple[int, int], ...]]:
        """Return for each paper the needs that it meets, with the number of the way."""
        found: dict[Paper, list[tuple[int, int]]] = {}
        for one in self.instances:
            for need in self.needs_of(one):
                for number, way in enumerate(need.ways):
                    found.setdefault(way.paper, []).append((need.number, number))
        return {paper: tuple(ways) for paper, ways in found.items()}

    @cached_property
    def asking(self) -> dict[Paper, tuple[int, ...]]:
        """Return for each paper the instances that have a need which it meets."""
        return {
            paper: tuple(dict.fromkeys(self.owners[need] for need, _ in ways))
            for paper, ways in self.listeners.items()
        }

    @cached_property
    def ranked(self) -> dict[int, tuple[int, ...]]:
        """Return for each need its ways by their rank."""
        return {
            need.number: tuple(sorted(range(len(need.ways)), key=lambda n: need.ways[n].rank))
            for need in self.needs
        }

    @cached_property
    def closed_ways(self) -> dict[int, tuple[tuple[int, tuple[str, str], int, int], ...]]:
        """Return for each need the ways that may open only in their turn.

        As rank, code and member of its owner, need and number: sorted, the best comes first. Each
        at every rank that it could have for somebody.
        """
        found: dict[int, tuple[tuple[int, tuple[str, str], int, int], ...]] = {}
        for number, owner in self.owners.items():
            one, ways = self.instances[owner], self.needs[number].ways
            closed = tuple(
                (rank, (one.service.code, one.member), number, n)
                for n, way in enumerate(ways)
                for rank in range(1, way.rank + 1 if way.rank > ways[0].rank else 1)
            )
            if closed:
                found[number] = closed
        return found

    @cached_property
    def makings_of(self) -> dict[Paper, tuple[int, ...]]:
        """Return for each paper the makings that make this very paper, not one accepted for it."""
        found: dict[Paper, list[int]] = {}
        for making in self.makings:
            found.setdefault(making.paper, []).append(making.number)
        return {paper: tuple(numbers) for paper, numbers in found.items()}

    @cached_property
    def made_as(self) -> dict[Paper, tuple[Making, ...]]:
        """Return for each paper the makings that make it, or a kind of it, by number."""
        return {
            paper: tuple(
                self.makings[number]
                for number in sorted(n for kind in kinds for n in self.makings_of.get(kind, ()))
            )
            for paper, kinds in self.kinds.items()
        }

    @cached_property
    def many_ways(self) -> frozenset[int]:
        """Return the instances that could make the same paper, or kinds of one, in several ways."""
        ways = Counter(
            (making.instance, general)
            for making in self.makings
            for general in self.generals[making.paper]
        )
        return frozenset(instance for (instance, _), many in ways.items() if many > 1)

    @cached_property
    def rivals(self) -> tuple[tuple[int, ...], ...]:
        """Return the goals that exclude one another, in groups, in the order of the event."""
        groups: list[tuple[int, ...]] = []
        seen: set[int] = set()
        for number, goal in enumerate(self.goals):
            against = [other for other, one in enumerate(self.goals) if _exclude(goal, one)]
            if against and number not in seen:
                group = tuple(sorted({number, *against} - seen))
                seen.update(group)
                groups.append(group)
        return tuple(groups)

    @cached_property
    def durations(self) -> list[int]:
        """Return how long each instance takes, in the ticks that durations are compared by."""
        return [comparable(one.service.processing_time.known) for one in self.instances]

    @cached_property
    def turns(self) -> list[int]:
        """Return in which turn each instance is looked at, of those that could be.

        By its depth, fee and id: what stands in no circle comes after the circles that lead to it.
        """
        return self._places[0]

    @cached_property
    def in_turn(self) -> dict[int, int]:
        """Return the instance of each turn."""
        return {turn: number for number, turn in enumerate(self.turns)}

    @cached_property
    def prices(self) -> list[int]:
        """Return the turn of each instance by fee and id alone, before all that have a depth."""
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        by_depth = [
            (2 * depth + (number not in self.before[number]), one.fee, one.id)
            for number, (depth, one) in enumerate(zip(self.depth, self.instances, strict=True))
        ]
        by_price = [(0, fee, id_) for _, fee, id_ in by_depth]
        place = {turn: n for n, turn in enumerate(sorted({*by_depth, *by_price}))}
        return [place[turn] for turn in by_depth], [place[turn] for turn in by_price]

    @cached_property
    def makers(self) -> dict[Paper, frozenset[int]]:
        """Return for each paper the instances that make it or a kind of it."""
        return {
            paper: frozenset(making.instance for making in makings)
            for paper, makings in self.made_as.items()
        }

    @cached_property
    def upstream(self) -> dict[int, frozenset[int]]:
        """Return for each need every instance that could lead to one of its papers."""
        direct = {
            instance.number: frozenset(
                maker
                for need in self.needs_of(instance)
                for way in need.ways
                for maker in self.makers[way.paper]
            )
            for instance in self.instances
        }
        return {
            need.number: _reachable(
                direct, [maker for way in need.ways for maker in self.makers[way.paper]]
            )
            for need in self.needs
        }

    @cached_property
    def done_once(self) -> frozenset[int]:
        """Return the instances that are done for good once all that they make is held.

        Not one that is used again and again, nor one that renews what it asks for itself.
        """
        return frozenset(
            one.number
            for one in self.instances
            if one.makings
            and one.service.repeats is None
            and one.number not in self.before[one.number]
        )

    @cached_property
    def before(self) -> list[frozenset[int]]:
        """Return for each instance those that could have to come before it."""
        return [
            frozenset().union(*(self.upstream[need.number] for need in self.needs_of(one)))
            for one in self.instances
        ]

    @cached_property
    def depth(self) -> list[int]:
        """Return for each instance how many others could have to come before it."""
        return [len(earlier) for earlier in self.before]

    @cached_property
    def downstream(self) -> list[frozenset[int]]:
        """Return for each instance itself and every instance that it could lead to."""
        found: list[set[int]] = [{one.number} for one in self.instances]
        for one in self.instances:
            for need in self.needs_of(one):
                for number in self.upstream[need.number]:
                    found[number].add(one.number)
        return [frozenset(numbers) for numbers in found]

    @cached_property
    def _rival_makers(self) -> dict[int, frozenset[int]]:
        """Return for each instance the others from which something can be had in its place."""
        found: dict[int, set[int]] = {one.number: set() for one in self.instances}
        sources = list(self.makers.values())
        sources += [
            frozenset().union(*(self.makers[way.paper] for way in need.ways)) for need in self.needs
        ]
        for makers in sources:
            for number in makers:
                found[number] |= makers - {number}
        return {number: frozenset(others) for number, others in found.items()}

    @cached_property
    def contends(self) -> list[frozenset[int]]:
        """Return for each instance those that lead to something in place of what it leads to.

        Which of the two is had first then decides: one is settled before the other is opened.
        """
        rivals = [
            frozenset().union(*(self._rival_makers[number] for number in leads))
            for leads in self.downstream
        ]
        return [
            frozenset(other for other, leads in enumerate(self.downstream) if leads & instead)
            for instead in rivals
        ]

    def needs_of(self, instance: Instance) -> tuple[Need, ...]:
        """Return what an instance and all that it makes need."""
        own = (need for m in instance.makings for need in self.makings[m].needs)
        return (*instance.needs, *own)

    def document(self, paper: Paper) -> Document:
        """Return the type of a paper."""
        return self.catalog.documents[paper[0]]


def _exclude(goal: Goal, other: Goal) -> bool:
    """Tell whether two goals of one event, for one member, cannot be had beside each other."""
    named = other.call.target in goal.call.excludes or goal.call.target in other.call.excludes
    same = goal is not other and (goal.event, goal.member) == (other.event, other.member)
    return named and same and FALSE not in (goal.when, other.when)


def _reachable(direct: dict[int, frozenset[int]], todo: list[int]) -> frozenset[int]:
    found: set[int] = set()
    while todo:
        number = todo.pop()
        if number not in found:
            found.add(number)
            todo += direct[number]
    return frozenset(found)
