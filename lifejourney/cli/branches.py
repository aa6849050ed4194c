"""What would be to do under each answer to a question that is too grave to be guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lifejourney.cli.desk import Desk

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Branches:
    """Show the ordered steps under each answer; those without any joy last, and in brief."""

    desk: Desk
    plan: Json

    def show(self) -> None:
        """Print each question with its answers; nothing if nothing waits."""
        questions: dict[str, list[Json]] = {}
        for branch in self.plan.get("branches", ()):
            questions.setdefault(branch["depends_on"], []).append(branch)
        for branches in questions.values():
            self._question(branches)

    def _question(self, branches: Sequence[Json]) -> None:
        desk = self.desk
        desk.heading(branches[0]["title"])
        desk.line(
            desk.words(
                "Kami tidak menebaknya. Anda boleh tidak menjawab. Urutan langkah untuk tiap "
                "jawaban ada di sini; rinciannya muncul setelah jawabannya ditambahkan.",
                "We do not guess it. You need not answer. Here are the steps in order for "
                "each answer; their details come once the answer is added.",
            )
        )
        steps = {step["id"]: step for step in (*self.plan["steps"], *self.plan["possible"])}
        shown = [
            (branch, [steps[id_] for id_ in branch["steps"] if id_ in steps]) for branch in branches
        ]
        # Sorting keeps the order of the catalog otherwise.
        for branch, found in sorted(shown, key=lambda one: not _is_joyful(one[1])):
            if found:
                desk.line()
                self._answer(branch, found)

    def _answer(self, branch: Json, steps: Sequence[Json]) -> None:
        """Print the steps under one answer: with the office, unless it is about a death."""
        desk = self.desk
        label = str(branch["label"])
        # An abbreviation stays as it is.
        small = label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"
        desk.line(desk.words(f"Bila {small}:", f"If the answer is “{label}”:"), 2, 2, "italic")
        member = branch["depends_on"].partition(".")[0]
        for number, step in enumerate(steps, start=1):
            person = "" if step["person"] == member else f" ({step['person_title']})"
            office = f", {step['authority']}" if _is_joyful(steps) and step["authority"] else ""
            desk.line(f"{number}. {step['title']}{person}{office}", 4, 3)


def _is_joyful(steps: Sequence[Json]) -> bool:
    return any(step.get("tone") == "joy" for step in steps)
