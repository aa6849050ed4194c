"""The figures of a service in words, as the catalog has them for everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lifejourney import Words

from .look import Speech

Json = Mapping[str, Any]
UNITS: Final[Mapping[str, Words]] = {
    "minute": Words("menit", "minutes"),
    "hour": Words("jam", "hours"),
    "calendar_day": Words("hari", "days"),
    "working_day": Words("hari kerja", "working days"),
    "week": Words("minggu", "weeks"),
    "month": Words("bulan", "months"),
    "year": Words("tahun", "years"),
}


@dataclass(frozen=True)
class Figures:
    """Say times, fees and how sure they are, in one language."""

    say: Speech

    def span(self, number: int, unit: str) -> str:
        """Return "14 hari kerja"."""
        words = UNITS[unit].in_language(self.say.lang)
        return f"{number} {words.removesuffix('s') if number == 1 else words}"

    def time(self, time: Json) -> str:
        """Return how long it takes."""
        if time["max"] is not None:
            return self.say("paling lama ", "at most ") + self.span(time["max"], time["unit"])
        if time["min"] is not None:
            return self.say("paling cepat ", "at least ") + self.span(time["min"], time["unit"])
        return self._unknown()

    def cost(self, cost: Json) -> str:
        """Return what it costs."""
        least, most = cost["min"], cost["max"]
        if most == 0:
            return self.say("Tidak dipungut biaya", "Free of charge")
        if most is not None:
            told = f"Rp {self.say.number(most)}"
            if least in {None, most}:
                return told
            return f"Rp {self.say.number(least)} {self.say('sampai', 'to')} {told}"
        if least is not None:
            return self.say("mulai ", "from ") + f"Rp {self.say.number(least)}"
        if cost["by_region"]:
            return self.say("menurut aturan daerah", "by regional rule")
        return self._unknown()

    def _unknown(self) -> str:
        return self.say("belum diketahui, tanyakan di loket", "not known, ask at the counter")

    def status(self, source: Json) -> str:
        """Return how sure a source makes it."""
        day = self.say.day(source["checked"])
        return {
            "verified": self.say(
                f"Dari laman instansi, dilihat {day}", f"From the agency, seen {day}"
            ),
            "secondary": self.say("Dari berita atau laman lain", "From news or another page"),
        }.get(
            source["status"],
            self.say("Belum dipastikan, tanyakan di loket", "Not confirmed, ask at the counter"),
        )
