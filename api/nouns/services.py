"""Services: found by words and filters, in a list, and one with everything."""

from collections.abc import Iterable

from api.nouns.plain import Json, holding, noun, words_of
from lifejourney import Catalog, Requirement, Service


def find_services(
    catalog: Catalog, text: str = "", among: Iterable[str] | None = None, authority: str = ""
) -> list[Service]:
    """Return the services that hold every word, those named so first, then by code.

    `among`: only these slugs. Searched are title, other names, plain words, code, and what the
    service makes, in every language.
    """
    words = words_of(text)
    allowed = catalog.services.keys() if among is None else frozenset(among)
    found = [
        (0 if holding(words, *_names(service)) else 1, service.code, service)
        for service in catalog.services.values()
        if service.slug in allowed
        and authority in {"", service.authority}
        and holding(words, *_names(service), *_more(catalog, service))
    ]
    return [service for _, _, service in sorted(found, key=lambda one: one[:2])]


def _names(service: Service) -> list[str | None]:
    """Return what a service is called."""
    return [
        service.code,
        service.slug,
        service.title.id,
        service.title.en,
        *service.also_called,
    ]


def _more(catalog: Catalog, service: Service) -> list[str | None]:
    """Return what else a service may be looked for by."""
    made = [catalog.documents[result.document] for result in service.produces]
    return [
        service.plain.id,
        service.plain.en,
        *(name for each in made for name in (each.title.id, each.title.en, *each.also_called)),
    ]


def show_listed(catalog: Catalog, service: Service, lang: str) -> dict[str, Json]:
    """Return what a list says of a service."""
    shown = noun(service, lang)
    listed = ("slug", "title", "plain", "for", "acts", "channels", "cost", "processing_time")
    return {
        "service": service.code,
        **{key: shown[key] for key in listed},
        "authority": service.authority,
        "authority_title": catalog.authorities[service.authority].title.in_language(lang),
        "also_called": list(service.also_called),
    }


def show_service(catalog: Catalog, service: Service, lang: str) -> dict[str, Json]:
    """Return one service with everything, and the titles of what it names."""
    shown = noun(service, lang)
    del shown["code"]
    authority = catalog.authorities[service.authority]
    produces: list[Json] = [
        {
            **noun(result, lang),
            "title": catalog.documents[result.document].title.in_language(lang),
            "requires": _requirements(catalog, result.requires, lang),
        }
        for result in service.produces
    ]
    called = [
        event.slug
        for event in catalog.events.values()
        if any(call.service == service.slug for call in event.calls_for)
    ]
    return {
        "service": service.code,
        **shown,
        "authority_title": authority.title.in_language(lang),
        "complaint": noun(service.complaint or authority.complaint, lang),
        "requires": _requirements(catalog, service.requires, lang),
        "produces": produces,
        "called_for_by": list(called),
    }


def _requirements(catalog: Catalog, requires: tuple[Requirement, ...], lang: str) -> list[Json]:
    """Return what is asked for, each way by rank, with its title."""
    return [
        {
            **noun(requirement, lang),
            "any": [
                {
                    **noun(way, lang),
                    "title": catalog.documents[way.document].title.in_language(lang),
                }
                for way in requirement.ranked
            ],
        }
        for requirement in requires
    ]
