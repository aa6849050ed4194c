"""Report names that nothing in the catalog bears."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lifejourney.catalog import GENERIC, Catalog
from lifejourney.errors import Place, Problem, Words, did_you_mean

_KINDS: Final = {
    "authority": Words("instansi", "authority"),
    "document": Words("dokumen", "document"),
    "event": Words("peristiwa", "event"),
    "fact": Words("fakta", "fact"),
    "goal": Words("tujuan peristiwa ini", "goal of this event"),
    "option": Words("pilihan", "option"),
    "person": Words("peran", "role"),
    "region": Words("wilayah", "region"),
    "service": Words("layanan", "service"),
    "source": Words("sumber", "source"),
    "topic": Words("topik", "topic"),
}
_ELSE: Final = {
    "authority": Words("buat catalog/authorities/{0}.yaml", "create catalog/authorities/{0}.yaml"),
    "document": Words("buat catalog/documents/{0}.yaml", "create catalog/documents/{0}.yaml"),
    "event": Words("buat catalog/events/{0}.yaml", "create catalog/events/{0}.yaml"),
    "fact": Words("tulis fakta itu di catalog/facts/", "define that fact in catalog/facts/"),
    "person": Words(
        "tulis peran itu di 'persons' sebuah peristiwa",
        "declare that role in 'persons' of an event",
    ),
    "service": Words("buat catalog/services/{0}.yaml", "create catalog/services/{0}.yaml"),
    "source": Words("tulis sumber itu di 'sources' berkas ini", "add it to this file's 'sources'"),
    "topic": Words("tulis topik itu di catalog/topics.yaml", "add it to catalog/topics.yaml"),
}


def unknown(kind: str, name: str, choices: Iterable[str], where: Place) -> Problem:
    """Report that nothing of a kind bears a name, with the nearest one that something bears."""
    known = sorted(choices)
    words = _KINDS[kind]
    what = Words(f"{words.id} '{name}' tidak ada", f"there is no {words.en} '{name}'")
    remedy = did_you_mean(name, known)
    if remedy is None and kind in _ELSE:
        way = _ELSE[kind]
        remedy = Words(way.id.format(name), way.en.format(name))
    listed = ", ".join(known)
    fallback = Words(f"pilih salah satu: {listed}", f"choose one of: {listed}")
    none_there = Words(
        "belum ada satu pun: perbaiki itu dulu", "there is none yet: mend that first"
    )
    return Problem(f"unknown-{kind}", where, what, remedy or (fallback if known else none_there))


def unknown_role(name: str, catalog: Catalog, where: Place) -> Problem:
    """Report a role that no event declares."""
    return unknown("person", name, catalog.roles | {GENERIC}, where)
