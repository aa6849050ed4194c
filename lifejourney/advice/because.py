"""One ground for a step being in the plan, or not being in it; not yet in words."""

from dataclasses import dataclass
from typing import Literal

from lifejourney.advice.model import Reason
from lifejourney.planning import Paper

Kind = Literal[
    "event",
    "needed",
    "wanted",
    "answer",
    "nobody",
    "no_event",
    "held",
    "chosen",
    "elsewhere",
    "enough",
    "unasked",
    "lacking",
    "circle",
    "not_applicable",
]


@dataclass(frozen=True, slots=True)
class Because:
    """Give one ground.

    For: `event` (event `value` calls for goal `of`), `needed` (`paper` of step `by` is needed for
    step `of`), `wanted` (the person asks for `paper`).
    For or against: `answer` (the person's answer about `fact` of `member` is `value`).
    Against: `nobody` (there is no such person), `no_event` (no chosen event leads there; those in
    `value` would), `held` (`paper` is at hand), `chosen` (goal or paper `of` is chosen instead),
    `elsewhere` (`paper` comes from step `of`), `enough` (for step `of` another paper will do),
    `unasked` (nothing in the plan asks for `paper`); `lacking`, `circle` and `not_applicable`
    (`paper` cannot be had), as in `Blocker`.
    """

    kind: Kind
    member: str | None = None
    fact: str | None = None
    value: object = None
    paper: Paper | None = None
    of: str | None = None
    by: str | None = None


def answered(reason: Reason) -> Because:
    """Return an answer of the person as a ground."""
    return Because("answer", reason.member, reason.fact, reason.value)
