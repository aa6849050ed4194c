"""Check what the dates of the steps of a plan are made from."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from lifejourney.advice import Advice, PlannedStep, When, finish_of
from lifejourney.catalog import Catalog
from lifejourney.journey import Advisor
from lifejourney.schedule import Limit
from lifejourney.vocabulary import (
    CalendarYear,
    Call,
    Deadline,
    Opening,
    Person,
    Repeat,
    Service,
    Span,
    SuppliedLater,
    Text,
    Time,
    Validity,
)
from lifejourney.vocabulary.service import Channel
from tests.unit.advice.goals import ids, step
from tests.unit.planning.tiny import (
    DAY,
    advise,
    catalog,
    event,
    fact,
    need,
    paper,
    request,
    service,
    text,
)

MONDAY = DAY + timedelta(days=1)
YEAR = {"2026": CalendarYear("2026", (), {}, {})}
ONLINE: tuple[Channel, ...] = ("counter", "electronic")
BORN = fact("born", "date", "person")


def dated(*services: Service, **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog of papers `a` to `c` of a child; each day off is known."""
    more.setdefault("calendars", YEAR)
    papers = more.pop("papers", ["a", "b", "c"])
    facts = [BORN, fact("birth_date", "date", "person")]
    calls = more.pop("calls", ["a"])
    return catalog(event(calls, mother=Person()), services, papers, facts, **more)


def when(advice: Advice, id_: str) -> When:
    """Return the dates of a step."""
    found = step(advice, id_).when
    assert found is not None
    return found


def first(advice: Advice) -> When:
    """Return the dates of the first step that is shown."""
    return when(advice, advice.steps[0].id)


class TestStart:
    @pytest.mark.parametrize(
        ("more", "level", "start"),
        [
            ({}, "national", MONDAY),
            ({}, "private", DAY),
            ({"channels": ONLINE}, "national", DAY),
            ({"channels": ("counter", "self_service")}, "national", DAY),
            ({"channels": ("counter", "mobile")}, "national", MONDAY),
            ({"always_open": True}, "national", DAY),
            ({"acts": "automatic"}, "national", DAY),
            ({"acts": "other", "actor": text("chief")}, "national", DAY),
        ],
    )
    def test_on_a_sunday(self, more: dict[str, Any], level: Any, start: date) -> None:  # noqa: ANN401
        """A counter of the state is closed; whatever else can be begun at once."""
        one = replace(service(1, ["a"]), **more)
        small = dated(one)
        office = replace(small.authorities["office"], level=level)
        assert first(advise(replace(small, authorities={"office": office}))).timing.start == start

    def test_after_another(self) -> None:
        """A step begins when the one before it is done; a step that is done has no dates."""
        small = dated(service(1, ["a"], ["b"]), service(2, ["b"]))
        assert when(advise(small), "LJ-0001@child").timing.start == MONDAY + timedelta(days=1)
        done = advise(small, done=["LJ-0002@child"])
        assert step(done, "LJ-0002@child").when is None
        assert when(done, "LJ-0001@child").timing.start == MONDAY

    @pytest.mark.parametrize(
        ("time", "finish", "latest"),
        [
            (Time("calendar_day", 1, 3), MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)),
            (Time("calendar_day", max=3), MONDAY + timedelta(days=3), MONDAY + timedelta(days=3)),
            (Time("calendar_day", 3), MONDAY + timedelta(days=3), None),
            (Time("hour", kind="experience"), MONDAY, None),
            (Time(), MONDAY, None),
        ],
    )
    def test_what_is_known_of_the_time(self, time: Time, finish: date, latest: date | None) -> None:
        """The least and the most; of a single figure both, except that a least is no most."""
        timing = first(advise(dated(replace(service(1, ["a"]), processing_time=time)))).timing
        assert (timing.finish, timing.finish_latest) == (finish, latest)
        assert timing.finish_known == (time.known is not None)


