"""Conditions on facts, persons and events, as a tree that knows its place in the file.

`path` of a node is where it stands below the condition in the YAML file, for error messages.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lifejourney.feel import Test as Unary

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FactTest:
    """Hold when the fact `name` of `role` (or of `it`, the one served) passes a unary test."""

    role: str
    name: str
    test: Unary
    path: Path = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EventTest:
    """Hold when one of these life events was chosen."""

    events: tuple[str, ...]
    path: Path = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Same:
    """Hold when these roles are played by one person."""

    roles: tuple[str, ...]
    path: Path = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Hold when all of these hold (of nothing: always)."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Hold when any of these holds (of nothing: never)."""

    of: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Hold when this does not."""

    of: "Condition"


@dataclass(frozen=True, slots=True)
class Some:
    """Hold when at least one existing member of a role meets this."""

    role: str
    of: "Condition"
    path: Path = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Every:
    """Hold when each existing member of a role meets this (over nobody: always)."""

    role: str
    of: "Condition"
    path: Path = field(default=(), compare=False, repr=False)


Condition = FactTest | EventTest | Same | AllOf | AnyOf | Not | Some | Every
ALWAYS = AllOf(())


Leaf = FactTest | EventTest | Same | Some | Every


def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """Return the tests, and the quantifiers themselves, from left to right."""
    return tuple(leaf for leaf, _ in leaves_inside(condition))


def leaves_inside(
    condition: Condition, inside: frozenset[str] = frozenset()
) -> Iterator[tuple[Leaf, frozenset[str]]]:
    """Yield the tests and quantifiers with the roles over whose members they are read."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves_inside(part, inside)
        case Not(part):
            yield from leaves_inside(part, inside)
        case Some(role, part) | Every(role, part):
            yield condition, inside
            yield from leaves_inside(part, inside | {role})
        case _:
            yield condition, inside
