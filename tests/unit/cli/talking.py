"""Answer the questionnaire as people do: by pipe, by the words of each question."""

import io
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from lifejourney.cli.program import run

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
MOST = 90
PROMPT = re.compile("Paling banyak|At most|Nomor yang mana|Which number|Simpan|Save")
Rules = Sequence[tuple[str, str | list[str]]]


class Person:
    """Answer each question by its words; a list is said once, word by word.

    Whoever is asked something that no rule speaks of says `otherwise`; without it the input ends.
    """

    def __init__(self, screen: io.StringIO, rules: Rules, otherwise: str | None) -> None:
        self.screen = screen
        self.rules = [
            (re.compile(words), list(r) if isinstance(r, list) else r) for words, r in rules
        ]
        self.otherwise = otherwise
        self.seen = 0
        self.asked = ""
        self.turns = 0

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        text = self.screen.getvalue()
        new, self.seen = " ".join(text[self.seen :].split()), len(text)
        # A remedy or a why leaves the question as it stands.
        self.asked = new if PROMPT.search(new) else f"{self.asked} {new}"
        self.turns += 1
        reply = self.reply() if self.turns < MOST else None
        return "" if reply is None else f"{reply}\n"

    def reply(self) -> str | None:
        for words, reply in self.rules:
            if not words.search(self.asked):
                continue
            if isinstance(reply, str):
                return reply
            if reply:
                return reply.pop(0)
        return self.otherwise


class Talk:
    """Hold what came of a questionnaire: the exit code, what was said, and the plan."""

    def __init__(self, code: int, screen: str) -> None:
        self.code = code
        before, line, after = screen.partition("-" * 40)
        self.said = " ".join(before.split())
        self.plan = " ".join(after.split())
        self.has_plan = bool(line)
        self.rows = screen.splitlines()

    @property
    def questions(self) -> int:
        return self.said.count("Paling banyak") + self.said.count("At most")


class Asking:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(
        self, *arguments: str, rules: Rules = (), otherwise: str | None = None, catalog: str = ""
    ) -> Talk:
        screen = io.StringIO()
        person = Person(screen, rules, otherwise)
        self.monkeypatch.setattr(sys, "stdin", person)
        self.monkeypatch.setattr(sys, "stdout", screen)
        folder = ("--catalog", catalog) if catalog else ()
        code = run(["ask", *arguments, *folder])
        return Talk(code, screen.getvalue())

    def small(self, *arguments: str, rules: Rules = (), otherwise: str | None = None) -> Talk:
        return self(*arguments, rules=rules, otherwise=otherwise, catalog=str(SMALL))
