"""Read FEEL unary tests, the conditions on one fact, and say which values pass.

Grammar and meaning follow OMG DMN 1.4 (unary tests), with two deviations: `null` is
refused in tests and as a bound, and a bare lower-case word means the string.
"""

from lifejourney.feel.invalid import InvalidTest, Span
from lifejourney.feel.parser import parse_test
from lifejourney.feel.unary import Test, boundaries, literal_types, words
from lifejourney.feel.values import Value, YearMonths

__all__ = [
    "InvalidTest",
    "Span",
    "Test",
    "Value",
    "YearMonths",
    "boundaries",
    "literal_types",
    "parse_test",
    "words",
]
