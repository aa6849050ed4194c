"""Check the pictures: what is drawn where, and that it can be told without colour."""

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from lifejourney.handouts import hand_out
from lifejourney.handouts.drawing import measure, wrap
from tests.unit.handouts.answers import TODAY, Json, asked, blocked, dated, undated

SVG = "{http://www.w3.org/2000/svg}"


def drawn(answer: Json, form: str) -> ET.Element:
    """Return a picture."""
    return ET.fromstring(hand_out(answer, form))  # noqa: S314 - our own


def texts(picture: ET.Element) -> str:
    """Return all the words in a picture."""
    return " ".join("".join(one.itertext()) for one in picture.iter(f"{SVG}text"))


def told(picture: ET.Element) -> str:
    """Return the description of a picture."""
    return str(getattr(picture.find(f"{SVG}desc"), "text", ""))


class TestWrap:
    @pytest.mark.parametrize("size", [12, 16])
    def test_lines_fit(self, size: int) -> None:
        """No line is wider than the room, and no word is lost."""
        text = "Serahkan Kartu Keluarga yang sudah memuat anak dan NIK-nya"
        block = wrap(text, 120, size, bold=True)
        assert " ".join(block.lines) == text
        assert all(measure(line, size, bold=True) <= 120 for line in block.lines)
        assert block.height == pytest.approx(len(block.lines) * size * 1.3)

    def test_a_long_word_is_broken(self) -> None:
        """It goes over several lines."""
        block = wrap("dan pertanggungjawabannya", 60)
        assert "".join(block.lines) == "danpertanggungjawabannya"
        assert len(block.lines) > 2
        assert all(measure(line, 13) <= 60 for line in block.lines)

    def test_nothing(self) -> None:
        """No text has no lines."""
        assert wrap(" ", 60).lines == ()

    def test_what_xml_cannot_hold(self) -> None:
        """A control character is a space."""
        assert "\x1b" not in wrap("a\x1b[1m", 200).draw(0, 0)


class TestStepGraph:
    def test_frames_differ_without_colour(self) -> None:
        """Certain is solid, possible dashed, done grey with a tick, blocked crossed."""
        answer = blocked(asked(done=["LJ-0001@child-1"]))
        answer["plan"]["steps"][1]["status"] = "possible"
        picture = drawn(answer, "svg")
        frames = [one.attrib for one in picture.iter(f"{SVG}rect") if "rx" in one.attrib]
        assert [frame.get("stroke-dasharray") for frame in frames] == [None, "6 4", None, "1.5 3"]
        assert [frame["fill"] for frame in frames] == ["#e4e4e4", "#fff", "#fff", "#fff"]
        for word in ("selesai", "belum pasti", "terhalang", "Yang belum dapat diurus"):
            assert word in texts(picture)

    def test_lines_lead_to_the_steps_that_wait(self) -> None:
        """One arrow for each step that waits; the words say the same."""
        picture = drawn(dated(asked()), "svg")
        assert len(picture.findall(f".//{SVG}g/{SVG}circle[@r='2.5']")) == 2
        assert "setelah langkah 1" in texts(picture)
        assert "3. Pencatatan kelahiran (anak); setelah langkah 1; mulai" in told(picture)

    def test_many_lines_share_the_room(self) -> None:
        """However many steps wait crosswise, the boxes keep their width."""
        answer = asked()
        step = answer["plan"]["steps"][0]
        early = [step | {"id": f"a{number}", "wave": 1} for number in range(12)]
        late = [
            step | {"id": f"b{number}", "wave": 2, "after": [f"a{number}"]} for number in range(12)
        ]
        answer["plan"]["steps"] = [*early, *late]
        picture = drawn(answer, "svg")
        boxes = [one.attrib for one in picture.iter(f"{SVG}rect") if "rx" in one.attrib]
        assert {float(box["width"]) for box in boxes} == {360 - 12 - (12 + 84 + 8)}

    def test_a_plan_without_steps(self) -> None:
        """It says so."""
        answer = asked()
        answer["plan"]["steps"] = []
        assert "Belum ada langkah yang dapat disebut" in texts(drawn(answer, "svg"))


