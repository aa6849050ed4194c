"""Deadlines in one sentence: by when, whether that is past, and what follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from babel.dates import format_date

from lifejourney.errors import Words, spoken
from lifejourney.explanation.words import UNIT

Json = Mapping[str, Any]
CLAIM: Final = Words("Ajukan paling lambat {day}.", "Claim it by {day}.")
CLAIM_PAST: Final = Words(
    "Batas pengajuannya {day} sudah lewat; tanyakan apakah masih dapat diajukan.",
    "The last day, {day}, is past; ask whether it can still be claimed.",
)


def deadline_text(deadline: Json, lang: str) -> str:
    """Return by when, and what follows if it is late; or by when it had better be done."""
    sentence = _Sentence(deadline, lang)
    return sentence.reckoned_later() if deadline["earliest"] is None else sentence.by_day()


def claim_text(benefit: Json, lang: str) -> str:
    """Return by when a benefit is claimed, empty where no day is known."""
    if benefit["claim_by"] is None:
        return ""
    day = format_date(date.fromisoformat(benefit["claim_by"]), "d MMMM yyyy", locale=spoken(lang))
    phrase = CLAIM_PAST if benefit["overdue"] else CLAIM
    return phrase.in_language(lang).format(day=day)


@dataclass(frozen=True)
class _Sentence:
    """Put one deadline into words."""

    deadline: Json
    lang: str

    def words(self, id_: str, en: str) -> str:
        return id_ if spoken(self.lang) == "id" else en

    def reckoned_later(self) -> str:
        """Return the span, where the day from which it counts is not known."""
        asked, span = self.deadline["after_title"], self._span()
        return self.words(
            f"{span}. Tanggalnya kami hitung setelah ini dijawab: {asked}",
            f"{span}. We reckon the day once this is answered: {asked}",
        )

    def _span(self) -> str:
        """Return within which time, how long before, or by which day of the year."""
        deadline, binding = self.deadline, self.deadline["binding"]
        if deadline.get("by") is not None:
            day = date.fromisoformat(f"2023-{deadline['by']}")
            by = format_date(day, "d MMMM", locale=spoken(self.lang))
            last = self.words(f"paling lambat {by}", f"{by} at the latest")
            return last if binding else self.words(f"sebaiknya paling lambat {by}", f"best by {by}")
        within, unit = deadline["within"], UNIT[deadline["unit"]].in_language(self.lang)
        one = within == 1 and spoken(self.lang) == "en"
        span = f"{within} {unit.removesuffix('s') if one else unit}"
        if deadline.get("before") is not None:
            span = self.words(f"{span} sebelumnya", f"{span} before")
            return span if binding else self.words(f"sebaiknya {span}", f"better {span}")
        return span if binding else self.words(f"sebaiknya dalam {span}", f"better within {span}")

    def by_day(self) -> str:
        """Return the day to keep to, kindly where it is past."""
        deadline = self.deadline
        if deadline["maybe_overdue"]:
            return str(deadline["note"])
        earliest = date.fromisoformat(deadline["earliest"])
        day = format_date(earliest, "d MMMM yyyy", locale=spoken(self.lang))
        about = self.words("sekitar ", "about ") if deadline["estimate"] else ""
        late, note, estimate = (
            f" {deadline[key]}" if deadline[key] else ""
            for key in ("late", "note", "estimate_note")
        )
        if deadline["overdue"]:
            when = f" ({about}{day})" if deadline["date"] is not None else ""
            return self.words("sudah lewat", "past") + when + self._still() + note + late + estimate
        if not deadline["binding"]:
            by = self.words(f"sebaiknya paling lambat {about}{day}.", f"best by {about}{day}.")
        else:
            by = self.words(f"paling lambat {about}{day}.", f"{about}{day} at the latest.")
        return by + note + estimate

    def _still(self) -> str:
        """Return whether it can be done after its day."""
        if not self.deadline["lapses"]:
            return self.words(", tetapi tetap dapat diurus.", ", but it can still be done.")
        if self.deadline["late"]:
            return "."
        return self.words(
            "; tanyakan apakah masih dapat diurus.", "; ask whether it can still be done."
        )
