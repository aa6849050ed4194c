"""A condition over whole columns, as NumPy, Polars and OpenFisca evaluate it."""

import operator
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any

from tests.benchmarks.peers.encoded import In, Is, form_of
from tests.benchmarks.verdict_case import Asks, Plain


def vectorised(
    of: Plain, column: Callable[[str], Any], code: Mapping[str, Mapping[str, int]]
) -> Any:  # noqa: ANN401 - arrays or expressions
    """Return a condition over columns (NumPy, Polars), words as their codes."""
    if not isinstance(of, Asks):
        join = operator.and_ if of.how == "all" else operator.or_
        return reduce(join, (vectorised(part, column, code) for part in of.of))
    test = form_of(of)
    values = column(test.name)
    if isinstance(test, Is):
        return values == int(test.value)
    if isinstance(test, In):
        return _any(values == code[test.name][word] for word in test.words)
    return _any(
        values >= low if high is None else (values >= low) & (values < high)
        for low, high in test.ranges
    )


def _any(parts: Iterable[Any]) -> Any:  # noqa: ANN401 - as above
    return reduce(operator.or_, parts)
