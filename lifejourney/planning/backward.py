"""Build the graph of a cast from its goals back: only what could lead to them is in it.

What can hold of nobody, whatever is answered, leads nowhere: nothing is looked for behind it.
"""

from collections.abc import Iterator

from lifejourney.catalog import GENERIC, Catalog
from lifejourney.planning.constraints import ground_constraints
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Goal, Instance, Making, Need, Paper, Way
from lifejourney.program import FALSE, TRUE, Formulas, Grounder
from lifejourney.program.grounding import IT, Bindings
from lifejourney.situation import Cast
from lifejourney.vocabulary import Alternative, Call, Document, Requirement, Result, Service


class _Building:
    """Build the closure of the goals, from the goals back."""

    def __init__(self, catalog: Catalog, cast: Cast, also: tuple[Paper, ...]) -> None:
        self.ground = Ground(catalog, cast, Formulas(), also)
        self.catalog = catalog
        self.cast = cast
        self.grounder = Grounder(catalog, cast, self.ground.formulas)
        self._instances: dict[tuple[str, str], int | None] = {}
        self._todo: list[Paper] = []
        self._asked_for: set[Paper] = set()

    def build(self) -> Ground:
        for event in self.cast.events:
            for call in self.catalog.events[event].calls_for:
                self._call(event, call)
        for paper in self.ground.also:
            self._paper(paper)
        while self._todo:
            self._producers(self._todo.pop())
        self._called_for()
        self.ground.never, self.ground.ordered = ground_constraints(self.grounder)
        return self.ground

    def _call(self, event: str, call: Call) -> None:
        for part in self.cast.parts.get(call.of, ()):
            member = self.cast.members[part.member]
            if event not in member.events:
                continue
            bound: Bindings = {call.of: part.member, IT: part.member}
            when = self.grounder.formulas.all_of(
                [
                    self.grounder.plays(part, call.of),
                    self.grounder.exists(part.member),
                    self.grounder.ground(call.when, bound),
                ]
            )
            self._goal(event, call, part.member, when)

    def _goal(self, event: str, call: Call, member: str, when: int) -> None:
        instance = None if call.service is None else self._instance(call.service, member)
        paper = None if call.document is None else (call.document, member)
        if paper is not None:
            self._take(paper, when)
            if len(self.ground.kinds[paper]) > 1:
                self.ground.choices.setdefault(paper, call.usual)
        self.ground.goals.append(Goal(event, call, member, when, instance, paper))

    def _called_for(self) -> None:
        """Let nobody hold what an event calls for of them; where it does not, it is a paper."""
        formulas, ground = self.ground.formulas, self.ground
        for paper, when in self._outcomes():
            for kind in ground.kinds[paper]:
                called = ground.outcomes.get(kind, FALSE)
                ground.outcomes[kind] = formulas.any_of([called, when])
                if kind in ground.holdable:
                    not_called = formulas.opposite(when)
                    held = formulas.all_of([ground.holdable.pop(kind), not_called])
                    if held != FALSE:
                        ground.holdable[kind] = held

    def _outcomes(self) -> Iterator[tuple[Paper, int]]:
        """Yield what the events call for, by name or as what a service makes, and when."""
        ground = self.ground
        for goal in ground.goals:
            if goal.paper is not None:
                yield goal.paper, goal.when
            elif goal.instance in ground.done_once:
                instance = ground.instances[goal.instance]
                for making in (ground.makings[number] for number in instance.makings):
                    formulas = [goal.when, instance.applies, making.when]
                    yield making.paper, ground.formulas.all_of(formulas)

    def _take(self, paper: Paper, when: int) -> None:
        """Take a paper into the graph, with what makes it unless nobody can ask for it."""
        if when == FALSE:
            self._name(paper)
        else:
            self._paper(paper)

    def _paper(self, paper: Paper) -> None:
        """Take a paper and all its kinds into the graph, with whatever makes them."""
        if paper in self._asked_for:
            return
        self._asked_for.add(paper)
        self._name(paper)
        for kind in self.ground.kinds[paper]:
            self._paper(kind)
        self._todo.append(paper)

    def _name(self, paper: Paper) -> None:
        """Take a paper and all its kinds into the graph as things that one may hold."""
        if paper in self.ground.papers:
            return
        self.ground.papers[paper] = None
        document = self.ground.document(paper)
        kinds = tuple((kind, paper[1]) for kind in self.catalog.kinds(paper[0]))
        self.ground.kinds[paper] = kinds
        bound: Bindings = {
            IT: paper[1],
            **dict.fromkeys(self.cast.members[paper[1]].roles, paper[1]),
        }
        usual = document.usual
        if usual is not None and not document.made_by_event:
            self.ground.holdable[paper] = self.grounder.ground(usual.when, bound)
        if document.origin != "service":
            self.ground.available[paper] = self._available(document, bound)
        for kind in kinds:
            self._name(kind)

    def _available(self, document: Document, bound: Bindings) -> int:
        """Return the formula that a paper written or issued elsewhere can be had."""
        living = [
            self.grounder.formulas.any_of(
                [
                    self.grounder.formulas.opposite(self.grounder.plays(part, role)),
                    self.grounder.alive(part.member),
                ]
            )
            for role in document.signed_by
            for part in self.grounder.parts(role, bound)
        ]
        when = self.grounder.ground(document.available_when, bound)
        return self.grounder.formulas.all_of([when, *living])

    def _producers(self, paper: Paper) -> None:
        """Take every instance that makes this very paper into the graph."""
        for slug in self.catalog.producers.get(paper[0], ()):
            for member in self._servable(self.catalog.services[slug]):
                if paper in self._makes(self.catalog.services[slug], member):
                    self._instance(slug, member)

    def _servable(self, service: Service) -> Iterator[str]:
        for member in self.cast.members.values():
            if any(self.catalog.covers(service.serves, role) for role in member.roles):
                yield member.id

    def _makes(self, service: Service, member: str) -> set[Paper]:
        bound = self._bound(service, member)
        return {
            (result.document, holder)
            for result in service.produces
            for holder in self._holders(result.of, bound, member)
        }

    def _bound(self, service: Service, member: str) -> dict[str, str]:
        roles = self.cast.members[member].roles
        named = [role for role in roles if GENERIC in service.serves or role in service.serves]
        return {IT: member, **dict.fromkeys(named, member)}

    def _holders(self, role: str | None, bound: Bindings, served: str) -> tuple[str, ...]:
        if role is None or role == IT:
            return (served,)
        return tuple(part.member for part in self.grounder.parts(role, bound))

    def _instance(self, slug: str, member: str) -> int | None:
        key = (slug, member)
        if key in self._instances:
            return self._instances[key]
        service = self.catalog.services[slug]
        roles = self.cast.members[member].roles
        if not any(self.catalog.covers(service.serves, role) for role in roles):
            return self._instances.setdefault(key, None)
        bound = self._bound(service, member)
        applies = self.grounder.formulas.all_of(
            [self._serves(service, member), self.grounder.ground(service.applies, bound)]
        )
        number = self._instances[key] = len(self.ground.instances)
        self.ground.instances.append(Instance(number, service, member, applies, (), ()))
        needs = self._needs(service.requires, bound, member) if applies != FALSE else ()
        makings = tuple(
            self._making(number, result, holder, bound)
            for result in service.produces
            for holder in self._holders(result.of, bound, member)
        )
        self.ground.instances[number] = Instance(number, service, member, applies, needs, makings)
        return number

    def _serves(self, service: Service, member: str) -> int:
        """Return the formula that a member exists and plays a role that a service is for."""
        if GENERIC in service.serves and not self.cast.members[member].group:
            return self.grounder.exists(member)
        return self.grounder.formulas.all_of(
            [
                self.grounder.exists(member),
                self.grounder.formulas.any_of(
                    self.grounder.plays(part, role)
                    for role in service.serves
                    for part in self.cast.parts.get(role, ())
                    if part.member == member
                ),
            ]
        )

    def _making(self, number: int, result: Result, holder: str, bound: Bindings) -> int:
        inner = dict(bound)
        if result.of is not None and result.of != IT:
            inner[result.of] = holder
        when = self.grounder.formulas.all_of(
            [self.grounder.exists(holder), self.grounder.ground(result.when, inner)]
        )
        applies = self.ground.instances[number].applies
        made = FALSE if FALSE in (applies, when) else when
        needs = self._needs(result.requires, inner, bound[IT]) if made != FALSE else ()
        making = len(self.ground.makings)
        self.ground.makings.append(Making(making, number, (result.document, holder), when, needs))
        self._take((result.document, holder), made)
        return making

    def _needs(
        self, requirements: tuple[Requirement, ...], bound: Bindings, served: str
    ) -> tuple[Need, ...]:
        found: list[Need] = []
        for requirement in requirements:
            for inner, there in self._each(requirement, bound):
                ways = self._ways(requirement, inner, served)
                exists = self.grounder.formulas.any_of(way.when for way in ways)
                when = self.grounder.formulas.all_of(
                    [there, self.grounder.ground(requirement.when, inner), exists]
                )
                own = self._own_ways(requirement, inner, ways) if when != FALSE else ()
                need = Need(len(self.ground.needs), own, when, requirement)
                self.ground.needs.append(need)
                found.append(need)
        return tuple(found)

    def _each(self, requirement: Requirement, bound: Bindings) -> Iterator[tuple[Bindings, int]]:
        """Read a requirement of a role with several members once with each of them, if there."""
        for way in requirement.any:
            if way.of is None or way.of in bound or way.of == IT:
                continue
            parts = self.grounder.parts(way.of, bound)
            if len(parts) > 1 or way.of in self.cast.counts:
                for part in parts:
                    there = [self.grounder.exists(part.member), self.grounder.plays(part, way.of)]
                    inner = {**bound, way.of: part.member}
                    yield inner, self.grounder.formulas.all_of(there)
                return
        yield bound, TRUE

    def _ways(self, requirement: Requirement, bound: Bindings, served: str) -> tuple[Way, ...]:
        """Return the ways whose holder may exist; `when` of each: that the holder does."""
        found: list[Way] = []
        for rank, way in enumerate(requirement.ranked):
            for holder, exists in self._holder(way, bound, served):
                found.append(Way((way.document, holder), rank, way.substitute, exists))
        return tuple(found)

    def _own_ways(
        self, requirement: Requirement, bound: Bindings, ways: tuple[Way, ...]
    ) -> tuple[Way, ...]:
        """Add to each way its own `when`, and take its paper into the graph."""
        found: list[Way] = []
        for way in ways:
            alternative = requirement.ranked[way.rank]
            own = self.grounder.ground(alternative.when, bound)
            when = self.grounder.formulas.all_of([way.when, own])
            found.append(Way(way.paper, way.rank, way.substitute, when))
            self._take(way.paper, when)
        return tuple(found)

    def _holder(self, way: Alternative, bound: Bindings, served: str) -> Iterator[tuple[str, int]]:
        if way.of is None or way.of == IT:
            yield served, TRUE
            return
        for part in self.grounder.parts(way.of, bound):
            playing = next(
                (p for p in self.cast.parts.get(way.of, ()) if p.member == part.member), part
            )
            exists = self.grounder.exists(part.member)
            plays = self.grounder.plays(playing, way.of)
            yield part.member, self.grounder.formulas.all_of([exists, plays])


def build_ground(catalog: Catalog, cast: Cast, also: tuple[Paper, ...] = ()) -> Ground:
    """Build the graph of a cast; `also` are papers wanted beside what the events call for."""
    return _Building(catalog, cast, also).build()
