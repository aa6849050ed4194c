"""Check that only answers that cannot be true together are refused."""

import pytest

from lifejourney.vocabulary import AllOf, Constraint, Some
from tests.unit.answers.asking import problems, read
from tests.unit.planning.test_constraints import SMALL, family_of_three
from tests.unit.planning.tiny import is_

SIZES = Constraint(compare="deceased.size >= mother.size")
PARENT = Constraint(
    never=AllOf((is_("deceased", "size", "< 5"), Some("heir", is_("heir", "young"))))
)
PAIRS = [
    (Constraint(never=SMALL), {"child.small": True, "mother.mourner": True}),
    (SIZES, {"child.size": 2, "mother.size": 5}),
]


@pytest.mark.parametrize(("constraint", "answers"), PAIRS)
@pytest.mark.parametrize("died", [{}, {"child.died": False}])
def test_a_role_that_may_not_be_played(
    constraint: Constraint, answers: dict[str, object], died: dict[str, object]
) -> None:
    """A child that lives, or may live, breaks nothing that is declared of the deceased."""
    request = read(family_of_three(constraint), events=["birth"], answers=answers | died)
    assert len(request.facts) == len(answers | died)


@pytest.mark.parametrize(("constraint", "answers"), PAIRS)
def test_the_answer_by_which_a_role_is_played(
    constraint: Constraint, answers: dict[str, object]
) -> None:
    """What makes somebody the deceased is named with the answers that contradict each other."""
    said = {"child.died": True, **answers}
    (found,) = problems(family_of_three(constraint), {"events": ["birth"], "answers": said})
    assert found.code == "contradiction"
    assert "child.died = true" in found.what.en
    for key, value in said.items():
        assert f"{key} = {str(value).lower()}" in found.what.en


def test_what_is_said_of_the_deceased_is_not_read_of_another_who_may_be() -> None:
    """A grown-up who died has heirs, however small the child is who did not die."""
    answers = {"child.died": False, "mother.size": 8, "child.size": 1, "heir.young": True}
    said = {"events": ["birth"], "persons": {"heir": 1}, "answers": answers}
    assert len(read(family_of_three(PARENT), **said).facts) == len(answers)
    died = {**said, "answers": answers | {"child.died": True}}
    (found,) = problems(family_of_three(PARENT), died)
    assert "child.size = 1" in found.what.en
    assert "mother.size" not in found.what.en
