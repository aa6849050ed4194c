"""What falls due, on made-up rules and people: day by day the same, and never taken back."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import given

from lifejourney.advice import Upcoming
from lifejourney.answers import Outlook, Request
from lifejourney.catalog import Catalog
from lifejourney.days import Days
from lifejourney.explanation import as_json, present_upcoming
from lifejourney.journey import Advisor
from lifejourney.vocabulary import Due, Repeat, Span
from tests.oracles.catalogs import RANDOM, law
from tests.oracles.days_ahead import (
    Birthday,
    EachYear,
    LastDay,
    Later,
    Rule,
    all_ahead,
)
from tests.unit.planning.tiny import DAY, catalog, event, fact, is_, paper, service, text

DAYS = ("01-31", "02-28", "03-01", "06-30", "07-01", "12-31")
UNITS = ("calendar_day", "week", "month")
Facts = dict[tuple[str, str], object]


class Case:
    """Draw rules about one child, the papers and days of that child, and how far is looked."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.born = DAY - timedelta(days=chance.randrange(20 * 365))
        if chance.randrange(4) == 0:
            self.born = date(chance.randrange(2008, 2026) // 4 * 4, 2, 29)
        self.ends = DAY + timedelta(days=chance.randrange(900))
        self.months = chance.randrange(1, 40)
        self.rules: list[tuple[Due, Rule]] = [self._rule() for _ in range(chance.randrange(5))]
        self.by = tuple(sorted(chance.sample(DAYS, chance.randrange(1, 3))))

    def _rule(self) -> tuple[Due, Rule]:
        told: dict[str, Any] = {"kind": "duty", "why": text("why"), "of": ("child",)}
        if self.chance.randrange(2):
            age = self.chance.randrange(21)
            by = self.chance.choice((None, *DAYS))
            return Due(**told, at_age=age, by=by), Birthday(self.born, age, by)
        value, unit = self.chance.randrange(40), self.chance.choice(UNITS)
        due = Due(**told, within=Span(value, unit), after="it.birth_date")  # type: ignore[arg-type]
        return due, Later(self.born, value, unit)

    def catalog(self, when: Any = None) -> Catalog:  # noqa: ANN401 - a condition or none
        """Return the catalog with the rules, each for whom `when` holds."""
        yearly = Repeat(Span(1, "year"), by=self.by)
        dues = tuple(_with(due, when) for due, _ in self.rules)
        ending = Due("advice", text("why"), before_expiry=Span(1, "month"), when=when)
        return catalog(
            event([]),
            [service(1, due=dues), service(2, repeats=yearly, applies=when)],
            [paper("pass", origin="other", issuer=text("x"), due=ending)],
            [fact("birth_date", "date"), fact("ill")],
        )

    def expected(self) -> list[date]:
        """Return what must come out, by going through the days."""
        rules = [*(rule for _, rule in self.rules), EachYear(self.by), LastDay(self.ends)]
        return all_ahead(rules, DAY, self.months)

    def look(self, catalog: Catalog, facts: Mapping[tuple[str, str], object]) -> Upcoming:
        """Return what is found."""
        request = Request(
            ("birth",),
            DAY,
            facts,
            frozenset(),
            {},
            {("pass", "child"): True},
            frozenset(),
            (),
            valid_until={("pass", "child"): self.ends},
        )
        return Advisor(catalog).upcoming(Outlook(request, (), self.months))

    def facts(self) -> Facts:
        """Return what can be said of the child."""
        return {("child", "birth_date"): self.born, ("child", "ill"): True}


def _with(due: Due, when: Any) -> Due:  # noqa: ANN401 - a condition or none
    return Due(due.kind, due.why, due.of, due.at_age, due.by, due.within, due.after, when=when)


def sure(upcoming: Upcoming) -> set[tuple[str, str]]:
    """Return what is certain, by its key and day."""
    return {(one.key, str(one.between)) for one in upcoming.due if one.is_certain}


@law(40)
@given(RANDOM)
def test_day_by_day(chance: Random) -> None:
    """All that is known falls due on the very days that going through them finds."""
    case = Case(chance)
    found = case.look(case.catalog(), case.facts())
    days = [one.between for one in found.due]
    assert [day.first for day in days if day is not None] == case.expected()
    assert all(one.is_certain for one in found.due)
    assert found.questions == ()


@law(40)
@given(RANDOM)
def test_nothing_outside_the_window(chance: Random) -> None:
    """Whatever is known or not, no day before today or after the last."""
    case = Case(chance)
    facts = case.facts()
    first = case.born - timedelta(days=chance.randrange(400))
    facts["child", "birth_date"] = Days(first, case.born)
    if chance.randrange(2):
        del facts["child", "ill"]
    found = case.look(case.catalog(is_("child", "ill")), facts)
    last = DAY + relativedelta(months=case.months)
    for one in found.due:
        assert one.between is not None
        assert DAY <= one.between.first <= one.between.last <= last
    order = [one.between.first for one in found.due if one.between is not None]
    assert order == sorted(order)


@law(40)
@given(RANDOM)
def test_one_more_answer_takes_nothing_back(chance: Random) -> None:
    """What is certain stays, on a day within what was told; what was not thought of never comes."""
    case = Case(chance)
    told = case.facts()
    if chance.randrange(2):
        first = case.born - timedelta(days=chance.randrange(400))
        last = min(DAY, case.born + timedelta(days=chance.randrange(400)))
        before: Facts = {("child", "birth_date"): Days(first, last)}
    else:
        before = {key: told[key] for key in chance.sample(sorted(told), chance.randrange(2))}
    condition = chance.choice((None, is_("child", "ill"), is_("child", "ill", "false")))
    tested = case.catalog(condition)
    less, more = case.look(tested, before), case.look(tested, told)
    keys = {one.key for one in less.due}
    later = {one.key: one for one in more.due}
    for one in less.due:
        if one.is_certain:
            assert later[one.key].is_certain
            days, exact = one.between, later[one.key].between
            assert days is not None
            assert exact is not None
            assert days.first <= exact.first <= exact.last <= days.last
    assert later.keys() <= keys


@law(40)
@given(RANDOM)
def test_the_same_bytes(chance: Random) -> None:
    """The order in which it is said makes no difference."""
    case = Case(chance)
    facts = case.facts()
    turned = dict(reversed(facts.items()))
    one, other = (
        as_json(present_upcoming(case.look(case.catalog(), told))) for told in (facts, turned)
    )
    assert one == other


@law(40)
@given(RANDOM)
def test_what_is_asked_decides(chance: Random) -> None:
    """Once everything that is asked has been answered nothing is left uncertain."""
    case = Case(chance)
    tested = case.catalog(is_("child", "ill"))
    found = case.look(tested, {})
    asked = {question.fact for question in found.questions}
    open_ = {id_ for one in found.due for id_ in one.depends_on}
    assert {f"{member}.{name}" for member, name in filter(None, asked)} == open_
    known = {key: value for key, value in case.facts().items() if key in asked}
    assert all(one.is_certain for one in case.look(tested, known).due)
