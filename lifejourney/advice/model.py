"""What an advice holds; frozen, without a word of any language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lifejourney.catalog import Catalog
from lifejourney.days import Days
from lifejourney.errors import Words
from lifejourney.planning import Asked, Paper, Step
from lifejourney.schedule import NOTHING, Claim, Lapse, Listed, Timing, Total
from lifejourney.situation import Cast, Situation
from lifejourney.vocabulary import Call, Deadline, Service, Unit

Truth = Literal["applies", "does_not_apply", "unknown"]
Precision = Literal["day", "year"]
Status = Literal["certain", "possible", "blocked", "done"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Give one ground: an answer of the person, what an event calls for, or what needs a paper.

    `kind`: `answer` (member, fact and value), `event` (the event calls for goal `of`), `needed`
    (`paper` is needed for step `of`), `paper` (held or lacking, as said).
    """

    kind: Literal["answer", "event", "needed", "paper"]
    member: str | None = None
    fact: str | None = None
    value: object = None
    paper: Paper | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Say of one goal whether it applies, why, and which unknowns are missing."""

    event: str
    call: Call
    member: str
    truth: Truth
    missing: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Blocker:
    """Name a paper that cannot be had, and why; `answers`: those by which nothing makes it."""

    paper: Paper
    why: Literal["lacking", "circle", "not_applicable"]
    answers: tuple[Reason, ...] = ()


def only_day(between: Days | None) -> date | None:
    """Return the one day that several are, None if they are more or not known."""
    return between.first if between is not None and between.first == between.last else None


@dataclass(frozen=True, slots=True)
class DueDate:
    """Hold a deadline: its rule, the fact it counts from, and between which days it is.

    `fact` is None for a day of each year that counts from none; `between` is None where the fact
    is not known. `overdue`: the last of them is past.
    """

    rule: Deadline
    fact: tuple[str, str] | None
    between: Days | None = None
    overdue: bool = False
    estimate: bool = False

    @property
    def day(self) -> date | None:
        """Return the day, if it is known exactly."""
        return only_day(self.between)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Say that a paper must follow: brought to `step` once it is there, `between` days if known."""

    step: str
    ask: Asked
    between: Days | None
    estimate: bool = False

    @property
    def day(self) -> date | None:
        """Return the day, if it is known exactly."""
        return only_day(self.between)


@dataclass(frozen=True, slots=True)
class When:
    """Hold the dates of a step, and what else time does to it.

    `opens_after`: the fact, not known, from whose day it counts when the service opens. `lapses`:
    of papers that it makes or uses. `next_times`: when it comes again. `changes_on`: the day from
    which the service is another, if the step begins no sooner. `opens_on`: the first day of its
    window.
    """

    timing: Timing
    opens_after: tuple[str, str] | None = None
    closes: date | None = None
    lapses: tuple[Lapse, ...] = ()
    next_times: tuple[date, ...] = ()
    changes_on: date | None = None
    opens_on: date | None = None


@dataclass(frozen=True, slots=True)
class Finish:
    """Hold when the whole plan is done, at the earliest and if every step takes longest.

    `latest` is None where that is open; `unknown` counts, of so many `steps`, those of which nobody
    knows how long they take at most.
    """

    earliest: date
    latest: date | None
    unknown: int
    steps: int
    estimate: bool

    @property
    def is_vague(self) -> bool:
        """Tell whether so little is known that a day would say more than anybody can know."""
        return self.latest is None and 2 * self.unknown > self.steps


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """Hold one step with its standing: certain or possible, and on what it depends.

    `claim_by`: the last day to claim what it brings, if there is one and it is known.
    `visit`: the number of the visit on which it is taken. `online`: the person need not go.
    """

    id: str
    service: Service
    member: str
    status: Status
    kind: Literal["duty", "right", "advice"]
    wave: int
    after: tuple[str, ...]
    asks: tuple[Asked, ...]
    ask_steps: tuple[str | None, ...]
    makes: tuple[Paper, ...]
    reasons: tuple[Reason, ...]
    depends_on: tuple[str, ...] = ()
    due: DueDate | None = None
    follow_up: FollowUp | None = None
    when: When | None = None
    step: Step | None = None
    joyful: bool = False
    claim_by: date | None = None
    visit: int | None = None
    online: bool = False

    @property
    def due_day(self) -> date | None:
        """Return the day of its deadline, or by which the paper that follows is due."""
        if self.follow_up is not None:
            return self.follow_up.day
        return None if self.due is None else self.due.day


