"""A population in columns: verdicts and papers within reach of many people at once, 64 a word.

Everybody stands in the same cast; of everybody all that the graph asks is known. A fact is an
array: truth values, whole numbers, days as ordinals, or words as the numbers of their options.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lifejourney.lanes import Column, words
from lifejourney.planning import Compiled, Paper
from lifejourney.planning.reach import within_reach
from lifejourney.planning.state import Given
from lifejourney.program import FactAtom
from lifejourney.program.atoms import Atom
from lifejourney.program.formulas import Leaf
from lifejourney.vocabulary import Fact

Mask = NDArray[np.uint64]
Array = NDArray[Any]
Key = tuple[str, str]
"""A member and the name of a fact."""


def packed(flags: Array) -> Mask:
    """Return truth values as words, the first person in the lowest bit."""
    found = np.packbits(flags, bitorder="little")
    missing = -len(found) % 8
    return (np.pad(found, (0, missing)) if missing else found).view(np.uint64)


def unpacked(mask: Mask, people: int) -> Array:
    """Return words as truth values."""
    return np.unpackbits(mask.view(np.uint8), count=people, bitorder="little").astype(np.bool_)


@dataclass(frozen=True)
class _Words:
    """Hold for each test the options that pass it: the numbers of words, or 0 and 1."""

    passing: tuple[tuple[int, ...], ...]

    def masks(self, values: Array, column: Column[Mask]) -> list[Mask]:
        """Return who passes each test; each word is looked for once."""
        if values.dtype == np.bool_:
            yes = packed(values)
            of = {1: yes, 0: column.without(yes)}
        else:
            named = {word for some in self.passing for word in some}
            of = {word: packed(values == word) for word in named}
        found: list[Mask] = []
        for some in self.passing:
            mask = column.none
            for word in some:
                mask = mask | of[word]
            found.append(mask)
        return found


@dataclass(frozen=True)
class _Steps:
    """Hold for each test whether the least value passes it, and from which values it turns."""

    tests: tuple[tuple[bool, tuple[int, ...]], ...]

    def masks(self, values: Array, column: Column[Mask]) -> list[Mask]:
        """Return who passes each test; each cut is made once."""
        of = {cut: packed(values >= cut) for cut in {c for _, cuts in self.tests for c in cuts}}
        found: list[Mask] = []
        for first, cuts in self.tests:
            mask = column.all if first else column.none
            for cut in cuts:
                mask = mask ^ of[cut]
            found.append(mask)
        return found


class Census:
    """Read the facts of any number of people on one day, by the conditions of one graph.

    Raises ValueError where a condition asks what cannot stand in a column: a text, how many
    members a role has, or who is who.
    """

    def __init__(self, compiled: Compiled, day: date) -> None:
        self.compiled = compiled
        self._day = day
        self._readers: list[tuple[Key, list[int], _Words | _Steps]] = []
        grouped: dict[Key, list[tuple[int, Atom]]] = {}
        for number, atom in enumerate(compiled.program.atoms):
            key = (atom.member, atom.name) if isinstance(atom, FactAtom) else (atom.role, "")
            grouped.setdefault(key, []).append((number, atom))
        for key, asked in grouped.items():
            tests = [atom for _, atom in asked if isinstance(atom, FactAtom)]
            reader = self._reader(self._fact(key), tests)
            self._readers.append((key, [number for number, _ in asked], reader))

    def _fact(self, key: Key) -> Fact:
        ground = self.compiled.ground
        member = ground.cast.members.get(key[0])
        fact = None if member is None else ground.catalog.fact_among(member.roles, key[1])
        if fact is None or fact.type == "text":
            raise ValueError(f"cannot stand in a column: {'.'.join(filter(None, key))}")
        return fact

    def _reader(self, fact: Fact, tests: list[FactAtom]) -> _Words | _Steps:
        if fact.type in ("boolean", "choice"):
            options: list[object] = list(fact.options) or [False, True]
            passing = (
                tuple(n for n, option in enumerate(options) if test.holds(option, self._day))
                for test in tests
            )
            return _Words(tuple(passing))
        return _Steps(tuple(self._turns(test) for test in tests))

    def _turns(self, test: FactAtom) -> tuple[bool, tuple[int, ...]]:
        turns: list[Any] = sorted(set(test.turns(self._day)))
        told = [(turn, test.holds(turn, self._day)) for turn in turns]
        cuts = (turn for (_, before), (turn, after) in pairwise(told) if before is not after)
        as_numbers = (cut.toordinal() if isinstance(cut, date) else int(cut) for cut in cuts)
        return not told or told[0][1], tuple(as_numbers)

    @cached_property
    def denied(self) -> frozenset[int]:
        """Return the atoms of which some condition asks the opposite."""
        leaves = (one for one in self.compiled.ground.formulas.nodes if isinstance(one, Leaf))
        return frozenset(leaf.atom for leaf in leaves if not leaf.positive)

    def atoms(self, facts: Mapping[Key, Array], column: Column[Mask]) -> list[Mask]:
        """Return of whom each atom of the program holds."""
        found: list[Mask] = [column.none] * len(self.compiled.program.atoms)
        for key, numbers, reader in self._readers:
            for number, mask in zip(numbers, reader.masks(facts[key], column), strict=True):
                found[number] = mask
        return found


@dataclass(frozen=True)
class Population:
    """Hold many people: an array for each fact that the census reads, and for papers held.

    Nobody holds a paper without an array.
    """

    census: Census
    facts: Mapping[Key, Array]
    papers: Mapping[Paper, Array]

    @cached_property
    def column(self) -> Column[Mask]:
        """Return the column that all masks stand in."""
        return words(len(next(iter((*self.facts.values(), *self.papers.values())))))

    @cached_property
    def truth(self) -> Mapping[int, Mask]:
        """Return of whom each condition holds."""
        column = self.column
        holds = self.census.atoms(self.facts, column)
        denied = self.census.denied
        fails = [column.without(m) if n in denied else m for n, m in enumerate(holds)]
        return self.census.compiled.program.run(holds, fails, column.all, column.none)

    @property
    def applies(self) -> list[Mask]:
        """Return whom each service of the graph is for."""
        return [self.truth[one.applies] for one in self.census.compiled.ground.instances]

    @cached_property
    def within_reach(self) -> Mapping[Paper, Mask]:
        """Return who has each paper or can have it."""
        ground = self.census.compiled.ground
        hand = {
            paper: packed(held) & self.truth[ground.holdable[paper]]
            for paper, held in self.papers.items()
            if paper in ground.holdable
        }
        return within_reach(ground, Given(self.column, self.truth, hand)).had