class TestDeadlines:
    RULE = Deadline(3, "calendar_day", "it.born")

    def test_equal_steps_by_what_is_due_first(self) -> None:
        """Of equal steps the one that must be begun first goes first, duties before that."""
        later = service(1, ["a"], deadline=replace(self.RULE, within=9), channels=ONLINE)
        soon = service(2, ["b"], deadline=self.RULE, channels=ONLINE)
        better = service(3, ["c"], deadline=replace(self.RULE, within=1, binding=False))
        right = Call("child", "right", document="d")
        calls = ["a", "b", "c", right]
        services = [later, soon, better, service(4, ["d"], deadline=replace(self.RULE, within=2))]
        small = dated(*services, calls=calls, papers=["a", "b", "c", "d"])
        born = {("child", "born"): DAY}
        order = ["LJ-0003@child", "LJ-0002@child", "LJ-0001@child", "LJ-0004@child"]
        assert ids(advise(small, facts=born).steps) == order

    def test_a_recommendation_binds_nobody(self) -> None:
        """It is no limit, and never out of reach."""
        small = dated(replace(service(1, ["a"]), deadline=replace(self.RULE, binding=False)))
        found = first(advise(small, facts={("child", "born"): DAY}))
        assert (found.timing.limit, found.timing.trouble) == (None, None)

    def test_the_paper_that_follows(self) -> None:
        """It is handed in once it is there, and is due as the law says."""
        follows = need("b", supplied_later=SuppliedLater(Span(1, "week"), "it.born"))
        one = service(1, ["a"], [follows], channels=ONLINE, opens=Opening(from_day=MONDAY))
        small = dated(one, service(2, ["b"], channels=ONLINE))
        advice = advise(small, facts={("child", "born"): DAY})
        timing = when(advice, "LJ-0001@child+b@child").timing
        assert (timing.start, timing.finish) == (DAY + timedelta(days=2), DAY + timedelta(days=2))
        assert timing.limit == Limit(DAY + timedelta(days=7), "LJ-0001@child+b@child", "deadline")


class TestOpening:
    def opened(self, **more: Any) -> Catalog:  # noqa: ANN401
        """Return a catalog of a service with a window."""
        return dated(replace(service(1, ["a"]), opens=Opening(**more)))

    def test_it_is_not_open_yet(self) -> None:
        """It begins when it opens, here a month after the birth."""
        small = self.opened(not_before=Span(1, "month"), after="it.born")
        found = first(advise(small, facts={("child", "born"): date(2026, 10, 31)}))
        assert (found.timing.start, found.opens_after) == (date(2026, 11, 30), None)

    def test_it_is_yet_to_be_announced(self) -> None:
        """Nobody knows the day: it is a lower bound, and nothing is asked."""
        advice = advise(self.opened(announced=Text("Mei", "May")))
        assert not first(advice).timing.start_known
        assert (first(advice).opens_after, advice.questions) == (None, ())

    def test_the_day_is_asked_for(self) -> None:
        """What a shown date is made from is asked; until then it may be later."""
        small = self.opened(not_before=Span(1, "month"), after="it.born")
        advice = advise(small)
        assert first(advice).opens_after == ("child", "born")
        assert not first(advice).timing.start_known
        assert [one.fact for one in advice.questions] == [("child", "born")]
        assert advise(small, declined=["child.born"]).questions == ()
        assert "answers.child.born" not in advise(small, facts={("child", "born"): DAY}).unused

    def test_a_day_of_nobody(self) -> None:
        """What counts from somebody who is not there is open."""
        small = self.opened(not_before=Span(1, "month"), after="aunt.born")
        found = first(advise(small))
        assert (found.timing.start_known, found.opens_after) == (True, None)

    def test_it_has_closed(self) -> None:
        """A window that has passed is a trouble, with its day."""
        found = first(advise(self.opened(until_day=DAY)))
        assert (found.timing.trouble, found.closes) == ("closed", DAY)

    def test_a_window_of_each_year(self) -> None:
        """What is ready only after this year's is taken in the next year's."""
        year = Opening(from_day=DAY, until_day=DAY + timedelta(days=9), each_year=True)
        one = replace(service(1, ["a"], ["b"]), opens=year, channels=ONLINE)
        slow = replace(service(2, ["b"]), processing_time=Time("month", 1, 1), channels=ONLINE)
        small = dated(one, slow)
        found = when(advise(small), "LJ-0001@child")
        assert found.timing.start == DAY.replace(year=DAY.year + 1)
        assert (found.timing.trouble, found.closes) == (None, date(2027, 12, 1))
        ready = when(advise(small, papers={("b", "child"): True}), "LJ-0001@child")
        assert (ready.timing.start, ready.closes) == (DAY, date(2026, 12, 1))


