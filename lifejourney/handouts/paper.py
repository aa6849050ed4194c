"""The plan as Markdown (CommonMark), to be printed and ticked off."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from lifejourney.explanation.words import NOTICE
from lifejourney.handouts import words
from lifejourney.handouts.deadlines import deadline_text
from lifejourney.handouts.reading import Json, Reading, whose

SIGNS: Final = re.compile(r"([\\`*_\[\]<>#|~&!])")
LIST: Final = re.compile(r"^([-+=]|\d+(?=[.)]))")


def escape(text: object) -> str:
    """Return a text on one line that Markdown shows as it is."""
    line = SIGNS.sub(r"\\\1", " ".join(str(text).split()))
    return LIST.sub(lambda found: _shielded(found[0]), line)


def _shielded(start: str) -> str:
    """Return what would begin a list so that it does not."""
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def as_paper(reading: Reading) -> str:
    """Return the plan with all that is needed at the counters; ends with one line end."""
    return "\n".join((*_head(reading), *_steps(reading), *_rest(reading))).rstrip() + "\n"


def _head(reading: Reading) -> Iterator[str]:
    """Yield title, day, notice and greeting."""
    answer = reading.answer
    yield f"# {escape(reading.say(words.PLAN, title=answer['title']))}"
    yield ""
    yield escape(reading.say(words.OF_DAY, day=reading.day(reading.today)))
    totals = answer["plan"]["totals"]
    if totals["finish_text"] is not None:
        yield escape(totals["finish_text"])
    if totals["visits"] is not None:
        yield escape(reading.say(words.VISITS, count=totals["visits"]))
    yield ""
    yield f"*{escape(reading.say(NOTICE))}*"
    yield ""
    if answer["greeting"]:
        yield escape(answer["greeting"])
        yield ""


def _steps(reading: Reading) -> Iterator[str]:
    """Yield the steps done, then the others, stage by stage."""
    done = [step for step in reading.steps if step["status"] == "done"]
    todo = [step for step in reading.steps if step["status"] != "done"]
    if done:
        yield from (f"## {escape(reading.say(words.DONE_TITLE))}", "")
        yield from (f"- ☑ {escape(whose(step))}" for step in done)
        yield ""
    if not todo and not done:
        yield from (escape(reading.say(words.NO_STEP)), "")
    for wave, steps in groupby(todo, key=lambda step: int(step["wave"])):
        phrase = words.WAVE_FIRST if wave == 1 else words.WAVE
        yield from (f"## {escape(reading.say(phrase, wave=wave))}", "")
        for step in steps:
            yield from _step(reading, step)


def _step(reading: Reading, step: Json) -> Iterator[str]:
    """Yield one step: a box to tick, then what there is to know."""
    standing = reading.standing(step)
    after = f" ({escape(standing)})" if standing else ""
    yield f"### ☐ {reading.numbers[step['id']]}. {escape(whose(step))}{after}"
    yield ""
    if step["plain"]:
        yield from (escape(step["plain"]), "")
    deadline = step["deadline"]
    yield from _field(reading, "where", step["authority"])
    yield from _field(reading, "after", reading.listed(step["after"]))
    yield from _field(reading, "when", reading.when(step))
    by = deadline_text(deadline, reading.lang) if deadline is not None else None
    yield from _field(reading, "deadline", by)
    yield from _items(reading, "bring", reading.papers(step))
    yield from _field(reading, "time", step["time"]["text"])
    yield from _field(reading, "cost", step["cost"]["text"])
    yield from _field(reading, "say", step["say"])
    yield from _items(reading, "mind", step["sent_back_when"])
    yield from _field(reading, "result", "; ".join(whose(one) for one in step["produces"]))
    yield from _field(reading, "leave", step["check_result"])
    yield from _field(reading, "note", step["note"])
    yield from _field(reading, "unlocks", reading.listed(step["unlocks"]))
    yield from _field(reading, "law", "; ".join(step["legal"]))
    yield from _field(reading, "code", step["id"])
    yield ""


def _field(reading: Reading, name: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"- **{reading.say(words.FIELDS[name])}:** {escape(text)}"


def _items(reading: Reading, name: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield f"- **{reading.say(words.FIELDS[name])}:**"
        yield from (f"  - ☐ {escape(text)}" for text in texts)


def _rest(reading: Reading) -> Iterator[str]:
    """Yield what cannot be had yet, the papers in one list, and how much is left unsaid."""
    if reading.blocked:
        yield from (f"## {escape(reading.say(words.BLOCKED_TITLE))}", "")
    for goal in reading.blocked:
        wanting = "; ".join(whose(one) for one in goal["blocked_by"])
        reason = reading.say(words.BLOCKED_BY, papers=wanting) if wanting else ""
        yield f"- {escape(f'{whose(goal)}: {reason}'.removesuffix(': '))}"
    yield ""
    papers = [
        one for one in reading.answer["plan"]["documents"] if one["original"] or one["copies"]
    ]
    if papers:
        yield from (f"## {escape(reading.say(words.PAPERS))}", "")
    for paper in papers:
        yield f"- ☐ {escape(reading.prepared(paper))}"
    yield ""
    if reading.answer["plan"]["possible"]:
        count = len(reading.answer["plan"]["possible"])
        yield escape(reading.say(words.MORE, count=count))
