"""Names of people, papers, steps, offices and answers, as they are shown."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from babel import Locale
from babel.dates import format_date

from lifejourney.advice import Advice, PlannedStep
from lifejourney.advice.offices import office_region, region_of
from lifejourney.advice.progress import unlocked_by
from lifejourney.answers.names import ALIVE, written
from lifejourney.catalog import GENERIC, SELF
from lifejourney.days import Days
from lifejourney.errors import Words, spoken
from lifejourney.explanation import coming_words, words
from lifejourney.explanation.amounts import money_text, unit_word
from lifejourney.explanation.concerning import Concerning
from lifejourney.planning import Paper
from lifejourney.vocabulary import Fact, Service, Text

_LOCALES: Final = {lang: Locale(lang) for lang in ("id", "en")}
P = ParamSpec("P")
T = TypeVar("T")
_Named = Callable[Concatenate["Naming", P], T]


def _kept(name_of: _Named[P, T]) -> _Named[P, T]:
    """Keep each name for as long as the advice: it names the same few a thousand times."""

    @wraps(name_of)
    def named(naming: "Naming", /, *given: P.args, **further: P.kwargs) -> T:
        key = (name_of, given, *further.items())
        if key not in naming.kept:
            naming.kept[key] = name_of(naming, *given, **further)
        found: T = naming.kept[key]
        return found

    return named


def date_in_words(told: date | Days, lang: str) -> str:
    """Return a date as it was told: a day, "November 2026", "tahun 2026", "umur 34 tahun"."""
    if not isinstance(told, Days):
        return format_date(told, "d MMMM yyyy", locale=_LOCALES[spoken(lang)])
    match told.form, told.ages:
        case "month", _:
            return format_date(told.first, "MMMM yyyy", locale=_LOCALES[spoken(lang)])
        case "year", _:
            return words.IN_YEAR.in_language(lang).format(year=told.first.year)
        case "age", (low, high):
            age = str(low) if low == high else f"{low}\N{EN DASH}{high}"
            return words.AGED.in_language(lang).format(age=age)
        case _:
            first, last = (date_in_words(day, lang) for day in (told.first, told.last))
            return words.BETWEEN_DAYS.in_language(lang).format(first=first, last=last)


@dataclass(frozen=True)
class Naming:
    """Name everything in an advice in its language."""

    advice: Advice

    @cached_property
    def kept(self) -> dict[object, Any]:
        """Hold the names that were asked for; they go with the advice."""
        return {}

    @property
    def lang(self) -> str:
        """Return the language of the advice."""
        return self.advice.lang

    @cached_property
    def concerning(self) -> Concerning:
        """Return which remarks concern the people of the advice."""
        return Concerning(self.advice)

    @cached_property
    def unlocks(self) -> Mapping[str, tuple[str, ...]]:
        """Return for each step of the plan the ids of those that it alone still holds up."""
        return unlocked_by(self.advice.steps)

    @property
    def zone(self) -> str:
        """Return the time zone where the person lives, that of the country if unknown."""
        region = self.advice.catalog.regions.get(region_of(self.advice.situation, SELF) or "")
        return self.advice.catalog.country.time_zone if region is None else region.zone

    def text(self, text: Text | None) -> str | None:
        """Return a text of the catalog, or None."""
        return None if text is None else text.in_language(self.lang)

    def say(self, phrase: Words, **values: object) -> str:
        """Return a phrase of the engine, filled in."""
        return phrase.in_language(self.lang).format(**values)

    def money(self, amount: int) -> str:
        """Return an amount in the country's currency."""
        return money_text(amount, self.lang, self.advice.catalog.country)

    def day(self, day: date) -> str:
        """Return a day as "22 November 2026"."""
        return date_in_words(day, self.lang)

    @cached_property
    def _titles(self) -> Mapping[str, Text]:
        found: dict[str, Text] = {}
        for event in self.advice.cast.events:
            for role, person in self.advice.catalog.events[event].persons.items():
                if person.title is not None:
                    found.setdefault(role, person.title)
                if person.title is not None and person.group:
                    found[f"{role}-{event}"] = person.title
        return found

    def role(self, role: str) -> str:
        """Return the name of a role."""
        base = role if role in self._titles else role.rpartition("-")[0]
        title = self._titles.get(base)
        if role == SELF and title is None:
            return self.say(words.YOU)
        return role if title is None else title.in_language(self.lang)

    @_kept
    def person(self, member: str) -> str:
        """Return the name of a member: "anak ke-2", "almarhum", "Anda", "Anda, ahli waris"."""
        name = self._named(member)
        if member not in self.concerning.asking:
            return name
        return self.say(words.YOU_AS, name=name)

    def _named(self, member: str) -> str:
        found = self.advice.cast.members.get(member)
        if found is None:
            return self.role(member)
        if found.group:
            return self.role(member)
        role = found.roles[0]
        called = self._called(member)
        beside = [p for p in self.advice.cast.parts[role] if p.member.startswith(f"{role}-")]
        if member.startswith(f"{role}-") and len(beside) > 1:
            number = member.removeprefix(f"{role}-")
            return self.say(words.NUMBERED, title=called, number=number)
        return called

    @_kept
    def _called(self, member: str) -> str:
        """Return the name of a member without its number; a baby that has died has its own."""
        found = self.advice.cast.members.get(member)
        role = member if found is None or found.group else found.roles[0]
        events = (self.advice.catalog.events[slug] for slug in self.advice.cast.events)
        for person in (event.persons[role] for event in events if role in event.persons):
            for wording in person.worded:
                if self.concerning.fits(wording.when, member):
                    return wording.title.in_language(self.lang)
        return self.role(role)

    def unit(self, unit: str, number: int) -> str:
        """Return the name of a unit of time; in English it agrees with the number."""
        return unit_word(unit, number, self.lang)

    def paper(self, paper: Paper) -> str:
        """Return the title of a paper."""
        return self.advice.catalog.documents[paper[0]].title.in_language(self.lang)

    def target(self, slug: str) -> str:
        """Return the title of a service or document by its slug."""
        catalog = self.advice.catalog
        noun = catalog.services.get(slug) or catalog.documents[slug]
        return noun.title.in_language(self.lang)

    def step(self, id_: str) -> str:
        """Return the title of a step by its id."""
        code = id_.partition("@")[0]
        service = self.advice.catalog.by_code.get(code)
        return id_ if service is None else service.title.in_language(self.lang)

    def planned(self, step: PlannedStep) -> str:
        """Return the title of a step, or of bringing the paper that follows it."""
        title = step.service.title.in_language(self.lang)
        if step.follow_up is None:
            return title
        return self.say(words.FOLLOW_UP, paper=self.paper(step.follow_up.ask.paper), step=title)

    def event(self, slug: str) -> str:
        """Return the title of an event."""
        return self.advice.catalog.events[slug].title.in_language(self.lang)

    @_kept
    def definition(self, member: str, name: str) -> Fact | None:
        """Return the fact `name` of a member, in the words that fit who is who."""
        found = self.advice.cast.members.get(member)
        roles = found.roles if found is not None else (member,)
        fact = self.advice.catalog.fact_among(roles, name)
        for words_ in fact.worded if fact is not None else ():
            if fact is not None and self.concerning.fits(words_.when, member):
                return replace(fact, title=words_.title, why=words_.why or fact.why)
        return fact

    def value(self, fact: Fact, value: object) -> str:
        """Return an answer as it is shown."""
        match value:
            case bool():
                return self.say(words.YES if value else words.NO)
            case date() | Days():
                return date_in_words(value, self.lang)
            case str() if value in fact.options:
                return fact.options[value].title.in_language(self.lang)
            case str() if fact.regions and value in self.advice.catalog.regions:
                return self.advice.catalog.regions[value].name
            case int() if fact.type == "money":
                return self.money(value)
            case _:
                return str(value)

    def authority(self, service: Service, member: str) -> str:
        """Return the office of a service, with the name of the region of the person if known."""
        authority = self.advice.catalog.authorities[service.authority]
        at = region_of(self.advice.situation, member)
        unit = None if at is None else self.advice.catalog.unit(authority.slug, at)
        if unit is not None:
            return unit.title.in_language(self.lang)
        title = authority.title.in_language(self.lang)
        region = office_region(authority, self.advice.situation, member)
        known = self.advice.catalog.regions.get(region or "")
        return title if known is None else f"{title} {known.name}"

    @_kept
    def key(self, member: str, name: str) -> str:
        """Return a fact as it is written in answers: `child[2].birth_date`, `mother.alive`."""
        return f"{written(member, self.advice.cast)}.{name}"

    def id(self, id_: str) -> str:
        """Return the id of an unknown as it is told: a fact as in answers, all others as it is."""
        return id_ if ":" in id_ else self.key(*id_.split(".", 1))

    def ids(self, ids: Iterable[str]) -> list[str]:
        """Return the ids of unknowns as they are told."""
        return [self.id(id_) for id_ in ids]

    def unknown(self, id_: str) -> str:
        """Return the question behind the id of an unknown."""
        if id_.startswith("document:"):
            document, _, member = id_.removeprefix("document:").partition("@")
            return self.held((document, member))
        if id_.startswith("choice:"):
            document, _, member = id_.removeprefix("choice:").partition("@")
            return self.choice((document, member))
        if id_.startswith("persons:"):
            return self.who(id_.removeprefix("persons:"))
        return self.question(*id_.split(".", 1))

    def held(self, paper: Paper) -> str:
        """Return the question whether somebody has a paper."""
        document, person = self.advice.catalog.documents[paper[0]], self.person(paper[1])
        if document.ask is not None:
            return f"{document.ask.in_language(self.lang)} ({person})"
        return self.say(words.HELD_QUESTION, paper=self.paper(paper), person=person)

    def is_grave(self, id_: str) -> bool:
        """Tell whether an unknown is one too grave to be supposed, or spoken of unasked."""
        member, _, name = id_.partition(".")
        fact = self.definition(member, name)
        return fact is not None and fact.never_assumed

    def is_told_back(self, member: str | None, name: str | None) -> bool:
        """Tell whether an answer may be repeated as a reason: not one that is grave."""
        fact = self.definition(member or "", name or "")
        return fact is None or not (fact.never_assumed or name == ALIVE)

    def until(self, paper: Paper) -> str:
        """Return the question until when a paper is valid."""
        phrase = coming_words.UNTIL_QUESTION
        return self.say(phrase, paper=self.paper(paper), person=self.person(paper[1]))

    def choice(self, paper: Paper) -> str:
        """Return the question which kind of a paper, or which of several rivals, is wanted."""
        document = self.advice.catalog.documents.get(paper[0])
        if document is not None and document.choose is not None:
            return document.choose.in_language(self.lang)
        return self.say(
            words.CHOICE_QUESTION, paper=self.target(paper[0]), person=self.person(paper[1])
        )

    @_kept
    def question(self, member: str, name: str) -> str:
        """Return the question of a fact, with the person where it does not say whose it is.

        Whoever is known to be the one who asks is spoken to, where a question of `self` can.
        """
        fact = self.definition(member, name)
        if fact is None:
            return f"{member}.{name}"
        own = self.advice.catalog.fact(SELF, name)
        if own is not None and own.of == (SELF,) and member in self.concerning.asking:
            return own.title.in_language(self.lang)
        title = fact.title.in_language(self.lang)
        return title if self.is_told(member, fact) else f"{title} ({self.person(member)})"

    def is_told(self, member: str, fact: Fact) -> bool:
        """Tell whether the question of a fact says itself about whom it is."""
        of_one = len(fact.of) == 1 and GENERIC not in fact.of
        if of_one and self.person(member) == self._called(member):
            return True
        words_ = re.findall(r"\w+", fact.title.in_language(self.lang).casefold())
        named = set(re.findall(r"\w+", self.person(member).casefold()))
        return named <= set(words_)

    def is_household(self, role: str) -> bool:
        """Tell whether a role asks if the group of another event is the same as this one."""
        return any(
            role.removesuffix(f"-{event}") != role
            and role not in self.advice.catalog.events[event].persons
            for event in self.advice.cast.events
        )

    def listed(self, texts: Iterable[str]) -> str:
        """Return texts as one list: "A, B dan C"."""
        *first, last = texts
        return self.say(words.AND, first=", ".join(first), last=last) if first else last

    def who(self, role: str) -> str:
        """Return the question who, or how many, plays a role."""
        for event in self.advice.cast.events:
            person = self.advice.catalog.events[event].persons.get(role)
            if person is not None and person.ask is not None:
                others = any(map(self.concerning.may_play, self.advice.cast.others(role)))
                asked = person.ask_also if others else None
                return (asked or person.ask).in_language(self.lang)
            group = role.removesuffix(f"-{event}")
            if group != role:
                household = self.advice.catalog.events[event].persons[group].ask
                if household is not None:
                    return household.in_language(self.lang)
                return self.say(words.HOUSEHOLD_QUESTION, role=self.role(group))
        phrase = words.COUNT_QUESTION if role in self.advice.cast.counts else words.WHO_QUESTION
        return self.say(phrase, role=self.role(role))
