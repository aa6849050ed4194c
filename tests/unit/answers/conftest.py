"""Give the tests of the door the small catalog, with more in it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lifejourney.catalog import Catalog
from lifejourney.loading import load_catalog
from lifejourney.vocabulary import Derived, Entry, Fact, Register, Text, Validity

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"


def _fact(name: str, kind: Any, **more: Any) -> Fact:  # noqa: ANN401 - as Fact takes it
    text = Text(name)
    return Fact(name, more.pop("of", ("mother",)), kind, text, text, **more)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the small catalog, with facts and entries that it has no use for itself."""
    small = load_catalog(SMALL)
    more = (
        _fact("children", "integer", minimum="0", maximum="20"),
        _fact("income", "money"),
        _fact("married_on", "date", minimum="1950-01-01"),
        _fact("retired_on", "date", maximum="2030-01-01"),
        _fact("nickname", "text"),
        _fact("loop", "boolean", derived=Derived(years_since="loop")),
        _fact("lost", "boolean", derived=Derived(years_since="nowhere")),
        _fact("recorded", "boolean", of=("child",), derived=_recorded(small)),
        _fact("alone", "boolean", of=("heir",), derived=_recorded(small)),
    )
    facts = (*more, *small.facts)
    services = {
        **small.register.services,
        "lama": Entry("withdrawn", code="LJ-0900", replaced_by="LJ-0001"),
        "hilang": Entry("withdrawn", code="LJ-0901"),
    }
    documents = {
        **small.register.documents,
        "surat-lama": Entry("renamed", to="surat-lahir"),
        "surat-usang": Entry("withdrawn", replaced_by="surat-lahir"),
    }
    register = Register(services=services, documents=documents)
    letter = replace(small.documents["surat-lahir"], valid_for=Validity(1, "month"))
    death = small.events["death"]
    deceased = replace(death.persons["deceased"], may_be=("other", "mother", "child", "heir"))
    events = {
        **small.events,
        "death": replace(death, persons={**death.persons, "deceased": deceased}),
    }
    return replace(
        small,
        events=events,
        facts=facts,
        register=register,
        documents={**small.documents, "surat-lahir": letter},
    )


def _recorded(small: Catalog) -> Derived:
    condition = small.documents["buku-nikah"].usual
    assert condition is not None
    marriage = small.events["birth"].persons["father"].when
    return Derived(condition=marriage)
