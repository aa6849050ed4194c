"""Check that every document, service, authority and role that is named is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from lifejourney.catalog import GENERIC, Catalog
from lifejourney.checks.names import unknown, unknown_role
from lifejourney.checks.places import Path, Places
from lifejourney.errors import Problem
from lifejourney.vocabulary import (
    Call,
    Document,
    Fact,
    LifeEvent,
    RegionalRules,
    Requirement,
    Service,
    Unit,
)


class Reference(NamedTuple):
    """Hold one name that a noun uses, with its kind and the path to it."""

    noun: object
    path: Path
    kind: str
    name: str | None


def check_references(
    nouns: Iterable[object], catalog: Catalog, places: Places
) -> Iterator[Problem]:
    """Yield every name in these nouns that nothing bears."""
    bearers = {
        "document": catalog.documents,
        "service": catalog.services,
        "authority": catalog.authorities,
        "region": catalog.regions,
    }
    for noun, path, kind, name in chain.from_iterable(map(_references, nouns)):
        if name is None:
            continue
        if kind == "person":
            if name not in catalog.roles and name != GENERIC:
                yield unknown_role(name, catalog, places(noun, path))
        elif name not in bearers[kind]:
            yield unknown(kind, name, bearers[kind], places(noun, path))


def _references(noun: object) -> Iterator[Reference]:
    """Yield every name used in a noun."""
    match noun:
        case Service():
            yield from _of_service(noun)
        case Document():
            yield from _of_document(noun)
        case Fact():
            yield from _roles(noun, ("of",), noun.of)
        case RegionalRules():
            yield from _of_rules(noun)
        case Unit():
            yield from _of_unit(noun)
        case LifeEvent():
            yield from _of_event(noun)
        case _:
            pass


def _of_event(event: LifeEvent) -> Iterator[Reference]:
    """Yield the names in an event."""
    for at, call in enumerate(event.calls_for):
        yield from _of_call(event, ("calls_for", at), call)
    yield from _of_dues(event)


def _of_dues(noun: Service | LifeEvent) -> Iterator[Reference]:
    """Yield the names in the rules by which something falls due."""
    for at, rule in enumerate(noun.due):
        yield from _roles(noun, ("due", at, "of"), rule.of)


def _of_rules(rules: RegionalRules) -> Iterator[Reference]:
    """Yield the names in the rules of a region."""
    for slug, difference in rules.services.items():
        path = ("services", slug, "add_requires")
        yield from _of_requirements(rules, path, difference.add_requires)


def _of_unit(unit: Unit) -> Iterator[Reference]:
    """Yield the names in a unit."""
    yield Reference(unit, ("region",), "region", unit.region)
    yield Reference(unit, ("authority",), "authority", unit.authority)
    for at, host in enumerate(unit.hosts):
        yield Reference(unit, ("hosts", at), "authority", host)


def _roles(noun: object, path: Path, roles: tuple[str, ...]) -> Iterator[Reference]:
    """Yield a list of roles."""
    for at, role in enumerate(roles):
        yield Reference(noun, (*path, at), "person", role)


def _of_service(service: Service) -> Iterator[Reference]:
    """Yield the names in a service."""
    yield from _roles(service, ("serves",), service.serves)
    yield Reference(service, ("authority",), "authority", service.authority)
    yield Reference(service, ("updates",), "document", service.updates)
    for at, other in enumerate(service.filed_with):
        yield Reference(service, ("filed_with", at), "service", other)
    yield from _of_requirements(service, ("requires",), service.requires)
    for at, result in enumerate(service.produces):
        path = ("produces", at)
        yield Reference(service, (*path, "document"), "document", result.document)
        yield Reference(service, (*path, "of"), "person", result.of)
        yield from _of_requirements(service, (*path, "requires"), result.requires)
    yield from _of_dues(service)


def _of_requirements(
    noun: object, path: Path, requirements: tuple[Requirement, ...]
) -> Iterator[Reference]:
    """Yield the names in requirements."""
    for at, requirement in enumerate(requirements):
        for rank, way in enumerate(requirement.any):
            below = (*path, at, "any", rank)
            yield Reference(noun, (*below, "document"), "document", way.document)
            yield Reference(noun, (*below, "of"), "person", way.of)


def _of_document(document: Document) -> Iterator[Reference]:
    """Yield the names in a document."""
    yield from _roles(document, ("of",), document.of)
    yield from _roles(document, ("signed_by",), document.signed_by)
    yield Reference(document, ("kind_of",), "document", document.kind_of)


def _of_call(event: object, path: Path, call: Call) -> Iterator[Reference]:
    """Yield the names in a goal of an event."""
    yield Reference(event, (*path, "of"), "person", call.of)
    yield Reference(event, (*path, "service"), "service", call.service)
    yield Reference(event, (*path, "document"), "document", call.document)
