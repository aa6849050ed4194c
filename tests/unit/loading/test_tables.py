"""What is read beside the nouns: regions, malls, the register and the calendars."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from lifejourney.loading import completed_register, load_catalog, read_catalog
from lifejourney.vocabulary import Text
from tests.unit.loading.changing import change, codes


class TestRegions:
    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            (b"", "bad-csv", 1),
            (b"a,b\n", "bad-csv", 1),
            (b"\xff\n", "bad-csv", 1),
            (b'code,name,kind,zone\n"34,x', "bad-csv", 1),
            (b"code,name,kind,zone\n34,x\n", "bad-region", 2),
            (b"code,name,kind,zone\n\n", "bad-region", 2),
            (b"code,name,kind,zone\n34.71.1,x,city,WIB\n", "bad-region", 2),
            (b"code,name,kind,zone\nKE 30,x,county,WIB\n", "bad-region", 2),
            (b"code,name,kind,zone\n34.71,x,city,WIB\n", "bad-region", 2),
            (b"code,name,kind,zone\n34,x,province,WIB\n34,x,province,WIB\n", "bad-region", 3),
            (b"code,name,kind,zone\n34,x,Provinsi,WIB\n", "unknown-word", 2),
            (b"code,name,kind,zone\n34,x,province,Mars\n", "unknown-word", 2),
        ],
    )
    def test_refuses(self, small: Path, text: bytes, code: str, line: int) -> None:
        """Each row is checked, with its line."""
        (small / "regions" / "regions.csv").write_bytes(text)
        change(small / "scenarios" / "death-of-the-mother.yaml", ', mother.region: "34.71"', "")
        found = [one for one in read_catalog(small)[1] if one.code == code]
        assert [one.where.line for one in found] == [line]


class TestMalls:
    def test_a_region_and_its_province(self, small: Path) -> None:
        """What is said of a region goes before what is said of its province."""
        catalog = load_catalog(small)
        here, beside, nowhere = (catalog.mall(code) for code in ("34.71", "34.04", "35.01"))
        assert here is not None
        assert here.hosts == ("dukcapil", "puskesmas")
        assert beside is catalog.units["mpp-diy"]
        assert nowhere is None

    def test_refuses(self, small: Path) -> None:
        """No mall is told of without the source that says so."""
        path = small / "units" / "mpp-diy.yaml"
        path.write_text('title: MPP\nregion: "34"\nmall: true\nhosts: [dukcapil]\n', "utf-8")
        catalog, problems = read_catalog(small)
        assert catalog is None
        assert [one.code for one in problems] == ["missing-key"]


class TestRegister:
    def test_only_what_is_missing_is_added(self, small: Path) -> None:
        """Lines go to the end of their section, and nothing else changes."""
        path = small / "register.yaml"
        whole = path.read_text("utf-8")
        change(path, "  death: active\n", "")
        text = path.read_text("utf-8")
        path.write_text(text.split("options:\n")[0], "utf-8")
        catalog, _ = read_catalog(small)
        assert catalog is not None
        path.write_text(completed_register(path.read_text("utf-8"), catalog), "utf-8")
        assert sorted(path.read_text("utf-8").split("\n")) == sorted(whole.split("\n"))
        assert codes(small) == []
        assert completed_register(path.read_text("utf-8"), load_catalog(small)) == (
            path.read_text("utf-8")
        )

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("events: {}\n", "events:\n  birth: active\n  death: active\n"),
            ("events: {} # none\n", "events: # none\n  birth: active\n  death: active\n"),
            ("events: {birth: active}\n", "events: {birth: active, death: active}\n"),
            (
                "events: {\n  death: {state: active},\n}\n",
                "events: {death: {state: active}, birth: active}\n",
            ),
        ],
    )
    def test_sections_in_braces(self, small: Path, before: str, after: str) -> None:
        """New lines go into braces that hold something; empty ones are taken away."""
        path = small / "register.yaml"
        path.write_text(before, "utf-8")
        catalog, _ = read_catalog(small)
        assert catalog is not None
        text = completed_register(before, catalog)
        assert text.startswith(after)
        path.write_text(text, "utf-8")
        assert codes(small) == []


class TestCalendars:
    def test_days_off_by_year(self, small: Path) -> None:
        """Every year with its decrees and the names of its days."""
        catalog = load_catalog(small)
        assert list(catalog.calendars) == ["2026", "2027"]
        year = catalog.calendars["2027"]
        assert year.decrees[0].numbers == ("1205/2026", "3/2026", "2/2026")
        assert year.holidays[date(2027, 1, 1)] == Text("Tahun Baru", "New Year's Day")
        assert date(2027, 3, 9) in year.joint_leave
        assert catalog.calendar.last == date(2027, 12, 31)

    def test_a_switch_for_joint_leave(self, small: Path) -> None:
        """It stands in a file of its own, and may be left out."""
        rules = small / "calendars" / "rules.yaml"
        assert not load_catalog(small).calendar.joint_leave_counts
        change(rules, "false", "true")
        assert load_catalog(small).calendar.joint_leave_counts
        rules.unlink()
        assert not load_catalog(small).calendar.joint_leave_counts

    def test_a_catalog_without_calendars(self, small: Path) -> None:
        """It is sound; every deadline in working days is an estimate."""
        shutil.rmtree(small / "calendars")
        assert load_catalog(small).calendar.first is None
