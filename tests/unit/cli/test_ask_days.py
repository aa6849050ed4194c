"""Check how a date is told, by day, month, year or age."""

from dataclasses import replace
from datetime import date

import pytest

from lifejourney.cli.asking.days import read_date
from lifejourney.cli.asking.given import Given, Step
from lifejourney.cli.asking.naming import label_of
from lifejourney.cli.asking.replies import Replies
from lifejourney.cli.asking.screen import Screen
from lifejourney.cli.desk import Desk
from lifejourney.days import Days
from lifejourney.errors import Words
from lifejourney.explanation import Asked
from tests.unit.cli.replying import SMALL, TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("1/11/2026", date(2026, 11, 1)),
        ("01-11-2026", date(2026, 11, 1)),
        ("1 November 2026", date(2026, 11, 1)),
        ("1 nov. 2026", date(2026, 11, 1)),
        ("17 Agustus 1990", date(1990, 8, 17)),
        ("17 August 1990", date(1990, 8, 17)),
        ("3 Nopember 2025", date(2025, 11, 3)),
        ("kemarin", date(2026, 11, 21)),
        ("Hari ini", TODAY),
    ],
)
def test_days(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("November 2026", "2026-11"),
        ("bulan agustus 1990", "1990-08"),
        ("11/2026", "2026-11"),
        ("2026-11", "2026-11"),
        ("2026/3", "2026-03"),
        ("1958", "1958"),
        ("tahun 1958", "1958"),
        ("umur 34", "age 34"),
        ("34 tahun", "age 34"),
        ("usia 30-39 tahun", "age 30..39"),
        ("30 sampai 39 tahun", "age 30..39"),
        ("age 30..39", "age 30..39"),
    ],
)
def test_dates_of_which_the_day_is_not_known(text: str, told: str) -> None:
    """A month, a year or an age is told as people say it."""
    found = read_date(text, TODAY)
    assert isinstance(found, Days)
    assert str(found) == told


def test_the_day_is_declined_and_the_month_kept() -> None:
    """Who was asked for the day and does not know it has still told the month."""
    asked = Asked(("self.it",), "date", "Apa?", so_far="2026-11")
    first = Step(replace(asked, so_far=""), {"self.it": "2026-11"}, {"self.it": "November 2026"})
    given = Given({"events": ["birth"]}, (first,))
    assert given.settled == frozenset()
    assert given.plus(Step(asked)).put_off(1) == {"self.it"}
    told = given.plus(Replies(Desk("id", folder=SMALL), asked, TODAY).answer("?"))
    body = {"events": ["birth"], "answers": {"self.it": "2026-11"}, "declined": ["self.it"]}
    assert told.body() == body
    assert Given.of(body).body() == body
    assert told.settled == {"self.it"}
    assert Given.of(body).settled == {"self.it"}


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ({"answers": {"child.birth_date": "2026-11"}}, "November 2026"),
        ({"answers": {"child.birth_date": "entah"}}, "entah"),
        (
            {"answers": {"child.birth_date": "2026"}, "declined": ["child.birth_date"]},
            "tahun 2026",
        ),
    ],
)
def test_how_a_date_told_beforehand_is_called(body: dict[str, object], label: str) -> None:
    """What came from the command line is said in words too."""
    given = Given.of({"events": ["birth"], **body})
    assert label_of(Desk("id", folder=SMALL), "child.birth_date", given) == label


@pytest.mark.parametrize(
    ("accepts", "so_far", "hint"),
    [
        (("day", "month", "year", "age"), "", "November 2026, atau 2026; atau umur 34."),
        (("day", "month", "year"), "", "November 2026, atau 2026."),
        (("day", "month", "year"), "2026", "Harinya tidak tahu? Ketik ?"),
        ((), "", "atau 14/11/2026."),
    ],
)
def test_how_a_date_is_hinted_at(
    capsys: pytest.CaptureFixture[str], accepts: tuple[str, ...], so_far: str, hint: str
) -> None:
    """The question says in which ways it can be answered."""
    asked = Asked(("self.it",), "date", "Apa?", accepts=accepts, so_far=so_far)
    Screen(Desk("id", folder=SMALL)).question(asked, 1)
    assert " ".join(capsys.readouterr().out.split()).endswith(hint)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Foo 2026", "tulis hari, bulan, tahun"),
        ("13/2026", "bulan 01 sampai 12"),
        ("39-30 tahun", "tulis umur 30..39"),
        ("1/11/26", "empat angka"),
        ("31 Februari 2026", "tidak ada di kalender"),
        ("1 Foo 2026", "tidak ada di kalender"),
        ("entah", "tulis hari, bulan, tahun"),
    ],
)
def test_days_that_cannot_be_read(text: str, needed: str) -> None:
    found = read_date(text, TODAY)
    assert isinstance(found, Words)
    assert needed in found.id
