"""Read answers with arrow keys from a screen that can move its cursor; nothing beyond termios."""

import codecs
import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from lifejourney.cli.asking.menu import CLEAR, DOWN, END, ENTER, ERASE, UP, Menu, Picking
from lifejourney.cli.desk import Desk

if sys.platform != "win32":
    import termios
    import tty

ESCAPE: Final = "\x1b"
ARROWS: Final = {"[A": UP, "OA": UP, "[B": DOWN, "OB": DOWN}
CONTROLS: Final = {
    "\r": ENTER,
    "\n": ENTER,
    "\x7f": ERASE,
    "\b": ERASE,
    "\x15": CLEAR,
    "\x04": END,
}
WAIT: Final = 0.1
"""Seconds in which the rest of an arrow key arrives, also over a slow line."""


class Keys:
    """Read one answer after the other from a keyboard."""

    def __init__(self, desk: Desk) -> None:
        """Print on a desk and read from standard input."""
        self.desk = desk
        self.pending = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")("ignore")

    def read(self, menu: Menu) -> str:
        """Return what was typed or chosen; raises EOFError, KeyboardInterrupt."""
        picking = Picking(menu)
        shown = self._lines(picking)
        # What does not fit on the screen cannot be drawn again: it is answered by typing.
        fits = len(shown) < self.desk.console.size.height - 1
        self._write("".join(f"{line}\n" for line in shown))
        with self._raw():
            while True:
                self._prompt(picking)
                key = self._key()
                if key in (UP, DOWN) and not fits:
                    continue
                answer = picking.press(key)
                if fits and (now := self._lines(picking)) != shown:
                    self._again(len(shown), now)
                    shown = now
                if answer is not None:
                    self._prompt(picking, answer)
                    self._write("\n")
                    return answer

    def _lines(self, picking: Picking) -> list[str]:
        return picking.menu.lines(self.desk.width - 1, picking.current, picking.marks)

    def _again(self, rows: int, lines: list[str]) -> None:
        """Draw the rows again, over those that stand there."""
        self._write(f"\r\x1b[{rows}A\x1b[J" + "".join(f"{line}\n" for line in lines))

    def _prompt(self, picking: Picking, answer: str | None = None) -> None:
        """Draw the line in which is typed; of a long text its end."""
        text = picking.typed if answer is None else answer
        self._write(f"\r\x1b[K> {text[-(self.desk.width - 4) :]}")

    def _write(self, text: str) -> None:
        self.desk.console.file.write(text)
        self.desk.console.file.flush()

    @contextmanager
    def _raw(self) -> Iterator[None]:
        """Read key by key; Ctrl-C still interrupts."""
        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle)
        try:
            tty.setcbreak(handle, termios.TCSADRAIN)
            yield
        finally:
            termios.tcsetattr(handle, termios.TCSADRAIN, before)

    def _key(self) -> str:
        """Return the next key: a letter, or one of the names of `menu`."""
        while True:
            char = self._char()
            if char == ESCAPE:
                arrow = self._sequence()
                if arrow is not None:
                    return arrow
            elif char in CONTROLS:
                return CONTROLS[char]
            elif char.isprintable():
                return char

    def _sequence(self) -> str | None:
        """Return the arrow of an escape sequence, None for any other key."""
        text = ""
        while self._is_waiting():
            text += self._char()
            if text[0] not in "[O":
                self.pending = text + self.pending
                return None
            if text in ARROWS:
                return ARROWS[text]
            if len(text) > 1 and (text[-1].isalpha() or text[-1] == "~"):
                break
        return None

    def _is_waiting(self) -> bool:
        return bool(self.pending or select.select([sys.stdin.fileno()], [], [], WAIT)[0])

    def _char(self) -> str:
        """Return one character, of one byte or several; bytes that are none are left out."""
        while not self.pending:
            read = os.read(sys.stdin.fileno(), 1024)
            if not read:
                return "\x04"
            self.pending = self.decoder.decode(read)
        char, self.pending = self.pending[0], self.pending[1:]
        return char
