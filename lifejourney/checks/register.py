"""Check the register: what was once published stays, and nothing is used again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.checks.places import Places
from lifejourney.errors import Place, Problem, Words, did_you_mean
from lifejourney.vocabulary import Entry

SECTIONS: Final = ("events", "services", "documents", "facts", "options")


def check_register(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what contradicts the register, and as hints what it does not hold yet."""
    for section, nouns in published(catalog).items():
        entries: Mapping[str, Entry] = getattr(catalog.register, section)
        missing = [slug for slug in nouns if slug not in entries]
        if missing:
            yield _absent(section, missing, catalog, places)
        for slug, entry in entries.items():
            yield from _entry((section, slug), entry, catalog, places)
    yield from _codes(catalog, places)


def published(catalog: Catalog) -> Mapping[str, Mapping[str, object]]:
    """Return what the register should hold by section: each slug with its noun.

    Facts are named `role.fact`, options `role.fact.option`.
    """
    facts = {f"{role}.{fact.name}": fact for fact in catalog.facts for role in fact.of}
    options = {f"{name}.{option}": fact for name, fact in facts.items() for option in fact.options}
    return {
        "events": catalog.events,
        "services": catalog.services,
        "documents": catalog.documents,
        "facts": facts,
        "options": options,
    }


def line(section: str, slug: str, catalog: Catalog) -> str:
    """Return the line with which a slug enters the register, below its section."""
    if section == "services":
        return f"  {slug}: {{code: {catalog.services[slug].code}}}"
    return f"  {slug}: active"


def _absent(section: str, missing: list[str], catalog: Catalog, places: Places) -> Problem:
    """Report slugs that were not registered yet; they can still be changed."""
    listed = ", ".join(missing)
    what = Words(f"belum ada di register: {listed}", f"not in the register yet: {listed}")
    lines = "".join(f"\n{line(section, slug, catalog)}" for slug in missing)
    remedy = Words(
        f"tambahkan di bawah '{section}:' dalam register.yaml:{lines}",
        f"append below '{section}:' in register.yaml:{lines}",
    )
    where = places(catalog.register, (section,))
    return Problem("not-registered", where, what, remedy, "hint")


def _entry(
    path: tuple[str, str], entry: Entry, catalog: Catalog, places: Places
) -> Iterator[Problem]:
    """Check one entry against the noun that bears the slug, or that should."""
    section, slug = path
    nouns = published(catalog)[section]
    if entry.state == "active":
        if slug not in nouns:
            yield _gone(slug, places(catalog.register, path))
        return
    if slug in nouns:
        what = Words(
            f"'{slug}' pernah dipakai dan sudah {entry.state}",
            f"'{slug}' was used before and is {entry.state}",
        )
        remedy = Words("pilih nama lain", "choose another name")
        yield Problem("slug-reused", places(nouns[slug]), what, remedy)
    if entry.state == "renamed" and entry.to is None:
        what = Words("nama barunya belum ditulis", "the new name is missing")
        remedy = Words("tambahkan to: …", "add to: …")
        yield Problem("missing-key", places(catalog.register, path), what, remedy)
    last = getattr(catalog.register, section).get(catalog.register.present(section, slug))
    if last is not None and last.state == "renamed" and last.to is not None:
        what = Words(f"nama baru '{slug}' berputar", f"the new names of '{slug}' go in a circle")
        remedy = Words("perbaiki 'to'", "correct 'to'")
        yield Problem("unknown-successor", places(catalog.register, (*path, "to")), what, remedy)
    for key, name in (("to", entry.to), ("replaced_by", entry.replaced_by)):
        if name is not None and name not in {*nouns, *getattr(catalog.register, section)}:
            what = Words(f"penerus '{name}' tidak ada", f"there is no successor '{name}'")
            where = places(catalog.register, (*path, key))
            remedy = did_you_mean(name, nouns) or Words("perbaiki namanya", "correct the name")
            yield Problem("unknown-successor", where, what, remedy)


def _gone(slug: str, where: Place) -> Problem:
    """Report a registered slug that the catalog lost."""
    what = Words(
        f"'{slug}' pernah terbit tetapi tidak ada lagi",
        f"'{slug}' was published and is not there any more",
    )
    states = f"{slug}: {{state: withdrawn, replaced_by: …}}", "{state: renamed, to: …}"
    remedy = Words(
        f"kembalikan, atau tulis {states[0]} atau {states[1]}",
        f"bring it back, or write {states[0]} or {states[1]}",
    )
    return Problem("slug-removed", where, what, remedy)


def _codes(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report codes that differ from the registered ones, or were those of another service."""
    entries = catalog.register.services
    owners = {entry.code: slug for slug, entry in entries.items() if entry.code}
    for slug, service in catalog.services.items():
        entry = entries.get(slug)
        where = places(service, ("code",))
        if entry and entry.code and entry.code != service.code:
            what = Words(
                f"kode {service.code} bukan kode yang terdaftar, {entry.code}",
                f"the code {service.code} is not the registered one, {entry.code}",
            )
            remedy = Words(f"tulis code: {entry.code}", f"write code: {entry.code}")
            yield Problem("code-changed", where, what, remedy)
        owner = owners.get(service.code, slug)
        renamed = owner != slug and entries[owner].to == slug
        if owner != slug and not renamed:
            what = Words(
                f"kode {service.code} milik '{owner}'",
                f"the code {service.code} belongs to '{owner}'",
            )
            remedy = Words("pakai kode yang belum pernah dipakai", "use a code never used before")
            yield Problem("code-reused", where, what, remedy)
