"""The end of a plan: the three answers that help most, ready to copy."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lifejourney.catalog import GENERIC
from lifejourney.cli.desk import Desk

Json = Mapping[str, Any]
THREE: Final = 3
EXAMPLES: Final = {"integer": "1", "money": "1000000", "text": "…"}


@dataclass(frozen=True)
class NextAnswers:
    """Show what to add to the command for a plan that fits better."""

    desk: Desk
    advice: Json

    def show(self) -> None:
        """Print at most three questions, each with what to add."""
        desk = self.desk
        questions = self._most_useful()
        if not questions:
            desk.heading(
                desk.words("Tidak ada lagi yang perlu ditanyakan.", "Nothing is left to ask.")
            )
            return
        desk.heading(
            desk.words(
                "Agar rencana lebih pas, tambahkan salah satu (atau lewati saja)",
                "For a plan that fits better, add one of these (or leave it)",
            )
        )
        for question in questions:
            desk.line()
            title, ways = self._ways(question)
            desk.line(title, 2, 2)
            for option, label in ways:
                # Not wrapped: it is to be copied.
                text = f"    {option}"
                desk.console.print(f"{text:<44} {label}".rstrip(), soft_wrap=True)

    def _most_useful(self) -> Sequence[Json]:
        """Return what may not be guessed, then the questions that decide most, then papers."""
        order = sorted(
            enumerate(self.advice["questions"]),
            key=lambda one: (
                not self._is_grave(one[1]),
                one[1]["kind"] == "documents",
                -one[1]["decides"],
                one[0],
            ),
        )
        return [question for _, question in order[:THREE]]

    def _is_grave(self, question: Json) -> bool:
        facts = [self.desk.fact(key) for key in question.get("facts", ())]
        return any(fact is not None and fact.never_assumed for fact in facts)

    def _ways(self, question: Json) -> tuple[str, list[tuple[str, str]]]:
        """Return the words of a question and what could be added."""
        match question["kind"]:
            case "facts":
                asked = question["ask"][0] if question["ask"] else {"fact": question["facts"][0]}
                return self._title(asked), self._answers(asked)
            case "documents":
                asked = question["ask"][0]
                paper = asked["document"]
                person = asked.get("person_title")
                title = f"{asked['title']} ({person})" if person else asked["title"]
                return title, [
                    (_option("--have", paper), self.desk.words("ada", "at hand")),
                    (_option("--lack", paper), self.desk.words("tidak ada", "not at hand")),
                ]
            case "choice":
                choice = question["choice"]
                return question.get("title", ""), [
                    (_option("--want", f"{one['document']}@{choice['of']}"), one["title"])
                    for one in choice["options"]
                ]
            case _:
                return self._persons(question)

    def _title(self, asked: Json) -> str:
        """Return a question, and about whom it is where it could be about anybody."""
        fact = self.desk.fact(asked["fact"])
        title = str(asked.get("title", asked["fact"]))
        if fact is None or GENERIC not in fact.of:
            return title
        member = asked["fact"].rpartition(".")[0]
        role, _, number = member.rstrip("]").partition("[")
        person = self.desk.person(role, self.advice["events"])
        return f"{title} ({' '.join(filter(None, (person, number)))})"

    def _answers(self, asked: Json) -> list[tuple[str, str]]:
        fact = asked["fact"]
        if asked.get("options"):
            return [
                (_option("--answer", f"{fact}={one['value']}"), one["label"])
                for one in asked["options"]
            ]
        example = EXAMPLES.get(asked.get("type", ""), self.advice["date"])
        known = self.desk.fact(fact)
        if known is not None and known.regions:
            example = "34.71"
        if known is not None and known.type in ("integer", "money") and known.likely:
            example = str(known.likely)
        mend = self.desk.words("(ganti dengan jawaban Anda)", "(put your own answer)")
        return [(_option("--answer", f"{fact}={example}"), mend)]

    def _persons(self, question: Json) -> tuple[str, list[tuple[str, str]]]:
        persons = question["persons"]
        role = persons["role"]
        title = question.get("title") or role
        if persons["may_be"]:
            return title, [
                (_option("--person", f"{role}={one}"), self.desk.person(one, self.advice["events"]))
                for one in persons["may_be"]
            ]
        usual = max(persons["minimum"], 1)
        mend = self.desk.words("(ganti dengan jumlahnya)", "(put the number)")
        return title, [(_option("--person", f"{role}={usual}"), mend)]


def _option(name: str, value: str) -> str:
    """Return an option as it can be pasted into a shell."""
    return f"{name} {shlex.quote(value)}"
