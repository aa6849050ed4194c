"""Read answers saved under an older catalog: what is no longer known is left out, and named."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from lifejourney.answers.request import Request
from lifejourney.errors import InvalidRequest, Problem, Words

IGNORE: Final = "ignore"
UNKNOWN: Final = ("refuse", IGNORE)
_NAMED: Final = ("answers", "persons")
_LISTED: Final = (
    *(("declined",), ("wanted",), ("done",), ("documents", "held"), ("documents", "lacking")),
)


def without_unknown(read: Callable[[object], Request], raw: Mapping[str, Any]) -> Request:
    """Return the request without what the catalog does not know; raises InvalidRequest otherwise.

    Each time something is left out the rest is read again, since it was read beside it.
    """
    ignored: dict[str, Words] = {}
    while True:
        try:
            return replace(read(_rest(raw, ignored)), ignored=tuple(ignored.items()))
        except InvalidRequest as refused:
            found = dict(_unknown(raw, refused.problems, ignored))
            if not found:
                raise
            ignored |= found


def _rest(raw: Mapping[str, Any], ignored: Mapping[str, Words]) -> dict[str, Any]:
    """Return a request without some of its fields; the others keep their places."""
    rest: dict[str, Any] = dict(raw)
    for name in _NAMED:
        if isinstance(rest.get(name), Mapping):
            kept = rest[name].items()
            rest[name] = {key: value for key, value in kept if f"{name}.{key}" not in ignored}
    for way in _LISTED:
        holder = rest
        for name in way[:-1]:
            if isinstance(holder.get(name), Mapping):
                holder[name] = dict(holder[name])
                holder = holder[name]
        if isinstance(holder.get(way[-1]), list):
            before = ".".join(way)
            listed = enumerate(holder[way[-1]])
            holder[way[-1]] = [value for at, value in listed if f"{before}[{at}]" not in ignored]
    return rest


def _unknown(
    raw: Mapping[str, Any], problems: tuple[Problem, ...], ignored: Mapping[str, Words]
) -> Iterator[tuple[str, Words]]:
    """Yield the fields, as they stand in the request, that hold something unknown, and why."""
    places = dict(zip(_fields(_rest(raw, ignored)), _left(raw, ignored), strict=True))
    for problem in problems:
        field = (problem.where.field or "").removesuffix(".document")
        if problem.code.startswith("unknown-") and field in places:
            yield places[field], problem.what


def _left(raw: Mapping[str, Any], ignored: Mapping[str, Words]) -> Iterator[str]:
    return (field for field in _fields(raw) if field not in ignored)


def _fields(raw: Mapping[str, Any]) -> Iterator[str]:
    """Yield every field that may be left out."""
    for name in _NAMED:
        if isinstance(raw.get(name), Mapping):
            yield from (f"{name}.{key}" for key in raw[name])
    for way in _LISTED:
        value: Any = raw
        for name in way:
            value = value.get(name) if isinstance(value, Mapping) else None
        if isinstance(value, list):
            yield from (f"{'.'.join(way)}[{at}]" for at in range(len(value)))
