"""A type of paper or electronic record: whose it is, where it comes from, who signs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lifejourney.vocabulary.condition import Condition
from lifejourney.vocabulary.due import Due
from lifejourney.vocabulary.figures import Validity
from lifejourney.vocabulary.scalars import Flag, Line, Noun, Number, Slug, Source, Text


@dataclass(frozen=True, slots=True)
class Usual(Noun):
    """Say whether people usually hold a paper today; `when` it can be held at all."""

    state: Literal["held", "lacking"]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Document(Noun):
    """Describe one type of evidence (cccev:EvidenceType).

    `of`: the roles that can hold it, or `("person",)`. `origin`: `service` (its producers are
    derived), `self` (written by the citizen, signed by the roles `signed_by`) or `other` (the
    `issuer` is named). `kind_of`: who asks for that general document accepts this one. `ask`: the
    question whether it is at hand, where the usual words do not fit; `choose`: the question which
    of its kinds is wanted. `stamps`: how many duty stamps
    (meterai) it takes to make one.
    """

    slug: Slug
    title: Text
    of: tuple[Slug, ...]
    origin: Literal["service", "self", "other"]
    plain: Text | None = None
    also_called: tuple[Line, ...] = ()
    issuer: Text | None = None
    signed_by: tuple[Slug, ...] = ()
    kind_of: Slug | None = None
    consequence: Text | None = None
    usual: Usual | None = None
    ask: Text | None = None
    choose: Text | None = None
    made_by_event: Flag = False
    available_when: Condition | None = None
    valid_for: Validity | None = None
    due: Due | None = None
    form: Line | None = None
    stamps: Number = 0
    where_to_get: Text | None = None
    sources: Mapping[Slug, Source] = field(default_factory=dict)
