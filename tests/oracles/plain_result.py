"""What the plain planner works on and gives: walks, aims and plans, by names alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.oracles.plain_graph import Making, Paper
from tests.oracles.plain_search import Reach


@dataclass(frozen=True, order=True)
class Met:
    """Say which paper, and from where, meets what a step asks for, itself or to make a paper."""

    step: str
    made: Paper | None
    any_of: tuple[str, ...]
    paper: Paper
    source: str


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
