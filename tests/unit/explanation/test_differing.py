"""Check the words for what changed between two answers."""

from typing import Any

import pytest

from lifejourney.explanation import present_difference
from tests.unit.handouts.answers import asked, blocked, dated, undated

Json = dict[str, Any]


def texts(found: Json, part: str) -> list[str]:
    """Return the sentences about the steps of one part."""
    return [change["text"] for step in found[part] for change in step["changes"]]


def test_why() -> None:
    """The day, an answer changed, given, taken back, a silence, a step done, another event."""
    before = asked(declined=["mother.region"], date="2026-11-21")
    answers = {"child.condition": "in_care", "child.birth_date": "2026-11-10"}
    after = asked(events=["birth", "death"], answers=answers, done=["LJ-0006@child-1"])
    after["catalog"] = {"version": "new", "date": None}
    found = present_difference(before, after)
    said = [cause["text"] for cause in found["why"]]
    assert said[0].startswith("Versi katalog: ")
    assert said[1:3] == [
        "Hari yang dipakai: 21 November 2026 menjadi 22 November 2026.",
        "Peristiwa death dipilih: Tidak menjadi Ya.",
    ]
    assert "Bagaimana keadaan bayi? “Sehat” menjadi “Dirawat”." in said
    silence = next(one for one in found["why"] if one["from_label"] == "tidak dijawab")
    assert (silence["from"], silence["to"], silence["to_label"]) == (None, None, "belum dijawab")
    taken = next(one for one in found["why"] if one["id"] == "parents.marriage")
    assert (taken["from"], taken["to_label"]) == ("recorded", "belum dijawab")
    assert said[-1] == "Imunisasi (anak) selesai: Tidak menjadi Ya."
    done = found["why"][-1]
    assert (done["kind"], done["from"], done["to"]) == ("done", False, True)


def test_another_wish() -> None:
    """Which plan and which way are preferred; a later version may know one more."""
    after = asked() | {"prefer": "cheapest", "channel": "carrier"}
    assert [one["text"] for one in present_difference(asked(), after)["why"]] == [
        "Yang diutamakan: paling cepat selesai menjadi paling murah.",
        "Cara mengurus yang lebih disukai: daring menjadi carrier.",
    ]


def test_a_step_that_is_in_neither_plan_is_named_by_its_id() -> None:
    """Somebody may tick off what is no longer needed."""
    found = present_difference(asked(), asked() | {"done": ["LJ-9@x"]})
    assert [one["title"] for one in found["why"]] == ["LJ-9@x selesai"]


def test_what_moved() -> None:
    """Stage, standing and every day, also one that was not known."""
    before, after = asked(), asked()
    step = after["plan"]["steps"][2]
    step |= {"wave": None, "status": "blocked", "deadline": None}
    before["plan"]["steps"][2] |= {"start": None, "finish": "2026-12-01"}
    step |= {"start": "2026-12-02", "finish": "2026-12-03"}
    found = present_difference(before, after)
    assert [one["id"] for one in found["moved"]] == ["LJ-0001@child-1"]
    assert texts(found, "moved") == [
        "Tahap: 2 menjadi tidak ada.",
        "Kepastian: Pasti menjadi Terhalang.",
        "Mulai paling cepat: belum diketahui menjadi 2 Desember 2026.",
        "Selesai paling cepat: 1 Desember 2026 menjadi 3 Desember 2026.",
        "Batas: 9 Januari 2027 menjadi belum diketahui.",
    ]
    assert found["moved"][0]["changes"][0] == {
        "what": "wave",
        "from": 2,
        "to": None,
        "text": "Tahap: 2 menjadi tidak ada.",
    }


def test_days_of_which_an_earlier_answer_did_not_tell_did_not_move() -> None:
    """A later version knows more; that is no change."""
    assert present_difference(undated(asked()), dated(asked()))["moved"] == []


def test_papers() -> None:
    """One more, one less, one otherwise."""
    before, after = asked(), asked()
    old, new = (one["plan"]["steps"][2]["requires"] for one in (before, after))
    removed = old[0]["title"]
    new[0] |= {"document": "other", "title": "Surat", "person_title": "ibu", "from": "self"}
    new[1] |= {"from": "held", "copies": 2, "original": False}
    found = present_difference(before, after)
    assert [one["change"] for one in found["papers"][0]["changes"]] == [
        "removed",
        "changed",
        "added",
    ]
    told = texts(found, "papers")
    assert told[0].startswith(f"Tidak perlu lagi: {removed}")
    assert told[1].endswith("(sudah ada pada Anda, fotokopi 2 lembar).")
    assert told[2] == "Sekarang perlu: Surat (ibu) (Anda buat sendiri, asli)."


@pytest.mark.parametrize(("first", "second"), [("id", "en"), ("en", "id")])
def test_another_language_is_no_change(first: str, second: str) -> None:
    """It is told in that of the second answer."""
    found = present_difference(asked(lang=first), blocked(asked(lang=second)))
    assert found["lang"] == second
    assert found["why"] == found["moved"] == []
    assert [one["id"] for one in found["added"]] == ["document:akta@child-1"]


def test_an_answer_that_does_not_tell_what_was_said() -> None:
    """Nothing is guessed."""
    before = asked()
    del before["said"], before["done"]
    assert present_difference(before, asked(answers={}))["why"] == []
