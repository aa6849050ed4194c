"""Read the answer that `explanation.present` gives: steps by number, days as days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from babel.dates import format_date

from lifejourney.errors import Words, spoken
from lifejourney.handouts import words
from lifejourney.handouts.papers import forms, notes, origin

Json = Mapping[str, Any]
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
DOT: Final = f"{NO_BREAK}\N{MIDDLE DOT} "
"""Stands between short notes; a line may end with it, but not begin."""


def whose(one: Json) -> str:
    """Return a title with the person it is about, unless the title says so itself."""
    title, person = str(one["title"]), str(one["person_title"])
    return title if person in title else f"{title} ({person})"


def perhaps(one: Json, lang: str) -> str:
    """Return what stands beside a plan in few words: with its office, or that it may be blocked."""
    if one["wave"] is None:
        return f"{whose(one)}: {words.MAY_BE_BLOCKED.in_language(lang)}"
    return ", ".join(part for part in (whose(one), one["authority"]) if part)


def day_of(step: Json, name: str) -> date | None:
    """Return a day of a step (`start`, `latest_start`, `finish`, `finish_latest`), if known."""
    written = step.get(name)
    return None if written is None else date.fromisoformat(written)


def deadline_of(step: Json) -> date | None:
    """Return the day of the deadline of a step, if it has one and the day is known."""
    return None if step["deadline"] is None else day_of(step["deadline"], "date")


@dataclass(frozen=True)
class Reading:
    """Read one answer with a plan in it."""

    answer: Json

    @property
    def lang(self) -> str:
        """Return the language of the answer."""
        return str(self.answer["lang"])

    @property
    def today(self) -> date:
        """Return the day of the advice."""
        return date.fromisoformat(self.answer["date"])

    @cached_property
    def steps(self) -> tuple[Json, ...]:
        """Return the steps in the order in which they can be taken, those done among them."""
        return tuple(step for step in self.answer["plan"]["steps"] if step["wave"] is not None)

    @cached_property
    def blocked(self) -> tuple[Json, ...]:
        """Return the goals that cannot be reached."""
        return tuple(step for step in self.answer["plan"]["steps"] if step["wave"] is None)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Return the number of each step by its id, as the terminal counts them."""
        return {step["id"]: number for number, step in enumerate(self.steps, start=1)}

    @cached_property
    def stages(self) -> tuple[tuple[int, tuple[Json, ...]], ...]:
        """Return the steps by the stage in which they can be taken, however they are numbered."""
        waves = sorted({int(step["wave"]) for step in self.steps})
        return tuple((n, tuple(s for s in self.steps if s["wave"] == n)) for n in waves)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Return the place of each step by its id, where one stage stands below the other."""
        below = [step["id"] for _, steps in self.stages for step in steps]
        return {id_: row for row, id_ in enumerate(below)}

    def say(self, phrase: Words, **values: object) -> str:
        """Return a phrase in the language of the answer, filled in."""
        return phrase.in_language(self.lang).format(**values)

    def day(self, day: date) -> str:
        """Return a day as "22 November 2026"."""
        return format_date(day, "d MMMM yyyy", locale=spoken(self.lang))

    def short_day(self, day: date) -> str:
        """Return a day as "22 Nov 2026", with spaces where no line breaks."""
        return format_date(day, "d MMM yyyy", locale=spoken(self.lang)).replace(" ", NO_BREAK)

    def listed(self, ids: Iterable[str]) -> str:
        """Return the numbers of those of some steps that are in the plan: "2, 5"."""
        return ", ".join(map(str, sorted(self.numbers[id_] for id_ in ids if id_ in self.numbers)))

    def after(self, step: Json) -> str:
        """Return after which steps one comes, empty if it waits for none."""
        numbers = self.listed(step["after"])
        return self.say(words.AFTER, numbers=numbers) if numbers else ""

    def standing(self, step: Json) -> str:
        """Return what is to be said of the status of a step, empty for a certain one."""
        standings = {
            "done": words.DONE,
            "possible": words.POSSIBLE,
            "blocked": words.BLOCKED,
        }
        standing = standings.get(step["status"])
        return "" if standing is None else self.say(standing)

    def when(self, step: Json) -> str:
        """Return when a step can begin and end, as far as it is known."""
        told = (
            ("start", words.START),
            ("latest_start", words.LATEST),
            ("finish", words.FINISH_FROM),
        )
        days = ((phrase, day_of(step, name)) for name, phrase in told)
        return "; ".join(self.say(phrase, day=self.day(day)) for phrase, day in days if day)

    def papers(self, step: Json) -> list[str]:
        """Return what to bring for a step: whose, original or copy, from where."""
        return [self._paper(one) for one in step["requires"] if one["original"] or one["copies"]]

    def checked(self, step: Json) -> list[str]:
        """Return what has to be so, but is not brought along."""
        return [whose(one) for one in step["requires"] if not (one["original"] or one["copies"])]

    def order(self, step: Json) -> str:
        """Return after which steps one comes, and which can follow it."""
        unlocked = self.listed(step["unlocks"])
        opens = self.say(words.OPENS, numbers=unlocked) if unlocked else ""
        return "; ".join(one for one in (self.after(step), opens) if one)

    def prepared(self, paper: Json) -> str:
        """Return one of all the papers: whose, how many, for which steps."""
        steps = self.listed(paper["for"])
        parts = (whose(paper), forms(paper, self.lang), self.say(words.FOR, numbers=steps))
        return "; ".join(part for part in parts if part)

    def details(self, paper: Json) -> str:
        """Return what is to be known of one of all the papers, but not its name."""
        steps = self.say(words.FOR, numbers=self.listed(paper["for"]))
        form, own = forms(paper, self.lang), origin(paper, self.numbers, self.lang)
        place = paper["where_to_get"] or ""
        at = "" if place.rstrip(".") in own else place.rstrip(".")
        return "; ".join(one for one in (form, own, at, *notes(paper, self.lang), steps) if one)

    def _paper(self, paper: Json) -> str:
        form = forms(paper, self.lang)
        if paper["substitute"]:
            form = ", ".join(filter(None, (form, self.say(words.INSTEAD))))
        if paper["supplied_later"]:
            form = ", ".join(filter(None, (form, paper["supplied_later"]["text"])))
        parts = (whose(paper), form, origin(paper, self.numbers, self.lang))
        return "; ".join(part for part in parts if part)
