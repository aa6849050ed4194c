"""Check what is said of dates, in both languages, and that it is kind."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lifejourney.vocabulary import (
    Deadline,
    Opening,
    Repeat,
    Service,
    Span,
    SuppliedLater,
    Text,
    Time,
    Validity,
)
from tests.unit.explanation.dated import BORN, FIRST, WEEK, online, small, step, told
from tests.unit.planning.tiny import DAY, need, paper, service


@pytest.mark.parametrize(
    ("one", "said", "indonesian", "english"),
    [
        (online(1, "a"), {}, "bisa mulai hari ini", "can begin today"),
        (
            service(1, ["a"]),
            {},
            "mulai paling cepat 23 November 2026",
            "begins on 23 November 2026 at the earliest",
        ),
        (
            online(1, "a", opens=Opening(Span(1, "week"), "it.born")),
            {},
            (
                "mulai paling cepat 22 November 2026; tanggal bukanya kami hitung setelah ini "
                "dijawab: born"
            ),
            (
                "begins on 22 November 2026 at the earliest; we reckon when it opens once this is "
                "answered: born"
            ),
        ),
        (
            online(1, "a", opens=Opening(announced=Text("Mei", "May"))),
            {},
            "pada masa yang diumumkan. Biasanya: Mei",
            "in the period that is announced. Usually: May",
        ),
        (
            service(1, ["a"], opens=Opening(announced=Text("Mei", "May"))),
            {},
            "pada masa yang diumumkan, paling cepat 23 November 2026. Biasanya: Mei",
            "in the period that is announced, on 23 November 2026 at the earliest. Usually: May",
        ),
        (online(1, "a", deadline=WEEK), {"facts": BORN}, "bisa mulai hari ini", "can begin today"),
        (
            service(1, ["a"], deadline=WEEK),
            {"facts": BORN},
            (
                "mulai paling cepat 23 November 2026; paling lambat 27 November 2026 agar tidak "
                "lewat batas"
            ),
            (
                "begins on 23 November 2026 at the earliest; by 27 November 2026 at the latest so "
                "as not to miss the deadline"
            ),
        ),
        (
            online(1, "a", opens=Opening(until_day=date(2026, 12, 1))),
            {},
            "bisa mulai hari ini; paling lambat 1 Desember 2026, sebelum masanya berakhir",
            "can begin today; by 1 December 2026 at the latest, before the time for it ends",
        ),
    ],
)
def test_when_a_step_is_to_begin(
    one: Service, said: dict[str, Any], indonesian: str, english: str
) -> None:
    """From when, and by when unless the deadline itself says that very day."""
    assert step(told(small(one), **said))["when"] == indonesian
    assert step(told(small(one), **said, lang="en"))["when"] == english


class TestForAnother:
    """A step that must begin early for the sake of one after it."""

    def plan(self, time: Time, **more: Any) -> dict[str, Any]:  # noqa: ANN401
        """Return a plan in which the first step has a week and waits for the second."""
        last = online(1, "a", "b", **({"deadline": WEEK} | more))
        return told(small(last, online(2, "b", processing_time=time)), facts=BORN)

    def test_a_deadline(self) -> None:
        """The step and the day are named."""
        found = step(self.plan(Time("calendar_day", max=3)), "LJ-0002@child")
        assert found["when"] == (
            "bisa mulai hari ini; paling lambat 26 November 2026 agar batas “Layanan 1” tidak lewat"
        )
        assert found["latest_start_for"] == {"step": FIRST, "limit": "deadline", "open": False}
        assert (found["latest_start"], found["slack_days"]) == ("2026-11-26", 4)

    def test_nobody_knows_how_long(self) -> None:
        """Sooner is safer; what comes after has no day but a bound."""
        plan = self.plan(Time())
        assert step(plan, "LJ-0002@child")["when"].endswith("; lebih awal lebih aman")
        last = step(plan)
        assert last["when"] == "sesudah langkah sebelumnya selesai, paling cepat 22 November 2026"
        assert (last["start_open"], last["finish_open"], last["finish_latest"]) == (
            True, True, None,
        )  # fmt: skip

    def test_as_soon_as_one_can(self) -> None:
        """Where the safe day is gone nobody is told that it is."""
        found = step(self.plan(Time("calendar_day", min=1, max=9)), "LJ-0002@child")
        assert found["when"] == (
            "bisa mulai hari ini; sebaiknya secepatnya: bila setiap proses memakan waktu terlama, "
            "batas “Layanan 1” dapat lewat"
        )
        assert found["slack_days"] == -2

    def test_a_paper_that_follows(self) -> None:
        """It is named by what is brought, and its own deadline is told once."""
        follows = need("b", supplied_later=SuppliedLater(Span(1, "week"), "it.born"))
        slow = Time("calendar_day", max=3)
        plan = told(
            small(online(1, "a", follows), online(2, "b", processing_time=slow)), facts=BORN
        )
        assert "batas “Serahkan b untuk Layanan 1”" in step(plan, "LJ-0002@child")["when"]
        brought = step(plan, f"{FIRST}+b@child")
        assert brought["when"] == "mulai paling cepat 25 November 2026"

    def test_a_window_and_a_paper(self) -> None:
        """Each has its own words."""
        window = self.plan(Time("hour", max=1), opens=Opening(until_day=date(2026, 11, 25)))
        assert "sebelum masa “Layanan 1” berakhir" in step(window, "LJ-0002@child")["when"]
        papers = {("c", "child"): True}
        until = {("c", "child"): date(2026, 11, 24)}
        services = (online(1, "a", "b", "c"), online(2, "b"))
        plan = told(small(*services), papers=papers, valid_until=until)
        assert "selagi surat untuk “Layanan 1” masih" in step(plan, "LJ-0002@child")["when"]
        assert step(plan)["when"].endswith("24 November 2026, selagi suratnya masih berlaku")


class TestTooLate:
    def late(self, deadline: Deadline) -> list[str]:
        """Return what is said of a step that waits ten days for another."""
        slow = Time("calendar_day", max=10)
        services = (online(1, "a", "b", deadline=deadline), online(2, "b", processing_time=slow))
        found: list[str] = step(told(small(*services), facts=BORN))["when_notes"]
        return found

    def test_out_of_reach(self) -> None:
        """Plainly, with what to do and what follows in law; nobody has failed."""
        (note,) = self.late(WEEK)
        assert note == (
            "Menurut lama layanan yang diketahui, langkah ini baru dapat diajukan 2 Desember 2026, "
            "sesudah batasnya (29 November 2026). Tetap ajukan, dan sampaikan bahwa berkasnya "
            "masih diproses. Bayar denda."
        )
        (asked,) = self.late(replace(WEEK, late=None))
        assert asked.endswith("Tanyakan akibatnya di loket.")

    def test_overdue(self) -> None:
        """Of a deadline that is past the deadline itself tells."""
        past = {("child", "born"): DAY - timedelta(days=9)}
        found = step(told(small(online(1, "a", deadline=WEEK)), facts=past))
        assert (found["trouble"], found["when_notes"]) == ("overdue", [])
        assert found["latest_start"] is None

    def test_closed(self) -> None:
        """A window that has passed, with its last day."""
        opens = Opening(until_day=DAY - timedelta(days=1))
        found = step(told(small(online(1, "a", opens=opens))))
        assert found["trouble"] == "closed"
        assert found["when_notes"] == [
            (
                "Masa pengajuannya berakhir 21 November 2026. Tanyakan di kantornya apakah ada "
                "masa berikutnya."
            )
        ]


class TestNotes:
    def test_again_changed_estimated(self) -> None:
        """What comes again, what will be others' rules, what is an estimate."""
        one = online(1, "a", repeats=Repeat(Span(1, "month"), times=2),
                     opens=Opening(from_day=date(2027, 1, 4)),
                     processing_time=Time("working_day", max=1))  # fmt: skip
        now = small(one)
        later = replace(now, services={"s1": replace(one, proxy=Text("siapa saja"))})
        found = step(told(replace(now, variants=((date(2027, 1, 1), later),))))
        assert found["when_notes"] == [
            "Lagi pada: 4 Februari 2027.",
            "Mulai 1 Januari 2027 aturan layanan ini berubah; periksa lagi rencana ini saat itu.",
            "Perkiraan: kalender hari libur setelah 2026 belum ada.",
        ]
        assert found["changes_on"] == "2027-01-01"
        assert found["next_times"] == ["2027-02-04"]
        assert found["dates_estimate"]

    def lapsing(self, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
        """Return who makes and who uses a letter of 14 days while another paper takes time."""
        letter = paper("b", valid_for=Validity(14, "calendar_day"))
        services = [
            online(1, "a", "b", "c"),
            online(2, "b", **more.pop("letter", {})),
            online(3, "c", processing_time=more.pop("time")),
        ]
        plan = told(small(*services, papers=["a", letter, "c"]), **more)
        return step(plan, "LJ-0002@child"), step(plan)

    @pytest.mark.parametrize(
        ("validity", "lang", "span"),
        [
            (Validity(until="12-31"), "id", "hanya berlaku sampai 31 Desember"),
            (Validity(until="12-31"), "en", "is valid until 31 December only"),
            (Validity(2, "week", until="12-31"), "en", "is valid for 2 weeks, then until 31 Dec"),
        ],
    )
    def test_a_letter_of_this_year(self, validity: Validity, lang: str, span: str) -> None:
        """Made now it lapses before the other paper is there."""
        services = [
            online(1, "a", "b", "c"),
            online(2, "b"),
            online(3, "c", processing_time=Time("calendar_day", min=1, max=60)),
        ]
        papers = ["a", paper("b", valid_for=validity), "c"]
        notes = step(told(small(*services, papers=papers), lang=lang), "LJ-0002@child")
        assert any(span in note for note in notes["when_notes"]), notes["when_notes"]

    def test_a_letter_is_got_later(self) -> None:
        """Both steps say why the one waits."""
        maker, user = self.lapsing(time=Time("calendar_day", max=30))
        assert maker["when_notes"] == [
            (
                "Urus paling cepat 7 Desember 2026, agar b masih berlaku saat dipakai untuk "
                "“Layanan 1”."
            )
        ]
        assert user["when_notes"] == [
            "b hanya berlaku 14 hari; karena itu langkah “Layanan 2” baru dimulai 7 Desember 2026."
        ]
        assert user["lapses"] == [
            {
                "document": "b",
                "of": "child",
                "title": "b",
                "made_by": "LJ-0002@child",
                "used_by": FIRST,
                "until": "2026-12-07",
                "surely": True,
                "not_before": "2026-12-07",
                "text": user["when_notes"][0],
            }
        ]

    def test_a_letter_that_cannot_wait(self) -> None:
        """It may lapse if the other takes long, or takes nobody knows how long."""
        maker, user = self.lapsing(time=Time("calendar_day", min=1, max=30))
        assert maker["when_notes"] == [
            (
                "b hanya berlaku 14 hari dan dapat habis sebelum dipakai untuk “Layanan 1”. "
                "Mintalah mendekati saat itu."
            )
        ]
        assert user["when_notes"] == [
            (
                "b berlaku sampai 7 Desember 2026, dan dapat habis masa berlakunya sebelum langkah "
                "ini. Mintalah mendekati saat dipakai; bila habis, minta lagi lewat “Layanan 2”."
            )
        ]
        _, user = self.lapsing(time=Time(), letter={"processing_time": Time()})
        assert user["when_notes"][0].startswith("b hanya berlaku 14 hari, dan dapat habis")

    def test_a_letter_of_two_uses_is_spoken_of_once(self) -> None:
        """Who asks for it hears of both."""
        letter = paper("b", valid_for=Validity(14, "calendar_day"))
        services = [
            online(1, "a", "b", "d"),
            online(2, "b"),
            online(3, "c", processing_time=Time("calendar_day", min=1, max=30)),
            online(4, "d", "b", "c"),
        ]
        maker = step(told(small(*services, papers=["a", letter, "c", "d"])), "LJ-0002@child")
        assert maker["when_notes"] == [
            (
                "b hanya berlaku 14 hari dan dapat habis sebelum dipakai untuk “Layanan 4” dan "
                "“Layanan 1”. Mintalah mendekati saat itu."
            )
        ]

    def test_a_letter_that_will_surely_lapse(self) -> None:
        """What is due before it could be got later."""
        soon = replace(WEEK, within=1)
        _, user = self.lapsing(
            time=Time("calendar_day", max=30), letter={"deadline": soon}, facts=BORN
        )
        assert user["when_notes"][0].startswith(
            "b hanya berlaku sampai 7 Desember 2026, sebelum langkah ini dapat dimulai."
        )

    def test_a_paper_at_hand(self) -> None:
        """It is to be renewed."""
        papers, until = {("b", "child"): True}, {("b", "child"): DAY}
        plan = told(small(service(1, ["a"], ["b"])), papers=papers, valid_until=until)
        assert step(plan)["when_notes"] == [
            (
                "b hanya berlaku sampai 22 November 2026, sebelum langkah ini dapat dimulai. "
                "Perbarui dulu sebelum langkah ini."
            )
        ]
