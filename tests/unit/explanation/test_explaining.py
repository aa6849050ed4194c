"""Why, why not and what if in words: plain, true, and with tact."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lifejourney import (
    Advisor,
    Catalog,
    Entry,
    InvalidRequest,
    load_catalog,
    present_explanation,
    read_about,
)
from lifejourney.advice import Because, Change, Explanation, ForPerson, Smallest
from lifejourney.cli.program import run
from lifejourney.vocabulary import Register
from tests.unit.planning.tiny import DAY

SMALL = Path(__file__).resolve().parents[2] / "data" / "small"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def small() -> Catalog:
    return load_catalog(SMALL)


def told(catalog: Catalog, service: str, *events: str, **said: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what is told of the first person."""
    body = {"service": service, "events": list(events or ("birth",)), "lang": "en", **said}
    about = read_about(catalog, body, DAY)
    explained = Advisor(catalog).explain(about.request, about.service, about.person)
    found: dict[str, Any] = present_explanation(explained)["people"][0]
    return found


def test_a_grave_answer_is_not_held_up_to_anybody(small: Catalog) -> None:
    """What somebody went through is neither repeated as a reason nor wished away."""
    answers = {"child.condition": "died_after_birth"}
    one = told(small, "pencatatan-kelahiran", answers=answers)
    assert one["status"] == "does_not_apply"
    assert one["status_label"] == "Not needed in your plan"
    assert [why["text"] for why in one["why_not"]] == [
        "By what you told us, there is nothing to be done here."
    ]
    assert [why["fact"] for why in one["why_not"]] == ["child[1].condition"]
    assert one["changes"]["smallest"] == []
    assert one["changes"]["text"] == "If an answer is wrong, you can correct it at any time."


def test_a_grave_answer_that_brings_a_service_in(small: Catalog) -> None:
    one = told(small, "pencatatan-kelahiran", answers={"child.condition": "healthy"})
    assert one["why"][-1]["text"] == "In keeping with what you told us."


def test_what_is_open_decides(small: Catalog) -> None:
    one = told(small, "pencatatan-kelahiran")
    assert one["status"] == "possible"
    assert one["open"][0] == {"unknown": "child[1].condition", "title": "How is the baby?"}
    assert one["changes"]["text"] == "What decides it is still to be answered."


def explained(catalog: Catalog, one: ForPerson) -> dict[str, Any]:
    """Put one explanation into words."""
    about = read_about(catalog, {"service": "imunisasi", "events": ["birth"], "lang": "en"}, DAY)
    advice = Advisor(catalog).advise(about.request)
    whole = Explanation(advice, catalog.services["imunisasi"], (one,))
    found: dict[str, Any] = present_explanation(whole)["people"][0]
    return found


@pytest.mark.parametrize(
    ("ground", "text"),
    [
        (Because("nobody"), "This is no part of your situation."),
        (Because("no_event", value=()), "This service is not needed for Birth."),
        (
            Because("no_event", value=("death",)),
            "This service is not needed for Birth. This service belongs to another event: Death.",
        ),
        (
            Because("held", paper=("ktp-el", "mother")),
            "You said that identity card (mother) is at hand already.",
        ),
        (
            Because("chosen", of="akta-kelahiran-ibu@child-1"),
            "You chose birth certificate (mother).",
        ),
        (Because("unasked"), "No step of your plan needs what this service makes."),
        (
            Because("enough", of="LJ-0001@child-1"),
            "For Birth registration another paper is enough.",
        ),
        (Because("wanted", paper=("ktp-el", "mother")), "You asked for identity card (mother)."),
        (
            Because("lacking", paper=("ktp-el", "mother")),
            "identity card (mother) is needed, and nobody here can issue it.",
        ),
    ],
)
def test_every_ground_has_its_words(small: Catalog, ground: Because, text: str) -> None:
    one = explained(small, ForPerson("child-1", "not_needed", (), (ground, ground)))
    assert [why["text"].casefold() for why in one["why_not"]] == [text.casefold()]


