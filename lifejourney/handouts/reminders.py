"""What falls due as a calendar (RFC 5545): one whole day each, told so long before."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from icalendar import Alarm, Event

from lifejourney.handouts import words
from lifejourney.handouts.agenda import new_calendar, nothing, stamp, uid
from lifejourney.handouts.reading import Json, Reading, day_of, whose

BEFORE: Final = timedelta(days=-14)
"""So long before is told of what cannot be seen to from a day of its own on."""


def as_reminders(reading: Reading) -> str:
    """Return the calendar, the same bytes for the same answer; what has no day is left out.

    Of what falls due on one of several days the first is taken: sooner is safer.
    """
    calendar = new_calendar(reading, words.COMING)
    dated = [one for one in reading.answer["due"] if one["earliest"] is not None]
    for one in dated:
        calendar.add_component(_event(reading, one))
    if not dated:
        calendar.add_component(nothing(reading, words.NOTHING_COMING))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(reading: Reading, one: Json) -> Event:
    """Return a whole day that keeps nobody busy, with a reminder before it."""
    event, day, begin = Event(), day_of(one, "earliest"), day_of(one, "begin")
    title = whose(one)
    if one["status"] != "certain":
        title += f" ({reading.say(words.POSSIBLE)})"
    event.add("uid", uid(reading, "due", one["id"]))
    event.add("dtstamp", stamp(reading))
    event.add("summary", title)
    event.add("description", "\n".join(_lines(reading, one)))
    event.add("dtstart", day)
    event.add("transp", "TRANSPARENT")
    event.add("categories", [one["kind_label"]])
    event.add("status", "CONFIRMED" if one["status"] == "certain" else "TENTATIVE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", begin - day if begin is not None and day is not None else BEFORE)
    event.add_component(alarm)
    return event


def _lines(reading: Reading, one: Json) -> Iterator[str]:
    """Yield when, why, what to do, and by which law."""
    yield one["text"]
    if one["why"]:
        yield one["why"]
    to = one["leads_to"]
    yield "; ".join(part for part in (to["title"], to["where"]) if part)
    if one["legal"]:
        yield f"{reading.say(words.FIELDS['law'])}: {'; '.join(one['legal'])}"
