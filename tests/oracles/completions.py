"""List all completions of a situation: whatever the oracle asks for gets each of its values.

An unknown is split only when the plan asks for it, so that what cannot matter costs nothing.
"""

# ruff: noqa: ANN401 - an unknown has values of any type

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any, TypeVar

from lifejourney.catalog import Catalog
from lifejourney.days import Days, birthday, days_since, years_since
from lifejourney.feel import Test as Unary
from lifejourney.feel import boundaries
from lifejourney.situation import Situation
from lifejourney.vocabulary import (
    AllOf,
    AnyOf,
    Condition,
    Every,
    Fact,
    FactTest,
    Not,
    Some,
    leaves,
)
from tests.oracles.ours import graph_of
from tests.oracles.plain_graph import Graph, Paper
from tests.oracles.plain_plan import Planner
from tests.oracles.plain_result import Result
from tests.oracles.three_valued import Bound, Evaluator, Truth

Key = tuple[Any, ...]
T = TypeVar("T")


class Open(Exception):
    """Say that an unknown was asked for, and which values it can take."""

    def __init__(self, key: Key, values: tuple[Any, ...]) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class TooMany(Exception):
    """Say that a situation has more completions than one wants to wait for."""


def _conditions(catalog: Catalog) -> Iterator[Condition | None]:
    for event in catalog.events.values():
        yield from (person.when for person in event.persons.values())
        yield from (when for person in event.persons.values() for when in person.is_role.values())
        yield from (when for person in event.persons.values() for when in person.also.values())
        yield from (call.when for call in event.calls_for)
    for fact in catalog.facts:
        yield fact.applies_when
        if fact.derived is not None:
            yield fact.derived.condition
    for document in catalog.documents.values():
        yield document.available_when
        yield document.usual.when if document.usual is not None else None
    for service in catalog.services.values():
        yield service.applies
        asked = [*service.requires]
        for result in service.produces:
            yield result.when
            asked += result.requires
        for requirement in asked:
            yield requirement.when
            yield from (way.when for way in requirement.any)
    yield from (constraint.never for constraint in catalog.constraints)


