"""Check what a regional rule does to the advice: papers open until the region is known."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lifejourney import Advisor, load_catalog, present, read_request

SMALL = Path(__file__).parents[1] / "data" / "small"
DAY = date(2026, 11, 22)
SAID = {
    "child.condition": "healthy",
    "parents.marriage": "recorded",
    "child.birth_date": "2026-11-01",
}


@pytest.fixture(scope="module")
def advisor(tmp_path_factory: pytest.TempPathFactory) -> Advisor:
    """Return an advisor by the small catalog with the rules of one city."""
    root = tmp_path_factory.mktemp("regional") / "catalog"
    shutil.copytree(SMALL, root)
    shutil.copy(SMALL.parent / "regional" / "34.71.yaml", root / "regions")
    return Advisor(load_catalog(root))


def step(advisor: Advisor, **answers: str) -> Any:  # noqa: ANN401
    """Return the registration of a birth in the plan."""
    said = {**SAID, **{key.replace("_", ".", 1): value for key, value in answers.items()}}
    request = read_request(advisor.catalog, {"events": ["birth"], "answers": said}, DAY)
    plan = present(advisor.advise(request), ["plan"])["plan"]
    return next(one for one in plan["steps"] if one["slug"] == "pencatatan-kelahiran")


def test_the_region_decides_on_papers_and_words(advisor: Advisor) -> None:
    """There the book is asked for and the identity card is not; elsewhere the other way round."""
    here, there = step(advisor, self_region="34.71"), step(advisor, self_region="34.04")
    asked = [{paper["document"] for paper in one["requires"]} for one in (here, there)]
    assert "ktp-el" not in asked[0]
    assert "ktp-el" in asked[1]
    assert (here["note"], there["note"]) == ("Antre sejak pagi.", None)
    assert here["complaint"]["channel"] == "Meja Yogya"
    assert here["regional"] == (
        "Kota Yogyakarta punya aturan sendiri; yang tertulis di sini menurut aturan itu."
    )
    assert there["regional"] is None


def test_as_long_as_it_is_unknown_it_says_so(advisor: Advisor) -> None:
    """The region is a question that matters, and the general words stand."""
    open_ = step(advisor)
    assert open_["regional"] == "Di sebagian daerah aturannya lain: Kota Yogyakarta."
    assert open_["note"] is None
    request = read_request(advisor.catalog, {"events": ["birth"], "answers": SAID}, DAY)
    asked = present(advisor.advise(request), ["questions"])["questions"]
    facts = [fact for question in asked for fact in question["facts"]]
    later = advisor.advise(request).later
    assert "self.region" in [*facts, *(id_ for one in later for id_ in one.ids)]


RULE = """services:
  pencatatan-kelahiran:
    set: SET
    source: perda
sources: {perda: {url: "https://contoh.go.id", checked: 2026-11-01, status: secondary}}
"""


@pytest.mark.parametrize(
    ("changed", "is_asked"),
    [
        ("cost: {max: 5000}", True),
        ("deadline: {within: 90, unit: calendar_day, after: it.birth_date}", True),
        ("processing_time: {max: 2, unit: hour}", True),
        ("note: {id: Antre sejak pagi.}", False),
        ("processing_time: {max: 24, unit: hour, kind: target, note: {id: Kadang.}}", False),
    ],
)
def test_the_region_is_asked_where_a_figure_depends_on_it(
    tmp_path: Path, changed: str, *, is_asked: bool
) -> None:
    """A fee or a deadline of the plan that is another there matters; words alone do not."""
    root = shutil.copytree(SMALL, tmp_path / "catalog")
    (root / "regions" / "34.71.yaml").write_text(RULE.replace("SET", f"{{{changed}}}"), "utf-8")
    advisor = Advisor(load_catalog(root))

    def asked(**more: object) -> bool:
        raw = {"events": ["birth"], "answers": SAID, **more}
        advice = advisor.advise(read_request(advisor.catalog, raw, DAY))
        return "self.region" in [
            id_ for one in (*advice.questions, *advice.later) for id_ in one.ids
        ]

    assert asked() is is_asked
    assert not asked(declined=["self.region"])
    assert not asked(answers={**SAID, "self.region": "34.04"})
    assert not asked(done=["LJ-0001@child"])
