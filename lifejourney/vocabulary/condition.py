"""Conditions on facts, persons and events, as a tree that knows its place in the file.

`path` of a node is where it stands below the condition in the YAML file, for error messages.
"""

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


def leaves(condition: Condition) -> tuple[Condition, ...]:
    """Return the tests, and the quantifiers themselves, from left to right."""
    match condition:
        case AllOf(of) | AnyOf(of):
            return tuple(leaf for part in of for leaf in leaves(part))
        case Not(part):
            return leaves(part)
        case Some(_, part) | Every(_, part):
            return (condition, *leaves(part))
        case _:
            return (condition,)
