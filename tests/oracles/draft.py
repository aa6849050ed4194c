"""Make one small random catalog, as it could be written by hand."""

from dataclasses import dataclass, field, replace
from typing import Literal

from lifejourney.catalog import Catalog
from lifejourney.feel import parse_test
from lifejourney.vocabulary import (
    AllOf,
    Alternative,
    Call,
    Condition,
    Constraint,
    Cost,
    Derived,
    Document,
    Fact,
    FactTest,
    LifeEvent,
    Not,
    Person,
    Requirement,
    Result,
    Service,
    Span,
    SuppliedLater,
    Time,
    Usual,
)
from lifejourney.vocabulary.due import Kind
from tests.oracles.drawing import Drawing
from tests.unit.planning import tiny

KINDS: tuple[Kind, ...] = ("duty", "right", "advice")
ORIGINS: tuple[Literal["service", "self", "other"], ...] = (
    "service",
    "service",
    "service",
    "self",
    "other",
)
SERVED = (
    ("child",),
    ("child",),
    ("family",),
    ("family",),
    ("mother",),
    ("person",),
    ("mother", "father"),
)
CONSTRAINED = ("mother", "family", "child", "father", "deceased", "deceased")
"""Whom constraints are about: also who may not exist, or be somebody else in the cast."""


