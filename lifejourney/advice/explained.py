"""Explain one service: why it is in the plan or not, what is open, what would have to change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lifejourney.advice.because import Because, answered
from lifejourney.advice.model import Advice, PlannedStep, Reason
from lifejourney.advice.obstacles import Obstacles
from lifejourney.advice.whatif import Smallest, WhatIf
from lifejourney.advice.world import World
from lifejourney.catalog import Catalog
from lifejourney.planning.nodes import Instance
from lifejourney.vocabulary import Service

Standing = Literal["certain", "possible", "blocked", "done", "not_needed", "does_not_apply"]


@dataclass(frozen=True, slots=True)
class ForPerson:
    """Explain a service for one member; None: for nobody in these events.

    `why`: from the event down to the step, then the answers that met its conditions. `why_not`:
    what stands against it. `open_`: the ids of the unknowns that decide it. `changes`: None where
    nothing is to be said about them.
    """

    member: str | None
    status: Standing
    why: tuple[Because, ...] = ()
    why_not: tuple[Because, ...] = ()
    open_: tuple[str, ...] = ()
    changes: Smallest | None = None


@dataclass(frozen=True)
class Explanation:
    """Hold what is explained of one service, beside the advice in which it stands or not."""

    advice: Advice
    service: Service
    people: tuple[ForPerson, ...]


class _Explaining:
    """Explain one service in the worlds of one advice."""

    def __init__(self, advice: Advice, worlds: Sequence[World], service: Service) -> None:
        self.advice = advice
        self.main = worlds[0]
        self.service = service
        self.steps = {
            step.id: step for step in (*advice.steps, *advice.possible) if step.follow_up is None
        }
        self.mine: dict[str, PlannedStep] = {}
        for step in self.steps.values():
            if step.service.slug == service.slug:
                self.mine.setdefault(step.member, step)
        self.instances = {
            one.member: one
            for one in self.main.ground.instances
            if one.service.slug == service.slug
        }

    def people(self, person: str | None) -> tuple[ForPerson, ...]:
        members = [person] if person is not None else [*{**self.instances, **self.mine}]
        return tuple(self._for(member) for member in members) or (self._for_nobody(None),)

    def _for(self, member: str) -> ForPerson:
        instance = self.instances.get(member)
        step = self.mine.get(member)
        if step is not None:
            return self._planned(step, instance)
        if instance is None:
            return self._for_nobody(member)
        number = instance.number
        standing = self.main.outlook.step(number)
        changes = self._what_if.smallest(number)
        open_ = self.main.ids(standing.depends_on)
        # What only depends on which of two services is faster is no question to anybody.
        if standing.status != "never" and open_:
            return ForPerson(member, "possible", (), (), open_, changes)
        return self._left_out(member, instance, changes)

    def _left_out(self, member: str, instance: Instance, changes: Smallest) -> ForPerson:
        """Explain a service that no completion takes."""
        against = Obstacles(self.main, instance)
        if against.is_blocked and against.applies:
            open_ = dict.fromkeys(
                id_
                for goal in against.waiting
                for id_ in self.main.ids(self.main.outlook.blocked(goal).depends_on)
            )
            found = tuple(against.blockers()) or against.grounds()
            return ForPerson(member, "blocked", (), found, tuple(open_), changes)
        status: Standing = "not_needed" if against.applies else "does_not_apply"
        return ForPerson(member, status, (), against.grounds(), (), changes)

    def _planned(self, step: PlannedStep, instance: Instance | None) -> ForPerson:
        """Explain a service that is a step, for sure or perhaps."""
        changes = None
        if instance is not None and step.status != "done":
            changes = self._what_if.smallest(instance.number)
        open_ = step.depends_on if step.status == "possible" else ()
        return ForPerson(step.member, step.status, tuple(self._chain(step)), (), open_, changes)

    @cached_property
    def _what_if(self) -> WhatIf:
        return WhatIf(self.main)

    def _for_nobody(self, member: str | None) -> ForPerson:
        """Explain a service to which no chosen event leads, or not for this person."""
        if self.instances:
            return ForPerson(member, "not_needed", (), (Because("unasked"),))
        catalog = self.main.ground.catalog
        others = set(leading_events(catalog, self.service)) - set(self.main.cast.events)
        listed = tuple(slug for slug in catalog.events if slug in others)
        return ForPerson(member, "not_needed", (), (Because("no_event", value=listed),))

    # From the event down to the step.

    def _chain(self, step: PlannedStep) -> Iterator[Because]:
        """Yield the ways from an event to a step: the shortest, then the step's own answers."""
        for one, reason in reversed(self._path(step)):
            if reason.kind == "event":
                yield Because("event", value=reason.value, of=reason.of, by=one.id)
            else:
                yield Because("needed", paper=reason.paper, of=reason.of, by=one.id)
        for paper in step.makes:
            if paper in self.advice.situation.wanted:
                yield Because("wanted", paper=paper)
        yield from (answered(one) for one in step.reasons if one.kind == "answer")

    def _path(self, step: PlannedStep) -> list[tuple[PlannedStep, Reason]]:
        """Return the shortest way up from a step to what an event calls for."""
        paths: list[tuple[PlannedStep, list[tuple[PlannedStep, Reason]]]] = [(step, [])]
        seen = {step.id}
        for one, path in paths:
            called = [reason for reason in one.reasons if reason.kind == "event"]
            if called:
                return [*path, (one, called[0])]
            for reason in one.reasons:
                above = self.steps.get(reason.of or "")
                if reason.kind == "needed" and above is not None and above.id not in seen:
                    seen.add(above.id)
                    paths.append((above, [*path, (one, reason)]))
        return [(step, reason) for reason in step.reasons if reason.kind == "needed"][:1]


def leading_events(catalog: Catalog, service: Service) -> tuple[str, ...]:
    """Return the events that call for a service, or for what it leads to, by slug."""
    return tuple(slug for slug in catalog.events if service.slug in _services_below(catalog, slug))


def _services_below(catalog: Catalog, event: str) -> set[str]:
    """Return every service that what an event calls for could need, whoever takes part."""
    calls = catalog.events[event].calls_for
    papers = [call.document for call in calls if call.document]
    found = {call.service for call in calls if call.service}
    todo = [*found]
    seen: set[str] = set()
    while papers or todo:
        if papers:
            for kind in catalog.kinds(papers.pop()):
                new = [] if kind in seen else list(catalog.producers.get(kind, ()))
                seen.add(kind)
                todo += [slug for slug in new if slug not in found]
                found.update(new)
            continue
        one = catalog.services[todo.pop()]
        asked = [*one.requires, *(need for made in one.produces for need in made.requires)]
        papers += [way.document for need in asked for way in need.any]
    return found


def explain_in(
    advice: Advice, worlds: Sequence[World], service: Service, person: str | None = None
) -> Explanation:
    """Explain a service for each member it could be for, or for one; the likeliest world first."""
    return Explanation(advice, service, _Explaining(advice, worlds, service).people(person))
