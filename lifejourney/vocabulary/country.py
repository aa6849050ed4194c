"""What is the same everywhere in the country of a catalog."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final

from pydantic import StringConstraints

from lifejourney.vocabulary.scalars import Flag, Line, Noun, Number, Slug, Source, Text
from lifejourney.vocabulary.service import Complaint

RUPIAH = "IDR"
CURRENCY = r"^[A-Z]{3}$"
# What stands between the thousands.
_APART: Final = re.compile(r"[ ._,'](?=[0-9]{3}(?:[^0-9]|$))")
_AMOUNT: Final = re.compile(r"([0-9]{1,15})(?:[.,]([0-9]{2}))?")


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
        """Return what stands before an amount that people write or read."""
        return self.currency if self.is_abroad else "Rp"

    def read_amount(self, text: str) -> int | None:
        """Return the amount that somebody writes, in hundredths if need be; None for no amount."""
        word = " ".join(text.casefold().split()).removesuffix(",-")
        for sign in (f"{self.money_sign}.".casefold(), self.money_sign.casefold()):
            word = word.removeprefix(sign)
        for name in (self.currency.casefold(), self.money_unit.casefold()):
            word = word.removesuffix(name)
        found = _AMOUNT.fullmatch(_APART.sub("", word.strip()))
        if found is None or (found[2] is not None and not self.in_cents):
            return None
        return int(found[1]) * 100 + int(found[2] or 0) if self.in_cents else int(found[1])

    def write_amount(self, amount: int) -> str:
        """Return an amount as somebody would write it."""
        return f"{amount // 100}.{amount % 100:02}" if self.in_cents else str(amount)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that can be asked for, the normative one first."""
        return tuple(dict.fromkeys((self.language, "id", "en")))
