"""Every condition of a catalog, with who is meant in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lifejourney.catalog import GENERIC, Catalog
from lifejourney.checks.places import Path
from lifejourney.vocabulary import (
    Condition,
    Constraint,
    Document,
    Fact,
    LifeEvent,
    Requirement,
    Service,
)

Roles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold a condition with its noun, the path to it, and who is meant.

    `it`: the roles of which one is served. `members`: the roles of which a bare fact means one
    very member. `many`: the roles with several members, here.
    """

    noun: object
    path: Path
    condition: Condition
    it: Roles
    members: frozenset[str]
    many: frozenset[str]


def conditions(catalog: Catalog, nouns: Iterable[object] | None = None) -> Iterator[Placed]:
    """Yield every condition of these nouns of a catalog, by default of all."""
    many = many_roles(catalog)
    for noun in catalog.nouns if nouns is None else nouns:
        match noun:
            case LifeEvent():
                here = frozenset(role for role, person in noun.persons.items() if person.many)
                yield from _of_event(noun, here | (many - noun.persons.keys()))
            case Service():
                yield from _of_service(noun, many)
            case Document():
                yield from _of_document(noun, many)
            case Fact():
                yield from _of_fact(noun, many)
            case Constraint() if noun.never is not None:  # every member is meant
                yield Placed(noun, ("never",), noun.never, (), catalog.roles, many)
            case _:
                pass


def many_roles(catalog: Catalog) -> frozenset[str]:
    """Return the roles that have several members in some event."""
    return frozenset(
        role
        for event in catalog.events.values()
        for role, person in event.persons.items()
        if person.many
    )


def played_by(name: str, event: LifeEvent) -> str:
    """Return the role of a role or of one numbered member of it: `heir` of `heir-1`."""
    role, _, number = name.rpartition("-")
    counted = role in event.persons and event.persons[role].many and number.isdecimal()
    return role if counted else name


def _placed(
    noun: object, parts: tuple[tuple[Path, Condition | None], ...], it: Roles, many: frozenset[str]
) -> Iterator[Placed]:
    """Yield those conditions of a noun that are there, about the roles `it`."""
    for path, condition in parts:
        if condition is not None:
            yield Placed(noun, path, condition, it, frozenset(it), many)


def _of_event(event: LifeEvent, many: frozenset[str]) -> Iterator[Placed]:
    """Yield the conditions of an event."""
    for role, person in event.persons.items():
        path = ("persons", role)
        others = frozenset(
            {
                role,
                *person.may_be,
                *person.also,
                *(played_by(name, event) for name in person.is_role),
            }
        )
        conditions: list[tuple[Path, Condition | None]] = [
            (("when",), person.when),
            (("same_when",), person.same_when),
            *((("likely_when", one), condition) for one, condition in person.likely_when.items()),
            *((("is_role", one), condition) for one, condition in person.is_role.items()),
            *((("also", one), condition) for one, condition in person.also.items()),
            *((("worded", at, "when"), one.when) for at, one in enumerate(person.worded)),
        ]
        for key, condition in conditions:
            if condition is not None:
                yield Placed(event, (*path, *key), condition, (role,), others, many)
    condolence = event.condolence.when if event.condolence else None
    yield from _placed(event, ((("condolence", "when"), condolence),), (), many)
    for at, treatment in enumerate(event.special_treatment):
        told: Path = ("special_treatment", at, "when")
        yield from _placed(event, ((told, treatment.when),), (), many)
    for at, call in enumerate(event.calls_for):
        yield from _placed(event, ((("calls_for", at, "when"), call.when),), (call.of,), many)
    for at, rule in enumerate(event.due):
        yield from _placed(event, ((("due", at, "when"), rule.when),), rule.of, many)


def _of_service(service: Service, many: frozenset[str]) -> Iterator[Placed]:
    """Yield the conditions of a service."""
    remarks = (((*path, "when"), remark.when) for path, remark in service.remarks)
    parts = ((("applies",), service.applies), *remarks)
    yield from _placed(service, parts, service.serves, many)
    for at, rule in enumerate(service.due):
        due: Path = ("due", at, "when")
        yield from _placed(service, ((due, rule.when),), rule.of or service.serves, many)
    yield from _of_requirements(service, ("requires",), service.requires, many)
    for at, result in enumerate(service.produces):
        path = ("produces", at)
        members = frozenset({*service.serves, *filter(None, (result.of,))})
        if result.when is not None:
            when = (*path, "when")
            yield Placed(service, when, result.when, service.serves, members, many)
        yield from _of_requirements(service, (*path, "requires"), result.requires, many)


def _of_requirements(
    service: Service, path: Path, requirements: tuple[Requirement, ...], many: frozenset[str]
) -> Iterator[Placed]:
    """Yield the conditions of requirements; the holder's very member is meant in them."""
    for at, requirement in enumerate(requirements):
        holders = {way.of for way in requirement.any if way.of is not None}
        members = frozenset({*service.serves, *holders})
        parts = [((*path, at, "when"), requirement.when)] + [
            ((*path, at, "any", rank, "when"), way.when) for rank, way in enumerate(requirement.any)
        ]
        for place, condition in parts:
            if condition is not None:
                yield Placed(service, place, condition, service.serves, members, many)


def _of_document(document: Document, many: frozenset[str]) -> Iterator[Placed]:
    """Yield the conditions of a document."""
    usual = document.usual.when if document.usual else None
    due = document.due.when if document.due else None
    parts: tuple[tuple[Path, Condition | None], ...] = (
        (("available_when",), document.available_when),
        (("usual", "when"), usual),
        (("due", "when"), due),
    )
    yield from _placed(document, parts, document.of, many)


def _of_fact(fact: Fact, many: frozenset[str]) -> Iterator[Placed]:
    """Yield the conditions of a fact."""
    derived = fact.derived.condition if fact.derived else None
    worded = ((("worded", at, "when"), one.when) for at, one in enumerate(fact.worded))
    gate = ("applies_when",), fact.applies_when
    parts = (gate, (("derived", "condition"), derived), *worded)
    yield from _placed(fact, parts, fact.of, many)


def expand(roles: Roles, catalog: Catalog) -> Roles:
    """Return the roles, `person` as every human one."""
    if GENERIC not in roles:
        return roles
    return tuple(sorted({*roles, *catalog.roles} - {GENERIC} - catalog.groups))
