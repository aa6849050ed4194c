"""Services: found by words and filters, in a list, and one with everything."""

from collections.abc import Collection

from lifejourney.catalog import Catalog
from lifejourney.exports.papers import by_code
from lifejourney.exports.plain import Json, noun
from lifejourney.exports.search import index
from lifejourney.vocabulary import Remark, Requirement, Service


def find_services(
    catalog: Catalog, text: str = "", among: Collection[str] | None = None, authority: str = ""
) -> list[Service]:
    """Return the services that every word fits, best first, then by code.

    `among`: only these slugs. Searched are names, code, plain words, and what the service makes,
    in every language.
    """
    every = catalog.remembered(
        "services by their words",
        lambda: index(by_code(catalog), _names, lambda service: _more(catalog, service)),
    )
    return [
        service
        for service in every.find(text)
        if (among is None or service.slug in among) and authority in {"", service.authority}
    ]


def _names(service: Service) -> list[str | None]:
    """Return what a service is called."""
    return [service.code, service.slug, service.title.id, service.title.en, *service.also_called]


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
        "procedure": [one.text.in_language(lang) for one in service.procedure],
        "say": _told(service.say, lang),
        "sent_back_when": [one.text.in_language(lang) for one in service.sent_back_when],
        "check_result": _told(service.check_result, lang),
        "note": _told(service.note, lang),
        "authority_title": authority.title.in_language(lang),
        "complaint": noun(service.complaint or authority.complaint, lang),
        "requires": _requirements(catalog, service.requires, lang),
        "produces": produces,
        "called_for_by": list(called),
    }


def _told(remarks: tuple[Remark, ...], lang: str) -> str | None:
    """Return remarks as one text, whomever they concern."""
    return " ".join(one.text.in_language(lang) for one in remarks) or None


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
