"""A date told by month, year or age is each of its days: laws 1, 2, 3, 4 and 5 against all days."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lifejourney.answers import Request
from lifejourney.answers.periods import read_period
from lifejourney.catalog import Catalog
from lifejourney.days import Days, born_by, years_since
from lifejourney.feel import parse_test
from lifejourney.journey import Advisor
from lifejourney.program import FactAtom
from lifejourney.situation import Situation, fact_id
from tests.oracles.catalogs import RANDOM, Case, draw_cast, draw_request, draw_situation, law
from tests.oracles.completions import TooMany
from tests.oracles.draft import Draft
from tests.oracles.engine import compare
from tests.oracles.requests import assert_surer, verdicts

MOST = 160
DAYS = st.dates(date(1990, 1, 1), date(2032, 12, 31))
TESTS = ("< {0}", ">= {0}", "[{0}..{1})", "not({0})", "({0}..{1}]", "{0}, {1}")


def every(days: Days) -> list[date]:
    """Return all of the days."""
    return [days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1)]


def draw_days(chance: Random, day: date) -> Days:
    """Draw a month, a year or an age band as the door reads it."""
    low = chance.randrange(7)
    year = day.year - chance.randrange(7)
    texts = (f"{year}-{chance.randrange(1, 13):02}", f"{year}", f"age {low}..{low + low % 4}")
    days = read_period(chance.choice(texts), day)
    assert days is not None
    return days


def draw_catalog(chance: Random) -> Catalog:
    """Draw a catalog in which the dates of the child and of the mother can matter."""
    return Draft(chance, dated=True).catalog()


def less_exact(chance: Random, situation: Situation, catalog: Catalog) -> Situation:
    """Let the dates of a situation be known by month, year or age alone."""
    facts = dict(situation.facts)
    for member in situation.cast.members.values():
        for role in member.roles:
            for fact in catalog.facts_of(role):
                if fact.type == "date" and chance.randrange(3):
                    facts[member.id, fact.name] = draw_days(chance, situation.day)
    return replace(situation, facts=facts)


def draw_case(chance: Random) -> Case:
    """Draw a case in which dates are known less exactly."""
    catalog = draw_catalog(chance)
    known = chance.choice((0.5, 0.7, 0.9))
    situation = draw_situation(chance, catalog, draw_cast(chance, catalog), known)
    return Case(catalog, less_exact(chance, situation, catalog))


@st.composite
def atoms(draw: st.DrawFn) -> FactAtom:
    """Draw a test on a date, or on the years or days since it."""
    since = draw(st.sampled_from(("years", "days", None)))
    low = draw(st.integers(0, 9)) * (211 if since == "days" else 1)
    turn = draw(DAYS)
    ends: tuple[object, object] = (low, low + 2 + low % 3)
    if since is None:
        ends = (f'date("{turn}")', f'date("{turn + timedelta(days=40)}")')
    test = draw(st.sampled_from(TESTS)).format(*ends)
    return FactAtom("child", "x", parse_test(test), since)  # type: ignore[arg-type]


@given(atoms(), DAYS, st.integers(0, 500), DAYS)
def test_a_test_is_known_where_all_days_agree(
    atom: FactAtom, first: date, length: int, day: date
) -> None:
    """Law 1: true if every day passes, false if none does, else not known."""
    days = Days(first, first + timedelta(days=length))
    found = {atom.holds(one, day) for one in every(days)}
    assert atom.known(days, day) is (found.pop() if len(found) == 1 else None)


@given(DAYS, st.integers(0, 60), st.integers(0, 5))
def test_an_age_is_that_of_everybody_born_on_its_days(day: date, low: int, more: int) -> None:
    """The day before the first and the day after the last are other ages."""
    days = read_period(f"age {low}..{low + more}", day)
    assert days is not None
    one = timedelta(days=1)
    assert {years_since(born, day) for born in every(days)} == set(range(low, low + more + 1))
    assert years_since(days.first - one, day) == low + more + 1
    assert years_since(days.last + one, day) == low - 1
    assert born_by(day, low) == days.last


@law(80)
@given(RANDOM.map(draw_case))
def test_the_engine_says_what_all_days_say(case: Case) -> None:
    """Laws 1 and 4: certain, possible and never as in all completions, day by day."""
    try:
        problems, _ = compare(case.catalog, case.situation, MOST)
    except TooMany:
        return
    assert not problems, "\n".join(problems)


def narrower(chance: Random, days: Days) -> Days | date:
    """Draw some of the days, or one."""
    listed = every(days)
    first = chance.randrange(len(listed))
    last = chance.randrange(first, len(listed))
    return Days(listed[first], listed[last]) if chance.randrange(2) else listed[first]


def draw_asked(chance: Random) -> tuple[Catalog, Request]:
    """Draw a request in which dates are known less exactly."""
    catalog = replace(draw_catalog(chance), constraints=())
    request = draw_request(chance, catalog)
    worlds = Advisor(catalog).advise(request)
    situation = replace(worlds.situation, facts=request.facts)
    return catalog, replace(request, facts=less_exact(chance, situation, catalog).facts)


@law(60)
@given(RANDOM.map(draw_asked), RANDOM)
def test_telling_more_exactly_never_reverses(
    drawn: tuple[Catalog, Request], chance: Random
) -> None:
    """Law 2: year, then month, then day only make the advice surer; what is sure holds for all."""
    catalog, request = drawn
    advisor = Advisor(catalog)
    before = advisor.advise(request)
    facts = dict(request.facts)
    for key, value in request.facts.items():
        if isinstance(value, Days):
            facts[key] = narrower(chance, value)
    assert_surer(before, advisor.advise(replace(request, facts=facts)))


@law(40)
@given(RANDOM.map(draw_asked), RANDOM)
def test_the_day_is_asked_until_nothing_is_open(
    drawn: tuple[Catalog, Request], chance: Random
) -> None:
    """Law 4: a date is asked again only while its days differ, and then nothing is left open."""
    catalog, request = drawn
    advisor = Advisor(catalog)
    for _ in range(12):
        advice = advisor.advise(request)
        open_ = [one.fact for one in advice.questions if one.fact and one.fact in request.facts]
        if not open_:
            break
        for key in open_:
            known = request.facts[key]
            assert isinstance(known, Days)
            assert known.first < known.last
            facts = {**request.facts, key: narrower(chance, known)}
            request = replace(request, facts=facts)
    settled = advisor.advise(request)
    exact = {
        key: chance.choice(every(value)) if isinstance(value, Days) else value
        for key, value in request.facts.items()
    }
    same = advisor.advise(replace(request, facts=exact))
    if not any(one.fact in request.facts for one in settled.questions):
        assert verdicts(same) == verdicts(settled)
        told = [{(step.id, step.status) for step in one.steps} for one in (same, settled)]
        assert told[0] == told[1]


@law(30)
@given(RANDOM.map(draw_asked))
def test_declining_the_day_keeps_what_was_told(drawn: tuple[Catalog, Request]) -> None:
    """Law 3: who does not know the day is not asked again, and loses nothing."""
    catalog, request = drawn
    advisor = Advisor(catalog)
    before = advisor.advise(request)
    coarse = {fact_id(*key) for key, value in request.facts.items() if isinstance(value, Days)}
    after = advisor.advise(replace(request, declined=frozenset(coarse)))
    assert verdicts(after) == verdicts(before)
    assert not any(coarse & set(question.ids) for question in after.questions)
