"""What is the same everywhere in the country of a catalog."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import StringConstraints

from lifejourney.vocabulary.scalars import Flag, Line, Noun, Number, Slug, Source, Text
from lifejourney.vocabulary.service import Complaint

RUPIAH = "IDR"
CURRENCY = r"^[A-Z]{3}$"


@dataclass(frozen=True, slots=True)
class Country(Noun):
    """Describe the country of a catalog; where nothing is written, money and time of Indonesia.

    `currency`: its code (ISO 4217), `in_cents`: amounts are hundredths of it. `zone`: the time
    zone where the region is not known. `stamp`: what a duty stamp costs. `if_asked_to_pay`: what
    is told of services that are free. `complaint`: where anybody complains of any service, beside
    its own channel. `mall`: what a place with the counters of several authorities is called.
    `service_standard`: the law by whose components a service is published. `sample_region`: the
    code by which people are shown how a region is written. `language`: the normative one of the
    texts, where they stand without `id`.
    """

    currency: Annotated[str, StringConstraints(pattern=CURRENCY)] = RUPIAH
    in_cents: Flag = False
    zone: Line | None = None
    stamp: Number | None = None
    if_asked_to_pay: Text | None = None
    complaint: Complaint | None = None
    mall: Text | None = None
    service_standard: Line | None = None
    sample_region: Line | None = None
    language: Line = "id"
    sources: Mapping[Slug, Source] = field(default_factory=dict)

    @property
    def is_abroad(self) -> bool:
        """Tell whether this is another country than Indonesia: by its money."""
        return self.currency != RUPIAH

    @property
    def time_zone(self) -> str:
        """Return the time zone where the region is not known; abroad none is guessed."""
        return self.zone or ("UTC" if self.is_abroad else "WIB")

    @property
    def stamp_price(self) -> int:
        """Return what a duty stamp costs: in Indonesia ten thousand rupiah."""
        if self.stamp is None:
            return 0 if self.is_abroad else 10_000
        return self.stamp

    @property
    def money_unit(self) -> str:
        """Return in which unit amounts are written."""
        if self.currency == RUPIAH:
            return "rupiah"
        return f"{self.currency}/100" if self.in_cents else self.currency

    @property
    def money_sign(self) -> str:
        """Return what stands before an amount."""
        return self.money_unit if self.is_abroad else "Rp"

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that can be asked for, the normative one first."""
        return tuple(dict.fromkeys((self.language, "id", "en")))
