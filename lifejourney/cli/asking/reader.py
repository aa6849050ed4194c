"""Read answers line by line: from a pipe, a plain screen, or a screen reader."""

import os
import sys
from typing import Protocol

from lifejourney.cli.asking.keys import Keys
from lifejourney.cli.asking.menu import Menu
from lifejourney.cli.desk import Desk


class AnswerReader(Protocol):
    """Show the answers to choose from, and return what was typed or chosen."""

    def read(self, menu: Menu) -> str:
        """Return one answer; raises EOFError where there is no more to read."""


class Lines:
    """Read one line for each question."""

    def __init__(self, desk: Desk) -> None:
        """Print on a desk and read from standard input."""
        self.desk = desk
        self.shown: Menu | None = None

    def read(self, menu: Menu) -> str:
        """Return the next line; what comes from a pipe is shown, as if it were typed."""
        file = self.desk.console.file
        # The rows of the same question need not be read twice.
        rows = [] if menu is self.shown else menu.lines(self.desk.width)
        self.shown = menu
        file.write("".join(f"{line}\n" for line in rows) + "> ")
        file.flush()
        try:
            line = sys.stdin.readline()
        except UnicodeDecodeError:
            line = "\N{REPLACEMENT CHARACTER}\n"
        if not line or not sys.stdin.isatty():
            file.write(f"{line.rstrip()}\n")
        if not line:
            raise EOFError
        return line


def reader_for(desk: Desk, *, plain: bool) -> AnswerReader:
    """Return arrow keys where the screen has them and they are wanted, else lines."""
    able = sys.stdin.isatty() and desk.console.file.isatty() and sys.platform != "win32"
    if plain or not able or os.environ.get("TERM", "dumb") in ("dumb", "unknown"):
        return Lines(desk)
    return Keys(desk)
