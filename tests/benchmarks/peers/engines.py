"""Rule engines for one person: what passes when every unknown fails its test.

Each takes what is known as `encoded.encode` returns it and lists which conditions hold.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import rule_engine
import zen
from json_logic import jsonLogic

from tests.benchmarks.peers.encoded import In, Is, Test, form_of
from tests.benchmarks.verdict_case import Asks, Plain

Run = Callable[[Mapping[str, Any]], Sequence[bool]]
_SIGN = {"all": "and", "any": "or"}


def _text(of: Plain, written: Callable[[Test], str]) -> str:
    if isinstance(of, Asks):
        return f"({written(form_of(of))})"
    return f"({f' {_SIGN[of.how]} '.join(_text(part, written) for part in of.of)})"


def _range(name: str, low: int, high: int | None) -> str:
    return f"{name} >= {low}" if high is None else f"({name} >= {low} and {name} < {high})"


def _common(test: Test) -> str:
    """Return a test as both ZEN and rule-engine read it."""
    if isinstance(test, Is):
        return f"{test.name} == {str(test.value).lower()}"
    if isinstance(test, In):
        return " or ".join(f"{test.name} == '{word}'" for word in test.words) or "false"
    return " or ".join(_range(test.name, *ends) for ends in test.ranges) or "false"


def _listed(test: Test) -> str:
    """Return a test as ZEN reads it best: words as a list."""
    if isinstance(test, In):
        return f"{test.name} in [{', '.join(repr(word) for word in test.words)}]"
    return _common(test)


def zen_engine(conditions: Sequence[Plain]) -> Run:
    """Return all conditions as one compiled list expression of ZEN."""
    texts = (_text(one, _listed) for one in conditions)
    evaluate: Run = zen.compile_expression(f"[{', '.join(texts)}]").evaluate
    return evaluate


def rules(conditions: Sequence[Plain]) -> Run:
    """Return the conditions as rules of rule-engine."""
    found = [rule_engine.Rule(_text(one, _common)) for one in conditions]
    return lambda known: [rule.matches(known) for rule in found]


def json_logic(conditions: Sequence[Plain]) -> Run:
    """Return the conditions in JsonLogic, read by panzi-json-logic."""
    found = [_logic(one) for one in conditions]
    return lambda known: [bool(jsonLogic(one, known)) for one in found]


def _logic(of: Plain) -> Any:  # noqa: ANN401 - JSON
    if not isinstance(of, Asks):
        return {_SIGN[of.how]: [_logic(part) for part in of.of]}
    test = form_of(of)
    value = {"var": test.name}
    if isinstance(test, Is):
        return {"===": [value, test.value]}
    if isinstance(test, In):
        return {"in": [value, list(test.words)]}
    ranges = [
        {">=": [value, low]}
        if high is None
        else {"and": [{">=": [value, low]}, {"<": [value, high]}]}
        for low, high in test.ranges
    ]
    return {"or": ranges} if ranges else False
