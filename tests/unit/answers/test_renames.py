"""Check that a request may use the names of older catalogs."""

from dataclasses import replace

import pytest

from lifejourney.catalog import Catalog
from lifejourney.vocabulary import Entry, Register
from tests.unit.answers.asking import BIRTH, problems, read


@pytest.fixture(scope="module")
def renamed(catalog: Catalog) -> Catalog:
    """Return the catalog as it is after some things got other names, one of them twice."""
    register = Register(
        events={"lahiran": Entry("renamed", to="birth"), "panen": Entry("withdrawn")},
        services={"akte": Entry("renamed", to="pencatatan-kelahiran")},
        documents={
            "surat-bidan": Entry("renamed", to="surat-lama"),
            "surat-lama": Entry("renamed", to="surat-lahir"),
        },
        facts={
            "child.state": Entry("renamed", to="child.condition"),
            "person.born": Entry("renamed", to="person.birth_date"),
            "father.bond": Entry("renamed", to="parents.marriage"),
        },
        options={"child.condition.well": Entry("renamed", to="child.condition.healthy")},
    )
    return replace(catalog, register=register)


def test_every_old_name_means_the_present_one(renamed: Catalog) -> None:
    """Events, facts and their options, papers, steps; numbers and places stay."""
    old = read(
        renamed,
        events=["lahiran"],
        persons={"child": 2},
        answers={"child[2].state": "well", "father.bond": "recorded", "mother.born": "1990-01-01"},
        declined=["child[1].state", "document:surat-bidan@child-1"],
        documents={
            "held": [{"document": "surat-lama@child-2", "issued": "2026-11-20"}],
            "lacking": [],
        },
        done=["akte@child-1", "LJ-0001@child-2"],
    )
    now = read(
        renamed,
        **BIRTH,
        persons={"child": 2},
        answers={
            "child[2].condition": "healthy",
            "parents.marriage": "recorded",
            "mother.birth_date": "1990-01-01",
        },
        declined=["child[1].condition", "document:surat-lahir@child-1"],
        documents={"held": [{"document": "surat-lahir@child-2", "issued": "2026-11-20"}]},
        done=["LJ-0001@child-1", "LJ-0001@child-2"],
    )
    assert old == now


def test_the_present_name_beside_the_old_one(renamed: Catalog) -> None:
    """One answer under two names is refused rather than lost."""
    answers = {"child.state": "healthy", "child.condition": "in_care"}
    found = problems(renamed, {**BIRTH, "answers": answers})
    assert [(one.code, one.where.field) for one in found] == [
        ("unknown-fact", "answers.child.state")
    ]


def test_what_was_withdrawn_is_refused(renamed: Catalog) -> None:
    """Nothing goes by another name in its place."""
    found = problems(renamed, {"events": ["panen"]})
    assert [one.code for one in found] == ["unknown-event"]
