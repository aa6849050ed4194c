"""Find conditions that always hold, or never, and options that nobody can have.

Each is decided exactly: over every combination of the values that the tests can tell apart, as
far as declared constraints allow it, for every member of every cast that it may be read for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final

from lifejourney.catalog import GENERIC, Catalog
from lifejourney.checks import Places
from lifejourney.checks.scopes import Placed, conditions
from lifejourney.errors import Problem, Words
from lifejourney.feel import parse_test
from lifejourney.planning import Compiled, Ground, Layout
from lifejourney.planning.constraints import ground_constraints
from lifejourney.planning.left import Left
from lifejourney.program import TRUE, Formulas, Grounder
from lifejourney.program.grounding import IT
from lifejourney.proofs.worlds import Worlds, casts_of, pairs_of
from lifejourney.situation import Cast, Member, Situation
from lifejourney.vocabulary import Constraint, Fact, FactTest, LifeEvent, Service

_NOBODY: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class _Conditions(Compiled):
    """Hold conditions of one cast as if they were all that it is about."""

    formulas: frozenset[int]

    @cached_property
    def _goal_outputs(self) -> frozenset[int]:
        return self.formulas | {TRUE}

    def left(self, situation: Situation, further: frozenset[int] = frozenset()) -> Left:
        """Return what a situation leaves open: nothing of any condition is out of sight."""
        return Left(self.ground, situation, self.formulas | further)


@dataclass
class _Seen:
    """Say whether a condition was met, and failed, by somebody."""

    read: bool = False
    met: bool = False
    failed: bool = False

    @property
    def is_done(self) -> bool:
        return self.met and self.failed


def prove_conditions(worlds: Worlds, places: Places) -> Iterator[Problem]:
    """Yield the conditions, of all but constraints, that always hold or never do."""
    catalog = worlds.catalog
    asked = [one for one in conditions(catalog) if not isinstance(one.noun, Constraint)]
    for placed, seen in _decide(worlds, asked):
        if seen.read and not seen.is_done:
            yield _problem(placed, seen, places)


def prove_options(worlds: Worlds, places: Places) -> Iterator[Problem]:
    """Yield the options of a choice that declared constraints rule out for everybody."""
    asked = [
        Placed(fact, ("options", slug), _chosen(fact, slug), fact.of, frozenset(fact.of), _NOBODY)
        for fact in worlds.catalog.facts
        for slug in fact.options
    ]
    decided = _decide(worlds, asked)
    # Where no option is left, it is the condition of the fact that is never met.
    living = {id(placed.noun) for placed, seen in decided if seen.met}
    for placed, seen in decided:
        if seen.read and not seen.met and id(placed.noun) in living:
            yield _dead_option(placed, places)


def _chosen(fact: Fact, option: str) -> FactTest:
    """Return the condition that somebody chose an option."""
    return FactTest(IT, fact.name, parse_test(option))


def _decide(worlds: Worlds, asked: list[Placed]) -> list[tuple[Placed, _Seen]]:
    """Read conditions in the casts of each event, then of two at once, until all are decided."""
    catalog = worlds.catalog
    every = [(one, _Seen()) for one in asked]
    alone = tuple((event,) for event in catalog.events)
    for events in (*alone, *pairs_of(catalog)):
        for _, cast in casts_of(catalog, events):
            left = [(placed, seen) for placed, seen in every if not seen.is_done]
            if left:
                _look(catalog, cast, left, worlds)
    return every


def _look(catalog: Catalog, cast: Cast, left: list[tuple[Placed, _Seen]], worlds: Worlds) -> None:
    """Read conditions for the members of one cast, and note how they can turn out."""
    formulas = Formulas()
    grounder = Grounder(catalog, cast, formulas)
    read = [
        (grounder.ground(placed.condition, bound), seen)
        for placed, seen in left
        for bound in _bindings(catalog, cast, placed)
    ]
    ground = Ground(catalog, cast, formulas)
    ground.never, ground.ordered = ground_constraints(grounder)
    compiled = _Conditions(ground, frozenset(formula for formula, _ in read))
    _, given = Layout(compiled, Situation(cast, worlds.day), exact=True).completions()
    column = given.column
    for formula, seen in read:
        seen.read = True
        seen.met = seen.met or column.some(given.truth[formula] & column.all)
        seen.failed = seen.failed or column.some(column.without(given.truth[formula]))


def _bindings(catalog: Catalog, cast: Cast, placed: Placed) -> Iterator[dict[str, str]]:
    """Yield for whom a condition is read: the one served, and each member that is meant."""
    noun = placed.noun
    if isinstance(noun, LifeEvent) and noun.slug not in cast.events:
        return
    if not placed.it:
        yield {}
    for member in cast.members.values():
        if not any(catalog.covers(placed.it, role) for role in member.roles):
            continue
        if isinstance(noun, Fact) and not _means(catalog, member, noun):
            continue
        own = member.roles
        if isinstance(noun, Service | LifeEvent | Fact) and GENERIC not in placed.it:
            own = tuple(role for role in own if role in placed.it)
        bound = {IT: member.id, **dict.fromkeys(own, member.id)}
        others = [role for role in sorted(placed.members - bound.keys()) if role in cast.counts]
        for chosen in product(*(cast.parts.get(role, ()) for role in others)):
            yield bound | {r: p.member for r, p in zip(others, chosen, strict=True)}


def _means(catalog: Catalog, member: Member, fact: Fact) -> bool:
    """Tell whether a fact of a member is this very one, and no other of the same name."""
    named = (catalog.fact(role, fact.name) for role in member.roles)
    return next((one for one in named if one is not None), None) is fact


def _dead_option(placed: Placed, places: Places) -> Problem:
    fact = placed.noun
    name = f"{fact.name}: {placed.path[-1]}" if isinstance(fact, Fact) else ""
    what = Words(
        f"'{name}' tidak mungkin dipilih: batasan fakta melarangnya bagi siapa pun",
        f"'{name}' can never be chosen: constraints rule it out for everybody",
    )
    remedy = Words(
        "hapus pilihan ini, atau perbaiki batasannya", "remove it, or correct the constraint"
    )
    return Problem("dead-option", places(fact, placed.path), what, remedy)


def _problem(placed: Placed, seen: _Seen, places: Places) -> Problem:
    where = places(placed.noun, placed.path)
    if seen.failed:
        what = Words(
            "syarat ini tidak pernah terpenuhi, apa pun jawabannya",
            "this condition is never met, whatever is answered",
        )
        remedy = Words(
            "periksa bagian yang bertentangan satu sama lain, atau dengan batasan fakta",
            "look for parts that contradict each other or a constraint",
        )
        return Problem("never-true", where, what, remedy)
    what = Words(
        "syarat ini selalu terpenuhi, apa pun jawabannya",
        "this condition is always met, whatever is answered",
    )
    remedy = Words("hapus syarat ini", "leave it out")
    return Problem("always-true", where, what, remedy, "hint")
