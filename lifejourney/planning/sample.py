"""Hypothetical people drawn from all completions: what they would answer, and their advice.

They tell how much a question is expected to settle. What is certain or possible, and which
question matters at all, never depends on them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

import numpy as np

from lifejourney.planning.choice import choose, settle
from lifejourney.planning.columns import Layout, Point
from lifejourney.planning.demand import reached
from lifejourney.planning.outlook import Outlook
from lifejourney.planning.parts import parts_of_advice
from lifejourney.planning.reach import within_reach
from lifejourney.planning.state import Given

SEED = 17
TRIES = 64
"""Draws of what constraints hold together, before the usual is taken."""

Table = np.ndarray[tuple[int, int], np.dtype[np.int64]]
Applies = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


@dataclass(frozen=True)
class Sample:
    """Hold people, one a row: `values[row, unknown]` the number of the value that each has.

    `applies[row, unknown]`: whether the question applies to them. `matters[row, unknown]`: whether
    another answer to it alone would change what they are advised.
    """

    values: Table
    applies: Applies
    matters: Applies


def draw(outlook: Outlook, rows: int) -> Sample:
    """Draw people by how likely each answer is; what nobody will answer is as usual."""
    numbers = _numbers(outlook, rows)
    unknowns = outlook.layout.unknowns
    points: list[Point] = [
        tuple(one.values[number] for one, number in zip(unknowns, row, strict=True))
        for row in numbers
    ]
    layout = outlook.layout
    given = settle(layout.compiled.ground, layout.people(points))
    return Sample(
        np.array(numbers, dtype=np.int64).reshape(rows, len(unknowns)),
        _applying(layout, points, given),
        _mattering(layout, numbers),
    )


def _bits(masks: list[int], rows: int) -> Applies:
    """Turn masks of people into a table with one row for each person."""
    width = (rows + 7) // 8
    raw = b"".join(mask.to_bytes(width, "little") for mask in masks)
    packed = np.frombuffer(raw, np.uint8).reshape(len(masks), width)
    return np.unpackbits(packed, axis=1, count=rows, bitorder="little").T.astype(np.bool_)


def _applying(layout: Layout, points: list[Point], given: Given[int]) -> Applies:
    """Return to whom each question applies: a wish only to whom it is open to have either."""
    gates = layout.applying(points)
    ground = layout.compiled.ground
    can = within_reach(ground, given)
    masks: list[int] = []
    for one in layout.unknowns:
        match one.kind:
            case "fact":
                masks.append(gates[one.key])
            case "choice":
                masks.append(_several(can.had.get(kind, 0) for kind in one.values))
            case "rivals":
                masks.append(_several(reached(ground, given, can, goal) for goal in one.values))
            case _:
                masks.append(given.column.all)
    return _bits(masks, len(points))


def _several(masks: Iterable[int]) -> int:
    """Return for whom at least two of these hold."""
    one = two = 0
    for mask in masks:
        two |= one & mask
        one |= mask
    return two


def _numbers(outlook: Outlook, rows: int) -> list[list[int]]:
    chance = Random(SEED)  # noqa: S311 - hypothetical people, no secret
    unknowns = outlook.layout.unknowns
    usual = [
        one.values.index(value)
        for one, value in zip(unknowns, outlook.point(outlook.given.column.all), strict=True)
    ]
    bound = sorted(outlook.relevance.bound)
    asked = [number for number in range(len(unknowns)) if number not in outlook.silent]
    people = [list(usual) for _ in range(rows)]
    for number in asked:
        choices = range(len(unknowns[number].values))
        drawn = chance.choices(choices, unknowns[number].likelihoods, k=rows)
        for person, value in zip(people, drawn, strict=True):
            person[number] = value
    for person in people if bound else ():
        _keep_to_constraints(outlook, person, bound, usual, chance)
    return people


def _keep_to_constraints(
    outlook: Outlook, person: list[int], bound: list[int], usual: list[int], chance: Random
) -> None:
    """Draw anew what a constraint is about until none is broken."""
    unknowns, everybody = outlook.layout.unknowns, outlook.relevance.everybody
    for _ in range(TRIES):
        chosen = {number: person[number] for number in bound}
        if outlook.diagram.given(everybody, chosen) != outlook.given.column.none:
            return
        for number in bound:
            (person[number],) = chance.choices(
                range(len(unknowns[number].values)), unknowns[number].likelihoods
            )
    for number in bound:
        person[number] = usual[number]


def _mattering(layout: Layout, people: list[list[int]]) -> Applies:
    """Return what changes the advice of each of these people by itself."""
    ground = layout.compiled.ground
    stars, given = layout.around(people)
    settled = settle(ground, given)
    parts = parts_of_advice(ground, settled, choose(ground, settled, layout.compiled.competing))
    return stars.turned(given.column.all, dict.fromkeys(parts))
