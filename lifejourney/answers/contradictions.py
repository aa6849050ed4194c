"""Find answers that cannot be true together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from lifejourney.answers.faults import Faults
from lifejourney.catalog import Catalog
from lifejourney.errors import Words
from lifejourney.planning.constraints import Never, Ordered, ends_of, ground_constraint
from lifejourney.planning.left import known_atom
from lifejourney.program import Formulas, Grounder, Trace
from lifejourney.situation import Cast, Situation
from lifejourney.vocabulary import Text

FactKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Declared:
    """Hold what a catalog declares of the people of one cast, read for each choice of members.

    `applies`: for each fact that is compared, the formula by which it applies.
    """

    formulas: Formulas
    constraints: tuple[tuple[Text | None, list[Never], list[Ordered]], ...]
    applies: Mapping[FactKey, int]


def declared_of(catalog: Catalog, cast: Cast) -> Declared:
    """Read the constraints of a catalog for a cast; no answer takes part in it."""
    grounder = Grounder(catalog, cast, Formulas())
    found = tuple((one.why, *ground_constraint(grounder, one)) for one in catalog.constraints)
    compared = {
        fact: grounder.applies(*fact)
        for _, _, ordered in found
        for one in ordered
        for fact in (one.first, one.second)
    }
    return Declared(grounder.formulas, found, compared)


@dataclass(frozen=True)
class Contradictions:
    """Report answers that break what the catalog declares; `keys` is how each was written."""

    declared: Declared
    situation: Situation
    keys: Mapping[FactKey, str]
    faults: Faults

    def report(self) -> None:
        """Report every set of answers that breaks a constraint, once."""
        trace = Trace(self.declared.formulas, partial(known_atom, situation=self.situation))
        seen: set[frozenset[FactKey]] = set()
        for why, never, ordered in self.declared.constraints if self.keys else ():
            for facts in self._broken(never, ordered, trace):
                if facts and facts not in seen:
                    seen.add(facts)
                    self._add(facts, why)

    def _broken(
        self, never: list[Never], ordered: list[Ordered], trace: Trace
    ) -> Iterator[frozenset[FactKey]]:
        """Yield the answers that break one constraint, for each choice of members."""
        yield from (self._said(one.facts) for one in never if trace.value(one.formula))
        for one in ordered:
            both = (one.first, one.second)
            if self._is_out_of_order(one) and trace.value(one.formula):
                applies = (trace.value(self.declared.applies[fact]) for fact in both)
                if all(value is not False for value in applies):
                    yield frozenset(both) | self._said(one.facts)

    def _said(self, facts: frozenset[FactKey]) -> frozenset[FactKey]:
        return frozenset(fact for fact in facts if fact in self.keys)

    def _is_out_of_order(self, ordered: Ordered) -> bool:
        """Tell whether both facts are known and do not compare as declared."""
        facts = self.situation.facts
        if ordered.first not in facts or ordered.second not in facts:
            return False
        first, second = facts[ordered.first], facts[ordered.second]
        return not ordered.possible(ends_of(first), ends_of(second))

    def _add(self, facts: frozenset[FactKey], why: Text | None) -> None:
        """Report the answers, by the names under which they were given."""
        keys = [key for fact, key in self.keys.items() if fact in facts]
        said = [
            f"{self.keys[fact]} = {_written(self.situation.facts[fact])}"
            for fact in self.keys
            if fact in facts
        ]
        what = Words(
            f"jawaban ini tidak mungkin bersama: {' dan '.join(said)}",
            f"these answers cannot be true together: {' and '.join(said)}",
        )
        if why is not None:
            what = Words(f"{what.id} ({why.id})", f"{what.en} ({why.in_language('en')})")
        if len(keys) == 1:
            what = Words(
                what.id.replace("bersama: ", "benar: ", 1),
                what.en.replace("these answers cannot be true together", "this cannot be true", 1),
            )
        remedy = Words("perbaiki jawabannya", "correct the answer")
        if len(keys) > 1:
            remedy = Words("perbaiki salah satunya", "correct one of them")
        self.faults.add("contradiction", f"answers.{keys[-1]}", what, remedy)


def _written(answer: object) -> str:
    """Return an answer as it is written in a request."""
    return str(answer).lower() if isinstance(answer, bool) else str(answer)
