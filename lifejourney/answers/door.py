"""Turn raw input into a request in which every name is known and every value fits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Final

from lifejourney.answers.contradictions import Contradictions, Declared, declared_of
from lifejourney.answers.declined import DeclinedReader
from lifejourney.answers.faults import Faults, choose, shown
from lifejourney.answers.identities import meant_by
from lifejourney.answers.names import Names
from lifejourney.answers.papers import PaperReader
from lifejourney.answers.persons import PersonReader, roles_of
from lifejourney.answers.renames import in_present_names
from lifejourney.answers.request import Request
from lifejourney.answers.saved import IGNORE, UNKNOWN, without_unknown
from lifejourney.answers.shape import Shape, read_shape
from lifejourney.answers.steps import StepReader
from lifejourney.answers.values import ValueReader, read_choice, read_day
from lifejourney.catalog import Catalog
from lifejourney.days import Days
from lifejourney.errors import InvalidRequest, Words, did_you_mean
from lifejourney.planning.constraints import ends_of
from lifejourney.situation import Cast, Situation, build_cast

FactKey = tuple[str, str]
INCLUDES: Final = ("verdicts", "plan", "questions")
CHANNELS: Final = ("electronic", "counter")
FASTEST: Final = "fastest"
PREFERENCES: Final = (FASTEST, "cheapest", "fewest-visits")


def read_request(
    catalog: Catalog, raw: object, today: date, *, of_all_events: bool = False
) -> Request:
    """Check the decoded body of a request; without `date` the advice is for `today`.

    `of_all_events`: no event need be named, the people of every one are spoken of. A request that
    says `unknown: ignore` is read without what the catalog does not know.

    Raises InvalidRequest with everything that is wrong, and nothing else.
    """
    read = partial(_read, catalog, today, of_all_events)
    if isinstance(raw, Mapping) and raw.get("unknown") == IGNORE:
        return without_unknown(read, raw)
    return read(raw)


def _read(catalog: Catalog, today: date, of_all_events: bool, raw: object) -> Request:  # noqa: FBT001 - as above
    """Return the request, or raise InvalidRequest."""
    faults = Faults()
    shape = in_present_names(catalog.register, read_shape(raw, faults))
    request = _Reading(catalog, shape, today, faults, of_all_events).request()
    if faults.problems:
        raise InvalidRequest(faults.problems)
    return request


@dataclass
class _Reading:
    """Read the parts of one request, each knowing those before it."""

    catalog: Catalog
    shape: Shape
    today: date
    faults: Faults
    of_all_events: bool = False
    facts: dict[FactKey, object] = field(default_factory=dict)
    keys: dict[FactKey, str] = field(default_factory=dict)

    def request(self) -> Request:
        """Return the request, as far as it could be read."""
        single, faults = self.shape.single, self.faults
        day = self.today
        for date_ in self.shape.dates:
            day = read_day(date_, "date", faults) or self.today
        self.catalog = self.catalog.on(day)
        events, assumed = self._events()
        roles = roles_of(self.catalog, assumed)
        persons = PersonReader(roles, self.shape.persons, faults).read()
        cast, declared = self._stage(assumed, persons)
        names = Names(self.catalog, cast, faults)
        self._answers(names, day)
        situation = Situation(cast, day, self.facts)
        self._to_those_meant(meant_by(self.catalog, situation, persons))
        Contradictions(declared, situation, self.keys, faults).report()
        papers = PaperReader(names, day, faults)
        for where, text in self.shape.include:
            read_choice(text, INCLUDES, where, faults)
        read_choice(single.get("unknown", UNKNOWN[0]), UNKNOWN, "unknown", faults)
        declined = DeclinedReader(papers, roles, self.facts).read(self.shape.declined)
        held, valid_until = papers.read(self.shape.held, self.shape.lacking)
        return Request(
            events=events,
            day=day,
            facts=self.facts,
            declined=declined,
            persons=persons,
            papers=held,
            valid_until=valid_until,
            wanted=papers.wanted(self.shape.wanted),
            done=StepReader(names, faults).read(self.shape.done),
            prefer=self._prefer(),
            lang=self._lang(),
            channel=read_choice(single.get("channel", CHANNELS[0]), CHANNELS, "channel", faults)
            or CHANNELS[0],
        )

    def _stage(
        self, events: tuple[str, ...], persons: Mapping[str, int | str]
    ) -> tuple[Cast, Declared]:
        """Return who takes part in events, and what the catalog declares of these people."""
        catalog = self.catalog

        def make() -> tuple[Cast, Declared]:
            """Work both out: for most requests they are the same."""
            cast = build_cast(catalog, events, persons)
            return cast, declared_of(catalog, cast)

        return catalog.remembered(("stage", events, tuple(persons.items())), make)

    def _events(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the events, and those that the rest of the request is read for.

        A mistyped event is taken for the one it resembles, so that its persons are known.
        """
        if self.of_all_events:
            return tuple(self.catalog.events), tuple(self.catalog.events)
        known: list[str] = []
        assumed: list[str] = []
        for where, text in self.shape.events:
            if text in known:
                what = Words(f"'{text}' disebut dua kali", f"'{text}' is named twice")
                self.faults.add("repeated-event", where, what, Words("hapus satu", "remove one"))
            elif text in self.catalog.events:
                known.append(text)
                assumed.append(text)
            else:
                assumed += self._unknown_event(text, where)
        if not self.shape.events and not self.faults.has("events"):
            what = Words("belum ada peristiwa yang dipilih", "no event was chosen")
            self.faults.add("no-event", "events", what, choose("", self.catalog.events))
        return tuple(known), tuple(dict.fromkeys(assumed)) or tuple(self.catalog.events)

    def _unknown_event(self, text: str, where: str) -> tuple[str, ...]:
        """Report an event that is not in the catalog; return those it may have meant."""
        events = self.catalog.events
        called = {
            name.casefold(): slug
            for slug, event in events.items()
            for name in (slug, event.title.id, event.title.in_language("en"), *event.also_called)
        }
        what = Words(f"peristiwa '{shown(text)}' tidak ada", f"there is no event '{shown(text)}'")
        near = called.get(text.casefold())
        remedy = did_you_mean(near, [near]) if near else choose(text, events)
        self.faults.add("unknown-event", where, what, remedy)
        if near is None:
            near = next((slug for slug in events if did_you_mean(text[:100], [slug])), None)
        return tuple(events) if near is None else (near,)

    def _answers(self, names: Names, day: date) -> None:
        """Read the answers; two names of one fact may not differ."""
        reader = ValueReader(self.catalog, day, self.faults)
        for key, value in self.shape.answers.items():
            where = f"answers.{shown(key)}"
            found = names.fact(key, where)
            if found is None:
                continue
            typed = reader.read(found[1], value, where)
            if typed is not None:
                self._keep((found[0], found[1].name), typed, key)

    def _keep(self, fact: FactKey, value: object, key: str) -> None:
        """Keep an answer, or report that the same was answered otherwise.

        Of two dates of which one is told more exactly that one is kept.
        """
        if fact in self.facts and _is_part(self.facts[fact], value):
            return
        if fact in self.facts and not _is_part(value, self.facts[fact]):
            before = self.keys[fact]
            what = Words(
                f"{before} = {self.facts[fact]} dan {key} = {value} menjawab hal yang sama",
                f"{before} = {self.facts[fact]} and {key} = {value} answer the same question",
            )
            remedy = Words("hapus salah satunya", "remove one of them")
            self.faults.add("contradiction", f"answers.{key}", what, remedy)
            return
        self.facts[fact] = value
        self.keys[fact] = key

    def _to_those_meant(self, meant: Mapping[str, str]) -> None:
        """Give answers about a role to the member who is known to play it."""
        for role, member in meant.items():
            for fact in [fact for fact in self.facts if fact[0] == role]:
                self._keep((member, fact[1]), self.facts.pop(fact), self.keys.pop(fact))

    def _lang(self) -> str:
        """Return the language of the answer: that of the catalog unless another is asked for."""
        known = self.catalog.country.languages
        text = self.shape.single.get("lang", known[0])
        return read_choice(text, known, "lang", self.faults) or known[0]

    def _prefer(self) -> str:
        """Return what the plan should prefer."""
        text = self.shape.single.get("prefer", FASTEST)
        return read_choice(text, PREFERENCES, "prefer", self.faults) or FASTEST


def _is_part(value: object, of: object) -> bool:
    """Tell whether an answer says the same as another, or the same more exactly."""
    if isinstance(of, Days):
        first, last = ends_of(value)
        return first in of and last in of
    return value == of
