"""What would be to do under each answer to a question that is too grave to be guessed."""

from collections.abc import Sequence
from dataclasses import dataclass

from lifejourney.cli.desk import Desk
from lifejourney.handouts import Fork, Turn


@dataclass(frozen=True)
class Branches:
    """Show the ordered steps under each answer; those without any joy last, and in brief."""

    desk: Desk
    forks: Sequence[Fork]

    def show(self) -> None:
        """Print each question with its answers; nothing if nothing waits."""
        desk = self.desk
        for fork in self.forks:
            desk.heading(fork.title)
            desk.line(
                desk.words(
                    "Kami tidak menebaknya. Anda boleh tidak menjawab. Urutan langkah untuk tiap "
                    "jawaban ada di sini; rinciannya muncul setelah jawabannya ditambahkan.",
                    "We do not guess it. You need not answer. Here are the steps in order for "
                    "each answer; their details come once the answer is added.",
                )
            )
            for turn in fork.turns:
                desk.line()
                self._answer(fork.member, turn)

    def _answer(self, member: str, turn: Turn) -> None:
        """Print the steps under one answer: with the office, unless it is about a death."""
        desk, label = self.desk, turn.label
        # An abbreviation stays as it is.
        small = label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"
        desk.line(desk.words(f"Bila {small}:", f"If the answer is “{label}”:"), 2, 2, "italic")
        for number, step in enumerate(turn.steps, start=1):
            person = "" if step["person"] == member else f" ({step['person_title']})"
            office = f", {step['authority']}" if turn.is_joyful and step["authority"] else ""
            desk.line(f"{number}. {step['title']}{person}{office}", 4, 3)
