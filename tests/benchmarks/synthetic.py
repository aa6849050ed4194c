"""Draw a catalog of any size: layers of services that need each other's papers, with circles.

Several persons take part in each event, and papers go from one to another. Everything follows
from a seed.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from random import Random
from typing import Final

from lifejourney.catalog import Catalog
from lifejourney.feel import Test as Unary
from lifejourney.feel import parse_test
from lifejourney.vocabulary import (
    AllOf,
    Alternative,
    AnyOf,
    Call,
    Condition,
    Cost,
    Document,
    Fact,
    FactTest,
    LifeEvent,
    Not,
    Person,
    Requirement,
    Result,
    Service,
    Time,
    Usual,
)
from tests.unit.planning import tiny

SEED: Final = 7
EVENTS: Final = 40
GOALS: Final = 6
DEPTH: Final = 8
BASE: Final = 12
"""Papers that most people hold, and that a service makes for who lacks them."""
HOLDERS: Final = ("person", "family")
NEAR: Final = 60
"""Papers of a layer among which a service looks for what it needs."""
NUMBERS: Final = (10, 100, 60_000, 2_000_000)
FIRST, LAST = 1930, 2027


@cache
def unary(text: str) -> Unary:
    """Read a test once, however many conditions ask it."""
    return parse_test(text)


@dataclass
class Drawing:
    """Draw one catalog, layer by layer.

    `mark` stands before every name, and `before` so many codes are taken: two catalogs that are
    marked apart can be put together.
    """

    size: int
    chance: Random
    mark: str = ""
    before: int = 0
    facts: list[Fact] = field(default_factory=list)
    tests: dict[str, list[str]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    layers: list[list[str]] = field(default_factory=lambda: [[]])
    made_from: dict[str, list[str]] = field(default_factory=dict)

    def catalog(self) -> Catalog:
        """Return the catalog."""
        for holder in HOLDERS:
            self._facts_of(holder)
        for number in range(BASE):
            self._base(f"{self.mark}base-{number}", HOLDERS[number % 3 == 0])
        for layer in range(1, DEPTH + 1):
            self.layers.append([])
            while len(self.services) < self.size * layer // DEPTH:
                self._service(layer)
        events = [self._event(number) for number in range(EVENTS)]
        return tiny.catalog(
            events,
            self.services.values(),
            self.documents.values(),
            self.facts,
            version=f"synthetic-{self.size}",
        )

    # Facts, and the tests that conditions ask of them.

    def _facts_of(self, holder: str) -> None:
        for kind, many in (("boolean", 12), ("choice", 8), ("integer", 7), ("date", 3)):
            for number in range(many):
                self._fact(f"{self.mark}{holder}_{kind}_{number}", kind, holder)

    def _fact(self, name: str, kind: str, holder: str) -> None:
        chance = self.chance
        words = [f"w{number}" for number in range(chance.choice((3, 4, 5, 6, 8, 12)))]
        yes = chance.choice((1, 3, 5, 8))
        more = {"likelihoods": dict.fromkeys(words, 1)} if kind == "choice" else {}
        likely = {"true": yes, "false": 10 - yes} if kind == "boolean" else {}
        self.facts.append(tiny.fact(name, kind, holder, likelihood=likely, **more))
        self.tests[name] = self._tests(kind, words)

    def _tests(self, kind: str, words: list[str]) -> list[str]:
        chance = self.chance
        match kind:
            case "boolean":
                return ["true", "true", "false"]
            case "choice":
                several = [chance.sample(words, len(words) // 2) for _ in range(3)]
                return [*words, *(", ".join(sorted(some)) for some in several)]
            case "integer":
                top = chance.choice(NUMBERS)
                cuts = sorted(chance.sample(range(1, top), 6))
                between = [f"[{low}..{high})" for low, high in pairwise(cuts)]
                return [f"{sign} {cut}" for cut in cuts for sign in ("<", ">=")] + between
            case _:
                years = sorted(chance.sample(range(FIRST + 20, LAST), 5))
                return [f'{s} date("{year}-07-15")' for year in years for s in ("<", ">=")]

    # Conditions: trees of up to six tests, each on another fact.

    def _condition(self, roles: tuple[str, ...], tests: int) -> Condition:
        found: dict[tuple[str, str], None] = {}
        while len(found) < tests:
            role = self.chance.choice(roles)
            holder = "family" if role == "family" else "person"
            own = [fact.name for fact in self.facts if fact.of == (holder,)]
            weights = [1 / (1 + place % 10) for place in range(len(own))]
            found[role, self.chance.choices(own, weights)[0]] = None
        return self._tree([self._test(*asked) for asked in found])

    def _tree(self, tests: list[Condition]) -> Condition:
        chance = self.chance
        if len(tests) == 1:
            return tests[0]
        cut = chance.randrange(1, len(tests))
        whole = chance.choice((AllOf, AllOf, AnyOf))(
            (self._tree(tests[:cut]), self._tree(tests[cut:]))
        )
        return Not(whole) if chance.random() < 0.1 else whole

    def _test(self, role: str, name: str) -> Condition:
        one = FactTest(role, name, unary(self.chance.choice(self.tests[name])))
        return Not(one) if self.chance.random() < 0.15 else one

    # Papers and services.

    def _base(self, slug: str, holder: str) -> None:
        self._paper(slug, holder, 0, Usual("held"))
        self._add(holder, slug, [], 0.0)

    def _paper(self, slug: str, holder: str, layer: int, usual: Usual | None = None) -> None:
        self.documents[slug] = tiny.paper(slug, holder, usual=usual)
        self.layers[layer].append(slug)
        self.made_from[slug] = []

    def _service(self, layer: int) -> None:
        chance = self.chance
        holder = chance.choices(HOLDERS, (3, 1))[0]
        before = self.layers[layer - 1]
        needs = chance.choices(range(5), (5, 30, 35, 20, 10))[0]
        asked = {chance.choice(before[-NEAR:] if chance.random() < 0.6 else self.layers[0])
                 for _ in range(needs)}  # fmt: skip
        near = [*before[-NEAR:], *self.layers[layer][-NEAR:]]
        here = [slug for slug in near if self._is_for(slug, holder)]
        if here and chance.random() < 0.2:
            made = chance.choice(here)  # another way to the same paper
            if self.made_from[made] and chance.random() < 0.5:
                # By what is made from it: a circle, unless the first way is taken.
                asked.add(chance.choice(self.made_from[made]))
        else:
            made = f"{self.mark}paper-{len(self.documents)}"
            self._paper(made, holder, layer)
        for slug in sorted(asked):
            self.made_from[slug].append(made)
        self._add(holder, made, sorted(asked), 0.5)

    def _is_for(self, slug: str, holder: str) -> bool:
        return self.documents[slug].of == (holder,)

    def _add(self, holder: str, made: str, asked: list[str], conditional: float) -> None:
        chance = self.chance
        number = len(self.services) + 1
        roles = ("it", "family") if holder == "person" else ("it",)
        bound = roles if holder == "person" else ("family",)
        tests = chance.randrange(1, 7)
        applies = self._condition(bound, tests) if chance.random() < conditional else None
        service = tiny.service(
            self.before + number,
            [Result(made)],
            [self._requirement(slug, holder) for slug in asked],
            slug=f"{self.mark}service-{number}",
            serves=(holder,),
            applies=applies,
            cost=Cost(max=chance.choice((0, 0, 0, 5, 10, 25, 50, 100)) * 1000),
            processing_time=Time("calendar_day", max=chance.choice((0, 1, 1, 3, 5, 7, 14, 30))),
        )
        self.services[service.slug] = service

    def _requirement(self, slug: str, holder: str) -> Requirement:
        own = self._is_for(slug, holder)
        other = "family" if self._is_for(slug, "family") else self.chance.choice(("mother", "self"))
        # Now and then somebody else's paper of the same kind is asked for.
        whose = None if own and self.chance.random() < 0.9 else other
        return Requirement((Alternative(slug, whose),))

    # Events.

    def _event(self, number: int) -> LifeEvent:
        persons = {
            "child": Person(tiny.text("child"), many=True, minimum=1, maximum=3, likely=1),
            "mother": Person(tiny.text("mother")),
            "family": Person(tiny.text("family"), group=True),
        }
        goals = self.chance.sample(list(self.services.values()), GOALS)
        calls = [
            Call(
                "family" if goal.serves == ("family",) else self.chance.choice(("self", "child")),
                "duty",
                document=goal.produces[0].document,
            )
            for goal in goals
        ]
        return tiny.event(calls, f"{self.mark}event-{number}", **persons)


@cache
def draw_catalog(services: int) -> Catalog:
    """Return the catalog of so many services."""
    return Drawing(services, Random(f"{SEED}/{services}")).catalog()  # noqa: S311 (reproducible)


def value_of(chance: Random, fact: Fact) -> object:
    """Draw an answer."""
    match fact.type:
        case "boolean":
            return chance.random() * 10 < fact.likelihood["true"]
        case "choice":
            return chance.choice(list(fact.options))
        case "date":
            return date(chance.randrange(FIRST, LAST), chance.randrange(1, 13), 1)
        case _:
            return chance.randrange(chance.choice(NUMBERS))
