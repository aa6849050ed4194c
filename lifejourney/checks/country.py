"""Check the country of a catalog: a time zone that there is, prices that are named."""

from __future__ import annotations

from collections.abc import Iterator

from lifejourney.catalog import Catalog
from lifejourney.checks.names import unknown
from lifejourney.checks.places import Places
from lifejourney.errors import Problem, Words
from lifejourney.vocabulary import is_zone


def check_country(catalog: Catalog, places: Places) -> Iterator[Problem]:
    """Yield what is wrong with the country."""
    country = catalog.country
    if not is_zone(country.time_zone):
        what = Words(f"'{country.zone}' bukan zona waktu", f"'{country.zone}' is no time zone")
        remedy = Words(
            "tulis WIB, WITA, WIT, atau nama seperti Africa/Nairobi",
            "write WIB, WITA, WIT, or a name like Africa/Nairobi",
        )
        yield Problem("unknown-word", places(country, ("zone",)), what, remedy)
    if country.sample_region is not None and country.sample_region not in catalog.regions:
        where = places(country, ("sample_region",))
        yield unknown("region", country.sample_region, catalog.regions, where)
    if country.stamp is None and country.is_abroad:
        stamped = [one for one in catalog.documents.values() if one.stamps]
        for document in stamped[:1]:
            what = Words(
                f"harga meterai dalam {country.currency} tidak disebut",
                f"the price of a stamp in {country.currency} is not named",
            )
            remedy = Words("tambahkan stamp: … di country.yaml", "add stamp: … to country.yaml")
            yield Problem("missing-key", places(document, ("stamps",)), what, remedy)
    if country.stamp is not None and country.stamp < 0:
        what = Words("'stamp' di bawah nol", "'stamp' is below zero")
        yield Problem(
            "below-zero",
            places(country, ("stamp",)),
            what,
            Words("tulis 0 atau lebih", "write 0 or more"),
        )