@dataclass
class Draft(Drawing):
    """Draw one catalog, part by part; what comes later may speak of what came before."""

    documents: dict[str, Document] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    improvements: list[Call] = field(default_factory=list)
    dated: bool = False
    """Whether the child and the mother have dates, and the time since them is reckoned."""
    # Nouns.

    def fact(self, number: int) -> Fact:
        of = self.chance.choice(("child", "child", "mother", "person", "family"))
        name = f"fact_{number}"
        bound = (of,) if of != "person" else ()
        gate = self.condition(bound, 1) if self.facts and self.maybe(0.3) else None
        kind = self.chance.randrange(8)
        if kind < 3:
            return tiny.fact(
                name,
                of=of,
                applies_when=gate,
                likelihood={"true": self.chance.randrange(1, 9), "false": 5},
                never_assumed=self.maybe(0.15),
            )
        if kind < 5:
            words = ("red", "green", "blue")[: self.chance.randrange(2, 4)]
            weights = {word: self.chance.randrange(1, 9) for word in words}
            return tiny.fact(name, "choice", of, likelihoods=weights, applies_when=gate)
        if kind < 7:
            return tiny.fact(
                name,
                "integer",
                of,
                applies_when=gate,
                minimum="0",
                likely=self.chance.randrange(7),
                maximum="6" if self.maybe(0.5) else None,
            )
        derived = Derived(condition=self.condition(bound, 1) if self.facts else AllOf(()))
        return tiny.fact(name, of=of, derived=derived)

    def dates(self, of: str) -> list[Fact]:
        """Draw a date and the time since it."""
        gate = self.condition((of,), 1) if self.facts and self.maybe(0.2) else None
        one = f"day_of_{of}"
        derived = Derived(years_since=one) if self.maybe(0.6) else Derived(days_since=one)
        return [
            tiny.fact(one, "date", of, applies_when=gate, likely=self.chance.randrange(3000)),
            tiny.fact(f"since_{one}", "integer", of, derived=derived),
        ]

    def document(self, number: int) -> Document:
        of = self.chance.choice(("child", "mother", "person", "family", "family"))
        general = [d.slug for d in self.documents.values() if d.of == (of,)]
        usual = None
        bound = (of,) if of != "person" else ()
        if self.maybe(0.45):
            when = self.condition(bound) if self.maybe(0.3) else None
            usual = Usual(self.chance.choice(("held", "lacking")), when)
        origin = self.chance.choice(ORIGINS)
        signed: tuple[str, ...] = ()
        if origin == "self" and self.maybe(0.5):
            signed = (self.chance.choice(("mother", "father", "deceased")),)
        return tiny.paper(
            f"paper-{number}",
            of,
            origin,
            issuer=tiny.text("office") if origin == "other" else None,
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
                self.condition(bound) if self.maybe(0.2) else None,
                self.maybe(0.2),
            )
            for document in papers
        )
        later = None
        if self.maybe(0.1):
            later = SuppliedLater(Span(1, "month"), "it.fact_0")
        when = self.condition(bound) if self.maybe(0.25) else None
        return tiny.need(*ways, when=when, supplied_later=later)

    def service(self, number: int, code: int) -> Service:
        serves = self.chance.choice(SERVED)
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
        days = self.chance.choice((0, 1, 1, 2, 3, 5)) if self.maybe(0.8) else None
        fee = self.chance.choice((0, 0, 10000, 50000)) if self.maybe(0.8) else None
        applies = self.condition(bound) if self.maybe(0.5) else None
        needs = [
            self.requirement(serves, bound) for _ in range(self.chance.choice((0, 0, 1, 1, 2)))
        ]
        return tiny.service(
            code,
            produces,
            needs,
            slug=f"service-{number}",
            serves=serves,
            processing_time=Time() if days is None else Time("calendar_day", max=days),
            cost=Cost(max=fee),
            applies=applies,
        )

    def event(self, slug: str) -> LifeEvent:
        self.persons_known = False
        persons = {
            "child": Person(
                tiny.text("child"),
                many=True,
                minimum=self.chance.randrange(2),
                maximum=2,
                likely=1,
                also={"mother": self._plain("mother")} if self.maybe(0.2) else {},
            ),
            "mother": Person(tiny.text("mother")),
            "family": Person(tiny.text("family"), group=True),
            "father": Person(
                tiny.text("father"), when=self.condition((), 1) if self.maybe(0.5) else None
            ),
        }
        roles = ["child", "child", "mother", "family", "father"]
        if slug == "death":
            del persons["child"], persons["father"]
            # Whom another event may say to have died may have died in this one.
            may_be = ("other", "mother", "father") if self.maybe(0.5) else ()
            persons["deceased"] = Person(tiny.text("deceased"), dead=True, may_be=may_be)
            roles = ["mother", "family", "deceased", "deceased"]
        elif self.maybe(0.3):
            dead = {"mother": self.condition(("mother",), 1)}
            if self.maybe(0.4):
                # One alone is meant: whoever says that both have died is asked whom.
                father = self.condition(("mother", "father"), 1)
                dead["father"] = AllOf((father, Not(dead["mother"])))
            persons["deceased"] = Person(tiny.text("deceased"), dead=True, is_role=dead)
        self.persons_known = True
        calls = [self.call(roles) for _ in range(self.chance.choice((1, 2, 2, 3)))]
        calls += [call for call in self.improvements if call.of in roles]
        unique = {(call.target, call.of): call for call in calls if call is not None}
        goals = list(unique.values())
        if len(goals) > 1 and goals[0].of == goals[1].of and self.maybe(0.5):
            goals[0] = replace(goals[0], excludes=(goals[1].target,))
        return tiny.event(goals, slug, **({"child": None} | persons))

    def _plain(self, role: str) -> Condition | None:
        """Draw a condition that hangs on nobody else."""
        plain = [f for f in self._facts_of(role) if not f.derived and not f.applies_when]
        fact = self.chance.choice(plain) if plain and self.maybe(0.7) else None
        return None if fact is None else FactTest(role, fact.name, parse_test(self._unary(fact)))

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

    def improvement(self, codes: list[int]) -> None:
        """Add a paper that can be had at once in one kind, and in a better one from that kind.

        Whoever asks for any kind, as the third service does, need not wait for the better one.
        """
        of = self.chance.choice(("child", "mother", "family"))
        kinds = [tiny.paper("paper-8", of), tiny.paper("paper-8a", of, kind_of="paper-8")]
        kinds.append(tiny.paper("paper-8b", of, kind_of="paper-8"))
        self.documents.update({document.slug: document for document in kinds})
        bound = (of,)
        first = () if self.maybe(0.7) else (self.requirement((of,), bound),)
        made = [(Result("paper-8a", None, None, first),), (Result("paper-8b"),), ()]
        if self.maybe(0.2):
            made[1] = (Result("paper-8b"), Result("paper-8a"))
        asks = ["", self.chance.choice(("paper-8a", "paper-8a", "paper-8")), "paper-8"]
        for code, name, produces, ask in zip(
            codes, ("service-91", "service-92", "service-93"), made, asks, strict=True
        ):
            needs = [tiny.need(Alternative(ask))] if ask else []
            if self.maybe(0.2):
                needs.append(self.requirement((of,), bound))
            days = Time("calendar_day", max=self.chance.choice((0, 1, 3)))
            self.services[name] = tiny.service(
                code, produces, needs, slug=name, serves=(of,), processing_time=days
            )
        usual = self.chance.choice((None, "paper-8a", "paper-8b"))
        self.improvements = [
            Call(of, "duty", document="paper-8", usual=usual),
            Call(of, "right", service="service-93"),
        ]

    def constraint(self) -> Constraint:
        if self.dated and self.maybe(0.5):
            sign = self.chance.choice((">=", ">", "<=", "<"))
            return Constraint(
                compare=f"child.day_of_child {sign} mother.day_of_mother", why=tiny.text("so it is")
            )
        numbers = [
            f"{role}.{fact.name}"
            for role in CONSTRAINED
            for fact in self._facts_of(role)
            if fact.type == "integer"
        ]
        if len(set(numbers)) > 1 and self.maybe(0.4):
            one, other = self.chance.sample(list(dict.fromkeys(numbers)), 2)
            sign = self.chance.choice((">=", ">", "<=", "<"))
            return Constraint(compare=f"{one} {sign} {other}", why=tiny.text("so it is"))
        role = self.chance.choice(CONSTRAINED)
        tests = [self._test(role, ()), self._test(self.chance.choice(CONSTRAINED), ())]
        if self.maybe(0.3):
            tests[1] = self.condition((role,), 1)
        return Constraint(never=AllOf(tuple(tests)), why=tiny.text("cannot be"))

    def catalog(self) -> Catalog:
        for number in range(self.chance.randrange(2, 6)):
            self.facts.append(self.fact(number))
        for of in ("child", "mother") if self.dated else ():
            self.facts += self.dates(of)
        self.persons_known = True
        for number in range(self.chance.randrange(3, 8)):
            document = self.document(number)
            self.documents[document.slug] = document
        count = self.chance.randrange(4, 10)
        codes = self.chance.sample(range(1, 20), count)
        for number in range(count):
            service = self.service(number, codes[number])
            self.services[service.slug] = service
        if self.maybe(0.15):
            self.improvement([21, 22, 23])
        events = [self.event(slug) for slug in ("birth", "death")]
        constraints = tuple(self.constraint() for _ in range(self.chance.choice((0, 0, 1))))
        return tiny.catalog(
            events,
            self.services.values(),
            self.documents.values(),
            self.facts,
            constraints=constraints,
            version="random",
        )
