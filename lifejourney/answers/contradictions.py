"""Find answers that cannot be true together, and the person whom a derived identity means."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lifejourney.answers.faults import Faults
from lifejourney.catalog import Catalog
from lifejourney.errors import Words
from lifejourney.planning.columns import known_atom
from lifejourney.planning.constraints import Never, Ordered, ground_constraints
from lifejourney.program import Formulas, Grounder, Program, three_valued
from lifejourney.situation import Cast, Situation
from lifejourney.vocabulary import Constraint, Text

FactKey = tuple[str, str]


@dataclass(frozen=True)
class Known:
    """Say of formulas whether they are known to hold, from the answers of one request."""

    catalog: Catalog
    cast: Cast
    day: date
    facts: Mapping[FactKey, object]

    def truth(self, formulas: Formulas, wanted: list[int]) -> Mapping[int, bool | None]:
        """Return for each formula true, false, or None for unknown."""
        situation = Situation(self.cast, self.day, self.facts)
        known = [known_atom(atom, situation) for atom in formulas.atoms]
        return three_valued(Program(formulas, sorted(set(wanted))), known)


def meant_by(known: Known, said: Container[str]) -> dict[str, str]:
    """Return for each role of an open identity the member that is known to play it.

    `said` holds the roles of which the person told who plays them.

    A child that died after birth is the deceased, without anybody having said so.
    """
    formulas = Formulas()
    grounder = Grounder(known.catalog, known.cast, formulas)
    plays = {
        (role, part.member): grounder.plays(part, role)
        for role, parts in known.cast.parts.items()
        if role not in said and any(part.member == role for part in parts)
        for part in parts
        if part.when and part.member != role
    }
    truth = known.truth(formulas, list(plays.values()))
    players: dict[str, list[str]] = {}
    for (role, member), formula in plays.items():
        if truth[formula]:
            players.setdefault(role, []).append(member)
    return {role: members[0] for role, members in players.items() if len(members) == 1}


@dataclass(frozen=True)
class Contradictions:
    """Report answers that break what the catalog declares; `keys` is how each was written."""

    known: Known
    keys: Mapping[FactKey, str]
    faults: Faults

    def report(self) -> None:
        """Report every set of answers that breaks a constraint, once."""
        seen: set[frozenset[FactKey]] = set()
        for constraint in self.known.catalog.constraints:
            for facts in self._broken(constraint):
                if facts and facts not in seen:
                    seen.add(facts)
                    self._add(facts, constraint.why)

    def _broken(self, constraint: Constraint) -> Iterator[frozenset[FactKey]]:
        """Yield the answers that break one constraint, for each choice of members."""
        formulas = Formulas()
        alone = Catalog(
            events=self.known.catalog.events,
            services={},
            documents={},
            facts=self.known.catalog.facts,
            authorities={},
            constraints=(constraint,),
        )
        grounder = Grounder(alone, self.known.cast, formulas)
        never, ordered = ground_constraints(grounder)
        applies = {
            (member, name): grounder.applies(member, name)
            for one in ordered
            for member, name in (one.first, one.second)
        }
        truth = self.known.truth(formulas, [*(n.formula for n in never), *applies.values()])
        yield from (self._said(one) for one in never if truth[one.formula])
        for one in ordered:
            both = frozenset((one.first, one.second))
            if self._is_out_of_order(one) and all(truth[applies[key]] is not False for key in both):
                yield both

    def _said(self, never: Never) -> frozenset[FactKey]:
        return never.facts & frozenset(self.keys)

    def _is_out_of_order(self, ordered: Ordered) -> bool:
        """Tell whether both facts are known and do not compare as declared."""
        facts = self.known.facts
        if ordered.first not in facts or ordered.second not in facts:
            return False
        first, second = facts[ordered.first], facts[ordered.second]
        return not ordered.possible((first, first), (second, second))

    def _add(self, facts: frozenset[FactKey], why: Text | None) -> None:
        """Report the answers, by the names under which they were given."""
        keys = [key for fact, key in self.keys.items() if fact in facts]
        said = [
            f"{self.keys[fact]} = {self.known.facts[fact]}" for fact in self.keys if fact in facts
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
