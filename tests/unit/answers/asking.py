"""Ask at the door on one day, and read what it says."""

from collections.abc import Mapping
from datetime import date

import pytest

from lifejourney.answers import Request, read_request
from lifejourney.catalog import Catalog
from lifejourney.errors import InvalidRequest, Problem

TODAY = date(2026, 11, 22)
BIRTH = {"events": ["birth"]}
DEATH = {"events": ["death"]}
BOTH = {"events": ["birth", "death"]}
Case = tuple[Mapping[str, object], str, str, str]
"""What is asked, and the field, the code and words of the remedy of the fault in it."""


def problems(catalog: Catalog, raw: object) -> tuple[Problem, ...]:
    """Return what the door says against some input."""
    with pytest.raises(InvalidRequest) as refused:
        read_request(catalog, raw, TODAY)
    return refused.value.problems


def read(catalog: Catalog, **raw: object) -> Request:
    """Let a request in."""
    return read_request(catalog, raw, TODAY)
