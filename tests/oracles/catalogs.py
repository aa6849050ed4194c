"""Make small random catalogs and situations, as they could be written by hand.

Everything is drawn from a `random.Random`, of which hypothesis gives the seed: a failing case is
named by its seed, and the catalogs are small enough to be read as they are.
"""

# ruff: noqa: PLR0911 - one branch for each kind of condition

import os
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from random import Random
from typing import Literal

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from lifejourney.answers import Request
from lifejourney.catalog import Catalog
from lifejourney.feel import parse_test
from lifejourney.situation import Cast, Situation, build_cast
from lifejourney.vocabulary import (
    AllOf,
    Alternative,
    AnyOf,
    Authority,
    Call,
    Complaint,
    Condition,
    Constraint,
    Cost,
    Derived,
    Document,
    EventTest,
    Every,
    Fact,
    FactTest,
    LegalBasis,
    LifeEvent,
    Not,
    Option,
    Person,
    Requirement,
    Result,
    Same,
    Service,
    Some,
    Span,
    SuppliedLater,
    Text,
    Time,
    Usual,
)
from lifejourney.vocabulary.event import Kind

DAY = date(2026, 11, 22)
KINDS: tuple[Kind, ...] = ("duty", "right", "advice")
ORIGINS: tuple[Literal["service", "self", "other"], ...] = (
    "service",
    "service",
    "service",
    "self",
    "other",
)
HUMANS = ("child", "mother", "father", "deceased", "self")


def _text(words: str) -> Text:
    return Text(id=words, en=words)


