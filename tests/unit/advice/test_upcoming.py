"""Check what falls due: of whom, by which knowledge, and what makes it go away."""

from dataclasses import replace
from datetime import date
from typing import Any

from lifejourney.advice import Upcoming
from lifejourney.answers import Outlook
from lifejourney.catalog import Catalog
from lifejourney.explanation import present_upcoming
from lifejourney.journey import Advisor
from lifejourney.vocabulary import (
    Benefit,
    Call,
    Deadline,
    Due,
    Opening,
    Person,
    Repeat,
    Span,
    Time,
    Validity,
)
from tests.unit.planning.tiny import (
    DAY,
    catalog,
    event,
    fact,
    is_,
    paper,
    request,
    service,
    text,
)

MONTH = Span(1, "month")
AT_17 = Due("duty", text("why"), at_age=17)
AGED = fact("age", "integer")
BORN = fact("birth_date", "date")


def look(tested: Catalog, *chosen: str, months: int = 12, **said: Any) -> Upcoming:  # noqa: ANN401
    """Return what falls due."""
    return Advisor(tested).upcoming(Outlook(request(**said), chosen, months))


def one_service(*dues: Due, **more: Any) -> Catalog:  # noqa: ANN401
    """Return a catalog of one service that makes a card."""
    card = paper("card")
    return catalog(event([]), [service(1, ["card"], due=dues, **more)], [card], [AGED, BORN])


def days(found: Upcoming) -> list[str]:
    """Return the days, each as it is known."""
    return [str(one.between.first) if one.between else "-" for one in found.due]


def test_by_the_age_alone() -> None:
    """The day is known to a year; it is certain all the same, and asked for more exactly."""
    found = look(one_service(AT_17), facts={("child", "age"): 16})
    (one,) = found.due
    assert one.is_certain
    assert one.between is not None
    assert (one.between.first, one.between.last) == (date(2026, 11, 23), date(2027, 11, 22))
    assert [question.ids for question in found.questions] == [("child.birth_date",)]
    shown = present_upcoming(found)["due"][0]
    assert shown["date"] is None
    assert shown["text"].startswith("Turns 17 on between 23 November 2026 and 22 November 2027")


def test_nobody_of_whom_nothing_was_said() -> None:
    """A child that was not spoken of is not told of; one that was counted is."""
    many = replace(event([]), persons={"child": Person(text("child"), many=True)})
    tested = replace(one_service(AT_17), events={"birth": many})
    assert look(tested).due == ()
    assert len(look(tested, persons={"child": 2}).due) == 2


def test_who_has_it_or_ticked_it_off_is_not_told() -> None:
    """What is made once in a life."""
    facts = {("child", "age"): 16}
    assert look(one_service(AT_17), facts=facts, papers={("card", "child"): True}).due == ()
    assert look(one_service(AT_17), facts=facts, done=["LJ-0001@child"]).due == ()


def test_each_year_is_a_duty_where_an_event_calls_for_it() -> None:
    """The kind is that of the gravest call for the service or what it makes; else advice."""
    yearly = Repeat(Span(1, "year"), by=("03-31",))
    tested = one_service(repeats=yearly)
    spoken = {("child", "age"): 4}
    assert [one.kind for one in look(tested, facts=spoken).due] == ["advice"]
    called = replace(tested, events={"birth": event([Call("child", "duty", document="card")])})
    (one,) = look(called, facts=spoken).due
    assert (one.kind, str(one.between and one.between.first)) == ("duty", "2027-03-31")
    # In a plan the service comes again on that day too, and is told of once.
    assert days(look(called, "birth", facts=spoken)) == ["2027-03-31"]
    # That day may be said to be its deadline as well.
    maker = replace(called.services["s1"], deadline=Deadline(by="03-31"))
    both = replace(called, services={"s1": maker})
    assert days(look(both, "birth", facts=spoken)) == ["2027-03-31"]


def test_a_paper_that_never_ends_and_one_of_a_more_general_kind() -> None:
    """The rule of the general paper serves its kinds; what makes the kind is what to do."""
    due = Due("duty", text("why"), before_expiry=MONTH)
    papers = [
        paper("pass", of="self", origin="other", issuer=text("x"), due=due),
        paper("new-pass", of="self", kind_of="pass"),
        paper("stone", of="self"),
    ]
    tested = catalog(event([]), [service(1, ["new-pass"], of="self")], papers)
    held = {("new-pass", "self"): True, ("stone", "self"): True}
    until = {("new-pass", "self"): date(2027, 3, 31)}
    outlook = Outlook(replace(request(papers=held), valid_until=until), (), 12)
    (one,) = Advisor(tested).upcoming(outlook).due
    assert (one.slug, one.kind, one.begin) == ("new-pass", "duty", date(2027, 2, 28))
    assert one.service is not None
    shown = present_upcoming(Advisor(tested).upcoming(outlook))["due"][0]
    assert (shown["leads_to"]["id"], shown["legal"]) == ("LJ-0001", [])
    # Of one who has neither it is asked, unless that is declined.
    assert [one.ids for one in look(tested).questions] == [("document:pass@self",)]
    assert look(tested, declined=["document:pass@self"]).questions == ()


