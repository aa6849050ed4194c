"""Declared contradictions between facts, read for the members of one cast."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from lifejourney.days import Days
from lifejourney.program import FactAtom, Grounder
from lifejourney.vocabulary import Condition, Constraint, FactTest, leaves_inside

FactKey = tuple[str, str]
"""A member and a fact."""

COMPARE = re.compile(r"^(\w+)\.(\w+)\s*(<=|>=|<|>)\s*(\w+)\.(\w+)$")


@dataclass(frozen=True, slots=True)
class Never:
    """Hold a formula that no completion may meet, and the facts that it is about."""

    formula: int
    facts: frozenset[FactKey]


@dataclass(frozen=True, slots=True)
class Ordered:
    """Hold two facts that must compare so: `first` `operator` `second`.

    `formula` holds while both members play the roles that the order is about; `facts` are those
    on which this depends.
    """

    first: FactKey
    operator: str
    second: FactKey
    formula: int
    facts: frozenset[FactKey]

    def possible(self, first: tuple[Any, Any], second: tuple[Any, Any]) -> bool:
        """Tell whether some values of two classes, each from least to greatest, compare so."""
        match self.operator:
            case ">=":
                return bool(first[1] >= second[0])
            case ">":
                return bool(first[1] > second[0])
            case "<=":
                return bool(first[0] <= second[1])
            case _:
                return bool(first[0] < second[1])


def ends_of(value: Any) -> tuple[Any, Any]:  # noqa: ANN401 - a number or a day
    """Return the least and the greatest that an answer can be: of a day not known exactly, both."""
    return (value.first, value.last) if isinstance(value, Days) else (value, value)


def ground_constraints(grounder: Grounder) -> tuple[list[Never], list[Ordered]]:
    """Read every constraint of the catalog; see `ground_constraint`."""
    never: list[Never] = []
    ordered: list[Ordered] = []
    for constraint in grounder.catalog.constraints:
        found = ground_constraint(grounder, constraint)
        never += found[0]
        ordered += found[1]
    return never, ordered


def ground_constraint(
    grounder: Grounder, constraint: Constraint
) -> tuple[list[Never], list[Ordered]]:
    """Read a constraint once for each choice of members of its roles.

    Each reading holds only while those members play these roles.
    """
    never: list[Never] = []
    ordered: list[Ordered] = []
    if constraint.never is not None:
        for bound, plays in _castings(grounder, _roles(grounder, constraint.never)):
            broken = grounder.formulas.all_of([plays, grounder.ground(constraint.never, bound)])
            never.append(Never(broken, _facts(grounder, broken)))
    if constraint.compare is not None and (parts := COMPARE.match(constraint.compare)):
        first, first_fact, operator, second, second_fact = parts.groups()
        for bound, plays in _castings(grounder, (first, second)):
            one, other = (bound[first], first_fact), (bound[second], second_fact)
            ordered.append(Ordered(one, operator, other, plays, _facts(grounder, plays)))
    return never, ordered


def _roles(grounder: Grounder, condition: Condition) -> tuple[str, ...]:
    """Return the roles of which one member is meant: no quantifier or number speaks of all."""
    roles = (
        leaf.role
        for leaf, inside in leaves_inside(condition)
        if isinstance(leaf, FactTest)
        and leaf.role not in inside
        and not grounder.is_number(leaf.role, leaf.name)
    )
    return tuple(dict.fromkeys(roles))


def _castings(grounder: Grounder, roles: tuple[str, ...]) -> Iterator[tuple[dict[str, str], int]]:
    """Yield each choice of members of these roles, with the formula that they play them."""
    players = [grounder.cast.parts.get(role, ()) for role in roles]
    for chosen in product(*players):
        cast = dict(zip(roles, chosen, strict=True))
        plays = grounder.formulas.all_of(grounder.plays(part, role) for role, part in cast.items())
        yield {role: part.member for role, part in cast.items()}, plays


def _facts(grounder: Grounder, formula: int) -> frozenset[FactKey]:
    atoms = grounder.formulas.atoms_in([formula])
    return frozenset((atom.member, atom.name) for atom in atoms if isinstance(atom, FactAtom))
