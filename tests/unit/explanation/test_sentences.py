"""Check the words that are made from an advice: whose question, and why a step is there."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from lifejourney.advice import Reason
from lifejourney.answers import read_request
from lifejourney.catalog import Catalog
from lifejourney.explanation import present
from lifejourney.explanation.naming import Naming
from lifejourney.explanation.telling import reason_texts, reasons_in_short
from lifejourney.journey import Advisor
from lifejourney.loading import load_catalog
from lifejourney.vocabulary import Call
from tests.unit.explanation.births import answer
from tests.unit.planning.tiny import catalog as tiny_catalog
from tests.unit.planning.tiny import event, service

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Return the small catalog."""
    return load_catalog(SMALL)


def naming(catalog: Catalog, **more: object) -> Naming:
    """Return the names in the advice for a birth and a death."""
    raw = {"events": ["birth", "death"], **more}
    return Naming(Advisor(catalog).advise(read_request(catalog, raw, TODAY)))


def test_a_question_says_whose_it_is(catalog: Catalog) -> None:
    """A fact of any person, or of one of several, names the person in brackets."""
    one, two = naming(catalog), naming(catalog, persons={"child": 2})
    assert one.unknown("mother.birth_date") == "Tanggal lahir (ibu)"
    assert one.unknown("child-1.birth_date") == "Tanggal lahir anak"
    assert two.unknown("child-2.birth_date") == "Tanggal lahir anak (anak ke-2)"
    assert one.unknown("mother.nothing") == "mother.nothing"


def test_a_household_is_the_same_or_not(catalog: Catalog) -> None:
    """Whether two groups are one is answered by yes or no."""
    raw = {"events": ["birth", "death"], "persons": {"deceased": "other"}}
    answer = present(Advisor(catalog).advise(read_request(catalog, raw, TODAY)))
    labels = [one["label"] for one in answer["assumed"] if one["fact"] == "persons:family-death"]
    asked = [
        [option["label"] for option in question["persons"]["options"]]
        for question in answer["questions"]
        if question["kind"] == "persons" and question["persons"]["role"] == "family-death"
    ]
    assert set(labels) <= {"Ya", "Tidak"}
    assert all(set(one) == {"Ya", "Tidak"} for one in asked)
    assert labels or asked


def test_what_needs_a_paper_stands_in_one_sentence(catalog: Catalog) -> None:
    """Several steps that need one paper are told as a list."""
    names = naming(catalog)
    codes = list(catalog.by_code)[:3]
    paper = ("kartu-keluarga", "family")
    reasons = [Reason("needed", paper=paper, of=f"{code}@mother") for code in codes]
    first, second, third = (catalog.by_code[code].title.id for code in codes)
    [told] = reason_texts(names, reasons)
    assert f"diperlukan untuk {first}, {second} dan {third}." in told
    assert reason_texts(names, reasons[:1])[0].endswith(f"diperlukan untuk {first}.")


def test_reasons_in_short(catalog: Catalog) -> None:
    """One event, one paper, two answers: the rest is left out."""
    names = naming(catalog)
    event = Reason("event", of="akta-kelahiran@child-1", value="birth")
    needed = [
        Reason("needed", paper=(slug, "family"), of="LJ-0001@child-1")
        for slug in ("kartu-keluarga", "ktp-el")
    ]
    born = date(2000, 1, 1)
    answers = [Reason("answer", who, "birth_date", born) for who in ("mother", "father", "self")]
    told = reasons_in_short(names, [*answers, *needed, event])
    assert len(told) == 4
    assert told[0].startswith("Diperlukan karena Kelahiran")
    assert told[2] == "Jawaban Anda tentang ibu: Tanggal lahir 1 Januari 2000."
    assert len(reason_texts(names, [*answers, *needed, event])) == 6


@pytest.mark.parametrize(
    ("acts", "kind", "label"),
    [
        ("citizen", "duty", "You need to do this"),
        ("automatic", "duty", "Happens by itself"),
        ("other", "duty", "Done by others"),
        ("automatic", "right", "A right, not a duty"),
    ],
)
def test_a_duty_that_others_see_to(acts: str, kind: Literal["duty", "right"], label: str) -> None:
    """Nobody is told to do what happens by itself; a right stays one."""
    calls = [Call("child", kind, document="a")]
    small = tiny_catalog(event(calls), [service(1, ["a"], acts=acts)], ["a"])
    (step,) = answer(small, lang="en")["plan"]["steps"]
    assert step["kind_label"] == label