class TestRepeats:
    def times(self, repeat: Repeat, **more: Any) -> tuple[date, ...]:  # noqa: ANN401
        """Return the further times of a service that is done online."""
        one = replace(service(1, ["a"]), repeats=repeat, channels=ONLINE)
        return first(advise(dated(replace(one, **more.pop("service", {}))), **more)).next_times

    def test_it_comes_again(self) -> None:
        """Counted from the first time; up to an age from the day of birth."""
        monthly = Repeat(Span(1, "month"))
        days = tuple(date(2027 - (m == 12), m, 22) for m in (12, 1, 2))
        assert self.times(monthly) == days
        until = replace(monthly, until_age=1)
        assert self.times(until) == ()
        born = {("child", "birth_date"): date(2026, 1, 1)}
        assert self.times(until, facts=born) == days[:1]

    def test_not_from_a_day_that_is_open(self) -> None:
        """Where nobody knows the first time nothing is said of the next."""
        opening = Opening(not_before=Span(1, "month"), after="it.born")
        assert self.times(Repeat(Span(1, "month")), service={"opens": opening}) == ()

    def test_its_day_of_birth_is_used(self) -> None:
        """The answer from which an age counts is no useless one."""
        until = Repeat(Span(1, "month"), until_age=1)
        small = dated(replace(service(1, ["a"]), repeats=until))
        assert advise(small, facts={("child", "birth_date"): DAY}).unused == ()


class TestPapers:
    def held(self, until: dict[tuple[str, str], date], *more: str) -> PlannedStep:
        """Return a step that asks for any kind of `b`, of which some are at hand."""
        kinds = [paper("b1", kind_of="b"), paper("b2", kind_of="b")]
        small = dated(service(1, ["a"], ["b"]), papers=["a", "b", *kinds])
        papers = {(slug, "child"): True for slug in (*(one for one, _ in until), *more)}
        asked = replace(request(papers=papers), valid_until=until)
        return step(Advisor(small).advise(asked), "LJ-0001@child")

    def test_a_paper_at_hand_that_ends(self) -> None:
        """It is to be used by then; if it ends before, that is said."""
        found = self.held({("b1", "child"): MONDAY}).when
        assert found is not None
        assert (found.timing.limit, found.lapses) == (Limit(MONDAY, "LJ-0001@child", "paper"), ())
        today = self.held({("b1", "child"): DAY}).when
        assert today is not None
        assert [(one.until, one.surely) for one in today.lapses] == [(DAY, True)]

    def test_of_several_kinds_the_longest(self) -> None:
        """One that does not end is enough."""
        both = self.held({("b1", "child"): DAY, ("b2", "child"): MONDAY}).when
        assert both is not None
        assert both.timing.limit == Limit(MONDAY, "LJ-0001@child", "paper")
        endless = self.held({("b1", "child"): MONDAY}, "b2").when
        assert endless is not None
        assert endless.timing.limit is None

    def test_a_letter_is_got_later(self) -> None:
        """A step whose paper would lapse while another is made is put off; both say so."""
        slow = Time("calendar_day", max=30)
        letter = paper("b", valid_for=Validity(14, "calendar_day"))
        small = dated(
            service(1, ["a"], ["b", "c"], channels=ONLINE),
            service(2, ["b"], channels=ONLINE),
            service(3, ["c"], channels=ONLINE, processing_time=slow),
            papers=["a", letter, "c"],
        )
        advice = advise(small)
        maker, user = when(advice, "LJ-0002@child"), when(advice, "LJ-0001@child")
        assert maker.lapses == user.lapses
        assert maker.lapses[0].not_before == maker.timing.start == DAY + timedelta(days=15)
        assert user.timing.start == DAY + timedelta(days=30)
        assert when(advice, "LJ-0003@child").lapses == ()

    def test_a_letter_that_may_follow_does_not_wait(self) -> None:
        """The step does not use it; who brings it later does."""
        follows = need("b", supplied_later=SuppliedLater(Span(1, "month"), "it.born"))
        letter = paper("b", valid_for=Validity(1, "calendar_day"))
        slow = Time("calendar_day", max=30)
        small = dated(
            service(1, ["a"], [follows, "c"], channels=ONLINE),
            service(2, ["b"], channels=ONLINE, opens=Opening(until_day=MONDAY)),
            service(3, ["c"], channels=ONLINE, processing_time=slow),
            papers=["a", letter, "c"],
        )
        advice = advise(small)
        assert when(advice, "LJ-0001@child").lapses == ()
        assert len(when(advice, "LJ-0001@child+b@child").lapses) == 1


