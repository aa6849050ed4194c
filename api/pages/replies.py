"""Understand what was filled in on a page of questions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from lifejourney import Catalog, Nouns, Option, Words

from ..session import HELD, LACKING, Value

Fields = Mapping[str, str]
MOST_PLACES: Final = 12
MOST_QUESTIONS: Final = 40

LATER: Final = "later"
NO_NUMBER: Final = Words("Tulis angka saja, misalnya 2.", "Write a number, such as 2.")
EMPTY: Final = Words(
    "Jawaban ini belum diisi. Tidak tahu? Tekan “Saya tidak tahu”.",
    "There is no answer here yet. Not sure? Press “I do not know”.",
)


@dataclass
class Reply:
    """Hold what was understood: the answers, and what could not be understood by question.

    `places` are regions that a name may mean, by question.
    """

    step: dict[str, Value] = field(default_factory=dict)
    faults: dict[str, Words] = field(default_factory=dict)
    places: dict[str, list[Option]] = field(default_factory=dict)


@dataclass(frozen=True)
class Replies:
    """Read the fields of a page; `today` bounds nothing, it only reads two-digit years kindly."""

    catalog: Catalog
    fields: Fields

    def read(self, *, declined: bool = False, partly: bool = False) -> Reply:
        """Return the answers: all declined, or as filled in.

        `partly`: what was left empty is simply not answered, as long as something is.
        """
        reply = Reply()
        for number in range(MOST_QUESTIONS):
            name = f"q{number}"
            if f"{name}-kind" in self.fields:
                self._question(name, reply, declined=declined)
        if partly and reply.step:
            empty = [name for name, what in reply.faults.items() if what is EMPTY]
            for name in empty:
                del reply.faults[name]
        return reply

    def ids(self, name: str) -> list[str]:
        """Return what a question asks for."""
        return self.fields.get(f"{name}-id", "").split()

    def _question(self, name: str, reply: Reply, *, declined: bool) -> None:
        ids = self.ids(name)
        kind = self.fields[f"{name}-kind"]
        if declined:
            reply.step |= dict.fromkeys(ids)
        elif kind == "papers":
            self._papers(name, ids, reply)
        elif ids:
            found = self._one(name, kind, reply)
            if isinstance(found, Words):
                reply.faults[name] = found
            else:
                reply.step[ids[0]] = None if found == LATER else found

    def _at(self, name: str, field_: str) -> str:
        return " ".join(self.fields.get(f"{name}-{field_}", "").split())

    def _papers(self, name: str, ids: Sequence[str], reply: Reply) -> None:
        told = [self._at(name, f"p{number}") for number in range(len(ids))]
        if not any(told):
            reply.faults[name] = EMPTY
            return
        for id_, said in zip(ids, told, strict=True):
            reply.step[id_] = said if said in {HELD, LACKING} else None

    def _one(self, name: str, kind: str, reply: Reply) -> Value | Words:
        match kind:
            case "date":
                return self._date(name)
            case "number" | "money":
                return self._number(name, kind)
            case "place":
                return self._place(name, reply)
            case _:
                return self._at(name, "v") or EMPTY

    def _number(self, name: str, kind: str) -> Value | Words:
        text = self._at(name, "v")
        if not text:
            return EMPTY
        if kind == "money":
            amount = self.catalog.country.read_amount(text)
            return NO_NUMBER if amount is None else amount
        if not re.fullmatch(r"[0-9]{1,15}", text):
            return NO_NUMBER
        return int(text)

    def _date(self, name: str) -> Value | Words:
        day, month, year = (self._at(name, one) for one in "dmy")
        age = self._at(name, "age")
        if not any((day, month, year)):
            return self._age(age) if age else EMPTY
        if not re.fullmatch(r"[12][0-9]{3}", year):
            return Words(
                "Tulis tahunnya dengan empat angka, misalnya 2026.",
                "Write the year in four digits, such as 2026.",
            )
        if not day:
            return f"{year}-{int(month):02}" if re.fullmatch(r"[0-9]{1,2}", month) else year
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            return Words(
                "Tanggal itu tidak ada di kalender. Periksa hari dan bulannya.",
                "There is no such day. Check day and month.",
            )

    def _age(self, age: str) -> Value | Words:
        found = re.fullmatch(r"([0-9]{1,3})(?: ?(?:-|\.\.|sampai|to) ?([0-9]{1,3}))?", age)
        if found is None:
            return Words("Tulis umurnya dengan angka, misalnya 34.", "Write the age, such as 34.")
        return f"age {found[1]}..{found[2]}" if found[2] else f"age {found[1]}"

    def _place(self, name: str, reply: Reply) -> Value | Words:
        chosen, typed = self._at(name, "code"), self._at(name, "v")
        if chosen in self.catalog.regions:
            return chosen
        if not typed:
            return EMPTY
        found: list[Any] = Nouns(self.catalog).regions(typed)["regions"]  # type: ignore[assignment]
        exact = [one for one in found if one["name"].casefold() == typed.casefold()]
        found = exact if len(exact) == 1 else found
        if len(found) == 1:
            return str(found[0]["region"])
        if not found:
            sample = self.catalog.sample_region
            name = "…" if sample is None else sample.name
            return Words(
                f"Nama itu tidak kami temukan. Tulis nama daerahnya, misalnya {name}.",
                f"We do not find that name. Write the name of the place, such as {name}.",
            )
        reply.places[name] = [
            Option(one["region"], f"{one['name']}, {one['province']}")
            for one in found[:MOST_PLACES]
        ]
        return Words("Yang mana? Pilih satu di bawah ini.", "Which one? Choose one below.")
