"""Check what can be left unanswered, and by which name."""

import pytest

from lifejourney.catalog import Catalog
from tests.unit.answers.asking import BIRTH, BOTH, problems, read


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        ("child.at_home", "child-1.at_home"),
        ("heir.count", "persons:heir"),
        ("persons:heir", "persons:heir"),
        ("persons:deceased", "persons:deceased"),
        ("document:kartu-keluarga@family", "document:kartu-keluarga@family"),
        ("choice:akta-kelahiran@child", "choice:akta-kelahiran@child-1"),
        ("choice:pencatatan-kelahiran@child", "choice:pencatatan-kelahiran@child-1"),
    ],
)
def test_every_kind_of_question_can_be_declined(catalog: Catalog, said: str, id_: str) -> None:
    """A fact, how many there are, who somebody is, a paper, a result, a service among rivals."""
    assert read(catalog, **BOTH, declined=[said]).declined == {id_}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("colour:red", "unknown-word"),
        ("persons:nobody", "unknown-role"),
        ("document:kartu-biru@child", "unknown-document"),
        ("choice:kartu-biru@child", "unknown-document"),
        ("choice:pencatatan-kelahiran@nobody", "unknown-role"),
        ("child.colour", "unknown-fact"),
    ],
)
def test_what_is_no_question_is_refused(catalog: Catalog, said: str, code: str) -> None:
    """Where it stands, and what it could be."""
    (found,) = problems(catalog, {**BIRTH, "declined": [said]})
    assert (found.where.field, found.code) == ("declined[0]", code)
    assert found.remedy is not None
