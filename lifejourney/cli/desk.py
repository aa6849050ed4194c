"""What every command works with: the language, the catalog, and how it prints."""

import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from babel.dates import format_date
from rich.console import Console
from rich.text import Text as Styled

from lifejourney.answers import civil_day
from lifejourney.catalog import Catalog
from lifejourney.errors import Problem, Words, did_you_mean, spoken
from lifejourney.explanation import as_json
from lifejourney.exports import Nouns
from lifejourney.loading import SHIPPED, language_of, open_catalog
from lifejourney.vocabulary import Fact, Text

WIDEST: Final = 100
FINE, FOUND, MISUSED = 0, 1, 2
EVENT: Final = Words("peristiwa", "event")
_BREAK: Final = "\x1f"
NUMBER: Final = re.compile(r"(?:\[[0-9]+\]|-[0-9]+)$")


def both(id_: str, en: str) -> str:
    """Join the two languages of a help text; `in_one` takes them apart."""
    return f"{id_}{_BREAK}{en}"


def in_one(text: str, lang: str) -> str:
    """Return the language of a help text that is wanted."""
    first, _, second = text.partition(_BREAK)
    return first if spoken(lang) == "id" else second or first


def several(number: int, noun: str) -> str:
    """Return a number with what it counts, in English: `1 error`, `2 authorities`, `3 days`."""
    if number == 1:
        return f"1 {noun}"
    ies = noun.endswith("y") and noun[-2] not in "aeiou"
    return f"{number} {noun[:-1]}ies" if ies else f"{number} {noun}s"


def option(name: str, metavar: str | None, id_: str, en: str) -> Any:  # noqa: ANN401 - as typer
    """Return an option with its help in both languages; a flag has no metavar."""
    return typer.Option(name, metavar=metavar, help=both(id_, en))


Lang = Annotated[
    str | None,
    option("--lang", "id|en|…", "bahasa (bahasa katalog)", "language (that of the catalog)"),
]
AsJson = Annotated[bool, option("--json", None, "keluarkan JSON", "print JSON")]
Folder = Annotated[
    str | None, option("--catalog", "PATH", "folder katalog", "folder of the catalog")
]


def now_in_utc() -> datetime:
    """Return this moment: the one place where the terminal reads the clock."""
    return datetime.now(UTC)


class Misuse(Exception):
    """Refuse what was typed, with the remedy."""

    def __init__(self, what: Words, remedy: Words) -> None:
        """Keep the words."""
        super().__init__(what.en)
        self.what = what
        self.remedy = remedy


def check_name(kind: Words, name: str, choices: Iterable[str]) -> None:
    """Refuse a name that is none of the choices, with the one that was perhaps meant."""
    known = list(choices)
    if name not in known:
        listed = ", ".join(known)
        what = Words(f"{kind.id} '{name}' tidak ada", f"there is no {kind.en} '{name}'")
        near = did_you_mean(name, known)
        raise Misuse(what, near or Words(f"pilih: {listed}", f"choose: {listed}"))


@dataclass
class Desk:
    """Print for one command, in one language, on one screen or into a pipe."""

    lang: str = "id"
    json: bool = False
    folder: Path = SHIPPED
    now: Callable[[], datetime] = now_in_utc
    console: Console = field(
        default_factory=lambda: Console(highlight=False, markup=False, emoji=False)
    )

    @classmethod
    def of(cls, lang: str | None, json: bool = False, folder: str | None = None) -> "Desk":
        """Return the desk for the options of a command; raises Misuse."""
        path = Path(folder) if folder else SHIPPED
        own = language_of(path)
        if lang not in (None, own, "id", "en"):
            what = Words(f"bahasa '{lang}' tidak dikenal", f"the language '{lang}' is not known")
            also = "" if own in {"id", "en"} else f"{own}, "
            raise Misuse(what, Words(f"pilih {also}id atau en", f"choose {also}id or en"))
        return cls(lang or own, json, path)

    @cached_property
    def catalog(self) -> Catalog:
        """Return the catalog; raises InvalidCatalog."""
        return open_catalog(self.folder)

    def today(self, raw: object = None) -> date:
        """Return the day where the person of a raw request lives, else in the country."""
        return civil_day(self.catalog, raw, self.now())

    @cached_property
    def current(self) -> Catalog:
        """Return the catalog in force today."""
        return self.catalog.on(self.today())

    @cached_property
    def nouns(self) -> Nouns:
        """Return what the catalog in force today shows of itself."""
        return Nouns(self.current, self.lang)

    @property
    def width(self) -> int:
        """Return how many columns are used."""
        return min(self.console.width or shutil.get_terminal_size().columns, WIDEST)

    def words(self, id_: str, en: str) -> str:
        """Return one of two texts by language."""
        return id_ if spoken(self.lang) == "id" else en

    def text(self, text: Text | None) -> str:
        """Return a text of the catalog, empty for none."""
        return "" if text is None else text.in_language(self.lang)

    def fact(self, key: str) -> Fact | None:
        """Return the fact of `child[2].birth_date` or `child-2.birth_date`, None if it is none."""
        member, _, name = key.rpartition(".")
        person = NUMBER.sub("", member)
        return self.catalog.fact(person, name) or self.catalog.fact(member, name)

    def give(self, value: object) -> None:
        """Print JSON: the same bytes as the API sends."""
        self.write(as_json(value))

    @staticmethod
    def write(output: bytes) -> None:
        """Write bytes as they are: a calendar ends its lines in its own way."""
        sys.stdout.flush()
        sys.stdout.buffer.write(output)
        sys.stdout.buffer.flush()

    def line(self, text: str = "", indent: int = 0, hang: int = 0, style: str = "") -> None:
        """Print a text, wrapped; lines after the first stand `hang` columns further in."""
        rows = textwrap.wrap(
            text,
            max(self.width, 40),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for row in rows or [""]:
            self.console.print(Styled(row, style=style), soft_wrap=True)

    def field(self, label: str, text: str, indent: int = 0, wide: int = 8) -> None:
        """Print a labelled text, its further lines below the first; nothing if there is none."""
        if text:
            self.line(f"{label:<{wide}} {text}", indent, wide + 1)

    def heading(self, text: str) -> None:
        """Print a heading with a line of air above."""
        self.line()
        self.line(text, style="bold")

    def day(self, written: str) -> str:
        """Return a day (`2026-12-01`) in words."""
        return format_date(date.fromisoformat(written), "d MMMM yyyy", locale=spoken(self.lang))

    def month(self, written: str) -> str:
        """Return a month (`2026-12`) in words."""
        return format_date(
            date.fromisoformat(f"{written}-01"), "MMMM yyyy", locale=spoken(self.lang)
        )

    def items(self, label: str, texts: Iterable[str], indent: int = 0, wide: int = 8) -> None:
        """Print a labelled list, one bullet each; nothing if it is empty."""
        for number, text in enumerate(texts):
            self.line(f"{label if not number else '':<{wide}} - {text}", indent, wide + 3)

    def finding(self, problem: Problem) -> None:
        """Print what is wrong in a file, not wrapped: editors read file:line:column from it."""
        hint = self.words("saran: ", "hint: ") if problem.severity == "hint" else ""
        self.console.print(f"{hint}{problem.in_language(self.lang)}", soft_wrap=True)

    def problem(self, problem: Problem) -> None:
        """Print one problem: where and what, then the remedy."""
        where = str(problem.where)
        before = f"{where}: " if where else ""
        self.line(f"{before}{problem.what.in_language(self.lang)}", 0, 2)
        if problem.remedy is not None:
            self.line(f"→ {problem.remedy.in_language(self.lang)}", 2, 2)
