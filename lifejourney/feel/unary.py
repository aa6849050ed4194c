"""Say whether a known value passes a FEEL unary test.

    Test = Anything             -
         | Comparison           < 5     "a"     != true
         | Interval             [17..60)
         | AnyOf                1, [3..5], > 9
         | Not                  not(1, 2)

A test on values of another type than the one given is false, and so is its `not`: what
differs in type cannot be compared, so neither answer would be honest.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, Self

from lifejourney.feel.invalid import Span
from lifejourney.feel.values import Value, classify, to_feel

__all__ = [
    "AnyOf",
    "Anything",
    "Comparison",
    "Interval",
    "Literal",
    "Not",
    "Test",
    "boundaries",
    "literal_types",
    "words",
]

_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


@dataclass(frozen=True, slots=True)
class Literal:
    """Hold one value of a test, the family it compares within, and where it stands.

    Place and spelling do not matter for equality; the family does, as True == 1 in Python.
    """

    family: str
    value: Value
    span: Span = field(compare=False, repr=False)

    @classmethod
    def of(cls, value: Value, span: Span) -> Self:
        """Make a literal of any FEEL value; raises ValueError for what is none."""
        known = classify(value)
        if known is None:
            raise ValueError(f"not a FEEL value: {value!r}")
        return cls(known[0], known[1], span)

    def __str__(self) -> str:
        """Print the FEEL literal."""
        return to_feel(self.value)


@dataclass(frozen=True, slots=True)
class Anything:
    """Pass every value: `-`."""

    def holds(self, _value: object, /) -> bool:
        """Pass."""
        return True

    def literals(self) -> tuple[Literal, ...]:
        """List no literal."""
        return ()

    def __str__(self) -> str:
        """Print `-`."""
        return "-"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compare with one literal; the operator is one of `< <= > >= = !=`."""

    operator: str
    literal: Literal

    def holds(self, value: object, /) -> bool:
        """Say whether a value compares so; false for a value of another type."""
        known = classify(value)
        if known is None or known[0] != self.literal.family:
            return False
        return _COMPARE[self.operator](known[1], self.literal.value)

    def literals(self) -> tuple[Literal, ...]:
        """List the one literal."""
        return (self.literal,)

    def __str__(self) -> str:
        """Print the comparison; equality as the bare literal."""
        return str(self.literal) if self.operator == "=" else f"{self.operator} {self.literal}"


@dataclass(frozen=True, slots=True)
class Interval:
    """Pass what lies between two literals of the same family, ends included or not."""

    low: Literal
    high: Literal
    low_included: bool
    high_included: bool

    def holds(self, value: object, /) -> bool:
        """Say whether a value lies inside; false for a value of another type."""
        above = Comparison(">=" if self.low_included else ">", self.low)
        below = Comparison("<=" if self.high_included else "<", self.high)
        return above.holds(value) and below.holds(value)

    def literals(self) -> tuple[Literal, ...]:
        """List the two ends."""
        return (self.low, self.high)

    def __str__(self) -> str:
        """Print the interval, an end that is left out with a round bracket."""
        opening, closing = "[" if self.low_included else "(", "]" if self.high_included else ")"
        return f"{opening}{self.low}..{self.high}{closing}"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Pass what passes any of two or more tests, themselves no lists."""

    tests: tuple[Comparison | Interval, ...]

    def holds(self, value: object, /) -> bool:
        """Say whether a value passes one of the tests."""
        return any(test.holds(value) for test in self.tests)

    def literals(self) -> tuple[Literal, ...]:
        """List the literals of all tests in order."""
        return tuple(literal for test in self.tests for literal in test.literals())

    def __str__(self) -> str:
        """Print the tests with commas between."""
        return ", ".join(str(test) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Not:
    """Pass what fails a test, among the values of its types."""

    test: Comparison | Interval | AnyOf

    def holds(self, value: object, /) -> bool:
        """Say whether a value fails the inner test; false for a value of another type."""
        known = classify(value)
        if known is None or all(known[0] != one.family for one in self.literals()):
            return False
        return not self.test.holds(value)

    def literals(self) -> tuple[Literal, ...]:
        """List the literals of the inner test."""
        return self.test.literals()

    def __str__(self) -> str:
        """Print `not(...)`."""
        return f"not({self.test})"


Test = Anything | Comparison | Interval | AnyOf | Not


def boundaries(test: Test) -> tuple[Value, ...]:
    """List every value that stands in a test once, in order of appearance."""
    found: Iterable[Literal] = dict.fromkeys(test.literals())
    return tuple(literal.value for literal in found)


def words(test: Test) -> tuple[tuple[str, Span], ...]:
    """List every bare word and quoted string of a test with its place in the source."""
    return tuple(
        (literal.value, literal.span)
        for literal in test.literals()
        if isinstance(literal.value, str)
    )


def literal_types(test: Test) -> frozenset[str]:
    """Name the types of the values in a test.

    Out of: boolean, date, "date and time", duration, number, string, time.
    """
    return frozenset(_type_of(literal.family) for literal in test.literals())


def _type_of(family: str) -> str:
    """Name the type to which a family belongs."""
    return "duration" if family.endswith("duration") else family.removesuffix(" with offset")
