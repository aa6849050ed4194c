"""What is left of a graph once something is known of somebody: all that could still matter.

Only that is asked about, and only that is looked at: what is unknown behind a service that is not
for this person changes no advice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from lifejourney.lanes.columns import bits
from lifejourney.planning.behind import atoms_bearing_on, behind_goals, formulas_in
from lifejourney.planning.ground import Ground
from lifejourney.planning.nodes import Behind, Need
from lifejourney.planning.reach import within_reach
from lifejourney.planning.state import Given
from lifejourney.program import FactAtom, Trace
from lifejourney.program.atoms import Atom
from lifejourney.situation import Situation


def known_atom(atom: Atom, situation: Situation) -> bool | None:
    """Return what is known of an atom: true, false, or None."""
    if not isinstance(atom, FactAtom):
        return None
    value = situation.facts.get((atom.member, atom.name))
    return None if value is None else atom.known(value, situation.day)


def done_in(ground: Ground, situation: Situation) -> tuple[frozenset[int], frozenset[int]]:
    """Return the makings of the steps that are done, and the instances."""
    if not situation.done:
        return frozenset(), frozenset()
    steps = frozenset(one.number for one in ground.instances if one.id in situation.done)
    return frozenset(n for one in steps for n in ground.instances[one].makings), steps


@dataclass(frozen=True)
class Left:
    """Hold what one situation leaves of the graph of a cast.

    `further`: conditions that are looked at though no goal depends on them.
    """

    ground: Ground
    situation: Situation
    further: frozenset[int] = frozenset()

    @cached_property
    def trace(self) -> Trace:
        """Return the evaluation of conditions by the answers alone."""
        return Trace(self.ground.formulas, partial(known_atom, situation=self.situation))

    @cached_property
    def behind(self) -> Behind:
        """Return the part of the graph that could still bear on the goals."""
        return behind_goals(self.ground, self._best)

    @cached_property
    def reachable(self) -> Behind:
        """Return of the same part what somebody could use at best."""
        may_hold = {
            paper: self._best.truth[when]
            for paper, when in self.ground.holdable.items()
            if paper in self.behind.papers and self.situation.papers.get(paper) is not False
        }
        best = replace(self._best, hand={**may_hold, **self._best.hand})
        ready = within_reach(self.ground, best, self._sure).ready
        return behind_goals(self.ground, self._best, ready)

    @property
    def _sure(self) -> Behind:
        """Return the same part with those needs alone that are known to be there."""

        def sure(needs: Sequence[Need]) -> tuple[Need, ...]:
            return tuple(need for need in needs if self.trace.value(need.when) is True)

        behind = self.behind
        return replace(
            behind,
            instances={number: sure(needs) for number, needs in behind.instances.items()},
            makings={number: sure(needs) for number, needs in behind.makings.items()},
        )

    @cached_property
    def atoms(self) -> Mapping[int, Atom]:
        """Return the atoms that the goals can still depend on."""
        formulas = self.further.union(formulas_in(self.ground, self.behind))
        return atoms_bearing_on(self.ground, formulas)

    def covers(self, formula: int) -> bool:
        """Tell whether the goals can still depend on all that a condition speaks of."""
        return self.atoms.keys() >= self.ground.formulas.atoms_of([formula])

    @cached_property
    def _best(self) -> Given[int]:
        """Return what is given to one person for whom all is so that is not known to fail."""
        papers, ours = self.situation.papers, self.ground.papers
        hand = {paper: 1 for paper, held in papers.items() if held and paper in ours}
        makings, steps = done_in(self.ground, self.situation)
        return Given(
            bits(1),
            _NotFailing(self.trace),
            hand,
            wanted=self.situation.wanted,
            done=makings,
            done_steps=steps,
        )


class _NotFailing(dict[int, int]):
    """Say of each condition whether it is not known to fail, as the mask of one person."""

    def __init__(self, trace: Trace) -> None:
        super().__init__()
        self._trace = trace

    def __missing__(self, formula: int) -> int:
        self[formula] = can = int(self._trace.value(formula) is not False)
        return can
