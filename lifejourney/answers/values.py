"""Read the value of an answer as the type of its fact."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.answers.periods import FIRST_YEAR, LAST_YEAR, OLDEST, InvalidPeriod, read_period
from lifejourney.catalog import Catalog
from lifejourney.days import Days, aged
from lifejourney.errors import Words, did_you_mean
from lifejourney.vocabulary import Fact

DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LARGEST: Final = 10**15
LONGEST_TEXT: Final = 500
_NUMBER: Final = re.compile(r"-?[0-9]{1,16}")
PREFIX: Final = "kemendagri:"


WRITE_A_DAY: Final = Words(
    "tulis tahun-bulan-hari, misalnya 2026-11-22", "write year-month-day, as 2026-11-22"
)
WRITE_A_DATE: Final[Mapping[bool, Words]] = {
    aged: Words(
        f"tulis 2026-11-22; bila harinya tidak diketahui 2026-11 atau 2026{umur}",
        f"write 2026-11-22; where the day is not known 2026-11 or 2026{age}",
    )
    for aged, umur, age in ((False, "", ""), (True, ", atau umur 30..39", ", or age 30..39"))
}
"""What to write for a date, where its age is reckoned and where it is not."""


def read_day(value: object, field: str, faults: Faults, remedy: Words = WRITE_A_DAY) -> date | None:
    """Return a day written YYYY-MM-DD; report any other value."""
    text = value if isinstance(value, str) else ""
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    if not isinstance(value, str):
        faults.wrong_type(field, value, Words("tanggal, misalnya 2026-11-22", "a day: 2026-11-22"))
        return None
    what = Words(
        f"'{shown(text)}' bukan tanggal yang dapat dipakai",
        f"'{shown(text)}' is no day that can be used",
    )
    faults.add("bad-date", field, what, remedy)
    return None


@dataclass(frozen=True, slots=True)
class ValueReader:
    """Read values of facts; what does not fit is reported at its field, and None returned."""

    catalog: Catalog
    day: date
    faults: Faults

    def read(self, fact: Fact, value: object, field: str) -> object | None:
        """Return the typed value of an answer, None where it does not fit."""
        if value is None:
            what = Words("jawaban ini kosong (null)", "this answer is null")
            remedy = Words(
                "hapus jawaban ini, atau sebut faktanya di 'declined'",
                "leave it out, or name the fact in 'declined'",
            )
            self.faults.add("wrong-type", field, what, remedy)
            return None
        readers: Mapping[str, Callable[[Fact, object, str], object | None]] = {
            "boolean": self._boolean,
            "choice": self._choice,
            "integer": self._number,
            "money": self._number,
            "date": self._date,
            "text": self._region if fact.regions else self._text,
        }
        return readers[fact.type](fact, value, field)

    def _boolean(self, _fact: Fact, value: object, field: str) -> bool | None:
        if isinstance(value, bool):
            return value
        if value in ("true", "false"):
            return value == "true"
        self._misfit(value, field, Words("true (ya) atau false (tidak)", "true or false"))
        return None

    def _choice(self, fact: Fact, value: object, field: str) -> str | None:
        if isinstance(value, str) and value in fact.options:
            return value
        listed = ", ".join(f"{slug} ({o.title.id})" for slug, o in fact.options.items())
        english = ", ".join(
            f"{slug} ({o.title.in_language('en')})" for slug, o in fact.options.items()
        )
        text = shown(value) if isinstance(value, str) else ""
        if not text:
            self._misfit(value, field, Words(listed, english))
            return None
        what = Words(f"'{text}' bukan salah satu pilihan", f"'{text}' is none of the options")
        remedy = self._near_option(fact, text)
        fallback = Words(f"pilih salah satu: {listed}", f"choose one of: {english}")
        self.faults.add("unknown-option", field, what, remedy or fallback)
        return None

    def _near_option(self, fact: Fact, text: str) -> Words | None:
        """Suggest an option by its slug, or by the words in which it is asked."""
        for slug, option in fact.options.items():
            titles = {option.title.id.casefold(), option.title.in_language("en").casefold()}
            if text.casefold() in titles:
                return did_you_mean(slug, [slug])
        return did_you_mean(text, fact.options)

    def _number(self, fact: Fact, value: object, field: str) -> int | None:
        number: int | None = None
        if isinstance(value, int) and not isinstance(value, bool):
            number = value
        elif isinstance(value, str) and _NUMBER.fullmatch(value):
            number = int(value)
        if number is None:
            example = Words(
                "angka bulat tanpa titik, misalnya 1500000", "a whole number, as 1500000"
            )
            self._misfit(value, field, example)
            return None
        low = max(-LARGEST, int(fact.minimum)) if fact.minimum else -LARGEST
        high = min(LARGEST, int(fact.maximum)) if fact.maximum else LARGEST
        if low <= number <= high:
            return number
        self._outside(field, str(low), str(high))
        return None

    def _date(self, fact: Fact, value: object, field: str) -> date | Days | None:
        """Return a day, or the days that may be meant where only month, year or age is known."""
        found = self._days(fact, value, field)
        if found is None:
            return None
        low = date.fromisoformat(fact.minimum) if fact.minimum else date.min
        high = date.fromisoformat(fact.maximum) if fact.maximum else date.max
        possible = found.within(low, high)
        if possible is None:
            self._outside(field, fact.minimum or "…", fact.maximum or "…")
            return None
        if "years" in self.catalog.reckoned(fact):
            possible = self._of_an_age(fact, possible, field)
        if possible is None:
            return None
        return possible.first if possible.first == possible.last else possible

    def _of_an_age(self, fact: Fact, days: Days, field: str) -> Days | None:
        """Return the days that give an age: nobody has one before birth, or is that old."""
        # What is planned may lie ahead; of it no years are counted.
        born = days.within(date.min, self.day)
        if born is None:
            what = Words("hari itu belum tiba", "that day is still to come")
            remedy = Words(f"tulis {self.day} atau sebelumnya", f"write {self.day} or before")
            self.faults.add("future-date", field, what, remedy)
            return None
        if self.catalog.groups.issuperset(fact.of):  # a business may be older than anybody
            return born
        living = born.within(aged(0, OLDEST, self.day).first, self.day)
        if living is None:
            what = Words(f"itu lebih dari {OLDEST} tahun yang lalu", f"over {OLDEST} years ago")
            self.faults.add(
                "too-long-ago", field, what, Words("periksa tahunnya", "check the year")
            )
        return living

    def _days(self, fact: Fact, value: object, field: str) -> Days | None:
        """Return the days that an answer may mean, of a day itself alone."""
        try:
            days = read_period(value, self.day) if isinstance(value, str) else None
        except InvalidPeriod as refused:
            self.faults.add(refused.code, field, refused.what, refused.remedy)
            return None
        if days is None:
            remedy = WRITE_A_DATE["age" in self.catalog.date_forms(fact)]
            day = read_day(value, field, self.faults, remedy)
            return None if day is None else Days(day, day, "day")
        if days.form in self.catalog.date_forms(fact):
            return days
        what = Words("umur tidak menjawab pertanyaan ini", "an age is no answer to this")
        remedy = Words("tulis hari, bulan, atau tahunnya", "write the day, the month or the year")
        self.faults.add("bad-date", field, what, remedy)
        return None

    def _text(self, _fact: Fact, value: object, field: str) -> str | None:
        text = value.strip() if isinstance(value, str) else ""
        if text and text.isprintable() and len(text) <= LONGEST_TEXT:
            return text
        wanted = Words(
            f"satu baris teks, paling panjang {LONGEST_TEXT} huruf",
            f"one line of text, at most {LONGEST_TEXT} letters",
        )
        self._misfit(value, field, wanted)
        return None

    def _region(self, _fact: Fact, value: object, field: str) -> str | None:
        if not isinstance(value, str):
            self._misfit(value, field, self._coded())
            return None
        code = value.strip().removeprefix(PREFIX)
        if code in self.catalog.regions:
            return code
        what = Words(
            f"'{shown(code)}' bukan kode wilayah",
            f"'{shown(code)}' is no code of a region",
        )
        self.faults.add("unknown-region", field, what, self._near_region(code))
        return None

    def _near_region(self, code: str) -> Words | None:
        """Suggest a region by its digits, by a longer code, or by its name."""
        digits = re.sub(r"[^0-9]", "", code[:20])
        for guess in (f"{digits[:2]}.{digits[2:4]}", digits[:2]):
            if guess in self.catalog.regions:
                name = self.catalog.regions[guess].name
                return Words(
                    f"mungkin maksud Anda '{guess}' ({name})?", f"did you mean '{guess}' ({name})?"
                )
        by_name = {region.name: region.code for region in self.catalog.regions.values()}
        short = {name.removeprefix("Kabupaten ").removeprefix("Kota "): name for name in by_name}
        named = {name.casefold(): name for name in (short | {name: name for name in by_name})}
        text = code.casefold().strip()
        if text in named:
            full = short.get(named[text], named[text])
            return Words(
                f"tulis kodenya: {by_name[full]} ({full})",
                f"write its code: {by_name[full]} ({full})",
            )
        sample = self.catalog.sample_region
        if sample is None:
            return Words("katalog ini tidak mengenal wilayah", "this catalog knows no regions")
        example = Words(
            f"tulis kode wilayah, misalnya {sample.code} ({sample.name})",
            f"write the code of a region, as {sample.code} ({sample.name})",
        )
        return did_you_mean(text[:100], short) or example

    def _coded(self) -> Words:
        sample = self.catalog.sample_region
        code = "…" if sample is None else sample.code
        return Words(f'kode dalam kutip: "{code}"', f'a code: "{code}"')

    def _misfit(self, value: object, field: str, wanted: Words) -> None:
        """Report a value that is not of the type wanted."""
        if not isinstance(value, str):
            self.faults.wrong_type(field, value, wanted)
            return
        text = shown(value)
        what = Words(f"'{text}' tidak cocok", f"'{text}' does not fit")
        self.faults.add("bad-value", field, what, Words(f"tulis {wanted.id}", f"write {wanted.en}"))

    def _outside(self, field: str, low: str, high: str) -> None:
        """Report a value beyond its bounds."""
        what = Words("di luar batas", "out of bounds")
        remedy = Words(f"dari {low} sampai {high}", f"from {low} to {high}")
        self.faults.add("out-of-bounds", field, what, remedy)


def read_choice(text: str, choices: tuple[str, ...], field: str, faults: Faults) -> str | None:
    """Return a text that is one of a few words; report any other."""
    if text in choices:
        return text
    what = Words(f"'{shown(text)}' tidak dikenal", f"'{shown(text)}' is not known")
    faults.add("unknown-word", field, what, choose(text, choices))
    return None
