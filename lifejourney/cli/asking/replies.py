"""Understand what was typed at a question: a word that steers, or an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from babel.numbers import format_decimal

from lifejourney.cli.asking.asked import DOCUMENT, HELD, LACKING, held
from lifejourney.cli.asking.days import read_date
from lifejourney.cli.asking.given import SoFar, Step
from lifejourney.cli.asking.places import find_places
from lifejourney.cli.desk import Desk
from lifejourney.errors import Words, spoken
from lifejourney.explanation import Asked, Option, date_in_words, money_text

STEERING: Final[Mapping[str, str]] = {
    "kembali": "back",
    "back": "back",
    "mengapa": "why",
    "kenapa": "why",
    "why": "why",
    "lewati": "skip",
    "skip": "skip",
    "berhenti": "quit",
    "keluar": "quit",
    "quit": "quit",
    "exit": "quit",
    "ubah": "change",
    "change": "change",
    "bantuan": "help",
    "help": "help",
}
UNKNOWN: Final = frozenset(("?", "tidak tahu", "saya tidak tahu", "unknown", "i do not know"))
DECLINED: Final = frozenset(
    ("-", "tidak menjawab", "tidak ingin menjawab", "decline", "i would rather not say")
)
TRUTHS: Final = {"y": "true", "ya": "true", "yes": "true", "t": "false", "tidak": "false"}
TRUTHS_TOO: Final = {"n": "false", "no": "false", "true": "true", "false": "false"}
NOBODY: Final = frozenset(("tidak ada", "nol", "none", "no one"))
_RANGE: Final = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
_NUMBER: Final = re.compile(r"-?[0-9]{1,2}")
_WORDY: Final = re.compile(r"(tahun|orang|years?|anak)$")


class NotUnderstood(Exception):
    """Refuse a reply, with the remedy."""

    def __init__(self, remedy: Words) -> None:
        """Keep the words."""
        super().__init__(remedy.en)
        self.remedy = remedy


@dataclass(frozen=True)
class Replies:
    """Read the replies to one question."""

    desk: Desk
    asked: Asked
    today: date

    def steering(self, text: str) -> str | None:
        """Return which way a reply steers, None for an answer; an option goes before a word."""
        word = _plain(text)
        return None if self._option(word) is not None else STEERING.get(word)

    def answer(self, text: str) -> Step:
        """Return the answer; raises NotUnderstood."""
        head, colon, day = text.partition(":")
        if colon and self.asked.type == "paper":
            return self._ending(self.answer(head), self.asked.ids[0], day)
        word = _plain(text)
        option = self._option(word)
        if option is None and (label := self._declined(word)):
            asked = self.asked
            so_far = SoFar(asked.so_far) if asked.so_far else None
            return self._step(dict.fromkeys(asked.ids, so_far), label)
        reader = {
            "papers": self._papers,
            "integer": self._number,
            "money": self._number,
            "date": self._day,
            "region": self._place,
            "text": self._text,
        }.get(self.asked.type)
        if reader is not None:
            return reader(" ".join(text.split()))
        if option is None:
            raise NotUnderstood(self._remedy())
        return self._step({self.asked.ids[0]: option.value}, option.label)

    def _text(self, text: str) -> Step:
        if not text:
            raise NotUnderstood(self._remedy())
        return self._step({self.asked.ids[0]: text}, text)

    def _step(self, values: Mapping[str, object], label: str) -> Step:
        return Step(self.asked, values, dict.fromkeys(values, label))

    def _declined(self, word: str) -> str:
        """Return what is said instead of an answer, nothing if it is one."""
        desk = self.desk
        if word in DECLINED:
            return desk.words("tidak ingin menjawab", "rather not said")
        later = desk.words("belum memutuskan", "not yet decided")
        if word in UNKNOWN or (self.asked.is_result and word == later):
            if self.asked.is_checklist or self.asked.type == "paper":
                return held(desk, None)
            return later if self.asked.is_result else desk.words("tidak tahu", "not known")
        return ""

    def _option(self, word: str) -> Option | None:
        """Return the option of a number, a value, or the words it is offered in."""
        options = self.asked.options
        if not word or self.asked.is_checklist:
            return None
        if word.isascii() and word.isdigit() and 1 <= int(word[:3]) <= len(options):
            return options[int(word[:3]) - 1]
        if self.asked.type == "boolean":
            word = {**TRUTHS, **TRUTHS_TOO}.get(word, word)
        for option in options:
            if word in (option.value.casefold(), _plain(option.label)):
                return option
        longest = 3
        near = [one for one in options if _plain(one.label).startswith(word)]
        return near[0] if len(near) == 1 and len(word) >= longest else None

    def _remedy(self) -> Words:
        count = len(self.asked.options)
        if not count:
            return Words("tulis jawabannya, atau ? bila tidak tahu", "write it, or ? if not known")
        return Words(
            f"tulis nomor 1 sampai {count}, atau ? bila tidak tahu",
            f"write a number from 1 to {count}, or ? if you do not know",
        )

    def _papers(self, text: str) -> Step:
        """Read the papers at hand (`1 3`) and not at hand (`-2`); the rest is not sure."""
        ids, count = self.asked.ids, len(self.asked.ids)
        told: dict[int, str] = {}
        ends: dict[int, str] = {}
        word = _plain(text)
        if word in ("semua", "all", "semua ada"):
            told = dict.fromkeys(range(1, count + 1), HELD)
        elif word in NOBODY:
            told = dict.fromkeys(range(1, count + 1), LACKING)
        else:
            for each in word.replace(",", " ").split():
                token, colon, day = each.partition(":")
                numbers = _numbers(token, count)
                ends |= dict.fromkeys(numbers, day) if colon else {}
                if not numbers:
                    raise NotUnderstood(
                        Words(
                            f"tulis nomor 1 sampai {count} yang ada, misalnya 1 2; yang tidak ada "
                            "dengan minus, misalnya -1. Atau: semua, tidak ada, ?",
                            f"write the numbers from 1 to {count} that are at hand, as 1 2; those "
                            "that are not with a minus, as -1. Or: all, none, ?",
                        )
                    )
                for number in numbers:
                    told[number] = LACKING if token.startswith("-") else HELD
        if not told:
            raise NotUnderstood(
                Words("tulis nomor yang ada, atau: tidak ada", "write the numbers, or: none")
            )
        values = {id_: told.get(number) for number, id_ in enumerate(ids, start=1)}
        step = Step(self.asked, values, {id_: held(self.desk, v) for id_, v in values.items()})
        for number, day in ends.items():
            step = self._ending(step, ids[number - 1], day)
        return step

    def _ending(self, step: Step, id_: str, text: str) -> Step:
        """Return an answer in which a paper at hand ends on a day."""
        day = read_date(text, self.today)
        if not isinstance(day, date) or step.values[id_] != HELD:
            raise NotUnderstood(
                Words(
                    "tulis hari terakhir surat yang ada, misalnya 1:2027-02-01",
                    "write the last day of a paper at hand, as 1:2027-02-01",
                )
            )
        entry = {"document": id_.removeprefix(DOCUMENT), "valid_until": day.isoformat()}
        until = self.desk.words("sampai", "until")
        label = f"{step.labels[id_]}, {until} {date_in_words(day, self.desk.lang)}"
        return replace(
            step,
            values={**step.values, id_: (HELD, entry)},
            labels={**step.labels, id_: label},
        )

    def _number(self, text: str) -> Step:
        word = _plain(text)
        country = self.desk.catalog.country
        text = _WORDY.sub("", word).strip()
        if self.asked.type == "money":
            amount = country.read_amount(word)
            text = "" if amount is None else str(amount)
        if self.asked.type == "integer" and word in NOBODY:
            text = "0"
        if not re.fullmatch(r"[0-9]{1,15}", text):
            raise NotUnderstood(
                Words(
                    "tulis angka saja, misalnya 2. Tidak tahu? Ketik ?",
                    "write a number, as 2. Not sure? Type ?",
                )
            )
        label = format_decimal(int(text), locale=spoken(self.desk.lang))
        if self.asked.type == "money":
            label = money_text(int(text), self.desk.lang, country)
        return self._step({self.asked.ids[0]: int(text)}, label)

    def _day(self, text: str) -> Step:
        told = read_date(text, self.today)
        if isinstance(told, Words):
            raise NotUnderstood(told)
        return self._step({self.asked.ids[0]: str(told)}, date_in_words(told, self.desk.lang))

    def _place(self, text: str) -> Step:
        """Read a region by its code or its name."""
        found = find_places(self.desk.catalog.regions, text)
        if len(found) == 1:
            return self._step({self.asked.ids[0]: found[0].code}, found[0].name)
        if found:
            listed = ", ".join(f"{one.name} ({one.code})" for one in found)
            raise NotUnderstood(
                Words(f"yang mana? Tulis kodenya: {listed}", f"which one? Write its code: {listed}")
            )
        sample = self.desk.catalog.sample_region
        name = "…" if sample is None else sample.name
        raise NotUnderstood(
            Words(
                f"tulis nama daerahnya, misalnya {name}. Tidak tahu? Ketik ?",
                f"write the name of the place, as {name}. Not sure? Type ?",
            )
        )


def _plain(text: str) -> str:
    """Return a reply without case, extra spaces and a final stop."""
    return " ".join(text.casefold().split()).rstrip(".")


def _numbers(token: str, count: int) -> range:
    """Return the numbers of `3`, `-3` or `2-5`; none where they are not in the list."""
    span = _RANGE.fullmatch(token)
    if span:
        first, last = int(span[1]), int(span[2])
    elif _NUMBER.fullmatch(token):
        first = last = abs(int(token))
    else:
        return range(0)
    return range(first, last + 1) if 1 <= first <= last <= count else range(0)
