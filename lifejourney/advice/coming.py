"""What an outlook ahead holds: what falls due, when, for whom; frozen, without a word."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lifejourney.advice.model import Advice, Question
from lifejourney.days import Days
from lifejourney.planning import Paper
from lifejourney.schedule import Ahead
from lifejourney.vocabulary import Due, Kind, Service

Moment = Literal["age", "after", "day", "yearly", "expiry", "deadline", "opens", "again", "claim"]


@dataclass(frozen=True, slots=True)
class Coming:
    """Hold one thing that falls due, and what it leads to: a service, a paper or an event.

    `moment`: an age is reached, a period after another day ends, one day comes, a day of each year,
    a paper ends; or of a step of the plan: its deadline, the day on which it opens, comes again, or
    must be claimed. `between`: the days in the window of which one is meant, None if none can be
    told.
    `depends_on`: the unknowns of which another answer could change that it falls due in the window;
    none where that is certain. `inexact`: those that would tell the day more exactly. `begin`: from
    when it can be seen to. `estimate`: working days were counted for which there is no calendar.
    `key` tells it from others of the same kind.
    """

    moment: Moment
    member: str
    kind: Kind
    key: str
    between: Days | None
    depends_on: tuple[str, ...] = ()
    inexact: tuple[str, ...] = ()
    rule: Due | None = None
    service: Service | None = None
    event: str | None = None
    paper: Paper | None = None
    step: str | None = None
    begin: date | None = None
    estimate: bool = False

    @property
    def is_certain(self) -> bool:
        """Tell whether it falls due in the window, whatever else is said."""
        return self.between is not None and not self.depends_on

    @property
    def slug(self) -> str:
        """Return on what the rule stands: a paper, a service or an event."""
        if self.paper is not None:
            return self.paper[0]
        return self.service.slug if self.service is not None else self.event or ""


@dataclass(frozen=True)
class Upcoming:
    """Hold all that falls due in a window, by the day, and what to ask, the most deciding first.

    `advice`: with the plan for the chosen events, or without any step where none was `chosen`.
    """

    advice: Advice
    chosen: tuple[str, ...]
    months: int
    ahead: Ahead
    due: tuple[Coming, ...]
    questions: tuple[Question, ...]
