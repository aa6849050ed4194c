"""Find the files of a catalog, and report those that nobody would read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lifejourney.errors import Place, Problem, Words, did_you_mean

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
        return Path(self.name).stem


def find_files(root: Path) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Return the files that are read, sorted by name, and problems with the others."""
    problems: list[Problem] = []
    if not root.is_dir():
        what = Words(f"folder katalog '{root}' tidak ada", f"there is no catalog folder '{root}'")
        remedy = Words("beri letak folder katalog", "give the path of the catalog's folder")
        return (), (Problem("no-catalog", Place(str(root)), what, remedy),)
    found: list[Found] = []
    for path in sorted(_visible(root), key=lambda one: one.relative_to(root).as_posix()):
        name = path.relative_to(root).as_posix()
        if name not in (COUNTRY, REGISTER, REGIONS, TOPICS, RETIRED) and not _holds_noun(name):
            if not _belongs_to_others(name):
                problems.append(_unknown(path, name))
            continue
        try:
            found.append(Found(name, str(path), path.read_bytes()))
        except OSError as error:
            what = Words("berkas tidak dapat dibuka", "the file cannot be opened")
            remedy = Words(str(error.strerror), str(error.strerror))
            problems.append(Problem("unreadable", Place(str(path)), what, remedy))
    return tuple(found), tuple(problems)


def _visible(root: Path) -> list[Path]:
    """Return every file below the catalog's folder that is not hidden."""
    return [
        path
        for path in root.rglob("*")
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
        and (not path.is_dir() or path.suffix == ".yaml")
    ]


def _holds_noun(name: str) -> bool:
    """Tell whether a file is one of a noun's folder."""
    folder, _, file = name.rpartition("/")
    return folder in NOUNS and file.endswith(".yaml")


def _belongs_to_others(name: str) -> bool:
    """Tell whether a file is for people, or read elsewhere."""
    file = name.rpartition("/")[2]
    for_people = file.endswith(_FOR_PEOPLE) or Path(file).stem.isupper()
    return for_people or name.split("/", maxsplit=1)[0] in _OTHERS


def _unknown(path: Path, name: str) -> Problem:
    """Report a file that would be ignored."""
    what = Words("berkas ini tidak akan dibaca", "this file would not be read")
    folder, _, file = name.rpartition("/")
    listed = ", ".join(NOUNS)
    remedy = did_you_mean(folder, NOUNS) if folder not in NOUNS else None
    if folder in NOUNS:
        better = f"{file.partition('.')[0]}.yaml"
        remedy = Words(f"beri nama {better}", f"name it {better}")
    fallback = Words(f"pindahkan ke salah satu dari: {listed}", f"move it to one of: {listed}")
    return Problem("unknown-file", Place(str(path)), what, remedy or fallback)


def fingerprint(files: tuple[Found, ...]) -> str:
    """Return the hash of all that was read: names and bytes, not where the folder stands."""
    digest = hashlib.sha256()
    for file in files:
        for part in (file.name.encode("utf-8", "surrogateescape"), file.data):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:16]
