"""The end of a plan: the three answers that help most, ready to copy."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lifejourney.cli.desk import NUMBER, Desk, none_supposed

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
            wide = max(len(option) for option, _ in ways)
            for option, label in ways:
                # Not wrapped: it is to be copied.
                desk.console.print(f"    {option:<{wide}}  {label}".rstrip(), soft_wrap=True)

    def _most_useful(self) -> Sequence[Json]:
        """Return what may not be guessed, then what decides most and is least certain.

        What is about the same person as a grave question waits for its answer, and what is about
        people of whom there may be none waits until they are counted.
        """
        questions = self.advice["questions"]
        grave = [question for question in questions if self._is_grave(question)]
        waiting = {_person(question) for question in grave}
        nobody = none_supposed(self.advice)
        others = [
            question
            for question in questions
            if question not in grave
            and _person(question) not in waiting
            and _role(_person(question)) not in nobody
        ]
        others.sort(key=lambda one: (_counted(one) in nobody, -_usefulness(one)))
        return [*grave, *others][:THREE]

    def _is_grave(self, question: Json) -> bool:
        facts = [self.desk.fact(key) for key in question.get("facts", ())]
        return any(fact is not None and fact.never_assumed for fact in facts)

    def _ways(self, question: Json) -> tuple[str, list[tuple[str, str]]]:
        """Return the words of a question and what could be added."""
        match question["kind"]:
            case "facts":
                asked = question["ask"][0] if question["ask"] else {"fact": question["facts"][0]}
                return str(asked.get("title", asked["fact"])), self._answers(asked)
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
                (_option("--person", f"{role}={one['value']}"), one["label"])
                for one in persons["options"]
            ]
        usual = max(persons["minimum"], 1)
        mend = self.desk.words("(ganti dengan jumlahnya)", "(put the number)")
        return title, [(_option("--person", f"{role}={usual}"), mend)]


def _person(question: Json) -> str:
    """Return the person that a question is about; nothing if it asks who there is."""
    match question["kind"]:
        case "facts":
            return str(question["facts"][0]).rpartition(".")[0]
        case "documents":
            return str(question["ask"][0]["document"]).partition("@")[2]
        case "choice":
            return str(question["choice"]["of"])
        case _:
            return ""


def _role(person: str) -> str:
    """Return the role of `child[2]` or `child-2`."""
    return NUMBER.sub("", person)


def _counted(question: Json) -> str:
    """Return the role that a question counts."""
    return str(question["persons"]["role"]) if question["kind"] == "persons" else ""


def _usefulness(question: Json) -> float:
    """Return how much an answer may change: what it decides, by how uncertain it is."""
    return float(question["decides"] * question.get("doubt", 0.5))


def _option(name: str, value: str) -> str:
    """Return an option as it can be pasted into a shell."""
    return f"{name} {shlex.quote(value)}"
