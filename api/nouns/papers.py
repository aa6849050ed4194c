"""Documents, authorities and regions."""

from api.nouns.plain import Json, holding, noun, words_of
from lifejourney import Catalog, Service


def show_document(catalog: Catalog, slug: str, lang: str) -> dict[str, Json]:
    """Return one document with everything: its kinds, who makes it and who asks for it."""
    shown = noun(catalog.documents[slug], lang)
    del shown["slug"]
    kinds = catalog.kinds(slug)
    makers = dict.fromkeys(maker for kind in kinds for maker in catalog.producers.get(kind, ()))
    askers = [service for service in by_code(catalog) if asks_for(service, slug)]
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


def show_authority(catalog: Catalog, slug: str, lang: str) -> dict[str, Json]:
    """Return one authority with everything, and its services."""
    shown = noun(catalog.authorities[slug], lang)
    del shown["slug"]
    own = [service for service in by_code(catalog) if service.authority == slug]
    return {"authority": slug, **shown, "services": [_named(service, lang) for service in own]}


def show_regions(catalog: Catalog, text: str) -> dict[str, Json]:
    """Return the regions whose code or name holds every word, by code."""
    words = words_of(text.removeprefix("kemendagri:"))
    found: list[Json] = []
    for code, region in sorted(catalog.regions.items()):
        province = catalog.regions[code[:2]]
        if holding(words, code, region.name):
            found.append(
                {
                    "region": code,
                    "name": region.name,
                    "kind": region.kind,
                    "province": province.name,
                    "zone": region.zone,
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


def asks_for(service: Service, document: str) -> bool:
    """Tell whether a service asks for that very document."""
    return document in asked_by(service)


def _named(service: Service, lang: str) -> dict[str, Json]:
    """Return code, slug and title of a service."""
    return {
        "service": service.code,
        "slug": service.slug,
        "title": service.title.in_language(lang),
    }
