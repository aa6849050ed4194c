"""Check offices: of somebody, where that somebody works, and no two that could be meant."""

from __future__ import annotations

from collections.abc import Iterator

from lifejourney.catalog import Catalog
from lifejourney.checks.places import Places
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import Unit

# At these levels an office works for the whole of such a region.
_WORKS_FOR = {"province": ("province",), "regency": ("regency", "city")}
# Other countries have regions of other kinds, of which nothing is known.
_KINDS = frozenset(kind for kinds in _WORKS_FOR.values() for kind in kinds)


def check_units(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with offices and malls."""
    seen: dict[tuple[str | None, str, bool], Unit] = {}
    for unit in sorted(catalog.units.values(), key=lambda one: one.slug):
        yield from _whose(unit, places)
        yield from _where(unit, catalog, places)
        first = seen.setdefault((unit.authority, unit.region, unit.each), unit)
        if first is not unit:
            yield _second(unit, first, places)


def _whose(unit: Unit, places: Places) -> Iterator[Problem]:
    """Report an office of nobody, a mall of one authority, and desks outside a mall."""
    if unit.mall == (unit.authority is not None):
        what = Words(
            "unit ini perlu 'authority', atau 'mall: true', salah satu",
            "a unit needs 'authority' or 'mall: true', one of them",
        )
        remedy = Words(
            "tulis instansinya, atau mall: true dengan hosts",
            "name its authority, or write mall: true with hosts",
        )
        yield Problem("whose-unit", places(unit), what, remedy)
    for key in ("hosts", "each"):
        if getattr(unit, key) and not unit.mall:
            what = Words(f"'{key}' hanya untuk pusat pelayanan", f"'{key}' is for malls only")
            remedy = Words("hapus, atau tambahkan mall: true", "remove it, or add mall: true")
            yield Problem("not-a-mall", places(unit, (key,)), what, remedy)


def _where(unit: Unit, catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Report an office in a region of another kind than those its authority works for."""
    region = catalog.regions.get(unit.region)
    authority = catalog.authorities.get(unit.authority or "")
    if region is None:
        return
    level = "province" if unit.each else getattr(authority, "level", "")
    wanted = _WORKS_FOR.get(level)
    if level == "village":
        what = Words(
            "kantor desa atau kelurahan tidak ditulis: satu daerah punya banyak",
            "offices of villages are not written: a region has many",
        )
        remedy = Words("hapus berkas ini", "remove this file")
        yield Problem("unit-elsewhere", places(unit, ("authority",)), what, remedy)
    elif wanted is not None and region.kind in _KINDS and region.kind not in wanted:
        what = Words(
            f"{region.name} bukan wilayah kerja unit ini",
            f"this unit does not work for {region.name}",
        )
        kinds = Words(
            "provinsi" if level == "province" else "kabupaten atau kota",
            "a province" if level == "province" else "a regency or city",
        )
        remedy = Words(f"tulis kode {kinds.id}", f"write the code of {kinds.en}")
        yield Problem("unit-elsewhere", places(unit, ("region",)), what, remedy)


def _second(unit: Unit, first: Unit, places: Places) -> Problem:
    """Report a second office of one authority in one region."""
    what = Words(
        f"'{first.slug}' sudah kantor instansi itu di daerah yang sama",
        f"'{first.slug}' already is the office of that authority in that region",
    )
    remedy = Words(
        "simpan yang melayani seluruh daerah; perbaiki region atau authority yang lain",
        "keep the one that serves the whole region; correct region or authority of the other",
    )
    return Problem("second-unit", places(unit), what, remedy)
