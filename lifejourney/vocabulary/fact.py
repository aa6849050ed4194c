"""One thing that can be known about somebody, and how to ask it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lifejourney.vocabulary.condition import Condition
from lifejourney.vocabulary.scalars import Flag, Line, Noun, Number, Slug, Text

FactType = Literal["boolean", "choice", "integer", "money", "date", "text"]
DataClass = Literal["none", "general", "specific"]


@dataclass(frozen=True, slots=True)
class Option(Noun):
    """One answer of a choice; `likelihood` weighs it against the others."""

    title: Text
    likelihood: Number = 1
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Derived(Noun):
    """Say from what a fact follows: the years or days since a date, or a condition.

    `value`: the one option that it has for whoever it is defined (a newborn is a child).
    """

    years_since: Slug | None = None
    days_since: Slug | None = None
    condition: Condition | None = None
    value: Slug | None = None


@dataclass(frozen=True, slots=True)
class Wording(Noun):
    """Ask in other words where `when` is known to hold, as of a baby that has died."""

    when: Condition
    title: Text
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Fact(Noun):
    """Describe one fact of one kind of holder (an information concept of the CCCEV).

    `of`: the roles that have it, or `("person",)`. `likelihood` weighs true and false of a
    boolean; `likely` is the usual number, or for a date the usual number of days before the
    day of the advice. Both are estimates that order questions and suppose answers, nothing more.
    `data_class` follows UU 27/2022 article 4. `changeable`: it can happen to a person, or be
    changed by one; `forward`: only to more, to later, from false to true, or to an option further
    down. `worded`: other words for some, the first that fit. `effort`: 1 known by heart, 2 to be
    looked up or thought about, 3 a paper or somebody else is needed.
    """

    name: Slug
    of: tuple[Slug, ...]
    type: FactType
    title: Text
    why: Text
    worded: tuple[Wording, ...] = ()
    data_class: DataClass = "none"
    options: Mapping[Slug, Option] = field(default_factory=dict)
    likelihood: Mapping[Literal["true", "false"], Number] = field(default_factory=dict)
    likely: Number | None = None
    minimum: Line | None = None
    maximum: Line | None = None
    regions: Flag = False
    applies_when: Condition | None = None
    derived: Derived | None = None
    never_assumed: Flag = False
    changeable: Flag = False
    forward: Flag = False
    effort: Number = 1
    topic: Slug | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Constraint(Noun):
    """Declare what cannot be: answers of which `never` is true contradict each other."""

    never: Condition | None = None
    compare: Line | None = None
    why: Text | None = None
