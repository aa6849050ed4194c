"""Find the files of a catalog, and report those that nobody would read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lifejourney.errors import Place, Problem, Words, did_you_mean, system_words

NOUNS: Final = (
    *("events", "services", "documents", "facts", "authorities", "units", "regions"),
    "scenarios",
    "calendars",
)
REGISTER: Final = "register.yaml"
COUNTRY: Final = "country.yaml"
TOPICS: Final = "topics.yaml"
RETIRED: Final = "retired.yaml"
REGIONS: Final = "regions/regions.csv"
RULES: Final = "calendars/rules.yaml"
# What stands beside the table of regions is not read here.
_OTHERS: Final = ("regions",)
_FOR_PEOPLE: Final = (".md", ".txt")
_AT_ONCE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Found:
    """Hold one file: where it is, below the catalog and as shown, and its bytes."""

    name: str
    shown: str
    data: bytes

    @property
    def folder(self) -> str:
        """Return the folder, which says what noun the file holds."""
        return self.name.rpartition("/")[0]

    @property
    def stem(self) -> str:
        """Return the slug."""
        return self.name.rpartition("/")[2].rpartition(".")[0]


def find_files(root: Path) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Return the files that are read, sorted by name, and problems with the others."""
    problems: list[Problem] = []
    if not root.is_dir():
        what = Words(f"folder katalog '{root}' tidak ada", f"there is no catalog folder '{root}'")
        remedy = Words("beri letak folder katalog", "give the path of the catalog's folder")
        return (), (Problem("no-catalog", Place(str(root)), what, remedy),)
    found: list[Found] = []
    before = str(root / "x")[:-1]
    for name in sorted(_visible(root)):
        shown = before + name
        if name not in (COUNTRY, REGISTER, REGIONS, TOPICS, RETIRED) and not _holds_noun(name):
            if not _belongs_to_others(name):
                problems.append(_unknown(shown, name))
            continue
        try:
            found.append(Found(name, shown, _bytes_of(shown)))
        except OSError as error:
            problems.append(_unreadable(shown, error))
    return tuple(found), tuple(problems)


def _visible(root: Path) -> Iterator[str]:
    """Yield every file below the catalog's folder that is not hidden, by its name there."""
    folders = [""]
    while folders:
        folder = folders.pop()
        with suppress(OSError), os.scandir(root / folder) as entries:
            for entry in entries:
                name = folder + entry.name
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{name}/")
                if name.endswith(".yaml") or not entry.is_dir():
                    yield name


def _bytes_of(path: str) -> bytes:
    """Return the content of a file, with few calls of the system: catalogs have many files."""
    opened = os.open(path, os.O_RDONLY)
    try:
        data = os.read(opened, _AT_ONCE)
        while more := os.read(opened, _AT_ONCE):
            data += more
    finally:
        os.close(opened)
    return data


def _unreadable(shown: str, error: OSError) -> Problem:
    """Report a file that cannot be opened."""
    why = system_words(error)
    what = Words(f"berkas tidak dapat dibuka: {why.id}", f"the file cannot be opened: {why.en}")
    remedy = Words("periksa izin dan jenisnya", "check its permissions and its kind")
    return Problem("unreadable", Place(shown), what, remedy)


def _holds_noun(name: str) -> bool:
    """Tell whether a file is one of a noun's folder."""
    folder, _, file = name.rpartition("/")
    return folder in NOUNS and file.endswith(".yaml")


def _belongs_to_others(name: str) -> bool:
    """Tell whether a file is for people, or read elsewhere."""
    file = name.rpartition("/")[2]
    for_people = file.endswith(_FOR_PEOPLE) or Path(file).stem.isupper()
    return for_people or name.split("/", maxsplit=1)[0] in _OTHERS


def _unknown(shown: str, name: str) -> Problem:
    """Report a file that would be ignored."""
    what = Words("berkas ini tidak akan dibaca", "this file would not be read")
    folder, _, file = name.rpartition("/")
    listed = ", ".join(NOUNS)
    remedy = did_you_mean(folder, NOUNS) if folder not in NOUNS else None
    if folder in NOUNS:
        better = f"{file.partition('.')[0]}.yaml"
        remedy = Words(f"beri nama {better}", f"name it {better}")
    elif (first := folder.partition("/")[0]) in NOUNS:
        remedy = Words(
            f"tanpa folder di dalamnya: pindahkan ke {first}/{file}",
            f"no folders within: move it to {first}/{file}",
        )
    fallback = Words(f"pindahkan ke salah satu dari: {listed}", f"move it to one of: {listed}")
    return Problem("unknown-file", Place(shown), what, remedy or fallback)


def fingerprint(files: tuple[Found, ...]) -> str:
    """Return the hash of all that was read: names and bytes, not where the folder stands."""
    digest = hashlib.sha256()
    for file in files:
        for part in (file.name.encode("utf-8", "surrogateescape"), file.data):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:16]
