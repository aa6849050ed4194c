"""Which problems are true although some files could not be read: they do not follow from that."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

_LOCAL: Final = frozenset(
    {
        *("bad-fact-name", "bad-goal", "bad-range", "below-zero", "checked-in-future"),
        *("claim-when", "due-when", "duplicate-code", "forbidden-option", "misfit-key"),
        *("missing-actor", "missing-options", "missing-unit", "old-source", "said-twice"),
        *("too-large", "too-long", "unknown-source", "verified-without-quote", "whose"),
    }
)
"""What one noun says of itself."""
_ANSWERS: Final = frozenset({"facts", "events", "country"})
_NAMES: Final[Mapping[str, frozenset[str]]] = {
    "not-a-date": _ANSWERS,
    "unknown-authority": frozenset({"authorities"}),
    "unknown-document": frozenset({"documents", "services", "events"}),
    "unknown-event": frozenset({"events"}),
    "unknown-fact": _ANSWERS,
    "unknown-option": _ANSWERS,
    "unknown-person": frozenset({"events"}),
    "unknown-region": frozenset({"regions"}),
    "unknown-service": frozenset({"documents", "services", "events"}),
    "unknown-topic": frozenset({"topics"}),
    "which-member": _ANSWERS,
    "wrong-test-type": _ANSWERS,
}
"""What names something, and the folders or files that have to be there whole for that."""


def is_true_of_a_part(code: str, lost: Collection[str]) -> bool:
    """Tell whether a problem stands although something in the folders `lost` is not there."""
    return code in _LOCAL or (code in _NAMES and _NAMES[code].isdisjoint(lost))
