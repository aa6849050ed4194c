"""A persona: what somebody says, and what the advice must then be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lifejourney.vocabulary.scalars import Day, Flag, Line, Noun, Number, Slug, Text


@dataclass(frozen=True, slots=True)
class Sum(Noun):
    """Hold what must be true of a total; what is left out is not compared.

    `unbounded`: the total has no upper bound.
    """

    min: Number | None = None
    max: Number | None = None
    unknown: Number | None = None
    unbounded: Flag = False


@dataclass(frozen=True, slots=True)
class Expectation(Noun):
    """Hold what must be true of the advice; steps are written `service@person`, goals likewise.

    `steps`: exactly the steps of the shown plan, in any order. `with_steps`, `without_steps`:
    among them, or neither among them nor possible. `order`: each step before the next.
    `copies`: how many photocopies of a paper `document@person` in all. `visits`: the steps of each
    visit, in any order, and no other visit.
    `estimates`: exactly the steps of which the day of the deadline is an estimate. `starts`: the
    earliest day; `latest_start`, `slack`: the last safe day, and the days between them. `finish`:
    of the whole, and `finish_latest` if every step takes longest; `finish_open`: it may be later
    than the earliest, nobody knows by how much. `critical`: exactly the steps that decide it.
    `infeasible`, `closed`: exactly those that are too late though not overdue. `lapses`: by the
    step that uses them, the papers that may lapse before. `next_times`: when a step comes again.
    `follows`: by when a paper is brought that may follow a step.
    `changes_on`: from when its rules are others. `titles`: by which title, in Bahasa Indonesia, a
    step is told on that day; `laws`: exactly the laws that it cites. `compared`: exactly the
    choices that the plan sets side by side, each with its kinds. `rivals`: exactly the goals of
    which only one can be had and both are called for, and which of them takes less.
    """

    verdicts: Mapping[Line, Literal["applies", "does_not_apply", "unknown"]] = field(
        default_factory=dict
    )
    steps: tuple[Line, ...] | None = None
    with_steps: tuple[Line, ...] = ()
    without_steps: tuple[Line, ...] = ()
    certain: tuple[Line, ...] = ()
    possible: tuple[Line, ...] = ()
    blocked: tuple[Line, ...] = ()
    done: tuple[Line, ...] = ()
    order: tuple[tuple[Line, ...], ...] = ()
    papers: Mapping[Line, tuple[Line, ...]] = field(default_factory=dict)
    produces: Mapping[Line, tuple[Line, ...]] = field(default_factory=dict)
    copies: Mapping[Line, Number] = field(default_factory=dict)
    fee: Sum | None = None
    benefit: Sum | None = None
    deadlines: Mapping[Line, Day] = field(default_factory=dict)
    overdue: tuple[Line, ...] = ()
    estimates: tuple[Line, ...] | None = None
    visits: tuple[tuple[Line, ...], ...] | None = None
    starts: Mapping[Line, Day] = field(default_factory=dict)
    latest_start: Mapping[Line, Day] = field(default_factory=dict)
    slack: Mapping[Line, Number] = field(default_factory=dict)
    finish: Day | None = None
    finish_latest: Day | None = None
    finish_open: Flag | None = None
    critical: tuple[Line, ...] | None = None
    infeasible: tuple[Line, ...] | None = None
    closed: tuple[Line, ...] | None = None
    lapses: Mapping[Line, tuple[Line, ...]] = field(default_factory=dict)
    next_times: Mapping[Line, tuple[Day, ...]] = field(default_factory=dict)
    follows: Mapping[Line, Day] = field(default_factory=dict)
    changes_on: Mapping[Line, Day] = field(default_factory=dict)
    titles: Mapping[Line, Line] = field(default_factory=dict)
    laws: Mapping[Line, tuple[Line, ...]] = field(default_factory=dict)
    compared: Mapping[Line, tuple[Slug, ...]] | None = None
    rivals: Mapping[Line, Literal["better", "other"]] | None = None
    asks: tuple[Line, ...] = ()
    asks_not: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Foresight(Noun):
    """Hold what must be true of what falls due in so many months, by `slug@person`.

    The slug is that of the service, event or document on which the rule stands. `due`: on exactly
    these days for certain. `perhaps`: it is not known whether, or when. `not_due`: neither.
    `nothing_else`: nothing but what stands in `due` is certain.
    """

    months: Number = 12
    due: Mapping[Line, tuple[Day, ...]] = field(default_factory=dict)
    perhaps: tuple[Line, ...] = ()
    not_due: tuple[Line, ...] = ()
    nothing_else: Flag = False
    asks: tuple[Line, ...] = ()
    asks_not: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario(Noun):
    """Describe one person's case, as the request would say it, and what to expect.

    `expect`: of the plan for the events; `upcoming`: of what falls due, where no event need be
    named.

    `valid_until`: the last day of those of the papers `held` that lapse.
    """

    slug: Slug
    title: Text
    events: tuple[Slug, ...]
    date: Day
    expect: Expectation = field(default_factory=Expectation)
    upcoming: Foresight | None = None
    answers: Mapping[Line, Line] = field(default_factory=dict)
    declined: tuple[Line, ...] = ()
    persons: Mapping[Slug, Line] = field(default_factory=dict)
    held: tuple[Line, ...] = ()
    valid_until: Mapping[Line, Day] = field(default_factory=dict)
    lacking: tuple[Line, ...] = ()
    wanted: tuple[Line, ...] = ()
    done: tuple[Line, ...] = ()
    prefer: Literal["fastest", "cheapest", "fewest-visits"] = "fastest"
    channel: Literal["electronic", "counter"] = "electronic"
    mourning: Flag = False
