"""What the questionnaire prints: short, calm, and nothing that cheers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lifejourney.answers import as_member
from lifejourney.cli.asking.asked import DOCUMENT, held
from lifejourney.cli.asking.given import Given, Step
from lifejourney.cli.asking.menu import MARKS, Menu, Row
from lifejourney.cli.asking.naming import label_of, title_of
from lifejourney.cli.desk import NUMBER, Desk, several
from lifejourney.errors import Problem, Words
from lifejourney.explanation import Asked

Json = Mapping[str, Any]
INDENT: Final = 6
YEAR: Final = 365
_VALUE: Final = re.compile(r"(?:age )?[^ ]*")
"""One word without a space, perhaps with a stop after it; an age is two."""
HINTS: Final[Mapping[str, Words]] = {
    "date": Words("Misalnya 14 November 2026, atau 14/11/2026.", "As 14 November 2026."),
    "integer": Words("Tulis angkanya.", "Write the number."),
    "money": Words("Dalam {unit}, misalnya 1500000.", "In {unit}, as 1500000."),
    "region": Words("Tulis namanya, misalnya {name}.", "Write its name, as {name}."),
    "papers": Words(
        "Tulis nomor yang ada, misalnya 1 2; yang tidak ada dengan minus, misalnya -3. "
        "Yang tidak disebut: tidak yakin. Atau tulis: semua, tidak ada.",
        "Write the numbers at hand, as 1 2; those not at hand with a minus, as -3. "
        "What is not named is not sure. Or write: all, none.",
    ),
}


@dataclass(frozen=True)
class Screen:
    """Print on a desk."""

    desk: Desk

    def say(self, text: str) -> None:
        """Print a sentence with a line of air above; nothing if there is none."""
        if text:
            self.desk.line()
            self.desk.line(text)

    def introduce(self, sensitive: bool) -> None:
        """Say how it goes, and that one may stop."""
        desk = self.desk
        if sensitive:
            self.say(
                desk.words(
                    "Anda boleh melewati pertanyaan apa pun dan berhenti kapan saja; "
                    "yang sudah dijawab tetap dipakai.",
                    "You may pass over any question and stop at any time; "
                    "what you have answered still counts.",
                )
            )
        self.say(
            desk.words(
                "Jawaban tidak dikirim ke mana pun, dan tidak disimpan kecuali Anda memintanya.",
                "Your answers are sent nowhere, and not kept unless you ask for it.",
            )
        )
        self.say(
            desk.words(
                "Tulis nomor jawaban lalu Enter, atau salah satu kata ini: mengapa, kembali, "
                "lewati, ubah, berhenti, bantuan.",
                "Write the number of an answer and press Enter, or one of these words: why, back, "
                "skip, change, quit, help.",
            )
        )

    def topic(self, title: str) -> None:
        """Print the heading of a topic."""
        self.desk.heading(title)

    def question(self, asked: Asked, left: int) -> None:
        """Print a question and how far it is; `left` 0 for an answer that is changed."""
        desk = self.desk
        desk.line()
        desk.line(asked.title, style="bold")
        if left:
            desk.line(self._progress(left, asked.decides), style="dim")
        hint = self._hint(asked)
        if hint:
            desk.line(hint, style="dim")

    def _progress(self, left: int, decides: int) -> str:
        more = self.desk.words(
            f"Paling banyak {left} pertanyaan lagi",
            f"At most {several(left, 'more question')}",
        )
        if not decides:
            return f"{more}."
        return more + self.desk.words(
            f"; jawaban ini menentukan {decides} layanan.",
            f"; this one decides {several(decides, 'service')}.",
        )

    def _hint(self, asked: Asked) -> str:
        """Return how to write the answer, where it is not chosen from a list."""
        if asked.bounds is not None and asked.bounds[0] < asked.bounds[1]:
            least, most = asked.bounds
            return self.desk.words(
                f"Tulis angka, {least} sampai {most}.", f"Write a number, {least} to {most}."
            )
        hint = HINTS.get(asked.type)
        text = hint.in_language(self.desk.lang) if hint is not None else ""
        text = text.format(unit=self._money(), name=self._place())
        return f"{text} {self._less_exactly(asked)}{self._last_day(asked)}".strip()

    def _money(self) -> str:
        """Return what people call the money in which they answer."""
        country = self.desk.catalog.country
        return country.currency if country.in_cents else country.money_unit

    def _place(self) -> str:
        """Return the name of a region, to show how one is written."""
        sample = self.desk.catalog.sample_region
        return "…" if sample is None else sample.name

    def _last_day(self, asked: Asked) -> str:
        """Return how to tell the last day of papers of which one can lapse."""
        slugs = [id_.removeprefix(DOCUMENT).partition("@")[0] for id_ in asked.ids]
        papers = [self.desk.catalog.documents.get(slug) for slug in slugs]
        if asked.type not in {"paper", "papers"} or not any(p and p.valid_for for p in papers):
            return ""
        return self.desk.words(
            "Bila ada hari terakhirnya: 1:2027-02-01.", "If it has a last day: 1:2027-02-01."
        )

    def _less_exactly(self, asked: Asked) -> str:
        """Return how to tell a date of which the day is not known."""
        if asked.so_far:
            return self.desk.words("Harinya tidak tahu? Ketik ?", "Day not known? Type ?")
        if not asked.accepts:
            return ""
        fact = self.desk.fact(asked.ids[0])
        # Of a newborn, whether it lives or not, nobody is asked for an age in years.
        newborn = fact is not None and fact.likely is not None and fact.likely < YEAR
        by_age = "age" in asked.accepts and not newborn
        also = self.desk.words("; atau umur 34", "; or age 34") if by_age else ""
        return self.desk.words(
            f"Harinya tidak tahu? November 2026, atau 2026{also}.",
            f"Day not known? November 2026, or 2026{also}.",
        )

    def menu(self, asked: Asked) -> Menu:
        """Return the answers to choose from."""
        desk = self.desk
        rows = [
            Row(str(number), option.label, option.note)
            for number, option in enumerate(asked.options, start=1)
        ]
        unsure = desk.words("Saya tidak tahu", "I do not know")
        if asked.is_result:
            unsure = desk.words("Belum memutuskan", "Not yet decided")
        elif asked.ids[0].startswith(DOCUMENT):
            unsure = desk.words("Tidak yakin", "Not sure")
        rows += [
            Row("?", unsure),
            Row("-", desk.words("Tidak ingin menjawab", "I would rather not say")),
        ]
        marks = ("", desk.words("ada", "at hand"), desk.words("tidak ada", "not at hand"))
        return Menu(tuple(rows), asked.is_checklist, marks if asked.is_checklist else MARKS)

    def why(self, asked: Asked) -> None:
        """Say why a question is asked."""
        desk = self.desk
        text = asked.why or desk.words(
            "Jawaban ini menentukan layanan mana yang Anda perlukan.",
            "The answer decides which services you need.",
        )
        desk.line(text, INDENT)

    def help(self, asked: Asked) -> None:
        """Print the words that steer."""
        desk = self.desk
        desk.line(
            desk.words(
                "Tulis nomor atau kata jawabannya, lalu Enter. Panah juga dapat dipakai.",
                "Write the number or the words of an answer, then Enter. Arrow keys work too.",
            )
        )
        if asked.is_checklist:
            desk.line(
                desk.words(
                    "Dengan panah: spasi menandai ada, lalu tidak ada.",
                    "With the arrows: space marks at hand, then not at hand.",
                )
            )
        for word, meaning in (
            (desk.words("mengapa", "why"), desk.words("mengapa ini ditanya", "why it is asked")),
            (
                desk.words("kembali", "back"),
                desk.words("batalkan jawaban terakhir", "undo the last answer"),
            ),
            (desk.words("lewati", "skip"), desk.words("tanyakan nanti", "ask me later")),
            (
                desk.words("ubah", "change"),
                desk.words("lihat dan ubah jawaban", "see and change answers"),
            ),
            (
                desk.words("berhenti", "quit"),
                desk.words("berhenti dan lihat rencana", "stop and see the plan"),
            ),
            ("?", desk.words("saya tidak tahu", "I do not know")),
            ("-", desk.words("tidak ingin menjawab", "I would rather not say")),
        ):
            desk.line(f"{word:<10} {meaning}", 2, 11)

    def nothing_to_undo(self) -> None:
        """Say that there is no answer before this one."""
        self.desk.line(
            self.desk.words(
                "Ini pertanyaan pertama. Yang disebut sebelumnya dapat diganti dengan: ubah",
                "This is the first question. What was said before can be altered with: change",
            ),
            INDENT,
        )

    def remedy(self, remedy: Words) -> None:
        """Say how to answer."""
        text = remedy.in_language(self.desk.lang)
        self.desk.line(f"{text[:1].upper()}{text[1:]}.".replace("?.", "?"), INDENT)

    def refused(self, problems: Sequence[Problem], trial: Given) -> None:
        """Say why an answer cannot be taken; answers that contradict each other in their words."""
        desk = self.desk
        for problem in problems:
            text = problem.what.in_language(desk.lang)
            told = _in_words(desk, text, trial) if problem.code == "contradiction" else text
            desk.line(f"{told[:1].upper()}{told[1:]}.", INDENT)
            if problem.code != "contradiction" and problem.remedy is not None:
                desk.line(f"→ {problem.remedy.in_language(desk.lang)}", INDENT, 2)
        if any(problem.code == "contradiction" for problem in problems):
            desk.line(
                desk.words(
                    "→ Jawab lagi pertanyaan ini. Bila jawaban yang lain keliru, ketik: ubah",
                    "→ Answer this one again. If the other answer is wrong, type: change",
                ),
                INDENT,
                2,
            )

    def understood(self, step: Step) -> None:
        """Say how an answer was understood."""
        labels = list(dict.fromkeys(step.labels.values()))
        if step.asked is not None and step.asked.is_checklist and len(labels) > 1:
            have = sum(value == "held" for value in step.values.values())
            lack = sum(value == "lacking" for value in step.values.values())
            unsure = len(step.values) - have - lack
            parts = ((have, "held"), (lack, "lacking"), (unsure, None))
            labels = [
                ", ".join(f"{number} {held(self.desk, kind)}" for number, kind in parts if number)
            ]
        self.desk.line(f"→ {labels[0]}", INDENT - 2, 2)

    def set_aside(self, found: Iterable[Json], given: Given) -> None:
        """Name the answers that do not apply any more, each with why."""
        desk = self.desk
        for number, one in enumerate(found):
            if not number:
                desk.line(desk.words("Tidak dipakai lagi:", "No longer used:"), INDENT)
            id_ = _key(one["fact"], given)
            said = label_of(desk, id_, given) if id_ in given.values else ""
            desk.line(f"- {title_of(desk, id_, given)} {said}", INDENT, 2)
            desk.line(str(one["why"]), INDENT + 2)


def _key(fact: str, given: Given) -> str:
    """Return the id under which a fact was answered: perhaps `child-1.x`, `child.x`."""
    member, _, name = fact.rpartition(".")
    for id_ in (fact, as_member(fact), f"{NUMBER.sub('', member)}.{name}"):
        if id_ in given.values:
            return id_
    return fact


def _in_words(desk: Desk, text: str, given: Given) -> str:
    """Put questions and answers in the place of keys and values."""
    for id_ in given.values:
        before, key, after = text.partition(f"{id_} = ")
        if key:
            rest = after[len(_VALUE.match(after)[0].rstrip(".,")) :]  # type: ignore[index]
            text = f"{before}“{title_of(desk, id_, given)}” {label_of(desk, id_, given)}{rest}"
    return text
