"""Put the steps of the shown plan on visits: where, what at once, after which other visits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from lifejourney.advice.model import Advice, Visit
from lifejourney.advice.offices import office_region, region_of
from lifejourney.catalog import Catalog
from lifejourney.days import Duration, comparable
from lifejourney.graph import before
from lifejourney.schedule import Stop, Trip, trips
from lifejourney.situation import Situation
from lifejourney.vocabulary import Service

WHILE_ONE_WAITS: Final = Duration(1, "hour")
"""What is known to take no longer is waited for at the counter; nobody promises to be the first
in the queue, so that a result within hours is fetched another time."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Name one step as far as going is concerned; `follows`: it only brings a paper later."""

    id: str
    service: Service
    member: str
    after: tuple[str, ...]
    follows: bool = False


def with_visits(advice: Advice) -> Advice:
    """Return the advice with its visits, and for each step on which it is taken."""
    todo = [
        Taken(step.id, step.service, step.member, step.after, step.follow_up is not None)
        for step in advice.steps
        if step.status != "done"
    ]
    going = Going(advice.catalog, advice.situation, todo)
    found = trips(going.stops)
    number = {id_: at for at, trip in enumerate(found.trips, start=1) for id_ in trip.stops}
    return replace(
        advice,
        steps=tuple(
            replace(step, visit=number.get(step.id), online=going.is_online(step.id))
            for step in advice.steps
        ),
        possible=tuple(
            replace(step, online=_acts(step.service) and not going.needs_trip(step.service))
            for step in advice.possible
        ),
        visits=tuple(map(going.visit, found.trips)),
        fewest=found.proven,
    )


@dataclass(frozen=True, slots=True)
class _Counter:
    """Name a counter: of an authority, or a whole mall (no authority), and in which region."""

    authority: str
    region: str

    @property
    def id(self) -> str:
        return f"{self.authority}@{self.region}"


class Going:
    """Say of the steps still to be taken where they are taken, and what they wait for."""

    def __init__(self, catalog: Catalog, situation: Situation, todo: Iterable[Taken]) -> None:
        """Take the steps in the order of the plan."""
        self.catalog = catalog
        self.situation = situation
        self.todo = {step.id: step for step in todo}

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Return what is still to be done as stops, in the order of the plan."""
        return tuple(
            Stop(
                id_,
                None if (place := self._places.get(id_)) is None else place.id,
                step.after,
                # What is not done at a counter is done before or after a visit, not on it.
                place is None or _is_waited_for(step),
                self._applications.get(id_),
            )
            for id_, step in self.todo.items()
        )

    def visit(self, trip: Trip) -> Visit:
        """Return one trip as a visit."""
        place = self._places[trip.stops[0]]
        mall = None if place.authority else self.catalog.mall(place.region)
        desks = dict.fromkeys(self.todo[id_].service.authority for id_ in trip.stops)
        return Visit(tuple(desks), place.region or None, mall, trip.stops, trip.after)

    def needs_trip(self, service: Service) -> bool:
        """Tell whether a service has no electronic way, or not to the end, or another is preferred.

        What comes to people (`mobile`) is waited for at its place and day: a trip all the same.
        """
        if service.in_person or "electronic" not in service.channels:
            return True
        return self.situation.channel == "counter" and "counter" in service.channels

    def is_online(self, id_: str) -> bool:
        """Tell whether the person takes a step without going anywhere."""
        return id_ in self.todo and _acts(self.todo[id_].service) and id_ not in self._places

    def shared(self, service: Service, member: str) -> tuple[str, str] | None:
        """Return the counter that a step is taken at, None if it takes no visit."""
        if not _acts(service) or not self.needs_trip(service):
            return None
        authority = self.catalog.authorities[service.authority]
        return authority.slug, office_region(authority, self.situation, member) or ""

    # Applications.

    @cached_property
    def _applications(self) -> Mapping[str, str]:
        """Return for each step that is filed with others the first of them."""
        first: dict[str, str] = {}
        for id_, step in self.todo.items():
            for other in self._filed_with(step):
                kept, joined = first.setdefault(other, other), first.get(id_, id_)
                first[id_] = kept
                first |= {one: kept for one, name in first.items() if name == joined}
        return first

    @cached_property
    def _before(self) -> Mapping[str, frozenset[str]]:
        """Return for each step all that comes before it."""
        todo = self.todo
        return before(todo, [(b, id_) for id_, s in todo.items() for b in s.after if b in todo])

    def _filed_with(self, step: Taken) -> Iterable[str]:
        """Return the steps with which a step is filed: of the same person, else all before it."""
        if step.follows:
            return ()
        slugs = step.service.filed_with
        found = [
            one
            for one in self.todo.values()
            if one.service.slug in slugs and not one.follows and one.id != step.id
        ]
        own = [one.id for one in found if one.member == step.member]
        return own or [one.id for one in found if one.id in self._before[step.id]]

    # Counters.

    @cached_property
    def _counters(self) -> Mapping[str, _Counter]:
        """Return the counter of each step that needs one."""
        shared = {id_: self.shared(one.service, one.member) for id_, one in self.todo.items()}
        return {id_: _Counter(*at) for id_, at in shared.items() if at is not None}

    def _hosted(self, id_: str) -> str:
        """Return the region in whose mall the authority of a step has a desk; empty for none."""
        region = region_of(self.situation, self.todo[id_].member) or ""
        mall = self.catalog.mall(region)
        has_desk = mall is not None and self._counters[id_].authority in mall.hosts
        return region if has_desk else ""

    @cached_property
    def _places(self) -> Mapping[str, _Counter]:
        """Return where each step is taken: at a mall where that joins two authorities."""
        hosted = {id_: region for id_ in self._counters if (region := self._hosted(id_))}
        desks: dict[str, set[str]] = {}
        for id_, region in hosted.items():
            desks.setdefault(region, set()).add(self._counters[id_].authority)
        joined = {id_: region for id_, region in hosted.items() if len(desks[region]) > 1}
        return {
            id_: _Counter("", joined[id_]) if id_ in joined else counter
            for id_, counter in self._counters.items()
        }


def _acts(service: Service) -> bool:
    """Tell whether the person takes a step, and not an office or somebody else."""
    return service.acts == "citizen"


def _is_waited_for(step: Taken) -> bool:
    """Tell whether the result of a step is not known to be there before one leaves."""
    time = step.service.processing_time
    if step.follows:
        return False  # A paper that is brought later makes nothing.
    if time.max is None or time.unit is None:
        return True
    return comparable(Duration(time.max, time.unit)) > comparable(WHILE_ONE_WAITS)
