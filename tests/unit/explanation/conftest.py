"""Give the names in one advice, in both languages."""

import pytest

from lifejourney.explanation.naming import Naming
from tests.unit.explanation.births import small
from tests.unit.planning.tiny import advise


@pytest.fixture(scope="module")
def told() -> dict[str, Naming]:
    """Return the names in one advice, in both languages."""
    facts = {
        ("child-1", "kind"): "one",
        ("mother", "region"): "34.71",
        ("child-2", "kind"): "two",
        ("child-2", "region"): "99.99",
    }
    return {
        lang: Naming(advise(small(), facts=facts, persons={"child": 2}, lang=lang))
        for lang in ("id", "en")
    }
