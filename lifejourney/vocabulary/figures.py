"""Figures of a service: how long, until when, how much. Each names the source that says so."""

from dataclasses import dataclass
from typing import Literal

from lifejourney.days import Duration
from lifejourney.vocabulary.scalars import Day, Flag, Line, MonthDay, Noun, Number, Slug, Text

Unit = Literal["minute", "hour", "calendar_day", "working_day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Span(Noun):
    """Hold a period of the catalog: a whole number of one unit."""

    value: Number
    unit: Unit

    @property
    def duration(self) -> Duration:
        """Return the same period as a duration to reckon with."""
        return Duration(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class Validity(Span):
    """Hold for how long a paper is valid from the day it is made.

    `until`: up to the first such day of a year that is not before the end of the period, which may
    be left out.
    """

    value: Number = 0
    unit: Unit = "calendar_day"
    source: Slug | None = None
    until: MonthDay | None = None


@dataclass(frozen=True, slots=True)
class Conflict(Noun):
    """Hold what another source says of a figure, which itself is the more cautious reading."""

    says: Text
    source: Slug


@dataclass(frozen=True, slots=True)
class Time(Noun):
    """Say how long something takes: at least `min`, at most `max`, in one unit; None is unknown.

    `kind`: `law` (a regulation binds), `standard` (the unit's published promise), `target`
    (a policy aim), `experience` (seen, promised by nobody).
    """

    unit: Unit | None = None
    min: Number | None = None
    max: Number | None = None
    kind: Literal["law", "standard", "target", "experience"] = "standard"
    source: Slug | None = None
    note: Text | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def known(self) -> Duration | None:
        """Return the duration that counts for comparison: `max`, else `min`, else None."""
        value = self.max if self.max is not None else self.min
        return None if value is None or self.unit is None else Duration(value, self.unit)


@dataclass(frozen=True, slots=True)
class Deadline(Noun):
    """Say by when a person must, or had better, act: `within` units `after` a fact's day.

    Or so long `before` that day; or `by` a day of each year: the first of them after the fact's
    day, without a fact the next that comes; or `on` one day, the same for everybody. `lapses`:
    who is late may get nothing any more.
    """

    within: Number | None = None
    unit: Unit | None = None
    after: Line | None = None
    late: Text | None = None
    source: Slug | None = None
    binding: Flag = True
    before: Line | None = None
    by: MonthDay | None = None
    on: Day | None = None
    conflicts: tuple[Conflict, ...] = ()
    lapses: Flag = False

    @property
    def counts_from(self) -> str | None:
        """Return the fact from whose day it counts, forwards or back."""
        return self.before if self.after is None else self.after

    @property
    def period(self) -> Duration:
        """Return how far from that day it lies; below 0 before it."""
        value = self.within or 0
        return Duration(-value if self.before is not None else value, self.unit or "calendar_day")


@dataclass(frozen=True, slots=True)
class Cost(Noun):
    """Say what is paid, in whole amounts: at least `min`, at most `max`; None is unknown.

    `by_region`: a regional rule sets the amount.
    """

    min: Number | None = None
    max: Number | None = None
    source: Slug | None = None
    by_region: Flag = False
    note: Text | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def known(self) -> int | None:
        """Return the amount that counts for comparison: `max`, else `min`, else None."""
        return self.max if self.max is not None else self.min

    @property
    def least(self) -> int | None:
        """Return what is paid at least: `min`, else `max`, which then is the fee; else None."""
        return self.min if self.min is not None else self.max


@dataclass(frozen=True, slots=True)
class Opening(Noun):
    """Say from when a service can be used: `not_before` a period after a fact, or a window.

    `each_year`: the window opens again on the same days of every later year. `announced` says that
    it is announced each time, and when it usually is.
    """

    not_before: Span | None = None
    after: Line | None = None
    from_day: Day | None = None
    until_day: Day | None = None
    each_year: Flag = False
    announced: Text | None = None
    source: Slug | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def says_when(self) -> bool:
        """Tell whether anything is said of the day."""
        told = (self.not_before, self.after, self.from_day, self.until_day, self.announced)
        return any(one is not None for one in told)


@dataclass(frozen=True, slots=True)
class Repeat(Noun):
    """Say that a service comes again: every so often, until an age or a number of times.

    `by`: the days of each year by which it is to be done; without them it counts from the first.
    """

    every: Span
    until_age: Number | None = None
    times: Number | None = None
    by: tuple[MonthDay, ...] = ()
    source: Slug | None = None
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Benefit(Noun):
    """Say what the person may receive, and on what condition in words."""

    what: Text
    min: Number | None = None
    max: Number | None = None
    per: Literal["once", "month", "year"] = "once"
    claim_within: Span | None = None
    claim_after: Line | None = None
    source: Slug | None = None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def claim(self) -> tuple[Duration, str] | None:
        """Return within which time after which fact it is claimed; None if that is not known."""
        if self.claim_within is None or self.claim_after is None:
            return None
        return self.claim_within.duration, self.claim_after
