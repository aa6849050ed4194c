"""Evaluate conditions in three values by plain recursion: the oracle of the compiled program.

True, False, or None for what is not known (Kleene's strong logic). Nothing here knows of
formulas, lanes or normal forms: the tree of the catalog is read as it stands.
"""

# ruff: noqa: PLR0911 - one line for each kind of condition

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from lifejourney.catalog import Catalog
from lifejourney.days import days_since, years_since
from lifejourney.feel import Test as Unary
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
)

Truth = bool | None
Bound = Mapping[str, str]


class Known(Protocol):
    """Tell what is known; None where it is not."""

    def fact(self, member: str, name: str) -> object:
        """Return the value of a fact."""

    def count(self, role: str) -> int | None:
        """Return how many members play a role of several."""

    def rest(self, role: str, of: Condition, bound: Bound) -> Truth:
        """Tell whether one of the members who are not shown meets a condition."""


def no(value: Truth) -> Truth:
    """Negate."""
    return None if value is None else not value


def both(values: Iterable[Truth]) -> Truth:
    """Join by "and"; stop at the first false one."""
    result: Truth = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def either(values: Iterable[Truth]) -> Truth:
    """Join by "or"; stop at the first true one."""
    return no(both(no(value) for value in values))


class Evaluator:
    """Evaluate conditions about the members of one cast."""

    def __init__(self, catalog: Catalog, cast: Cast, day: date, known: Known) -> None:
        self.catalog = catalog
        self.cast = cast
        self.day = day
        self.known = known
        self._asking: set[str] = set()

    def holds(self, condition: Condition | None, bound: Bound) -> Truth:
        """Return what a condition is where the roles in `bound` stand for one member."""
        match condition:
            case None:
                return True
            case AllOf(of):
                return both(self.holds(part, bound) for part in of)
            case AnyOf(of):
                return either(self.holds(part, bound) for part in of)
            case Not(of):
                return no(self.holds(of, bound))
            case EventTest(events):
                it = self.cast.members.get(bound.get("it", ""))
                here = it.events if it is not None and it.group else self.cast.events
                return any(event in here for event in events)
            case Same(roles):
                return self._same(roles, bound)
            case Some(role, of):
                return self._some(role, of, bound)
            case Every(role, of):
                return no(self._some(role, Not(of), bound))
            case FactTest(role, name, test):
                return self._test(role, name, test, bound)

    def players(self, role: str, bound: Bound) -> tuple[Part, ...]:
        """Return who may play a role."""
        if role in bound:
            return (Part(bound[role]),)
        return self.cast.role_parts(role, beside=bound.get("it"))

    def plays(self, part: Part, role: str) -> Truth:
        """Tell whether a member exists and plays a role."""
        return both(self._playing(part, role))

    def _playing(self, part: Part, role: str) -> Iterable[Truth]:
        for condition, own, member in part.when:
            yield self.holds(condition, {own: member})
        if part.count:
            number = self.known.count(role)
            yield None if number is None else number >= part.count
        if self.cast.members[part.member].roles[0] != role:
            yield self.exists(part.member)

    def exists(self, member: str) -> Truth:
        """Tell whether there is such a person or group."""
        if member in self._asking:
            return True
        own = self.cast.members[member].roles[0]
        self._asking.add(member)
        try:
            return either(
                self.plays(part, own) for part in self.cast.parts[own] if part.member == member
            )
        finally:
            self._asking.discard(member)

    def _same(self, roles: tuple[str, ...], bound: Bound) -> Truth:
        return either(
            both(
                either(self.plays(p, role) for p in self.players(role, bound) if p.member == member)
                for role in roles
            )
            for member in self.cast.members
        )

    def _some(self, role: str, of: Condition, bound: Bound) -> Truth:
        return either(self._members_meeting(role, of, bound))

    def _members_meeting(self, role: str, of: Condition, bound: Bound) -> Iterable[Truth]:
        for part in self.cast.role_parts(role, beside=bound.get("it")):
            here = {**bound, role: part.member}
            plays = self.plays(part, role)
            yield False if plays is False else both([plays, self.holds(of, here)])
        if self.cast.counts.get(role, 0) is None:
            number = self.known.count(role)
            parts = self.cast.parts.get(role, ())
            shown = sum(self.cast.members[part.member].roles[0] == role for part in parts)
            more = None if number is None else number > shown
            if more is not False:
                yield both([more, self.known.rest(role, of, bound)])

    def _test(self, role: str, name: str, test: Unary, bound: Bound) -> Truth:
        if name == "count" and (role in self.cast.counts or role not in self.cast.parts):
            number = self.cast.counts.get(role, 0)
            number = self.known.count(role) if number is None else number
            return None if number is None else self._counted(role, number, test)
        if role in bound:
            return self.fact(bound[role], name, test)
        return either(self._passing(role, name, test, bound))

    def _counted(self, role: str, number: int, test: Unary) -> Truth:
        """Tell whether so many, and whoever else plays the role, pass a test."""
        parts = self.cast.parts.get(role, ()) if role in self.cast.counts else ()
        others = [p for p in parts if self.cast.members[p.member].roles[0] != role]
        plays = [self.plays(part, role) for part in others]
        low = number + sum(one is True for one in plays)
        high = low + sum(one is None for one in plays)
        told = {test.holds(one) for one in range(low, high + 1)}
        return told.pop() if len(told) == 1 else None

    def _passing(self, role: str, name: str, test: Unary, bound: Bound) -> Iterable[Truth]:
        for part in self.players(role, bound):
            plays = self.plays(part, role)
            if plays is not False:
                yield both([plays, self.fact(part.member, name, test)])

    def definition(self, member: str, name: str) -> Fact | None:
        """Return the fact of a member, from the first of its roles that has it."""
        found = [self.catalog.fact(role, name) for role in self.cast.members[member].roles]
        return next((fact for fact in found if fact is not None), None)

    def fact(self, member: str, name: str, test: Unary) -> Truth:
        """Tell whether a fact applies and passes a test; what does not apply fails."""
        if name == "alive":
            return _as_told(self.alive(member), test)
        fact = self.definition(member, name)
        if fact is None:
            return False
        if self.applies(member, name) is False:
            return False
        return both([self.applies(member, name), self._passes(member, fact, test)])

    def _passes(self, member: str, fact: Fact, test: Unary) -> Truth:
        derived = fact.derived
        if derived is None:
            value = self.known.fact(member, fact.name)
            return None if value is None else test.holds(value)
        if derived.value is not None:
            return test.holds(derived.value)
        if derived.condition is not None:
            return _as_told(self.holds(derived.condition, self.own(member)), test)
        base = derived.years_since or derived.days_since or ""
        applies = self.applies(member, base)
        if applies is False:
            return False
        value = self.known.fact(member, base)
        if not isinstance(value, date):
            return None
        reckon = years_since if derived.years_since else days_since
        return both([applies, test.holds(reckon(value, self.day))])

    def own(self, member: str) -> dict[str, str]:
        """Return the bindings in which a member is spoken of by any of its roles."""
        return {"it": member, **dict.fromkeys(self.cast.members[member].roles, member)}

    def applies(self, member: str, name: str) -> Truth:
        """Tell whether a fact applies to a member."""
        fact = self.definition(member, name)
        gate = None if fact is None else fact.applies_when
        return self.holds(gate, self.own(member))

    def alive(self, member: str) -> Truth:
        """Tell whether a member lives."""
        dead = either(
            self.plays(part, role)
            for role, parts in self.cast.parts.items()
            for part in parts
            if part.dead and part.member == member
        )
        if self.definition(member, "alive") is None:
            return no(dead)
        told = self.known.fact(member, "alive")
        said = either([no(self.applies(member, "alive")), None if told is None else told is True])
        return both([no(dead), said])


def _as_told(value: Truth, test: Unary) -> Truth:
    return None if value is None else test.holds(value)