@dataclass
class Draft:
    """Draw one catalog, part by part; what comes later may speak of what came before."""

    chance: Random
    facts: list[Fact] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    persons_known: bool = False
    """Whether conditions may ask who is who, and who lives: not those that decide it."""

    def maybe(self, share: float) -> bool:
        return self.chance.randrange(100) < share * 100

    # Conditions.

    def condition(self, bound: tuple[str, ...], depth: int = 0) -> Condition:
        """Draw a condition where the roles in `bound` (and `it`) stand for one member."""
        kind = self.chance.randrange(10)
        if depth < 2 and kind < 3:
            parts = tuple(self.condition(bound, depth + 1) for _ in range(2))
            return AllOf(parts) if kind < 2 else AnyOf(parts)
        if depth < 2 and kind == 3:
            return Not(self.condition(bound, depth + 1))
        if kind == 4 and self.maybe(0.5):
            return EventTest((self.chance.choice(("birth", "death")),))
        if kind == 5 and self.persons_known and self.maybe(0.4):
            return Same(("deceased", "mother"))
        if kind in (6, 7) and "child" not in bound:
            if self.maybe(0.25):
                number = self.chance.choice(("0", "1", "> 0", ">= 2", "[1..2]"))
                return FactTest("child", "count", parse_test(number))
            inner = self._test("child", ("child",))
            return (Some if self.maybe(0.6) else Every)("child", inner)
        roles = [*bound, "mother", "family"]
        return self._test(self.chance.choice(roles), bound)

    def _test(self, role: str, bound: tuple[str, ...]) -> Condition:
        of = bound[0] if role == "it" and bound else role
        facts = [f for f in self.facts if of in f.of or ("person" in f.of and of != "family")]
        if self.persons_known and of in HUMANS and self.maybe(0.08):
            return FactTest(role, "alive", parse_test(self.chance.choice(("true", "false"))))
        if not facts:
            return AllOf(()) if self.maybe(0.5) else Not(AllOf(()))
        fact = self.chance.choice(facts)
        return FactTest(role, fact.name, parse_test(self._unary(fact)))

    def _unary(self, fact: Fact) -> str:
        match fact.type:
            case "boolean":
                return self.chance.choice(("true", "true", "false"))
            case "choice":
                some = list(fact.options)
                one = self.chance.choice(some)
                return self.chance.choice((one, f"{one}, {some[0]}", f"not({one})"))
            case "date":
                return f'< date("{self.chance.choice((2000, 2010, 2020))}-01-01")'
            case _:
                low = self.chance.randrange(5)
                return self.chance.choice((f"< {low + 1}", f">= {low}", f"[{low}..{low + 2})"))

    # Nouns.

    def fact(self, number: int) -> Fact:
        of = self.chance.choice((("child",), ("child",), ("mother",), ("person",), ("family",)))
        name = f"fact_{number}"
        bound = (of[0],) if of[0] != "person" else ()
        gate = self.condition(bound, 1) if self.facts and self.maybe(0.3) else None
        of_kind = partial(Fact, name, of, title=_text(name), why=_text(name))
        kind = self.chance.randrange(8)
        if kind < 3:
            return of_kind(
                type="boolean",
                applies_when=gate,
                likelihood={"true": self.chance.randrange(1, 9), "false": 5},
                never_assumed=self.maybe(0.15),
            )
        if kind < 5:
            options = {
                word: Option(_text(word), self.chance.randrange(1, 9))
                for word in ("red", "green", "blue")[: self.chance.randrange(2, 4)]
            }
            return of_kind(type="choice", options=options, applies_when=gate)
        if kind < 7:
            return of_kind(
                type="integer",
                applies_when=gate,
                minimum="0",
                likely=self.chance.randrange(7),
                maximum="6" if self.maybe(0.5) else None,
            )
        derived = Derived(condition=self.condition(bound, 1) if self.facts else AllOf(()))
        return of_kind(type="boolean", derived=derived)

    def document(self, number: int) -> Document:
        of = self.chance.choice((("child",), ("mother",), ("person",), ("family",), ("family",)))
        slug = f"paper-{number}"
        general = [d.slug for d in self.documents.values() if d.of == of]
        usual = None
        bound = (of[0],) if of[0] != "person" else ()
        if self.maybe(0.45):
            when = self.condition(bound) if self.maybe(0.3) else None
            usual = Usual(self.chance.choice(("held", "lacking")), when)
        origin = self.chance.choice(ORIGINS)
        signed: tuple[str, ...] = ()
        if origin == "self" and self.maybe(0.5):
            signed = (self.chance.choice(("mother", "father", "deceased")),)
        return Document(
            slug,
            _text(slug),
            of,
            origin,
            issuer=_text("office") if origin == "other" else None,
            signed_by=signed,
            kind_of=self.chance.choice(general) if general and self.maybe(0.3) else None,
            usual=usual,
            made_by_event=self.maybe(0.1),
            available_when=self.condition(bound)
            if origin != "service" and self.maybe(0.3)
            else None,
        )

    def _of(self, document: Document, serves: tuple[str, ...]) -> str | None:
        """Say whose paper is meant where a service is for `serves`."""
        holder = document.of[0]
        if holder in serves or (holder == "person" and "family" not in serves and self.maybe(0.6)):
            return None
        if holder == "person":
            return self.chance.choice(("mother", "mother", "father", "child", "deceased"))
        return holder

    def requirement(self, serves: tuple[str, ...], bound: tuple[str, ...]) -> Requirement:
        count = self.chance.choice((1, 1, 1, 2, 2, 3))
        papers = self.chance.sample(list(self.documents.values()), min(count, len(self.documents)))
        ways = tuple(
            Alternative(
                document.slug,
                self._of(document, serves),
                self.condition(bound) if self.maybe(0.1) else None,
                self.maybe(0.2),
            )
            for document in papers
        )
        later = None
        if self.maybe(0.1):
            later = SuppliedLater(Span(1, "month"), "it.fact_0")
        when = self.condition(bound) if self.maybe(0.25) else None
        return Requirement(ways, when, supplied_later=later)

    def service(self, number: int, code: int) -> Service:
        serves = self.chance.choice(
            (
                ("child",),
                ("child",),
                ("family",),
                ("family",),
                ("mother",),
                ("person",),
                ("mother", "father"),
            )
        )
        bound = (serves[0],) if serves in (("child",), ("mother",), ("family",)) else ()
        made = self.chance.sample(
            list(self.documents.values()),
            min(self.chance.choice((0, 1, 1, 1, 2, 2)), len(self.documents)),
        )
        produces = tuple(
            Result(
                document.slug,
                self._of(document, serves),
                self.condition(bound) if self.maybe(0.2) else None,
                (self.requirement(serves, bound),) if self.maybe(0.25) else (),
            )
            for document in made
        )
        slug = f"service-{number}"
        return Service(
            slug,
            f"LJ-{code:04}",
            _text(slug),
            _text(slug),
            serves,
            "office",
            (_text("go"),),
            Time("calendar_day", max=self.chance.choice((0, 1, 1, 2, 3, 5)))
            if self.maybe(0.8)
            else Time(),
            Cost(max=self.chance.choice((0, 0, 10000, 50000))) if self.maybe(0.8) else Cost(),
            ("counter",),
            (LegalBasis("UU 24/2013"),),
            applies=self.condition(bound) if self.maybe(0.5) else None,
            requires=tuple(
                self.requirement(serves, bound) for _ in range(self.chance.choice((0, 0, 1, 1, 2)))
            ),
            produces=produces,
        )

    def event(self, slug: str) -> LifeEvent:
        self.persons_known = False
        persons = {
            "child": Person(
                _text("child"), many=True, minimum=self.chance.randrange(2), maximum=2, likely=1
            ),
            "mother": Person(_text("mother")),
            "family": Person(_text("family"), group=True),
            "father": Person(
                _text("father"), when=self.condition((), 1) if self.maybe(0.5) else None
            ),
        }
        roles = ["child", "child", "mother", "family", "father"]
        if slug == "death":
            del persons["child"], persons["father"]
            if self.maybe(0.5):
                deceased = Person(_text("deceased"), dead=True, may_be=("other", "mother"))
            else:
                deceased = Person(_text("deceased"), dead=True)
            persons["deceased"] = deceased
            roles = ["mother", "family", "deceased", "deceased"]
        elif self.maybe(0.3):
            persons["deceased"] = Person(
                _text("deceased"), dead=True, is_role="mother", when=self.condition(("mother",), 1)
            )
        self.persons_known = True
        calls = [self.call(roles) for _ in range(self.chance.choice((1, 2, 2, 3)))]
        unique = {(call.target, call.of): call for call in calls if call is not None}
        goals = list(unique.values())
        if len(goals) > 1 and goals[0].of == goals[1].of and self.maybe(0.5):
            first = goals[0]
            goals[0] = Call(
                first.of,
                first.kind,
                first.service,
                first.document,
                first.when,
                first.usual,
                (goals[1].target,),
            )
        return LifeEvent(slug, _text(slug), _text(slug), slug, persons, tuple(goals))

    def call(self, roles: list[str]) -> Call | None:
        of = self.chance.choice(roles)
        fits = [
            service.slug
            for service in self.services.values()
            if of in service.serves or ("person" in service.serves and of != "family")
        ]
        papers = [
            document
            for document in self.documents.values()
            if of in document.of or ("person" in document.of and of != "family")
        ]
        when = self.condition((of,)) if self.maybe(0.3) else None
        kind = self.chance.choice(KINDS)
        if fits and (not papers or self.maybe(0.4)):
            return Call(of, kind, service=self.chance.choice(fits), when=when)
        if not papers:
            return None
        return Call(of, kind, document=self.chance.choice(papers).slug, when=when)

    def constraint(self) -> Constraint:
        numbers = [
            f for f in self.facts if f.type == "integer" and f.of in (("mother",), ("family",))
        ]
        if len(numbers) > 1 and self.maybe(0.6):
            one, other = numbers[:2]
            sign = self.chance.choice((">=", ">", "<=", "<"))
            return Constraint(
                compare=f"{one.of[0]}.{one.name} {sign} {other.of[0]}.{other.name}",
                why=_text("so it is"),
            )
        role = self.chance.choice(("mother", "family"))
        tests = (self._test(role, ()), self._test("mother", ()))
        return Constraint(never=AllOf(tests), why=_text("cannot be"))

    def catalog(self) -> Catalog:
        for number in range(self.chance.randrange(2, 6)):
            self.facts.append(self.fact(number))
        self.persons_known = True
        for number in range(self.chance.randrange(3, 8)):
            document = self.document(number)
            self.documents[document.slug] = document
        count = self.chance.randrange(4, 10)
        codes = self.chance.sample(range(1, 20), count)
        for number in range(count):
            service = self.service(number, codes[number])
            self.services[service.slug] = service
        events = {slug: self.event(slug) for slug in ("birth", "death")}
        constraints = tuple(self.constraint() for _ in range(self.chance.choice((0, 0, 0, 1))))
        office = Authority(
            "office", _text("office"), "national", Complaint(_text("call"), phone="112")
        )
        return Catalog(
            events,
            self.services,
            self.documents,
            tuple(self.facts),
            {"office": office},
            constraints=constraints,
            version="random",
        )


