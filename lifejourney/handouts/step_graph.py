"""The steps as a picture: stages from top to bottom, lines at the side to the steps that wait."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lifejourney.handouts import words
from lifejourney.handouts.drawing import (
    BODY,
    GREY,
    INK,
    MARGIN,
    PALE,
    SMALL,
    WIDTH,
    Block,
    head,
    sheet,
    wrap,
)
from lifejourney.handouts.mermaid import edges_of
from lifejourney.handouts.reading import DOT, Json, Reading, day_of, deadline_of, whose

GAP: Final = 12
PAD: Final = 8
BADGE: Final = 11
PITCH: Final = 12
WIDEST: Final = 84
FRAMES: Final[Mapping[str, str]] = {
    "certain": f'fill="#fff" stroke="{INK}" stroke-width="2"',
    "possible": f'fill="#fff" stroke="{INK}" stroke-width="1.5" stroke-dasharray="6 4"',
    "done": f'fill="{PALE}" stroke="{INK}" stroke-width="1"',
    "blocked": f'fill="#fff" stroke="{INK}" stroke-width="1.5" stroke-dasharray="1.5 3"',
}


@dataclass(frozen=True, slots=True)
class Box:
    """Hold where a step stands, and its words."""

    step: Json
    top: float
    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """Return how tall the box is."""
        return max(sum(block.height for block in self.blocks), 2 * BADGE) + 2 * PAD

    @property
    def bottom(self) -> float:
        """Return where the box ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Lane:
    """Hold a line at the side: from a step down to those that wait for it."""

    start: str
    ends: tuple[str, ...]
    place: int


def as_step_graph(reading: Reading) -> str:
    """Return the picture as SVG."""
    title = reading.say(words.GRAPH, title=reading.answer["title"])
    lanes = _lanes(reading)
    count = max((lane.place for lane in lanes), default=0)
    pitch = min(PITCH, WIDEST / count) if count else 0
    left = MARGIN + count * pitch + (PAD if count else 0)
    parts, y = head(title, reading.say(words.GRAPH_KEY))
    boxes: dict[str, Box] = {}
    for name, steps in _rows(reading):
        heading = wrap(name, WIDTH - 2 * MARGIN, BODY, bold=True)
        # The heading stands beside the lines, not on them.
        parts.append(heading.draw(left, y))
        y += heading.height + PAD
        for step in steps:
            box = Box(step, y, tuple(_blocks(reading, step, WIDTH - MARGIN - left)))
            boxes[step["id"]] = box
            y = box.bottom + GAP
    parts += [_lane(lane, boxes, left, pitch) for lane in lanes]
    parts += [_drawn(reading, box, left) for box in boxes.values()]
    return sheet("steps", (title, [*_described(reading)]), parts, y)


def _rows(reading: Reading) -> Iterator[tuple[str, Sequence[Json]]]:
    """Yield the stages with their steps, then what cannot be had."""
    for wave, steps in reading.stages:
        phrase = words.WAVE_FIRST if wave == 1 else words.WAVE
        yield reading.say(phrase, wave=wave), steps
    if reading.blocked:
        yield reading.say(words.BLOCKED_TITLE), reading.blocked
    if not (reading.steps or reading.blocked):
        yield reading.say(words.NO_STEP), ()


def _blocks(reading: Reading, step: Json, width: float) -> Iterator[Block]:
    """Yield the words in a box: title, office, standing and order, days."""
    room = width - 2 * BADGE - 3 * PAD
    yield wrap(whose(step), room, BODY, bold=True)
    order = DOT.join(filter(None, (reading.standing(step), reading.after(step))))
    for text in (step["authority"], order, DOT.join(days_of(reading, step))):
        if text:
            yield wrap(text, room, SMALL)


