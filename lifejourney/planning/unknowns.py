"""What is still unknown, each with the values it can take: the axes of all completions.

Numbers and dates are cut into the classes that the tests can tell apart; each class has one
representative. Only what the goals can depend on is an unknown at all.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from lifejourney.days import Days, birthday
from lifejourney.feel import boundaries
from lifejourney.lanes.completions import Completions, Node
from lifejourney.planning.ground import Ground
from lifejourney.planning.left import Left
from lifejourney.planning.nodes import Goal, Paper
from lifejourney.program import Count, FactAtom, Rest
from lifejourney.program.atoms import Atom
from lifejourney.situation import Situation
from lifejourney.vocabulary import Fact, FactTest, Usual, leaves

Kind = Literal["count", "fact", "paper", "choice", "rivals", "rest", "speed"]
USUAL = 0.9
"""How often a number, a date, a paper or a result is what is usual, for ordering questions."""
FAR = 150
"""Years that lie before and after every date that matters."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Name one unknown, its values from the likeliest on, and which atoms each makes true.

    `key`: (member, fact), a paper, (role,) of a count, or the numbers of rival goals. `ranges`
    holds the least and the greatest of each class of numbers or dates. `likelihoods` of the
    values sum to 1; they order questions and decide nothing.
    """

    kind: Kind
    key: tuple[Any, ...]
    values: tuple[Any, ...]
    makes: tuple[frozenset[int], ...] = ()
    ranges: tuple[tuple[Any, Any], ...] = ()
    never_assumed: bool = False
    likelihoods: tuple[float, ...] = ()


def _years_before(day: date, years: int) -> date:
    return birthday(day, -years)


def _likely(fact: Fact, day: date) -> object:
    if fact.type == "date":
        return day - timedelta(days=fact.likely or 0)
    return fact.likely or 0


def candidates(fact: Fact, atoms: Iterable[FactAtom], day: date) -> list[object]:
    """Return enough values of a fact to tell apart all that its tests can, likeliest first."""
    match fact.type:
        case "boolean":
            yes, no = fact.likelihood.get("true", 1), fact.likelihood.get("false", 1)
            return [True, False] if yes > no else [False, True]
        case "choice":
            options = list(fact.options.items())
            return [slug for slug, _ in sorted(options, key=lambda one: -one[1].likelihood)]
        case "text":
            named = [value for atom in atoms for value in boundaries(atom.test)]
            return ["", *dict.fromkeys(str(value) for value in named)]
        case _:
            found = [near for atom in atoms for near in atom.turns(day)]
            if fact.type == "date":
                found += [_years_before(day, FAR), _years_before(day, -FAR)]
            else:
                found += [0, 1 << 40]
                found += [int(end) for end in (fact.minimum, fact.maximum) if end is not None]
            return [_likely(fact, day), *sorted(set(found), key=_as_number)]


def _as_number(value: object) -> int:
    return value.toordinal() if isinstance(value, date) else int(str(value))


def _within(fact: Fact, value: object) -> bool:
    if fact.type not in ("integer", "money"):
        return True
    low = fact.minimum is None or int(fact.minimum) <= _as_number(value)
    return low and (fact.maximum is None or _as_number(value) <= int(fact.maximum))


def _usually_first(number: int) -> tuple[float, ...]:
    """Return likelihoods of which the first is usual and the others are alike."""
    others = number - 1
    return (USUAL, *[(1 - USUAL) / others] * others) if others else (1.0,)


def _alike(number: int) -> tuple[float, ...]:
    return (1 / number,) * number


def _fact_unknown(
    fact: Fact, key: tuple[str, str], atoms: list[tuple[int, FactAtom]], day: date
) -> Unknown:
    classes: dict[frozenset[int], list[Any]] = {}
    for value in candidates(fact, [atom for _, atom in atoms], day):
        if _within(fact, value):
            truth = frozenset(number for number, atom in atoms if atom.holds(value, day))
            classes.setdefault(truth, []).append(value)
    return Unknown(
        "fact",
        key,
        tuple(values[0] for values in classes.values()),
        tuple(classes),
        tuple((min(values), max(values)) for values in classes.values()),
        never_assumed=fact.never_assumed,
        likelihoods=_likelihoods(fact, list(classes.values())),
    )


def whole_range(fact: Fact, day: date) -> tuple[Any, Any]:
    """Return the least and the greatest value that a number or a date can have."""
    values: list[Any] = [one for one in candidates(fact, (), day) if _within(fact, one)]
    return min(values), max(values)


def _narrowed(
    key: tuple[str, str], among: Days, atoms: list[tuple[int, FactAtom]], day: date
) -> Unknown:
    """Return what is open of a date of which only some days are known: each class by its days."""
    near = {value for _, atom in atoms for value in atom.turns(day) if isinstance(value, date)}
    days = sorted({among.first, among.last, *(value for value in near if value in among)})
    classes: dict[frozenset[int], list[date]] = {}
    weights: dict[frozenset[int], int] = {}
    for value, following in pairwise([*days, among.last + timedelta(days=1)]):
        truth = frozenset(number for number, atom in atoms if atom.holds(value, day))
        classes.setdefault(truth, []).append(value)
        weights[truth] = weights.get(truth, 0) + (following - value).days
    likeliest = sorted(classes, key=lambda truth: -weights[truth])
    total = sum(weights.values())
    return Unknown(
        "fact",
        key,
        tuple(classes[truth][0] for truth in likeliest),
        tuple(likeliest),
        tuple((classes[truth][0], classes[truth][-1]) for truth in likeliest),
        likelihoods=tuple(weights[truth] / total for truth in likeliest),
    )


def _likelihoods(fact: Fact, classes: list[list[Any]]) -> tuple[float, ...]:
    """Return how likely each class of values of a fact is."""
    if fact.type not in ("boolean", "choice"):
        return _usually_first(len(classes))
    weight: dict[object, int] = {slug: one.likelihood for slug, one in fact.options.items()}
    if fact.type == "boolean":
        weight = {yes: fact.likelihood.get("true" if yes else "false", 1) for yes in (True, False)}
    sums = [sum(weight[value] for value in values) for values in classes]
    total = sum(sums)
    return tuple(one / total for one in sums) if total else _alike(len(sums))


class _Search:
    """Collect the unknowns of one ground in one situation."""

    def __init__(self, left: Left) -> None:
        self.ground = left.ground
        self.left = left
        self.atoms = tuple(left.atoms.items())
        self.situation = left.situation

    def facts(self) -> list[Unknown]:
        grouped: dict[tuple[str, str], list[tuple[int, FactAtom]]] = {}
        for number, atom in self.atoms:
            if isinstance(atom, FactAtom):
                grouped.setdefault((atom.member, atom.name), []).append((number, atom))
        found: list[Unknown] = []
        for key, atoms in grouped.items():
            known, day = self.situation.facts.get(key), self.situation.day
            if known is None:
                found.append(_fact_unknown(self._definition(*key), key, atoms, day))
            elif isinstance(known, Days):
                open_ = _narrowed(key, known, atoms, day)
                grave = self._definition(*key).never_assumed
                # Days that no test tells apart leave nothing open.
                found += [replace(open_, never_assumed=grave)] if len(open_.values) > 1 else []
        return found

    def always(self, atom: Atom) -> bool | None:
        """Return what an atom is whatever is answered, if that is the same for all answers."""
        match atom:
            case FactAtom(member, name):
                fact, day = self._definition(member, name), self.situation.day
                values = (one for one in candidates(fact, (atom,), day) if _within(fact, one))
                found = {atom.holds(value, day) for value in values}
            case Count(role, least):
                fewest, _, most = self._usual_count(role)
                found = {fewest >= least, most >= least}
            case _:
                found = {True, False}
        return found.pop() if len(found) == 1 else None

    def _definition(self, member: str, name: str) -> Fact:
        catalog, roles = self.ground.catalog, self.situation.cast.members[member].roles
        return next(fact for role in roles if (fact := catalog.fact(role, name)) is not None)

    def counts(self) -> list[Unknown]:
        grouped: dict[str, list[tuple[int, Count]]] = {}
        for number, atom in self.atoms:
            if isinstance(atom, Count):
                grouped.setdefault(atom.role, []).append((number, atom))
        found: list[Unknown] = []
        for role, atoms in grouped.items():
            top = max(atom.at_least for _, atom in atoms)
            least, likely, most = self._usual_count(role)
            numbers = range(min(least, top), min(most, top) + 1)
            values = sorted(numbers, key=lambda n: (abs(n - likely), n))
            makes = tuple(
                frozenset(number for number, atom in atoms if value >= atom.at_least)
                for value in values
            )
            near = [1 / (1 + abs(value - likely)) ** 2 for value in values]
            likelihoods = tuple(one / sum(near) for one in near)
            found.append(Unknown("count", (role,), tuple(values), makes, likelihoods=likelihoods))
        return found

    def _usual_count(self, role: str) -> tuple[int, int, int]:
        """Return the least, the likely and the greatest number of members of a role."""
        events = [self.ground.catalog.events[event] for event in self.situation.cast.events]
        person = next(event.persons[role] for event in events if role in event.persons)
        likely = person.minimum if person.likely is None else person.likely
        return person.minimum, likely, person.maximum

    def rests(self) -> list[Unknown]:
        return [
            Unknown(
                "rest",
                (atom.role, atom.key),
                (False, True),
                (frozenset(), frozenset((n,))),
                likelihoods=_usually_first(2),
            )
            for n, atom in self.atoms
            if isinstance(atom, Rest)
        ]

    def papers(self) -> list[Unknown]:
        return [
            Unknown("paper", paper, _likely_first(usual), likelihoods=_usually_first(2))
            for paper in self._open_papers()
            if (usual := self.ground.document(paper).usual) is not None
        ]

    def _open_papers(self) -> Iterator[Paper]:
        """Yield the papers of which it is unknown if they are held: not said, and they can be."""
        said, ground = self.situation.papers, self.ground
        # Who has none of a kind has none of its kinds, also where nothing asks for it in general.
        lacked = {
            (kind, paper[1])
            for paper, held in said.items()
            if not held and paper[0] in ground.catalog.documents
            for kind in ground.catalog.kinds(paper[0])
        }
        for paper in ground.papers:
            if paper in self.left.behind.papers and paper in ground.holdable:
                is_told = paper in said or paper in lacked
                if not is_told and self.left.trace.value(ground.holdable[paper]) is not False:
                    yield paper

    def choices(self) -> list[Unknown]:
        found: list[Unknown] = []
        for general, usual in self.ground.choices.items():
            kinds = had_kinds(self.ground, general)
            if (
                general in self.left.behind.papers
                and len(kinds) > 1
                and not set(kinds) & self.situation.wanted
            ):
                order = sorted(kinds, key=lambda kind: kind[0] != usual)
                likelihoods = _usually_first(len(order)) if usual else _alike(len(order))
                found.append(Unknown("choice", general, tuple(order), likelihoods=likelihoods))
        return found

    def rivals(self) -> list[Unknown]:
        return [
            Unknown("rivals", group, group, likelihoods=_alike(len(group)))
            for group in self.ground.rivals
            if not wished_among(self.ground, self.situation, group)
            and sum(self._may_be_called_for(number) for number in group) > 1
        ]

    def _may_be_called_for(self, goal: int) -> bool:
        return self.left.trace.value(self.ground.goals[goal].when) is not False


def _likely_first(usual: Usual) -> tuple[bool, bool]:
    return (True, False) if usual.state == "held" else (False, True)


def had_kinds(ground: Ground, general: Paper) -> tuple[Paper, ...]:
    """Return the kinds of a paper that some service could make."""
    return tuple(kind for kind in ground.kinds[general] if kind in ground.makings_of)


def naming_goal(ground: Ground, group: tuple[int, ...]) -> Goal:
    """Return the goal by which the choice among several is named: one without kinds to choose."""
    goals = [ground.goals[number] for number in group]
    return next((goal for goal in goals if goal.paper not in ground.choices), goals[0])


def wished_among(ground: Ground, situation: Situation, group: tuple[int, ...]) -> list[int]:
    """Return which of several goals the person asked for: by name, else by what it leads to."""
    named = [
        number
        for number in group
        if (ground.goals[number].call.target, ground.goals[number].member) in situation.wanted
    ]
    return named or [number for number in group if _leads_to_wish(ground, situation, number)]


def _leads_to_wish(ground: Ground, situation: Situation, number: int) -> bool:
    goal = ground.goals[number]
    papers = set(ground.kinds[goal.paper]) if goal.paper is not None else set()
    if goal.instance is not None:
        papers = {ground.makings[m].paper for m in ground.instances[goal.instance].makings}
    return bool(papers & situation.wanted)


def always(left: Left, atom: Atom) -> bool | None:
    """Return what an atom that bears on no goal is, if it is the same whatever is answered."""
    return _Search(left).always(atom)


def find_unknowns(left: Left) -> tuple[Unknown, ...]:
    """Return all unknowns, each after those that decide whether it applies."""
    search, ground, situation = _Search(left), left.ground, left.situation
    order = {fact.name: number for number, fact in enumerate(ground.catalog.facts)}
    facts = search.facts()
    depth = _Depth(ground, situation)
    facts.sort(key=lambda one: (depth.of(one.key[0], one.key[1]), order[one.key[1]], one.key))
    return (
        *search.counts(),
        *facts,
        *search.papers(),
        *search.choices(),
        *search.rivals(),
        *search.rests(),
    )


class _Depth:
    """Say how many facts decide, one after the other, whether a fact applies."""

    def __init__(self, ground: Ground, situation: Situation) -> None:
        self.ground = ground
        self.cast = situation.cast
        self.known: dict[tuple[str, str], int] = {}

    def of(self, member: str, name: str) -> int:
        key = (member, name)
        if key in self.known:
            return self.known[key]
        self.known[key] = 0
        deepest = 0
        for role in self.cast.members[member].roles:
            fact = self.ground.catalog.fact(role, name)
            if fact is None or fact.applies_when is None:
                continue
            for leaf in leaves(fact.applies_when):
                if isinstance(leaf, FactTest):
                    parts = self.cast.parts.get(leaf.role, ())
                    others = [p.member for p in parts] or [member]
                    deepest = max(deepest, 1 + max(self.of(o, leaf.name) for o in others))
        self.known[key] = deepest
        return deepest


def likeliest(
    unknowns: Sequence[Unknown], completions: Completions, within: Node, numbers: Iterable[int]
) -> dict[int, int]:
    """Return the likeliest value of each of some unknowns in turn, among what is left."""
    values: dict[int, int] = {}
    for number in numbers:
        for value in range(len(unknowns[number].values)):
            left = within & completions.is_value(number, value)
            if completions.column.some(left):
                within = left
                values[number] = value
                break
    return values


def turning_out(unknown: Unknown, value: int, makings: Container[int]) -> int:
    """Return the value supposed of an unknown; of which of two is faster: what a plan makes."""
    made = (v for v, making in enumerate(unknown.values) if making in makings)
    return next(made, value) if unknown.kind == "speed" else value
