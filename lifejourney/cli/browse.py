"""`events, facts, services, documents`: lists of what the catalog holds."""

from typing import Annotated

import typer

from lifejourney.catalog import SELF
from lifejourney.cli.desk import EVENT, AsJson, Desk, Folder, Lang, Misuse, both, check_name, option
from lifejourney.errors import Words
from lifejourney.exports import find_documents
from lifejourney.vocabulary import Fact

SearchText = Annotated[
    list[str] | None,
    typer.Argument(metavar="TEXT", help=both("kata yang dicari", "words to look for")),
]
Cursor = Annotated[
    str | None,
    option("--cursor", "CODE", "lanjutan JSON: isi dengan 'next'", "further JSON: put 'next' here"),
]
EventList = Annotated[
    list[str] | None, typer.Argument(metavar="EVENT", help=both("peristiwa", "life events"))
]


def events(lang: Lang = None, json: AsJson = False, folder: Folder = None) -> None:
    """List the life events."""
    desk = Desk.of(lang, json, folder)
    if desk.json:
        desk.give(desk.nouns.events())
        return
    found = list(desk.catalog.events.values())
    for event in found:
        desk.line(f"{event.slug}: {desk.text(event.title)}", style="bold")
        desk.line(desk.text(event.summary), 2)
    desk.line()
    slugs = " ".join(event.slug for event in found[:1])
    desk.line(desk.words(f"Lanjut: lifejourney plan {slugs}", f"Next: lifejourney plan {slugs}"))


def facts(
    wanted: EventList = None, lang: Lang = None, json: AsJson = False, folder: Folder = None
) -> None:
    """List the facts that can be answered."""
    desk = Desk.of(lang, json, folder)
    slugs = wanted or list(desk.catalog.events)
    for slug in slugs:
        check_name(EVENT, slug, desk.catalog.events)
    if desk.json:
        desk.give(desk.nouns.facts(slugs))
        return
    for role, fact in _facts_of(desk, slugs):
        desk.line(f"{role}.{fact.name}", style="bold")
        desk.line(desk.text(fact.title), 2)
        options = [f"{slug} ({desk.text(one.title)})" for slug, one in fact.options.items()]
        desk.items("", options or [_kind(desk, fact)], 2, 0)


def _facts_of(desk: Desk, slugs: list[str]) -> list[tuple[str, Fact]]:
    """Return the facts of the roles of some events that a person can answer, the asker's last."""
    roles = dict.fromkeys(role for slug in slugs for role in desk.catalog.events[slug].persons)
    roles.pop(SELF, None)
    return [
        (role, fact)
        for role in (*roles, SELF)
        for fact in desk.catalog.facts_of(role)
        if fact.derived is None
    ]


def _kind(desk: Desk, fact: Fact) -> str:
    """Return what an answer looks like."""
    currency = desk.catalog.country.money_unit
    words = {
        "boolean": desk.words("true (ya) atau false (tidak)", "true or false"),
        "integer": desk.words("angka", "a number"),
        "money": desk.words(f"{currency}, angka saja", f"{currency}, digits only"),
        "date": desk.words("tanggal: 2026-11-22", "a day: 2026-11-22"),
    }
    sample = desk.current.sample_region if fact.regions else None
    text = "…"
    if sample is not None:
        text = desk.words(f"kode wilayah: {sample.code}", f"a region: {sample.code}")
    return words.get(fact.type, text)


def services(
    text: SearchText = None,
    cursor: Cursor = None,
    lang: Lang = None,
    json: AsJson = False,
    folder: Folder = None,
) -> None:
    """List services, or find some; as JSON a page of them."""
    desk = Desk.of(lang, json, folder)
    found = desk.nouns.find(" ".join(text or []))
    if cursor and cursor not in {service.code for service in found}:
        what = Words(f"--cursor '{cursor}' tidak dikenal", f"--cursor '{cursor}' is not known")
        raise Misuse(what, Words("salin 'next' dari JSON", "copy 'next' from the JSON"))
    if desk.json:
        desk.give(desk.nouns.services(found, cursor or ""))
        return
    for service in found:
        authority = desk.text(desk.catalog.authorities[service.authority].title)
        desk.line(f"{service.code} {desk.text(service.title)}: {authority}", 0, 8)
    _ending(desk, len(found))


def documents(
    text: SearchText = None, lang: Lang = None, json: AsJson = False, folder: Folder = None
) -> None:
    """List documents, or find some."""
    desk = Desk.of(lang, json, folder)
    wanted = " ".join(text or [])
    if desk.json:
        desk.give(desk.nouns.documents(wanted))
        return
    found = find_documents(desk.current, wanted)
    for document in found:
        desk.line(f"{document.slug}: {desk.text(document.title)}", 0, 2)
    _ending(desk, len(found))


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
