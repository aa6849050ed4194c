"""The same conditions for engines of two values: every test as a truth value, words or ranges.

An unknown truth value is None, an unknown word "", an unknown number or day -1; what is unknown
passes no test. Days are counted from 1900, so that every known number is 0 or more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lifejourney.feel.unary import Comparison, Interval
from lifejourney.vocabulary import Fact
from tests.benchmarks.verdict_case import Asks, Key

EPOCH = date(1900, 1, 1).toordinal()
UNKNOWN = -1


@dataclass(frozen=True)
class Is:
    """Ask for a truth value."""

    name: str
    value: bool


@dataclass(frozen=True)
class In:
    """Ask for one of several words."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Ranges:
    """Ask for a number in one of several ranges, each from its low end, up to its high end."""

    name: str
    ranges: tuple[tuple[int, int | None], ...]


Test = Is | In | Ranges


def name_of(key: Key) -> str:
    """Return a plain name of a fact of a member."""
    return "_".join(key)


def encode(facts: Mapping[Key, Fact], known: Mapping[Key, object]) -> dict[str, Any]:
    """Return what is known of every fact, and what is not."""
    return {name_of(key): value_of(fact, known.get(key)) for key, fact in facts.items()}


def value_of(fact: Fact, value: object) -> object:
    """Return a value as the tests compare it."""
    if value is None:
        return {"boolean": None, "choice": ""}.get(fact.type, UNKNOWN)
    return _number(value) if isinstance(value, date) else value


def _number(value: Any) -> int:  # noqa: ANN401 - a decimal or a day
    return value.toordinal() - EPOCH if isinstance(value, date) else int(value)


def form_of(asks: Asks) -> Test:
    """Return what passes a test, or fails it."""
    name = name_of(asks.key)
    match asks.fact.type:
        case "boolean":
            return Is(name, asks.passes is str(asks.test).startswith("true"))
        case "choice":
            passing = {word for word in asks.fact.options if asks.test.holds(word)}
            words = [word for word in asks.fact.options if (word in passing) is asks.passes]
            return In(name, tuple(words))
        case _:
            return Ranges(name, _ranges(asks))


def _ranges(asks: Asks) -> tuple[tuple[int, int | None], ...]:
    match asks.test:
        case Comparison("<", literal):
            ends: tuple[int, int | None] = (0, _number(literal.value))
        case Comparison(">=", literal):
            ends = (_number(literal.value), None)
        case Interval(first, last):
            ends = (_number(first.value), _number(last.value))
        case _:
            raise ValueError(f"not in a synthetic catalog: {asks.test}")
    if asks.passes:
        return (ends,)
    low, high = ends
    below = ((0, low),) if low else ()
    return below if high is None else (*below, (high, None))


def codes(facts: Mapping[Key, Fact]) -> dict[str, dict[str, int]]:
    """Return the number of each word of each choice."""
    return {
        name_of(key): {word: number for number, word in enumerate(fact.options)}
        for key, fact in facts.items()
        if fact.type == "choice"
    }


def in_numbers(known: Mapping[str, Any], code: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Return what `encode` returned in numbers alone, -1 for what is unknown."""
    return {
        name: UNKNOWN if value in (None, "") else code[name][value] if name in code else int(value)
        for name, value in known.items()
    }
