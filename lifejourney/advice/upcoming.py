"""Find what falls due: by the rules of the catalog, by papers that end, by the plan itself.

What is not known is "perhaps", never "no": another answer can make it certain or take it away,
and no answer takes away what is certain.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import Final

from lifejourney.advice.coming import Coming, Moment, Upcoming
from lifejourney.advice.dates import counted_from
from lifejourney.advice.model import Advice, Question
from lifejourney.advice.planned import planned
from lifejourney.advice.questions import PAPERS, PERSONS
from lifejourney.catalog import SELF, Catalog
from lifejourney.days import Days, aged
from lifejourney.feel import parse_test
from lifejourney.planning import Paper
from lifejourney.planning.constraints import ends_of
from lifejourney.planning.left import known_atom
from lifejourney.program import FactAtom, Formulas, Grounder, Trace
from lifejourney.program.grounding import IT
from lifejourney.schedule import (
    Ahead,
    each_year,
    last_day,
    look_ahead_to,
    of_age,
    some_time_after,
)
from lifejourney.situation import Situation, fact_id, paper_id, persons_id
from lifejourney.vocabulary import Document, Due, FactTest, Kind, LifeEvent, Service

KINDS: Final[tuple[Kind, ...]] = ("duty", "right", "advice")
BIRTH: Final = "birth_date"
AGE: Final = "age"
_LIVES: Final = FactTest(IT, "alive", parse_test("true"))


def upcoming_in(advice: Advice, chosen: tuple[str, ...], months: int) -> Upcoming:
    """Return what falls due in so many months from the day of the advice on."""
    ahead = look_ahead_to(advice.situation.day, months, advice.catalog.calendar)
    found = [*_Looking(advice, ahead).everything(), *planned(advice, ahead)]
    due = sorted(found, key=lambda one: (_first(one), KINDS.index(one.kind), one.member, one.key))
    return Upcoming(advice, chosen, months, ahead, tuple(due), tuple(_questions(advice, due)))


def _first(one: Coming) -> date:
    return date.max if one.between is None else one.between.first


def _questions(advice: Advice, due: Iterable[Coming]) -> Iterator[Question]:
    """Yield what to ask, the most deciding first; what was declined is not asked again."""
    asked = (dict.fromkeys((*one.depends_on, *one.inexact)) for one in due)
    counts = Counter(id_ for ids in asked for id_ in ids)
    papers = {paper_id(one.paper): one.paper for one in due if one.paper is not None}
    for id_, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if id_ in advice.situation.declined:
            continue
        if id_ in papers:
            yield Question("documents", (id_,), PAPERS, papers=(papers[id_],), decides=count)
        elif id_.startswith("persons:"):
            role = id_.removeprefix("persons:")
            topic = advice.catalog.topic_of(role) or PERSONS
            yield Question("persons", (id_,), topic, role=role, decides=count)
        elif (key := _fact_of(advice, id_)) is not None:
            yield _about(advice, key, count)


def _fact_of(advice: Advice, id_: str) -> tuple[str, str] | None:
    """Return the member and the fact that an id asks for; None for a choice of the plan."""
    member, _, name = id_.partition(".")
    found = advice.cast.members.get(member)
    known = found is not None and advice.catalog.fact_among(found.roles, name) is not None
    return (member, name) if known else None


def _about(advice: Advice, key: tuple[str, str], count: int) -> Question:
    roles = advice.cast.members[key[0]].roles
    fact = advice.catalog.fact_among(roles, key[1])
    is_date = fact is not None and fact.type == "date"
    return Question(
        "facts",
        (fact_id(*key),),
        advice.catalog.topic_among(roles, key[1]) or PERSONS,
        fact=key,
        precision="day" if is_date else None,
        decides=count,
    )


@dataclass(frozen=True)
class _When:
    """Hold on which days something falls due, as far as known, and what would tell."""

    days: Days | None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Looking:
    """Look at every rule for everybody of whom something was said."""

    advice: Advice
    ahead: Ahead

    @property
    def catalog(self) -> Catalog:
        return self.advice.catalog

    @property
    def situation(self) -> Situation:
        return self.advice.situation

    def everything(self) -> Iterator[Coming]:
        """Yield what falls due by a rule, each year, and with a paper."""
        for service in sorted(self.catalog.services.values(), key=lambda one: one.code):
            for at, rule in enumerate(service.due):
                for member in self._members(rule.of or service.serves):
                    yield from self._by_rule(rule, member, at, service)
            if service.repeats is not None and service.repeats.by:
                for member in self._members(service.serves):
                    yield from self._yearly(service, member)
        for event in self.catalog.events.values():
            for at, rule in enumerate(event.due):
                for member in self._members(rule.of):
                    yield from self._by_rule(rule, member, at, event)
        for paper in self._papers():
            yield from self._expiry(paper)

    # For whom.

    @cached_property
    def _told(self) -> tuple[str, ...]:
        """Return the one who asks, and everybody else of whom something was said."""
        cast, situation = self.advice.cast, self.situation
        spoken = {who for who, _ in situation.facts} | {who for _, who in situation.papers}
        counted = {role for role, count in cast.counts.items() if count is not None}
        return tuple(
            id_
            for id_, member in cast.members.items()
            if id_ == SELF or id_ in spoken or not counted.isdisjoint(member.roles)
        )

    def _members(self, roles: tuple[str, ...]) -> Iterator[str]:
        for id_ in self._told:
            member = self.advice.cast.members[id_]
            if any(self.catalog.covers(roles, role) for role in member.roles):
                yield id_

    # Whether.

    @cached_property
    def _grounder(self) -> Grounder:
        return Grounder(self.catalog, self.advice.cast, Formulas())

    @cached_property
    def _trace(self) -> Trace:
        return Trace(self._grounder.formulas, partial(known_atom, situation=self.situation))

    def _concerns(self, member: str, *conditions: object) -> tuple[str, ...] | None:
        """Return what is unknown of whether a rule is about a member; None if it is not."""
        found = self.advice.cast.members[member]
        bound = {IT: member, **dict.fromkeys(found.roles, member)}
        lives = () if found.group else (_LIVES,)
        formulas = [self._grounder.ground(one, bound) for one in (*lives, *conditions)]
        formula = self._grounder.formulas.all_of([self._grounder.exists(member), *formulas])
        value = self._trace.value(formula)
        if value is not None:
            return () if value else None
        return tuple(dict.fromkeys(map(_id, self._trace.deciding(formula))))

    # When.

    def _by_rule(
        self, rule: Due, member: str, at: int, of: Service | LifeEvent
    ) -> Iterator[Coming]:
        """Yield what falls due by an age, a period after another day, or on one day."""
        service = of if isinstance(of, Service) else None
        once = rule.at_age is not None or rule.on is not None
        if service is not None and once and self._is_done(service, member):
            return
        when, moment = self._when(rule, member, service)
        coming = Coming(
            moment,
            member,
            rule.kind,
            f"{of.slug}-{at}",
            when.days,
            rule=rule,
            service=service,
            event=of.slug if service is None else None,
        )
        yield from self._in_window(coming, when, self._concerns(member, rule.when))

    def _when(self, rule: Due, member: str, service: Service | None) -> tuple[_When, Moment]:
        if rule.at_age is not None:
            birth = self._birth(member)
            if birth.days is None:
                return birth, "age"
            return replace(birth, days=of_age(birth.days, rule.at_age, rule.by)), "age"
        if rule.on is not None:
            return _When(Days(rule.on, rule.on)), "day"
        key = counted_from(self.advice.cast, member, rule.after or "")
        told = None if key is None else self.situation.facts.get(key)
        unknown = () if key is None else (fact_id(*key),)
        if rule.within is None or not isinstance(told, (date, Days)):
            return _When(None, unknown), "after"
        calendar = self.catalog.calendar
        if service is not None:
            calendar = self.catalog.calendar_of(service.authority)
        first, last = ends_of(told)
        days = some_time_after(Days(first, last), rule.within.duration, calendar)
        return _When(days, unknown), "after"

    def _birth(self, member: str) -> _When:
        """Return the days of birth that are possible, by the day of birth or the age told."""
        facts = self.situation.facts
        told, age = facts.get((member, BIRTH)), facts.get((member, AGE))
        asked = BIRTH if self._grounder.definition(member, BIRTH) is not None else AGE
        unknown = (fact_id(member, asked),)
        if isinstance(told, (date, Days)):
            first, last = ends_of(told)
            return _When(Days(first, last), unknown)
        if isinstance(age, int):
            return _When(aged(age, age, self.situation.day), unknown)
        return _When(None, unknown)

    def _is_done(self, service: Service, member: str) -> bool:
        """Tell whether somebody has what a service makes once in a life, or has ticked it off."""
        if f"{service.code}@{member}" in self.situation.done:
            return True
        made = {kind for one in service.produces for kind in self.catalog.kinds(one.document)}
        return any(self.situation.papers.get((kind, member)) for kind in made)

    def _yearly(self, service: Service, member: str) -> Iterator[Coming]:
        if service.repeats is None:
            return
        concerns = self._concerns(member, service.applies)
        kind = self._kind(service)
        for day in each_year(service.repeats.by, self.ahead):
            key = f"{service.slug}-{day.isoformat()}"
            coming = Coming("yearly", member, kind, key, Days(day, day), service=service)
            yield from self._in_window(coming, _When(coming.between), concerns)

    def _kind(self, service: Service) -> Kind:
        """Return what a service is to whoever an event calls it for; a duty comes first."""
        made = {result.document for result in service.produces}
        calls = (call for event in self.catalog.events.values() for call in event.calls_for)
        found = [
            call.kind
            for call in calls
            if call.service == service.slug
            or (call.document and not made.isdisjoint(self.catalog.kinds(call.document)))
        ]
        return min(found, key=KINDS.index, default="advice")

    # Papers.

    def _papers(self) -> Iterator[Paper]:
        """Yield the papers at hand, and those of which one who asks may have to be reminded."""
        held = [paper for paper, is_held in sorted(self.situation.papers.items()) if is_held]
        yield from held
        spoken = {document for document, who in self.situation.papers if who == SELF}
        for slug, document in self.catalog.documents.items():
            kinds = self.catalog.kinds(slug)
            if document.due is not None and spoken.isdisjoint(kinds):
                yield from ((slug, who) for who in self._members(document.of) if who == SELF)

    def _expiry(self, paper: Paper) -> Iterator[Coming]:
        """Yield the last day of a paper; nothing of one that never ends."""
        document, rule = self._ending(paper[0])
        if rule is None and document.valid_for is None and paper not in self.situation.valid_until:
            return
        when = self._until(paper, document)
        concerns = self._concerns(paper[1], rule.when if rule is not None else None)
        coming = Coming(
            "expiry",
            paper[1],
            rule.kind if rule is not None else "advice",
            paper[0],
            when.days,
            rule=rule,
            service=self._maker(paper),
            paper=paper,
        )
        yield from self._in_window(coming, when, concerns)

    def _until(self, paper: Paper, document: Document) -> _When:
        """Return the last day of a paper, as far as it is known."""
        today, held = self.situation.day, document.valid_for
        unknown = (paper_id(paper),)
        if (last := self.situation.valid_until.get(paper)) is not None:
            return _When(Days(last, last))
        if not self.situation.papers.get(paper) or held is None:
            return _When(None, unknown)
        # It is valid today, so that it ends within its time from today on.
        latest = last_day(today, held.duration, held.until, self.catalog.calendar)
        if held.until is not None and not held.value:
            return _When(Days(latest, latest))  # whenever in the year it was made
        return _When(Days(today, latest), unknown)

    def _ending(self, slug: str) -> tuple[Document, Due | None]:
        """Return a document, and the rule that it or a more general one has for its end."""
        document = self.catalog.documents[slug]
        general: Document | None = document
        while general is not None and general.due is None:
            general = self.catalog.documents.get(general.kind_of or "")
        return document, None if general is None else general.due

    def _maker(self, paper: Paper) -> Service | None:
        """Return the service that makes a paper, or a kind of it, for its holder."""
        makers = (
            self.catalog.services[slug]
            for kind in self.catalog.kinds(paper[0])
            for slug in self.catalog.producers.get(kind, ())
        )
        roles = self.advice.cast.members[paper[1]].roles
        return next(
            (s for s in makers if any(self.catalog.covers(s.serves, role) for role in roles)), None
        )

    # In the window.

    def _in_window(
        self, coming: Coming, when: _When, concerns: tuple[str, ...] | None
    ) -> Iterator[Coming]:
        """Yield it with the days that are in the window, and what it depends on."""
        if concerns is None:
            return
        if when.days is None:
            depends = tuple(dict.fromkeys((*when.unknown, *concerns)))
            yield replace(coming, between=None, depends_on=depends)
            return
        between, wholly = self.ahead.meets(when.days)
        if between is not None:
            depends = concerns if wholly else tuple(dict.fromkeys((*when.unknown, *concerns)))
            begin = self._begin(coming, between.first)
            inexact = () if when.days.first == when.days.last else when.unknown
            yield replace(coming, between=between, depends_on=depends, inexact=inexact, begin=begin)

    def _begin(self, coming: Coming, day: date) -> date | None:
        """Return from when something can be seen to that is due before a paper ends."""
        if coming.rule is None or coming.rule.before_expiry is None:
            return None
        span = coming.rule.before_expiry.duration
        back = replace(span, value=-span.value)
        return max(
            self.situation.day,
            some_time_after(Days(day, day), back, self.catalog.calendar).first,
        )


def _id(atom: object) -> str:
    """Return the id of the question that an atom of a condition asks."""
    if isinstance(atom, FactAtom):
        return fact_id(atom.member, atom.name)
    return persons_id(str(getattr(atom, "role", "")))
