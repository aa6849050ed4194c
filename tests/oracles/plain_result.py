"""What the plain planner works on and gives: walks, aims and plans, by names alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lifejourney.vocabulary import Requirement, Service
from tests.oracles.plain_graph import Making, Paper
from tests.oracles.plain_search import Reach


@dataclass(frozen=True, order=True)
class Met:
    """Say which paper, and from where, meets what a step asks for, itself or to make a paper.

    `place`: which of all requirements of its service it meets.
    """

    step: str
    made: Paper | None
    place: int
    paper: Paper
    source: str


def place_of(service: Service, requirement: Requirement) -> int:
    """Return which one of all that a service, and what it makes, asks for a requirement is."""
    asked = [*service.requires, *(one for made in service.produces for one in made.requires)]
    return next(number for number, one in enumerate(asked) if one is requirement)


@dataclass
class Walk:
    """What the goals need."""

    reach: Reach
    steps: set[str] = field(default_factory=set)
    makes: set[Making] = field(default_factory=set)
    edges: set[tuple[str, str]] = field(default_factory=set)
    takes: set[tuple[Paper, Making]] = field(default_factory=set)
    goals: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Aims:
    """What is pursued: the wished kinds of a paper, those that serve whoever needs any, goals."""

    kinds: Mapping[Paper, list[Paper]]
    taken: Mapping[Paper, list[Paper]]
    asked: tuple[bool, ...]


@dataclass(frozen=True)
class Result:
    """The plan of one complete situation, by names alone."""

    called: tuple[bool, ...]
    asked: tuple[bool, ...]
    reached: tuple[bool, ...]
    blocked: tuple[bool, ...]
    steps: frozenset[str]
    makes: frozenset[tuple[str, Paper]]
    edges: frozenset[tuple[str, str]]
    ways: frozenset[Met]
