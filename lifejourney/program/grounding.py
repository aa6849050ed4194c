"""Read conditions for particular people: `it` and the roles become members of a cast.

A test on a fact that does not apply is known false, and `not` around it true: the literal
stands in "all of" with what makes the fact apply, so that its opposite is right by itself.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import product

from lifejourney.catalog import Catalog
from lifejourney.feel import Test as Unary
from lifejourney.feel import boundaries, parse_test
from lifejourney.program.atoms import Count, FactAtom, Rest
from lifejourney.program.formulas import FALSE, TRUE, Formulas
from lifejourney.situation import Cast, Part
from lifejourney.vocabulary import (
    AllOf,
    AnyOf,
    Condition,
    EventTest,
    Every,
    Fact,
    FactTest,
    Not,
    Same,
    Some,
    leaves,
)

IT = "it"
_TRUE = parse_test("true")
_YES, _NO = True, False
Bindings = Mapping[str, str]
"""Which member a role (or `it`) stands for, where it stands for one."""


class Grounder:
    """Turn conditions of a catalog into formulas about the members of one cast."""

    def __init__(self, catalog: Catalog, cast: Cast, formulas: Formulas) -> None:
        self.catalog = catalog
        self.cast = cast
        self.formulas = formulas
        self._exists: dict[str, int] = {}
        self._applies: dict[tuple[str, str], int] = {}

    def ground(self, condition: Condition | None, bound: Bindings) -> int:  # noqa: PLR0911 - one case each
        """Return the formula of a condition, read with these bindings."""
        match condition:
            case None:
                return TRUE
            case AllOf(of):
                return self.formulas.all_of([self.ground(part, bound) for part in of])
            case AnyOf(of):
                return self.formulas.any_of([self.ground(part, bound) for part in of])
            case Not(of):
                return self.formulas.opposite(self.ground(of, bound))
            case EventTest(events):
                return TRUE if set(events) & set(self._events(bound)) else FALSE
            case Same(roles):
                return self._same(roles, bound)
            case Some(role, of):
                return self._some(role, of, bound)
            case Every(role, of):
                return self.formulas.opposite(self._some(role, Not(of), bound))
            case FactTest(role, name, test):  # pragma: no branch - there is no other condition
                return self._fact_test(role, name, test, bound)

    def _events(self, bound: Bindings) -> tuple[str, ...]:
        served = self.cast.members.get(bound.get(IT, ""))
        return served.events if served is not None and served.group else self.cast.events

    def parts(self, role: str, bound: Bindings) -> tuple[Part, ...]:
        """Return who plays a role, seen from the one served."""
        if role in bound:
            return (Part(bound[role]),)
        return self.cast.role_parts(role, beside=bound.get(IT))

    def plays(self, part: Part, role: str) -> int:
        """Return the formula that holds when a member exists and plays a role."""
        when = [self.ground(condition, {r: m}) for condition, r, m in part.when]
        if part.count:
            when.append(self.formulas.literal(Count(role, part.count)))
        own = self.cast.members[part.member].roles[0]
        if own != role:
            when.append(self.exists(part.member))
        return self.formulas.all_of(when)

    def exists(self, member: str) -> int:
        """Return the formula that holds when there is such a person or group."""
        if member not in self._exists:
            # A condition on the person itself would come back here: it exists where it is asked.
            self._exists[member] = TRUE
            own = self.cast.members[member].roles[0]
            parts = [part for part in self.cast.parts[own] if part.member == member]
            self._exists[member] = self.formulas.any_of([self.plays(p, own) for p in parts])
        return self._exists[member]

    def _same(self, roles: tuple[str, ...], bound: Bindings) -> int:
        players = [self.parts(role, bound) for role in roles]
        shared = set.intersection(*({part.member for part in parts} for parts in players))
        return self.formulas.any_of(
            self.formulas.all_of(
                self.plays(part, role)
                for role, parts in zip(roles, players, strict=True)
                for part in parts
                if part.member == member
            )
            for member in sorted(shared)
        )

    def _some(self, role: str, of: Condition, bound: Bindings) -> int:
        found = [
            self.formulas.all_of(
                [self.plays(part, role), self.ground(of, {**bound, role: part.member})]
            )
            for part in self.cast.role_parts(role, beside=bound.get(IT))
        ]
        if self.cast.counts.get(role, 0) is None:
            rest = Rest(role, repr((of, sorted(_read(of, role, bound).items()))))
            own = len(self.cast.parts.get(role, ())) - len(self.cast.others(role))
            more = Count(role, own + 1)
            found.append(
                self.formulas.all_of([self.formulas.literal(more), self.formulas.literal(rest)])
            )
        return self.formulas.any_of(found)

    def _count_test(self, role: str, test: Unary) -> int:
        """Return the formula that the number of members of a role passes a test."""
        others = self.cast.others(role) if role in self.cast.counts else ()
        plays = [self.plays(part, role) for part in others]
        formulas = self.formulas
        return formulas.any_of(
            formulas.all_of(
                [
                    *(
                        one if yes else formulas.opposite(one)
                        for one, yes in zip(plays, some, strict=True)
                    ),
                    self._own_count(role, test, sum(some)),
                ]
            )
            for some in product((True, False), repeat=len(plays))
        )

    def _own_count(self, role: str, test: Unary, others: int) -> int:
        """Return the formula that the role's own members and so many others pass a test."""
        known = self.cast.counts.get(role, len(self.cast.parts.get(role, ())))
        if known is not None:
            return TRUE if test.holds(known + others) else FALSE
        ends = [int(value) for value in boundaries(test) if isinstance(value, Decimal)]
        top = max(ends, default=0) + 1

        def at_least(number: int) -> int:
            return TRUE if number == 0 else self.formulas.literal(Count(role, number))

        exactly = [
            self.formulas.all_of([at_least(n), self.formulas.opposite(at_least(n + 1))])
            for n in range(top)
            if test.holds(n + others)
        ]
        last = [at_least(top)] if test.holds(top + others) else []
        return self.formulas.any_of([*exactly, *last])

    def is_number(self, role: str, name: str) -> bool:
        """Tell whether a test is on how many members a role has, and so on none of them alone."""
        return name == "count" and (role in self.cast.counts or role not in self.cast.parts)

    def _fact_test(self, role: str, name: str, test: Unary, bound: Bindings) -> int:
        if self.is_number(role, name):
            return self._count_test(role, test)
        parts = self.parts(role, bound)
        return self.formulas.any_of(
            self.formulas.all_of(
                [self.plays(part, role), self.fact(part.member, name, test)]
                if role not in bound
                else [self.fact(part.member, name, test)]
            )
            for part in parts
        )

    def definition(self, member: str, name: str) -> Fact | None:
        """Return the fact `name` of a member: of the first of its roles that has it."""
        return self.catalog.fact_among(self.cast.members[member].roles, name)

    def fact(self, member: str, name: str, test: Unary) -> int:
        """Return the formula that holds when a fact of a member applies and passes a test."""
        if name == "alive":
            return self._as_told(self.alive(member), test)
        fact = self.definition(member, name)
        if fact is None:
            return FALSE
        return self.formulas.all_of([self.applies(member, name), self._passes(member, fact, test)])

    def _passes(self, member: str, fact: Fact, test: Unary) -> int:
        derived = fact.derived
        if derived is None:
            return self.formulas.literal(FactAtom(member, fact.name, test))
        if derived.value is not None:
            return TRUE if test.holds(derived.value) else FALSE
        if derived.condition is not None:
            return self._as_told(self.ground(derived.condition, self._of(member)), test)
        since = "years" if derived.years_since else "days"
        base = derived.years_since or derived.days_since or ""
        atom = FactAtom(member, base, test, "years" if since == "years" else "days")
        return self.formulas.all_of([self.applies(member, base), self.formulas.literal(atom)])

    def _as_told(self, holds: int, test: Unary) -> int:
        """Return the formula that a test on true or false passes for what a formula says."""
        yes = holds if test.holds(_YES) else FALSE
        no = self.formulas.opposite(holds) if test.holds(_NO) else FALSE
        return self.formulas.any_of([yes, no])

    def _of(self, member: str) -> Bindings:
        return {IT: member, **dict.fromkeys(self.cast.members[member].roles, member)}

    def applies(self, member: str, name: str) -> int:
        """Return the formula that holds when a fact applies to a member."""
        key = (member, name)
        if key not in self._applies:
            self._applies[key] = TRUE  # circles are refused by the checks
            fact = self.definition(member, name)
            gate = fact.applies_when if fact is not None else None
            self._applies[key] = self.ground(gate, self._of(member))
        return self._applies[key]

    def alive(self, member: str) -> int:
        """Return the formula that a member lives: not dead by an event, nor said to be."""
        living = [
            self.formulas.opposite(self.plays(part, role))
            for role, parts in self.cast.parts.items()
            for part in parts
            if part.dead and part.member == member
        ]
        fact = self.definition(member, "alive")
        if fact is not None:
            told = self.formulas.literal(FactAtom(member, "alive", _TRUE))
            living.append(
                self.formulas.any_of([told, self.formulas.opposite(self.applies(member, "alive"))])
            )
        return self.formulas.all_of(living)


def _read(of: Condition, role: str, bound: Bindings) -> Bindings:
    """Return of whom a condition on the members of a role reads anything, beside them.

    What is said twice of the same people is one thing, whoever it is said for.
    """
    tests = leaves(of)
    if not all(isinstance(test, FactTest) for test in tests):
        return bound
    read = {test.role for test in tests if isinstance(test, FactTest)} - {role}
    return {one: member for one, member in bound.items() if one in read}
