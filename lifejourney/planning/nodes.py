"""What the AND/OR graph is made of: services for members, what they need and make, goals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lifejourney.vocabulary import Call, Requirement, Service

UNKNOWN_FEE = 1 << 60
Paper = tuple[str, str]
"""A document and the member whose it is."""


@dataclass(frozen=True, slots=True)
class Way:
    """Name one paper that meets a need, its rank (0 first), and the formula of its `when`."""

    paper: Paper
    rank: int
    substitute: bool
    when: int


@dataclass(frozen=True, slots=True)
class Need:
    """Ask for a paper: any of `ways`, if the formula `when` holds."""

    number: int
    ways: tuple[Way, ...]
    when: int
    requirement: Requirement


@dataclass(frozen=True, slots=True)
class Making:
    """Say that an instance makes a paper, if `when` holds, once `needs` are met too."""

    number: int
    instance: int
    paper: Paper
    when: int
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Instance:
    """Name one service for one member: `applies` with existence, what it needs and makes."""

    number: int
    service: Service
    member: str
    applies: int
    needs: tuple[Need, ...]
    makings: tuple[int, ...]

    @property
    def id(self) -> str:
        """Return the id of the step: code and member."""
        return f"{self.service.code}@{self.member}"

    @property
    def fee(self) -> int:
        """Return what it costs for comparison; unknown is dearer than anything known."""
        known = self.service.cost.known
        return UNKNOWN_FEE if known is None else known


@dataclass(frozen=True, slots=True)
class Goal:
    """Name what an event calls for, for one member; `when` includes that the member exists."""

    event: str
    call: Call
    member: str
    when: int
    instance: int | None
    paper: Paper | None

    @property
    def id(self) -> str:
        """Return slug and member."""
        return f"{self.call.target}@{self.member}"


@dataclass(frozen=True, slots=True)
class Behind:
    """Hold a part of a graph: instances and makings with the needs that somebody may have.

    `papers`: what may be asked for, with its kinds.
    """

    instances: Mapping[int, Sequence[Need]]
    makings: Mapping[int, Sequence[Need]]
    papers: Mapping[Paper, None]
