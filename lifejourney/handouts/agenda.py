"""The plan as a calendar (RFC 5545): days as events, steps as to-dos related to others."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from icalendar import Calendar, Event, Todo

from lifejourney.errors import Words
from lifejourney.explanation.words import NOTICE
from lifejourney.handouts import words
from lifejourney.handouts.deadlines import deadline_text
from lifejourney.handouts.reading import Json, Reading, day_of, deadline_of, whose
from lifejourney.vocabulary import place_of

PRODUCT: Final = "-//lifejourney//lifejourney//ID"


def as_agenda(reading: Reading) -> str:
    """Return the calendar, the same bytes for the same answer.

    Days are whole days of the person's own zone. A to-do depends on others (RELTYPE of RFC 9253);
    a reader that does not know that kind shows it below them.
    """
    calendar = new_calendar(reading, words.PLAN)
    for step in reading.steps:
        calendar.add_component(_todo(reading, step))
        for event in _events(reading, step):
            calendar.add_component(event)
    if not reading.steps:
        calendar.add_component(nothing(reading, words.NO_STEP))
    written: bytes = calendar.to_ical()
    return written.decode()


def new_calendar(reading: Reading, name: Words) -> Calendar:
    """Return a calendar without any day, in the zone of the person."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", reading.say(name, title=reading.answer["title"]))
    calendar.add("x-wr-caldesc", reading.say(NOTICE))
    calendar.add("x-wr-timezone", place_of(reading.answer["zone"]))
    return calendar


def nothing(reading: Reading, phrase: Words) -> Event:
    """Return a day on which nothing is to be done, as a calendar holds one component (3.6)."""
    event = Event()
    event.add("uid", uid(reading, "nothing", reading.answer["date"]))
    event.add("dtstamp", stamp(reading))
    event.add("summary", reading.say(phrase))
    event.add("dtstart", reading.today)
    event.add("transp", "TRANSPARENT")
    return event


def uid(reading: Reading, kind: str, id_: str) -> str:
    """Return a name that stays while the catalog does, and tells of nobody."""
    return f"{kind}-{id_}-{reading.answer['catalog']['version']}@lifejourney"


def stamp(reading: Reading) -> datetime:
    """Return the day of the advice as a moment: a clock would make other bytes each time."""
    return datetime.combine(reading.today, datetime.min.time(), UTC)


def _todo(reading: Reading, step: Json) -> Todo:
    """Return a step as a to-do; a start that is not before its deadline is left out (3.8.2.3)."""
    todo = Todo()
    start, due = day_of(step, "start"), deadline_of(step)
    todo.add("uid", uid(reading, "step", step["id"]))
    todo.add("dtstamp", stamp(reading))
    todo.add("summary", _titled(reading, step))
    todo.add("description", "\n".join(_lines(reading, step)))
    if start is not None and (due is None or start < due):
        todo.add("dtstart", start)
    if due is not None:
        todo.add("due", due)
    if step["authority"]:
        todo.add("location", step["authority"])
    todo.add("categories", [step["kind_label"]])
    todo.add("status", "COMPLETED" if step["status"] == "done" else "NEEDS-ACTION")
    for id_ in step["after"]:
        if id_ in reading.numbers:
            other = uid(reading, "step", id_)
            todo.add("related-to", other, parameters={"RELTYPE": "DEPENDS-ON"})
    return todo


def _titled(reading: Reading, step: Json) -> str:
    """Return the number and title of a step, with its standing if that is not certain."""
    standing = "" if step["status"] == "done" else reading.standing(step)
    after = f" ({standing})" if standing else ""
    return f"{reading.numbers[step['id']]}. {whose(step)}{after}"


def _events(reading: Reading, step: Json) -> Iterator[Event]:
    """Yield the day from which a step can be started and that of its deadline, if still to come."""
    if step["status"] == "done":
        return
    start, due = day_of(step, "start"), deadline_of(step)
    if start is not None and start > reading.today:
        yield _event(reading, step, ("start", reading.say(words.STARTS, title=whose(step))), start)
    if due is not None and due >= reading.today:
        phrase = words.DUE if step["deadline"]["binding"] else words.DUE_SOFT
        title = reading.say(phrase, title=whose(step))
        if step["deadline"]["estimate"]:
            title += f" ({reading.say(words.ESTIMATE)})"
        yield _event(reading, step, ("deadline", title), due)


def _event(reading: Reading, step: Json, named: tuple[str, str], day: date) -> Event:
    """Return a whole day (3.6.1: one without an end); it keeps nobody busy."""
    kind, title = named
    event = Event()
    event.add("uid", uid(reading, kind, step["id"]))
    event.add("dtstamp", stamp(reading))
    event.add("summary", title)
    event.add("description", "\n".join(_lines(reading, step)))
    event.add("dtstart", day)
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED" if step["status"] == "certain" else "TENTATIVE")
    return event


def _lines(reading: Reading, step: Json) -> Iterator[str]:
    """Yield what to know of a step: where, what to bring, when, how much, by which law."""

    def line(name: str, text: str | None) -> Iterator[str]:
        if text:
            yield f"{reading.say(words.FIELDS[name])}: {text}"

    yield from line("where", step["authority"])
    papers = reading.papers(step)
    yield from (f"{reading.say(words.FIELDS['bring'])}:" for _ in papers[:1])
    yield from (f"- {paper}" for paper in papers)
    yield from line("when", reading.when(step))
    if step["deadline"] is not None:
        yield from line("deadline", deadline_text(step["deadline"], reading.lang))
    yield from line("cost", step["cost"]["text"])
    yield from line("law", "; ".join(step["legal"]))
    yield from line("code", step["id"])