def test_changes_in_words(small: Catalog) -> None:
    married = Change("parents", "marriage", "none", "recorded")
    kept = Change("father", "region", "34.71", "34.04")
    one = ForPerson("child-1", "certain", changes=Smallest("add", ((married, kept),), 1))
    changes = explained(small, one)["changes"]
    assert changes["smallest"][0][0] == {
        "fact": "parents.marriage",
        "title": "The parents' marriage",
        "from": "none",
        "from_label": "Tidak menikah",
        "to": "recorded",
        "to_label": "Tercatat",
    }
    assert " together with " in changes["text"]
    assert changes["text"].endswith("There is 1 other way.")
    two = ForPerson("child-1", "certain", changes=Smallest("remove", ((married,),), 2))
    assert explained(small, two)["changes"]["text"].endswith("There are 2 other ways.")
    day = Change("child-1", "birth_date", DAY, DAY)
    dated = ForPerson("child-1", "certain", changes=Smallest("remove", ((day,),)))
    assert explained(small, dated)["changes"]["smallest"][0][0]["to"] == "2026-11-22"
    for would in ("add", "remove"):
        none = ForPerson("child-1", "certain", changes=Smallest(would))
        assert "even if one or two" in explained(small, none)["changes"]["text"]


def test_about_the_dead(small: Catalog) -> None:
    """An answer about somebody who has died is quoted, and nothing is said to change."""
    body = {"service": "LJ-0001", "events": ["death"]}
    about = read_about(small, body, DAY)
    advice = Advisor(small).advise(about.request)
    ground = Because("answer", "deceased", "death_date", DAY)
    one = ForPerson("deceased", "does_not_apply", (), (ground,), (), Smallest("add"))
    whole = Explanation(advice, small.services["pencatatan-kematian"], (one,))
    found = present_explanation(whole)["people"][0]
    assert found["why_not"][0]["text"].startswith("Jawaban Anda")
    assert found["changes"]["text"].startswith("Bila ada jawaban yang keliru")


def test_on_the_screen(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = ["--answer", "child.condition=healthy", "--answer", "parents.marriage=none"]
    assert run(["explain", "pencatatan-kelahiran", "birth", *said, "--catalog", str(SMALL)]) == 0
    shown = capsys.readouterr().out
    assert "anak: Ada dalam rencana Anda" in shown
    assert "Diperlukan karena Kelahiran" in shown
    assert "(UU 24/2013 pasal 27)" in shown
    assert "Layanan ini tetap ada dalam rencana" in shown
    # Without an event, those that may lead there.
    assert run(["explain", "LJ-0009", "--catalog", str(SMALL)]) == 0
    assert "Yang menentukan:" in capsys.readouterr().out
    assert run(["explain", "LJ-0002", "birth", "--lang", "en", "--catalog", str(SMALL)]) == 0
    assert "What decides it:" in capsys.readouterr().out
    assert run(["explain", "penetapan-waris", "birth", "--catalog", str(SMALL)]) == 0
    assert "Mengapa tidak:" in capsys.readouterr().out


def test_a_mistyped_service(capsys: Capture) -> None:
    assert run(["explain", "imunisas", "birth", "--catalog", str(SMALL)]) == 2
    assert "imunisasi" in capsys.readouterr().err


def test_a_withdrawn_service(small: Catalog) -> None:
    gone = {"posyandu": Entry("withdrawn", replaced_by="imunisasi"), "lama": Entry("withdrawn")}
    one = replace(small, register=Register(services=gone))
    for name, remedy in (("posyandu", "use 'imunisasi'"), ("lama", None)):
        with pytest.raises(InvalidRequest) as refused:
            read_about(one, {"service": name, "events": ["birth"]}, DAY)
        (problem,) = refused.value.problems
        assert problem.code == "withdrawn-service"
        assert (problem.remedy.en if problem.remedy else None) == remedy


def test_many_open_questions_are_cut_short(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lifejourney.cli.explain.FEW", 0)
    assert run(["explain", "LJ-0001", "birth", "--lang", "en", "--catalog", str(SMALL)]) == 0
    assert " more" in capsys.readouterr().out
