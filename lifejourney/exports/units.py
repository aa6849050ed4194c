"""Offices and malls: those that are known, by rule elsewhere."""

from collections.abc import Iterable

from lifejourney.catalog import Catalog
from lifejourney.exports.plain import Json, noun
from lifejourney.vocabulary import Unit


def show_unit(catalog: Catalog, slug: str, lang: str) -> dict[str, Json]:
    """Return one office with everything, and the names of its region and authority."""
    unit = catalog.units[slug]
    shown = noun(unit, lang)
    del shown["slug"]
    region = catalog.regions.get(unit.region)
    authority = catalog.authorities.get(unit.authority or "")
    return {
        "unit": slug,
        **shown,
        "map_query": None if unit.each else map_query(unit, lang),
        "region_name": None if region is None else region.name,
        "authority_title": None if authority is None else authority.title.in_language(lang),
    }


def show_units(units: Iterable[Unit], lang: str) -> list[Json]:
    """Return offices in short."""
    return [
        {
            "unit": unit.slug,
            "title": unit.title.in_language(lang),
            "region": unit.region,
            "authority": unit.authority,
            "mall": unit.mall,
            "each": unit.each,
        }
        for unit in units
    ]


def map_query(unit: Unit, lang: str) -> str:
    """Return what to look for on a map."""
    return unit.map_query or unit.title.in_language(lang)


def find_units(catalog: Catalog, region: str = "", authority: str = "") -> list[Unit]:
    """Return the offices of a region (of a province with those in it) and of an authority.

    A mall is an office of those who have a desk there.
    """
    return [
        unit
        for unit in sorted(catalog.units.values(), key=lambda one: (one.region, one.slug))
        if authority in {"", unit.authority, *unit.hosts}
        and (unit.region == region or unit.region.startswith(f"{region}.") or not region)
    ]
