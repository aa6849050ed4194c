"""The catalog to be looked through: services, documents, authorities, at addresses that stay."""

import json
from collections.abc import Collection, Mapping
from typing import Any, Final

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from lifejourney import Entry, Nouns, Words, checked_text, cost_text, limit_text, time_text

from ..problems import gone, unknown
from .visit import Visit, Visiting

Json = Mapping[str, Any]
router = APIRouter(include_in_schema=False)
SERVICE: Final = Words("Layanan", "service")
DOCUMENT: Final = Words("Dokumen", "document")
AUTHORITY: Final = Words("Instansi", "authority")


@router.get("/layanan")
def services(visit: Visiting) -> Response:
    """List every service by the authority that answers for it."""
    catalog = visit.state.current
    nouns = Nouns(catalog, visit.lang)
    listed: dict[str, list[Any]] = {}
    for one in nouns.find():
        listed.setdefault(one.authority, []).append(one)
    shown = [
        {
            "slug": slug,
            "title": catalog.authorities[slug].title.in_language(visit.lang),
            "services": [
                {"code": o.code, "slug": o.slug, "title": o.title.in_language(visit.lang)}
                for o in found
            ],
        }
        for slug, found in listed.items()
    ]
    shown.sort(key=lambda one: str(one["title"]))
    return visit.open_page("services.html", {"authorities": shown})


@router.get("/layanan/{code}")
def service_by_code(visit: Visiting, code: str) -> Response:
    """Lead from a code to the address of its service."""
    return _service(visit, code, None)


@router.get("/layanan/{code}/{slug}")
def service(visit: Visiting, code: str, slug: str) -> Response:
    """Show one service; an address with an older name leads to the present one."""
    return _service(visit, code, slug)


def _service(visit: Visit, code: str, slug: str | None) -> Response:
    catalog = visit.state.current
    register = catalog.register.services
    if code not in catalog.by_code:
        _refuse_gone(code, register)
        raise unknown(SERVICE, code, catalog.by_code)
    found = catalog.by_code[code]
    if slug != found.slug:
        return RedirectResponse(visit.link(f"/layanan/{code}/{found.slug}"), 308)
    shown: Any = Nouns(catalog, visit.lang).service(found.slug)
    context = {
        "one": shown,
        "figures": _figures(visit, found.slug),
        "before": _makers(visit, shown),
        "after": _askers(visit, shown),
        "events": _events(visit, found.slug),
        "data": _linked_data(visit, shown),
    }
    return visit.open_page("service.html", context)


def _figures(visit: Visit, slug: str) -> dict[str, Any]:
    """Return fee, time, limit and how sure each source is, in words."""
    catalog, lang = visit.state.current, visit.lang
    service = catalog.services[slug]
    return {
        "cost": cost_text(service.cost, lang, catalog.country),
        "time": time_text(service.processing_time, lang),
        "limit": limit_text(service.deadline, lang) if service.deadline else "",
        "checked": {slug: checked_text(one, lang) for slug, one in service.sources.items()},
    }


def _refuse_gone(code: str, register: Mapping[str, Entry]) -> None:
    """Raise Refused for a code that was withdrawn, with what replaced it."""
    for slug, entry in register.items():
        if entry.code == code and entry.state == "withdrawn":
            raise gone(slug, entry.replaced_by)


def _makers(visit: Visit, shown: Json) -> list[dict[str, str]]:
    """Return the services that make what this one asks for."""
    catalog = visit.state.current
    asked = [way["document"] for need in shown["requires"] for way in need["any"]]
    kinds = [kind for document in asked for kind in catalog.kinds(document)]
    makers = dict.fromkeys(m for kind in kinds for m in catalog.producers.get(kind, ()))
    return [_named(visit, slug) for slug in makers if slug != shown["slug"]]


