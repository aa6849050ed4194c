"""Check that every fault in a request is named at its field, with a remedy."""

from dataclasses import replace

import pytest

from lifejourney.catalog import Catalog
from tests.unit.answers.asking import BIRTH, BOTH, problems
from tests.unit.answers.wrong_answers import WRONG_ANSWERS
from tests.unit.answers.wrong_requests import WRONG_REQUESTS

CASES = [*WRONG_REQUESTS, *WRONG_ANSWERS]


@pytest.mark.parametrize(
    ("raw", "field", "code", "remedy"),
    CASES,
    ids=[f"{c[1]} {c[2]} {n}" for n, c in enumerate(CASES)],
)
def test_a_fault(catalog: Catalog, raw: object, field: str, code: str, remedy: str) -> None:
    """Each fault is named at its field, with a remedy."""
    found = problems(catalog, raw)
    assert [(str(one.where), one.code) for one in found][:1] == [(field, code)]
    assert remedy in (found[0].remedy.id if found[0].remedy else "")
    assert all(one.what.en and one.what.id for one in found)


@pytest.mark.parametrize("raw", [None, 3, "birth", [], True])
def test_what_is_no_object(catalog: Catalog, raw: object) -> None:
    """A body that is no object is refused with one fault."""
    assert [one.code for one in problems(catalog, raw)] == ["wrong-type"]


def test_every_fault_at_once(catalog: Catalog) -> None:
    """A mistyped event does not hide what is wrong with the rest."""
    found = problems(
        catalog,
        {"events": ["brith"], "answers": {"child.at_hom": 1}, "done": ["x"], "lang": "xx"},
    )
    assert [one.code for one in found] == [
        "unknown-event",
        "unknown-fact",
        "unknown-step",
        "unknown-word",
    ]


def test_a_contradiction_is_named_once(catalog: Catalog) -> None:
    """Two constraints broken by the same answers are one contradiction."""
    twice = replace(catalog, constraints=catalog.constraints * 2)
    raw = {**BIRTH, "answers": {"mother.birth_date": "2020-01-01"}}
    assert len(problems(twice, raw)) == 1


def test_a_long_name_is_cut(catalog: Catalog) -> None:
    """What is echoed is short and can be printed."""
    found = problems(catalog, {**BIRTH, "wanted": ["\ud800" + "x" * 100]})
    assert "\ud800" not in found[0].what.id
    assert len(found[0].what.id) < 100


def test_two_open_roles_in_a_row(catalog: Catalog) -> None:
    """Who is said to be another is named directly."""
    events = dict(catalog.events)
    death = events["death"]
    persons = {
        **death.persons,
        "spouse": replace(death.persons["deceased"], may_be=("deceased",)),
    }
    events["death"] = replace(death, persons=persons)
    raw = {**BOTH, "persons": {"spouse": "deceased", "deceased": "mother"}}
    found = problems(replace(catalog, events=events), raw)
    assert [(str(one.where), one.code) for one in found] == [("persons.spouse", "unknown-role")]
