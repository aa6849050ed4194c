"""Lay out what is known and what is not as a column of people, ready for the resolver.

One builder for all columns: one person, thousands of hypothetical ones, a population, and all
completions of what is unknown as decision diagrams.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from math import prod
from typing import Any

from lifejourney.lanes.columns import Column, M, bits
from lifejourney.lanes.completions import Completions, Node
from lifejourney.lanes.diagram import Diagram
from lifejourney.lanes.stars import Stars
from lifejourney.planning.behind import atoms_bearing_on
from lifejourney.planning.competing import Competing, Pair, competitions
from lifejourney.planning.constraints import ends_of
from lifejourney.planning.ground import Ground
from lifejourney.planning.left import Left, done_in, known_atom
from lifejourney.planning.nearness import near_each_other, nearness
from lifejourney.planning.nodes import Paper
from lifejourney.planning.objectives import Objective
from lifejourney.planning.state import Given
from lifejourney.planning.unknowns import (
    Unknown,
    always,
    find_unknowns,
    had_kinds,
    whole_range,
    wished_among,
)
from lifejourney.program import TRUE, Grounder, Program
from lifejourney.program.atoms import Atom
from lifejourney.situation import Situation

FEW = 48
"""Completions up to which the preferred plan is looked for in each of them."""
MANY = 24
"""Unknowns from which on it is left open which of two competing services is faster."""
Point = tuple[object, ...]
"""One completion: a value for each unknown, in their order."""


@dataclass(frozen=True)
class Compiled:
    """Hold the graph of one cast with its conditions compiled; made once and shared."""

    ground: Ground

    @cached_property
    def _goal_outputs(self) -> frozenset[int]:
        ground = self.ground
        outputs = {TRUE}
        outputs.update(instance.applies for instance in ground.instances)
        outputs.update(making.when for making in ground.makings)
        outputs.update(need.when for need in ground.needs)
        outputs.update(way.when for need in ground.needs for way in need.ways)
        outputs.update(ground.available.values())
        outputs.update(ground.holdable.values())
        outputs.update(goal.when for goal in ground.goals)
        return frozenset(outputs)

    def left(self, situation: Situation, further: frozenset[int] = frozenset()) -> Left:
        """Return what a situation leaves of the graph."""
        return Left(self.ground, situation, further)

    @cached_property
    def grounder(self) -> Grounder:
        """Return what reads further conditions for this cast, into the same formulas."""
        return Grounder(self.ground.catalog, self.ground.cast, self.ground.formulas)

    @cached_property
    def gates(self) -> Mapping[tuple[str, str], int]:
        """Return for each fact of each member the formula that it is to be asked of them.

        They are there, it applies, and they play a role that has it.
        """
        ground, grounder = self.ground, self.grounder
        roles: dict[tuple[str, str], list[int]] = {}
        for role, parts in ground.cast.parts.items():
            for part in parts:
                plays = grounder.plays(part, role)
                for fact in ground.catalog.facts_of(role):
                    roles.setdefault((part.member, fact.name), []).append(plays)
        return {
            (member, fact): grounder.formulas.all_of(
                [
                    grounder.exists(member),
                    grounder.formulas.any_of(playing),
                    grounder.applies(member, fact),
                ]
            )
            for (member, fact), playing in roles.items()
        }

    @cached_property
    def program(self) -> Program:
        """Return the program of every condition in the graph, and of every constraint."""
        broken = {constraint.formula for constraint in self.ground.never}
        played = {constraint.formula for constraint in self.ground.ordered}
        return Program(self.ground.formulas, sorted(self._goal_outputs | broken | played))

    @cached_property
    def gate_program(self) -> Program:
        """Return the program of the gates alone: plans do without."""
        return Program(self.ground.formulas, sorted(set(self.gates.values())))

    @cached_property
    def competing(self) -> Competing:
        """Return the makings that can compete for a paper, whatever is answered."""
        wanted = frozenset(self.ground.also)
        nobody = Situation(self.ground.cast, date(2000, 1, 1), wanted=wanted)
        _, given = Layout(self, nobody, exact=True).completions()
        return competitions(self.ground, given)

    @cached_property
    def nearness(self) -> Mapping[tuple[object, ...], int]:
        """Return in which order decision diagrams ask for what may be unknown."""
        return nearness(self.ground)

    @cached_property
    def open_atoms(self) -> Mapping[int, Atom]:
        """Return the atoms that the goals can depend on, whatever is answered."""
        return atoms_bearing_on(self.ground, self._goal_outputs)


@dataclass(frozen=True)
class Layout:
    """Hold one situation's unknowns, and lay its completions out as columns.

    `further`: conditions of which the facts are unknowns though no goal depends on them.
    """

    compiled: Compiled
    situation: Situation
    exact: bool = False
    objective: Objective | None = None
    further: frozenset[int] = frozenset()

    @cached_property
    def unknowns(self) -> tuple[Unknown, ...]:
        """Return what is unknown, each after those that decide whether it applies.

        With many unknowns, which of two competing services is better is left open as well: one
        more unknown, so that what is called certain stays certain.
        """
        found = self._asked
        if self.exact or (len(found) <= MANY and (self.objective is None or self._is_few)):
            return found
        speeds = (
            Unknown("speed", pair, pair, likelihoods=(0.5, 0.5)) for pair in self._competitions
        )
        return (*found, *speeds)

    @cached_property
    def _asked(self) -> tuple[Unknown, ...]:
        """Return what is unknown of the person."""
        return find_unknowns(self.left)

    @property
    def _is_few(self) -> bool:
        """Tell whether the completions are few enough to look at each by itself."""
        return prod(len(unknown.values) for unknown in self._asked) <= FEW

    @cached_property
    def _competitions(self) -> tuple[Pair, ...]:
        """Return the makings that compete for a paper, of those that somebody could use."""
        return self.compiled.competing.among(self.left.reachable.makings)

    @cached_property
    def left(self) -> Left:
        """Return what the situation leaves of the graph."""
        return self.compiled.left(self.situation, self.further)

    @property
    def pursues_each(self) -> bool:
        """Tell whether what the person prefers is looked for in each completion by itself."""
        return self.objective is not None and bool(self._competitions) and self._is_few

    @property
    def leaves_speed_open(self) -> bool:
        """Tell whether it is left open which of two competing services is faster."""
        return any(unknown.kind == "speed" for unknown in self.unknowns)

    def given(self, column: Column[M], is_value: Callable[[int, int], M]) -> Given[M]:
        """Return what is given, if `is_value(u, v)` is the mask of unknown u having value v."""
        truth = self._truth(self.compiled.program, column, is_value, column.none)
        return Given(
            column,
            truth,
            self._hand(column, is_value, truth),
            self._told(),
            self._kinds(column, is_value),
            self.situation.wanted,
            *done_in(self.compiled.ground, self.situation),
            settled=self._settled(),
            rivals=self._rivals(column, is_value),
            behind=self.left.behind,
        )

    def _faster(self, space: Completions) -> dict[int, Node]:
        found: dict[int, Node] = {}
        for u, unknown in enumerate(self.unknowns):
            if unknown.kind == "speed":
                for v, making in enumerate(unknown.values):
                    mask = space.is_value(u, v)
                    found[making] = found[making] & mask if making in found else mask
        return found

    def _truth(
        self, program: Program, column: Column[M], is_value: Callable[[int, int], M], rest: M
    ) -> Mapping[int, M]:
        """Return where each condition holds; `rest`: if what no goal depends on may be either way.

        It stands in constraints alone, and those count only where they are broken whatever it is.
        """
        known = self._known(program)
        holds = [column.all if told else column.none for told in known]
        for u, unknown in enumerate(self.unknowns):
            for v, atoms in enumerate(unknown.makes):
                for number in atoms:
                    holds[number] = holds[number] | is_value(u, v)
        fails = [column.without(mask) for mask in holds]
        for number, told in enumerate(known):
            if told is None and number not in self.left.atoms:
                holds[number] = fails[number] = rest
        return program.run(holds, fails, column.all, column.none)

    def _known(self, program: Program) -> list[bool | None]:
        """Return what is known of each atom of a program."""
        if program not in self._atoms_told:
            told = [known_atom(atom, self.situation) for atom in program.atoms]
            for number in self.compiled.ground.constrained - self.left.atoms.keys():
                if told[number] is None:
                    told[number] = always(self.left, program.atoms[number])
            self._atoms_told[program] = told
        return self._atoms_told[program]

    @cached_property
    def _atoms_told(self) -> dict[Program, list[bool | None]]:
        return {}

    def _hand(
        self,
        column: Column[M],
        is_value: Callable[[int, int], M],
        truth: Mapping[int, M],
    ) -> Mapping[Paper, M]:
        ground = self.compiled.ground
        held = {paper for paper, held in self.situation.papers.items() if held}
        hand = {paper: column.all for paper in ground.papers if paper in held}
        for u, unknown in enumerate(self.unknowns):
            if unknown.kind == "paper":
                paper = (unknown.key[0], unknown.key[1])
                holding = is_value(u, unknown.values.index(True))
                hand[paper] = holding & truth[ground.holdable[paper]]
        return hand

    def _told(self) -> frozenset[Paper]:
        return frozenset(paper for paper, held in self.situation.papers.items() if held)

    def _kinds(
        self, column: Column[M], is_value: Callable[[int, int], M]
    ) -> Mapping[Paper, Mapping[Paper, M]]:
        ground = self.compiled.ground
        found: dict[Paper, Mapping[Paper, M]] = {}
        for general in ground.choices:
            kinds = had_kinds(ground, general)
            said = set(kinds) & self.situation.wanted
            if said:
                found[general] = {k: column.all if k in said else column.none for k in kinds}
        for u, unknown in enumerate(self.unknowns):
            if unknown.kind == "choice":
                general = (unknown.key[0], unknown.key[1])
                found[general] = {kind: is_value(u, v) for v, kind in enumerate(unknown.values)}
        return found

    def _settled(self) -> frozenset[Paper]:
        ground = self.compiled.ground
        return frozenset(
            general
            for general in ground.choices
            if set(had_kinds(ground, general)) & self.situation.wanted
        )

    def _rivals(
        self, column: Column[M], is_value: Callable[[int, int], M]
    ) -> tuple[Mapping[int, M], ...]:
        ground = self.compiled.ground
        found: list[Mapping[int, M]] = []
        for group in ground.rivals:
            wished = wished_among(ground, self.situation, group)
            if wished:
                found.append({n: column.all if n in wished[:1] else column.none for n in group})
        for u, unknown in enumerate(self.unknowns):
            if unknown.kind == "rivals":
                found.append({int(n): is_value(u, v) for v, n in enumerate(unknown.values)})
        return tuple(found)

    def people(self, points: Sequence[Point]) -> Given[int]:
        """Return these completions as one column of integers, a bit each."""
        return self.given(*self._people(points))

    def _people(self, points: Sequence[Point]) -> tuple[Column[int], Callable[[int, int], int]]:
        column = bits(len(points))
        having: list[dict[object, int]] = []
        for values in zip(*points, strict=True):
            masks: dict[object, int] = {}
            for person, value in enumerate(values):
                masks[value] = masks.get(value, 0) | 1 << person
            having.append(masks)

        def is_value(u: int, v: int) -> int:
            return having[u].get(self.unknowns[u].values[v], 0)

        return column, is_value

    def applying(self, points: Sequence[Point]) -> Mapping[tuple[str, str], int]:
        """Return for each fact of each member to which of these people it applies."""
        column, is_value = self._people(points)
        truth = self._truth(self.compiled.gate_program, column, is_value, column.all)
        return {fact: truth[gate] for fact, gate in self.compiled.gates.items()}

    def completions(self) -> tuple[Diagram, Given[Node]]:
        """Return all completions that break no declared constraint, as one column of diagrams."""
        diagram = Diagram(self._sizes, near_each_other(self.compiled.nearness, self.unknowns))
        return diagram, self._given_in(diagram)

    def around(self, centres: Sequence[Sequence[int]]) -> tuple[Stars, Given[int]]:
        """Return the completions around these, each a value of each unknown, as one column."""
        stars = Stars(self._sizes, centres)
        return stars, self._given_in(stars)

    @cached_property
    def _sizes(self) -> list[int]:
        return [len(unknown.values) for unknown in self.unknowns]

    def _given_in(self, space: Completions) -> Given[Node]:
        """Return what is given in those completions that break no declared constraint."""
        free = self.given(space.column, space.is_value)
        broken = space.any_of([*self._contradictions(free), *self._disorder(space, free)])
        everybody = space.column.all & ~broken
        if not space.column.some(everybody):
            # Answers that contradict each other whatever the rest is: the door names those it
            # can see; what is left is taken as it was said rather than refused.
            everybody = space.column.all
        if everybody == space.column.all:
            return replace(free, faster=self._faster(space))
        column = replace(space.column, all=everybody)
        given = self.given(column, lambda u, v: space.is_value(u, v) & everybody)
        return replace(given, faster=self._faster(space))

    def _contradictions(self, given: Given[M]) -> list[M]:
        """Return the masks of declared contradictions, broken for certain."""
        return [given.truth[one.formula] for one in self.compiled.ground.never]

    def _disorder(self, space: Completions, given: Given[Node]) -> list[Node]:
        broken: list[Node] = []
        for constraint in self.compiled.ground.ordered:
            for one, mask in self._classes(constraint.first, space):
                for other, also in self._classes(constraint.second, space):
                    if not constraint.possible(one, other):
                        broken.append(mask & also & given.truth[constraint.formula])
        return broken

    def _classes(
        self, key: tuple[str, str], space: Completions
    ) -> list[tuple[tuple[Any, Any], Node]]:
        """Return the classes of a fact, each from least to greatest, with their masks."""
        for u, unknown in enumerate(self.unknowns):
            if unknown.key == key and unknown.kind == "fact":
                return [(part, space.is_value(u, v)) for v, part in enumerate(unknown.ranges)]
        if key in self.situation.facts:
            return [(ends_of(self.situation.facts[key]), space.column.all)]
        # What bears on no goal may be anything that the fact allows.
        roles, catalog = self.situation.cast.members[key[0]].roles, self.compiled.ground.catalog
        fact = catalog.fact_among(roles, key[1])
        return [] if fact is None else [(whole_range(fact, self.situation.day), space.column.all)]