class Values:
    """Say which values of an unknown can be told apart by some test of a catalog."""

    def __init__(self, catalog: Catalog, situation: Situation) -> None:
        self.catalog = catalog
        self.situation = situation
        self.tests: dict[str, list[Unary]] = {}
        self.compared: set[str] = set()
        self._days: dict[tuple[str, Days], tuple[object, ...]] = {}
        for condition in _conditions(catalog):
            for leaf in leaves(condition) if condition is not None else ():
                if isinstance(leaf, FactTest):
                    self.tests.setdefault(leaf.name, []).append(leaf.test)
        for constraint in catalog.constraints:
            self.compared.update((constraint.compare or "").replace(".", " ").split())

    def of(self, fact: Fact) -> tuple[object, ...]:
        """Return one value of each kind that tests tell apart."""
        match fact.type:
            case "boolean":
                return (False, True)
            case "choice":
                return tuple(fact.options)
            case "text":
                named = [v for test in self.tests.get(fact.name, ()) for v in boundaries(test)]
                return tuple(dict.fromkeys(["", *map(str, named)]))
            case "date":
                return self._dates(fact)
            case _:
                return self._numbers(fact)

    def _numbers(self, fact: Fact) -> tuple[object, ...]:
        ends = [
            int(value)
            for test in self.tests.get(fact.name, ())
            for value in boundaries(test)
            if isinstance(value, Decimal)
        ]
        low = int(fact.minimum) if fact.minimum is not None else min([0, *ends]) - 2
        high = int(fact.maximum) if fact.maximum is not None else max([low, 8, *ends]) + 2
        near = {n for end in ends for n in (end - 1, end, end + 1) if low <= n <= high}
        every = range(low, high + 1) if high - low < 50 else sorted({low, high, *near})
        if fact.name in self.compared:
            return tuple(every)
        tests = self.tests.get(fact.name, ())
        classes = {tuple(test.holds(number) for test in tests): number for number in every}
        return tuple(classes.values())

    def among(self, fact: Fact, days: Days) -> tuple[object, ...]:
        """Return one day of each kind among all of some days; of compared ones both ends."""
        if (fact.name, days) not in self._days:
            found: dict[tuple[bool, ...], list[date]] = {}
            for number in range((days.last - days.first).days + 1):
                one = days.first + timedelta(days=number)
                found.setdefault(self._passes(fact, one), []).append(one)
            ends = 2 if self._is_compared(fact) else 1
            self._days[fact.name, days] = tuple(
                day for kind in found.values() for day in dict.fromkeys((kind[0], kind[-1])[:ends])
            )
        return self._days[fact.name, days]

    def _is_compared(self, fact: Fact) -> bool:
        return fact.name in self.compared

    def _since(self, fact: Fact) -> list[tuple[Callable[..., int] | None, Unary]]:
        """Return the tests on a date, and on the years or days since it."""
        since: list[tuple[Callable[..., int] | None, Unary]] = [
            (None, test) for test in self.tests.get(fact.name, ())
        ]
        for other in self.catalog.facts:
            derived = other.derived
            if derived is not None and fact.name in (derived.years_since, derived.days_since):
                how = years_since if derived.years_since == fact.name else days_since
                since += [(how, test) for test in self.tests.get(other.name, ())]
        return since

    def _passes(self, fact: Fact, one: date) -> tuple[bool, ...]:
        day = self.situation.day
        return tuple(
            test.holds(one if how is None else how(one, day)) for how, test in self._since(fact)
        )

    def _dates(self, fact: Fact) -> tuple[object, ...]:
        day = self.situation.day
        found = {day - timedelta(days=40000), day, day + timedelta(days=400)}
        for how, test in self._since(fact):
            if how is not None:
                years = how is years_since
                for value in boundaries(test):
                    if isinstance(value, Decimal) and 0 <= value < (200 if years else 9000):
                        at = int(value)
                        edge = birthday(day, -at) if years else day - timedelta(days=at)
                        found |= {edge + timedelta(days=shift) for shift in (-1, 0, 1)}
            for value in boundaries(test):
                if isinstance(value, date):
                    found |= {value + timedelta(days=shift) for shift in (-1, 0, 1)}
        if self._is_compared(fact):
            return tuple(sorted(found))
        return tuple({self._passes(fact, one): one for one in sorted(found)}.values())


class OneOf:
    """Know one person as far as was said, or supposed in this completion."""

    def __init__(
        self, graph: Graph, situation: Situation, values: Values, supposed: Mapping[Key, Any]
    ) -> None:
        self.graph = graph
        self.situation = situation
        self.values = values
        self.supposed = supposed
        self.wanted = situation.wanted
        self.done = situation.done

    def _ask(self, key: Key, values: tuple[Any, ...]) -> Any:
        if key not in self.supposed:
            raise Open(key, values)
        return self.supposed[key]

    def fact(self, member: str, name: str) -> object:
        known = self.situation.facts.get((member, name))
        if known is not None and not isinstance(known, Days):
            return known
        roles = self.situation.cast.members[member].roles
        found = [self.graph.catalog.fact(role, name) for role in roles]
        fact = next(one for one in found if one is not None)
        if known is None:
            return self._ask(("fact", member, name), self.values.of(fact))
        open_ = self.values.among(fact, known)
        # What every day says alike is known.
        return open_[0] if len(open_) == 1 else self._ask(("fact", member, name), open_)

    def count(self, role: str) -> int | None:
        known = self.situation.cast.counts.get(role)
        if known is not None:
            return known
        person = next(
            self.graph.catalog.events[event].persons[role]
            for event in self.situation.cast.events
            if role in self.graph.catalog.events[event].persons
        )
        number: int = self._ask(("count", role), tuple(range(person.minimum, person.maximum + 1)))
        return number

    def rest(self, role: str, of: Condition, bound: Bound) -> Truth:
        # The same said of the same people is one thing, whoever else is spoken of.
        spoken = {test.role if isinstance(test, FactTest) else None for test in leaves(of)}
        key = repr(
            (of, sorted(b for b in bound.items() if None in spoken or b[0] in spoken - {role}))
        )
        answer: bool = self._ask(("rest", role, key), (False, True))
        return answer

    def held(self, paper: Paper) -> bool | None:
        catalog, papers = self.graph.catalog, self.situation.papers
        if paper in papers:
            return papers[paper]
        document = catalog.documents[paper[0]]
        if document.usual is None or document.made_by_event:
            return False
        # Who has none of a kind has none of its kinds, also where nothing asks for it in general.
        lacked = (general for general, held in papers.items() if held is False)
        of_documents = (general for general in lacked if general[0] in catalog.documents)
        return False if any(paper in self.graph.kinds(one) for one in of_documents) else None

    def hidden(self, paper: Paper) -> bool:
        answer: bool = self._ask(("paper", *paper), (False, True))
        return answer

    def kind(self, general: Paper, kinds: tuple[Paper, ...]) -> Paper:
        answer: Paper = self._ask(("choice", *general), kinds)
        return answer

    def rival(self, goals: tuple[int, ...]) -> int:
        answer: int = self._ask(("rivals", goals), goals)
        return answer