class TestTimeline:
    def test_bars_and_marks(self) -> None:
        """Bars go from start to end, deadlines are diamonds, one without an end is an arrow."""
        answer = dated(asked(), days=10, length=5)
        answer["plan"]["steps"][3] |= {"finish": None, "finish_latest": None}
        answer["plan"]["steps"][1]["status"] = "done"
        picture = drawn(answer, "timeline")
        bars = [one.attrib for one in picture.iter(f"{SVG}rect") if one.get("stroke-width")]
        assert [bar["fill"] for bar in bars] == ["url(#timeline-hatch)", "#fff", "#111"]
        paths = [one.attrib["d"] for one in picture.iter(f"{SVG}path")]
        assert sum(path.endswith("l7 8l-7 8l-7 -8z") for path in paths) == 2
        assert sum("h18.0l8 6.0l-8 6.0" in path for path in paths) == 1
        assert "batas 9 Jan 2027" in texts(picture)
        assert "2. Imunisasi (anak): selesai." in told(picture)
        assert told(picture).startswith("Hari ini: 22 November 2026.")

    def test_an_end_that_may_be_later_is_an_arrow(self) -> None:
        """A day at the earliest is called so, and its bar does not stop there."""
        answer = dated(asked(), days=10, length=5)
        answer["plan"]["steps"][0]["finish_latest"] = None
        picture = drawn(answer, "timeline")
        assert "selesai paling cepat" in told(picture)
        assert any("l8 6.0l-8 6.0" in one.attrib["d"] for one in picture.iter(f"{SVG}path"))

    def test_stages_where_no_day_is_known(self) -> None:
        """Each step has a box in the column of its stage."""
        picture = drawn(undated(asked()), "timeline")
        bars = [one.attrib for one in picture.iter(f"{SVG}rect") if one.get("stroke-width")]
        assert len(bars) == 4
        assert float(bars[0]["x"]) == float(bars[1]["x"]) < float(bars[2]["x"])
        assert "Tahap 3" in texts(picture)
        assert "4. Perubahan kartu keluarga: setelah langkah 3." in told(picture)
        assert "2. Imunisasi (anak): tanggal belum diketahui." in told(picture)

    def test_many_stages_are_numbered_only(self) -> None:
        """There is no room for more."""
        answer = asked()
        answer["plan"]["steps"][3]["wave"] = 9
        assert "Tahap 9" not in texts(drawn(answer, "timeline"))
        assert " 9 " in texts(drawn(answer, "timeline"))

    def test_a_step_without_days_among_others(self) -> None:
        """It has words, and no bar."""
        answer = dated(asked())
        answer["plan"]["steps"][1] |= {"start": None, "finish": None, "finish_latest": None}
        picture = drawn(answer, "timeline")
        assert len([one for one in picture.iter(f"{SVG}rect") if one.get("stroke-width")]) == 3
        assert "2. Imunisasi (anak): tanggal belum diketahui." in told(picture)

    @pytest.mark.parametrize("length", [0, 1, 6, 20, 50, 100, 400, 2000, 40000, 400000])
    def test_some_days_are_named_whatever_the_length(self, length: int) -> None:
        """At least one and at most six, none over another."""
        answer = dated(asked(), days=0, length=length)
        for step in answer["plan"]["steps"]:
            step["deadline"] = None
        picture = drawn(answer, "timeline")
        names = [one for one in picture.iter(f"{SVG}text") if one.get("text-anchor") == "middle"]
        assert 1 <= len(names) <= 6
        middles = [float(one.attrib["x"]) for one in names]
        wide = [measure(str(one.text), 12) for one in names]
        for (left, one), (right, other) in pairwise(zip(middles, wide, strict=True)):
            assert left + one / 2 < right - other / 2
        last = TODAY + timedelta(days=length)
        assert any(str(year) in texts(picture) for year in range(2026, last.year + 1))

    def test_the_end_of_all_days(self) -> None:
        """A plan to the last day of the calendar is drawn, too."""
        answer = dated(asked())
        answer["plan"]["steps"][0]["finish_latest"] = date.max.isoformat()
        assert "9999" in told(drawn(answer, "timeline"))

    def test_a_plan_without_steps(self) -> None:
        """It says so."""
        answer = asked()
        answer["plan"]["steps"] = []
        assert "Belum ada langkah" in texts(drawn(answer, "timeline"))
