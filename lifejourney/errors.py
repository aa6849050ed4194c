"""Say what is wrong, where, and how to put it right, in the reader's language.

The error tree:

    LifejourneyError          everything this package raises on purpose
    ├── InvalidTest           text that is no FEEL unary test (lifejourney.feel)
    ├── InvalidCatalog        a catalog with problems, all of them at once
    └── InvalidRequest        a request with problems, all of them at once
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal

__all__ = [
    "InvalidCatalog",
    "InvalidRequest",
    "LifejourneyError",
    "Place",
    "Problem",
    "Words",
    "did_you_mean",
    "system_words",
]


class LifejourneyError(Exception):
    """Stand at the root of every error that this package raises on purpose."""


def spoken(lang: str) -> Literal["id", "en"]:
    """Return in which language the program itself speaks to who reads in `lang`.

    A catalog may be written in any language; the program's own words are in two.
    """
    return "id" if lang == "id" else "en"


@dataclass(frozen=True, slots=True)
class Words:
    """Hold one text in Bahasa Indonesia, the normative language, and in English."""

    id: str
    en: str

    def in_language(self, lang: str) -> str:
        """Pick the text for a language code; any other than `id` gets English."""
        return self.id if spoken(lang) == "id" else self.en


@dataclass(frozen=True, slots=True)
class Place:
    """Point at a place in a file (line and column from 1) or at a field of a request."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        """Print `file:line:column` as far as known, else the field, else nothing."""
        if self.file is None:
            return self.field or ""
        if self.line is None:
            return self.file
        if self.column is None:
            return f"{self.file}:{self.line}"
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Name one thing that is wrong: where, what, and the remedy if there is one."""

    code: str
    where: Place
    what: Words
    remedy: Words | None = None
    severity: Literal["error", "hint"] = "error"

    def in_language(self, lang: str) -> str:
        """Print `file:line:column: code: what — remedy` on one line."""
        place = str(self.where)
        before = f"{place}: " if place else ""
        after = f" — {self.remedy.in_language(lang)}" if self.remedy else ""
        return f"{before}{self.code}: {self.what.in_language(lang)}{after}"


class _ManyProblems(LifejourneyError):
    """Carry every problem found, in the order in which they were found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems as a tuple."""
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Print the problems in English, one per line."""
        return self.in_language("en")

    def in_language(self, lang: str) -> str:
        """Print the problems, one per line."""
        return "\n".join(problem.in_language(lang) for problem in self.problems)


class InvalidCatalog(_ManyProblems):
    """Refuse a catalog, with all that is wrong in it."""


class InvalidRequest(_ManyProblems):
    """Refuse a request, with all that is wrong in it."""


def did_you_mean(word: str, choices: Iterable[str]) -> Words | None:
    """Suggest the choice most like a mistyped word, case aside; None if none comes near."""
    by_folded = {choice.casefold(): choice for choice in sorted(choices)}
    near = get_close_matches(word.casefold(), by_folded, n=1)
    if not near:
        return None
    choice = by_folded[near[0]]
    return Words(id=f"mungkin maksud Anda '{choice}'?", en=f"did you mean '{choice}'?")


_SYSTEM: Final = {
    errno.EACCES: Words("tidak diizinkan", "permission denied"),
    errno.EPERM: Words("tidak diizinkan", "permission denied"),
    errno.ENOENT: Words("tidak ada", "it does not exist"),
    errno.ENOTDIR: Words("letaknya melewati sebuah berkas", "its path goes through a file"),
    errno.EISDIR: Words("ini folder", "it is a folder"),
    errno.ELOOP: Words("tautannya berputar", "its links go in a circle"),
    errno.ENAMETOOLONG: Words("namanya terlalu panjang", "its name is too long"),
    errno.ENOSPC: Words("disk penuh", "the disk is full"),
    errno.EDQUOT: Words("jatah disk habis", "the disk quota is used up"),
    errno.EROFS: Words("disk hanya dapat dibaca", "the disk is read-only"),
    errno.EMFILE: Words("terlalu banyak berkas terbuka", "too many files are open"),
    errno.EIO: Words("disk tidak dapat dibaca", "the disk cannot be read"),
    errno.EADDRINUSE: Words("sudah dipakai program lain", "another program uses it"),
    errno.EADDRNOTAVAIL: Words(
        "alamat itu bukan milik mesin ini", "not an address of this machine"
    ),
    socket.EAI_NONAME: Words("nama itu tidak dikenal", "the name is not known"),
    socket.EAI_AGAIN: Words("nama itu belum dapat dicari", "the name cannot be looked up now"),
}


def system_words(error: OSError) -> Words:
    """Return why the system refuses something; its own words where there are no better."""
    known = _SYSTEM.get(error.errno or 0)
    said = error.strerror or type(error).__name__
    return known or Words(f"sistem menolak ({said})", f"the system refuses ({said})")
