"""Conditions of services for one household, in a form that every engine can be given.

`not` is pushed into the tests, so that an engine with two values does the three-valued job in two
runs: what is unknown first fails every test, then passes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from random import Random
from typing import Literal

from lifejourney.feel import Test as Unary
from lifejourney.situation import Cast, Situation, build_cast
from lifejourney.vocabulary import AllOf, AnyOf, Condition, Fact, FactTest, Not
from tests.benchmarks.households import household
from tests.benchmarks.synthetic import SEED, draw_catalog
from tests.unit.planning.tiny import DAY

Key = tuple[str, str]


@dataclass(frozen=True)
class Asks:
    """Ask whether the value of a fact passes a test, or fails it."""

    key: Key
    fact: Fact
    test: Unary
    passes: bool


@dataclass(frozen=True)
class Joined:
    """Ask for all parts, or for any."""

    how: Literal["all", "any"]
    of: tuple["Asks | Joined", ...]


Plain = Asks | Joined


def plain(condition: Condition, members: dict[str, str], cast_facts: dict[Key, Fact],
          *, passes: bool = True) -> Plain:  # fmt: skip
    """Return a condition without `not`; `members` says whom `it` and the roles are."""
    match condition:
        case Not(inner):
            return plain(inner, members, cast_facts, passes=not passes)
        case AllOf(parts) | AnyOf(parts):
            every = isinstance(condition, AllOf) is passes
            inner_parts = (plain(part, members, cast_facts, passes=passes) for part in parts)
            return Joined("all" if every else "any", tuple(inner_parts))
        case FactTest(role, name, test):
            key = (members[role], name)
            return Asks(key, cast_facts[key], test, passes)
        case _:
            raise ValueError(f"not in a synthetic catalog: {condition}")


def asked(of: Plain) -> Iterator[Asks]:
    """Yield every test in a condition."""
    if isinstance(of, Asks):
        yield of
    else:
        for part in of.of:
            yield from asked(part)


@dataclass(frozen=True)
class VerdictCase:
    """Hold the conditions of several services for one household."""

    services: int

    @cached_property
    def cast(self) -> Cast:
        """Return the household."""
        return build_cast(draw_catalog(2 * self.services), ("event-0",), {"child": 1})

    @cached_property
    def bound(self) -> list[tuple[Condition, dict[str, str]]]:
        """Return each condition with whom `it` is: half of the services of a catalog have one."""
        found = []
        for service in draw_catalog(2 * self.services).services.values():
            if service.applies is not None:
                it = "family" if service.serves == ("family",) else "self"
                found.append((service.applies, {"it": it, "family": "family", "self": "self"}))
        return found[: self.services]

    @cached_property
    def facts(self) -> dict[Key, Fact]:
        """Return every fact of the household that can be known."""
        catalog = draw_catalog(2 * self.services)
        return {
            (member, fact.name): fact
            for member in ("self", "family")
            for fact in catalog.facts_of(member)
        }

    @cached_property
    def conditions(self) -> list[Plain]:
        """Return the same conditions without `not`."""
        return [plain(condition, members, self.facts) for condition, members in self.bound]

    def situations(self, many: int, known: float) -> list[Situation]:
        """Return households of whom a share is known."""
        chance = Random(f"{SEED}/{self.services}/{known}")  # noqa: S311 (reproducible)
        catalog = draw_catalog(2 * self.services)
        return [household(chance, catalog, self.cast, known) for _ in range(many)]


@cache
def verdict_case(services: int) -> VerdictCase:
    """Return the case of so many services."""
    return VerdictCase(services)


__all__ = ["DAY", "Asks", "Joined", "Plain", "VerdictCase", "asked", "verdict_case"]
