"""The plan along time: a bar for each step, a diamond for each deadline, a line for today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from babel.dates import format_date

from lifejourney.errors import spoken
from lifejourney.handouts import words
from lifejourney.handouts.drawing import (
    BODY,
    GREY,
    INK,
    MARGIN,
    SMALL,
    WIDTH,
    head,
    measure,
    sheet,
    wrap,
)
from lifejourney.handouts.reading import DOT, Json, Reading, day_of, deadline_of, whose

BAR: Final = 12
PAD: Final = 6
LEFT: Final = MARGIN + 8
ROOM: Final = WIDTH - 2 * LEFT
OPEN: Final = 26
SPARE: Final = timedelta(days=1)
MOST: Final = 4
SPANS: Final = (1, 2, 7, 14)
MONTHS: Final = (1, 3, 6, 12, 60, 120, 1200, 12000, 120000)
FILLS: Final = {"certain": INK, "possible": "url(#timeline-hatch)", "done": "#fff"}
HATCH: Final = (
    '<defs><pattern id="timeline-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
    f'<rect width="2.5" height="6" fill="{INK}"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Span:
    """Hold from where to where a bar goes at least, in pixels; an open one may go further."""

    start: float
    end: float
    is_open: bool = False


class _Days:
    """Lay days on the sheet, from the first to the last that any step names."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        days = {reading.today, *(day for step in reading.steps for day in _days(step))}
        self.first = min(days)
        self.last = max(*days, self.first + SPARE)

    def x(self, day: date) -> float:
        return LEFT + ROOM * ((day - self.first) / (self.last - self.first))

    def span(self, step: Json) -> Span | None:
        start, end = day_of(step, "start"), _end(step)
        if start is None:
            return None
        is_open = step["status"] != "done" and day_of(step, "finish_latest") is None
        return Span(self.x(start), self.x(end or start), is_open)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield some days with their names: as many as there is room for."""
        year = None
        for day in self._named():
            pattern = "d MMM" if day.year == year else "d MMM yyyy"
            yield self.x(day), format_date(day, pattern, locale=spoken(self.reading.lang))
            year = day.year

    def _named(self) -> Iterator[date]:
        """Yield every so many days, or where the time is long the first of every so many months."""
        length = (self.last - self.first).days
        if length <= MOST * SPANS[-1]:
            days = next(days for days in SPANS if length <= MOST * days)
            yield from (self.first + days * number * SPARE for number in range(length // days + 1))
            return
        every = next(count for count in MONTHS if length <= MOST * 28 * count)
        month = self.first.year * 12 + self.first.month
        for number in range(month + -month % every, self.last.year * 12 + self.last.month, every):
            yield date(number // 12, number % 12 + 1, 1)


class _Waves:
    """Lay stages on the sheet, where no day is known."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.count = max((step["wave"] for step in reading.steps), default=1)

    def span(self, step: Json) -> Span | None:
        wide = ROOM / self.count
        return Span(LEFT + wide * (step["wave"] - 1) + 2, LEFT + wide * step["wave"] - 2)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield the name of each stage above its middle; its number where there is no more room."""
        wide = ROOM / self.count
        for wave in range(1, self.count + 1):
            name = self.reading.say(words.WAVE, wave=wave)
            yield LEFT + wide * (wave - 0.5), name if measure(name, SMALL) < wide else str(wave)


def as_timeline(reading: Reading) -> str:
    """Return the picture as SVG; by stages where no step knows its start."""
    dated = any(day_of(step, "start") is not None for step in reading.steps)
    scale = _Days(reading) if dated else _Waves(reading)
    title = reading.say(words.TIMELINE, title=reading.answer["title"])
    parts, top = head(title, reading.say(words.TIMELINE_KEY if dated else words.WAVES_KEY))
    top += SMALL
    rows: list[str] = []
    y = top + PAD
    for step in reading.steps:
        drawn, y = _row(reading, scale, step, y)
        rows += drawn
    if not reading.steps:
        rows.append(wrap(reading.say(words.NO_STEP), ROOM, BODY).draw(LEFT, y))
        y += 4 * BODY
    parts += [HATCH, *_grid(scale, top, y), *rows]
    return sheet("timeline", (title, [*_described(reading)]), parts, y + PAD)


def _days(step: Json) -> Iterator[date]:
    """Yield every day that is drawn of a step."""
    found = (day_of(step, "start"), _end(step), deadline_of(step))
    yield from (day for day in found if day is not None)


def _end(step: Json) -> date | None:
    """Return the day on which a step is finished at the latest, else at the earliest."""
    return day_of(step, "finish_latest") or day_of(step, "finish")


def _grid(scale: _Days | _Waves, top: float, bottom: float) -> Iterator[str]:
    """Yield the names of days or stages with pale lines below, and today as a dashed line."""
    free = 0.0
    for x, name in scale.ticks():
        half = measure(name, SMALL) / 2
        middle = min(max(x, MARGIN + half), WIDTH - MARGIN - half)
        if middle - half >= free:
            yield (
                f'<text x="{middle:.1f}" y="{top:.1f}" font-size="{SMALL}" fill="{INK}" '
                f'text-anchor="middle">{name}</text>'
            )
            free = middle + half + PAD
        yield f'<path d="M{x:.1f} {top + 4:.1f}V{bottom:.1f}" stroke="#bbb" stroke-width="1"/>'
    if isinstance(scale, _Days):
        x = scale.x(scale.reading.today)
        dashes = f'stroke="{GREY}" stroke-width="2" stroke-dasharray="4 4"'
        yield f'<path d="M{x:.1f} {top + 4:.1f}V{bottom:.1f}" {dashes}/>'


def _row(reading: Reading, scale: _Days | _Waves, step: Json, y: float) -> tuple[list[str], float]:
    """Return one step, its words above its bar, and where the next begins."""
    parts = [f'<path d="M{MARGIN} {y:.1f}H{WIDTH - MARGIN}" stroke="#999" stroke-width="1"/>']
    y += PAD
    title = f"{reading.numbers[step['id']]}. {whose(step)}"
    blocks = [wrap(title, ROOM, SMALL, bold=True), wrap(_told(reading, step), ROOM, SMALL)]
    for block in blocks:
        wide = max((measure(line, block.size, bold=block.bold) for line in block.lines), default=0)
        # White behind the words, or the lines of the days would run through them.
        parts += [
            (
                f'<rect x="{LEFT - 2}" y="{y:.1f}" width="{min(wide + 4, ROOM + 4):.1f}" '
                f'height="{block.height:.1f}" fill="#fff"/>'
            ),
            block.draw(LEFT, y),
        ]
        y += block.height
    y += PAD
    span = scale.span(step)
    if span is not None:
        parts.append(_bar(span, FILLS[step["status"]], y))
    due = deadline_of(step)
    if due is not None and step["status"] != "done" and isinstance(scale, _Days):
        x, middle = scale.x(due), y + BAR / 2
        diamond = f"M{x:.1f} {middle - 8:.1f}l7 8l-7 8l-7 -8z"
        parts.append(f'<path d="{diamond}" fill="#fff" stroke="{INK}" stroke-width="2"/>')
    return parts, y + BAR + 2 * PAD


def _bar(span: Span, fill: str, y: float) -> str:
    """Return a bar, never too thin to be seen; an open one ends in an arrow."""
    frame = f'fill="{fill}" stroke="{INK}" stroke-width="1.5"'
    if not span.is_open:
        start = min(span.start, LEFT + ROOM - 5)
        width = max(span.end - start, 5)
        return f'<rect x="{start:.1f}" y="{y:.1f}" width="{width:.1f}" height="{BAR}" {frame}/>'
    start = min(span.start, LEFT + ROOM - OPEN)
    body = max(min(span.end, LEFT + ROOM) - start, OPEN) - 8
    head_ = f"l8 {BAR / 2}l-8 {BAR / 2}h{-body:.1f}z"
    return f'<path d="M{start:.1f} {y:.1f}h{body:.1f}{head_}" {frame}/>'


def _told(reading: Reading, step: Json) -> str:
    """Return standing, order and days of a step in words."""
    if step["status"] == "done":
        return reading.say(words.DONE)
    start, end, due = day_of(step, "start"), _end(step), deadline_of(step)
    finish = words.FINISH if day_of(step, "finish_latest") is not None else words.FINISH_FROM
    days = [
        reading.say(phrase, day=reading.short_day(day))
        for phrase, day in ((words.START, start), (finish, end), (words.UNTIL, due))
        if day is not None
    ]
    return DOT.join(filter(None, (reading.standing(step), reading.after(step), *days)))


def _described(reading: Reading) -> Iterator[str]:
    """Yield the picture in words, one sentence a step."""
    today = reading.say(words.TODAY)
    yield f"{today[:1].upper()}{today[1:]}: {reading.day(reading.today)}."
    for step in reading.steps:
        told = _told(reading, step) or reading.say(words.NO_DATE)
        yield f"{reading.numbers[step['id']]}. {whose(step)}: {told}."
