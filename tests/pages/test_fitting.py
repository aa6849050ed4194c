"""What no longer fits is left out; what cannot be read at all is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from api.pages.fitting import TRIES, about, fit, whose_field, without
from api.session import Session
from lifejourney import Catalog, InvalidRequest, Problem, Words
from lifejourney.errors import Place

TODAY = date(2026, 11, 22)
SESSION = Session(
    events=("birth",),
    steps=({"child[2].ill": True}, {"document:kk@child[2]": "held"}, {"choice:akta@child": "a@b"}),
    papers={"ktp@child-2": "held", "kk@family": "lacking"},
    done=("LJ-0001@child[2]", "LJ-0002@family"),
)


def refusal(*fields: str) -> InvalidRequest:
    what = Words("x", "x")
    return InvalidRequest([Problem("unknown-x", Place(field=one), what) for one in fields])


def reader(refusals: list[InvalidRequest]) -> Callable[[object, object, object], str]:
    """Return a reader that refuses some times and then is content."""

    def read(*_: object) -> str:
        if refusals:
            raise refusals.pop(0)
        return "read"

    return read


@pytest.mark.parametrize(
    ("where", "id_"),
    [
        ("answers.child[2].ill", "child[2].ill"),
        ("persons.child", "persons:child"),
        ("declined[0]", "child[3].ill"),
        ("documents.held[1]", "document:ktp@mother"),
        ("documents.lacking[0]", "document:kk@family"),
        ("wanted[0]", "akta@child"),
        ("done[0]", "LJ-0001@child"),
    ],
)
def test_a_problem_is_about_what_was_said(where: str, id_: str) -> None:
    body: dict[str, Any] = {
        "declined": ["child[3].ill"],
        "documents": {"held": ["kk@mother", "ktp@mother"], "lacking": ["kk@family"]},
        "wanted": ["akta@child"],
        "done": ["LJ-0001@child"],
    }
    assert whose_field(body, where) == id_


def test_members_are_named_as_the_engine_numbers_them() -> None:
    assert about({}, refusal("answers.child[2].ill").problems) == {"child-2.ill"}


def test_only_what_is_named_goes_and_the_pages_keep_their_places() -> None:
    gone = {"child-2.ill", "document:kk@child-2", "a@b", "document:ktp@child-2", "LJ-0001@child-2"}
    left = without(SESSION, gone)
    assert left.steps == ({}, {}, {})
    assert left.papers == {"kk@family": "lacking"}
    assert left.done == ("LJ-0002@family",)
    assert without(SESSION, {"nothing"}) == SESSION


def test_what_fits_stays_as_it_is(small: Catalog) -> None:
    assert fit(small, SESSION, "id", TODAY, reader([])) == (SESSION, "read")


def test_what_is_refused_is_left_out_one_after_the_other(small: Catalog) -> None:
    refusals = [refusal("answers.child[2].ill"), refusal("done[0]")]
    left, read = fit(small, SESSION, "id", TODAY, reader(refusals))
    steps = ({}, *SESSION.steps[1:])
    assert (left, read) == (replace(SESSION, steps=steps, done=SESSION.done[1:]), "read")


def test_after_the_last_try_it_is_read_once_more(small: Catalog) -> None:
    refusals = [refusal("answers.child[2].ill")] * TRIES
    assert fit(small, SESSION, "id", TODAY, reader(refusals))[1] == "read"


def test_what_cannot_be_read_at_all_is_refused(small: Catalog) -> None:
    refusals = [refusal("events")] * (TRIES + 1)
    with pytest.raises(InvalidRequest):
        fit(small, SESSION, "id", TODAY, reader(refusals))