def days_of(reading: Reading, step: Json) -> Iterator[str]:
    """Yield start and deadline of a step that is still to do, as far as they are known."""
    if step["status"] == "done":
        return
    start, due = day_of(step, "start"), deadline_of(step)
    if start is not None:
        yield reading.say(words.START, day=reading.short_day(start))
    if due is not None:
        yield reading.say(words.UNTIL, day=reading.short_day(due))


def _lanes(reading: Reading) -> list[Lane]:
    """Return a line for each step that another waits for, the short ones next to the boxes."""
    ends: dict[str, list[str]] = {}
    for before, id_ in edges_of(reading):
        ends.setdefault(before, []).append(id_)
    row = reading.rows
    taken: dict[int, list[range]] = {}
    lanes: list[Lane] = []
    for start in sorted(ends, key=lambda id_: (row[ends[id_][-1]] - row[id_], row[id_])):
        span = range(row[start], row[ends[start][-1]] + 1)
        place = next(
            place
            for place in range(1, len(ends) + 1)
            if all(set(span).isdisjoint(other) for other in taken.get(place, ()))
        )
        taken.setdefault(place, []).append(span)
        lanes.append(Lane(start, tuple(ends[start]), place))
    return lanes


def _lane(lane: Lane, boxes: Mapping[str, Box], left: float, pitch: float) -> str:
    """Return the line, with a dot and an arrow wherever it leads to a step."""
    x = left - PAD - (lane.place - 0.5) * pitch
    start = boxes[lane.start].bottom - PAD
    arrivals = [boxes[id_].top + PAD + BADGE for id_ in lane.ends]
    strokes = f"M{left:g} {start:.1f}H{x:.1f}V{arrivals[-1]:.1f}"
    strokes += "".join(f"M{x:.1f} {y:.1f}H{left:g}" for y in arrivals)
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5"/><path d="M{left:g} {y:.1f}l-7 -4v8z"/>'
        for y in arrivals
    )
    return (
        f'<path d="{strokes}" fill="none" stroke="{GREY}" stroke-width="1.5"/>'
        f'<g fill="{GREY}">{marks}</g>'
    )


def _drawn(reading: Reading, box: Box, left: float) -> str:
    """Return a box with its number, or a cross, and its words."""
    frame = FRAMES[box.step["status"]]
    x, y = left + PAD + BADGE, box.top + PAD + BADGE
    parts = [
        (
            f'<rect x="{left:g}" y="{box.top:.1f}" width="{WIDTH - MARGIN - left:g}" '
            f'height="{box.height:.1f}" rx="5" {frame}/>'
        ),
        _badge(reading.numbers.get(box.step["id"]), x, y),
    ]
    if box.step["status"] == "done":
        tick = f"M{WIDTH - MARGIN - 22} {box.top + 14:.1f}l5 6l9 -12"
        parts.append(f'<path d="{tick}" fill="none" stroke="{INK}" stroke-width="2.5"/>')
    top = box.top + PAD
    for block in box.blocks:
        parts.append(block.draw(left + 2 * BADGE + 2 * PAD, top))
        top += block.height
    return f"<g>{''.join(parts)}</g>"


def _badge(number: int | None, x: float, y: float) -> str:
    if number is None:
        cross = f"M{x - 6:.1f} {y - 6:.1f}l12 12m0 -12l-12 12"
        return f'<path d="{cross}" fill="none" stroke="{INK}" stroke-width="2.5"/>'
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{BADGE}" fill="{INK}"/>'
        f'<text x="{x:.1f}" y="{y + 4.5:.1f}" font-size="{SMALL}" font-weight="bold" fill="#fff" '
        f'text-anchor="middle">{number}</text>'
    )


def _described(reading: Reading) -> Iterator[str]:
    """Yield the picture in words, one sentence a step."""
    for step in reading.steps:
        told = (reading.standing(step), reading.after(step), *days_of(reading, step))
        parts = (f"{reading.numbers[step['id']]}. {whose(step)}", *filter(None, told))
        yield f"{'; '.join(parts)}."
    for goal in reading.blocked:
        yield f"{whose(goal)}; {reading.standing(goal)}."
