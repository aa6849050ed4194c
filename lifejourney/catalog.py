"""The whole catalog, frozen: every noun by its slug, and the look-ups that follow from them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any, Literal, TypeVar

from lifejourney.days import Calendar, Form
from lifejourney.vocabulary import (
    WEEKDAYS,
    Authority,
    CalendarRules,
    CalendarYear,
    Constraint,
    Country,
    Document,
    Fact,
    LifeEvent,
    Region,
    RegionalRules,
    Register,
    RetiredNames,
    Scenario,
    Service,
    Topic,
    Unit,
    province_of,
)

GENERIC = "person"
SELF = "self"
Reckoned = Literal["years", "days"]
REMEMBERED = 64
"""So many things that follow from a catalog are remembered with it."""
T = TypeVar("T")


@dataclass(frozen=True)
class Catalog:
    """Hold all nouns of one catalog as they are in force on one day.

    `version` is the hash of the content, `day` the day the catalog was written for. `variants`
    holds the same catalog from each later day on which a service changes, see `on`; each is in
    force `since` that day. `regional` holds by the code of a region the services whose figures or
    words differ there, see `at`; `region` is that of such a view.
    """

    events: Mapping[str, LifeEvent]
    services: Mapping[str, Service]
    documents: Mapping[str, Document]
    facts: tuple[Fact, ...]
    authorities: Mapping[str, Authority]
    regions: Mapping[str, Region] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    constraints: tuple[Constraint, ...] = ()
    topics: Mapping[str, Topic] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    calendars: Mapping[str, CalendarYear] = field(default_factory=dict)
    rules: Mapping[str, RegionalRules] = field(default_factory=dict)
    regional: Mapping[str, Mapping[str, Service]] = field(default_factory=dict)
    calendar_rules: CalendarRules = field(default_factory=CalendarRules)
    register: Register = field(default_factory=Register)
    retired: RetiredNames = field(default_factory=RetiredNames)
    country: Country = field(default_factory=Country)
    version: str = ""
    since: date | None = None
    region: str = ""
    variants: tuple[tuple[date, "Catalog"], ...] = ()

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what follows from the rest when a catalog is packed."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes of this catalog alone, made once while it is asked for.

        The key holds numbers and roles of people at most, never what they have answered.
        """
        found, lock = self._memory
        with lock:
            if key in found:
                found.move_to_end(key)
                kept: T = found[key]
                return kept
        made = make()
        with lock:
            found[key] = made
            while len(found) > REMEMBERED:
                found.popitem(last=False)
        return made

    @cached_property
    def _memory(self) -> tuple[OrderedDict[Hashable, Any], Lock]:
        return OrderedDict(), Lock()

    def on(self, day: date) -> "Catalog":
        """Return the catalog in force on `day`: the last variant that has begun, or this one."""
        begun = [variant for start, variant in self.variants if start <= day]
        return begun[-1] if begun else self

    def at(self, region: str) -> "Catalog":
        """Return the catalog as it reads in a region: with the figures and words of its rules.

        Those of a regency or city go before those of its province.
        """
        ruled = {code for one in (self, *(v for _, v in self.variants)) for code in one.regional}
        codes = tuple(
            code for code in dict.fromkeys((province_of(region), region)) if code in ruled
        )
        if not codes or self.region:
            return self
        if codes not in self._views:
            own = {slug: one for c in codes for slug, one in self.regional.get(c, {}).items()}
            self._views[codes] = replace(
                self,
                services={**self.services, **own},
                region=codes[-1],
                variants=tuple((day, variant.at(region)) for day, variant in self.variants),
            )
        return self._views[codes]

    @cached_property
    def _views(self) -> dict[tuple[str, ...], "Catalog"]:
        """Keep the views of regions that were asked for; there are as many as have rules."""
        return {}

    @property
    def nouns(self) -> tuple[object, ...]:
        """Return every noun that a file describes; regions and the register are tables."""
        return (
            *self.events.values(),
            *self.services.values(),
            *self.documents.values(),
            *self.facts,
            *self.constraints,
            *self.authorities.values(),
            *self.units.values(),
            *self.rules.values(),
            *self.topics.values(),
            *self.scenarios.values(),
            *self.calendars.values(),
            self.retired,
            self.country,
        )

    @property
    def sample_region(self) -> Region | None:
        """Return a region to show how one is written: by the country, else no province."""
        usual = self.regions.get(self.country.sample_region or "")
        small = (one for code, one in self.regions.items() if province_of(code) != code)
        return usual or next(small, next(iter(self.regions.values()), None))

    def mall(self, region: str) -> Unit | None:
        """Return the public service mall of a region, None if none is known there."""
        return self._offices.get((None, region)) or self._offices.get((None, province_of(region)))

    def unit(self, authority: str, region: str) -> Unit | None:
        """Return the office of an authority that works for a region, None if none is known."""
        found = (self._offices.get((authority, code)) for code in (region, province_of(region)))
        return next((unit for unit in found if unit is not None), None)

    @cached_property
    def _offices(self) -> Mapping[tuple[str | None, str], Unit]:
        """Return the offices by authority (None: malls) and region; a real one before a rule."""
        by_rule_first = sorted(self.units.values(), key=lambda unit: not unit.each)
        return {(unit.authority, unit.region): unit for unit in by_rule_first}

    @cached_property
    def last_checked(self) -> date | None:
        """Return the last day on which a source of a service was looked at, None without any."""
        services = self.services.values()
        return max((s.checked for one in services for s in one.sources.values()), default=None)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Return the roles that are groups and not human beings, over all events."""
        return frozenset(
            role
            for event in self.events.values()
            for role, person in event.persons.items()
            if person.group
        )

    @cached_property
    def roles(self) -> frozenset[str]:
        """Return every role that some event declares, and `self`."""
        return frozenset(r for event in self.events.values() for r in event.persons) | {SELF}

    def covers(self, holders: tuple[str, ...], role: str) -> bool:
        """Tell whether `holders` (roles, or `person` for any human) include a role."""
        return role in holders or (GENERIC in holders and role not in self.groups)

    @cached_property
    def _facts(self) -> Mapping[tuple[str, str], Fact]:
        found: dict[tuple[str, str], Fact] = {}
        for role in sorted(self.roles):
            for fact in self.facts:
                named = role in fact.of
                if named or ((role, fact.name) not in found and self.covers(fact.of, role)):
                    found[role, fact.name] = fact
        return found

    def fact(self, role: str, name: str) -> Fact | None:
        """Return the fact `name` of a role; one that names the role goes before a general one."""
        return self._facts.get((role, name))

    def fact_among(self, roles: Iterable[str], name: str) -> Fact | None:
        """Return the fact `name` of somebody who plays these roles: of the first that has it."""
        found = (self.fact(role, name) for role in roles)
        return next((fact for fact in found if fact is not None), None)

    def facts_of(self, role: str) -> tuple[Fact, ...]:
        """Return the facts that a role has, in the order of the files."""
        return tuple(fact for fact in self.facts if self.fact(role, fact.name) is fact)

    def reckoned(self, fact: Fact) -> frozenset[Reckoned]:
        """Return how others of the same facts reckon the time since a date."""
        return self._reckoned.get((fact.of, fact.name), frozenset())

    @cached_property
    def _reckoned(self) -> Mapping[tuple[tuple[str, ...], str], frozenset[Reckoned]]:
        found: dict[tuple[tuple[str, ...], str], frozenset[Reckoned]] = {}
        for role in sorted(self.roles):
            for derived in (one.derived for one in self.facts_of(role) if one.derived is not None):
                units: dict[Reckoned, str | None] = {
                    "years": derived.years_since,
                    "days": derived.days_since,
                }
                for unit, name in units.items():
                    if name is not None and (fact := self.fact(role, name)) is not None:
                        key = (fact.of, fact.name)
                        found[key] = found.get(key, frozenset()) | {unit}
        return found

    def date_forms(self, fact: Fact) -> tuple[Form, ...]:
        """Return how a fact of type date may be answered: by age only where one is reckoned."""
        aged: tuple[Form, ...] = ("age",) if "years" in self.reckoned(fact) else ()
        return ("day", "month", "year", *aged)

    def topic_of(self, role: str, name: str | None = None) -> str | None:
        """Return the topic of a fact of a role, or (no name) of how many or who the role is."""
        fact = None if name is None else self.fact(role, name)
        if fact is not None and fact.topic is not None:
            return fact.topic
        playing = (event.persons[role] for event in self.events.values() if role in event.persons)
        return next((person.topic for person in playing if person.topic is not None), None)

    def topic_among(self, roles: Iterable[str], name: str | None = None) -> str | None:
        """Return the topic of a question about somebody who plays these roles.

        That of the fact goes before that of any role: the work of a mother who died is work.
        """
        played = tuple(roles)
        fact = None if name is None else self.fact_among(played, name)
        if fact is not None and fact.topic is not None:
            return fact.topic
        found = (self.topic_of(role) for role in played)
        return next((topic for topic in found if topic is not None), None)

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[str, ...]]:
        children: dict[str, list[str]] = {}
        for slug, document in self.documents.items():
            if document.kind_of is not None:
                children.setdefault(document.kind_of, []).append(slug)

        def below(slug: str, seen: frozenset[str]) -> tuple[str, ...]:
            found = [slug]
            for child in children.get(slug, ()):
                if child not in seen:
                    found.extend(below(child, seen | {child}))
            return tuple(found)

        return {slug: below(slug, frozenset({slug})) for slug in self.documents}

    def kinds(self, document: str) -> tuple[str, ...]:
        """Return a document and every kind of it, itself first."""
        return self._kinds[document]

    @cached_property
    def producers(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each document the services that make that very document, by code."""
        found: dict[str, list[str]] = {}
        for service in sorted(self.services.values(), key=lambda one: one.code):
            for result in service.produces:
                if service.slug not in found.setdefault(result.document, []):
                    found[result.document].append(service.slug)
        return {document: tuple(makers) for document, makers in found.items()}

    @cached_property
    def by_code(self) -> Mapping[str, Service]:
        """Return the services by their immutable code."""
        return {service.code: service for service in self.services.values()}

    @cached_property
    def calendar(self) -> Calendar:
        """Return the days off of every year, for offices that work from Monday to Friday."""
        calendars = self.calendars.values()
        years = [one.year for one in calendars]
        return Calendar(
            frozenset(day for one in calendars for day in one.holidays),
            frozenset(day for one in calendars for day in one.joint_leave),
            date(min(years), 1, 1) if years else None,
            date(max(years), 12, 31) if years else None,
            self.calendar_rules.joint_leave_counts,
        )

    def calendar_of(self, authority: str) -> Calendar:
        """Return the days off of an authority: those of all, and its own weekend."""
        week = self.authorities[authority].working_week
        weekend = tuple(number for number, day in enumerate(WEEKDAYS) if day not in week)
        return replace(self.calendar, weekend=weekend)
