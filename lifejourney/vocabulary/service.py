"""One abstract public service: whom it serves, what it asks, what it gives, on which law."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from lifejourney.vocabulary.condition import Condition
from lifejourney.vocabulary.due import Due
from lifejourney.vocabulary.figures import Benefit, Cost, Deadline, Opening, Repeat, Span, Time
from lifejourney.vocabulary.scalars import (
    Address,
    Code,
    Day,
    Flag,
    LegalBasis,
    Line,
    Noun,
    Number,
    Slug,
    Source,
    Text,
)

Channel = Literal["counter", "mobile", "self_service", "electronic"]
Accommodation = Literal[
    "home_visit",
    "priority_counter",
    "nursing_room",
    "sign_language",
    "companion",
    "proxy",
    "remote",
]


@dataclass(frozen=True, slots=True)
class SuppliedLater(Noun):
    """Say that a paper may follow: `within` a period `after` a fact's day."""

    within: Span
    after: Line
    source: Slug | None = None


@dataclass(frozen=True, slots=True)
class Alternative(Noun):
    """Name one document that meets a requirement; `of` its holder, None the one served."""

    document: Slug
    of: Slug | None = None
    when: Condition | None = None
    substitute: Flag = False


@dataclass(frozen=True, slots=True)
class Requirement(Noun):
    """Ask for a document: any of the alternatives, in the order of preference."""

    any: tuple[Alternative, ...]
    when: Condition | None = None
    copies: Number = 0
    original: Flag = True
    kept: Flag = False
    supplied_later: SuppliedLater | None = None
    note: Text | None = None

    @property
    def ranked(self) -> tuple[Alternative, ...]:
        """Return the alternatives by rank: substitutes after all that are none."""
        return tuple(sorted(self.any, key=lambda way: way.substitute))


@dataclass(frozen=True, slots=True)
class Result(Noun):
    """Name a document that the service makes, when, and the papers asked for it alone."""

    document: Slug
    of: Slug | None = None
    when: Condition | None = None
    requires: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark(Noun):
    """Tell a text to those whom it concerns: `when` may hold, and the step makes `result`."""

    text: Text
    when: Condition | None = None
    result: Slug | None = None


@dataclass(frozen=True, slots=True)
class Standard(Noun):
    """Hold the seven inner components of a service standard (PermenPANRB 15/2014)."""

    facilities: Text | None = None
    staff_competence: Text | None = None
    internal_supervision: Text | None = None
    staff_count: Text | None = None
    service_guarantee: Text | None = None
    safety_guarantee: Text | None = None
    performance_evaluation: Text | None = None


@dataclass(frozen=True, slots=True)
class Complaint(Noun):
    """Name where complaints go: the unit's own channel, beside that of the country."""

    channel: Text
    url: Address | None = None
    phone: Line | None = None
    source: Slug | None = None


@dataclass(frozen=True, slots=True)
class Tags(Noun):
    """Relate a service to national aims: Asta Cita missions (1 to 8) and RAL codes."""

    asta_cita: tuple[Number, ...] = ()
    ral: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Change(Noun):
    """Hold what differs in a service from a day on: the keys of a service and their new values.

    `ends`: the keys that no longer hold.
    """

    from_day: Day
    set: Mapping[str, Any] = field(default_factory=dict)
    source: Slug | None = None
    ends: tuple[Line, ...] = ()


Figure = Time | Cost | Deadline | Opening | Repeat | Benefit
_FIGURES = (
    "processing_time",
    "cost",
    "response_time",
    "deadline",
    "opens",
    "repeats",
    "benefit",
)


@dataclass(frozen=True, slots=True)
class Service(Noun):
    """Describe one public service (cpsv:PublicService).

    `serves`: the roles it is for, or `("person",)` for any human role. `procedure`,
    `processing_time`, `cost`, `produces`, `requires` and the complaint channel are the six
    components of PermenPANRB 15/2014 that must be published; `legal` is the seventh.
    `in_person`: somebody has to come once, also where it is applied for electronically.
    `always_open`: day and night, on days off too.
    `filed_with`: the services with which it is one application, at one counter on one visit.
    """

    slug: Slug
    code: Code
    title: Text
    plain: Text
    serves: tuple[Slug, ...]
    authority: Slug
    procedure: tuple[Remark, ...]
    processing_time: Time
    cost: Cost
    channels: tuple[Channel, ...]
    legal: tuple[LegalBasis, ...]
    also_called: tuple[Line, ...] = ()
    acts: Literal["citizen", "automatic", "other"] = "citizen"
    actor: Text | None = None
    applies: Condition | None = None
    requires: tuple[Requirement, ...] = ()
    produces: tuple[Result, ...] = ()
    updates: Slug | None = None
    response_time: Time | None = None
    deadline: Deadline | None = None
    opens: Opening | None = None
    repeats: Repeat | None = None
    due: tuple[Due, ...] = ()
    in_person: Flag = False
    always_open: Flag = False
    filed_with: tuple[Slug, ...] = ()
    accommodations: tuple[Accommodation, ...] = ()
    benefit: Benefit | None = None
    proxy: Text | None = None
    say: tuple[Remark, ...] = ()
    sent_back_when: tuple[Remark, ...] = ()
    check_result: tuple[Remark, ...] = ()
    note: tuple[Remark, ...] = ()
    complaint: Complaint | None = None
    standard: Standard = field(default_factory=Standard)
    tags: Tags = field(default_factory=Tags)
    official_code: Line | None = None
    sippn_id: Line | None = None
    sources: Mapping[Slug, Source] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    @property
    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Yield every figure on which sources may not agree, with its key."""
        for key in _FIGURES:
            figure: Figure | None = getattr(self, key)
            if figure is not None:
                yield key, figure

    @property
    def remarks(self) -> Iterator[tuple[tuple[str, int], Remark]]:
        """Yield every remark with the path to it."""
        for key in ("procedure", "say", "sent_back_when", "check_result", "note"):
            for at, remark in enumerate(getattr(self, key)):
                yield (key, at), remark
