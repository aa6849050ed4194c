"""Expected effort (1 a question, if none is dearer) over partial answers, by dynamic programming.

What is left after some answers is the outcome over the facts that still matter; equal remainders,
however reached, are solved once.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from lifejourney.questionnaire import Table
from lifejourney.questionnaire.relevance import alone
from lifejourney.questionnaire.table import Whole

Choose = Callable[["Remainder"], int]


@dataclass(frozen=True, eq=False)
class Remainder:
    """Hold the outcome, one axis per fact that still matters, and the facts."""

    outcome: Whole
    matters: Whole  # per completion, the facts that matter to it alone, one bit each
    facts: tuple[int, ...]

    @property
    def key(self) -> tuple[tuple[int, ...], bytes]:
        """Return what equal remainders share."""
        low = self.outcome - self.outcome.min()
        return self.facts, low.astype(np.uint8).tobytes()

    def after(self, axis: int, option: int) -> "Remainder":
        """Return the remainder after an answer, without the facts that no longer matter."""
        at = (slice(None),) * axis + (option,)
        matters = self.matters[at]
        facts = self.facts[:axis] + self.facts[axis + 1 :]
        if not facts:
            return Remainder(self.outcome[at], matters, ())
        bits = int(np.bitwise_or.reduce(matters, axis=None))
        keep = tuple(slice(None) if bits >> fact & 1 else 0 for fact in facts)
        left = tuple(fact for fact in facts if bits >> fact & 1)
        return Remainder(self.outcome[at][keep], matters[keep], left)


class PartialAnswers:
    """Expect the effort of a full table whose facts are independent."""

    def __init__(self, table: Table, likely: tuple[tuple[float, ...], ...]) -> None:
        self.table = table
        self.likely = likely
        single = alone(table)
        bits = (single << np.arange(single.shape[1])).sum(axis=1)
        whole = Remainder(table.outcome.reshape(table.sizes), bits.reshape(table.sizes), ())
        found = int(np.bitwise_or.reduce(bits))
        facts = range(len(table.sizes))
        keep = tuple(slice(None) if found >> fact & 1 else 0 for fact in facts)
        left = tuple(fact for fact in facts if found >> fact & 1)
        self.start = Remainder(whole.outcome[keep], whole.matters[keep], left)

    def optimum(self) -> float:
        """Return the least expected effort of any way to choose the questions."""
        known: dict[tuple[tuple[int, ...], bytes], float] = {}

        def least(remainder: Remainder) -> float:
            if len(remainder.facts) <= 1:
                return sum(self.table.effort[fact] for fact in remainder.facts)
            key = remainder.key
            if key not in known:
                known[key] = min(
                    self._asked(remainder, axis, least) for axis in range(len(remainder.facts))
                )
            return known[key]

        return least(self.start)

    def expected(self, choose: Choose) -> float:
        """Return the expected effort where `choose` names the next fact of a remainder."""
        known: dict[tuple[tuple[int, ...], bytes], float] = {}

        def own(remainder: Remainder) -> float:
            if len(remainder.facts) <= 1:
                return sum(self.table.effort[fact] for fact in remainder.facts)
            key = remainder.key
            if key not in known:
                axis = remainder.facts.index(choose(remainder))
                known[key] = self._asked(remainder, axis, own)
            return known[key]

        return own(self.start)

    def walked(self, choose: Callable[["Remainder", dict[int, int]], int]) -> float:
        """Return the same where the choice depends on the answers, too."""
        answers: dict[int, int] = {}

        def own(remainder: Remainder) -> float:
            if len(remainder.facts) <= 1:
                return sum(self.table.effort[fact] for fact in remainder.facts)
            fact = choose(remainder, answers)
            total = self.table.effort[fact]
            for option, share in enumerate(self.likely[fact]):
                answers[fact] = option
                total += share * own(remainder.after(remainder.facts.index(fact), option))
            del answers[fact]
            return total

        return own(self.start)

    def _asked(self, remainder: Remainder, axis: int, then: Callable[[Remainder], float]) -> float:
        shares = self.likely[remainder.facts[axis]]
        return self.table.effort[remainder.facts[axis]] + sum(
            share * then(remainder.after(axis, option)) for option, share in enumerate(shares)
        )

    def completions(self, remainder: Remainder) -> Table:
        """Return the remainder as a table whose unknowns are its facts."""
        sizes = remainder.outcome.shape
        values = np.indices(sizes).reshape(len(sizes), -1).T
        weight = np.ones(len(values))
        for column, fact in enumerate(remainder.facts):
            weight *= np.array(self.likely[fact])[values[:, column]]
        applies = np.ones(values.shape, dtype=np.bool_)
        return replace(
            self.table,
            values=values,
            applies=applies,
            outcome=remainder.outcome.ravel(),
            weight=weight,
            sizes=sizes,
            effort=tuple(self.table.effort[fact] for fact in remainder.facts),
        )