def allowed(says: Evaluator, life: OneOf) -> bool:
    """Tell whether no declared constraint is broken by those who play the roles in it."""
    for constraint in says.catalog.constraints:
        if constraint.never is not None:
            for chosen in _castings(says, _named(constraint.never)):
                if says.holds(constraint.never, chosen):
                    return False
        if constraint.compare is not None:
            one, sign, other = constraint.compare.split()
            (first, name), (second, also) = one.split("."), other.split(".")
            for chosen in _castings(says, [first, second]):
                low: Any = life.fact(chosen[first], name)
                high: Any = life.fact(chosen[second], also)
                fine = {
                    ">=": low >= high, ">": low > high, "<=": low <= high, "<": low < high
                }  # fmt: skip
                if not fine[sign]:
                    return False
    return True


def _named(condition: Condition) -> list[str]:
    """Return the roles of which one member is meant: no quantifier or number speaks of all."""
    match condition:
        case AllOf(of) | AnyOf(of):
            return [role for part in of for role in _named(part)]
        case Not(part):
            return _named(part)
        case Some(role, part) | Every(role, part):
            return [other for other in _named(part) if other != role]
        case FactTest(role, name):
            return [] if name == "count" else [role]
        case _:
            return []


def _castings(says: Evaluator, roles: list[str]) -> Iterator[dict[str, str]]:
    """Yield each choice of members who play these roles in this completion."""
    roles = list(dict.fromkeys(roles))
    playing = [
        [part.member for part in says.cast.parts.get(role, ()) if says.plays(part, role)]
        for role in roles
    ]
    for chosen in product(*playing):
        yield dict(zip(roles, chosen, strict=True))


def split(run: Callable[[Mapping[Key, Any]], T], most: int) -> Iterator[tuple[dict[Key, Any], T]]:
    """Run for every way in which what is asked for can be; raises TooMany beyond `most`."""
    todo: list[dict[Key, Any]] = [{}]
    found = 0
    while todo:
        supposed = todo.pop()
        try:
            result = run(supposed)
        except Open as unknown:
            todo.extend({**supposed, unknown.key: value} for value in unknown.values)
            if len(todo) > most:
                raise TooMany from None
            continue
        found += 1
        if found > most:
            raise TooMany
        yield supposed, result


def completions(
    catalog: Catalog, situation: Situation, most: int
) -> list[tuple[dict[Key, Any], Result]]:
    """Return every completion that breaks no constraint, with its plan."""
    graph = graph_of(catalog, situation)
    values = Values(catalog, situation)

    def run(supposed: Mapping[Key, Any]) -> Result | None:
        life = OneOf(graph, situation, values, supposed)
        planner = Planner(graph, life, situation.day)
        if not allowed(planner.says, life):
            return None
        return planner.plan()

    return [(supposed, plan) for supposed, plan in split(run, most) if plan is not None]
