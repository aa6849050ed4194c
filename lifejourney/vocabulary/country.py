"""What is the same everywhere in the country of a catalog."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from lifejourney.vocabulary.scalars import Flag, Line, Noun, Number, Text

RUPIAH = "IDR"
CURRENCY = r"^[A-Z]{3}$"


@dataclass(frozen=True, slots=True)
class Country(Noun):
    """Describe the country of a catalog; where nothing is written, Indonesia.

    `currency`: its code (ISO 4217), `in_cents`: amounts are hundredths of it. `zone`: the time
    zone where the region is not known. `stamp`: what a duty stamp costs. `if_asked_to_pay`: what
    is told of services that are free. `language`: the normative one of its texts, where they stand
    without `id`.
    """

    currency: Annotated[str, StringConstraints(pattern=CURRENCY)] = RUPIAH
    in_cents: Flag = False
    zone: Line = "WIB"
    stamp: Number | None = None
    if_asked_to_pay: Text | None = None
    language: Line = "id"

    @property
    def is_abroad(self) -> bool:
        """Tell whether this is another country than Indonesia: by its money."""
        return self.currency != RUPIAH

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
