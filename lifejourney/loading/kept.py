"""Open a catalog: as it was kept after an earlier reading, else from its YAML."""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

from platformdirs import user_cache_path

from lifejourney.catalog import Catalog
from lifejourney.loading.files import find_files, fingerprint
from lifejourney.loading.pausing import uncollected
from lifejourney.loading.reading import load_catalog

VARIABLE: Final = "LIFEJOURNEY_CACHE"
"""Names the folder of kept catalogs; empty: nothing is kept."""
MOST: Final = 8
"""So many catalogs are kept; the one not used for longest goes first."""
_PROGRAM: Final = Path(__file__).parents[1]
_KEPT: Final = ".catalog"
NOTED: Final = ".last"
_DIGEST: Final = hashlib.sha256().digest_size


def open_catalog(path: Path | str) -> Catalog:
    """Return the same as `load_catalog`, at once if these very files were found good before.

    What is kept is addressed by the content of every file and by the program that reads them, so
    that it is never out of date. Reading and checking thousands of files takes seconds, opening
    what is kept a few hundredths of one. A folder that cannot be written to, or in which others
    could write, is left alone.
    """
    files, problems = find_files(Path(path))
    folder = _folder()
    if folder is None or problems or not files:
        return load_catalog(path)
    name = _name(folder, fingerprint(files))
    catalog = _kept(name)
    if catalog is None:
        catalog = load_catalog(path)
        _keep(name, pack_catalog(catalog))
    _note(folder, path, name)
    return catalog


def last_good(path: Path | str) -> Catalog | None:
    """Return the catalog that was last found good in a folder, whatever is in it now.

    None where none was kept, or another program has kept it.
    """
    folder = _folder()
    if folder is None:
        return None
    try:
        name = folder / _noted(folder, path).read_text(encoding="utf-8")
    except OSError:
        return None
    return _kept(name) if name.name.endswith(f"-{_program()}{_KEPT}") else None


def _noted(folder: Path, path: Path | str) -> Path:
    """Return where it is noted which catalog was last found good in a folder."""
    place = hashlib.sha256(os.fsencode(Path(path).resolve())).hexdigest()
    return folder / f"{place[:16]}{NOTED}"


def _note(folder: Path, path: Path | str, name: Path) -> None:
    """Note which kept catalog is the last good one of a folder."""
    with suppress(OSError):  # a full disk: it is only not known after the next start
        _noted(folder, path).write_text(name.name, encoding="utf-8")


def _folder() -> Path | None:
    """Return the folder of kept catalogs, None where there is none to be trusted.

    Unpickling runs what the file says, so nobody else may have been able to write it.
    """
    named = os.environ.get(VARIABLE)
    if named == "":
        return None
    folder = Path(named) if named else user_cache_path("lifejourney")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:  # a read-only or full disk: the YAML is read each time
        return None
    others = stat.S_IWGRP | stat.S_IWOTH
    return folder if found.st_uid == os.getuid() and not found.st_mode & others else None


def _program() -> str:
    """Return the hash of what reads a catalog: Python and the files of this package."""
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(_PROGRAM.rglob("*.py")):
        found = file.stat()
        digest.update(f"{file.relative_to(_PROGRAM)} {found.st_size} {found.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]


def _kept(name: Path) -> Catalog | None:
    """Return what was kept under this name; None if it is not there or not whole."""
    try:
        data = name.read_bytes()
        os.utime(name)
    except OSError:
        return None
    digest, whole = data[:_DIGEST], memoryview(data)[_DIGEST:]
    if hashlib.sha256(whole).digest() != digest:
        return None
    return unpack_catalog(whole)


def pack_catalog(catalog: Catalog) -> bytes:
    """Return a catalog as bytes, for another process of this program."""
    packed = BytesIO()
    with uncollected():
        _Packer(packed, pickle.HIGHEST_PROTOCOL).dump(catalog)
    return packed.getvalue()


class _Packer(pickle.Pickler):
    """Pack a frozen noun as what it was made of, without what it would have anyway.

    By default it would be set field by field, which takes longest of all when it is opened.
    """

    def reducer_override(self, noun: object) -> Any:  # noqa: ANN401 - as pickle wants it
        """Return how a noun is made again; NotImplemented for all else."""
        kind: Any = type(noun)
        usual = _usual(kind)
        if not usual:
            return NotImplemented
        given = [getattr(noun, name) for name in usual]
        for default in reversed(tuple(usual.values())):
            if type(given[-1]) is not type(default) or given[-1] != default:
                break
            given.pop()
        return kind, tuple(given)


@cache
def _usual(kind: Any) -> Mapping[str, object]:  # noqa: ANN401 - of any object
    """Return the fields of a frozen noun, each with what it holds unless it is told."""
    if not is_dataclass(kind) or "__slots__" not in vars(kind):
        return {}
    return {
        field.name: field.default if field.default_factory is MISSING else field.default_factory()
        for field in fields(kind)
    }


def unpack_catalog(data: bytes | memoryview) -> Catalog:
    """Return the catalog that was packed; only what this program itself has packed may be given."""
    with uncollected():
        catalog: Catalog = pickle.loads(data)  # noqa: S301 (only we can have written it)
    return catalog


def keep_catalog(path: Path | str, catalog: Catalog, data: bytes) -> None:
    """Keep a catalog that was found good in a folder, packed as `data`, for whoever opens it."""
    folder = _folder()
    if folder is not None:
        name = _name(folder, catalog.version)
        _keep(name, data)
        _note(folder, path, name)


def _name(folder: Path, version: str) -> Path:
    """Return where a catalog is kept: by its content, and by the program that reads it."""
    return folder / f"{version}-{_program()}{_KEPT}"


def _keep(name: Path, data: bytes) -> None:
    """Keep a packed catalog, and let go of those not used for longest."""
    with suppress(OSError):  # a full disk: the YAML is read again the next time
        with NamedTemporaryFile(dir=name.parent, suffix=".part", delete=False) as part:
            part.write(hashlib.sha256(data).digest() + data)
        Path(part.name).replace(name)
        kept = sorted(name.parent.glob(f"*{_KEPT}"), key=lambda one: one.stat().st_mtime_ns)
        for old in kept[:-MOST]:
            old.unlink(missing_ok=True)
        left = {one.name for one in kept[-MOST:]}
        for note in name.parent.glob(f"*{NOTED}"):
            if note.read_text(encoding="utf-8") not in left:
                note.unlink(missing_ok=True)
