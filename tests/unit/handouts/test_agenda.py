"""Check the calendar, read back by another library than the one that writes it."""

from datetime import date, timedelta
from typing import Any

import pytest
import vobject

from lifejourney.handouts import hand_out
from tests.unit.handouts.answers import TODAY, Json, asked, blocked, dated, undated


def read(answer: Json) -> Any:  # noqa: ANN401 - vobject makes its attributes up
    """Return the calendar as the other library sees it."""
    return vobject.readOne(hand_out(answer, "ics").decode())


def events_of(answer: Json) -> dict[str, date]:
    """Return the events by their titles."""
    return {one.summary.value: one.dtstart.value for one in read(answer).contents["vevent"]}


@pytest.mark.parametrize(
    ("zone", "place"),
    [("WIB", "Asia/Jakarta"), ("WITA", "Asia/Makassar"), ("WIT", "Asia/Jayapura")],
)
def test_the_zone_is_that_of_the_person(zone: str, place: str) -> None:
    """Days are whole days there."""
    calendar = read(asked() | {"zone": zone})
    assert calendar.contents["x-wr-timezone"][0].value == place
    assert calendar.contents["x-wr-calname"][0].value == "Rencana: Kelahiran"


def test_days_to_come_are_events() -> None:
    """A start after today and each deadline that is not past; nobody is kept busy."""
    assert events_of(dated(asked())) == {
        "Dapat dimulai: Imunisasi (anak)": TODAY + timedelta(days=3),
        "Dapat dimulai: Pencatatan kelahiran (anak)": TODAY + timedelta(days=6),
        "Batas: Pencatatan kelahiran (anak)": date(2027, 1, 9),
        "Dapat dimulai: Perubahan kartu keluarga": TODAY + timedelta(days=9),
    }
    assert {one.transp.value for one in read(asked()).contents["vevent"]} == {"TRANSPARENT"}


def test_a_soft_and_an_uncertain_deadline() -> None:
    """What does not bind is no deadline, and an estimate says so."""
    answer = asked(done=["LJ-0002@child-1"])
    deadline = next(s for s in answer["plan"]["steps"] if s["service"] == "LJ-0001")["deadline"]
    deadline |= {"binding": False, "estimate": True, "estimate_note": "Kalender belum ada."}
    day = {"Sebaiknya sebelum ini: Pencatatan kelahiran (anak) (perkiraan)": date(2027, 1, 9)}
    assert events_of(undated(answer)) == day


def test_steps_are_to_dos() -> None:
    """Each knows where, what to bring, until when, and what it waits for."""
    todos = read(dated(blocked(asked()))).contents["vtodo"]
    first, _, record, last = todos
    assert first.summary.value == "1. Surat lahir dari fasilitas kesehatan (anak) (belum pasti)"
    assert first.due.value == date(2026, 11, 16)
    assert "dtstart" not in first.contents  # its deadline is past
    assert record.dtstart.value == TODAY + timedelta(days=6)
    assert record.location.value == "Disdukcapil"
    assert record.contents["related-to"][0].value == first.uid.value
    assert record.contents["related-to"][0].params == {"RELTYPE": ["DEPENDS-ON"]}
    told = record.description.value
    assert "Bawa:\n- " in told
    assert "; dari langkah 1" in told
    assert "Batas: paling lambat 9 Januari 2027." in told
    assert "Kapan: mulai 28 November 2026; mulai paling lambat 29 November 2026" in told
    assert "due" not in last.contents
    assert {one.status.value for one in todos} == {"NEEDS-ACTION"}


def test_what_is_done_is_completed_and_has_no_events() -> None:
    """A done step stays in the list, ticked off."""
    answer = dated(asked(done=["LJ-0001@child-1"]))
    answer["plan"]["steps"][0]["authority"] = None
    [done, *_] = read(answer).contents["vtodo"]
    assert done.status.value == "COMPLETED"
    assert done.summary.value == "1. Pencatatan kelahiran (anak)"
    assert "location" not in done.contents
    assert not any("Pencatatan" in title for title in events_of(answer))


def test_names_stay_and_tell_of_nobody() -> None:
    """The same step has the same name on another day, with other answers."""
    later = asked(date="2026-11-25", answers={"child.condition": "healthy"})
    names = [{t.uid.value for t in read(one).contents["vtodo"]} for one in (asked(), later)]
    assert names[0] & names[1]
    version = asked()["catalog"]["version"]
    assert f"step-LJ-0001@child-1-{version}@lifejourney" in names[0]


def test_only_steps_of_the_plan_are_related() -> None:
    """A to-do names no other that the calendar does not hold."""
    answer = asked()
    del answer["plan"]["steps"][0]
    assert all("related-to" not in one.contents for one in read(answer).contents["vtodo"][:2])


def test_an_empty_plan_is_a_calendar() -> None:
    """It has no entries."""
    answer = asked()
    answer["plan"]["steps"] = []
    assert "vtodo" not in read(answer).contents


def test_a_plan_without_a_step_is_a_calendar_all_the_same() -> None:
    """A calendar has to hold something: the day of the advice says that there is nothing yet."""
    answer = asked()
    answer["plan"] |= {"steps": [], "possible": []}
    assert events_of(answer) == {
        "Belum ada langkah yang dapat disebut. Satu jawaban saja sudah membantu.": TODAY
    }
