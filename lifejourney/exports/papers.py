"""Documents, authorities and regions."""

from collections.abc import Collection

from lifejourney.catalog import Catalog
from lifejourney.exports.plain import Json, noun
from lifejourney.exports.search import search
from lifejourney.exports.units import find_units, show_units
from lifejourney.vocabulary import Document, Service, province_of


def show_document(catalog: Catalog, slug: str, lang: str) -> dict[str, Json]:
    """Return one document with everything: its kinds, who makes it and who asks for it."""
    shown = noun(catalog.documents[slug], lang)
    del shown["slug"]
    kinds = catalog.kinds(slug)
    makers = dict.fromkeys(maker for kind in kinds for maker in catalog.producers.get(kind, ()))
    askers = [service for service in by_code(catalog) if slug in asked_by(service)]
    return {
        "document": slug,
        **shown,
        "kinds": [
            {"document": kind, "title": catalog.documents[kind].title.in_language(lang)}
            for kind in kinds[1:]
        ],
        "produced_by": [_named(catalog.services[maker], lang) for maker in makers],
        "required_by": [_named(service, lang) for service in askers],
    }


def show_documents(catalog: Catalog, text: str, lang: str) -> dict[str, Json]:
    """Return the documents that a text fits, in short."""
    return {
        "documents": [
            {
                "document": document.slug,
                "title": document.title.in_language(lang),
                "of": list(document.of),
                "from": document.origin,
            }
            for document in find_documents(catalog, text)
        ]
    }


def find_documents(catalog: Catalog, text: str) -> list[Document]:
    """Return the documents that every word fits, best first, then by slug."""
    documents = sorted(catalog.documents.values(), key=lambda document: document.slug)
    return search(
        documents,
        text,
        lambda one: (one.slug, one.title.id, one.title.en, *one.also_called),
        lambda one: (one.plain.id, one.plain.en) if one.plain is not None else (),
    )


def show_authority(catalog: Catalog, slug: str, lang: str) -> dict[str, Json]:
    """Return one authority with everything, and its services."""
    shown = noun(catalog.authorities[slug], lang)
    del shown["slug"]
    own = [service for service in by_code(catalog) if service.authority == slug]
    return {
        "authority": slug,
        **shown,
        "services": [_named(service, lang) for service in own],
        "units": show_units(find_units(catalog, authority=slug), lang),
    }


def show_regions(catalog: Catalog, text: str) -> dict[str, Json]:
    """Return the regions whose code or name holds every word, by code."""
    words = text.removeprefix("kemendagri:").casefold().split()
    found: list[Json] = []
    for code, region in sorted(catalog.regions.items()):
        if all(word in f"{code} {region.name}".casefold() for word in words):
            found.append(
                {
                    "region": code,
                    "name": region.name,
                    "kind": region.kind,
                    "province": catalog.regions[province_of(code)].name,
                    "zone": region.zone,
                    "units": [one.slug for one in catalog.units.values() if one.region == code],
                }
            )
    return {"regions": found}


def by_code(catalog: Catalog) -> list[Service]:
    """Return all services by their code."""
    return sorted(catalog.services.values(), key=lambda service: service.code)


def asked_by(service: Service) -> list[str]:
    """Return the documents that a service may ask for, each once."""
    requirements = [*service.requires, *(r for result in service.produces for r in result.requires)]
    return list(dict.fromkeys(way.document for asked in requirements for way in asked.any))


def papers_of(services: Collection[Service]) -> frozenset[str]:
    """Return the documents that some services ask for or make."""
    made = {result.document for service in services for result in service.produces}
    return frozenset(made | {one for service in services for one in asked_by(service)})


def _named(service: Service, lang: str) -> dict[str, Json]:
    """Return code, slug and title of a service."""
    return {
        "service": service.code,
        "slug": service.slug,
        "title": service.title.in_language(lang),
    }
