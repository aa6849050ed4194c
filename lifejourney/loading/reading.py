"""Read a whole catalog, and report every problem of every file in one go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lifejourney.catalog import Catalog
from lifejourney.checks import Faultless, Places, check_catalog
from lifejourney.errors import InvalidCatalog, Place, Problem, Words
from lifejourney.loading.contents import Contents, read_contents
from lifejourney.loading.files import COUNTRY, REGISTER, Found, find_files, fingerprint
from lifejourney.loading.gathering import Gathering
from lifejourney.loading.nodes import Entries
from lifejourney.loading.partly import is_true_of_a_part
from lifejourney.loading.pausing import uncollected
from lifejourney.vocabulary import Register


def load_catalog(path: Path | str, today: date | None = None) -> Catalog:
    """Return the catalog of a folder; raises InvalidCatalog with all that is wrong in it.

    Hints do not stop it, and are not told.
    """
    return Reader(path).load(today)


def read_catalog(
    path: Path | str, today: date | None = None
) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Return the catalog as far as it could be built, and every problem, by place.

    Where a file did not give its nouns, only such checks count that do not follow from that. With
    `today` sources that are old are named too.
    """
    catalog, problems, _ = read_with_places(path, today)
    return catalog, problems


def read_with_places(
    path: Path | str, today: date | None = None
) -> tuple[Catalog | None, tuple[Problem, ...], Places]:
    """Return the same, and where each noun was written."""
    return Reader(path).read(today)


class Reader:
    """Read the catalog of one folder as often as it changes.

    A file that has not changed since is not read again. `anew` names those read the last time.
    """

    def __init__(self, path: Path | str) -> None:
        """Begin with nothing read."""
        self.anew: tuple[str, ...] = ()
        self._path = Path(path)
        self._kept: dict[str, tuple[Found, str, Contents]] = {}
        self._faultless = Faultless()

    def load(self, today: date | None = None) -> Catalog:
        """Return what is in the folder now; raises InvalidCatalog with all that is wrong in it."""
        catalog, problems, _ = self.read(today)
        wrong = [problem for problem in problems if problem.severity == "error"]
        if catalog is None or wrong:
            raise InvalidCatalog(wrong)
        return catalog

    def read(self, today: date | None = None) -> tuple[Catalog | None, tuple[Problem, ...], Places]:
        """Return the catalog as far as it could be built, every problem, and the places."""
        with uncollected():
            return self._read(today)

    def _read(self, today: date | None) -> tuple[Catalog | None, tuple[Problem, ...], Places]:
        files, problems = find_files(self._path)
        gathering = Gathering()
        positions = gathering.positions
        register = Register()  # where the file is missing
        positions.remember(register, str(self._path / REGISTER), Entries((), 1, 1))
        gathering.others["register"] = register
        for name, contents in self._contents(files):
            gathering.add(contents, folder_of(name))
        catalog = gathering.catalog(fingerprint(files)) if files else None
        found = [*problems, *gathering.problems]
        if not files and not found:
            found = [_empty(self._path)]
        if catalog is not None:
            # In a part of a catalog no noun is known to be good.
            faultless = Faultless() if gathering.lost else self._faultless
            checked = check_catalog(catalog, positions, today, faultless)
            found += [
                problem
                for problem in checked
                if not gathering.follows(problem)
                and (not gathering.lost or is_true_of_a_part(problem.code, gathering.lost))
            ]
        catalog = None if gathering.lost else catalog
        return catalog, tuple(sorted(dict.fromkeys(found), key=by_place)), positions

    def _contents(self, files: tuple[Found, ...]) -> Iterator[tuple[str, Contents]]:
        """Yield the name of each file and what it gives.

        That of the country comes first: it names the language.
        """
        before, self._kept, anew = self._kept, {}, []
        language = "id"
        for file in sorted(files, key=lambda one: one.name != COUNTRY):
            kept = before.get(file.name)
            if kept is None or kept[:2] != (file, language):
                kept = file, language, read_contents(file, language)
                anew.append(file.name)
            self._kept[file.name] = kept
            contents = kept[2]
            if file.name == COUNTRY:
                language = contents.findings.language
            yield file.name, contents
        self.anew = tuple(anew)


def folder_of(name: str) -> str:
    """Return the folder of a file by its name in the catalog, that of a single one without `.`."""
    return name.split("/", maxsplit=1)[0].removesuffix(".yaml")


def _empty(path: Path) -> Problem:
    """Report a folder that holds no file of a catalog."""
    what = Words(f"tidak ada katalog di '{path}'", f"there is no catalog in '{path}'")
    remedy = Words(
        "beri letak folder yang berisi events/, services/, …",
        "give the path of the folder that holds events/, services/, …",
    )
    return Problem("no-catalog", Place(str(path)), what, remedy)


def by_place(problem: Problem) -> tuple[str, int, int]:
    """Return file, line and column of a problem, to sort by."""
    where: Place = problem.where
    return where.file or "", where.line or 0, where.column or 0