@dataclass(frozen=True, slots=True)
class Visit:
    """Hold one visit: where, what is done there, and the numbers of the visits before it.

    `authorities`: whose desks are gone to, at one place if it is a `mall`. `region`: the code of
    the region where the office, or the mall, is; None if it is not known or does not matter.
    """

    authorities: tuple[str, ...]
    region: str | None
    mall: Unit | None
    steps: tuple[str, ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BlockedGoal:
    """Hold a goal that is called for and cannot be reached, with what stands in the way."""

    id: str
    call: Call
    event: str
    member: str
    status: Status
    blockers: tuple[Blocker, ...]
    depends_on: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Ask for facts, papers, the kind of a result, or who is who.

    `ids`: of the unknowns that the answer settles; `decides` counts the steps that depend on it.
    `precision` of a date: the day is needed, or the year may do. `contradicted`: options that
    cannot be true with what was answered.
    """

    kind: Literal["facts", "documents", "choice", "persons"]
    ids: tuple[str, ...]
    topic: str
    fact: tuple[str, str] | None = None
    precision: Precision | None = None
    contradicted: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    choice: tuple[Paper, tuple[Paper, ...]] | None = None
    role: str | None = None
    may_be: tuple[str, ...] = ()
    decides: int = 0


@dataclass(frozen=True, slots=True)
class Assumption:
    """Name what the shown plan supposes of an unknown."""

    id: str
    value: object
    fact: tuple[str, str] | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """Hold the further steps, in order, for one answer to a question too grave to be supposed."""

    unknown: str
    value: object
    fact: tuple[str, str]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Hold what the plan would be in another way, as a whole advice to read figures from.

    `target`: the paper that another service makes or that has several kinds, or the goal that
    excludes another; `of` the step, goal or paper that stands in the plan or beside, `other` the
    one that is compared.
    """

    target: tuple[str, str]
    of: str
    other: str
    advice: "Advice"


@dataclass(frozen=True)
class Advice:
    """Hold the whole answer for one request: verdicts, plan, what is open.

    `page`: the questions to ask next, of one topic; `later`: those that may come after, in all
    `at_most` so many, whoever is who. `papers`, `fee`, `claims` and `benefit` (what is paid once)
    are those of the shown steps that are not done. `visits`: in the order in which they can be
    made; `fewest`: there cannot be fewer. `not_chosen`: the other producers of papers, `rivals`:
    goals that exclude one another, `kinds`: those of a paper of which none is chosen yet, each
    with what the plan would be.
    """

    catalog: Catalog
    situation: Situation
    lang: str
    verdicts: tuple[Verdict, ...]
    steps: tuple[PlannedStep, ...]
    blocked: tuple[BlockedGoal, ...]
    possible: tuple[PlannedStep, ...]
    possible_blocked: tuple[BlockedGoal, ...]
    alternatives: Mapping[str, tuple[str, ...]]
    page: tuple[Question, ...]
    later: tuple[Question, ...]
    at_most: int
    assumed: tuple[Assumption, ...]
    branches: tuple[Branch, ...] = ()
    unused: tuple[str, ...] = ()
    set_aside: tuple[tuple[str, str], ...] = ()
    ignored: tuple[tuple[str, Words], ...] = ()
    papers: tuple[Listed, ...] = ()
    fee: Total = NOTHING
    claims: tuple[Claim, ...] = ()
    benefit: Total = NOTHING
    visits: tuple[Visit, ...] = ()
    fewest: bool = True
    not_chosen: tuple[Otherwise, ...] = ()
    rivals: tuple[Otherwise, ...] = ()
    kinds: tuple[Otherwise, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return every question that matters, those to ask next first."""
        return (*self.page, *self.later)

    @property
    def cast(self) -> Cast:
        """Return who plays which role in the plan that is shown."""
        return self.situation.cast


def no_plan(catalog: Catalog, situation: Situation, lang: str) -> Advice:
    """Return an advice without verdicts, steps or questions, for those who ask for none."""
    return Advice(catalog, situation, lang, (), (), (), (), (), {}, (), (), 0, ())