def value_of(chance: Random, fact: Fact) -> object:
    """Draw a value that the door would let in."""
    match fact.type:
        case "boolean":
            return chance.randrange(2) == 1
        case "choice":
            return chance.choice(list(fact.options))
        case "date":
            return date(chance.randrange(1940, 2027), chance.randrange(1, 13), 1)
        case _:
            low = int(fact.minimum or 0)
            return chance.randrange(low, min(int(fact.maximum or 6), low + 60) + 1)


@dataclass(frozen=True)
class Case:
    """Hold a catalog and a situation in it."""

    catalog: Catalog
    situation: Situation


def draw_cast(chance: Random, catalog: Catalog, *, sure: bool = False) -> Cast:
    """Draw who takes part; who is who is always said."""
    events = chance.choice((("birth",), ("birth",), ("death",), ("birth", "death")))
    said: dict[str, int | str] = {}
    if sure or chance.randrange(3):
        said["child"] = chance.randrange(1, 3)
    for role in ("deceased", "family-death"):
        said[role] = "other"
    open_ = "death" in events and catalog.events["death"].persons["deceased"].may_be
    if open_ and chance.randrange(2):
        said["deceased"] = "mother"
    if chance.randrange(2):
        said["family-death"] = "family"
    return build_cast(catalog, events, said)


