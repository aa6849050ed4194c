"""The catalog by GET: each answer in one language, with an ETag made of the catalog's content."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from lifejourney import Catalog, Entry, Nouns, Words, as_json, did_you_mean

from . import views
from .language import Language, accepted_language, home_language
from .problems import INVALID, Fault, Refused, check_parameters, gone, shown, unknown
from .state import state_of

_SEVERAL: Final = ("event",)


async def once(request: Request) -> None:
    """Refuse a parameter that is given twice where one counts."""
    query = request.query_params
    if len(query) < len(query.multi_items()):
        check_parameters(request, tuple(query), _SEVERAL)


router = APIRouter(tags=["Katalog"], dependencies=[Depends(once)])

_EVENT: Final = Words("Peristiwa", "life event")
_SERVICE: Final = Words("Layanan", "service")
_DOCUMENT: Final = Words("Dokumen", "document")
_AUTHORITY: Final = Words("Instansi", "authority")
_UNIT: Final = Words("Kantor", "unit")

Name = Annotated[str, Path(max_length=200)]
Events = Annotated[list[str], Field(max_length=20, description="Peristiwa; boleh berulang")]


class Parameters(BaseModel):
    """The language of the answer; no other parameter is taken."""

    model_config = ConfigDict(extra="forbid")

    lang: Annotated[
        Language | None,
        Field(
            max_length=20,
            description="`id`, `en`, atau bahasa katalog; tanpa ini menurut tajuk Accept-Language, "
            "selain itu bahasa katalog",
        ),
    ] = None


class OfEvents(Parameters):
    """Language and life events."""

    event: Events = []


class Search(OfEvents):
    """Language, words, filters and where to go on."""

    q: Annotated[str, Field(max_length=200, description="Kata yang dicari")] = ""
    authority: Annotated[str, Field(max_length=200, description="Instansi")] = ""
    cursor: Annotated[str, Field(max_length=200, description="`next` dari halaman lalu")] = ""


class Offices(Parameters):
    """Language, region and authority."""

    region: Annotated[str, Field(max_length=200, description="Kode wilayah, misalnya 34.71")] = ""
    authority: Annotated[str, Field(max_length=200, description="Instansi")] = ""


class Text(Parameters):
    """Language and words."""

    q: Annotated[str, Field(max_length=200, description="Nama atau kode wilayah")] = ""


def _documented(model: type[BaseModel], *codes: int) -> dict[int | str, dict[str, Any]]:
    """Return the answers of a call for its description."""
    return {
        200: {"model": model},
        304: {"description": "Belum berubah sejak ETag itu"},
        **{code: views.PROBLEMS[code] for code in (*codes, 422)},
    }


def answer(request: Request, asked: Parameters, body: Mapping[str, object]) -> Response:
    """Return an answer made of the catalog, or 304 if the asker has it."""
    lang = _language(request, asked)
    tag = f'"{state_of(request).tag}-{lang}"'
    headers = {
        "ETag": tag,
        "Cache-Control": "no-cache",
        "Content-Language": lang,
        "Vary": "Accept-Language",
    }
    known = request.headers.get("if-none-match", "")
    if known.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in known.split(",")}:
        return Response(status_code=304, headers=headers)
    return Response(as_json(body), headers=headers, media_type="application/json")


@router.get("/v1/events", summary="Semua peristiwa", responses=_documented(views.Events))
async def list_events(request: Request, asked: Annotated[Parameters, Query()]) -> Response:
    """Daftar peristiwa, dengan orang yang terlibat."""
    return answer(request, asked, _nouns(request, asked).events())


@router.get(
    "/v1/events/{slug}",
    summary="Satu peristiwa",
    responses=_documented(views.Event, 308, 404, 410),
)
async def get_event(
    request: Request, slug: Name, asked: Annotated[Parameters, Query()]
) -> Response:
    """Satu peristiwa, dengan dokumen dan layanan yang menyertainya."""
    catalog = state_of(request).current
    moved = _moved(request, "events", slug, catalog)
    if moved is not None:
        return moved
    if slug not in catalog.events:
        raise unknown(_EVENT, slug, catalog.events, "/v1/events")
    return answer(request, asked, _nouns(request, asked).event(slug))


@router.get("/v1/facts", summary="Fakta yang dapat dijawab", responses=_documented(views.Facts))
async def list_facts(request: Request, asked: Annotated[OfEvents, Query()]) -> Response:
    """Fakta dari peristiwa yang dipilih (tanpa `event`: semua), dengan pilihan jawabannya."""
    catalog = state_of(request).current
    body = _nouns(request, asked).facts(_events(catalog, asked.event))
    return answer(request, asked, body)


@router.get("/v1/services", summary="Mencari layanan", responses=_documented(views.Services))
async def list_services(request: Request, asked: Annotated[Search, Query()]) -> Response:
    """Layanan menurut kata, peristiwa dan instansi; paling banyak 50, lanjut dengan `next`."""
    catalog = state_of(request).current
    if asked.authority and asked.authority not in catalog.authorities:
        raise _bad_parameter("authority", asked.authority, list(catalog.authorities))
    nouns = _nouns(request, asked)
    found = nouns.find(asked.q, _events(catalog, asked.event), asked.authority)
    if asked.cursor and asked.cursor not in {service.code for service in found}:
        raise _bad_parameter("cursor", asked.cursor, [], _NEXT)
    return answer(request, asked, nouns.services(found, asked.cursor))


@router.get(
    "/v1/services/{name}",
    summary="Satu layanan, menurut kode atau slug",
    responses=_documented(views.ServiceDetail, 308, 404, 410),
)
async def get_service(
    request: Request, name: Name, asked: Annotated[Parameters, Query()]
) -> Response:
    """Satu layanan selengkapnya: syarat, hasil, waktu, biaya, dasar hukum dan sumbernya."""
    catalog = state_of(request).current
    slug = catalog.by_code[name].slug if name in catalog.by_code else name
    entries = catalog.register.services
    coded = {entry.code: old for old, entry in entries.items() if entry.state == "withdrawn"}
    slug = coded.get(slug, slug)
    moved = _moved(request, "services", slug, catalog)
    if moved is not None:
        return moved
    if slug not in catalog.services:
        raise unknown(_SERVICE, name, [*catalog.services, *catalog.by_code], "/v1/services")
    body = _nouns(request, asked).service(slug)
    return answer(request, asked, body)


@router.get(
    "/v1/documents/{slug}",
    summary="Satu dokumen",
    responses=_documented(views.DocumentDetail, 308, 404, 410),
)
async def get_document(
    request: Request, slug: Name, asked: Annotated[Parameters, Query()]
) -> Response:
    """Satu dokumen: jenisnya, siapa yang menerbitkan, dan layanan yang memintanya."""
    catalog = state_of(request).current
    moved = _moved(request, "documents", slug, catalog)
    if moved is not None:
        return moved
    if slug not in catalog.documents:
        raise unknown(_DOCUMENT, slug, catalog.documents, "/v1/graph")
    return answer(request, asked, _nouns(request, asked).document(slug))


@router.get(
    "/v1/authorities/{slug}", summary="Satu instansi", responses=_documented(views.Authority, 404)
)
async def get_authority(
    request: Request, slug: Name, asked: Annotated[Parameters, Query()]
) -> Response:
    """Satu instansi, dengan kanal pengaduan dan layanannya."""
    catalog = state_of(request).current
    if slug not in catalog.authorities:
        raise unknown(_AUTHORITY, slug, catalog.authorities, "/v1/services")
    return answer(request, asked, _nouns(request, asked).authority(slug))


@router.get("/v1/units", summary="Kantor", responses=_documented(views.Units))
async def list_units(request: Request, asked: Annotated[Offices, Query()]) -> Response:
    """Kantor yang dikenal di satu daerah (juga provinsi) dan dari satu instansi."""
    catalog = state_of(request).current
    region = asked.region.removeprefix("kemendagri:")
    if asked.authority and asked.authority not in catalog.authorities:
        raise _bad_parameter("authority", asked.authority, list(catalog.authorities))
    if region and region not in catalog.regions:
        raise _bad_parameter("region", asked.region, list(catalog.regions))
    return answer(request, asked, _nouns(request, asked).units(region, asked.authority))


@router.get("/v1/units/{slug}", summary="Satu kantor", responses=_documented(views.UnitDetail, 404))
async def get_unit(request: Request, slug: Name, asked: Annotated[Parameters, Query()]) -> Response:
    """Satu kantor: alamat, jam buka, kanal pengaduan dan sumbernya."""
    catalog = state_of(request).current
    if slug not in catalog.units:
        raise unknown(_UNIT, slug, catalog.units, "/v1/units")
    return answer(request, asked, _nouns(request, asked).unit(slug))


@router.get("/v1/regions", summary="Mencari wilayah", responses=_documented(views.Regions))
async def list_regions(request: Request, asked: Annotated[Text, Query()]) -> Response:
    """Provinsi dan daerah lain dengan kodenya."""
    return answer(request, asked, _nouns(request, asked).regions(asked.q))


@router.get("/v1/graph", summary="Dari peristiwa ke layanan", responses=_documented(views.Graph))
async def get_graph(request: Request, asked: Annotated[OfEvents, Query()]) -> Response:
    """Graf peristiwa, layanan dan dokumen (tanpa `event`: semua)."""
    catalog = state_of(request).current
    body = _nouns(request, asked).graph(_events(catalog, asked.event))
    return answer(request, asked, body)


def _language(request: Request, asked: Parameters) -> Language:
    """Return the language asked for: by `lang`, else by the header."""
    known = state_of(request).catalog.country.languages
    if asked.lang is None:
        return accepted_language(request.headers.get("accept-language", ""), home_language(request))
    if asked.lang not in known:
        raise _bad_parameter("lang", asked.lang, list(known))
    return asked.lang


def _nouns(request: Request, asked: Parameters) -> Nouns:
    """Return the nouns of the catalog in force, in the language asked for."""
    return Nouns(state_of(request).current, _language(request, asked))


def _events(catalog: Catalog, asked: list[str]) -> tuple[str, ...]:
    """Return the life events that are asked for by their present names, each once."""
    present = [catalog.register.present("events", slug) for slug in asked]
    for slug in present:
        if slug not in catalog.events:
            raise _bad_parameter("event", slug, list(catalog.events))
    return tuple(dict.fromkeys(present))


_NEXT: Final = Words(
    "salin 'next' dari jawaban sebelumnya, atau kosongkan",
    "copy 'next' from the answer before, or leave it out",
)


def _bad_parameter(
    field: str, value: str, choices: list[str], remedy: Words | None = None
) -> Refused:
    """Refuse a value of a parameter, with the one that was perhaps meant."""
    told = shown(value)
    detail = Words(f"'{told}' tidak dikenal.", f"'{told}' is not known.")
    near = did_you_mean(value[:100], choices)
    listed = ", ".join(choices[:12])
    remedy = remedy or near or Words(f"pilih: {listed}", f"choose: {listed}")
    return Refused(INVALID, detail, [Fault(field, detail, remedy)])


def _moved(request: Request, section: str, slug: str, catalog: Catalog) -> Response | None:
    """Redirect from an old name to the present one; raises Refused for what was withdrawn."""
    final = catalog.register.present(section, slug)
    entries: Mapping[str, Entry] = getattr(catalog.register, section)
    nouns_there: Mapping[str, object] = getattr(catalog, section)
    entry = entries.get(final)
    if final not in nouns_there and entry is not None and entry.state == "withdrawn":
        raise gone(final, entry.replaced_by)
    if final == slug or final not in nouns_there:
        return None
    query = f"?{request.url.query}" if request.url.query else ""
    headers = {"Location": f"/v1/{section}/{final}{query}"}
    body = as_json({"renamed": slug, "to": final})
    return Response(body, 308, headers, "application/json")
