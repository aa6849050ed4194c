"""Build the raw body of a request from what was typed; the door reads it."""

from lifejourney.cli.desk import Misuse
from lifejourney.errors import Words


def pairs(option: str, given: list[str]) -> dict[str, object]:
    """Return NAME=VALUE texts as an object; raises Misuse without `=` or for one name twice."""
    found: dict[str, object] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            what = Words(f"{option} '{text}' tidak memuat '='", f"{option} '{text}' has no '='")
            raise Misuse(what, Words(f"tulis {option} NAMA=NILAI", f"write {option} NAME=VALUE"))
        if found.get(name, value) != value:
            what = Words(f"'{name}' diisi dua kali", f"'{name}' is given twice")
            raise Misuse(what, Words("hapus salah satunya", "remove one of them"))
        found[name] = value
    return found


def without_empty(body: dict[str, object]) -> dict[str, object]:
    """Leave out what was not said."""
    return {name: value for name, value in body.items() if value not in (None, [], {}, "")}
