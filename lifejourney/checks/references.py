"""Check that every document, service, authority and role that is named is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lifejourney.catalog import GENERIC, Catalog
from lifejourney.checks.names import unknown, unknown_role
from lifejourney.checks.places import Path, Places
from lifejourney.errors import Problem
from lifejourney.vocabulary import Call, Document, LifeEvent, Requirement, Service


class Reference(NamedTuple):
    """Hold one name that a noun uses, with its kind and the path to it."""

    noun: object
    path: Path
    kind: str
    name: str | None


def check_references(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield every name that nothing bears."""
    bearers = {
        "document": catalog.documents,
        "service": catalog.services,
        "authority": catalog.authorities,
        "region": catalog.regions,
    }
    for noun, path, kind, name in _references(catalog):
        if name is None:
            continue
        if kind == "person":
            if name not in catalog.roles and name != GENERIC:
                yield unknown_role(name, catalog, places(noun, path))
        elif name not in bearers[kind]:
            yield unknown(kind, name, bearers[kind], places(noun, path))


def _references(catalog: Catalog) -> Iterator[Reference]:
    """Yield every name used in services, documents, facts and events."""
    for service in catalog.services.values():
        yield from _of_service(service)
    for document in catalog.documents.values():
        yield from _of_document(document)
    for fact in catalog.facts:
        yield from _roles(fact, ("of",), fact.of)
    yield from _of_places(catalog)
    for event in catalog.events.values():
        for at, call in enumerate(event.calls_for):
            yield from _of_call(event, ("calls_for", at), call)
    nouns: tuple[Service | LifeEvent, ...] = (
        *catalog.services.values(),
        *catalog.events.values(),
    )
    for noun in nouns:
        for at, rule in enumerate(noun.due):
            yield from _roles(noun, ("due", at, "of"), rule.of)


def _of_places(catalog: Catalog) -> Iterator[Reference]:
    """Yield the names in the rules of regions and in units."""
    for rules in catalog.rules.values():
        for slug, difference in rules.services.items():
            path = ("services", slug, "add_requires")
            yield from _of_requirements(rules, path, difference.add_requires)
    for unit in catalog.units.values():
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
