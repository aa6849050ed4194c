"""The end of a plan: the three answers that help most, ready to copy."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

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
        questions = self.advice["questions"][:THREE]
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
            wide = max(len(option) for option, _ in ways)
            for option, label in ways:
                # Not wrapped: it is to be copied.
                desk.console.print(f"    {option:<{wide}}  {label}".rstrip(), soft_wrap=True)

    def _ways(self, question: Json) -> tuple[str, list[tuple[str, str]]]:
        """Return the words of a question and what could be added."""
        match question["kind"]:
            case "facts":
                asked = question["ask"][0] if question["ask"] else {"fact": question["facts"][0]}
                return str(asked.get("title", asked["fact"])), self._answers(asked)
            case "documents":
                asked = question["ask"][0]
                paper = asked["document"]
                return asked["question"], [
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
            sample = self.desk.current.sample_region
            example = "…" if sample is None else sample.code
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
                (_option("--person", f"{role}={one['value']}"), one["label"])
                for one in persons["options"]
            ]
        usual = max(persons["minimum"], 1)
        mend = self.desk.words("(ganti dengan jumlahnya)", "(put the number)")
        return title, [(_option("--person", f"{role}={usual}"), mend)]


def _option(name: str, value: str) -> str:
    """Return an option as it can be pasted into a shell."""
    return f"{name} {shlex.quote(value)}"
