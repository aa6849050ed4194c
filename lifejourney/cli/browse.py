"""`events, facts, services, documents`: lists of what the catalog holds."""

from typing import Annotated, Any

import typer

from lifejourney.cli.desk import AsJson, Desk, Folder, Lang, Misuse, both
from lifejourney.cli.search import search
from lifejourney.errors import Words, did_you_mean
from lifejourney.vocabulary import Document, Fact, LifeEvent, Service

Json = dict[str, Any]
SearchText = Annotated[
    list[str] | None,
    typer.Argument(metavar="TEXT", help=both("kata yang dicari", "words to look for")),
]
EventList = Annotated[
    list[str] | None, typer.Argument(metavar="EVENT", help=both("peristiwa", "life events"))
]


def events(lang: Lang = None, json: AsJson = False, folder: Folder = None) -> None:
    """List the life events."""
    desk = Desk.of(lang, json, folder)
    found = list(desk.catalog.events.values())
    if desk.json:
        desk.give({"events": [event_json(desk, event) for event in found]})
        return
    for event in found:
        desk.line(f"{event.slug}: {desk.text(event.title)}", style="bold")
        desk.line(desk.text(event.summary), 2)
    desk.line()
    slugs = " ".join(event.slug for event in found[:1])
    desk.line(desk.words(f"Lanjut: lifejourney plan {slugs}", f"Next: lifejourney plan {slugs}"))


def event_json(desk: Desk, event: LifeEvent) -> Json:
    """Return one event as the API lists it."""
    return {
        "event": event.slug,
        "title": desk.text(event.title),
        "stage": event.stage,
        "persons": [
            {"person": role, "many": person.many, "title": desk.text(person.title)}
            for role, person in event.persons.items()
        ],
        "summary": desk.text(event.summary),
    }


def facts(
    wanted: EventList = None, lang: Lang = None, json: AsJson = False, folder: Folder = None
) -> None:
    """List the facts that can be answered."""
    desk = Desk.of(lang, json, folder)
    slugs = wanted or list(desk.catalog.events)
    for slug in slugs:
        if slug not in desk.catalog.events:
            what = Words(f"peristiwa '{slug}' tidak ada", f"there is no event '{slug}'")
            listed = ", ".join(desk.catalog.events)
            near = did_you_mean(slug, desk.catalog.events)
            raise Misuse(what, near or Words(f"pilih: {listed}", f"choose: {listed}"))
    found = _facts_of(desk, slugs)
    if desk.json:
        desk.give({"facts": [fact_json(desk, role, fact) for role, fact in found]})
        return
    for role, fact in found:
        desk.line(f"{role}.{fact.name}", style="bold")
        desk.line(desk.text(fact.title), 2)
        options = [f"{slug} ({desk.text(one.title)})" for slug, one in fact.options.items()]
        desk.items("", options or [_kind(desk, fact)], 2, 0)


def _facts_of(desk: Desk, slugs: list[str]) -> list[tuple[str, Fact]]:
    """Return the facts of the roles of some events that a person can answer."""
    roles = dict.fromkeys(
        ["self", *(role for slug in slugs for role in desk.catalog.events[slug].persons)]
    )
    return [
        (role, fact)
        for role in roles
        for fact in desk.catalog.facts_of(role)
        if fact.derived is None
    ]


def _kind(desk: Desk, fact: Fact) -> str:
    """Return what an answer looks like."""
    words = {
        "boolean": desk.words("true (ya) atau false (tidak)", "true or false"),
        "integer": desk.words("angka", "a number"),
        "money": desk.words("rupiah, angka saja", "rupiah, digits only"),
        "date": desk.words("tanggal: 2026-11-22", "a day: 2026-11-22"),
    }
    text = desk.words("kode wilayah: 34.71", "a region: 34.71") if fact.regions else "…"
    return words.get(fact.type, text)


def fact_json(desk: Desk, role: str, fact: Fact) -> Json:
    """Return one fact as the API lists it."""
    return {
        "fact": f"{role}.{fact.name}",
        "person": role,
        "type": fact.type,
        "options": [
            {"value": slug, "label": desk.text(option.title)}
            for slug, option in fact.options.items()
        ],
        "minimum": fact.minimum,
        "maximum": fact.maximum,
        "title": desk.text(fact.title),
        "why": desk.text(fact.why),
        "data_class": fact.data_class,
    }


def services(
    text: SearchText = None, lang: Lang = None, json: AsJson = False, folder: Folder = None
) -> None:
    """List services, or find some."""
    desk = Desk.of(lang, json, folder)
    found = search(desk.catalog.services.values(), " ".join(text or []))
    if desk.json:
        desk.give({"services": [service_json(desk, one) for one in found], "next": None})
        return
    for service in found:
        authority = desk.text(desk.catalog.authorities[service.authority].title)
        desk.line(f"{service.code} {desk.text(service.title)}: {authority}", 0, 8)
    _ending(desk, len(found))


def service_json(desk: Desk, service: Service) -> Json:
    """Return one service as the API lists it."""
    return {
        "service": service.code,
        "slug": service.slug,
        "title": desk.text(service.title),
        "authority": service.authority,
        "plain": desk.text(service.plain),
    }


def documents(
    text: SearchText = None, lang: Lang = None, json: AsJson = False, folder: Folder = None
) -> None:
    """List documents, or find some."""
    desk = Desk.of(lang, json, folder)
    found = search(desk.catalog.documents.values(), " ".join(text or []))
    if desk.json:
        desk.give({"documents": [document_json(desk, one) for one in found]})
        return
    for document in found:
        desk.line(f"{document.slug}: {desk.text(document.title)}", 0, 2)
    _ending(desk, len(found))


def document_json(desk: Desk, document: Document) -> Json:
    """Return one document in short."""
    return {
        "document": document.slug,
        "title": desk.text(document.title),
        "of": list(document.of),
        "from": document.origin,
    }


def _ending(desk: Desk, number: int) -> None:
    """Say how to go on, or that nothing was found."""
    if not number:
        desk.line(
            desk.words("Tidak ditemukan. Coba kata lain.", "Nothing found. Try another word.")
        )
        return
    desk.line()
    desk.line(
        desk.words(
            "Selengkapnya: lifejourney show KODE-ATAU-NAMA", "More: lifejourney show CODE-OR-SLUG"
        )
    )