class TestChanges:
    @pytest.mark.parametrize(
        ("starts", "changed"),
        [
            (date(2027, 1, 1), date(2027, 1, 1)),
            (date(2026, 12, 31), None),
        ],
    )
    def test_a_step_after_a_change(self, starts: date, changed: date | None) -> None:
        """A step that begins once the rules are others says so."""
        one = replace(service(1, ["a"]), opens=Opening(from_day=starts), channels=ONLINE)
        now = dated(one)
        then = replace(now, services={"s1": replace(one, proxy=text("anyone"))})
        empty = replace(now, services={})
        past = ((date(2025, 1, 1), then), (date(2026, 1, 1), now))
        same = (date(2026, 12, 1), now)
        later = (date(2027, 1, 1), then)
        small = replace(now, variants=(*past, same, later))
        assert first(advise(small)).changes_on == changed
        gone = replace(now, variants=((date(2027, 1, 1), empty),))
        assert first(advise(gone)).changes_on == changed


class TestFinish:
    def test_of_nothing(self) -> None:
        """A plan without steps is never done, since nothing is to do."""
        assert finish_of([]) is None
        small = dated(service(1, ["a"]))
        assert finish_of(advise(small, done=["LJ-0001@child"]).steps) is None

    def test_of_all(self) -> None:
        """The last one counts; of unknown lengths there are so many."""
        small = dated(service(1, ["a"]), service(2, ["b"], processing_time=Time()),
                      calls=["a", "b"])  # fmt: skip
        found = finish_of(advise(small).steps)
        assert found is not None
        assert (found.earliest, found.latest, found.unknown) == (DAY + timedelta(2), None, 1)
        known = finish_of(advise(dated(service(1, ["a"]))).steps)
        assert known is not None
        assert (known.latest, known.unknown, known.estimate) == (DAY + timedelta(2), 0, False)
        guess = finish_of(advise(dated(service(1, ["a"]), calendars={})).steps)
        assert guess is not None
        assert guess.estimate

    def test_what_another_does(self) -> None:
        """Nobody waits for what another does, unless it makes something."""
        unknown = service(2, processing_time=Time(), acts="other")
        told = Call("child", "advice", service="s2")
        found = finish_of(advise(dated(service(1, ["a"]), unknown, calls=["a", told])).steps)
        assert found is not None
        assert (found.latest, found.unknown) == (DAY + timedelta(2), 0)
        maker = service(1, ["a"], processing_time=Time(), acts="other")
        waited = finish_of(advise(dated(maker)).steps)
        assert waited is not None
        assert (waited.latest, waited.unknown) == (None, 1)
