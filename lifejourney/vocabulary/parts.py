"""Walk a noun: every part of it, with the path of field names and positions that leads there."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, Final

from lifejourney.vocabulary.condition import FactTest

Path = tuple[str | int, ...]
# Most of what a noun holds: nothing is inside these.
_SMALLEST: Final = frozenset((str, int, bool, NoneType, date))


def parts(part: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield a noun and every noun inside it, conditions left aside."""
    if isinstance(part, tuple):
        inside: Any = enumerate(part)
    elif isinstance(part, Mapping):
        inside = ((str(key), inner) for key, inner in part.items())
    elif is_dataclass(part) and not isinstance(part, FactTest):
        yield path, part
        kind: Any = type(part)
        inside = ((name, getattr(part, name)) for name in _names(kind))
    else:
        return
    for step, inner in inside:
        if type(inner) not in _SMALLEST:
            yield from parts(inner, (*path, step))


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - of any noun
    """Return the names of the fields of a kind of nouns."""
    return tuple(field.name for field in fields(kind))
