"""Laws of the door: whatever comes in, out comes a request or InvalidRequest, and nothing else."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lifejourney.answers import Request, read_request
from lifejourney.errors import InvalidRequest, Problem
from lifejourney.loading import load_catalog

SMALL = load_catalog(Path(__file__).resolve().parents[1] / "data" / "small")
TODAY = date(2026, 11, 22)

WORDS = st.sampled_from(
    [
        "birth", "death", "child", "child[1]", "child-2", "mother", "deceased", "heir", "other",
        "child.birth_date", "child[2].condition", "deceased.region", "mother.birth_date",
        "parents.marriage", "healthy", "2026-11-01", "34.71", "ktp-el@mother", "kartu-keluarga",
        "akta-kelahiran-ibu@child", "LJ-0001@child-1", "LJ-0005@family#2", "fastest", "en", "plan",
        "family-death", "family", "true", "2",
    ]
)  # fmt: skip
NAMES = WORDS | st.text(max_size=8)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | NAMES
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
PAPERS = st.lists(
    NAMES
    | ANYTHING
    | st.fixed_dictionaries(
        {"document": NAMES}, optional={"issued": SCALARS, "valid_until": SCALARS}
    ),
    max_size=3,
)
REQUESTS = st.fixed_dictionaries(
    {"events": st.lists(st.sampled_from(["birth", "death"]), max_size=2) | ANYTHING},
    optional={
        "answers": st.dictionaries(NAMES, SCALARS, max_size=6) | ANYTHING,
        "declined": st.lists(NAMES, max_size=3) | ANYTHING,
        "persons": st.dictionaries(NAMES, SCALARS, max_size=3) | ANYTHING,
        "documents": st.fixed_dictionaries({}, optional={"held": PAPERS, "lacking": PAPERS})
        | ANYTHING,
        "wanted": PAPERS | ANYTHING,
        "done": st.lists(NAMES, max_size=3) | ANYTHING,
        "date": SCALARS,
        "prefer": SCALARS,
        "lang": SCALARS,
        "include": st.lists(NAMES, max_size=3) | ANYTHING,
    },
)


def _outcome(raw: object) -> Request | tuple[Problem, ...]:
    """Return what the door gives back or holds against some input."""
    try:
        return read_request(SMALL, raw, TODAY)
    except InvalidRequest as refused:
        return refused.problems


@given(ANYTHING | REQUESTS)
def test_nothing_but_a_request_or_a_refusal_comes_out(raw: object) -> None:
    """Any JSON is either let in or refused, with words in both languages that can be printed."""
    outcome = _outcome(raw)
    if isinstance(outcome, Request):
        assert outcome.events
        return
    assert outcome
    for problem in outcome:
        for lang in ("id", "en"):
            assert problem.in_language(lang).encode("utf-8")
            assert problem.what.in_language(lang)


@given(st.permutations(["child[1].condition", "mother.region", "parents.marriage"]))
def test_answers_are_a_set(keys: list[str]) -> None:
    """The order of the answers changes nothing."""
    values = {"child[1].condition": "healthy", "mother.region": "34", "parents.marriage": "none"}
    request = read_request(
        SMALL, {"events": ["birth"], "answers": {key: values[key] for key in keys}}, TODAY
    )
    assert request == read_request(SMALL, {"events": ["birth"], "answers": values}, TODAY)
