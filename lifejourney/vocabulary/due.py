"""What falls due in a life without being asked for: when, for whom, and why."""

from dataclasses import dataclass
from typing import Literal

from lifejourney.vocabulary.condition import Condition
from lifejourney.vocabulary.figures import Span
from lifejourney.vocabulary.scalars import Day, LegalBasis, Line, MonthDay, Noun, Number, Slug, Text

Kind = Literal["duty", "right", "advice"]


@dataclass(frozen=True, slots=True)
class Due(Noun):
    """Say when something falls due, in exactly one of four ways.

    `at_age`: on the birthday on which somebody is so old, or (with `by`) on the first such day of
    a year on which they are. `within` a period `after` a fact's day. `on` one day,
    the same for everybody. `before_expiry`, on a document
    alone: on the last day of the paper, to be seen to from so long before. It is due for those of
    the roles `of` (on a service without it: whom it is for) of whom `when` holds on the day of the
    advice. `title`: what it is called, else as what it stands on.
    """

    kind: Kind
    why: Text
    of: tuple[Slug, ...] = ()
    at_age: Number | None = None
    by: MonthDay | None = None
    within: Span | None = None
    after: Line | None = None
    before_expiry: Span | None = None
    when: Condition | None = None
    on: Day | None = None
    title: Text | None = None
    legal: tuple[LegalBasis, ...] = ()
    source: Slug | None = None
