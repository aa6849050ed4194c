"""A life event: who takes part in it, and which services or documents it calls for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from lifejourney.vocabulary.condition import Condition
from lifejourney.vocabulary.due import Due, Kind
from lifejourney.vocabulary.fact import Wording
from lifejourney.vocabulary.scalars import Flag, Line, Noun, Number, Slug, Source, Text
from lifejourney.vocabulary.service import Accommodation


@dataclass(frozen=True, slots=True)
class Person(Noun):
    """Describe a role of an event.

    `many`: several members, at least `minimum`, at most `maximum`, usually `likely`. `group`: not
    a human being but a household, a couple, a business. `when`: exists only then. `may_be`: may be
    played by one of these other roles, or by `other`; the first is the likeliest, unless one is
    named in `likely_when` under a condition on who is who that is met. `is_role`: is each of
    these roles, or one member of it (`heir-1`), under its condition; who applies may so be the one
    who asks, or another. `also`: besides its own members those of these roles play it too, each
    under its condition; `ask_also` is the question how many others there are. `same_when`: this
    group is the group of that name in an event chosen before it. `topic`: where the questions
    about this role belong that name no topic of their own. `worded`: what some members are called
    instead, the first that fits.
    """

    title: Text | None = None
    many: Flag = False
    minimum: Number = 1
    maximum: Number = 12
    likely: Number | None = None
    ask: Text | None = None
    why: Text | None = None
    group: Flag = False
    dead: Flag = False
    when: Condition | None = None
    is_role: Mapping[Slug, Condition | None] = field(default_factory=dict)
    also: Mapping[Slug, Condition | None] = field(default_factory=dict)
    ask_also: Text | None = None
    may_be: tuple[Slug, ...] = ()
    likely_when: Mapping[Slug, Condition] = field(default_factory=dict)
    same_when: Condition | None = None
    topic: Slug | None = None
    worded: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Call(Noun):
    """Call for a service, or for a document as outcome, of a role.

    `excludes`: goals of this event that cannot be had beside it, by slug. `usual`: the kind of
    the document that most people want. `compare`: until one of its kinds is chosen, each is shown
    with what the plan would be; only where neither law nor tact forbids to weigh them.
    """

    of: Slug
    kind: Kind
    service: Slug | None = None
    document: Slug | None = None
    when: Condition | None = None
    usual: Slug | None = None
    excludes: tuple[Slug, ...] = ()
    compare: Flag = False
    tone: Literal["joy", "neutral"] = "neutral"
    why: Text | None = None

    @property
    def target(self) -> str:
        """Return the slug of the service or document that is called for."""
        return self.service or self.document or ""


@dataclass(frozen=True, slots=True)
class Condolence(Noun):
    """Hold words of sympathy, for those of whom `when` is known to hold; without it for all."""

    text: Text
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Treatment(Noun):
    """Say who of an event may ask for special treatment at any counter, and for which.

    It is told once `when` is known to hold.
    """

    who: Text
    accommodations: tuple[Accommodation, ...]
    when: Condition
    source: Slug | None = None


@dataclass(frozen=True, slots=True)
class LifeEvent(Noun):
    """Describe one life event (cv:LifeEvent) in a stage of life.

    `condolence` takes the place of the `greeting` once its `when` is known to hold. `entries`: what
    somebody says to whom the title would be hard to read, offered beside it.
    """

    slug: Slug
    title: Text
    summary: Text
    stage: Slug
    persons: Mapping[Slug, Person]
    calls_for: tuple[Call, ...]
    due: tuple[Due, ...] = ()
    also_called: tuple[Line, ...] = ()
    entries: tuple[Text, ...] = ()
    sensitive: Flag = False
    greeting: Text | None = None
    condolence: Condolence | None = None
    special_treatment: tuple[Treatment, ...] = ()
    sources: Mapping[Slug, Source] = field(default_factory=dict)
