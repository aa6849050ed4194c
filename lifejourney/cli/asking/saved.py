"""A file in which answers wait: written only where the person named it, for nobody else to read."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from lifejourney.cli.desk import Misuse
from lifejourney.errors import Words, system_words
from lifejourney.explanation import as_json

FORMAT: Final = 1


def load(name: str) -> tuple[Mapping[str, Any], str]:
    """Return the body of the request that a file holds, and the version of its catalog.

    Raises Misuse for a file that is not there, or not one of these.
    """
    try:
        found = json.loads(Path(name).expanduser().read_text(encoding="utf-8"))
    except OSError as error:
        why = system_words(error)
        what = Words(
            f"berkas '{name}' tidak dapat dibaca: {why.id}",
            f"the file '{name}' cannot be read: {why.en}",
        )
        remedy = Words("periksa nama dan izinnya", "check its name and permissions")
        raise Misuse(what, remedy) from None
    except ValueError:
        found = None
    body = found.get("request") if isinstance(found, dict) else None
    if body is None or found.get("format") != FORMAT or not _is_body(body):
        what = Words(
            f"'{name}' bukan simpanan jawaban yang dapat dilanjutkan",
            f"'{name}' holds no answers that can be resumed",
        )
        remedy = Words(
            "mulai lagi: lifejourney ask PERISTIWA", "begin again: lifejourney ask EVENT"
        )
        raise Misuse(what, remedy)
    return body, str(found.get("catalog", ""))


def _is_body(body: object) -> bool:
    """Tell whether this has the outer shape of a request; the door reads what is inside."""
    if not isinstance(body, dict):
        return False
    papers = body.get("documents", {})
    objects = [body.get("answers", {}), body.get("persons", {}), papers]
    names = [body.get(name, []) for name in ("events", "declined", "wanted")]
    entries = list(papers.values()) if isinstance(papers, dict) else []
    return (
        all(isinstance(one, dict) for one in objects)
        and all(isinstance(one, list) for one in [*names, *entries])
        and all(isinstance(text, str) for one in names for text in one)
    )


def save(name: str, body: Mapping[str, Any], version: str, *, over: str | None = None) -> Path:
    """Write answers to a new file, or over the one they came from, and return where.

    Raises OSError, FileExistsError where another file has that name already.
    """
    path = Path(name).expanduser()
    if path.exists() and (over is None or not path.samefile(Path(over).expanduser())):
        raise FileExistsError(str(path))
    # Whole or not at all, and with mode 0600 from the first byte on.
    handle, beside = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(as_json({"format": FORMAT, "catalog": version, "request": body}))
        Path(beside).replace(path)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
    return path