def test_a_paper_that_ends_with_the_year() -> None:
    """Held today it ends with this year, whenever it was made; after a period that is open."""
    for validity, certain in ((Validity(until="12-31"), True), (Validity(1, "month"), False)):
        card = paper("card", of="self", valid_for=validity)
        tested = catalog(event([]), [service(1, ["card"], of="self")], [card])
        outlook = Outlook(request(papers={("card", "self"): True}), (), 12)
        (one,) = Advisor(tested).upcoming(outlook).due
        assert (one.is_certain, one.inexact == ()) == (True, certain)
        assert one.between is not None
        assert (str(one.between.last) == "2026-12-31") == certain


def test_on_one_day_the_same_for_everybody() -> None:
    """It is certain without any answer, in the window alone, and once."""
    due = Due("duty", text("why"), ("self",), on=date(2027, 6, 30))
    tested = catalog(event([]), [service(1, ["card"], of="self", due=(due,))], [paper("card")])
    found = look(tested)
    assert ([one.moment for one in found.due], days(found)) == (["day"], ["2027-06-30"])
    assert found.due[0].is_certain
    assert present_upcoming(found)["due"][0]["text"] == "30 June 2027."
    assert look(tested, months=6).due == ()
    assert look(tested, done=["LJ-0001@self"]).due == ()


def test_what_leads_to_an_event() -> None:
    """It is the event that is to be chosen."""
    due = Due("right", text("why"), ("child",), at_age=7, by="07-01")
    tested = catalog(replace(event([]), due=(due,)), facts=[BORN])
    facts = {("child", "birth_date"): date(2020, 7, 2)}
    assert days(look(tested, months=24, facts=facts)) == ["2028-07-01"]
    shown = present_upcoming(look(tested, months=24, facts=facts))["due"][0]
    assert shown["leads_to"]["kind"] == "event"
    assert shown["text"] == "Is 7 by 1 July 2028."


def test_the_plan_of_an_event() -> None:
    """Its deadlines and last days to claim; what is done has none."""
    claim = Benefit(text("money"), claim_within=Span(3, "month"), claim_after="it.birth_date")
    within = Deadline(60, "calendar_day", "it.birth_date")
    first = one_service(deadline=within, benefit=claim)
    tested = replace(first, events={"birth": event([Call("child", "duty", document="card")])})
    facts = {("child", "birth_date"): date(2026, 11, 1)}
    assert [one.moment for one in look(tested, "birth", facts=facts).due] == ["deadline", "claim"]
    assert days(look(tested, "birth", months=1, facts=facts)) == []
    assert look(tested, "birth", facts=facts, done=["LJ-0001@child"]).due == ()


def test_how_many_there_are_decides() -> None:
    """A rule that hangs on a number asks for it."""
    heirs = replace(event([]), persons={"child": Person(text("child"), many=True, minimum=0)})
    rule = replace(AT_17, of=("self",), when=is_("child", "count", ">= 2"))
    tested = replace(
        one_service(rule, serves=("self",)),
        events={"birth": heirs},
        facts=(fact("age", "integer", of="self"), BORN),
    )
    found = look(tested, facts={("self", "age"): 16})
    assert [one.depends_on for one in found.due] == [("persons:child",)]
    assert [one.role for one in found.questions if one.kind == "persons"] == ["child"]
    assert found.ahead.first == DAY


def test_what_only_waits_for_another_step_does_not_open() -> None:
    """A service that has been open for years is told of by no day on which its step can begin."""
    long = service(2, ["letter"], processing_time=Time("calendar_day", max=9))
    for first, told in ((date(2020, 1, 1), []), (date(2026, 12, 24), ["opens"])):
        one = service(1, ["card"], ["letter"], opens=Opening(from_day=first))
        tested = catalog(event(["card"]), [one, long], [paper("card"), paper("letter")], [BORN])
        found = look(tested, "birth", facts={("child", "birth_date"): date(2026, 11, 1)})
        assert [one.moment for one in found.due] == told
