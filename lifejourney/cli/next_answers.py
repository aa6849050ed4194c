"""The end of a plan: the three answers that help most, ready to copy."""

import shlex
from collections.abc import Mapping, Sequence
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
        """Return the questions that decide most, papers after all others."""
        order = sorted(
            enumerate(self.advice["questions"]),
            key=lambda one: (one[1]["kind"] == "documents", -one[1]["decides"], one[0]),
        )
        return [question for _, question in order[:THREE]]

    def _ways(self, question: Json) -> tuple[str, list[tuple[str, str]]]:
        """Return the words of a question and what could be added."""
        match question["kind"]:
            case "facts":
                asked = question["ask"][0] if question["ask"] else {"fact": question["facts"][0]}
                return asked.get("title", asked["fact"]), self._answers(asked)
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

    def _answers(self, asked: Json) -> list[tuple[str, str]]:
        fact = asked["fact"]
        if asked.get("options"):
            return [
                (_option("--answer", f"{fact}={one['value']}"), one["label"])
                for one in asked["options"]
            ]
        example = EXAMPLES.get(asked.get("type", ""), self.advice["date"])
        if self._is_region(fact):
            example = "34.71"
        mend = self.desk.words("(ganti dengan jawaban Anda)", "(put your own answer)")
        return [(_option("--answer", f"{fact}={example}"), mend)]

    def _is_region(self, key: str) -> bool:
        name = key.rpartition(".")[2]
        return any(fact.regions for fact in self.desk.catalog.facts if fact.name == name)

    def _persons(self, question: Json) -> tuple[str, list[tuple[str, str]]]:
        persons = question["persons"]
        role = persons["role"]
        title = question.get("title") or role
        if persons["may_be"]:
            return title, [
                (_option("--person", f"{role}={one}"), self._called(one))
                for one in persons["may_be"]
            ]
        usual = max(persons["minimum"], 1)
        mend = self.desk.words("(ganti dengan jumlahnya)", "(put the number)")
        return title, [(_option("--person", f"{role}={usual}"), mend)]

    def _called(self, role: str) -> str:
        """Return the title of a role."""
        if role == "other":
            return self.desk.words("orang lain", "somebody else")
        for slug in self.advice["events"]:
            person = self.desk.catalog.events[slug].persons.get(role)
            if person is not None and person.title is not None:
                return self.desk.text(person.title)
        return role


def _option(name: str, value: str) -> str:
    """Return an option as it can be pasted into a shell."""
    return f"{name} {shlex.quote(value)}"