def draw_situation(chance: Random, catalog: Catalog, cast: Cast, known: float) -> Situation:
    """Draw what is known of a cast; `known` is the share of the facts."""
    facts: dict[tuple[str, str], object] = {}
    papers: dict[tuple[str, str], bool] = {}
    for member in cast.members.values():
        for role in member.roles:
            for fact in catalog.facts_of(role):
                if fact.derived is None and chance.randrange(100) < known * 100:
                    facts[member.id, fact.name] = value_of(chance, fact)
        for document in catalog.documents.values():
            held_by = any(catalog.covers(document.of, role) for role in member.roles)
            if held_by and chance.randrange(100) < known * 50:
                papers[document.slug, member.id] = chance.randrange(3) == 0
    wanted = frozenset(paper for paper in papers if not papers[paper] and chance.randrange(12) == 0)
    return Situation(cast, DAY, facts, papers, wanted)


def draw_case(chance: Random) -> Case:
    """Draw a catalog and a situation of which more or less is known."""
    catalog = Draft(chance).catalog()
    cast = draw_cast(chance, catalog)
    known = chance.choice((0.3, 0.5, 0.7, 0.9))
    return Case(catalog, draw_situation(chance, catalog, cast, known))


def draw_request(chance: Random, catalog: Catalog, known: float | None = None) -> Request:
    """Draw what somebody asks and says, as the door would let it in."""
    events = chance.choice((("birth",), ("birth",), ("death",), ("birth", "death")))
    persons: dict[str, int | str] = {}
    if "birth" in events and chance.randrange(3):
        persons["child"] = chance.randrange(1, 3)
    if len(events) > 1 and chance.randrange(2):
        persons["family-death"] = chance.choice(("family", "other"))
    cast = build_cast(catalog, events, persons)
    share = chance.choice((0.2, 0.5, 0.8)) if known is None else known
    said = draw_situation(chance, catalog, cast, share)
    return Request(events, DAY, said.facts, frozenset(), persons, said.papers, said.wanted, ())


def draw_advised(chance: Random) -> tuple[Catalog, Request]:
    """Draw a catalog without declared contradictions, and a request."""
    catalog = replace(Draft(chance).catalog(), constraints=())
    return catalog, draw_request(chance, catalog)


def examples(usual: int) -> int:
    """Return how many examples to try; LAWS_TIMES multiplies the usual number."""
    return max(1, int(usual * float(os.environ.get("LAWS_TIMES", "1"))))


def law(usual: int) -> settings:
    """Say how a law is tried: a seed does not shrink, so no time is spent on that."""
    return settings(
        max_examples=examples(usual),
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


RANDOM = st.integers(0, 1 << 48).map(Random)
Advised = tuple[Catalog, Request]
ADVISED = RANDOM.map(draw_advised)
CASES = RANDOM.map(draw_case)
