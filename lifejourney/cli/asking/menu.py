"""The answers to choose from, as rows, and what the keys of a keyboard do among them."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

UP, DOWN, ENTER, ERASE, CLEAR, END = "<up>", "<down>", "<enter>", "<erase>", "<clear>", "<end>"
MARKS: Final = ("", "+", "-")
"""Of a paper in a checklist: nothing said, at hand, not at hand."""


@dataclass(frozen=True)
class Row:
    """Offer one answer by the key that stands for it; `note` stands below it."""

    key: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Menu:
    """Hold the rows of one question; `many`: rows with a number are marked, not chosen.

    `words` say each of the marks.
    """

    rows: Sequence[Row] = ()
    many: bool = False
    words: Sequence[str] = MARKS

    def lines(self, width: int, current: int | None = None, marks: Sequence[int] = ()) -> list[str]:
        """Return the rows as they stand on the screen, the current one marked with `>`."""
        found: list[str] = []
        for number, row in enumerate(self.rows):
            mark = self.words[marks[number]] if marks and marks[number] else ""
            before = f"{'>' if number == current else ' '} {row.key:>2}  "
            text = f"{row.label}  [{mark}]" if mark else row.label
            found += _wrap(text, width, before, 6)
            found += _wrap(row.note, width, " " * 6, 6) if row.note else []
        return found


def _wrap(text: str, width: int, before: str, hang: int) -> list[str]:
    return textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=before,
        subsequent_indent=" " * hang,
        break_on_hyphens=False,
    )


@dataclass
class Picking:
    """Follow the keys pressed at one question, until an answer is there.

    Typing always works; the arrows only move where nothing was typed. No row is chosen before an
    arrow is pressed, so that nobody answers by a stray Enter.
    """

    menu: Menu
    typed: str = ""
    current: int | None = None
    marks: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with nothing marked."""
        self.marks = [0] * len(self.menu.rows)

    def press(self, key: str) -> str | None:
        """Take one key; return the answer, None if it is not there yet.

        Raises EOFError at the end of the input.
        """
        if key in (UP, DOWN):
            self._move(1 if key == DOWN else -1)
        elif key == ENTER:
            return self._answer()
        elif key == ERASE:
            self.typed = self.typed[:-1]
        elif key == CLEAR:
            self.typed = ""
        elif key == END:
            if not self.typed:
                raise EOFError
        elif key == " " and not self.typed:
            if self._is_markable():
                self.marks[self.current or 0] = (self.marks[self.current or 0] + 1) % len(MARKS)
        else:
            self.typed += key
        return None

    def _move(self, by: int) -> None:
        rows = len(self.menu.rows)
        if rows and not self.typed:
            self.current = (
                (0 if by > 0 else rows - 1) if self.current is None else self.current + by
            )
            self.current %= rows

    def _is_markable(self) -> bool:
        """Tell whether the current row is a paper of a checklist."""
        rows = self.menu.rows
        return self.menu.many and self.current is not None and rows[self.current].key.isdigit()

    def _answer(self) -> str:
        """Return what was typed, else what was marked, else the current row."""
        if self.typed:
            return self.typed
        told = [
            f"{'-' if MARKS[mark] == '-' else ''}{row.key}"
            for row, mark in zip(self.menu.rows, self.marks, strict=True)
            if mark
        ]
        if told:
            return " ".join(told)
        return (
            "" if self.current is None or self._is_markable() else self.menu.rows[self.current].key
        )
