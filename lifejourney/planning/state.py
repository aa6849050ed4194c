"""What is given for a column of people, and what the resolver found for each of them.

Every mask says of which people something holds; the numbers are those of the `Ground`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic

from lifejourney.lanes.columns import Column, M
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Behind, Paper

HAND = -1
"""The source of a paper that is at hand."""
AVAILABLE = -2
"""The source of a paper that is written by oneself or issued outside the catalog."""


@dataclass(frozen=True)
class Given(Generic[M]):
    """Hold what is given to the resolver.

    `truth`: the masks of the formulas. `hand`: who has a paper at hand; `told`: the papers that
    the person says are at hand.
    `kinds[general]`: for a paper of which the kind is a choice, who wants which kind; `also`:
    who makes which other kind on the way to it, so that whatever asks for the paper has it then;
    `settled`: the generals of which the person named the kind. `rivals`: in groups, who wants
    which of the goals that exclude one another; `asked`: who pursues such a goal in the end.
    `wanted`: papers preferred to all other ways. `done`: makings of steps that are done;
    `done_steps`: the instances that are done whole. `allowed`: who may use a service (missing:
    everybody). `faster`: where finish times are left open, for whom a making is supposed to be
    the first of those that compete. `ways`: the one way by which each need is to be met, where
    that was found before; no other is opened then. `can`: who can have a wanted paper at all.
    `behind`: what could bear on their goals (None: the whole graph).
    """

    column: Column[M]
    truth: Mapping[int, M]
    hand: Mapping[Paper, M]
    told: frozenset[Paper] = frozenset()
    kinds: Mapping[Paper, Mapping[Paper, M]] = field(default_factory=dict)
    wanted: frozenset[Paper] = frozenset()
    done: frozenset[int] = frozenset()
    done_steps: frozenset[int] = frozenset()
    allowed: Mapping[int, M] = field(default_factory=dict)
    settled: frozenset[Paper] = frozenset()
    rivals: tuple[Mapping[int, M], ...] = ()
    asked: Mapping[int, M] = field(default_factory=dict)
    faster: Mapping[int, M] = field(default_factory=dict)
    also: Mapping[Paper, Mapping[Paper, M]] = field(default_factory=dict)
    ways: Mapping[int, Mapping[int, M]] | None = None
    can: Mapping[Paper, M] = field(default_factory=dict)
    behind: Behind | None = None

    def within(self, ground: Ground) -> Behind:
        """Return the part of the graph in which to look."""
        return self.behind or ground.whole

    def accepted(self, general: Paper, kind: Paper) -> M:
        """Return for whom a kind that a step makes counts as the general paper."""
        wanted = self.kinds.get(general)
        if wanted is None:
            return self.column.all
        also = self.also.get(general, {}).get(kind, self.column.none)
        return wanted.get(kind, self.column.none) | also


@dataclass
class Found(Generic[M]):
    """Hold what can be had, and how: the way of each need, the source of each paper.

    `ready[i]` who can do instance i, `finish[i]` the same by finish time; `way[need][k]` who
    takes way k; `source[paper][making]` who has the paper from there; `had[paper]` who has it.
    """

    column: Column[M]
    ready: dict[int, M] = field(default_factory=dict)
    finish: dict[int, dict[int, M]] = field(default_factory=dict)
    way: dict[int, dict[int, M]] = field(default_factory=dict)
    source: dict[Paper, dict[int, M]] = field(default_factory=dict)
    had: dict[Paper, M] = field(default_factory=dict)


@dataclass
class Chosen(Generic[M]):
    """Hold what the goals need of what was found.

    `steps[i]`: who takes step i; `makes[m]`: who needs making m; `takes[paper, m]`: who needs it
    for that paper; `edges[a, b]`: who takes step a before step b; `goals[g]`: who reaches goal g,
    `results[g, paper]`: by which paper, `served[g]`: by the service itself.
    `loose[i]`: for whom step i may be superfluous, where that was left open.
    """

    found: Found[M]
    steps: dict[int, M]
    makes: dict[int, M]
    takes: dict[tuple[Paper, int], M]
    edges: dict[tuple[int, int], M]
    goals: list[M]
    results: dict[tuple[int, Paper], M]
    served: dict[int, M]
    loose: dict[int, M] = field(default_factory=dict)
