"""`ubah`: the answers so far, one of which is to be given anew."""

from dataclasses import dataclass

from lifejourney.cli.asking.given import Given
from lifejourney.cli.asking.menu import Menu, Row
from lifejourney.cli.asking.naming import label_of, question_of, title_of
from lifejourney.cli.asking.reader import AnswerReader
from lifejourney.cli.desk import Desk
from lifejourney.explanation import Asked


@dataclass(frozen=True)
class Changing:
    """List what was answered."""

    desk: Desk
    reader: AnswerReader
    given: Given

    def choose(self) -> Asked | None:
        """Return the question of the answer to be changed, None for none of them."""
        desk, ids = self.desk, list(self.given.values)
        desk.line()
        if not ids:
            desk.line(desk.words("Belum ada jawaban.", "There are no answers yet."))
            return None
        desk.line(desk.words("Jawaban Anda", "Your answers"), style="bold")
        rows = [
            Row(str(number), f"{title_of(desk, id_, self.given)} {label_of(desk, id_, self.given)}")
            for number, id_ in enumerate(ids, start=1)
        ]
        desk.line(
            desk.words(
                "Nomor yang mana diubah? Enter saja: tidak ada.",
                "Which number is to be changed? Just Enter: none.",
            ),
            style="dim",
        )
        while True:
            try:
                text = self.reader.read(Menu(tuple(rows))).strip()
            except (EOFError, KeyboardInterrupt):
                return None
            if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= len(ids):
                return question_of(desk, ids[int(text[:4]) - 1], self.given)
            if not text or not text.isdigit():
                return None
            desk.line(
                desk.words(f"Tulis nomor 1 sampai {len(ids)}.", f"A number from 1 to {len(ids)}."),
                6,
            )
