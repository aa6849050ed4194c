"""The graph of one cast, built from the catalog by plain loops: the oracle's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lifejourney.catalog import Catalog
from lifejourney.situation import Cast
from lifejourney.vocabulary import Alternative, Call, Condition, Requirement, Service

Paper = tuple[str, str]
Bound = Mapping[str, str]


@dataclass(eq=False)
class Way:
    paper: Paper
    rank: int
    substitute: bool
    alternative: Alternative
    bound: Bound


@dataclass(eq=False)
class Need:
    place: tuple[str, int]
    requirement: Requirement
    bound: Bound
    each: tuple[str, str] | None = None
    ways: list[Way] = field(default_factory=list)

    @property
    def later(self) -> bool:
        return self.requirement.supplied_later is not None


@dataclass(eq=False)
class Making:
    step: str
    paper: Paper
    when: Condition | None
    bound: Bound
    needs: list[Need]


@dataclass(eq=False)
class Errand:
    """One service for one member."""

    id: str
    service: Service
    member: str
    bound: Bound
    needs: list[Need] = field(default_factory=list)
    makings: list[Making] = field(default_factory=list)

    @property
    def all_needs(self) -> list[Need]:
        return [*self.needs, *(need for making in self.makings for need in making.needs)]


@dataclass(frozen=True)
class Goal:
    event: str
    call: Call
    member: str
    errand: str | None
    paper: Paper | None


class Graph:
    """All errands that could lead to what is called for, and their papers; no condition is read."""

    def __init__(self, catalog: Catalog, cast: Cast, also: tuple[Paper, ...] = ()) -> None:
        self.catalog = catalog
        self.cast = cast
        self.errands: dict[str, Errand] = {}
        self.papers: list[Paper] = []
        self.goals: list[Goal] = []
        self.usual: dict[Paper, str | None] = {}
        self.once: set[str] | None = None
        todo: list[Paper] = []
        for event in cast.events:
            for call in catalog.events[event].calls_for:
                for part in cast.parts.get(call.of, ()):
                    if event in cast.members[part.member].events:
                        todo += self._goal(event, call, part.member)
        todo += also
        while todo:
            paper = todo.pop()
            if paper not in self.papers:
                self.papers.append(paper)
                todo += self.kinds(paper)
                for slug in catalog.services:
                    for member in cast.members:
                        if paper in self._may_make(slug, member):
                            todo += self._errand(slug, member)

    def kinds(self, paper: Paper) -> list[Paper]:
        return [(kind, paper[1]) for kind in self.catalog.kinds(paper[0])]

    def outcomes(self) -> set[Paper]:
        return {k for goal in self.goals if goal.paper is not None for k in self.kinds(goal.paper)}

    def done_once(self) -> set[str]:
        """Return the errands done for good with what they make: not again, not to renew it."""
        if self.once is None:
            self.once = {
                errand.id
                for errand in self.errands.values()
                if errand.makings and errand.service.repeats is None
                if errand.id not in self._before(errand)
            }
        return self.once

    def _before(self, errand: Errand) -> set[str]:
        found: set[str] = set()
        todo = [errand]
        while todo:
            ways = [way for need in todo.pop().all_needs for way in need.ways]
            kinds = {kind for way in ways for kind in self.kinds(way.paper)}
            for other in self.errands.values():
                if other.id not in found and any(m.paper in kinds for m in other.makings):
                    found.add(other.id)
                    todo.append(other)
        return found

    def _goal(self, event: str, call: Call, member: str) -> list[Paper]:
        found: list[Paper] = []
        errand = None
        if call.service is not None and self._serves(self.catalog.services[call.service], member):
            found = self._errand(call.service, member)
            errand = f"{self.catalog.services[call.service].code}@{member}"
        paper = None if call.document is None else (call.document, member)
        if paper is not None:
            found = [paper]
            if len(self.kinds(paper)) > 1:
                self.usual.setdefault(paper, call.usual)
        self.goals.append(Goal(event, call, member, errand, paper))
        return found

    def _serves(self, service: Service, member: str) -> bool:
        return any(
            self.catalog.covers(service.serves, role) for role in self.cast.members[member].roles
        )

    def _bound(self, service: Service, member: str) -> dict[str, str]:
        roles = self.cast.members[member].roles
        if "person" not in service.serves:
            roles = tuple(role for role in roles if role in service.serves)
        return {"it": member, **dict.fromkeys(roles, member)}

    def _who(self, role: str | None, bound: Bound) -> list[str]:
        if role is None or role == "it":
            return [bound["it"]]
        if role in bound:
            return [bound[role]]
        return [part.member for part in self.cast.role_parts(role, beside=bound["it"])]

    def _may_make(self, slug: str, member: str) -> set[Paper]:
        service = self.catalog.services[slug]
        if not self._serves(service, member):
            return set()
        bound = self._bound(service, member)
        return {(r.document, m) for r in service.produces for m in self._who(r.of, bound)}

    def _errand(self, slug: str, member: str) -> list[Paper]:
        service = self.catalog.services[slug]
        id_ = f"{service.code}@{member}"
        if id_ in self.errands:
            return []
        bound = self._bound(service, member)
        errand = self.errands[id_] = Errand(id_, service, member, bound)
        errand.needs = list(self._needs(errand, service.requires, bound))
        for result in service.produces:
            for holder in self._who(result.of, bound):
                inner = bound if result.of in (None, "it") else {**bound, result.of or "": holder}
                making = Making(id_, (result.document, holder), result.when, inner, [])
                errand.makings.append(making)
                making.needs = list(self._needs(errand, result.requires, inner))
        ways = [way.paper for need in errand.all_needs for way in need.ways]
        return [*ways, *(making.paper for making in errand.makings)]

    def _needs(
        self, errand: Errand, requirements: tuple[Requirement, ...], bound: Bound
    ) -> Iterator[Need]:
        found: list[Need] = []
        for requirement in requirements:
            for inner, each in self._each(requirement, bound):
                place = (errand.id, len(errand.all_needs) + len(found))
                need = Need(place, requirement, inner, each)
                for rank, way in enumerate(requirement.ranked):
                    for holder in self._who(way.of, inner):
                        paper = (way.document, holder)
                        need.ways.append(Way(paper, rank, way.substitute, way, inner))
                found.append(need)
        return iter(found)

    def _each(
        self, requirement: Requirement, bound: Bound
    ) -> list[tuple[Bound, tuple[str, str] | None]]:
        for way in requirement.any:
            if way.of is None or way.of == "it" or way.of in bound:
                continue
            members = self._who(way.of, bound)
            if len(members) > 1 or way.of in self.cast.counts:
                return [({**bound, way.of: one}, (way.of, one)) for one in members]
        return [(bound, None)]
