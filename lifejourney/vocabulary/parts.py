"""Walk a noun: every part of it, with the path of field names and positions that leads there."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from lifejourney.vocabulary.condition import FactTest

Path = tuple[str | int, ...]


def parts(part: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield a noun and every noun inside it, conditions left aside."""
    if isinstance(part, tuple):
        for at, inner in enumerate(part):
            yield from parts(inner, (*path, at))
    elif isinstance(part, Mapping):
        for key, inner in part.items():
            yield from parts(inner, (*path, str(key)))
    elif is_dataclass(part) and not isinstance(part, FactTest):
        yield path, part
        for field in fields(part):
            yield from parts(getattr(part, field.name), (*path, field.name))
