"""Check what the keys do."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
import tty

import pytest

from lifejourney.cli.asking.keys import Keys
from lifejourney.cli.asking.menu import CLEAR, DOWN, END, ENTER, ERASE, UP, Menu, Picking, Row
from lifejourney.cli.asking.reader import Lines, reader_for
from lifejourney.cli.desk import Desk


class TestPicking:
    MENU = Menu((Row("1", "Satu"), Row("2", "Dua"), Row("?", "Tidak tahu")))

    def test_arrows(self) -> None:
        """Nothing is chosen before an arrow is pressed; the rows go round."""
        picking = Picking(self.MENU)
        assert picking.press(ENTER) == ""
        for key in (DOWN, DOWN, UP):
            assert picking.press(key) is None
        assert picking.press(ENTER) == "1"
        picking.press(UP)
        assert picking.press(ENTER) == "?"

    def test_typing(self) -> None:
        picking = Picking(self.MENU)
        for key in ("x", CLEAR, "k", "e", "y", ERASE, DOWN):
            picking.press(key)
        assert picking.press(ENTER) == "ke"
        assert picking.press(END) is None
        with pytest.raises(EOFError):
            Picking(self.MENU).press(END)

    def test_marks(self) -> None:
        """Space marks at hand, then not at hand, then nothing."""
        picking = Picking(Menu(self.MENU.rows, many=True, words=("", "ada", "tidak ada")))
        for key in (DOWN, " ", DOWN, " ", " "):
            picking.press(key)
        lines = picking.menu.lines(80, picking.current, picking.marks)
        assert lines[:2] == ["   1  Satu  [ada]", ">  2  Dua  [tidak ada]"]
        assert picking.press(ENTER) == "1 -2"


class TestKeyboard:
    """A keyboard and a screen, played by a pseudo terminal."""

    def test_arrows_and_typing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        menu = Menu((Row("1", "Satu"), Row("2", "Dua")))
        ours, theirs = pty.openpty()
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        # Otherwise the terminal itself would take what is typed ahead for a line to be edited.
        tty.setcbreak(theirs)
        with os.fdopen(theirs, "r+b", buffering=0) as raw:
            screen = open(os.dup(raw.fileno()), "w", encoding="utf-8")  # noqa: PTH123, SIM115
            keyboard = open(os.dup(raw.fileno()), encoding="utf-8")  # noqa: PTH123, SIM115
            with screen, keyboard:
                monkeypatch.setattr(sys, "stdout", screen)
                monkeypatch.setattr(sys, "stdin", keyboard)
                monkeypatch.setenv("TERM", "xterm")
                reader = reader_for(Desk(), plain=False)
                assert isinstance(reader, Keys)
                assert isinstance(reader_for(Desk(), plain=True), Lines)
                monkeypatch.setenv("TERM", "dumb")
                assert isinstance(reader_for(Desk(), plain=False), Lines)
                for keys, answer in (
                    (b"\x1b[B\x1b[B\r", "2"),
                    (b"\x1bOB\x1b[3~\x1b\r", "1"),
                    ("né\x7fo\x01\n".encode(), "no"),
                    (b"\xff\xff\xff\xff1\n", "1"),
                    (b"\n", ""),
                ):
                    os.write(ours, keys)
                    assert reader.read(menu) == answer
                os.write(ours, b"\x04")
                with pytest.raises(EOFError):
                    reader.read(menu)
                small = Menu(tuple(Row(str(n), "Baris") for n in range(1, 40)))
                os.write(ours, b"\x1b[B7\n")
                assert reader.read(small) == "7"
            time.sleep(0.05)
            shown = b""
            while select.select([ours], [], [], 0)[0]:
                shown += os.read(ours, 65536)
        os.close(ours)
        assert b">  2  Dua" in shown
