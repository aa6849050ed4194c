"""Check the look-ups of a catalog."""

import pickle
from dataclasses import replace
from datetime import date
from functools import partial

from lifejourney.catalog import REMEMBERED
from lifejourney.days import Calendar
from lifejourney.vocabulary import CalendarRules, CalendarYear, Person, Region, Remark, Unit
from tests.unit.planning.tiny import catalog, event, fact, paper, service, text

FAMILY = Person(text("family"), group=True)


def test_the_catalog_of_a_day() -> None:
    """Each day has the last variant that has begun, else the catalog itself."""
    first, second = catalog(event([])), catalog(event([]))
    whole = catalog(event([]), variants=((date(2027, 1, 1), first), (date(2028, 1, 1), second)))
    assert whole.on(date(2026, 12, 31)) is whole
    assert whole.on(date(2027, 1, 1)) is first
    assert whole.on(date(2030, 1, 1)) is second


def test_whom_a_noun_covers() -> None:
    """`person` covers every human being, and no group."""
    small = catalog(event([], family=FAMILY))
    assert frozenset({"family"}) == small.groups
    assert frozenset({"child", "family", "self"}) == small.roles
    assert small.covers(("person",), "child")
    assert not small.covers(("person",), "family")
    assert small.covers(("family",), "family")
    assert not small.covers(("mother",), "child")


def test_a_fact_that_names_the_role_goes_first() -> None:
    """A general fact of the same name stands only where no other does."""
    general, own = fact("age", "integer", "person"), fact("age", "integer")
    for order in ((general, own), (own, general)):
        small = catalog(event([], mother=Person()), facts=order)
        assert small.fact("child", "age") is own
        assert small.fact("mother", "age") is general
        assert small.facts_of("child") == (own,)
        assert small.fact("mother", "name") is None


def test_kinds_of_a_document() -> None:
    """A document comes first, then each kind of it; a circle of kinds ends."""
    papers = [paper("a"), paper("b", kind_of="a"), paper("c", kind_of="b"), paper("d")]
    small = catalog(event([]), papers=papers)
    assert small.kinds("a") == ("a", "b", "c")
    assert small.kinds("d") == ("d",)
    circle = [paper("a", kind_of="b"), paper("b", kind_of="a")]
    assert catalog(event([]), papers=circle).kinds("a") == ("a", "b")


def test_who_makes_a_document() -> None:
    """Producers come by code, each once."""
    late = replace(service(2, ["a", "a"]), slug="late")
    small = catalog(event([]), [late, service(1, ["a"]), service(3, ["b"])], ["a", "b"])
    assert small.producers == {"a": ("s1", "late"), "b": ("s3",)}
    assert small.by_code["LJ-0002"] is late


# Days off.

CHRISTMAS, EVE = date(2026, 12, 25), date(2026, 12, 24)
YEARS = {
    year: CalendarYear(
        year, (), {CHRISTMAS.replace(int(year)): text("x")}, {EVE.replace(int(year)): text("y")}
    )
    for year in ("2026", "2025")
}


def test_the_days_off_of_all_years() -> None:
    """They are joined, from the first day of the first year to the last of the last."""
    small = catalog(event([]), calendars=YEARS)
    assert small.calendar == Calendar(
        frozenset({CHRISTMAS, date(2025, 12, 25)}),
        frozenset({EVE, date(2025, 12, 24)}),
        date(2025, 1, 1),
        date(2026, 12, 31),
    )
    assert not small.calendar.is_working_day(EVE)


def test_joint_leave_may_count() -> None:
    """The switch stands in the rules of the catalog."""
    rules = CalendarRules(joint_leave_counts=True)
    small = catalog(event([]), calendars=YEARS, calendar_rules=rules)
    assert small.calendar.is_working_day(EVE)


def test_a_catalog_that_knows_no_days_off() -> None:
    """Nothing is covered."""
    assert catalog(event([])).calendar == Calendar(frozenset(), frozenset(), None, None)


def test_the_week_of_an_authority() -> None:
    """Its days are those it names, from Monday to Friday where it names none; holidays are off."""
    small = catalog(event([]), calendars=YEARS)
    assert small.calendar_of("office") == small.calendar
    office = replace(small.authorities["office"], working_week=("friday", "saturday"))
    own = replace(small, authorities={"office": office}).calendar_of("office")
    days = [date(2026, 12, 12 + number) for number in range(14)]
    assert [day.day for day in days if own.is_working_day(day)] == [12, 18, 19]


def test_the_regions_of_another_country() -> None:
    """What stands before the dot is the province, however many letters it has."""
    regions = {
        code: Region(code, code, "county", "Africa/Nairobi") for code in ("KE-30", "KE-30.1")
    }
    there = catalog(event([]), [service(1)], regions=regions)
    other = service(1, note=(Remark(text("here")),))
    small = replace(there, regional={"KE-30": {"s1": other}})
    assert small.at("KE-30.1").services["s1"] is other
    assert small.at("KE-3").services["s1"] is not other
    assert small.sample_region == regions["KE-30.1"]
    assert catalog(event([])).sample_region is None
    hall = Unit("hall", text("hall"), "KE-30", "x", mall=True)
    assert replace(there, units={"hall": hall}).mall("KE-30.1") is hall


def test_what_follows_from_a_catalog_is_made_once_and_goes_with_it() -> None:
    """It is kept as long as it is asked for, and neither packed nor taken over by a change."""
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    whole = catalog(event([]))
    for number in (0, 0, *range(REMEMBERED), 0, REMEMBERED, 1):
        assert whole.remembered(("x", number), partial(make, number)) == number
    assert made == [*range(REMEMBERED), REMEMBERED, 1]
    again = pickle.loads(pickle.dumps(whole))  # noqa: S301 - our own
    assert again == whole
    for other in (again, replace(whole, version="other")):
        other.remembered(("x", 0), partial(make, -1))
    assert made[-2:] == [-1, -1]