def _askers(visit: Visit, shown: Json) -> list[dict[str, str]]:
    """Return the services that ask for what this one makes."""
    nouns = Nouns(visit.state.current, visit.lang)
    found: dict[str, None] = {}
    for made in shown["produces"]:
        document: Any = nouns.document(made["document"])
        found |= dict.fromkeys(one["slug"] for one in document["required_by"])
        if document["kind_of"]:
            general: Any = nouns.document(document["kind_of"])
            found |= dict.fromkeys(one["slug"] for one in general["required_by"])
    return [_named(visit, slug) for slug in found if slug != shown["slug"]]


def _named(visit: Visit, slug: str) -> dict[str, str]:
    one = visit.state.current.services[slug]
    return {"code": one.code, "slug": slug, "title": one.title.in_language(visit.lang)}


def _events(visit: Visit, slug: str) -> list[dict[str, str]]:
    """Return the life events in whose plans a service can stand."""
    catalog = visit.state.current
    nouns = Nouns(catalog, visit.lang)
    return [
        {"event": event, "title": catalog.events[event].title.in_language(visit.lang)}
        for event in catalog.events
        if any(one.slug == slug for one in nouns.find("", [event]))
    ]


def _linked_data(visit: Visit, shown: Json) -> Markup:
    """Return the service as schema.org/GovernmentService, safe inside a script element."""
    base = f"{visit.request.url.scheme}://{visit.request.url.netloc}"
    authority: Any = Nouns(visit.state.current, visit.lang).authority(shown["authority"])
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": f"{base}/layanan/{shown['service']}",
        "identifier": shown["service"],
        "name": shown["title"],
        "description": shown["plain"],
        "inLanguage": visit.lang,
        "serviceOperator": {
            "@type": "GovernmentOrganization",
            "name": authority["full_name"] or authority["title"],
            **({"url": authority["website"]} if authority["website"] else {}),
        },
        "produces": [{"@type": "Thing", "name": made["title"]} for made in shown["produces"]],
    }
    text = json.dumps(data, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704 - no markup is left


@router.get("/dokumen/{slug}")
def document(visit: Visiting, slug: str) -> Response:
    """Show one document: who makes it, who asks for it."""
    catalog = visit.state.current
    known = _known(DOCUMENT, slug, catalog.documents)
    return visit.open_page("document.html", {"one": Nouns(catalog, visit.lang).document(known)})


@router.get("/instansi/{slug}")
def authority(visit: Visiting, slug: str) -> Response:
    """Show one authority, its services and its complaint channel."""
    catalog = visit.state.current
    known = _known(AUTHORITY, slug, catalog.authorities)
    return visit.open_page("authority.html", {"one": Nouns(catalog, visit.lang).authority(known)})


def _known(kind: Words, slug: str, known: Collection[str]) -> str:
    """Return a name that there is; raises Refused for any other."""
    if slug not in known:
        raise unknown(kind, slug, known)
    return slug


@router.get("/sitemap.xml")
def sitemap(visit: Visiting) -> Response:
    """List the addresses of all that anybody may read."""
    base = f"{visit.request.url.scheme}://{visit.request.url.netloc}"
    catalog = visit.state.current
    paths = [
        "/",
        "/layanan",
        "/tentang",
        *(f"/layanan/{one.code}/{one.slug}" for one in catalog.services.values()),
        *(f"/dokumen/{slug}" for slug in catalog.documents),
        *(f"/instansi/{slug}" for slug in catalog.authorities),
    ]
    listed = "".join(f"<url><loc>{Markup.escape(base + path)}</loc></url>" for path in paths)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>\n'
    )
    return Response(text, media_type="application/xml")


@router.get("/robots.txt")
def robots(visit: Visiting) -> Response:
    """Let machines read the catalog, not the pages about a person."""
    base = f"{visit.request.url.scheme}://{visit.request.url.netloc}"
    closed = ("pertanyaan", "jawaban", "rencana", "cetak", "salin", "cari", "v1")
    lines = ["User-agent: *", *(f"Disallow: /{one}" for one in closed)]
    return Response(
        "\n".join([*lines, f"Sitemap: {base}/sitemap.xml", ""]), media_type="text/plain"
    )
